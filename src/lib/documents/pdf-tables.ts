/** The parts of a table on several pages as one. */
import type { PlacedCell, PlacedTable } from './pdf-rules.ts';

/** Outer borders of parts of one table differ by less, in points. */
const SAME_EDGE = 4;
/** A label that begins with its own mark opens a row of its own. */
const MARKED = /^\s*(?:[（(]?[一二三四五六七八九十]{1,2}\s*[、.．）)]|[（(]?\d{1,2}\s*[.．、,，)）]|[\u3220-\u3229])/;
/** Room in a line, in points, that only shows the margins of the cell and less than a letter. */
const FULL_LINE = 24;
const SIZE_OF_LABELS = 10.5;

const texts = (row: readonly PlacedCell[]): string[] => row.map((cell) => cell.text.replace(/\s/g, ''));
const sameBorders = (one: readonly PlacedCell[], other: readonly PlacedCell[]): boolean =>
  one.length === other.length && one.every((cell, index) => Math.abs(cell.box[0] - other[index]!.box[0]) < SAME_EDGE && Math.abs(cell.box[2] - other[index]!.box[2]) < SAME_EDGE);

/** How many of the first rows of the later part repeat the first ones of the table. */
function repeated(table: PlacedTable, part: PlacedTable): number {
  let rows = 0;
  while (rows < part.rows.length && rows < table.rows.length && sameBorders(table.rows[rows]!, part.rows[rows]!)
    && texts(table.rows[rows]!).join('|') === texts(part.rows[rows]!).join('|')) rows++;
  const words = part.rows.slice(0, rows).flat().filter((cell) => /[\u3400-\u9fff]/.test(cell.text));
  const numbers = part.rows.slice(0, rows).flat().some((cell) => /^\d/.test(cell.text));
  return words.length >= 2 && !numbers ? rows : 0;
}

/**
 * Whether the first row of the later part is the rest of the last row: its label broke off where its line was full and goes on
 * without a mark of its own, and no cell has a value on both pages. Two rows of which one has no values look like that only if the
 * first one's label fills its cell.
 */
function isRest(last: readonly PlacedCell[], first: readonly PlacedCell[]): boolean {
  if (!sameBorders(last, first)) return false;
  const both = last.map((cell, index) => [cell, first[index]!] as const).filter(([one, other]) => one.text !== '' && other.text !== '');
  const filled = [...last, ...first].filter((cell) => cell.text !== '').length - both.length;
  const [pair] = both;
  if (!pair || both.length !== 1 || filled < both.length) return false;
  const [label, rest] = pair;
  const line = label.text.split('\n').at(-1)!;
  const room = label.box[2] - label.box[0] - line.length * SIZE_OF_LABELS;
  return /[\u3400-\u9fff]/.test(line) && !MARKED.test(rest.text) && room < FULL_LINE && !/[\d]$/.test(rest.text);
}

/** The table with the part on the following page, or null where that is another table. */
export function joinTables(table: PlacedTable, part: PlacedTable): PlacedTable | null {
  const lastPage = table.rows.at(-1)?.[0]?.page ?? table.page;
  if (part.page !== lastPage + 1 || table.ruled !== part.ruled) return null;
  if (Math.abs(table.box[0] - part.box[0]) > SAME_EDGE || Math.abs(table.box[2] - part.box[2]) > SAME_EDGE) return null;
  const rows = part.rows.slice(repeated(table, part));
  const [last, first] = [table.rows.at(-1), rows[0]];
  if (last && first && isRest(last, first)) {
    const joined = last.map((cell, index) => ({ ...cell, text: [cell.text, first[index]!.text].filter((text) => text !== '').join('\n') }));
    return { ...table, rows: [...table.rows.slice(0, -1), joined, ...rows.slice(1)] };
  }
  return { ...table, rows: [...table.rows, ...rows] };
}
