/** A list that somebody keeps in a spreadsheet, as rows of texts: from CSV or .xlsx, and back. Pure. */
import { decodeText } from '../../documents/decode-text.ts';
import type { Unreadable } from '../../documents/document.ts';
import { readWorkbook } from '../../documents/read-workbook.ts';

/** A register has some hundred rows; what goes far beyond is none. */
export const TABLE_LIMITS = { bytes: 4 * 1024 * 1024, rows: 3_000, columns: 60, characters: 1_000 };

export interface TableRow {
  /** As the spreadsheet numbers it, from 1. */
  row: number;
  cells: string[];
}
export type TableReading = { rows: TableRow[] } | { refused: Unreadable['unreadable'] | 'open_quote'; row?: number };

/** Rows with text of the first sheet that has some, or of a CSV text (comma, semicolon or tab; UTF-8, UTF-16, GB18030). Never throws. */
export function readTable(bytes: Uint8Array): TableReading {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > TABLE_LIMITS.bytes) return { refused: 'too_large' };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const sheets = readWorkbook(bytes);
    if ('unreadable' in sheets) return { refused: sheets.unreadable };
    const rows = sheets.map((sheet) => [...sheet.rows].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row: row + 1, cells: dense(cells) })));
    return limited(rows.find((sheet) => sheet.some(hasText)) ?? []);
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { refused: 'format' };
  const decoded = decodeText(bytes);
  if (!decoded) return { refused: bytes.includes(0) ? 'format' : 'encoding' };
  return /^\s*<(?:!doctype|html|\?xml|table)/i.test(decoded.text) ? { refused: 'format' } : parseCsv(decoded.text);
}

const hasText = ({ cells }: TableRow): boolean => cells.some((cell) => cell.trim() !== '');
const dense = (cells: ReadonlyMap<number, string>): string[] => {
  const last = Math.min(Math.max(-1, ...cells.keys()), TABLE_LIMITS.columns);
  return Array.from({ length: last + 1 }, (_, column) => cells.get(column) ?? '');
};

function limited(all: TableRow[]): TableReading {
  const rows = all.filter(hasText);
  if (rows.length === 0) return { refused: 'empty' };
  const large = rows.length > TABLE_LIMITS.rows || rows.some(({ cells }) => cells.length > TABLE_LIMITS.columns || cells.some((cell) => cell.length > TABLE_LIMITS.characters));
  return large ? { refused: 'too_large' } : { rows };
}

/** RFC 4180, with lone line feeds too. `row` counts lines as a spreadsheet does: a quoted line break stays in its row. */
export function parseCsv(text: string): TableReading {
  const body = text.replace(/^\ufeff/, '');
  const [first = ''] = body.split(/\r?\n/, 1);
  const separator = [',', '\t', ';'].map((each) => [each, first.split(each).length] as const).sort((a, b) => b[1] - a[1])[0]![0];
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    cells.push(cell);
    rows.push({ row: rows.length + 1, cells });
    [cells, cell] = [[], ''];
  };
  for (let index = 0; index < body.length; index++) {
    const character = body[index]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (body[index + 1] === '"') cell += body[++index]!;
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && body[index + 1] === '\n') index++;
      endRow();
      if (rows.length > 10 * TABLE_LIMITS.rows) return { refused: 'too_large' };
    } else cell += character;
  }
  if (quoted) return { refused: 'open_quote', row: rows.length + 1 };
  if (cell !== '' || cells.length > 0) endRow();
  return limited(rows.map(({ row, cells: texts }) => ({ row, cells: texts.map(withoutGuard) })));
}

/** What stands first in a formula: such a cell is written with an apostrophe before it, and read without. */
const FORMULA = /^[=+@\t\r-]/;
const withoutGuard = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text);

/** CSV with a byte-order mark, which Excel needs to read Chinese; cells never become formulas there. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const field = (text: string): string => {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}
