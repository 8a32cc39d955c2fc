/** The parts of a table on several pages as one. */
import { cluster, type PlacedCell, type PlacedTable } from './pdf-rules.ts';
import { textOfLine, type PlacedLine } from './pdf-text.ts';

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
/** A cell of the last row, and the one below it on the next page. */
type Pair = readonly [PlacedCell, PlacedCell | undefined];

/**
 * The row that was broken by the end of a page, or null where the first row of the later part is a row of its own. It is the rest of
 * the last one where the label broke off in a full line and goes on without a mark of its own, and no cell has a value on both
 * pages. A row without any value is not joined: two rows look the same.
 */
function brokenRow(last: readonly PlacedCell[], first: readonly PlacedCell[]): PlacedCell[] | null {
  const pairs = last.map((cell): Pair => [cell, first.find((other) => sameColumn(cell, other))]);
  if (isBrokenHeading(pairs)) return join(pairs, last, first);
  const label = pairs.findLastIndex(([cell]) => WORDS.test(cell.text));
  const [begun, rest] = pairs[label] ?? [];
  const values = pairs.slice(label + 1);
  if (!begun || !rest || !begun.full || !WORDS.test(rest.text) || MARKED.test(rest.text)) return null;
  if (values.some(([cell, other]) => !other || (cell.text !== '' && other.text !== '')) || !values.some(([cell, other]) => cell.text !== '' || other?.text !== '')) return null;
  return join(pairs, last, first);
}

/** A row of headings broken by the page: words alone, each going on from a full line. */
function isBrokenHeading(pairs: readonly Pair[]): boolean {
  const rests = pairs.filter(([, other]) => other !== undefined && other.text !== '');
  return rests.length >= 2 && pairs.every(([cell]) => !/\d/.test(cell.text)) && rests.every(([cell, other]) => cell.full === true && WORDS.test(cell.text) && WORDS.test(other!.text) && !/\d/.test(other!.text));
}

function join(pairs: readonly Pair[], last: readonly PlacedCell[], first: readonly PlacedCell[]): PlacedCell[] {
  const joined = pairs.map(([cell, other]): PlacedCell => {
    if (!other || other.text === '') return cell;
    return cell.text === '' ? { ...other, rowspan: cell.rowspan } : { ...cell, text: `${cell.text}\n${other.text}` };
  });
  // Headings of groups of rows go on beside it.
  const beside = first.filter((cell) => !last.some((other) => sameColumn(other, cell)));
  return [...joined, ...beside].sort((one, other) => one.box[0] - other.box[0]);
}

/** Lines below a part of a table that still belong to it: a cell that goes on over the page is sometimes left open. */
const BELOW = 30;
const MOST_LINES = 2;

/** The table with lines that stand right under its last row, put into its cells; null where they are text of their own. */
export function withOpenLines(table: PlacedTable, lines: readonly PlacedLine[]): PlacedTable | null {
  const last = table.rows.at(-1) ?? [];
  const bottom = Math.max(...last.map((cell) => cell.box[3]));
  const page = last[0]?.page;
  if (lines.length > MOST_LINES || lines.some((placed) => placed.page !== page || placed.line.box[1] > bottom + BELOW || placed.line.box[1] < bottom - BELOW)) return null;
  const cells = last.map((cell) => {
    const added = lines.map(({ line }) => textOfLine(line.glyphs.filter(({ box }) => cell.box[0] <= (box[0] + box[2]) / 2 && (box[0] + box[2]) / 2 < cell.box[2]))).filter((text) => text !== '');
    return { cell: added.length === 0 ? cell : { ...cell, text: [cell.text, ...added].join('\n') }, added };
  });
  // Only words that go on from a full line of words in their cell.
  if (cells.some(({ added }, index) => added.length > 0 && (!last[index]!.full || !WORDS.test(last[index]!.text) || added.some((text) => MARKED.test(text) || !WORDS.test(text))))) return null;
  return { ...table, rows: [...table.rows.slice(0, -1), cells.map(({ cell }) => cell)] };
}

const COMMON_BORDERS = 3;
const bordersOf = ({ rows }: PlacedTable): number[] => cluster(rows.flat().flatMap(({ box }) => [box[0], box[2]]));

/** The table with the part on the following page, or null where that is another table. */
export function joinTables(table: PlacedTable, part: PlacedTable): PlacedTable | null {
  const lastPage = table.rows.at(-1)?.[0]?.page ?? table.page;
  if (part.page !== lastPage + 1 || table.ruled !== part.ruled) return null;
  if (Math.abs(table.box[2] - part.box[2]) > SAME_EDGE) return null;
  // Cells that began on another page are sometimes drawn without their outer line: then other borders must agree.
  if (Math.abs(table.box[0] - part.box[0]) > SAME_EDGE && bordersOf(part).filter((border) => bordersOf(table).some((other) => Math.abs(border - other) < SAME_EDGE)).length < COMMON_BORDERS) return null;
  const rows = part.rows.slice(repeated(table, part));
  const [last, first] = [table.rows.at(-1), rows[0]];
  const broken = last && first && brokenRow(last, first);
  return { ...table, rows: broken ? [...table.rows.slice(0, -1), broken, ...rows.slice(1)] : [...table.rows, ...rows] };
}
