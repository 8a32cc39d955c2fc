/** A second door of this room: the sheets of a workbook as rows and columns, for lists that people keep in Excel. */
import type { Unreadable } from './document.ts';
import { mainPart, openPackage, orUnreadable } from './ooxml.ts';
import { readSheets, type WorkbookSheet } from './xlsx.ts';

/** The visible sheets in the order of their tabs; never throws. Other zips are named as what they are not: a workbook. */
export function readWorkbook(bytes: Uint8Array): WorkbookSheet[] | Unreadable {
  return orUnreadable('xlsx', () => {
    const file = openPackage(bytes);
    const main = mainPart(file);
    return main?.format === 'xlsx' ? readSheets(file, main) : ({ unreadable: 'format', format: main ? 'docx' : 'zip' } as const);
  });
}
