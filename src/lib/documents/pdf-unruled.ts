/**
 * Tables without lines, by the places of their texts: numbers that stand under each other are a column, a line of numbers is a row,
 * and the words beside it are its label, which may be broken over lines above and below it. What cannot be told apart stays one
 * cell, so that no number is made from two.
 */
import type { Box, Glyph } from './pdf-page.ts';
import type { PlacedCell } from './pdf-rules.ts';
import { spreadOf, textOfLine, union, type PlacedLine } from './pdf-text.ts';

/** A cell with its grid column; `colspan` of headings over several columns. */
export interface FlowCell extends PlacedCell {
  column: number;
  colspan: number;
}

interface Chunk {
  text: string;
  page: number;
  box: Box;
  /** Height of its middle over all pages. */
  y: number;
  size: number;
  /** Number of its line. */
  line: number;
  value: boolean;
  /** Whether it begins with a mark of its own, as the labels of a list do. */
  marked: boolean;
}

const MARKED = /^(?:[（(]?[一二三四五六七八九十]{1,2}\s*[、.．）)]|[（(]?\d{1,2}\s*[.．、,，)）]|[\u3220-\u3229])/;
const VALUE = /^(?:[+\-−]?\d[\d.,，]*(?:件|笔|项|元|万元|亿元)?|[-—–/／]|无)$/;
/** Gaps, in parts of the size, that part two texts; figures of one number touch. */
const GAP = { words: 0.65, numbers: 0.2, mixed: 0.6 };
/** Lines of one cell follow each other closer than this part of their size. */
const LEADING = 0.75;
/** A heading wider than this part of the distance to the next column stands over several. */
const WIDE = 1.25;
/** Lines of one label are nearer than this part of the distance of rows. */
const SAME_ROW = 0.93;
/** How far the middle of a label may be from its row's, in parts of its size. */
const LEVEL = 0.3;

function chunksOf({ page, line }: PlacedLine, index: number, top: number): Chunk[] {
  const groups: Glyph[][] = [];
  const spread = spreadOf(line.glyphs);
  let last: Glyph | undefined;
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') continue;
    const figures = [last, glyph].filter((one) => one !== undefined && /^[\d.,]$/.test(one.text)).length;
    // Figures that touch but are drawn apart may be two numbers.
    const gap = figures === 2 && last?.object !== glyph.object ? -Infinity : glyph.size * (figures === 2 ? GAP.numbers : figures === 1 ? GAP.mixed : GAP.words) + spread;
    if (last && glyph.box[0] - last.box[2] <= gap) groups.at(-1)!.push(glyph);
    else groups.push([glyph]);
    last = glyph;
  }
  return groups.map((glyphs): Chunk => {
    const [text, box] = [textOfLine(glyphs), union(glyphs.map((glyph) => glyph.box))];
    return { text, page, box, y: top + (box[1] + box[3]) / 2, size: line.size, line: index, value: VALUE.test(text), marked: MARKED.test(text) };
  });
}

const overlap = (one: Box, other: Box): number => Math.max(0, Math.min(one[2], other[2]) - Math.max(one[0], other[0]));
const width = (box: Box): number => box[2] - box[0];
const centre = (box: Box): number => (box[0] + box[2]) / 2;
const middleOf = (chunks: readonly Chunk[]): number => (chunks[0]!.y + chunks.at(-1)!.y) / 2;

/** Texts under each other that are lines of one cell: nearer than `pitch`, the distance of rows, or under a mark; and `same` agrees. */
function stacksOf(chunks: readonly Chunk[], pitch: number, same: (one: Chunk, other: Chunk) => boolean = () => true): Chunk[][] {
  const stacks: Chunk[][] = [];
  for (const chunk of [...chunks].sort((a, b) => a.y - b.y)) {
    const stack = stacks.findLast((candidate) => {
      const last = candidate.at(-1)!;
      const [far, marked] = [chunk.y - last.y, candidate[0]!.marked];
      const near = far < (1 + LEADING) * chunk.size ? far < pitch || marked : marked && far < pitch && pitch < Infinity;
      return last.line !== chunk.line && !chunk.marked && near && same(last, chunk) && 2 * overlap(last.box, chunk.box) > Math.min(width(last.box), width(chunk.box));
    });
    if (stack) stack.push(chunk);
    else stacks.push([chunk]);
  }
  return stacks;
}

/** A stack over several rows of a narrow table, cut so that each row stands at the middle of its own lines. */
function cutByRows(stack: Chunk[], rows: readonly number[]): Chunk[][] {
  const inside = rows.filter((y) => y > stack[0]!.y - LEVEL * stack[0]!.size && y < stack.at(-1)!.y + LEVEL * stack[0]!.size);
  if (inside.length < 2) return [stack];
  const parts: Chunk[][] = [];
  let rest = stack;
  for (const y of inside) {
    const first = rest[0];
    if (!first) break;
    const end = rest.findIndex((chunk) => chunk.y > 2 * y - first.y + LEVEL * chunk.size);
    parts.push(end < 0 ? rest : rest.slice(0, end));
    rest = end < 0 ? [] : rest.slice(end);
  }
  return [...parts, rest].filter((part) => part.length > 0);
}

/**
 * The row beside which a stack stands: at its middle or, where its mark and the distance of its lines show that it is one label, at its
 * first or last line.
 */
function rowOf(stack: readonly Chunk[], rows: readonly number[], pitch: number): number {
  const size = stack[0]!.size;
  for (const y of [middleOf(stack), ...(stack[0]!.marked && stack.slice(1).every((chunk, index) => chunk.y - stack[index]!.y < pitch) ? [stack[0]!.y, stack.at(-1)!.y] : [])]) {
    let best = -1;
    rows.forEach((row, index) => {
      if (Math.abs(row - y) < LEVEL * size && (best < 0 || Math.abs(row - y) < Math.abs(rows[best]! - y))) best = index;
    });
    if (best >= 0) return best;
  }
  return -1;
}

type Edge = (box: Box) => number;
/** Numbers of a column stand at one edge, or at its middle. */
const EDGES: readonly Edge[] = [centre, (box) => box[2], (box) => box[0]];
const SAME_EDGE = 2.5;

interface Columns {
  edge: Edge;
  /** From left to right. */
  places: number[];
}

/** The columns of rows of numbers: the way of standing under each other that gives the fewest, with no two numbers of a row in one. */
function columnsOf(rows: readonly (readonly Chunk[])[]): Columns {
  const fits = EDGES.map((edge): Columns & { clean: boolean } => {
    const groups: number[][] = [];
    for (const place of rows.flat().map((chunk) => edge(chunk.box)).sort((one, other) => one - other)) {
      if (place - (groups.at(-1)?.[0] ?? -Infinity) <= SAME_EDGE) groups.at(-1)!.push(place);
      else groups.push([place]);
    }
    const places = groups.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length);
    const clean = rows.every((row) => new Set(row.map((chunk) => nearestOf(places, edge(chunk.box)))).size === row.length);
    return { edge, places, clean };
  });
  const best = fits.filter((fit) => fit.clean).sort((one, other) => one.places.length - other.places.length)[0];
  return best ?? fits[0]!;
}
function nearestOf(places: readonly number[], value: number): number {
  const distances = places.map((place) => Math.abs(place - value));
  return distances.indexOf(Math.min(...distances));
}

/** Distance from the column nearest to the place to its nearer neighbour: columns of one table are of all widths. */
function roomAt(places: readonly number[], place: number): number {
  const nearest = nearestOf(places, place);
  return Math.min(...[nearest - 1, nearest + 1].flatMap((beside) => (places[beside] === undefined ? [] : [Math.abs(places[beside]! - places[nearest]!)])));
}

/** Headings that stand directly over a column: nothing lower stands under them. */
function leavesOf(stacks: readonly Chunk[][]): Chunk[][] {
  const boxes = stacks.map((stack) => union(stack.map((chunk) => chunk.box)));
  let leaves = stacks.filter((stack, one) => !stacks.some((lower, other) => middleOf(lower) > middleOf(stack) + stack[0]!.size
    && 2 * overlap(boxes[one]!, boxes[other]!) > Math.min(width(boxes[one]!), width(boxes[other]!))));
  // One that stands alone above all others is over them, also where the space between two columns is under it.
  for (let over: Chunk[] | undefined; (over = leaves.find((stack) => leaves.length > 1 && leaves.every((other) => other === stack || other[0]!.y - stack.at(-1)!.y > stack[0]!.size)));) leaves = leaves.filter((stack) => stack !== over);
  return leaves;
}

/** Part of the distance between headings by which numbers may stand beside theirs. */
const UNDER = 0.3;

/** The columns as the headings count them, where each column of numbers stands under one of them and some headings have none. */
function underHeadings(columns: Columns, leaves: readonly Chunk[][]): Columns {
  const { edge } = columns;
  const heads = leaves.map((stack) => edge(union(stack.map((chunk) => chunk.box)))).sort((one, other) => one - other);
  if (heads.length <= columns.places.length) return columns;
  const most = UNDER * Math.min(...heads.slice(1).map((place, index) => place - heads[index]!));
  const under = columns.places.map((place) => nearestOf(heads, place));
  const close = columns.places.every((place, index) => Math.abs(place - heads[under[index]!]!) < most);
  return close && new Set(under).size === under.length ? { edge, places: heads } : columns;
}

function cellOf(chunks: readonly Chunk[], column: number): FlowCell {
  const onPage = chunks.filter((chunk) => chunk.page === chunks[0]!.page);
  return { text: chunks.map((chunk) => chunk.text).join('\n'), page: chunks[0]!.page, box: union(onPage.map((chunk) => chunk.box)), rowspan: 1, column, colspan: 1 };
}

/** First columns of values, and of headings: whoever reads the table must count cells, since nothing proves that they stand over each other. */
const COLUMN = { values: 100, headings: 200 };

/** Rows of a region: lines of values with their labels, and before them the headings above them. */
function rowsOf(chunks: readonly Chunk[]): FlowCell[][] {
  const values = chunks.filter((chunk) => chunk.value);
  const valueLines = [...new Set(values.map((chunk) => chunk.line))].map((line) => values.filter((chunk) => chunk.line === line));
  const heights = valueLines.map((line) => line[0]!.y);
  const left = Math.min(...values.map((chunk) => chunk.box[0]));
  const pitch = SAME_ROW * Math.min(...heights.slice(1).map((y, index) => y - heights[index]!));
  const words = chunks.filter((chunk) => !chunk.value);
  const labels = stacksOf(words.filter((chunk) => chunk.box[2] <= left), pitch).flatMap((stack) => cutByRows(stack, heights));
  /** Labels of a row, words above it that are beside no row, and headings over its values. */
  const beside: Chunk[][][] = heights.map(() => []);
  const above: Chunk[][][] = heights.map(() => []);
  const headings: Chunk[][][] = heights.map(() => []);
  const rowsOfLabels = labels.map((stack) => rowOf(stack, heights, pitch));
  // What goes on from a marked text that is beside no row is the end of its label: by itself it may look like another one.
  const begun = new Set(labels.filter((stack, index) => stack[0]!.marked && rowsOfLabels[index]! < 0));
  labels.forEach((stack, index) => {
    const row = rowsOfLabels[index]!;
    if (!stack[0]!.marked && [...begun].some((other) => isNear(other.at(-1)!, stack[0]!, pitch))) begun.add(stack);
    if (row >= 0 && !begun.has(stack)) beside[row]!.push(stack);
    else above[nextRow(stack, heights)]?.push(stack);
  });
  const overValues = words.filter((chunk) => chunk.box[2] > left).map((chunk) => ({ chunk, row: nextRow([chunk], heights) }));
  heights.forEach((_, first) => {
    const over = overValues.filter(({ row }) => row === first).map(({ chunk }) => chunk);
    if (over.length === 0) return;
    let end = first + 1;
    while (end < heights.length && !overValues.some(({ row }) => row === end)) end++;
    const { edge, places } = columnsOf(valueLines.slice(first, end));
    const isWide = ({ box }: Chunk): boolean => width(box) > WIDE * roomAt(places, edge(box));
    headings[first] = stacksOf(over, Infinity, (one, other) => isWide(one) === isWide(other));
  });

  const rows: FlowCell[][] = [];
  const byPlace = (one: readonly Chunk[], other: readonly Chunk[]): number => one[0]!.box[0] - other[0]!.box[0];
  let columns: Columns = { edge: centre, places: [] };
  valueLines.forEach((line, index) => {
    const leaves = leavesOf(headings[index]!).sort(byPlace);
    if (index === 0 || leaves.length > 0) {
      let end = index + 1;
      while (end < valueLines.length && headings[end]!.length === 0) end++;
      columns = underHeadings(columnsOf(valueLines.slice(index, end)), leaves);
    }
    const loose = [...above[index]!, ...headings[index]!.filter((stack) => !leaves.includes(stack))].sort(byPlace);
    if (loose.length > 0) rows.push(loose.map((stack, place) => cellOf(stack, place)));
    // Headings that are not one for each column are one text: they tell what the table is, not where its columns are.
    if (leaves.length === columns.places.length) rows.push(leaves.map((stack, place) => cellOf(stack, COLUMN.headings + place)));
    else if (leaves.length > 0) rows.push([{ ...cellOf(leaves.flat(), 0), text: leaves.map((stack) => stack.map((chunk) => chunk.text).join('')).join(' ') }]);

    const cells = valuesOf(line, columns);
    const before = rows.at(-1);
    // Numbers broken over two lines of their cells, or a row whose label is not found: nobody can tell, so all stand in one cell.
    if (beside[index]!.length + above[index]!.length + headings[index]!.length === 0 && before && index > 0 && heights[index]! - heights[index - 1]! < (1 + LEADING) * line[0]!.size) {
      const filled = [...before.filter((cell) => cell.column >= COLUMN.values), ...cells].filter(({ text }) => text !== '');
      const first = before.findIndex((cell) => cell.column >= COLUMN.values);
      before.splice(first < 0 ? before.length : first, before.length, { ...filled[0]!, text: filled.map(({ text }) => text).join(' ') });
      return;
    }
    rows.push([...beside[index]!.sort(byPlace).map((stack, place) => cellOf(stack, place)), ...cells]);
  });
  return rows;
}
/** Whether the other text stands right below in the same column, not further than the next row. */
const isNear = (one: Chunk, other: Chunk, pitch: number): boolean =>
  other.y > one.y && other.y - one.y < (pitch < Infinity ? (1.05 * pitch) / SAME_ROW : (1 + LEADING) * other.size) && 2 * overlap(one.box, other.box) > Math.min(width(one.box), width(other.box));
const nextRow = (stack: readonly Chunk[], heights: readonly number[]): number => heights.findIndex((y) => y > middleOf(stack));

/** The values of a line with an empty cell for each column in which it has none; two in one column stay together and are no number. */
function valuesOf(line: readonly Chunk[], { edge, places }: Columns): FlowCell[] {
  const [{ page, box }] = [line[0]!];
  return places.map((place, index): FlowCell => {
    const chunks = line.filter((chunk) => nearestOf(places, edge(chunk.box)) === index);
    return chunks.length > 0 ? cellOf(chunks, COLUMN.values + index) : { text: '', page, box: [place, box[1], place, box[3]], rowspan: 1, column: COLUMN.values + index, colspan: 1 };
  });
}

const HEADING = /^[一二三四五六]\s*[、.．]/;
/** A line so near to numbers, in parts of its size, belongs to their row. */
const BESIDE = 1.5;
const SENTENCE = /[。；：！？]$/;
/** Titles are larger than the numbers of a table. */
const LARGE = 1.25;

export type Part = { kind: 'lines'; lines: PlacedLine[] } | { kind: 'table'; rows: FlowCell[][] } | { kind: 'texts'; texts: FlowCell[] };

/** Headings side by side in a line, from this number on, are a table's. */
const HEADINGS_OF_TABLE = 3;

/** The texts of an empty table: no number tells rows and columns, but lines of one cell stand under each other. Null where the lines are no table. */
function emptyTable(chunks: readonly (readonly Chunk[])[]): FlowCell[] | null {
  if (chunks.some((line) => line.some((chunk) => chunk.value)) || !chunks.some((line) => line.length >= HEADINGS_OF_TABLE)) return null;
  return stacksOf(chunks.flat(), Infinity).map((stack) => cellOf(stack, 0));
}

/** Lines in reading order → tables, and the lines between them. `heights` of the pages by their number. */
export function unruledTables(lines: readonly PlacedLine[], heights: readonly number[]): Part[] {
  const tops = heights.reduce<number[]>((sums, height) => [...sums, sums.at(-1)! + height], [0]);
  const chunks = lines.map((placed, index) => chunksOf(placed, index, tops[placed.page - 1] ?? 0));
  const longest = Math.max(0, ...lines.map(({ line }) => width(line.box)));
  const usual = [...chunks.flat().filter((chunk) => chunk.value)].map((chunk) => chunk.size).sort((a, b) => a - b);
  const largest = (usual[Math.floor(usual.length / 2)] ?? Infinity) * LARGE;
  const isValueLine = chunks.map((line) => line.some((chunk) => chunk.value) && (line.length > 1 || line.every((chunk) => chunk.value)));
  const besideValues = (index: number): boolean => [index - 1, index + 1].some((other) => isValueLine[other] === true && Math.abs(chunks[other]![0]!.y - chunks[index]![0]!.y) < BESIDE * chunks[index]![0]!.size);
  /** Lines that stand in no table: sentences, long lines, titles, headings of sections. */
  const outside = chunks.map((line, index) => {
    if (line.length !== 1 || line[0]!.value || besideValues(index)) return line.length === 0;
    const { text, box, size } = line[0]!;
    return size > largest || SENTENCE.test(text) || width(box) > 0.6 * longest || HEADING.test(text);
  });
  const parts: Part[] = [];
  const plain = (from: number, to: number): void => {
    if (to <= from) return;
    const last = parts.at(-1);
    if (last?.kind === 'lines') last.lines.push(...lines.slice(from, to));
    else parts.push({ kind: 'lines', lines: lines.slice(from, to) });
  };
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && !outside[to]) to++;
    const rows = isValueLine.flatMap((yes, index) => (yes && from <= index && index < to ? [index] : []));
    const isTable = rows.length > 1 || rows.some((row) => chunks[row]!.filter((chunk) => chunk.value).length > 3);
    if (isTable) {
      // Below the last row only what is left of its label belongs to it.
      let end = rows.at(-1)! + 1;
      while (end < to && chunks[end]!.length > 0 && chunks[end]![0]!.y - chunks[end - 1]![0]!.y < (1 + LEADING) * chunks[end]![0]!.size && besideOrBelow(chunks[end]!, chunks[rows.at(-1)!]!)) end++;
      parts.push({ kind: 'table', rows: rowsOf(chunks.slice(from, end).flat()) });
      plain(end, to);
    } else plain(from, to);
    let next = to;
    while (next < lines.length && outside[next]) next++;
    plain(to, next);
    from = next;
  }
  const numberOf = new Map(lines.map((placed, index) => [placed, index]));
  const isProse = (placed: PlacedLine): boolean => SENTENCE.test(textOfLine(placed.line.glyphs)) || placed.line.size > largest;
  return parts.flatMap((part) => (part.kind === 'lines' ? withEmptyTables(part.lines, isProse, (placed) => chunks[numberOf.get(placed)!]!) : [part]));
}

/** Lines without numbers, cut where the empty tables between sentences and titles begin and end. */
function withEmptyTables(lines: readonly PlacedLine[], isProse: (line: PlacedLine) => boolean, chunksIn: (line: PlacedLine) => readonly Chunk[]): Part[] {
  const parts: Part[] = [];
  const add = (some: PlacedLine[]): void => {
    const texts = emptyTable(some.map(chunksIn));
    const last = parts.at(-1);
    if (texts) parts.push({ kind: 'texts', texts });
    else if (last?.kind === 'lines') last.lines.push(...some);
    else if (some.length > 0) parts.push({ kind: 'lines', lines: some });
  };
  let open: PlacedLine[] = [];
  for (const line of lines) {
    if (!isProse(line)) {
      open.push(line);
      continue;
    }
    add(open);
    open = [];
    add([line]);
  }
  add(open);
  return parts;
}

function besideOrBelow(line: readonly Chunk[], row: readonly Chunk[]): boolean {
  const first = row.find((chunk) => chunk.value)!;
  return line.every((chunk) => !chunk.value && chunk.box[2] <= first.box[0]);
}
