/** Characters with places → lines, and the text of a cell. */
import type { Box, Glyph } from './pdf-page.ts';

export interface Line {
  box: Box;
  size: number;
  /** From left to right, spaces left out where they only end the line. */
  glyphs: Glyph[];
}

export interface PlacedLine {
  page: number;
  line: Line;
}

export const union = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3])),
];
const middle = ([, y0, , y1]: Box): number => (y0 + y1) / 2;
const isSpace = (glyph: Glyph): boolean => glyph.text.trim() === '';

/** Characters of one line are written at heights that differ by less than this part of their size. */
const SAME_LINE = 0.45;
/** Programmes thicken letters by drawing them twice, a little apart. */
const DRAWN_TWICE = 0.15;
/** Wider gaps than this part of the size are spaces: justified Chinese text is spread by less. */
const SPACE = 0.45;
/** Figures of one number touch each other, but where the whole line is spread. */
const SPACE_OF_NUMBERS = 0.2;
/** Letters that stand further apart are columns of single letters. */
const MOST_SPREAD = 0.5;
const isFigure = (glyph: Glyph): boolean => /^[\d.,]$/.test(glyph.text);
const isIdeograph = (glyph: Glyph): boolean => /^[\u2e80-\u9fff]$/.test(glyph.text);

/** By how much the line is spread to fill its column: all gaps between its ideographs are at least so wide. */
export function spreadOf(glyphs: readonly Glyph[]): number {
  const gaps = glyphs.slice(1).flatMap((glyph, index) => (isIdeograph(glyph) && isIdeograph(glyphs[index]!) ? [glyph.box[0] - glyphs[index]!.box[2]] : []));
  const spread = gaps.length < 4 ? 0 : [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 4)]!;
  return spread > 0 && spread < MOST_SPREAD * glyphs[0]!.size ? spread : 0;
}

/** Whether a space stands between two characters that follow each other. */
function isApart(before: Glyph, glyph: Glyph, spread: number): boolean {
  const gap = glyph.box[0] - before.box[2];
  return gap > (isFigure(before) && isFigure(glyph) ? SPACE_OF_NUMBERS * glyph.size + spread : SPACE * glyph.size);
}

/** The lines of text from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => middle(a.box) - middle(b.box))) {
    const y = middle(glyph.box);
    // Sorted by height: only the last lines can be near enough.
    const row = rows.slice(-3).find((candidate) => Math.abs(candidate.y - y) < SAME_LINE * Math.max(candidate.size, glyph.size));
    if (row) row.glyphs.push(glyph);
    else rows.push({ y, size: glyph.size, glyphs: [glyph] });
  }
  return rows.flatMap((row) => {
    const sorted = row.glyphs.sort((a, b) => a.box[0] - b.box[0]);
    const once = sorted.filter((glyph, index) => !sorted.slice(Math.max(0, index - 3), index).some((other) => other.text === glyph.text && glyph.box[0] - other.box[0] < DRAWN_TWICE * glyph.size));
    const written = once.slice(once.findIndex((glyph) => !isSpace(glyph)), once.findLastIndex((glyph) => !isSpace(glyph)) + 1);
    if (written.length === 0 || written.every(isSpace)) return [];
    return [{ box: union(written.map((glyph) => glyph.box)), size: Math.max(...written.map((glyph) => glyph.size)), glyphs: written }];
  }).sort((a, b) => middle(a.box) - middle(b.box));
}

/** Text without a gap in it, and where it stands. */
export interface Word {
  text: string;
  box: Box;
}

/** Characters from left to right, cut at every gap. */
export function wordsOfLine(glyphs: readonly Glyph[]): Word[] {
  const spread = spreadOf(glyphs);
  const words: { text: string; boxes: Box[] }[] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (!isSpace(glyph)) {
      if (!last || isApart(last, glyph, spread)) words.push({ text: '', boxes: [] });
      const word = words.at(-1)!;
      word.text += ideographs(glyph.text);
      word.boxes.push(glyph.box);
    }
    last = isSpace(glyph) ? undefined : glyph;
  }
  return words.map(({ text, boxes }) => ({ text, box: union(boxes) }));
}

/** Text of characters from left to right; one space for any gap. */
export const textOfLine = (glyphs: readonly Glyph[]): string => wordsOfLine(glyphs).map(({ text }) => text).join(' ');

/** Figures of one number stand closer than this part of their size. */
const ONE_NUMBER = 0.08;

/**
 * Characters that belong together, in the order in which they are drawn: each for itself, but the figures of a number, which may
 * stand out of its narrow cell and over the next one's.
 */
export function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const before = runs.at(-1)?.at(-1);
    const goesOn = before !== undefined && isFigure(before) && isFigure(glyph) && before.object === glyph.object
      && Math.abs(glyph.box[0] - before.box[2]) < ONE_NUMBER * glyph.size && Math.abs(middle(glyph.box) - middle(before.box)) < ONE_NUMBER * glyph.size;
    if (goesOn) runs.at(-1)!.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** Vertical writing: columns from right to left, downwards; turned text in the order in which it runs. */
function turnedText(glyphs: readonly Glyph[]): string {
  const up = glyphs[0]!.runs === 'up';
  const columns = linesOf(glyphs.map((glyph) => ({ ...glyph, box: up ? [-glyph.box[3], glyph.box[0], -glyph.box[1], glyph.box[2]] : [glyph.box[1], -glyph.box[2], glyph.box[3], -glyph.box[0]] })));
  return columns.map((line) => textOfLine(line.glyphs)).join('\n');
}

/** A number that goes on in the next line of a narrow cell, because not one more figure and the usual margins had room. */
const NUMBER_LINE = /^[+\-−]?[\d.,，]+$/;
/** Margins of a cell together, in points: what Word leaves, and generous ones. */
const MARGINS = { narrow: 12, wide: 16 };

/** Whether a line leaves room for no more than `room` points in a cell of the width. */
const isFull = (line: Line, width: number, room: number): boolean => width - (line.box[2] - line.box[0]) < room;

/** Whether a line is the beginning of a number that its cell of the width is too narrow for. */
const isNumberBroken = (line: Line, width: number): boolean => NUMBER_LINE.test(textOfLine(line.glyphs)) && isFull(line, width, line.size / 2 + MARGINS.narrow);

/** Whether the last line of a cell of the width may be the beginning of a number that goes on in the next line. */
export function endsInNumber(glyphs: readonly Glyph[], width: number): boolean {
  const last = linesOf(glyphs).at(-1);
  return last !== undefined && isNumberBroken(last, width);
}

/** Whether the last line of a cell of the width is full: what follows may be the rest of its text. */
export function endsFull(glyphs: readonly Glyph[], width: number): boolean {
  const last = linesOf(glyphs).at(-1);
  return last !== undefined && isFull(last, width, last.size + MARGINS.wide);
}

/**
 * Text of a cell: its lines joined by line feeds, as in HTML; a number that was broken only because the cell is too narrow is
 * joined. `width` of the cell in points.
 */
export function cellText(glyphs: readonly Glyph[], width: number): string {
  const shown = glyphs.filter((glyph) => !isSpace(glyph));
  if (shown.length === 0) return '';
  if (shown.filter((glyph) => glyph.runs === 'down' || glyph.runs === 'up').length * 2 > shown.length) return turnedText(glyphs);
  let text = '';
  let before: Line | undefined;
  for (const written of linesOf(glyphs)) {
    const line = textOfLine(written.glyphs);
    const goesOn = before !== undefined && isNumberBroken(before, width) && /^[\d.,，]+$/.test(line);
    text += before === undefined || goesOn ? line : `\n${line}`;
    before = written;
  }
  return text;
}

/**
 * Radicals that stand for whole characters: many programmes that print PDF note 人民 as the radicals ⼈⺠, since their font has one
 * picture for both. Nobody typed them. These have no compatibility mapping of their own in Unicode.
 */
const RADICALS = new Map([...('⺟母⺠民⺩王⺫目⺬示⺮竹⺶羊⺷羊⺻聿⺼月⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟⺁厂⺇几⺌小⺍小⺎兀⺒巳⺓幺⺛旡⺝月').matchAll(/(.)(.)/gu)].map((pair) => [pair[1]!, pair[2]!] as const));

/** The text with radicals and compatibility forms of ideographs as the characters that they show; nothing else is changed. */
export function ideographs(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (letter) => RADICALS.get(letter) ?? letter.normalize('NFKC'));
}
