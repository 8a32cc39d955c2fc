/**
 * What happens to reports between the form and the reader, one change at a time; each says what a person still reads in
 * the changed document. A row is changed at most once, so that the truth of its cells stays exact.
 */
import type { DrawnCell, DrawnTable } from './form.ts';
import { MISPRINTS } from './misprints.ts';
import { reasonOf, type Page, type Truth } from './page.ts';
import type { Random } from './random.ts';

interface Row {
  table: DrawnTable;
  number: number;
  cells: DrawnCell[];
  figures: DrawnCell[];
}
const figuresIn = (cells: readonly DrawnCell[]): DrawnCell[] => cells.filter(({ figure }) => figure !== undefined);
const truthOf = (page: Page, cell: DrawnCell): Truth => {
  const truth = page.truth.get(cell.figure ?? '');
  if (!truth) throw new Error(`No truth of ${cell.figure}`);
  return truth;
};
const blur = (page: Page, row: Row): void => row.figures.forEach((cell) => void (truthOf(page, cell).legible = false));

/** A row of figures that no earlier change touched. */
function anyRow(page: Page, random: Random, touched: Set<string>, least = 1): Row | null {
  const rows = page.tables.flatMap((table) => table.rows.map((cells, number): Row => ({ table, number, cells, figures: figuresIn(cells) })))
    .filter(({ figures }) => figures.length >= least && !figures.some(({ figure }) => touched.has(figure ?? '')));
  if (rows.length === 0) return null;
  const row = random.pick(rows);
  for (const { figure } of row.figures) touched.add(figure ?? '');
  return row;
}

type Change = (page: Page, random: Random, touched: Set<string>) => string | null;

/** A cell is lost; those behind it move up. */
const cellDeleted: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched);
  if (!row) return null;
  const lost = random.pick(row.figures);
  row.cells.splice(row.cells.indexOf(lost), 1);
  blur(page, row);
  page.truth.set(lost.figure!, { value: null, reasons: [], also: new Map(), legible: false });
  return `cell deleted: ${lost.figure}`;
};

/** The numbers of a row stand one column to the right or left of where they belong; the last one may be lost. */
const rowShifted: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched, 2);
  if (!row) return null;
  const texts = row.figures.map(({ text }) => text);
  const values = row.figures.map((cell) => truthOf(page, cell).value);
  const right = random.chance(0.5);
  const longer = right && random.chance(0.5);
  blur(page, row);
  if (longer) {
    row.cells.splice(row.cells.indexOf(row.figures[0]!), 0, { text: '', colspan: 1, rowspan: 1 });
    row.figures.forEach((cell, index) => void truthOf(page, cell).also.set('under its heading', index === 0 ? null : values[index - 1]!));
  } else row.figures.forEach((cell, index) => {
    const from = right ? index - 1 : index + 1;
    cell.text = texts[from] ?? '';
    const truth = truthOf(page, cell);
    truth.also.set('under its heading', values[from] ?? null);
    // What was pushed out of the table is printed nowhere.
    const lost = right ? index === texts.length - 1 : index === 0;
    if (lost) truth.also.set('without the lost one', null);
    truth.reasons = [];
  });
  for (const cell of row.figures) truthOf(page, cell).reasons = [];
  return `row shifted ${right ? 'right' : 'left'}${longer ? ', all numbers kept' : ''}: ${row.figures[0]!.figure}`;
};

/** Two neighbours run together, with or without an empty cell left behind. */
const cellsGlued: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched, 2);
  if (!row) return null;
  const at = random.below(row.figures.length - 1);
  const [first, second] = [row.figures[at]!, row.figures[at + 1]!];
  first.text += second.text;
  blur(page, row);
  const keep = random.chance(0.5);
  if (keep) {
    second.text = '';
    const truth = truthOf(page, second);
    truth.also.set('as one number', null);
    truth.reasons = [];
    // With a cell left empty nothing but the rest of the table tells that 12 was 1 and 2; 03 nobody prints.
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(first.text)) truthOf(page, first).also.set('as one number', Number(first.text));
  } else row.cells.splice(row.cells.indexOf(second), 1);
  return `cells glued${keep ? ', the second left empty' : ''}: ${first.figure}`;
};

/** All numbers of a row in its first cell. */
const rowGlued: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched, 3);
  if (!row) return null;
  const [first, ...others] = row.figures;
  first!.text = row.figures.map(({ text }) => text).join('');
  const keep = random.chance(0.5);
  for (const cell of others) {
    if (keep) cell.text = '';
    else row.cells.splice(row.cells.indexOf(cell), 1);
  }
  blur(page, row);
  if (keep) {
    for (const cell of others) Object.assign(truthOf(page, cell), { also: new Map([['as one number', null]]), reasons: [] });
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(first!.text)) truthOf(page, first!).also.set('as one number', Number(first!.text));
  }
  return `row glued${keep ? ', cells left empty' : ''}: ${first!.figure}`;
};

/** A cell is there twice; those behind it move down. */
const cellDoubled: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched);
  if (!row) return null;
  const one = random.pick(row.figures);
  row.cells.splice(row.cells.indexOf(one), 0, { text: one.text, colspan: 1, rowspan: 1 });
  blur(page, row);
  return `cell doubled: ${one.figure}`;
};

function dropRow(table: DrawnTable, number: number): void {
  for (let above = 0; above < number; above++)
    for (const cell of table.rows[above]!) if (above + cell.rowspan > number) cell.rowspan--;
  // A heading that reaches further down now begins with the next row.
  const down = table.rows[number]!.filter((cell) => cell.rowspan > 1).map((cell) => ({ ...cell, rowspan: cell.rowspan - 1 }));
  table.rows[number + 1]?.unshift(...down);
  table.rows.splice(number, 1);
}

const rowDropped: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched);
  // Without its only row of numbers table 四 is a heading.
  if (!row || row.table.name === '四' || page.breaks.length > 0) return null;
  for (const { figure } of row.figures) page.truth.set(figure!, { value: null, reasons: ['absent'], also: new Map(), legible: true });
  dropRow(row.table, row.number);
  return `row dropped: ${row.figures[0]!.figure}`;
};

/** The same row twice, as where a page repeats its last row. */
const rowDoubled: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched);
  if (!row || row.table.name === '四' || page.breaks.length > 0) return null;
  for (let above = 0; above <= row.number; above++)
    for (const cell of row.table.rows[above]!) if (cell.rowspan > 1 && above + cell.rowspan > row.number) cell.rowspan++;
  row.table.rows.splice(row.number + 1, 0, row.cells.filter((cell) => cell.rowspan === 1).map((cell) => ({ ...cell })));
  return `row doubled: ${row.figures[0]!.figure}`;
};

const pageBreak: Change = (page, random) => {
  const wanted = random.chance(0.7) ? '三' : '二';
  const table = page.tables.find(({ name }) => name === wanted)!;
  const first = table.rows.findIndex((row) => figuresIn(row).length > 0);
  const row = first + 1 + random.below(table.rows.length - first - 1);
  if (figuresIn(table.rows[row]!).length === 0 || page.breaks.length > 0) return null;
  const kind = random.pick(['new table', 'new table with heading', 'page number', 'heading again'] as const);
  page.breaks.push({ table: table.name, row, kind });
  return `page break (${kind}) before ${figuresIn(table.rows[row]!)[0]!.figure}`;
};

const labelMisspelt: Change = (page, random) => {
  const { from, to } = random.pick(MISPRINTS.filter(({ edition }) => edition === undefined || edition === page.edition));
  for (const table of page.tables)
    for (const cell of table.rows.flat())
      if (cell.figure === undefined && cell.text.includes(from) && (from.length > 4 || cell.text === from)) {
        cell.text = cell.text.replace(from, to);
        return `label misspelt: ${to} for ${from}`;
      }
  return null;
};

/** The report itself is wrong: one number differs, a total was left 0, or two numbers were swapped. */
const arithmetic: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched);
  if (!row) return null;
  const write = (cell: DrawnCell, text: string): void => {
    cell.text = text;
    const value = /^[-+]?\d/.test(text) ? Number(text) : null;
    page.truth.set(cell.figure!, { ...truthOf(page, cell), value, reasons: value === null ? [reasonOf(text)] : [] });
  };
  const cell = random.pick(row.figures);
  const other = random.pick(row.figures);
  const value = truthOf(page, cell).value ?? 0;
  const kind = random.pick(['another number', 'total left 0', 'swapped'] as const);
  if (kind === 'swapped') {
    const text = other.text;
    write(other, cell.text);
    write(cell, text);
  } else write(kind === 'total left 0' ? row.figures.at(-1)! : cell, kind === 'total left 0' ? '0' : String(Math.max(0, Math.trunc(value) + random.pick([-1, 1, 1, 2, 5, 9, 10, 90]))));
  return `arithmetic (${kind}): ${cell.figure}`;
};

const FULL_WIDTH = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
/** A number written as people write it: with a unit, a note, commas, or full-width digits. */
const numberDressed: Change = (page, random, touched) => {
  const row = anyRow(page, random, touched);
  const cell = row?.figures.find((one) => /^[1-9]\d*$/.test(one.text)) ?? row?.figures[0];
  if (!cell || !/^\d+$/.test(cell.text) || cell.figure!.startsWith('t2.procurement') || cell.figure!.endsWith('.amount')) return null;
  const unit = /\.items_(?:previous|change)$/.test(cell.figure!) ? '项' : '件';
  cell.text = random.pick([`${cell.text}${unit}`, `${cell.text}（含自然失效${cell.text}件）`, FULL_WIDTH(cell.text), cell.text.replace(/\B(?=(?:\d{3})+$)/g, ','), ` ${cell.text} `]);
  return `number dressed: ${cell.text} in ${cell.figure}`;
};

export const CHANGES: Readonly<Record<string, Change>> = {
  'cell deleted': cellDeleted, 'row shifted': rowShifted, 'cells glued': cellsGlued, 'row glued': rowGlued, 'cell doubled': cellDoubled,
  'row dropped': rowDropped, 'row doubled': rowDoubled, 'page break': pageBreak, 'label misspelt': labelMisspelt,
  'arithmetically wrong': arithmetic, 'number dressed': numberDressed,
};

/** Applies the named changes in turn; what a change cannot do to this page is left out. */
export function change(page: Page, random: Random, kinds: readonly string[]): void {
  const touched = new Set<string>();
  for (const kind of kinds) {
    const done = CHANGES[kind]?.(page, random, touched);
    if (done) page.changes.push(done);
  }
}
