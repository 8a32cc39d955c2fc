/**
 * Tables in text without a grid, whatever flattened them (tabs, pipes, one cell a line, spaces, nothing): a row is its
 * label and the values that follow it.
 */
import type { Document } from '../documents/document.ts';
import type { Edition } from '../form/edition.ts';
import { APPLICANT_COLUMNS, TABLE_THREE_ROWS } from '../form/table-three.ts';
import { placeOf, segmentAt, type FlatText } from './flat-text.ts';
import { core, THREE_LABELS, TWO_LABELS, UNDIVIDED } from './form-labels.ts';
import { findLabels, type FoundLabel } from './label-chain.ts';
import { bare } from './labels.ts';
import { alignmentOf, rowCells, type Alignment, type Piece, type RowCells } from './pieces.ts';
import type { StatutoryCell } from './report.ts';
import { columnsOfTwo, emptyReading, noteDrift, printedAs, threeFigure, twoFigure, twoRow, type PrintedColumns, type TableReading } from './table-reading.ts';

/** Longest run of values behind the last label of a table. */
const REACH = 800;

function toCells(flat: FlatText, figures: readonly string[], row: RowCells, unit?: string): StatutoryCell[] {
  const of = (piece: Piece, figure: string, indistinct: boolean): StatutoryCell => ({
    figure, raw: flat.text.slice(piece.from, piece.to), at: placeOf(flat, piece.from, piece.to),
    ...(indistinct ? { indistinct: true as const, ...(piece.runsOn === undefined ? {} : { runsOn: piece.runsOn }) } : {}),
    ...(unit ? { unit } : {}),
  });
  if ('indistinct' in row) return figures.map((figure) => of(row.indistinct, figure, true));
  return row.cells.map((piece, index) => of(piece, figures[index]!, false));
}

/** Rows between two rows of the form: a short label and as many values as the table has columns, or cells of a line. */
function takeExtraRows(reading: TableReading, flat: FlatText, rest: readonly Piece[], columns: number): void {
  for (let at = 0; at < rest.length; at++) {
    const label = rest[at]!;
    const letters = bare(label.text);
    if (label.value || letters.length < 3 || letters.length > 30 || /[，。；]/.test(label.text) || /第二十|信息内容|本年|数量/.test(label.text)) continue;
    const values: Piece[] = [];
    for (let next = at + 1; rest[next]?.value && rest[next]!.line === label.line; next++) values.push(rest[next]!);
    if (values.length === 0 || (label.line === undefined && values.length !== columns)) continue;
    reading.extraRows.push({ table: reading.table, label: label.text.trim(), cells: values.map((piece) => piece.text), at: placeOf(flat, label.from, label.to) });
    at += values.length;
  }
}

const ARTICLE = /第\s{0,3}二\s{0,3}十\s{0,3}一?\s{0,3}条|信\s{0,2}息\s{0,2}内\s{0,2}容/;

/** Where the table's heading begins, before its first row: the first of the form's words in the stretch before it. */
function headStart(text: string, from: number, first: number, words: RegExp): number {
  const begin = Math.max(from, first - REACH);
  const found = text.slice(begin, first).search(words);
  return found < 0 ? first : begin + found;
}

/**
 * Table 二 in [from, to) of the text; null where its headings and rows do not stand there. `year`: the edition of the
 * report's year, for a table that prints no column labels.
 */
export function readFlowTwo(flat: FlatText, from: number, to: number, year: Edition): TableReading | null {
  const head = flat.text.slice(from, to).search(ARTICLE);
  const found = findLabels(flat, TWO_LABELS, head < 0 ? from : from + head, to);
  // Prose alone also speaks of licences and penalties: without the headings most rows must be there.
  if (found.length < (head < 0 ? 4 : 1)) return null;
  const reading = emptyReading('二');
  let printed: PrintedColumns | null = null;
  let end = from;
  const editions: Edition[] = [];
  // In a line of cells the values stand right behind the label, whatever merged cells follow them.
  const lines = alignmentOf(flat, found.map((label, index) => ({ from: label.end, to: Math.min(found[index + 1]?.start ?? to, label.end + REACH) })), 1);
  const widths = (index: number): Alignment | undefined => {
    const cell = flat.segments[segmentAt(flat, found[index]!.start + 1)]!.cell;
    return lines?.start !== undefined && cell !== undefined ? { start: cell + 1, width: lines.width } : undefined;
  };
  found.forEach((label, index) => {
    const row = twoRow(label.key);
    const above = flat.text.slice(index === 0 ? Math.max(from, label.start - REACH) : found[index - 1]!.end, label.start);
    const columns: PrintedColumns | null = columnsOfTwo(row, above);
    if (columns) {
      printed = columns;
      editions.push(columns.edition);
      for (const drift of columns.drift) noteDrift(reading, drift.printed, drift.expected);
    }
    const under = columns ?? inherited(row, printed, year);
    if (!under) return;
    const next = Math.min(found[index + 1]?.start ?? to, label.end + REACH);
    const article = flat.text.slice(label.end, next).search(ARTICLE);
    const stop = article < 0 ? next : label.end + article;
    const cells = rowCells(flat, label.end, stop, under.columns.length, widths(index));
    reading.cells.push(...toCells(flat, under.columns.map((column) => twoFigure(label.key, column.key)), cells, under.unit));
    reading.rows.push(label.key);
    noteLabel(reading, flat, label, row.label[under.edition] ?? row.label['2021'] ?? row.label['2019']!);
    if ('cells' in cells && index < found.length - 1) takeExtraRows(reading, flat, cells.rest, under.columns.length);
    end = endOf(cells, label.end);
  });
  reading.edition = majority(editions);
  reading.spans.push([headStart(flat.text, from, found[0]!.start, ARTICLE), end]);
  return reading.rows.length > 0 ? reading : null;
}

/** Columns for a row without a heading of its own: those above it, or what one edition alone allows. */
function inherited(row: ReturnType<typeof twoRow>, above: PrintedColumns | null, year: Edition): PrintedColumns | null {
  const edition = row.columns[above?.edition ?? year] ? (above?.edition ?? year) : '2019';
  const columns = row.columns[edition];
  return columns ? { edition, columns, drift: [] } : null;
}

function majority(editions: readonly Edition[]): Edition | null {
  const old = editions.filter((edition) => edition === '2019').length;
  return editions.length === 0 ? null : old * 2 > editions.length ? '2019' : '2021';
}

const endOf = (row: RowCells, fallback: number): number => ('indistinct' in row ? row.indistinct.to : (row.cells.at(-1)?.to ?? fallback));

function noteLabel(reading: TableReading, flat: FlatText, label: FoundLabel, expected: string): void {
  const letters = bare(label.printed);
  // 其他 and 规范性文件 are found by the short wording; what is printed in front of it belongs to the label.
  if (label.distance > 0 || !core(expected).endsWith(letters) || letters.length < core(expected).length)
    noteDrift(reading, label.printed, expected, placeOf(flat, label.start, Math.min(label.end, flat.segments[segmentAt(flat, label.start)]!.end)));
}

/** Applicant columns in printed order: the form's, without those whose label is not printed, 总计 first where it stands first. */
export function applicantsOf(header: string): { keys: string[]; missing: string[]; drift: { printed: string; expected: string }[] } {
  const letters = bare(header);
  const drift: { printed: string; expected: string }[] = [];
  const found = new Map<string, number>();
  printedAs(letters, APPLICANT_COLUMNS.map((column) => column.label)).forEach((fit, index) => {
    if (!fit) return;
    const column = APPLICANT_COLUMNS[index]!;
    found.set(column.key, letters.indexOf(fit.printed));
    if (!fit.exact) drift.push({ printed: fit.printed, expected: column.label });
  });
  const keys = APPLICANT_COLUMNS.map((column) => column.key as string);
  // A heading lost altogether says nothing about columns.
  if (found.size < 5) return { keys, missing: [], drift: [] };
  const missing = keys.filter((key) => !found.has(key));
  const first = found.has('total') && found.has('natural') && found.get('total')! < found.get('natural')!;
  const printed = keys.filter((key) => found.has(key));
  return { keys: first ? ['total', ...printed.filter((key) => key !== 'total')] : printed, missing, drift };
}

const OTHER_TABLES = ['新收', '结转', '予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'];

/** Whether the heading above a row belongs to another table: then its columns are not the form's, whatever their number. */
export function foreignHeader(document: Document, block: number, row: number): boolean {
  const table = document.blocks[block];
  const header = table?.kind === 'table' && row > 0 ? table.rows[0]! : [];
  const letters = header.map((cell) => bare(cell.text));
  if (header.length < 5 || letters.some((text) => text === '自然人' || text === '商业企业')) return false;
  return letters.filter((text) => OTHER_TABLES.some((word) => text.includes(word))).length >= 2;
}

const THREE_HEAD = /[（(]?\s?本\s?列\s?数\s?据|申\s?请\s?人\s?情\s?况|自\s?然\s?人/;
const THREE_ROW = new Map(TABLE_THREE_ROWS.map((row) => [row.key, row]));

/** Prose tells of 予以公开 and 其他处理, not of labels of this length. */
const LONG_LABEL = 8;

/** Table 三 in [from, to) of the text; null where fewer than three of its long labels stand there. */
export function readFlowThree(document: Document, flat: FlatText, from: number, to: number): TableReading | null {
  const found = findLabels(flat, THREE_LABELS, from, to);
  const rows = found.filter((label) => label.row);
  if (rows.filter((label) => bare(label.printed).length >= LONG_LABEL).length < 3) return null;
  const reading = emptyReading('三');
  const head = headStart(flat.text, from, found[0]!.start, THREE_HEAD);
  const applicants = applicantsOf(flat.text.slice(head, found[0]!.start));
  for (const drift of applicants.drift) noteDrift(reading, drift.printed, drift.expected);
  for (const key of applicants.missing)
    reading.drift.push({ kind: 'column_missing', table: '三', expected: APPLICANT_COLUMNS.find((column) => column.key === key)!.label });
  const stop = (label: FoundLabel): number => Math.min(found[found.indexOf(label) + 1]?.start ?? to, label.end + REACH);
  const count = applicants.keys.length;
  const alignment = alignmentOf(flat, rows.map((label) => ({ from: label.end, to: stop(label) })), count);
  let end = found[0]!.start;
  for (const label of rows) {
    const row = rowCells(flat, label.end, stop(label), count, alignment);
    // （六）其他处理 without values is the heading of its three rows.
    if (label.key === UNDIVIDED && 'cells' in row && row.cells.every((piece) => piece.text.trim() === '') && rows.some((other) => other.key.startsWith('other_handling.'))) continue;
    if ('cells' in row) {
      const segment = flat.segments[segmentAt(flat, row.cells[0]!.from)]!;
      const cells = row.cells;
      const odd = segment.row !== undefined && foreignHeader(document, segment.block, segment.row);
      const figures = applicants.keys.map((key) => threeFigure(label.key, key));
      reading.cells.push(...(odd ? cells.flatMap((piece, index) => toCells(flat, [figures[index]!], { indistinct: piece })) : toCells(flat, figures, row)));
      if (label !== rows.at(-1)) takeExtraRows(reading, flat, row.rest, count);
    } else reading.cells.push(...toCells(flat, applicants.keys.map((key) => threeFigure(label.key, key)), row));
    reading.rows.push(label.key);
    noteLabel(reading, flat, label, THREE_ROW.get(label.key)!.label);
    end = endOf(row, label.end);
  }
  reading.spans.push([head, Math.max(end, found.at(-1)!.end)]);
  return reading;
}
