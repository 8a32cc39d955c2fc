/**
 * Labels of a table's rows in running text. A word such as 规章 or 其他 occurs anywhere; the row labels are the
 * occurrences that follow each other in the form's order and are followed by values: the heaviest such chain.
 */
import { letterAt, segmentAt, type FlatText } from './flat-text.ts';
import { bare, findNear, tolerance, withMark } from './labels.ts';
import { piecesOf } from './pieces.ts';

export interface Label {
  key: string;
  /** Wordings in letters alone, the form's first; the longest that fits counts. */
  wordings: string[];
  /** Whether values follow it (a row), or only other labels (a group's heading). */
  row: boolean;
}
export interface FoundLabel {
  key: string;
  row: boolean;
  /** [start, end) in the flat text, list mark included. */
  start: number;
  end: number;
  printed: string;
  /** Letters that differ from every wording. */
  distance: number;
}

interface Candidate extends FoundLabel {
  rank: number;
  weight: number;
}

const MOST_CANDIDATES = 40;
/** A label that fills its line has no more than list marks around it. */
const NEAR = 40;
/** How far a misprinted label may stand from its neighbours, in letters. */
const GAP = 600;

/** Behind the label's last quote and a note in brackets, as in `规章(制度)` or `（二）部分公开（区分处理的，…）`. */
function behindNote(text: string, end: number): number {
  end += /^["”’」』*]*/.exec(text.slice(end, end + 4))![0].length;
  const note = /^\s{0,3}[（(](?!\s?[一二三四五六七八九十]{1,2}\s?[）)])[^（）()]{1,60}[）)]/.exec(text.slice(end, end + 70));
  return note ? end + note[0].length : end;
}

/** What speaks for an occurrence as a row label: values or the next label follow, a list mark precedes, or it fills its cell or line. */
function evidence(flat: FlatText, start: number, end: number, mark: string, others: readonly Label[]): number {
  const segment = flat.segments[segmentAt(flat, start)]!;
  const alone = start - segment.start <= NEAR && segment.end - end <= NEAR && bare(flat.text.slice(segment.start, start)) === '' && end <= segment.end && bare(flat.text.slice(end, segment.end)) === '';
  const next = piecesOf(flat, end, Math.min(flat.text.length, end + 40)).find((piece) => piece.text.trim() !== '');
  const followed = next?.value === true && !/^\s*[，。；、,;:：]/.test(flat.text.slice(next.to, next.to + 2));
  const letter = letterAt(flat, end);
  const before = others.some((other) => other.wordings.some((wording) => flat.letters.startsWith(wording, letter)));
  return (followed ? 40 : 0) + (alone ? 20 : 0) + (before ? 10 : 0) + (mark === '' ? 0 : 5);
}

function candidates(flat: FlatText, labels: readonly Label[], rank: number, from: number, to: number): Candidate[] {
  const label = labels[rank]!;
  const found: Candidate[] = [];
  const taken = new Set<number>();
  for (const wording of [...label.wordings].sort((a, b) => b.length - a.length)) {
    // 其他 begins 其他处理 too, which is another row.
    const longer = labels.flatMap((other) => (other === label ? [] : other.wordings.filter((text) => text.length > wording.length && text.startsWith(wording))));
    for (let at = flat.letters.indexOf(wording, from); at >= 0 && at + wording.length <= to && found.length < 4 * MOST_CANDIDATES; at = flat.letters.indexOf(wording, at + 1)) {
      const last = at + wording.length;
      if (taken.has(last) || longer.some((other) => flat.letters.startsWith(other, at))) continue;
      taken.add(last);
      const start = flat.index[at]!;
      const end = behindNote(flat.text, flat.index[last - 1]! + 1);
      const marked = withMark(flat.text, start);
      const support = evidence(flat, start, end, marked.mark, labels.slice(rank + 1, rank + 3));
      // Words of two letters are labels only where something says so.
      if (wording.length <= 3 && support === 0) continue;
      found.push({ key: label.key, row: label.row, start: marked.start, end, printed: flat.text.slice(start, flat.index[last - 1]! + 1), distance: 0, rank, weight: 10 * wording.length + (label.row ? support : 0) });
    }
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, MOST_CANDIDATES);
}

function heaviest(all: Candidate[]): Candidate[] {
  all.sort((a, b) => a.start - b.start);
  const total: number[] = [];
  const before: number[] = [];
  all.forEach((candidate, index) => {
    let [best, link] = [0, -1];
    for (let other = 0; other < index; other++)
      if (all[other]!.rank < candidate.rank && all[other]!.end <= candidate.start && total[other]! > best) [best, link] = [total[other]!, other];
    total.push(best + candidate.weight);
    before.push(link);
  });
  const chain: Candidate[] = [];
  for (let at = total.indexOf(Math.max(...total)); at >= 0; at = before[at]!) chain.unshift(all[at]!);
  return chain;
}

/** A label that no wording matches, sought between its neighbours within edit distance. */
function misprinted(flat: FlatText, label: Label, rank: number, from: number, to: number): Candidate | null {
  const [start, end] = [letterAt(flat, from), letterAt(flat, to)];
  const gap = flat.letters.slice(start, end);
  let best: Candidate | null = null;
  for (const wording of label.wordings) {
    const near = findNear(gap, wording, tolerance(wording.length));
    if (!near || near.distance === 0 || (best && near.distance >= best.distance)) continue;
    const first = flat.index[start + near.start]!;
    const last = flat.index[start + near.end - 1]! + 1;
    best = { key: label.key, row: label.row, rank, weight: 0, start: withMark(flat.text, first).start, end: behindNote(flat.text, last), printed: flat.text.slice(first, last), distance: near.distance };
  }
  return best;
}

/** The labels found in [from, to) of the flat text, in the form's order. */
export function findLabels(flat: FlatText, labels: readonly Label[], from: number, to: number): FoundLabel[] {
  const [first, last] = [letterAt(flat, from), letterAt(flat, to)];
  const chain = heaviest(labels.flatMap((_, rank) => candidates(flat, labels, rank, first, last)));
  if (chain.length === 0) return [];
  const found: Candidate[] = [];
  labels.forEach((label, rank) => {
    const exact = chain.find((candidate) => candidate.rank === rank);
    if (exact) return void found.push(exact);
    const next = chain.find((candidate) => candidate.rank > rank);
    const floor = found.at(-1)?.end ?? from;
    const ceiling = next?.start ?? to;
    const near = misprinted(flat, label, rank, next && !found.length ? Math.max(floor, ceiling - GAP) : floor, Math.min(ceiling, (found.length ? floor : ceiling) + GAP));
    if (near && near.start >= floor && near.end <= ceiling) found.push(near);
  });
  return found;
}
