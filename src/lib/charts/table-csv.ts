/** The data that a picture shows, as CSV for spreadsheet programmes. */
import type { ChartLabels } from './labels.ts';
import type { TableCell, TableModel, TableRow } from './table-model.ts';

/**
 * UTF-8 text with a byte-order mark (else Excel reads Chinese as another encoding), CRLF. A cell without a number says
 * why instead of being empty or 0. A rate takes three columns, because Excel reads 3/4 as a date.
 */
export function tableCsv(table: TableModel, labels: Pick<ChartLabels, 'numerator' | 'denominator' | 'rate'>): string {
  const parts = [labels.numerator, labels.denominator, labels.rate];
  const heading = [table.corner, ...table.columns.flatMap(({ label }) => (table.rate ? parts.map((part) => `${label} ${part}`) : [label]))];
  const row = (of: TableRow): string[] => [of.label, ...of.cells.flatMap((cell) => (table.rate ? rateCells(cell) : [plain(cell)]))];
  const lines = [heading, ...table.rows.map(row), ...(table.footer ? [row(table.footer)] : [])];
  return `\ufeff${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

function plain(cell: TableCell): string {
  return cell.value === null ? (cell.reason ?? cell.text) : String(cell.value);
}

function rateCells(cell: TableCell): string[] {
  if (!cell.counts) return [cell.reason ?? cell.text, '', ''];
  return [String(cell.counts.numerator), String(cell.counts.denominator), plain(cell)];
}

/** Names come from documents: one that begins like a formula must stay text in a spreadsheet. */
function field(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
