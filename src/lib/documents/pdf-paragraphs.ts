/** Lines → paragraphs: a line that fills the column goes on in the next one, unless that is indented or begins a new item. */
import type { Box } from './pdf-page.ts';
import { wordsOfLine, type Line, type PlacedLine, type Word } from './pdf-text.ts';

export interface PlacedParagraph {
  text: string;
  page: number;
  box: Box;
  heading?: number;
  /** Its words with their places in the text. */
  words: { chars: [number, number]; page: number; box: Box }[];
}

/** Letters that a line may lack to its margin and be full: the next word did not fit. */
const FULL = 1.6;
const INDENTED = 0.8;
/** A column of text is at least so wide, in points: short lines alone show none. */
const NARROWEST = 200;
/** Lines further apart than this, in letters, belong to two paragraphs. */
const APART = 2.4;
const LARGE = 1.25;
const LONGEST_HEADING = 60;
const NEW_ITEM = /^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六]部分)/;

/** Left and right border of the text column: of the lines that are longer than half of the longest. */
function columnOf(lines: readonly PlacedLine[]): { left: number; right: number } {
  const width = ({ box }: Line): number => box[2] - box[0];
  const longest = Math.max(0, ...lines.map(({ line }) => width(line)));
  const long = lines.filter(({ line }) => width(line) > longest / 2).map(({ line }) => line.box);
  const [left, right] = [Math.min(...long.map((box) => box[0])), Math.max(...long.map((box) => box[2]))];
  return { left, right: Math.max(right, left + NARROWEST) };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Paragraphs of consecutive lines; `all` lines of prose tell its column and its usual size. */
export function paragraphsOf(lines: readonly PlacedLine[], all: readonly PlacedLine[]): PlacedParagraph[] {
  if (lines.length === 0) return [];
  const usual = median(all.map(({ line }) => line.size));
  const columns = new Map<number, { left: number; right: number }>();
  const column = (page: number): { left: number; right: number } => {
    const known = columns.get(page) ?? columnOf(all.filter((other) => other.page === page));
    columns.set(page, known);
    return known;
  };
  const paragraphs: PlacedParagraph[] = [];
  let last: PlacedLine | undefined;
  for (const { page, line } of lines) {
    const words = wordsOfLine(line.glyphs);
    const text = words.map((word) => word.text).join(' ');
    const open = paragraphs.at(-1);
    if (open && last && goesOn(last, { page, line }, column(last.page), column(page)) && !NEW_ITEM.test(text)) {
      const gap = /[A-Za-z]$/.test(open.text) && /^[A-Za-z]/.test(text) ? ' ' : '';
      open.words.push(...placed(words, open.text.length + gap.length, page));
      open.text += gap + text;
      if (page === open.page) open.box = [Math.min(open.box[0], line.box[0]), open.box[1], Math.max(open.box[2], line.box[2]), line.box[3]];
    } else paragraphs.push({ text, page, box: line.box, words: placed(words, 0, page), ...(line.size > LARGE * usual && text.length <= LONGEST_HEADING ? { heading: 1 } : {}) });
    last = { page, line };
  }
  return paragraphs;
}

/** The words of a line whose text begins at `from` of the paragraph's. */
function placed(words: readonly Word[], from: number, page: number): PlacedParagraph['words'] {
  return words.map(({ text, box }) => {
    const chars: [number, number] = [from, from + text.length];
    from += text.length + 1;
    return { chars, page, box };
  });
}

function goesOn(last: PlacedLine, next: PlacedLine, before: { left: number; right: number }, after: { left: number; right: number }): boolean {
  const { size, box } = last.line;
  if (Math.abs(size - next.line.size) > 1) return false;
  if (box[2] < before.right - FULL * size || next.line.box[0] > after.left + INDENTED * size) return false;
  return last.page !== next.page || next.line.box[1] - box[3] < APART * size;
}
