/** Cuts a text where the places of figures and quotations begin and end, so that each piece can be marked. */
import type { Place } from '../documents/document.ts';

export interface Mark {
  key: string;
  at: Place;
}
export interface Segment {
  text: string;
  /** Keys of all marks that cover the piece. */
  keys: string[];
}

/** Pieces of the text in order; together they are the text. Marks without `chars` cover all of it. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const ranges = marks.map(({ key, at }) => {
    const from = Math.max(0, at.chars?.[0] ?? 0);
    return { key, from, to: Math.min(text.length, at.chars?.[1] ?? text.length) };
  });
  const cuts = [...new Set([0, text.length, ...ranges.flatMap((range) => [range.from, range.to])])].filter((cut) => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  const keysOver = (from: number, to: number): string[] => ranges.filter((range) => range.from <= from && range.to >= to).map((range) => range.key);
  // An empty cell is one empty piece: it can still be a figure's place.
  if (text === '') return [{ text: '', keys: ranges.map((range) => range.key) }];
  return cuts.slice(1).map((to, index) => ({ text: text.slice(cuts[index]!, to), keys: keysOver(cuts[index]!, to) }));
}

/** Marks by the block and cell they stand in: `block` or `block:row:cell`. */
export function marksByCell(marks: readonly Mark[]): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = cellKey(mark.at.block, mark.at.row, mark.at.cell);
    found.set(key, [...(found.get(key) ?? []), mark]);
  }
  return found;
}
export const cellKey = (block: number, row?: number, cell?: number): string => (row === undefined ? String(block) : `${block}:${row}:${cell ?? 0}`);
