/**
 * A page's drawing operators → what stands on it and where: characters, ruling lines, pictures. Coordinates are points
 * from the top left corner of the page as one reads it. Text that the page does not show is left out: outside the page,
 * or drawn invisibly, as programmes lay what they recognised under a scanned picture.
 */
import type { PdfFont, PdfPage } from './pdf-library.ts';

/** [x0, y0, x1, y1], y downwards. */
export type Box = readonly [number, number, number, number];

export interface Glyph {
  text: string;
  box: Box;
  /** Size of the font as shown. */
  size: number;
  /** Which way the text runs on the page; vertical writing runs down. */
  runs: 'right' | 'down' | 'up' | 'left';
  /** Number of the text object in which it is drawn. */
  object: number;
}
/** A straight line along an axis. */
export interface Rule {
  horizontal: boolean;
  /** y of a horizontal, x of a vertical one. */
  at: number;
  from: number;
  to: number;
}
export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  pictures: Box[];
  /** Whether anything but text is drawn: letters may be, too, as outlines. */
  drawn: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
];
const point = (m: Matrix, x: number, y: number): [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
function matrixOf(value: unknown): Matrix {
  const [a, b, c, d, e, f] = numbersOf(value);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}
function numbersOf(value: unknown): number[] {
  if (value instanceof Float32Array || value instanceof Float64Array) return [...value];
  return Array.isArray(value) ? value.map((entry) => (typeof entry === 'number' && Number.isFinite(entry) ? entry : 0)) : [];
}
function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const [ax, ay] = point(m, x0, y0);
  const [bx, by] = point(m, x1, y1);
  const [cx, cy] = point(m, x0, y1);
  const [dx, dy] = point(m, x1, y0);
  return [Math.min(ax, bx, cx, dx), Math.min(ay, by, cy, dy), Math.max(ax, bx, cx, dx), Math.max(ay, by, cy, dy)];
}

/** Numbers of the operators in the lists of pdf.js 5 (its `OPS`). */
const OPS = {
  setLineWidth: 2, setGState: 9, save: 10, restore: 11, transform: 12, stroke: 20, closeStroke: 21, fill: 22, eoFill: 23, fillStroke: 24, eoFillStroke: 25, closeFillStroke: 26,
  closeEOFillStroke: 27, beginText: 31, setCharSpacing: 33, setWordSpacing: 34, setHScale: 35, setLeading: 36, setFont: 37, setTextRenderingMode: 38, setTextRise: 39,
  moveText: 40, setLeadingMoveText: 41, setTextMatrix: 42, nextLine: 43, showText: 44, paintFormXObjectBegin: 74, paintFormXObjectEnd: 75, beginAnnotation: 80,
  endAnnotation: 81, constructPath: 91,
} as const;
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
/** A path's own operators: move, line, cubic and quadratic curve, close; and how many numbers follow each. */
const [MOVE, LINE, CLOSE] = [0, 1, 4];
const PATH_NUMBERS = [2, 2, 6, 4, 0];

/** A filled shape as thin as this is a line, not a surface. */
const THICKEST_RULE = 3;
const SHORTEST_RULE = 0.5;
/** Dotted lines are drawn as dots: each may belong to a line in either direction. */
const LARGEST_DOT = 1.6;
/** Rendering modes that show nothing: neither filled nor stroked, or only a clipping path. */
const INVISIBLE: ReadonlySet<number> = new Set([3, 7]);

interface State {
  ctm: Matrix;
  font: PdfFont | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}
interface PdfGlyph {
  unicode?: unknown;
  width?: unknown;
  vmetric?: unknown;
  isSpace?: unknown;
}

function directionOf(dx: number, dy: number): Glyph['runs'] {
  if (Math.abs(dx) >= Math.abs(dy)) return dx < 0 ? 'left' : 'right';
  return dy < 0 ? 'up' : 'down';
}

/** Reads a page. `most` characters and lines at most; more is no report and gives `null`. */
export function readPage(page: PdfPage, most: number): PageContent | null {
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  const pictures: Box[] = [];
  const base = matrixOf(page.transform);
  const fresh = (ctm: Matrix): State => ({ ctm, font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 });
  let state = fresh(base);
  const saved: State[] = [];
  let object = 0;
  let drawn = false;
  let [textMatrix, x, y, lineX, lineY]: [Matrix, number, number, number, number] = [IDENTITY, 0, 0, 0, 0];
  const moveText = (dx: number, dy: number): void => {
    x = lineX += dx;
    y = lineY += dy;
  };
  const setFont = (name: unknown, size: unknown): void => {
    state.font = typeof name === 'string' ? page.font(name) : undefined;
    state.size = typeof size === 'number' ? size : 0;
  };
  /** On the page, or the rest of a word that runs out of it: half a number would be another number. */
  const shown = ([x0, y0, x1, y1]: Box): boolean => {
    if ((x0 + x1) / 2 >= 0 && (x0 + x1) / 2 <= page.width && (y0 + y1) / 2 >= 0 && (y0 + y1) / 2 <= page.height) return true;
    const last = glyphs.at(-1);
    return last?.object === object && Math.abs(x0 - last.box[2]) < 1 && Math.abs(y0 - last.box[1]) < 1;
  };

  const showText = (list: unknown): void => {
    const { font, size, scale, mode } = state;
    if (!font || size === 0 || !Array.isArray(list)) return;
    const unit = font.fontMatrix[0] ?? 0.001;
    for (const entry of list) {
      if (typeof entry === 'number') {
        if (font.vertical) y -= (entry * size) / 1000;
        else x -= (entry * size * scale) / 1000;
        continue;
      }
      if (typeof entry !== 'object' || entry === null) continue;
      const { unicode, width: given, vmetric, isSpace }: PdfGlyph = entry;
      const spacing = (isSpace === true ? state.wordSpacing : 0) + state.charSpacing;
      const width = (typeof given === 'number' ? given : 0) * unit * size;
      const m = times(state.ctm, times(textMatrix, [scale, 0, 0, 1, x, y + state.rise]));
      const metric = font.vertical ? numbersOf(Array.isArray(vmetric) ? vmetric : font.defaultVMetrics) : [];
      const advance = font.vertical ? (metric[0] ?? 1000) * unit * size : width + spacing;
      const text = typeof unicode === 'string' ? unicode : '';
      if (text !== '' && !INVISIBLE.has(mode)) {
        // A character stands a fifth below the line it is written on, and four fifths above.
        const box = font.vertical
          ? boxOf(m, -width / 2, 0, width / 2, -Math.abs(advance))
          : boxOf(m, 0, -0.2 * size, width, 0.8 * size);
        if (shown(box)) glyphs.push({ text, box, size: Math.hypot(m[2], m[3]) * Math.abs(size), runs: font.vertical ? 'down' : directionOf(m[0] * size, m[1] * size), object });
      }
      if (font.vertical) y -= Math.abs(advance) + spacing;
      else x += advance * scale;
    }
  };

  const addRule = (a: [number, number], b: [number, number]): void => {
    const [w, h] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
    const [left, top] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
    if (Math.max(w, h) < SHORTEST_RULE) return;
    if (h <= 1 && w > h) rules.push({ horizontal: true, at: (a[1] + b[1]) / 2, from: left, to: left + w });
    else if (w <= 1 && h > w) rules.push({ horizontal: false, at: (a[0] + b[0]) / 2, from: top, to: top + h });
  };
  const addThin = ([x0, y0, x1, y1]: Box): void => {
    const [w, h] = [x1 - x0, y1 - y0];
    if (w <= LARGEST_DOT && h <= LARGEST_DOT) {
      rules.push({ horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 }, { horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 });
      return;
    }
    if (h <= THICKEST_RULE && w > h) addRule([x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2]);
    else if (w <= THICKEST_RULE && h > w) addRule([(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]);
  };
  const drawPath = (painting: number, data: unknown): void => {
    if (!(data instanceof Float32Array) || (!STROKES.has(painting) && !FILLS.has(painting))) return;
    drawn = true;
    let outline: [number, number][] = [];
    let straight = true;
    const endShape = (): void => {
      if (straight && outline.length >= 2 && FILLS.has(painting)) {
        const [xs, ys] = [outline.map(([px]) => px), outline.map(([, py]) => py)];
        addThin([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
      }
      if (STROKES.has(painting)) outline.slice(1).forEach((to, index) => addRule(outline[index]!, to));
      [outline, straight] = [[], true];
    };
    for (let at = 0; at < data.length; ) {
      const operator = data[at]!;
      const count = PATH_NUMBERS[operator];
      if (count === undefined) break;
      if (operator === MOVE) endShape();
      if (operator === CLOSE) {
        if (outline.length > 2) outline.push(outline[0]!);
      } else if (operator === MOVE || operator === LINE) outline.push(point(state.ctm, data[at + 1]!, data[at + 2]!));
      else straight = false;
      at += count + 1;
    }
    endShape();
  };

  const { fnArray, argsArray } = page.operators;
  for (let index = 0; index < fnArray.length; index++) {
    if (glyphs.length + rules.length > most) return null;
    const given = argsArray[index];
    const args: unknown[] = Array.isArray(given) ? given : [];
    const number = (position: number): number => (typeof args[position] === 'number' ? args[position] : 0);
    switch (fnArray[index]) {
      case OPS.save: saved.push({ ...state }); break;
      case OPS.restore: case OPS.paintFormXObjectEnd: case OPS.endAnnotation: state = saved.pop() ?? state; break;
      case OPS.transform: {
        state.ctm = times(state.ctm, matrixOf(args));
        // A picture that is not decoded leaves only its place: the unit square, between a transformation and its end.
        if (fnArray[index + 1] !== OPS.restore) break;
        const box = boxOf(state.ctm, 0, 0, 1, 1);
        pictures.push(box);
        addThin(box);
        break;
      }
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state });
        if (args[0]) state.ctm = times(state.ctm, matrixOf(args[0]));
        break;
      case OPS.beginAnnotation:
        saved.push({ ...state });
        state = fresh(times(times(base, matrixOf(args[2])), matrixOf(args[3])));
        break;
      case OPS.setGState:
        if (Array.isArray(args[0])) for (const entry of args[0]) if (Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1])) setFont(entry[1][0], entry[1][1]);
        break;
      case OPS.beginText:
        object++;
        [textMatrix, x, y, lineX, lineY] = [IDENTITY, 0, 0, 0, 0];
        break;
      case OPS.setTextMatrix: [textMatrix, x, y, lineX, lineY] = [matrixOf(args.length === 1 ? args[0] : args), 0, 0, 0, 0]; break;
      case OPS.setCharSpacing: state.charSpacing = number(0); break;
      case OPS.setWordSpacing: state.wordSpacing = number(0); break;
      case OPS.setHScale: state.scale = number(0) / 100; break;
      case OPS.setLeading: state.leading = -number(0); break;
      case OPS.setTextRise: state.rise = number(0); break;
      case OPS.setTextRenderingMode: state.mode = number(0); break;
      case OPS.setFont: setFont(args[0], args[1]); break;
      case OPS.moveText: moveText(number(0), number(1)); break;
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        moveText(number(0), number(1));
        break;
      case OPS.nextLine: moveText(0, state.leading); break;
      case OPS.showText: showText(args[0]); break;
      case OPS.constructPath: drawPath(number(0), Array.isArray(args[1]) ? args[1][0] : undefined); break;
    }
  }
  return { width: page.width, height: page.height, glyphs, rules, pictures, drawn };
}
