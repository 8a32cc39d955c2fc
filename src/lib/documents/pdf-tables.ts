/** The parts of a table on several pages as one. */
import type { PlacedCell, PlacedTable } from './pdf-rules.ts';

/** Outer borders of parts of one table differ by less, in points. */
const SAME_EDGE = 4;
/** A label that begins with its own mark opens a row of its own. */
const MARKED = /^\s*(?:[（(]?[一二三四五六七八九十]{1,2}\s*[、.．）)]|[（(]?\d{1,2}\s*[.．、,，)）]|[\u3220-\u3229])/;

const texts = (row: readonly PlacedCell[]): string[] => row.map((cell) => cell.text.replace(/\s/g, ''));
const sameColumn = (one: PlacedCell, other: PlacedCell): boolean => Math.abs(one.box[0] - other.box[0]) < SAME_EDGE && Math.abs(one.box[2] - other.box[2]) < SAME_EDGE;
const sameBorders = (one: readonly PlacedCell[], other: readonly PlacedCell[]): boolean => one.length === other.length && one.every((cell, index) => sameColumn(cell, other[index]!));

/** How many of the first rows of the later part repeat the first ones of the table. */
function repeated(table: PlacedTable, part: PlacedTable): number {
  let rows = 0;
  while (rows < part.rows.length && rows < table.rows.length && sameBorders(table.rows[rows]!, part.rows[rows]!)
    && texts(table.rows[rows]!).join('|') === texts(part.rows[rows]!).join('|')) rows++;
  const words = part.rows.slice(0, rows).flat().filter((cell) => /[\u3400-\u9fff]/.test(cell.text));
  const numbers = part.rows.slice(0, rows).flat().some((cell) => /^\d/.test(cell.text));
  return words.length >= 2 && !numbers ? rows : 0;
}

const WORDS = /[\u3400-\u9fff]/;

/**
 * The row that was broken by the end of a page, or null where the first row of the later part is a row of its own. It is the rest of
 * the last one where the label broke off in a full line and goes on without a mark of its own, and no cell has a value on both
 * pages. A row without any value is not joined: two rows look the same.
 */
function brokenRow(last: readonly PlacedCell[], first: readonly PlacedCell[]): PlacedCell[] | null {
  const pairs = last.map((cell) => [cell, first.find((other) => sameColumn(cell, other))] as const);
  const label = pairs.findLastIndex(([cell]) => WORDS.test(cell.text));
  const [begun, rest] = pairs[label] ?? [];
  const values = pairs.slice(label + 1);
  if (!begun || !rest || !begun.full || !WORDS.test(rest.text) || MARKED.test(rest.text)) return null;
  if (values.some(([cell, other]) => !other || (cell.text !== '' && other.text !== '')) || !values.some(([cell, other]) => cell.text !== '' || other?.text !== '')) return null;
  const joined = pairs.map(([cell, other]): PlacedCell => {
    if (!other || other.text === '') return cell;
    return cell.text === '' ? { ...other, rowspan: cell.rowspan } : { ...cell, text: `${cell.text}\n${other.text}` };
  });
  // Headings of groups of rows go on beside it.
  const beside = first.filter((cell) => !last.some((other) => sameColumn(other, cell)));
  return [...joined, ...beside].sort((one, other) => one.box[0] - other.box[0]);
}

/** Whether the table has a border at this place from the left. Cells that began on another page are sometimes drawn without their outer line. */
const hasBorder = ({ rows }: PlacedTable, x: number): boolean => rows.some((row) => row.some(({ box }) => Math.abs(box[0] - x) < SAME_EDGE));

/** The table with the part on the following page, or null where that is another table. */
export function joinTables(table: PlacedTable, part: PlacedTable): PlacedTable | null {
  const lastPage = table.rows.at(-1)?.[0]?.page ?? table.page;
  if (part.page !== lastPage + 1 || table.ruled !== part.ruled) return null;
  if (Math.abs(table.box[2] - part.box[2]) > SAME_EDGE || (!hasBorder(table, part.box[0]) && !hasBorder(part, table.box[0]))) return null;
  const rows = part.rows.slice(repeated(table, part));
  const [last, first] = [table.rows.at(-1), rows[0]];
  const broken = last && first && brokenRow(last, first);
  return { ...table, rows: broken ? [...table.rows.slice(0, -1), broken, ...rows.slice(1)] : [...table.rows, ...rows] };
}
