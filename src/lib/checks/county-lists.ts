/** Lists that a county keeps, as people write them: an entry a line. */
import type { ListedWord } from './words.ts';

/** A line that is no entry: its number from 1. */
export interface BadLine {
  line: number;
  text: string;
}

/** Lines with their numbers, without empty ones and notes (#). */
function linesOf(content: string): { line: number; text: string }[] {
  return content.split(/\r?\n/u).map((text, index) => ({ line: index + 1, text: text.trim() })).filter(({ text }) => text !== '' && !text.startsWith('#'));
}

const ARROW = /\s*(?:→|->|=>|＝＞|－＞|\t)\s*/u;

/** Words that should not stand in a report: `错词 → 正词`, or the word alone. A word of one character would meet everything. */
export function parseWords(content: string): { words: ListedWord[]; bad: BadLine[] } {
  const words = new Map<string, ListedWord>();
  const bad: BadLine[] = [];
  for (const { line, text } of linesOf(content)) {
    const [word = '', instead, more] = text.split(ARROW);
    if (word.length < 2 || word === instead || instead === '' || more !== undefined) bad.push({ line, text });
    else words.set(word, { word, instead: instead ?? null });
  }
  return { words: [...words.values()], bad };
}

export interface DemandedPoint {
  point: string;
  /** One of them in section 一 is enough. */
  keywords: string[];
}

/** Points demanded in section 一: `要点：关键词、关键词`, or the point alone, which then is its keyword. */
export function parsePoints(content: string): { points: DemandedPoint[]; bad: BadLine[] } {
  const points = new Map<string, DemandedPoint>();
  const bad: BadLine[] = [];
  for (const { line, text } of linesOf(content)) {
    const [point = '', given] = text.split(/[:：](.*)/su).map((part) => part.trim());
    const keywords = (given === undefined || given === '' ? point : given).split(/[、,，;；|]/u).map((word) => word.trim()).filter((word) => word !== '');
    if (point === '' || keywords.length === 0 || keywords.some((word) => word.length < 2)) bad.push({ line, text });
    else points.set(point, { point, keywords });
  }
  return { points: [...points.values()], bad };
}

/** For each point the first keyword that the text has, or null where it has none. Spaces in the text do not count. */
export function pointsIn(text: string, points: readonly DemandedPoint[]): (string | null)[] {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  return points.map(({ keywords }) => keywords.find((word) => plain.includes(word.normalize('NFKC').replace(/\s+/gu, ''))) ?? null);
}

/** Lines that came and went between two versions of a list. */
export function changedLines(before: string, after: string): { added: string[]; removed: string[] } {
  const lines = (content: string): Set<string> => new Set(content.split(/\r?\n/u).map((text) => text.trim()).filter((text) => text !== ''));
  const [old, now] = [lines(before), lines(after)];
  return { added: [...now].filter((line) => !old.has(line)), removed: [...old].filter((line) => !now.has(line)) };
}
