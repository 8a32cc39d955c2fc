/** What the readers of tables give: cells by printed row and column, and what deviates from the form. */
import type { Place } from '../documents/document.ts';
import type { Edition } from '../form/edition.ts';
import type { FigureId, TableNumber } from '../form/figures.ts';
import { TWO_ROWS, type TwoRow } from './form-labels.ts';
import { bare, findNear, tolerance } from './labels.ts';
import type { TableTwoColumn } from '../form/table-two.ts';
import type { ExtraRow, FormDrift, StatutoryCell } from './report.ts';

export interface TableReading {
  table: TableNumber;
  cells: StatutoryCell[];
  extraRows: ExtraRow[];
  /** Drift of labels and columns; rows are judged when all readings are joined. */
  drift: FormDrift[];
  /** Keys of the rows that are printed. */
  rows: string[];
  /** Whose column labels table 二 prints. */
  edition: Edition | null;
  /** [from, to) of the flat text that the table takes. */
  spans: [number, number][];
}

export function emptyReading(table: TableNumber): TableReading {
  return { table, cells: [], extraRows: [], drift: [], rows: [], edition: null, spans: [] };
}

/** Adds a label's drift once. */
export function noteDrift(reading: TableReading, printed: string, expected: string, at?: Place): void {
  if (bare(printed) === bare(expected) || reading.drift.some((entry) => entry.printed === printed && entry.expected === expected)) return;
  reading.drift.push({ kind: 'label', table: reading.table, printed, expected, ...(at ? { at } : {}) });
}

export interface PrintedColumns {
  edition: Edition;
  columns: TableTwoColumn[];
  /** Labels that differ from the form's, with the form's. */
  drift: { printed: string; expected: string }[];
  /** Printed in the heading of an amount whose unit is not the form's. */
  unit?: string;
}

/** Of each label how it is printed in the letters: exact ones first, so that a misprint is not sought in its neighbour. */
export function printedAs(letters: string, labels: readonly string[]): ({ printed: string; exact: boolean } | null)[] {
  let left = letters;
  const found = labels.map((label) => {
    const wording = [bare(label), bare(label.replace(/（[\s\S]*$/, ''))].find((text) => left.includes(text));
    if (wording === undefined) return null;
    left = left.replace(wording, '|');
    return { printed: wording, exact: true };
  });
  return labels.map((label, index) => {
    if (found[index]) return found[index];
    const wording = bare(label.replace(/（[\s\S]*$/, ''));
    const near = left.split('|').flatMap((part) => {
      const match = findNear(part, wording, tolerance(wording.length));
      return match ? [{ printed: part.slice(match.start, match.end), distance: match.distance }] : [];
    }).sort((a, b) => a.distance - b.distance)[0];
    return near ? { printed: near.printed, exact: false } : null;
  });
}

/** A label that says by itself whose columns these are, though the others are clipped. */
const TELLING = 6;

/**
 * The columns of a block of table 二 by the labels printed above the row: those of the edition of whose labels most
 * letters are printed; null where neither half of the labels nor one telling label stand there.
 */
export function columnsOfTwo(row: TwoRow, header: string): PrintedColumns | null {
  const letters = bare(header);
  let best: (PrintedColumns & { score: number }) | null = null;
  for (const edition of ['2021', '2019'] as const) {
    const columns = row.columns[edition];
    if (!columns) continue;
    const found = printedAs(letters, columns.map((column) => column.label));
    const matched = found.filter((fit) => fit !== null);
    const telling = matched.some((fit) => fit.exact && fit.printed.length >= TELLING);
    const score = matched.reduce((sum, fit) => sum + fit.printed.length * (fit.exact ? 1 : 0.8), 0);
    if ((!telling && 2 * matched.length < columns.length) || score === 0 || (best && score <= best.score)) continue;
    const drift = columns.flatMap((column, index) => {
      const fit = found[index];
      return fit && !fit.exact ? [{ printed: fit.printed, expected: column.label }] : [];
    });
    best = { edition, columns, drift, score };
  }
  if (!best) return null;
  const { score: _, ...printed } = best;
  const amount = printed.columns.at(-1)!;
  const unit = /(?:收费金额|采购总金额)[（(]?(?:单位)?[:：]?(万元|亿元|元)/.exec(header.replace(/\s/g, ''))?.[1];
  if (!unit || unit === amount.unit || amount.kind !== 'decimal') return printed;
  const label = amount.unit === '' ? [] : [{ printed: amount.label.replace(amount.unit, unit), expected: amount.label }];
  return { ...printed, drift: [...printed.drift, ...label], unit };
}

export function twoRow(key: string): TwoRow {
  return TWO_ROWS.find((row) => row.key === key)!;
}

export const twoFigure = (row: string, column: string): FigureId => `t2.${row}.${column}`;
export const threeFigure = (row: string, column: string): FigureId => `t3.${row}.${column}`;
export const fourFigure = (group: string, result: string): FigureId => `t4.${group}.${result}`;
