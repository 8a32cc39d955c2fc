/** The door of this room: a document to the reports in it. */
import type { Document } from '../documents/document.ts';
import { editionOf, type Edition } from '../form/edition.ts';
import { TABLES, type FigureId, type TableNumber } from '../form/figures.ts';
import { CASE_GROUPS } from '../form/table-four.ts';
import { TABLE_THREE_ROWS, tableThreeRows } from '../form/table-three.ts';
import { TABLE_TWO } from '../form/table-two.ts';
import { findHeadings, type Heading } from './find-sections.ts';
import { flatten, GRID, placeOf, type FlatText } from './flat-text.ts';
import { readFlowThree, readFlowTwo } from './flow-tables.ts';
import { readFlowFour } from './flow-table-four.ts';
import { UNDIVIDED } from './form-labels.ts';
import { readGrids } from './grid-tables.ts';
import { identify, NOBODY } from './identify.ts';
import { isValue } from './pieces.ts';
import type { FormDrift, RecognisedReport, Section, StatutoryCell } from './report.ts';
import { splitReports } from './split-reports.ts';
import { emptyReading, type TableReading } from './table-reading.ts';

const SECTION_OF: Record<TableNumber, number> = { 二: 2, 三: 3, 四: 4 };

/** Stretches of the text in which a table may stand: its section first, then everything. */
function stretches(flat: FlatText, headings: readonly Heading[], number: number): [number, number][] {
  const all: [number, number] = [0, flat.text.length];
  const at = headings.findIndex((heading) => heading.number === number);
  if (at < 0) return [all];
  return [[headings[at]!.end, headings[at + 1]?.start ?? flat.text.length], all];
}

function readFlow(document: Document, flat: FlatText, table: TableNumber, from: number, to: number, year: Edition): TableReading | null {
  if (table === '二') return readFlowTwo(flat, from, to, year);
  return table === '三' ? readFlowThree(document, flat, from, to) : readFlowFour(flat, from, to);
}

/** Where a figure stands twice (a page that repeats its table), the first legible cell counts. */
function firstOfEach(cells: readonly StatutoryCell[]): StatutoryCell[] {
  const chosen = new Map<FigureId, StatutoryCell>();
  for (const cell of cells) {
    const known = chosen.get(cell.figure);
    if (!known || (known.indistinct && !cell.indistinct)) chosen.set(cell.figure, cell);
  }
  return [...chosen.values()];
}

/** Rows of the form that the table does not print, and what it prints of another year's form. */
function formDrift(reading: TableReading, year: number | null, edition: Edition): FormDrift[] {
  const { table, rows } = reading;
  const missing = (expected: string): FormDrift => ({ kind: 'row_missing', table, expected });
  if (table === '四') return CASE_GROUPS.filter((group) => !rows.includes(group)).map((group) => missing(group));
  if (table === '二') {
    const printed = reading.edition ?? edition;
    const other: FormDrift[] = year === null || printed === edition ? [] : [{ kind: printed === '2019' ? 'old_table' : 'early_table', table }];
    return [...other, ...TABLE_TWO[printed].flatMap((block) => block.rows.filter((row) => !rows.includes(row.key)).map((row) => missing(row.label)))];
  }
  const undivided = rows.includes(UNDIVIDED);
  const divided = rows.some((row) => row.startsWith('other_handling.'));
  const other: FormDrift[] = year !== null && edition === '2021' && undivided && !divided ? [{ kind: 'other_undivided', table }]
    : year !== null && edition === '2019' && divided ? [{ kind: 'other_divided', table }] : [];
  const expected = undivided && !divided ? tableThreeRows('2019') : divided ? tableThreeRows('2021') : TABLE_THREE_ROWS.filter((row) => row.editions.includes(edition));
  return [...other, ...expected.filter((row) => !rows.includes(row.key)).map((row) => missing(row.label))];
}

/** As many digits in a row as table 三 has columns. */
const GLUED = /^[\d\s.]{7,}$/;
/** Whether values stand in the table, more than words: lists of the form's labels and explanations of it hold few and by chance. */
function isFilled({ cells }: TableReading): boolean {
  const values = cells.filter(({ raw, indistinct }) => (indistinct ? GLUED.test(raw) : isValue(raw))).length;
  return values > 0 && 2 * values > cells.filter(({ raw }) => raw.trim() !== '').length;
}

const FEWEST_SECTIONS = 3;
/** Whether several sections follow each other in the form's order with text in them: a list of contents or of wordings has none. */
function hasSections(flat: FlatText, headings: readonly Heading[]): boolean {
  const inOrder = headings.every((heading, index) => index === 0 || headings[index - 1]!.number < heading.number);
  const told = headings.filter((heading, index) => flat.text.slice(heading.end, headings[index + 1]?.start ?? flat.text.length).trim() !== '');
  return headings.length >= FEWEST_SECTIONS && inOrder && told.length > headings.length / 2;
}

/** Of a document without headings no more is taken than an opening can be. */
const LONGEST_OPENING = 6000;

/** Prose of [from, to): lines of the text without the tables in between. */
function proseOf(flat: FlatText, from: number, to: number, spans: readonly [number, number][]): string {
  let text = '';
  let at = from;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (end <= at || start >= to) continue;
    text += `${flat.text.slice(at, Math.max(at, start))}\n`;
    at = Math.min(end, to);
  }
  text += flat.text.slice(at, to);
  return text.replaceAll(GRID, '').split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}

/**
 * The reports of a document, numbered by `part` where there are several: who, which year, sections, and the cells of the three tables by
 * their printed row and column. `name` is the file's name, the weakest evidence of all. A document that is no annual report gives
 * one entry without body, year and tables. Never throws.
 */
export function recogniseReports(document: Document, name: string): RecognisedReport[] {
  const parts = splitReports(document);
  return parts.map((part, index) => ({ ...(parts.length > 1 ? { part: index + 1 } : {}), ...recogniseReport(part, name) }));
}

function recogniseReport(document: Document, name: string): RecognisedReport {
  const flat = flatten(document);
  const headings = findHeadings(flat);
  const read = identify(document, flat, name);
  const ofYear = read.year === null ? '2021' : editionOf(read.year);
  const grids = readGrids(document, ofYear);
  // A report is a document with a title of one, or with several of its sections, or with tables that are filled in.
  const isTold = read.title !== null || hasSections(flat, headings);
  const readings = TABLES.map((table) => {
    let reading: TableReading | null = grids.find((grid) => grid.table === table) ?? null;
    for (const [from, to] of stretches(flat, headings, SECTION_OF[table])) reading ??= readFlow(document, flat, table, from, to, ofYear);
    return reading ?? emptyReading(table);
  }).filter((reading) => reading.cells.length > 0 && (isTold || isFilled(reading)));
  const who = isTold || readings.length > 0 ? read : NOBODY;
  const edition = who.year !== null ? editionOf(who.year) : (readings.find((reading) => reading.table === '二')?.edition ?? '2021');
  const spans = readings.flatMap((reading) => reading.spans);
  const sections: Section[] = headings.map((heading, index) => ({
    number: heading.number, title: heading.title, text: proseOf(flat, heading.end, headings[index + 1]?.start ?? flat.text.length, spans),
    at: placeOf(flat, heading.start, heading.end),
  }));
  return {
    ...who, edition, opening: proseOf(flat, 0, Math.min(headings[0]?.start ?? LONGEST_OPENING, LONGEST_OPENING), spans), sections,
    tables: readings.map((reading) => reading.table),
    cells: readings.flatMap((reading) => firstOfEach(reading.cells)),
    extraRows: readings.flatMap((reading) => reading.extraRows),
    drift: readings.flatMap((reading) => [...formDrift(reading, who.year, edition), ...reading.drift, ...reading.extraRows.map((row): FormDrift => ({ kind: 'row_extra', table: row.table, printed: row.label, at: row.at }))]),
  };
}
