/** The format of bytes, told by what they contain, never by the file's name. */
import type { Format } from './document.ts';

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

function startsWith(bytes: Uint8Array, ...magic: number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);
}

/** Whether the Latin-1 text stands in the first or last 64 kB. */
function contains(bytes: Uint8Array, text: string): boolean {
  const decoder = new TextDecoder('latin1');
  const ends = bytes.length <= 131_072 ? [bytes] : [bytes.subarray(0, 65_536), bytes.subarray(-65_536)];
  return ends.some((part) => decoder.decode(part).includes(text));
}

const wide = (text: string): string => [...text].map((letter) => `${letter}\0`).join('');

/**
 * The format of a binary file, or null where the bytes may be text. Whatever is in a zip is `zip`. Word and Excel before 2007 share one container
 * (OLE) and are told apart by the names of their streams; what is in neither is `unknown`.
 */
export function sniffBinary(bytes: Uint8Array): Format | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(bytes, 0x52, 0x61, 0x72, 0x21, 0x1a, 0x07)) return 'rar';
  if (startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)) return '7z';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return contains(bytes, wide('WordDocument')) ? 'doc' : contains(bytes, wide('Workbook')) || contains(bytes, wide('Book')) ? 'xls' : 'unknown';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x47, 0x49, 0x46, 0x38)) return 'image';
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'image';
  if (startsWith(bytes, 0x52, 0x49, 0x46, 0x46) && ascii(bytes, 8, 12) === 'WEBP') return 'image';
  if (ascii(bytes, 0, 5) === '{\\rtf') return 'rtf';
  return null;
}

const MAIL_HEADER = /^(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-type|dkim-signature|authentication-results|x-[\w-]{1,40}): /i;
const LONGEST_HEADER = 16_384;

/** Whether the text is a message of e-mail (.eml) or a page saved in one file (.mht): headers first, among them its version of MIME. */
export function looksLikeMail(text: string): boolean {
  return MAIL_HEADER.test(text.slice(0, 80)) && /^mime-version: ?1\.0/im.test(text.slice(0, LONGEST_HEADER)) && /^content-type: /im.test(text.slice(0, LONGEST_HEADER));
}

// Tags that Chinese prose never holds: 《…》 is sometimes typed as <…>, so a bare “<” proves nothing.
const HTML = /<!doctype html|<html[\s>]|<table[\s>]|<td[\s>]|<\\?\/(?:p|div|td|table|body|html|span|pre|h[1-6])>/i;

/** Whether the text is HTML (or holds HTML inside a script's string, where “</” is written “<\/”). */
export function looksLikeHtml(text: string): boolean {
  return HTML.test(text);
}
