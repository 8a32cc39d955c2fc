/** Every hand-made way to print a page, with how well it keeps cells apart. */
import { printDocx, DOCX_FORMS, printXlsx, XLSX_FORMS } from './print-office.ts';
import { HTML_FORMS, printHtml } from './print-html.ts';
import { printText, TEXT_FORMS, type Keeping } from './print-text.ts';
import { drawTables, type DrawnCell } from './form.ts';
import { copyOf, placed, type Page } from './page.ts';
import type { Random } from './random.ts';

export interface Printer {
  format: 'text' | 'html' | 'docx' | 'xlsx' | 'pdf';
  form: string;
  keeping: Keeping;
  print: (page: Page, random: Random) => Uint8Array;
}

export const PRINTERS: readonly Printer[] = [
  ...Object.entries(TEXT_FORMS).map(([form, { keeping }]): Printer => ({ format: 'text', form, keeping, print: (page, random) => printText(page, form, random) })),
  ...Object.keys(HTML_FORMS).map((form): Printer => ({ format: 'html', form, keeping: 'apart', print: (page) => printHtml(page, form) })),
  ...DOCX_FORMS.map((form): Printer => ({ format: 'docx', form, keeping: 'apart', print: (page) => printDocx(page, form) })),
  ...XLSX_FORMS.map((form): Printer => ({ format: 'xlsx', form, keeping: 'sheet', print: (page) => printXlsx(page, form) })),
];

/**
 * The page with the truth that is left of it in a form that keeps cells apart as `keeping` says: a row with some cells
 * empty cannot be told where empty cells leave no trace, and glued digits are nobody's to tell. Of rows that were changed
 * two more ways of reading are right: what stands under the figure's own lettered column of a sheet, if nothing stands beyond the last one,
 * and the numbers in their order where there are as many as columns.
 */
export function asKept(page: Page, keeping: Keeping): Page {
  const kept = copyOf(page);
  const form = drawTables(page.edition, new Map());
  kept.tables.forEach((table, index) => {
    const columns = new Map(placed(form[index]!).flatMap((cells) => cells.flatMap(({ cell, column }) => (cell?.figure === undefined ? [] : [[cell.figure, column] as const]))));
    for (const cells of placed(table)) {
      const key = cells.find(({ cell }) => cell?.figure !== undefined)?.cell?.figure;
      const figures = key === undefined ? [] : [...columns.keys()].filter((figure) => table.name === '四' || rowOf(figure) === rowOf(key));
      const changed = figures.filter((figure) => kept.truth.get(figure)?.legible === false);
      const texts = behindLabels(cells.flatMap(({ cell }) => (cell ? [cell] : [])));
      const filled = texts.filter((text) => text !== '');
      const empty = figures.length - filled.length;
      // Where empty cells leave no trace, as many numbers as columns are the row; elsewhere those in the row's own cells, if nothing stands behind them.
      const traced = keeping === 'apart' || keeping === 'sheet';
      if (filled.length === figures.length && (!traced || texts.slice(0, figures.length).every((text) => text !== ''))) figures.forEach((figure, at) => changed.includes(figure) && kept.truth.get(figure)!.also.set('in order', numberIn(filled[at]!)));
      const beyond = cells.some(({ cell, column }) => cell && cell.text !== '' && column > Math.max(...figures.map((figure) => columns.get(figure)!)));
      if (keeping === 'sheet' && !beyond) for (const figure of changed) kept.truth.get(figure)!.also.set('under its heading', numberIn(cells.find(({ column }) => column === columns.get(figure))?.cell?.text ?? ''));
      if (keeping === 'glued' || (keeping === 'filled' && empty !== 0 && empty !== figures.length))
        for (const figure of figures) kept.truth.get(figure)!.legible = false;
    }
  });
  return kept;
}

const rowOf = (figure: string): string => figure.slice(0, figure.lastIndexOf('.'));
const numberIn = (text: string): number | null => (/^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : null);

/** Texts of the cells from the first one that belongs to a figure, or was put before it. */
function behindLabels(cells: readonly DrawnCell[]): string[] {
  const label = cells.findLastIndex(({ figure, text }) => figure === undefined && /[\u4e00-\u9fff]{2}/.test(text));
  return cells.slice(label + 1).map(({ text }) => text.trim());
}
