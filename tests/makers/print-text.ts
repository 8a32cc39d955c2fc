/** Pages to text as converters, archives and copying flatten them. */
import { SECTIONS, type DrawnCell, type DrawnTable } from './form.ts';
import { PROSE, sheetRows, titleOf, type Page } from './page.ts';
import type { Random } from './random.ts';

/**
 * How cells are kept apart. `apart`: always, empty ones too. `sheet`: as well, and each row has all columns, so that one
 * who deletes a cell moves the others under other headings. `filled`: only filled ones, so that a row with empty cells is not told.
 * `glued`: nothing tells.
 */
export type Keeping = 'sheet' | 'apart' | 'filled' | 'glued';

interface TextForm {
  keeping: Keeping;
  /** Whether rows are lines, between which a page may end. */
  lines: boolean;
  draw: (table: DrawnTable, random: Random) => string[];
}
const filled = (table: DrawnTable): string[][] => table.rows.map((row) => row.map(({ text }) => text.trim()).filter((text) => text !== ''));
const width = (table: DrawnTable): number => Math.max(...sheetRows(table).map((row) => row.length));

/** Lines of each row of the table: one entry a row, so that a page break can stand between rows. */
export const TEXT_FORMS: Readonly<Record<string, TextForm>> = {
  tabs: { keeping: 'apart', lines: true, draw: (table) => sheetRows(table).map((row) => row.join('\t')) },
  pipes: { keeping: 'apart', lines: true, draw: (table) => sheetRows(table).map((row) => `| ${row.join(' | ')} |`) },
  markdown: {
    keeping: 'sheet', lines: true,
    draw: (table) => sheetRows(table).flatMap((row, number) => {
      const line = `| ${[...row, ...new Array<string>(Math.max(0, width(table) - row.length)).fill('')].join(' | ')} |`;
      return number === 0 ? [`${line}\n|${' --- |'.repeat(width(table))}`] : [line];
    }),
  },
  'pipes without borders': { keeping: 'apart', lines: true, draw: (table) => sheetRows(table).map((row) => row.join('  | ')) },
  'one cell a line': { keeping: 'filled', lines: true, draw: (table) => filled(table).map((row) => row.join('\n\n')) },
  'broken rows with pipes': { keeping: 'filled', lines: true, draw: (table) => filled(table).map((row) => `| \n${row.join(' | \n')}`) },
  'lines with spaces': { keeping: 'filled', lines: true, draw: (table) => filled(table).map((row) => row.join('    ')) },
  'single spaces': { keeping: 'filled', lines: false, draw: (table) => filled(table).map((row) => `${row.join(' ')} `) },
  'wide spaces': { keeping: 'filled', lines: false, draw: (table) => filled(table).map((row) => `${row.join('\u3000')}\u3000`) },
  glued: { keeping: 'glued', lines: false, draw: (table) => filled(table).map((row) => row.join('')) },
  'glued here, spaced there': {
    keeping: 'glued', lines: false, draw: (table, random) => filled(table).map((row) => row.map((text) => text + (random.chance(0.5) ? ' ' : '')).join('')),
  },
};

/** Spaces that happen to leave as many numbers as columns make a row of them. */
function alsoAsSpaced(page: Page, cells: readonly DrawnCell[], row: string): void {
  const truths = cells.flatMap(({ figure }) => (figure === undefined ? [] : (page.truth.get(figure) ?? [])));
  const numbers = row.slice(row.search(/[^\u4e00-\u9fff）”]*$/)).trim().split(/\s+/);
  if (numbers.length === truths.length && numbers.every((text) => /^(?:0|[1-9]\d*)$/.test(text))) truths.forEach((truth, at) => truth.also.set('between spaces', Number(numbers[at])));
}

function tableText(page: Page, table: DrawnTable, form: TextForm, random: Random): string {
  const rows = form.draw(table, random);
  const heading = rows.slice(0, table.rows.findIndex((row) => row.some(({ figure }) => figure !== undefined)));
  if (form.keeping === 'glued') rows.forEach((row, number) => alsoAsSpaced(page, table.rows[number]!, row));
  const pieces = rows.map((row, number) => {
    const ends = page.breaks.find((one) => one.table === table.name && one.row === number);
    if (!ends) return row;
    // Without lines a page number would be one more cell of the row before it.
    if (ends.kind === 'page number') return form.lines ? `\n— 3 —\n\n${row}` : row;
    if (ends.kind === 'heading again') return table.name === '三' ? `${form.lines ? '\n' : ''}三、本年度办理结果${form.lines ? '\n\n' : ''}${row}` : row;
    if (!form.lines) return row;
    return ends.kind === 'new table' ? `\n${row}` : `\n${heading.join('\n')}\n${row}`;
  });
  return pieces.join(form.lines ? '\n' : '');
}

export function printText(page: Page, name: string, random: Random): Uint8Array {
  const form = TEXT_FORMS[name]!;
  const parts = SECTIONS.flatMap(([ordinal, title, table]) => {
    const drawn = page.tables.find((one) => one.name === table);
    return [`${ordinal}、${title}`, PROSE[ordinal] ?? '', drawn ? tableText(page, drawn, form, random) : ''].filter((part) => part !== '');
  });
  const signature = `${page.body} ${page.year + 1}年1月18日`;
  const text = form.lines ? [titleOf(page), ...parts, signature].join('\n\n')
    : `标题: ${titleOf(page)}\n发布时间: ${page.year + 1}-01-18 10:00\n${parts.join(form.keeping === 'glued' ? '' : ' ')} ${signature}\n`;
  return new TextEncoder().encode(text);
}
