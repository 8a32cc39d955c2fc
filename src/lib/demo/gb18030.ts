/** Bytes of the encoding in which older offices keep their files (GB/T 18030, the part of two bytes). */

let codes: Map<string, [number, number]> | undefined;

/** The platform decodes but does not encode, so the table is its decoder's, turned round. */
function table(): Map<string, [number, number]> {
  if (codes) return codes;
  const decoder = new TextDecoder('gb18030');
  codes = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, [lead, trail]);
    }
  return codes;
}

/** Throws on a character that two bytes cannot hold. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : table().get(character);
    if (!pair) throw new Error(`No two bytes for ${character}`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}
