/**
 * A document as one text, for everything that has no grid: paragraphs and cells of tab- or pipe-separated lines in
 * reading order, each a segment with its place. True grids are left out (one mark each); they are read by column.
 */
import { wordsOnPage, type Document, type Paragraph, type Place } from '../documents/document.ts';
import { lettersOf } from './labels.ts';

export interface Segment {
  /** [start, end) in the text. */
  start: number;
  end: number;
  block: number;
  /** Of a cell: its row and number. */
  row?: number;
  cell?: number;
  paragraph?: Paragraph;
}
export interface FlatText {
  text: string;
  segments: Segment[];
  /** Letters and digits of the text, and where each stands in it. */
  letters: string;
  index: Uint32Array;
}

/** Stands for a grid. */
export const GRID = '\uFFFC';

export function flatten(document: Document): FlatText {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  const push = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  document.blocks.forEach((block, number) => {
    if (block.kind === 'paragraph') {
      segments.push({ start: length, end: length + block.text.length, block: number, paragraph: block });
      push(`${block.text}\n`);
    } else if (block.grid) {
      segments.push({ start: length, end: length + 1, block: number });
      push(`${GRID}\n`);
    } else
      block.rows.forEach((row, rowNumber) => {
        row.forEach((cell, cellNumber) => {
          segments.push({ start: length, end: length + cell.text.length, block: number, row: rowNumber, cell: cellNumber });
          push(`${cell.text}${cellNumber === row.length - 1 ? '\n' : '\t'}`);
        });
      });
  });
  const text = parts.join('');
  return { text, segments, ...lettersOf(text) };
}

/** Number of the first segment that ends behind the position. */
export function segmentAt(flat: FlatText, position: number): number {
  let [low, high] = [0, flat.segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (flat.segments[middle]!.end < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of the first letter at or behind the position of the text. */
export function letterAt(flat: FlatText, position: number): number {
  let [low, high] = [0, flat.letters.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (flat.index[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of [from, to) of the text, which lies in one segment; a whole cell needs no `chars`. */
export function placeOf(flat: FlatText, from: number, to: number): Place {
  const segment = flat.segments[segmentAt(flat, from)]!;
  const cell = segment.row === undefined ? {} : { row: segment.row, cell: segment.cell };
  if (segment.row !== undefined && from === segment.start && to === segment.end) return { block: segment.block, ...cell };
  const chars: [number, number] = [from - segment.start, Math.min(to, segment.end) - segment.start];
  return { block: segment.block, ...cell, ...(segment.paragraph && wordsOnPage(segment.paragraph, ...chars)), chars };
}
