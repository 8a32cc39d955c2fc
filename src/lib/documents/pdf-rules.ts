/**
 * Ruled tables: lines that touch each other make a grid, and where a line is missing between two of its fields they are one
 * merged cell. Text goes into the field in which its middle stands.
 */
import type { Box, Glyph, PageContent, Rule } from './pdf-page.ts';
import { cellText, endsFull, endsInNumber, runsOf } from './pdf-text.ts';

/** A cell with its place; columns are told when the parts of a table on all pages are known. */
export interface PlacedCell {
  text: string;
  page: number;
  box: Box;
  rowspan: number;
  /** Whether its last line leaves no room for another letter. */
  full?: boolean;
  /** Whether it ends in a number that its width has no room to go on with in the same line. */
  inNumber?: boolean;
}
export interface PlacedTable {
  page: number;
  box: Box;
  rows: PlacedCell[][];
  /** Of a table without lines: borders are guessed between its texts. */
  ruled: boolean;
}

/** Borders are drawn in pieces, doubled, or cell by cell with a gap: what is nearer than this is one line. */
const NEAR = 3;
const SHORTEST = 6;
/** No row or column is thinner than a letter: lines so near are the edges of one thick or doubled border. */
const THINNEST = 5;
/** More lines than this are a map or a drawing. */
const MOST_LINES = 4000;
const MOST_FIELDS = 100_000;

interface Grid {
  xs: number[];
  ys: number[];
  horizontal: Rule[];
  vertical: Rule[];
}

/** Positions that stand close together as one, in order. */
export function cluster(positions: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && position - group[0]! <= THINNEST) group.push(position);
    else groups.push([position]);
  }
  return groups.map((group) => group.reduce((sum, position) => sum + position, 0) / group.length);
}
export function nearest(positions: readonly number[], value: number): number {
  let best = 0;
  for (let index = 1; index < positions.length; index++) if (Math.abs(positions[index]! - value) < Math.abs(positions[best]! - value)) best = index;
  return best;
}
/** Number of the interval between neighbouring positions in which the value lies, or -1. */
export function intervalOf(positions: readonly number[], value: number): number {
  for (let index = 0; index + 1 < positions.length; index++) if (positions[index]! <= value && value < positions[index + 1]!) return index;
  return -1;
}

/** Pieces of one line joined. */
function joined(rules: readonly Rule[]): Rule[] {
  const lines: Rule[] = [];
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  for (let first = 0; first < sorted.length; ) {
    let last = first + 1;
    while (last < sorted.length && sorted[last]!.at - sorted[first]!.at <= 1) last++;
    let line: Rule | undefined;
    for (const piece of sorted.slice(first, last).sort((a, b) => a.from - b.from)) {
      if (line && piece.from <= line.to + NEAR) line.to = Math.max(line.to, piece.to);
      else lines.push((line = { ...piece }));
    }
    first = last;
  }
  return lines.filter((line) => line.to - line.from >= SHORTEST);
}

/** The grids of lines that touch each other. */
function gridsOf(rules: readonly Rule[]): Grid[] {
  const horizontal = joined(rules.filter((rule) => rule.horizontal));
  const vertical = joined(rules.filter((rule) => !rule.horizontal));
  if (horizontal.length + vertical.length > MOST_LINES) return [];
  const all = [...horizontal, ...vertical];
  const parent = all.map((_, index) => index);
  const root = (index: number): number => {
    while (parent[index] !== index) index = parent[index] = parent[parent[index]!]!;
    return index;
  };
  horizontal.forEach((line, one) => {
    vertical.forEach((other, two) => {
      if (other.at >= line.from - NEAR && other.at <= line.to + NEAR && line.at >= other.from - NEAR && line.at <= other.to + NEAR) parent[root(one)] = root(horizontal.length + two);
    });
  });
  const parts = new Map<number, Rule[]>();
  all.forEach((line, index) => parts.set(root(index), [...(parts.get(root(index)) ?? []), line]));
  return [...parts.values()].flatMap((lines) => {
    const [across, down] = [lines.filter((line) => line.horizontal), lines.filter((line) => !line.horizontal)];
    if (across.length < 2 || down.length < 1) return [];
    // Tables without lines at their sides end where their other lines end.
    const xs = withEnds(cluster(down.map((line) => line.at)), across);
    const ys = withEnds(cluster(across.map((line) => line.at)), down);
    return (xs.length - 1) * (ys.length - 1) > MOST_FIELDS ? [] : [{ xs, ys, horizontal: across, vertical: down }];
  });
}
function withEnds(positions: readonly number[], lines: readonly Rule[]): number[] {
  const [from, to] = [Math.min(...lines.map((line) => line.from)), Math.max(...lines.map((line) => line.to))];
  return [...(from < positions[0]! - 2 * NEAR ? [from] : []), ...positions, ...(to > positions.at(-1)! + 2 * NEAR ? [to] : [])];
}

interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The fields of a grid that no line parts, as rectangles. */
function areasOf({ xs, ys, horizontal, vertical }: Grid): Area[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  /** Whether a line stands left of, or above, the field. */
  const left = new Uint8Array(rows * columns);
  const above = new Uint8Array(rows * columns);
  const mark = (walls: Uint8Array, lines: readonly Rule[], along: readonly number[], across: readonly number[], at: (line: number, field: number) => number): void => {
    for (const line of lines) {
      const border = nearest(across, line.at);
      if (border === across.length - 1) continue;
      for (let field = 0; field + 1 < along.length; field++) {
        const centre = (along[field]! + along[field + 1]!) / 2;
        if (line.from <= centre && centre <= line.to) walls[at(border, field)] = 1;
      }
    }
  };
  mark(left, vertical, ys, xs, (line, field) => field * columns + line);
  mark(above, horizontal, xs, ys, (line, field) => line * columns + field);

  const area = new Int32Array(rows * columns).fill(-1);
  const areas: Area[] = [];
  const grow = (start: number): void => {
    const members: number[] = [start];
    area[start] = areas.length;
    for (let at = 0; at < members.length; at++) {
      const field = members[at]!;
      const column = field % columns;
      const next = [
        ...(column > 0 && !left[field] ? [field - 1] : []), ...(column + 1 < columns && !left[field + 1] ? [field + 1] : []),
        ...(field >= columns && !above[field] ? [field - columns] : []), ...(field + columns < rows * columns && !above[field + columns] ? [field + columns] : []),
      ];
      for (const neighbour of next)
        if (area[neighbour] === -1) {
          area[neighbour] = areas.length;
          members.push(neighbour);
        }
    }
    const [rowsOf, columnsOf] = [members.map((field) => Math.floor(field / columns)), members.map((field) => field % columns)];
    const found = rectangle(rowsOf, columnsOf);
    if (found.rows * found.columns === members.length) return void areas.push(found);
    // No rectangle, since a piece of a line is missing: a cell for each stretch of each row.
    const strips = new Map<number, number[]>();
    members.forEach((field) => strips.set(Math.floor(field / columns), [...(strips.get(Math.floor(field / columns)) ?? []), field % columns]));
    for (const [row, places] of strips) {
      let strip: number[] = [];
      for (const place of places.sort((a, b) => a - b)) {
        if (strip.length > 0 && place !== strip.at(-1)! + 1) {
          areas.push(rectangle([row], strip));
          strip = [];
        }
        strip.push(place);
      }
      areas.push(rectangle([row], strip));
    }
  };
  for (let field = 0; field < rows * columns; field++) if (area[field] === -1) grow(field);
  return areas;
}
function rectangle(rows: readonly number[], columns: readonly number[]): Area {
  const [row, column] = [rows.reduce((a, b) => Math.min(a, b)), columns.reduce((a, b) => Math.min(a, b))];
  return { row, column, rows: rows.reduce((a, b) => Math.max(a, b)) - row + 1, columns: columns.reduce((a, b) => Math.max(a, b)) - column + 1 };
}

/** A line stands over a border where more than this part of its size is beyond. */
const OVER = 0.15;
/** Lines of one text follow each other no further apart than this, in sizes. */
const LEADING = 1.6;

/**
 * Moves words that stand out of a row too low for them, over its lower border, from the cell below back to theirs: they are drawn right
 * after a full line of it and before the lower cell's own text. Never figures.
 */
function moveOverflow(upper: Glyph[], lower: Glyph[], border: number, width: number, order: ReadonlyMap<Glyph, number>): void {
  const [before, first] = [upper.at(-1), lower[0]];
  if (!before || !first || order.get(first) !== order.get(before)! + 1) return;
  const height = ({ box }: Glyph): number => (box[1] + box[3]) / 2;
  const end = lower.findIndex((glyph) => Math.abs(height(glyph) - height(first)) > OVER * first.size || glyph.box[0] < first.box[0]);
  const out = lower.slice(0, end);
  const follows = height(first) > height(before) && height(first) - height(before) < LEADING * first.size;
  if (end <= 0 || !follows || !endsFull(upper, width) || out.some((glyph) => glyph.box[1] > border - OVER * glyph.size || /\d/.test(glyph.text))) return;
  upper.push(...lower.splice(0, end));
}

/** The ruled tables of a page, and the characters that stand in none. */
export function ruledTables(content: PageContent, page: number): { tables: PlacedTable[]; rest: Glyph[] } {
  // A number that stands out of its cell begins in it.
  let rest = runsOf(content.glyphs).map((glyphs) => ({ glyphs, box: glyphs[0]!.box }));
  const tables: PlacedTable[] = [];
  const grids = gridsOf(content.rules).map((grid) => ({ grid, box: [grid.xs[0]!, grid.ys[0]!, grid.xs.at(-1)!, grid.ys.at(-1)!] as const }));
  // A table in a cell of another one takes its text first.
  const size = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);
  for (const { grid, box } of grids.sort((a, b) => size(a.box) - size(b.box))) {
    const areas = areasOf(grid);
    // Lines between rows alone do not tell the columns.
    if (areas.length < 2 || areas.every((area) => area.columns === grid.xs.length - 1)) continue;
    const columns = grid.xs.length - 1;
    const owner = new Int32Array(columns * (grid.ys.length - 1));
    areas.forEach((area, index) => {
      for (let row = area.row; row < area.row + area.rows; row++) owner.fill(index, row * columns + area.column, row * columns + area.column + area.columns);
    });
    const texts = areas.map((): Glyph[] => []);
    const outside: typeof rest = [];
    for (const run of rest) {
      const column = intervalOf(grid.xs, (run.box[0] + run.box[2]) / 2);
      const row = intervalOf(grid.ys, (run.box[1] + run.box[3]) / 2);
      if (column < 0 || row < 0) outside.push(run);
      else texts[owner[row * columns + column]!]!.push(...run.glyphs);
    }
    if (outside.length === rest.length) continue;
    const order = new Map(rest.flatMap((run) => run.glyphs).map((glyph, index) => [glyph, index]));
    areas.forEach((area, index) => {
      const above = areas.findIndex((other) => other.row + other.rows === area.row && other.column === area.column && other.columns === area.columns);
      if (above >= 0) moveOverflow(texts[above]!, texts[index]!, grid.ys[area.row]!, grid.xs[area.column + area.columns]! - grid.xs[area.column]!, order);
    });
    rest = outside;
    const rows = grid.ys.slice(1).map((): PlacedCell[] => []);
    areas.forEach((area, index) => {
      const cellBox: Box = [grid.xs[area.column]!, grid.ys[area.row]!, grid.xs[area.column + area.columns]!, grid.ys[area.row + area.rows]!];
      const [glyphs, cellWidth] = [texts[index]!, cellBox[2] - cellBox[0]];
      rows[area.row]!.push({ text: cellText(glyphs, cellWidth), page, box: cellBox, rowspan: area.rows, full: endsFull(glyphs, cellWidth), inNumber: endsInNumber(glyphs, cellWidth) });
    });
    for (const row of rows) row.sort((a, b) => a.box[0] - b.box[0]);
    tables.push({ page, box, rows, ruled: true });
  }
  return { tables, rest: rest.flatMap((run) => run.glyphs) };
}
