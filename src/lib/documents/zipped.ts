/** Files that are zips inside: Word and Excel are read; an archive of other files, and other formats, are named. */
import type { Format, Reading } from './document.ts';
import { readDocx } from './docx.ts';
import { mainPart, openPackage, orUnreadable, type Package } from './ooxml.ts';
import { readXlsx } from './xlsx.ts';

/** Other formats in a zip by a part that only they have: OpenDocument, presentations, e-books. */
const OTHER_PARTS = ['mimetype', 'ppt/presentation.xml', 'META-INF/container.xml'];

/**
 * Reads a zip by what it holds, never by its name: blocks of a .docx or .xlsx (also .docm, .dotx and files of WPS); an
 * archive of files is `zip`, any other format in a zip `unknown`. Never throws.
 */
export function readZipped(bytes: Uint8Array): Reading {
  let format: Format = 'zip';
  return orUnreadable(format, () => {
    const file: Package = openPackage(bytes);
    const main = mainPart(file);
    // GB/T 33190.
    if (!main && file.has('OFD.xml')) return { unreadable: 'format', format: 'ofd' } as const;
    if (!main) return { unreadable: 'format', format: OTHER_PARTS.some((name) => file.has(name)) ? 'unknown' : 'zip' } as const;
    format = main.format;
    return orUnreadable(format, () => (format === 'docx' ? readDocx(file, main) : readXlsx(file, main)));
  });
}
