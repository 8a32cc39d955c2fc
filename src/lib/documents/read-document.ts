/** The door of this room: bytes to a document of blocks, or why they are none. */
import { decodeText } from './decode-text.ts';
import { readDoc } from './doc.ts';
import type { Reading } from './document.ts';
import { orUnreadable } from './ooxml.ts';
import { readPdf } from './pdf.ts';
import { readHtml } from './read-html.ts';
import { readText } from './read-text.ts';
import { looksLikeHtml, looksLikeMail, sniffBinary } from './sniff-format.ts';
import { readXls } from './xls.ts';
import { readZipped } from './zipped.ts';

/** Reports have some ten kilobytes, saved pages some hundred. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/**
 * Reads text, HTML, .docx, .xlsx, .doc, .xls and PDF; every other format is named and refused. The format is told by the content: a page saved as
 * .txt or a Word file named .html is what it is. `name` is kept out of it and only belongs to the contract of readers.
 * Never throws on any bytes.
 */
export async function readDocument(bytes: Uint8Array, _name: string): Promise<Reading> {
  const binary = sniffBinary(bytes);
  // Photographs make Word files large; only their text is unpacked, within limits of its own.
  if (binary === 'zip') return readZipped(bytes);
  if (binary === 'pdf') return readPdf(bytes);
  if (binary === 'doc') return orUnreadable('doc', () => readDoc(bytes));
  if (binary === 'xls') return orUnreadable('xls', () => readXls(bytes));
  if (binary) return { unreadable: 'format', format: binary };
  if (bytes.length > LARGEST_DOCUMENT) return { unreadable: 'too_large', format: 'unknown' };
  if (bytes.length === 0) return { unreadable: 'empty', format: 'text' };
  const decoded = decodeText(bytes);
  if (!decoded) return bytes.includes(0) ? { unreadable: 'format', format: 'unknown' } : { unreadable: 'encoding', format: 'text' };
  if (looksLikeMail(decoded.text)) return { unreadable: 'format', format: 'mail' };
  const escapedHtml = /\\u003c|\\x3c/i.test(decoded.text);
  const reading = looksLikeHtml(decoded.text) || escapedHtml ? readHtml(decoded.text, decoded.encoding) : readText(decoded.text, decoded.encoding);
  if ('unreadable' in reading) return reading;
  return reading.blocks.length === 0 ? { unreadable: 'empty', format: reading.format } : reading;
}
