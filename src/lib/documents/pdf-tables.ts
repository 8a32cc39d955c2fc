/** The parts of a table on several pages as one. */
import { cluster, type PlacedCell, type PlacedTable } from './pdf-rules.ts';
import { textOfLine, type Line, type PlacedLine } from './pdf-text.ts';

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
/** Marks that never end a line: before them it may be short. */
const OPENING = /^[“‘「『（(《〈]/;
const FIGURES = /^[\d.,，]+$/;
/** A cell of the last row, and the one below it on the next page. */
type Pair = [PlacedCell, PlacedCell | undefined];

/** The cells of the last page of a table that reach the end of its last row, those of the row among them. */
function openCells({ rows }: PlacedTable): PlacedCell[] {
  const last = rows.at(-1) ?? [];
  const bottom = Math.min(...last.map((cell) => cell.box[3]));
  return rows.flat().filter((cell) => cell.page === last[0]?.page && bottom - cell.box[3] < SAME_EDGE);
}

/** The rows without those at the end that hold nothing: browsers draw the borders of rows that are all on the next page. */
function withoutEmptyEnd(rows: readonly PlacedCell[][]): PlacedCell[][] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell.text !== '')) + 1);
}

/**
 * Whether the first row of the later part is the rest of the last row: its label broke off in a full line and goes on without a mark of
 * its own, and no cell has a value on both pages but a number that its cell may be too narrow for. A row without any value is not joined:
 * two rows look the same.
 */
function isBroken(last: readonly PlacedCell[], first: readonly PlacedCell[]): boolean {
  const pairs = last.map((cell): Pair => [cell, first.find((other) => sameColumn(cell, other))]);
  const label = pairs.findLastIndex(([cell]) => WORDS.test(cell.text));
  const [begun, rest] = pairs[label] ?? [];
  const values = pairs.slice(label + 1);
  if (!begun || !rest || !(begun.full || OPENING.test(rest.text)) || !WORDS.test(rest.text) || MARKED.test(rest.text)) return false;
  return values.every(([cell, other]) => other !== undefined && (cell.text === '' || other.text === '' || (cell.inNumber === true && FIGURES.test(other.text)))) && values.some(([cell, other]) => cell.text !== '' || other?.text !== '');
}

/** Whether headings are broken by the page: words alone, each going on from a full line. */
function isBrokenHeading(pairs: readonly Pair[], first: readonly PlacedCell[]): boolean {
  const rests = pairs.filter(([, other]) => other !== undefined && other.text !== '');
  return rests.length >= 2 && first.every((cell) => !/\d/.test(cell.text)) && pairs.every(([cell]) => !/\d/.test(cell.text))
    && rests.every(([cell, other]) => cell.full === true && WORDS.test(cell.text) && WORDS.test(other!.text) && !MARKED.test(other!.text));
}

/** What stands in a cell for a count. */
const VALUE = /^(?:[+\-−]?[\d.,，]+|无|[-—–/／]+)$/;

/**
 * Whether values are broken by the page, or stand on the next page alone: a row of values without any label is no row of its own, except
 * below headings. Figures of a number that stand under each other because its cell is too narrow go on so.
 */
function areBrokenValues(pairs: readonly Pair[], first: readonly PlacedCell[]): boolean {
  const rests = pairs.filter(([, other]) => other !== undefined && other.text !== '');
  const blank = first.some((cell) => cell.text === '');
  return rests.length > 0 && rests.length === first.filter((cell) => cell.text !== '').length && first.every((cell) => cell.text === '' || VALUE.test(cell.text))
    && rests.every(([cell]) => cell.text === '' || VALUE.test(cell.text)) && (blank || rests.every(([cell]) => cell.inNumber === true));
}

/** The rows of a table and of the part that follows, a row that was broken by the page joined. */
function joinRows(table: PlacedTable, rows: readonly PlacedCell[][]): PlacedCell[][] {
  const [last, first] = [table.rows.at(-1), rows[0]];
  const open = new Map(openCells(table).map((cell) => [cell, first?.find((other) => sameColumn(cell, other))]));
  if (!last || !first) return [...table.rows, ...rows];
  const values = table.ruled && areBrokenValues([...open], first);
  if (!values && !isBroken(last, first) && !isBrokenHeading([...open], first)) return [...table.rows, ...rows];
  const joined = table.rows.map((row) => row.map((cell): PlacedCell => {
    const rest = open.get(cell);
    if (!rest || rest.text === '') return cell;
    if (cell.text === '') return { ...rest, rowspan: cell.rowspan };
    // Numbers are made one only where the row is surely the same, and the cell has no room for one more figure; else they are two texts, and no number.
    const goesOn = values && cell.inNumber === true && FIGURES.test(rest.text);
    return { ...cell, text: `${cell.text}${goesOn ? '' : '\n'}${rest.text}` };
  }));
  // Headings of groups of rows that go on beside it.
  const beside = first.filter((cell) => ![...open.values()].includes(cell));
  return [...joined.slice(0, -1), [...joined.at(-1)!, ...beside].sort((one, other) => one.box[0] - other.box[0]), ...rows.slice(1)];
}

/** Lines below a part of a table that still belong to it: a cell that goes on over the page is sometimes left open. */
const BELOW = 30;
const MOST_LINES = 2;

/** The table with lines that stand right under it, put into the cells that reach its end; null where they are text of their own. */
export function withOpenLines(table: PlacedTable, lines: readonly PlacedLine[]): PlacedTable | null {
  const open = openCells(table);
  const [page, bottom] = [open[0]?.page, Math.max(...open.map((cell) => cell.box[3]))];
  if (lines.length > MOST_LINES || lines.some((placed) => placed.page !== page || placed.line.box[1] > bottom + BELOW || placed.line.box[1] < bottom - BELOW)) return null;
  const added = new Map<PlacedCell, string[]>();
  for (const { line } of lines)
    for (const cell of open) {
      const text = textOfLine(line.glyphs.filter(({ box }) => cell.box[0] <= (box[0] + box[2]) / 2 && (box[0] + box[2]) / 2 < cell.box[2]));
      if (text !== '') added.set(cell, [...(added.get(cell) ?? []), text]);
    }
  // Only words that go on from a full line of words in their cell.
  if (![...added].every(([cell, rest]) => cell.full === true && WORDS.test(cell.text) && rest.every((text) => WORDS.test(text) && !MARKED.test(text)))) return null;
  return { ...table, rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: [cell.text, ...(added.get(cell) ?? [])].join('\n') }))) };
}

/** Puts lines that stand left of a table's first border into a cell of their row; gives the other lines. A group's cell that began on the page before is sometimes drawn without lines. */
export function takeLinesBeside(tables: readonly PlacedTable[], lines: readonly Line[]): Line[] {
  return lines.filter((line) => {
    const middle = (line.box[1] + line.box[3]) / 2;
    for (const { rows, box, page } of tables) {
      const row = rows.find((cells) => cells.some((cell) => cell.box[1] <= middle && middle < cell.box[3] && cell.rowspan === 1));
      if (!row || line.box[2] > box[0] + SAME_EDGE) continue;
      const first = row.find((cell) => cell.rowspan === 1)!;
      row.unshift({ text: textOfLine(line.glyphs), page, box: [line.box[0], first.box[1], box[0], first.box[3]], rowspan: 1 });
      return false;
    }
    return true;
  });
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
  const begun = { ...table, rows: withoutEmptyEnd(table.rows) };
  return { ...table, rows: joinRows(begun, part.rows.slice(repeated(table, part))) };
}
