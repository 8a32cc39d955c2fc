/** Table 四 in text without a grid: groups of five results, whose labels repeat, over the values that follow them. */
import { CASE_GROUP_COLUMNS, CASE_GROUPS, CASE_RESULT_COLUMNS, CASE_RESULTS, type CaseGroup } from '../form/table-four.ts';
import { letterAt, placeOf, type FlatText } from './flat-text.ts';
import { findNear } from './labels.ts';
import { piecesOf, rowCells } from './pieces.ts';
import type { StatutoryCell } from './report.ts';
import { emptyReading, fourFigure, noteDrift, type TableReading } from './table-reading.ts';

const FIVE = CASE_RESULT_COLUMNS.map((column) => column.label).join('');
/** Letters of five labels that may be wrong together. */
const WRONG = 4;
const REACH = 400;

interface Heading {
  /** [start, end) in letters. */
  start: number;
  end: number;
}

/** All runs of the five result labels in the letters [from, to). */
function headings(flat: FlatText, from: number, to: number): Heading[] {
  const found: Heading[] = [];
  for (let at = from; found.length < 12; ) {
    const window = flat.letters.slice(at, Math.min(to, at + REACH));
    // The first near enough, so that three headings in a row are found one by one.
    const rough = window.indexOf(FIVE) >= 0 ? findNear(window.slice(0, window.indexOf(FIVE) + FIVE.length), FIVE, 0) : findNear(window, FIVE, WRONG);
    if (rough) {
      found.push({ start: at + rough.start, end: at + rough.end });
      at += rough.end;
    } else if (at + REACH >= to) break;
    else at += REACH - FIVE.length;
  }
  return found;
}

/** The group whose name stands last before the position; the next in order where none does. */
function groupBefore(flat: FlatText, from: number, position: number, done: number): CaseGroup {
  const before = flat.letters.slice(from, position);
  let best: { key: CaseGroup; at: number } | null = null;
  for (const group of CASE_GROUP_COLUMNS) {
    const at = before.lastIndexOf(group.label);
    if (at >= 0 && (!best || at > best.at)) best = { key: group.key, at };
  }
  return best?.key ?? CASE_GROUPS[Math.min(done, 2)]!;
}

/** Table 四 in [from, to) of the text; null where its result labels do not stand there. */
export function readFlowFour(flat: FlatText, from: number, to: number): TableReading | null {
  const [first, last] = [letterAt(flat, from), letterAt(flat, to)];
  const found = headings(flat, first, last);
  if (found.length === 0) return null;
  const reading = emptyReading('四');
  const textEnd = (heading: Heading): number => flat.index[heading.end - 1]! + 1;
  let waiting: Heading[] = [];
  let floor = first;
  let end = from;
  found.forEach((heading, index) => {
    waiting.push(heading);
    const next = found[index + 1];
    const stop = Math.min(next ? flat.index[next.start]! : to, textEnd(heading) + REACH);
    const columns = 5 * waiting.length;
    // Headings of the groups follow each other before the values; after the last one blanks are blanks.
    if (next && waiting.length < 3 && !piecesOf(flat, textEnd(heading), stop).some((piece) => piece.value)) return;
    // The values of a separated text fill a line from its first cell.
    const line = piecesOf(flat, textEnd(heading), stop);
    const width = line.filter((piece) => piece.line === line[0]!.line).length;
    const row = rowCells(flat, textEnd(heading), stop, columns, { start: 0, width });
    const groups: CaseGroup[] = waiting.length === 3 ? [...CASE_GROUPS]
      : waiting.length === 2 ? ['direct_litigation', 'litigation_after_review'] : [groupBefore(flat, floor, heading.start, reading.rows.length)];
    const figures = groups.flatMap((group) => CASE_RESULTS.map((result) => fourFigure(group, result)));
    reading.cells.push(...figures.map((figure, column): StatutoryCell => {
      const piece = 'indistinct' in row ? row.indistinct : row.cells[column]!;
      return {
        figure, raw: flat.text.slice(piece.from, piece.to), at: placeOf(flat, piece.from, piece.to),
        ...('indistinct' in row ? { indistinct: true as const, ...(piece.runsOn === undefined ? {} : { runsOn: piece.runsOn }) } : {}),
      };
    }));
    reading.rows.push(...groups);
    for (const one of waiting) {
      const printed = flat.letters.slice(one.start, one.end);
      if (printed !== FIVE) noteDrift(reading, printed, FIVE);
    }
    end = 'indistinct' in row ? row.indistinct.to : row.cells.at(-1)!.to;
    waiting = [];
    floor = heading.end;
  });
  if (reading.cells.length === 0) return null;
  const name = flat.letters.slice(first, found[0]!.start).search(/行政复议(?:行政诉讼)?(?:结果|$)?[^件]{0,4}$/);
  reading.spans.push([flat.index[name >= 0 ? first + name : found[0]!.start]!, end]);
  return reading;
}
