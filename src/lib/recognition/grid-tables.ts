/** Tables with a true grid (HTML): rows by their label cell, columns by the labels above them. */
import { onPage, type Cell, type Document, type Table } from '../documents/document.ts';
import { CASE_GROUP_COLUMNS, CASE_GROUPS, CASE_RESULT_COLUMNS, CASE_RESULTS, type CaseGroup } from '../form/table-four.ts';
import { APPLICANT_COLUMNS, APPLICANTS, TABLE_THREE_ROWS } from '../form/table-three.ts';
import type { Edition } from '../form/edition.ts';
import type { TableNumber } from '../form/figures.ts';
import { foreignHeader } from './flow-tables.ts';
import { core, THREE_LABELS, TWO_LABELS } from './form-labels.ts';
import { bare, distance, findNear, tolerance, withoutMark } from './labels.ts';
import { isValue } from './pieces.ts';
import type { StatutoryCell } from './report.ts';
import { columnsOfTwo, emptyReading, fourFigure, noteDrift, threeFigure, twoFigure, twoRow, type PrintedColumns, type TableReading } from './table-reading.ts';

interface Placed {
  cell: Cell;
  /** Number of the cell in its row. */
  number: number;
}
interface LabelHit {
  key: string;
  number: number;
  exact: boolean;
}

const isBlank = (cell: Cell): boolean => cell.text.trim() === '';
const isWords = (cell: Cell): boolean => !isBlank(cell) && !isValue(cell.text);

function dictionary(labels: readonly { key: string; row: boolean; wordings: string[] }[]): Map<string, string> {
  return new Map(labels.filter((label) => label.row).flatMap((label) => label.wordings.map((wording) => [wording, label.key] as const)));
}
const TWO = dictionary(TWO_LABELS);
const THREE = dictionary(THREE_LABELS);
/** Of labels with instructions in them. */
const LONGEST_LABEL = 200;
/** Group headings of table 三 stand beside rows and are none. */
const GROUPS = new Set([...THREE_LABELS.filter((label) => !label.row).flatMap((label) => label.wordings), '本年度办理结果']);
const THREE_ROW = new Map(TABLE_THREE_ROWS.map((row) => [row.key, row]));

/** The row that a cell's text names: exactly, behind a group's heading in the same cell, or within edit distance. */
function nameOf(text: string, names: Map<string, string>): { key: string; exact: boolean } | null {
  const letters = bare(withoutMark(text).replace(/[（(][\s\S]*$/, ''));
  const exact = names.get(letters);
  if (exact) return { key: exact, exact: true };
  if (letters.length < 4 || GROUPS.has(letters)) return null;
  let best: { key: string; exact: boolean; distance: number } | null = null;
  for (const [wording, key] of names) {
    if (wording.length > 3 && letters.length > wording.length && letters.length <= wording.length + 14 && letters.endsWith(wording)) return { key, exact: true };
    const most = tolerance(wording.length);
    const far = distance(letters, wording, most);
    if (far <= most && (!best || far < best.distance)) best = { key, exact: false, distance: far };
  }
  return best;
}

/** The last cell of the row that names a row: headings of groups stand before it. */
function labelOf(row: readonly Cell[], names: Map<string, string>): LabelHit | null {
  for (let number = row.length - 1; number >= 0; number--) {
    const cell = row[number]!;
    if (cell.text.length === 0 || cell.text.length > LONGEST_LABEL) continue;
    const hit = isWords(cell) ? nameOf(cell.text, names) : null;
    if (hit) return { ...hit, number };
  }
  return null;
}

/**
 * The cells of the columns in `columns` (grid columns, in order). As many cells as columns are taken in order, since
 * pages often shift their merged cells; so are as many filled ones (rows moved by a column); else the grid decides. Where headings
 * are missing (`partial`) the row may hold values of a column that nobody names: then only the grid decides.
 */
function assign(cells: readonly Placed[], count: number, columns: readonly number[] | null, partial: boolean): Placed[] | null {
  if (cells.length === count) return [...cells];
  const filled = cells.filter((placed) => !isBlank(placed.cell));
  const beyond = columns !== null && cells.some(({ cell }) => cell.column > Math.max(...columns));
  // Moved by a cell, or one is empty and another there twice: nobody can tell.
  if (beyond && filled[0] && filled[0] !== cells[0] && filled[0].cell.column > columns[0]!) return null;
  // A gap inside is an empty cell, whatever came in elsewhere.
  if (filled.length === count && !partial && filled.at(-1)!.number - filled[0]!.number === count - 1) return filled;
  // A row that goes beyond the headings has a cell too many somewhere: the grid says nothing of the others.
  if (columns && !beyond) {
    const under = columns.map((column) => cells.find(({ cell }) => cell.column <= column && column < cell.column + cell.colspan));
    const placed = under.filter((hit) => hit !== undefined);
    if (placed.length === count && new Set(placed).size === count && filled.every((hit) => placed.includes(hit))) return placed;
  }
  if (filled.length === 0 && cells.length > 0) return Array.from({ length: count }, (_, index) => cells[Math.min(index, cells.length - 1)]!);
  return null;
}

const toCell = (figure: string, block: number, row: number, placed: Placed, indistinct: boolean, unit?: string): StatutoryCell => ({
  figure, raw: placed.cell.text, at: { block, row, cell: placed.number, ...onPage(placed.cell) },
  ...(indistinct ? { indistinct: true as const } : {}), ...(unit ? { unit } : {}),
});

/** Reads one table after another and keeps what headings say until the next ones. */
class GridReader {
  readonly readings = new Map<TableNumber, TableReading>();
  readonly editions: Edition[] = [];
  private readonly document: Document;
  private applicants: { key: string; column: number }[] | null = null;
  private printed: PrintedColumns | null = null;

  private readonly year: Edition;

  /** `year`: the edition of the report's year, for tables that print no column labels. */
  constructor(document: Document, year: Edition) {
    this.document = document;
    this.year = year;
  }

  reading(table: TableNumber): TableReading {
    const known = this.readings.get(table) ?? emptyReading(table);
    this.readings.set(table, known);
    return known;
  }

  read(block: number, table: Table): void {
    this.readRows(block, table);
    this.readFour(block, table);
  }

  private readRows(block: number, table: Table): void {
    this.applicants = null;
    let header: Cell[] = [];
    let last: TableNumber | null = null;
    let previous = '';
    const ofTwo = table.rows.map((row) => labelOf(row, TWO));
    const ofThree = table.rows.map((row) => labelOf(row, THREE));
    const two = ofTwo.filter((hit) => hit !== null).length;
    const three = ofThree.filter((hit) => hit !== null).length;
    const articles = table.rows.some((row) => row.some((cell) => /^第?二十一?条第?/.test(bare(cell.text))));
    table.rows.forEach((row, number) => {
      if (this.readApplicants(row)) return;
      const hit = this.threeLabel(row, ofThree[number]!, previous);
      if (hit && (three >= 2 || this.applicants || this.readings.has('三'))) {
        this.takeThree(block, number, row, hit);
        [last, previous, header] = ['三', hit.key, []];
        return;
      }
      const name = ofTwo[number]!;
      if (name && (two >= 2 || articles || this.readings.has('二')) && row.length > name.number + 1) {
        this.takeTwo(block, number, row, name, header);
        [last, header] = ['二', []];
        return;
      }
      const label = row.find(isWords);
      const values = row.filter((cell) => !isBlank(cell) && isValue(cell.text));
      if (last && label && values.length > 0 && row.indexOf(label) < row.indexOf(values[0]!) && row.filter(isWords).length <= 2)
        this.reading(last).extraRows.push({ table: last, label: label.text, cells: row.filter((cell) => cell !== label).map((cell) => cell.text), at: { block, row: number, cell: row.indexOf(label) } });
      else header.push(...row);
    });
  }

  /** Takes the applicant columns from a heading row; false where the row is none. */
  private readApplicants(row: readonly Cell[]): boolean {
    const found = row.flatMap((cell) => {
      const letters = bare(cell.text);
      const column = APPLICANT_COLUMNS.find((entry) => letters === entry.label)
        ?? APPLICANT_COLUMNS.find((entry) => letters.length > 3 && letters.length < 9 && distance(letters, entry.label, 2) <= tolerance(entry.label.length));
      if (column && letters !== column.label) noteDrift(this.reading('三'), cell.text, column.label);
      return column ? [{ key: column.key as string, column: cell.column }] : [];
    });
    if (new Set(found.map((entry) => entry.key)).size < 2 || row.some((cell) => isValue(cell.text))) return false;
    this.applicants = [...(this.applicants ?? []), ...found].sort((a, b) => a.column - b.column);
    return true;
  }

  /** 其他 and 总计 name a row only behind the rows that precede them. */
  private threeLabel(row: readonly Cell[], hit: LabelHit | null, previous: string): LabelHit | null {
    if (!hit || row.length <= hit.number + 1) return null;
    if (hit.key === 'other_handling.other' && !previous.startsWith('other_handling') && !/3/.test(row[hit.number]!.text)) return null;
    if (hit.key === 'processed' && previous === '' && !/七/.test(row[hit.number]!.text)) return null;
    return hit;
  }

  private takeThree(block: number, number: number, row: readonly Cell[], hit: LabelHit): void {
    const reading = this.reading('三');
    const columns = this.applicants && this.applicants.length >= 5 ? this.applicants : null;
    const keys = columns ? columns.map((column) => column.key) : [...APPLICANTS];
    if (columns && !reading.drift.some((entry) => entry.kind === 'column_missing'))
      for (const column of APPLICANT_COLUMNS)
        if (!keys.includes(column.key)) reading.drift.push({ kind: 'column_missing', table: '三', expected: column.label });
    const values = row.map((cell, index) => ({ cell, number: index })).slice(hit.number + 1);
    const figures = keys.map((key) => threeFigure(hit.key, key));
    const odd = !columns && foreignHeader(this.document, block, number);
    this.take(reading, block, number, figures, values, columns?.map((column) => column.column) ?? null, odd);
    this.noteRow(reading, block, number, row, hit, THREE_ROW.get(hit.key)!.label);
  }

  private takeTwo(block: number, number: number, row: readonly Cell[], hit: LabelHit, header: readonly Cell[]): void {
    const reading = this.reading('二');
    const of = twoRow(hit.key);
    const printed = columnsOfTwo(of, header.map((cell) => cell.text).join('\n'));
    if (printed) {
      this.printed = printed;
      this.editions.push(printed.edition);
      for (const drift of printed.drift) noteDrift(reading, drift.printed, drift.expected);
    }
    const known = this.printed?.edition ?? this.year;
    const edition = of.columns[known] ? known : '2019';
    const columns = printed?.columns ?? of.columns[edition]!;
    const places = columns.map((column) => header.find((cell) => {
      const letters = bare(cell.text);
      const label = bare(column.label.replace(/（[\s\S]*$/, ''));
      return letters !== '' && (letters.startsWith(label) || distance(letters, label) <= tolerance(label.length));
    })?.column);
    const values = row.map((cell, index) => ({ cell, number: index })).slice(hit.number + 1);
    const placed = places.every((place) => place !== undefined) ? places : null;
    this.take(reading, block, number, columns.map((column) => twoFigure(hit.key, column.key)), values, placed, false, printed?.unit);
    this.noteRow(reading, block, number, row, hit, of.label[edition] ?? of.label['2021'] ?? of.label['2019']!);
  }

  private take(reading: TableReading, block: number, row: number, figures: readonly string[], values: readonly Placed[], columns: readonly number[] | null, odd: boolean, unit?: string): void {
    const partial = reading.table === '三' && figures.length < APPLICANTS.length;
    const assigned = assign(values, figures.length, columns, partial);
    if (assigned) reading.cells.push(...assigned.map((placed, index) => toCell(figures[index]!, block, row, placed, odd, unit)));
    else {
      const first = values.find((placed) => !isBlank(placed.cell)) ?? values[0]!;
      reading.cells.push(...figures.map((figure) => toCell(figure, block, row, first, true)));
    }
  }

  private noteRow(reading: TableReading, block: number, number: number, row: readonly Cell[], hit: LabelHit, expected: string): void {
    reading.rows.push(hit.key);
    const text = row[hit.number]!.text;
    const letters = bare(withoutMark(text).replace(/[（(][\s\S]*$/, ''));
    if (!hit.exact || (letters !== core(expected) && !letters.endsWith(core(expected)))) noteDrift(reading, text, expected, { block, row: number, cell: hit.number });
  }

  /** Table 四: result labels in one or two heading rows, groups above them, then the row of values. */
  private readFour(block: number, table: Table): void {
    let results: { key: string; column: number }[] = [];
    let groups: { key: CaseGroup; from: number; to: number }[] = [];
    table.rows.forEach((row, number) => {
      let heads = 0;
      for (const cell of row) {
        const letters = bare(cell.text);
        const result = CASE_RESULT_COLUMNS.find((entry) => entry.label === letters)
          ?? CASE_RESULT_COLUMNS.find((entry) => letters.length >= 3 && letters.length <= 5 && entry.label.length === 4 && distance(letters, entry.label, 1) <= 1);
        if (result) {
          results.push({ key: result.key, column: cell.column });
          if (letters !== result.label) noteDrift(this.reading('四'), cell.text, result.label);
        }
        const group = CASE_GROUP_COLUMNS.find((entry) => letters === entry.label || (entry.litigation && letters.endsWith(entry.label)));
        if (group) groups.push({ key: group.key, from: cell.column, to: cell.column + cell.colspan });
        if (result || group) heads++;
      }
      if (heads > 0 || results.length < 5 || !row.every((cell) => isBlank(cell) || isValue(cell.text)) || row.length < 5) return;
      const sorted = [...results].sort((a, b) => a.column - b.column);
      if (sorted.length % 5 !== 0 || sorted.length > 15) return;
      // Labels in another order were put together from pieces: nobody can tell which column is whose.
      const odd = sorted.some(({ key }, index) => key !== CASE_RESULTS[index % 5]);
      const done = this.reading('四').rows;
      const figures = sorted.map(({ key, column }, index) => {
        const group = groups.find((entry) => entry.from <= column && column < entry.to)?.key
          ?? (sorted.length === 15 ? CASE_GROUPS[Math.floor(index / 5)]! : this.groupAbove(block) ?? CASE_GROUPS[Math.min(2, done.length)]!);
        return { group, figure: fourFigure(group, key) };
      });
      this.take(this.reading('四'), block, number, figures.map((entry) => entry.figure), row.map((cell, index) => ({ cell, number: index })), sorted.map((entry) => entry.column), odd);
      done.push(...new Set(figures.map((entry) => entry.group)));
      [results, groups] = [[], []];
    });
  }

  /** The group that the paragraph above a table of five columns names. */
  private groupAbove(block: number): CaseGroup | undefined {
    const above = this.document.blocks[block - 1];
    if (above?.kind !== 'paragraph' || above.text.length > 60) return undefined;
    const letters = bare(above.text);
    return [...CASE_GROUP_COLUMNS].reverse().find((group) => findNear(letters, group.label, 0))?.key;
  }
}

/** What all grids of the document hold of the statutory tables. */
export function readGrids(document: Document, year: Edition): TableReading[] {
  const reader = new GridReader(document, year);
  document.blocks.forEach((block, number) => {
    if (block.kind === 'table' && block.grid) reader.read(number, block);
  });
  const old = reader.editions.filter((edition) => edition === '2019').length;
  const two = reader.readings.get('二');
  if (two && reader.editions.length > 0) two.edition = old * 2 > reader.editions.length ? '2019' : '2021';
  return [...reader.readings.values()].filter((reading) => reading.cells.length > 0);
}
