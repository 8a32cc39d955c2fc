/** The data that a picture shows as plain rows: for CSV and for a workbook. */
import type { ChartLabels } from './labels.ts';
import type { TableCell, TableModel, TableRow } from './table-model.ts';

export type DataCell = string | number | null;

/**
 * Heading and rows. A cell without a number says why instead of being empty or 0. A rate takes three columns, because a
 * spreadsheet reads 3/4 as a date.
 */
export function tableRows(table: TableModel, labels: Pick<ChartLabels, 'numerator' | 'denominator' | 'rate'>): DataCell[][] {
  const parts = [labels.numerator, labels.denominator, labels.rate];
  const heading = [table.corner, ...table.columns.flatMap(({ label }) => (table.rate ? parts.map((part) => `${label} ${part}`) : [label]))];
  const row = (of: TableRow): DataCell[] => [of.label, ...of.cells.flatMap((cell) => (table.rate ? rateCells(cell) : [plain(cell)]))];
  return [heading, ...table.rows.map(row), ...(table.footer ? [row(table.footer)] : [])];
}

const plain = (cell: TableCell): DataCell => cell.value ?? cell.reason ?? cell.text;

function rateCells(cell: TableCell): DataCell[] {
  if (!cell.counts) return [cell.reason ?? cell.text, '', ''];
  return [cell.counts.numerator, cell.counts.denominator, plain(cell)];
}

/** UTF-8 text with a byte-order mark (else Excel reads Chinese as another encoding), CRLF. */
export function csvText(rows: Iterable<readonly DataCell[]>): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map((cell) => field(cell === null ? '' : String(cell))).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

export function tableCsv(table: TableModel, labels: Pick<ChartLabels, 'numerator' | 'denominator' | 'rate'>): string {
  return csvText(tableRows(table, labels));
}

/** Names come from documents: one that begins like a formula must stay text in a spreadsheet. */
function field(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
