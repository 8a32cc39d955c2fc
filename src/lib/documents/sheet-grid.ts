/** The cells of a sheet → blocks, whatever file they come from. */
import type { Block, Cell } from './document.ts';
import { UnreadableFile } from './ooxml.ts';
import { readLines } from './read-text.ts';

/** Excel's own limits are 1,048,576 rows and 16,384 columns; no report comes near these. */
export const LIMITS = { row: 50_000, column: 1_000, cells: 500_000 };

export interface Range {
  row: number;
  column: number;
  rows: number;
  columns: number;
}
export interface Sheet {
  /** Cells by row and column, those of a format alone as ''. */
  rows: Map<number, Map<number, string>>;
  /** Rows in which a cell has a border. */
  bordered: Set<number>;
  merges: Range[];
  /** How many cells were put in. */
  cells: number;
}
export const emptySheet = (): Sheet => ({ rows: new Map(), bordered: new Set(), merges: [], cells: 0 });

/** Which merged range a place belongs to. Ranges are cut to where the sheet has cells. */
function mergesByPlace({ rows, merges }: Sheet): Map<string, Range> {
  const found = new Map<string, Range>();
  const lastRow = Math.max(-1, ...rows.keys());
  let places = 0;
  for (const range of merges) {
    const cut = { ...range, rows: Math.min(range.rows, lastRow + 1 - range.row), columns: Math.min(range.columns, LIMITS.column) };
    if (cut.rows < 1 || cut.columns < 1) continue;
    places += cut.rows * cut.columns;
    if (places > LIMITS.cells) throw new UnreadableFile('too_large');
    for (let row = cut.row; row < cut.row + cut.rows; row++)
      for (let column = cut.column; column < cut.column + cut.columns; column++) found.set(`${row} ${column}`, cut);
  }
  return found;
}

/**
 * Rows as blocks. A row whose only text takes all the cells that the row has (a title merged over the table, a heading
 * alone in its row) is a paragraph, unless it is drawn as part of the table above it; the rows between such rows and empty rows are a table, with one empty row at its end
 * if that row has formatted cells.
 */
function sheetBlocks(sheet: Sheet): Block[] {
  const merged = mergesByPlace(sheet);
  const blocks: Block[] = [];
  let table: number[] = [];
  const endTable = (): void => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: gridOf(table, sheet, merged), grid: true });
    table = [];
  };
  let previous = -1;
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    const cells = [...sheet.rows.get(row)!];
    const texts = cells.filter(([column, text]) => text.trim() !== '' && !isCovered(row, column, merged));
    const [first] = texts;
    // A row all of whose cells are covered by merges from above belongs to its table.
    const empty = !first && !cells.some(([column]) => (merged.get(`${row} ${column}`)?.row ?? row) < row);
    if (row > previous + 1) endTable();
    previous = row;
    if (empty) {
      // Formatted and empty, right under a table: the row that the form leaves to be filled in.
      if (table.length > 0 && cells.length > 1) table.push(row);
      endTable();
      continue;
    }
    const range = first && merged.get(`${row} ${first[0]}`);
    const last = first ? first[0] + (range?.columns ?? 1) : 0;
    const alone = first !== undefined && texts.length === 1 && (range?.rows ?? 1) === 1 && cells.every(([column]) => column >= first[0] && column < last);
    const drawnBelow = sheet.bordered.has(row) && (table.length > 0 || blocks.at(-1)?.kind === 'table');
    if (alone && !drawnBelow) {
      endTable();
      blocks.push(...readLines(first[1]));
    } else table.push(row);
  }
  endTable();
  return blocks;
}

/** Whether a merge begun elsewhere hides the place. */
function isCovered(row: number, column: number, merged: ReadonlyMap<string, Range>): boolean {
  const range = merged.get(`${row} ${column}`);
  return range !== undefined && (range.row !== row || range.column !== column);
}

/** Consecutive rows of the sheet as a grid: from the first to the last column with text, blank cells included. */
function gridOf(numbers: readonly number[], sheet: Sheet, merged: ReadonlyMap<string, Range>): Cell[][] {
  let [from, to] = [Infinity, 0];
  for (const row of numbers)
    for (const [column, text] of sheet.rows.get(row)!)
      if (text.trim() !== '') {
        from = Math.min(from, column);
        to = Math.max(to, column + (merged.get(`${row} ${column}`)?.columns ?? 1));
      }
  return numbers.map((row, index) => {
    const cells: Cell[] = [];
    for (let column = from; column < to; column++) {
      const range = merged.get(`${row} ${column}`);
      // A merge begun above the first of these rows is begun by it here.
      const first = range === undefined || ((range.row === row || index === 0) && Math.max(range.column, from) === column);
      if (!first) continue;
      const colspan = range ? Math.min(range.column + range.columns, to) - column : 1;
      const rowspan = range ? Math.min(range.row + range.rows, numbers.at(-1)! + 1) - row : 1;
      cells.push({ text: sheet.rows.get(row)?.get(column) ?? '', column: column - from, colspan, rowspan });
    }
    return cells;
  });
}

/** Whether a sheet's name heads it: not a name that Excel gave, nor above a title or a heading of the same words. */
function tellsSomething(name: string, first: Block, isFirst: boolean): boolean {
  if (/^(?:Sheet|工作表)\d*$/i.test(name.trim())) return false;
  return first.kind === 'table' || (!isFirst && !first.text.startsWith(name));
}

/** Adds a sheet's blocks behind those of the sheets before it, under its name where that says something. */
export function addSheet(blocks: Block[], name: string, sheet: Sheet): void {
  const read = sheetBlocks(sheet);
  if (read.length > 0 && tellsSomething(name, read[0]!, blocks.length === 0)) blocks.push({ kind: 'paragraph', text: name, heading: 1 });
  blocks.push(...read);
}

/** Puts a cell's text into the sheet. Whole rows and columns are often formatted: empty cells far out are nothing, text there is no report. */
export function putCell(sheet: Sheet, row: number, column: number, text: string, bordered: boolean): void {
  const far = row >= LIMITS.row || column >= LIMITS.column;
  if (text === '' && far) return;
  if (far || row < 0 || ++sheet.cells > LIMITS.cells) throw new UnreadableFile('too_large');
  const texts = sheet.rows.get(row) ?? new Map<number, string>();
  sheet.rows.set(row, texts.set(column, text));
  if (bordered) sheet.bordered.add(row);
}
