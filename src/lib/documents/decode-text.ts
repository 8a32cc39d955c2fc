/** Bytes of a text or HTML file to characters. */

export interface Decoded {
  text: string;
  /** The encoding the bytes were read with (not what the page declares: pages often declare wrongly). */
  encoding: string;
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: of ASCII letters, digits and line ends every other byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (let index = 0; index < head.length; index++) if (head[index] === 0) index % 2 ? odd++ : even++;
  if (even + odd === 0 || bytes.length % 2) return null;
  if (odd > 0 && even <= odd / 20) return 'utf-16le';
  return even > 0 && odd <= even / 20 ? 'utf-16be' : null;
}

function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const found = /charset\s{0,9}=\s{0,9}["']?([a-z0-9_-]{2,20})/i.exec(head)?.[1]?.toLowerCase();
  return found && /^(?:gb|big5|utf-16|euc-)/.test(found) ? found : null;
}

const damage = (text: string): number => text.split('\uFFFD').length - 1;

/**
 * The text, or null where no encoding fits: marks first, then UTF-8 without a fault, then what the page declares, then
 * GB18030. A UTF-8 file with a few broken bytes (cut at the end, say) stays UTF-8: as GB18030 it would turn into
 * other characters without any fault showing.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : unmarkedUtf16(bytes);
  if (marked) {
    const text = decode(bytes, marked, false);
    return text !== null && damage(text) <= text.length / 100 ? { text, encoding: marked } : null;
  }
  if (bytes.includes(0)) return null;
  const utf8 = decode(bytes, 'utf-8', true);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (damage(lenient) <= lenient.length / 200 + 2 && /[\u4e00-\u9fff]/.test(lenient)) return { text: lenient, encoding: 'utf-8' };
  for (const encoding of [declared(bytes), 'gb18030']) {
    if (!encoding) continue;
    const text = decode(bytes, encoding, false);
    if (text !== null && damage(text) <= text.length / 50) return { text, encoding };
  }
  return null;
}
