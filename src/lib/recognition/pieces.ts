/**
 * What stands between two labels, cut into pieces: cells of a separated line, or numbers and words between spaces.
 * Says which pieces are the cells of a row, or that they cannot be told apart.
 */
import { segmentAt, type FlatText } from './flat-text.ts';

export interface Piece {
  text: string;
  /** [from, to) in the flat text. */
  from: number;
  to: number;
  /** Number of the line the cell stands in; absent in running text. */
  line?: number;
  /** Number of the cell in its line. */
  cell?: number;
  /** A number, a dash or a word for nothing. */
  value: boolean;
  /** What follows a number without a break and may own some of its digits (`02025年`). */
  runsOn?: string;
}

const NUMBERS = /^[+\-－−]?[\d０-９]+(?:[.,，．+\-－−][\d０-９]+)*/;
const UNIT = /^\s{0,2}(?:万元|亿元|元|件次|件|项|笔|宗|条|份|个|次|起)/;
const NOTE = /^[（(](?![一二三四五六七八九十]+[）)])[^（）()\n]{1,60}[）)]/;
const NOTHING = /^(?:[-–—－―−]{1,3}|[/／\\]|无|不适用|暂无|没有)$/;
/** Begins as cells that ran together do, though it is no number: at least one digit, or two signs for nothing. */
const MIXED = /^[-+＋–—－―−/／无]*(?:[\d０-９]|[-–—－―−/／无]{2})/;
/** `4.无正当理由…` is a label of its own, not a number. */
const ORDINAL = /^\d{1,2}[.．、]\s?[\u4e00-\u9fff]/;
/** A line of its own at the foot of a page. */
const PAGE_NUMBER = /^(?:[-–—－]\s?\d{1,3}\s?[-–—－]|第\s?\d{1,3}\s?页(?:[，,]?\s?共\s?\d{1,3}\s?页)?)$/;
const LIST_MARK = /^[.．、]\s?[\u4e00-\u9fff]/;
/** Words that need a number before them: digits in front of them may belong to the sentence. */
const COUNTED = /^[年月日时点件条项个次宗起份笔人名家户号期批类种%％多余万亿元页]/;

/** Whether a whole cell's text is a number (with unit or note), a dash or a word for nothing. */
export function isValue(text: string): boolean {
  const trimmed = text.trim();
  if (NOTHING.test(trimmed)) return true;
  const number = NUMBERS.exec(trimmed)?.[0];
  return number !== undefined && behindUnit(trimmed, number.length) === trimmed.length;
}

/** Behind the unit and the note that follow the number ending at `end`. */
function behindUnit(text: string, end: number): number {
  for (const pattern of [UNIT, NOTE]) end += pattern.exec(text.slice(end, end + 70))?.[0].length ?? 0;
  return end;
}

/** Pieces of running text in [from, to); after a number that runs into prose there are no more. */
function running(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  while (at < to) {
    if (/[\s|｜\uFFFC]/.test(text[at]!)) {
      at++;
      continue;
    }
    let end = at;
    while (end < to && !/[\s|｜\uFFFC]/.test(text[end]!)) end++;
    const word = text.slice(at, end);
    const length = NUMBERS.exec(word)?.[0].length;
    if (length === undefined || ORDINAL.test(word)) pieces.push({ text: word, from: at, to: end, value: NOTHING.test(word) });
    else {
      const number = at + length;
      const stop = Math.min(to, number + behindUnit(text.slice(number, Math.min(to, number + 80)), 0));
      const rest = text.slice(stop, Math.max(stop, end));
      if (rest === '') {
        pieces.push({ text: text.slice(at, stop), from: at, to: stop, value: true });
        end = stop;
      } else {
        // `5件，其中…`, `02025年` and `0004.无正当…` are prose from some digit on; `65我局` and `0三、` are not.
        const unit = text.slice(number, stop);
        const prose = COUNTED.test(rest) || LIST_MARK.test(rest) || (unit !== '' && !/^[一二三四五六七（(第]/.test(rest));
        const cut = prose ? number : stop;
        pieces.push({ text: text.slice(at, cut), from: at, to: cut, value: true, ...(prose ? { runsOn: text.slice(cut, cut + 8) } : {}) });
        return pieces;
      }
    }
    at = end;
  }
  return pieces;
}

/** All pieces of [from, to): whole cells (empty ones too) and the numbers and words of paragraphs. */
export function piecesOf(flat: FlatText, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (let number = segmentAt(flat, from); number < flat.segments.length; number++) {
    const segment = flat.segments[number]!;
    if (segment.start >= to && !(segment.start === to && segment.end === to)) break;
    const [start, end] = [Math.max(segment.start, from), Math.min(segment.end, to)];
    if (segment.row === undefined) {
      if (PAGE_NUMBER.test(flat.text.slice(segment.start, segment.end).trim())) continue;
      pieces.push(...running(flat.text, start, end));
      if (pieces.at(-1)?.runsOn !== undefined) break;
      continue;
    }
    if (start > segment.start && flat.text.slice(start, end).trim() === '') continue;
    const text = flat.text.slice(start, end);
    if (start === segment.start && end === segment.end)
      pieces.push({ text, from: start, to: end, line: segment.block * 100_000 + segment.row, cell: segment.cell, value: isValue(text) });
    else pieces.push(...running(flat.text, start, end));
  }
  return pieces;
}

/** The cells of a row: pieces in the order of the columns; or the run of which they cannot be told. */
export type RowCells = { cells: Piece[]; rest: Piece[] } | { indistinct: Piece };

const glued = (text: string): boolean => /^[0０][\d０-９]/.test(text);
const isBlank = (piece: Piece): boolean => piece.text.trim() === '';

/** One piece from the first to the last, where they stand in one segment; the first otherwise. */
function runOf(flat: FlatText, pieces: readonly Piece[]): Piece {
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  const oneSegment = segmentAt(flat, first.from) === segmentAt(flat, last.to);
  const to = oneSegment ? last.to : first.to;
  return { text: flat.text.slice(first.from, to), from: first.from, to, value: false, ...(oneSegment && last.runsOn !== undefined ? { runsOn: last.runsOn } : {}) };
}

/** How the lines of a table are cut: at which cell the values begin, undefined where nothing tells, and how many cells a line has. */
export interface Alignment {
  start: number | undefined;
  width: number;
}

/**
 * Cells of one line after its label. As many filled cells as columns are the row, wherever they stand; where some are
 * blank, the line must be cut as the table's others are, since a lost cell would shift the rest.
 */
function cellsOfLine(flat: FlatText, line: readonly Piece[], columns: number, alignment: Alignment | undefined): RowCells {
  const filled = line.filter((piece) => !isBlank(piece));
  const done = (cells: readonly Piece[]): RowCells => ({ cells: [...cells], rest: [] });
  // A gap inside is an empty cell, whatever came in elsewhere.
  const gap = filled.length > 0 && filled.at(-1)!.cell! - filled[0]!.cell! !== filled.length - 1;
  // A line that begins empty where the others have their first value: moved by a cell, or one is empty and another there twice.
  const { start = line[0]!.cell!, width = Infinity } = alignment ?? {};
  const moved = alignment !== undefined && filled.length > 0 && line[0]!.cell! <= start && filled[0]!.cell! > start;
  if (filled.length === columns && !gap && !moved) return done(filled);
  // A whole table in one line: the next words are the next row's.
  if (filled.length > columns && filled.slice(0, columns).every((piece) => piece.value) && !filled[columns]!.value) return { cells: filled.slice(0, columns), rest: filled.slice(columns) };
  if (filled.length === 1 && columns > 1) {
    const inner = running(flat.text, filled[0]!.from, filled[0]!.to);
    if (inner.length === columns && inner.every((piece) => piece.value && piece.runsOn === undefined && !glued(piece.text))) return done(inner);
  }
  if (filled.length === 0 && line.length >= columns) return done(line.slice(-columns));
  if (filled.length < columns && alignment?.start !== undefined && line.at(-1)!.cell === width - 1) {
    const placed = line.filter((piece) => piece.cell! >= start && piece.cell! < start + columns);
    if (placed.length === columns && filled.every((piece) => placed.includes(piece))) return done(placed);
  }
  return { indistinct: runOf(flat, filled.length > 0 ? filled : line) };
}

/** Cells of the line behind a label that ends at `from`, if it stands in a line of cells. */
function lineBehind(flat: FlatText, from: number, to: number): Piece[] {
  const pieces = piecesOf(flat, from, to);
  const line = pieces[0]?.line;
  return line === undefined ? [] : pieces.filter((piece) => piece.line === line);
}

/**
 * How a table's lines are cut, told by the lines that are full; where none is, by the last column in which some line
 * has a value. Undefined where there are no lines.
 */
export function alignmentOf(flat: FlatText, rows: readonly { from: number; to: number }[], columns: number): Alignment | undefined {
  const lines = rows.map(({ from, to }) => lineBehind(flat, from, to)).filter((line) => line.length > 0);
  const width = mostFrequent(lines.map((line) => line.at(-1)!.cell! + 1));
  if (width === undefined) return undefined;
  const whole = lines.filter((line) => line.at(-1)!.cell === width - 1);
  const starts = whole.flatMap((line) => {
    const filled = line.filter((piece) => !isBlank(piece));
    return filled.length === columns && filled.at(-1)!.cell! - filled[0]!.cell! === columns - 1 ? [filled[0]!.cell!] : [];
  });
  const start = bestStart(whole, columns, width, mostFrequent(starts) ?? (whole.some((line) => !isBlank(line.at(-1)!)) ? width - columns : undefined));
  return { start: start === undefined || start < 0 ? undefined : start, width };
}

/**
 * The start within whose columns most lines lie; undefined where several do as well, since a single full line may have
 * a cell too many. `told`: by the full lines, or by the last column; without it nothing tells.
 */
function bestStart(lines: readonly (readonly Piece[])[], columns: number, width: number, told: number | undefined): number | undefined {
  if (told === undefined || columns === 1) return told;
  const within = (start: number): number => lines.filter((line) => line.every((piece) => isBlank(piece) || (piece.cell! >= start && piece.cell! < start + columns))).length;
  const starts = Array.from({ length: Math.max(0, width - columns + 1) }, (_, start) => start);
  const most = Math.max(0, ...starts.map(within));
  const best = starts.filter((start) => within(start) === most);
  return best.length === 1 ? best[0] : undefined;
}

function mostFrequent(values: readonly number[]): number | undefined {
  let best: number | undefined;
  const count = (value: number): number => values.filter((other) => other === value).length;
  for (const value of new Set(values)) if (best === undefined || count(value) > count(best)) best = value;
  return best;
}

/** Numbers with their unit written apart (`45.82 万元`) are one piece. */
function joinUnits(flat: FlatText, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.value && last.line === undefined && segmentAt(flat, last.from) === segmentAt(flat, piece.to) && /^\d/.test(last.text) && /^(?:万元|元|件)$/.test(piece.text)) joined[joined.length - 1] = { ...last, to: piece.to, text: flat.text.slice(last.from, piece.to) };
    else joined.push(piece);
  }
  return joined;
}

/**
 * The `columns` cells of the row whose label ends at `from`; the next label begins at `to`. A row printed without
 * anything is blank. Fewer numbers than columns, digits that run into prose, and numbers such as `00` or `02`, which
 * nobody prints, mean that cells were glued: indistinct.
 */
export function rowCells(flat: FlatText, from: number, to: number, columns: number, alignment?: Alignment): RowCells {
  const pieces = piecesOf(flat, from, to);
  const line = pieces[0]?.line;
  if (line !== undefined) {
    const own = pieces.filter((piece) => piece.line === line);
    const result = cellsOfLine(flat, own, columns, alignment);
    // A row broken over lines with pipes: its other cells stand in the lines below.
    if ('cells' in result && !(result.cells.every(isBlank) && pieces.some((piece) => piece.line !== line && piece.value))) return { ...result, rest: pieces.filter((piece) => piece.line !== line) };
    if (own.some((piece) => !isBlank(piece)) && pieces.every((piece) => piece.line === line || ('indistinct' in result && !piece.value))) return result;
  }
  const filled = joinUnits(flat, pieces.filter((piece) => !isBlank(piece)));
  if (filled.length === columns && filled.every((piece) => piece.value && piece.text.length <= 20 && piece.runsOn === undefined && !glued(piece.text)))
    return { cells: filled, rest: [] };
  const first = filled.findIndex((piece) => piece.value);
  // Strokes, words for nothing and signs run into digits: `—93089`, `无无9无`, `34/////34`, `２９——2`.
  if (first !== 0 && filled[0] && MIXED.test(filled[0].text) && !ORDINAL.test(filled[0].text)) return { indistinct: runOf(flat, filled.slice(0, 1)) };
  if (first < 0) {
    const at = pieces[0]?.from ?? from;
    const blank: Piece = { text: '', from: at, to: at, value: false };
    return { cells: Array.from({ length: columns }, () => blank), rest: filled };
  }
  let end = first;
  while (end < filled.length && filled[end]!.value) end++;
  const values = filled.slice(first, end);
  // Behind a full row, a number that runs on belongs to the sentence that follows.
  if (values.length === columns + 1 && values[columns]!.runsOn !== undefined) values.pop();
  if (values.length !== columns || values.some((piece) => piece.runsOn !== undefined || glued(piece.text))) return { indistinct: runOf(flat, values) };
  return { cells: values, rest: filled.slice(first + values.length) };
}
