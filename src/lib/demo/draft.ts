/**
 * A report before it is printed. Planting works in two places: on the draft (figures, printed cells, form), from which
 * prose and tables follow, and on the text, where prose and tables part.
 */
import { editionOf, type Edition } from '../form/edition.ts';
import type { FigureId, TableNumber } from '../form/figures.ts';
import type { Values } from './applications.ts';
import { nameIn, type DemoBody } from './county.ts';

export interface Draft {
  body: DemoBody;
  name: string;
  year: number;
  scope: 'own' | 'rollup';
  /** What the document states. */
  values: Values;
  /** Printed text of a cell that is not its plain number. */
  cells: Record<FigureId, string>;
  form: PrintedForm;
}

export interface PrintedForm {
  /** Edition whose table is printed: the year's own, save for a body that used an old one. */
  editions: Record<TableNumber, Edition>;
  omitted: TableNumber[];
  /** Labels of rows that are not printed (rows that begin no group). */
  rowsOmitted: string[];
  /** Wording printed instead of the form's. */
  labels: Record<string, string>;
  /** Rows outside the form, printed after the row of the label. */
  extraRows: { after: string; cells: string[] }[];
  headings: string[];
  sectionsOmitted: number[];
}

export const HEADINGS: readonly string[] = [
  '总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议、行政诉讼情况', '存在的主要问题及改进情况', '其他需要报告的事项',
];
export const ORDINALS = ['一', '二', '三', '四', '五', '六'] as const;

export function draftOf(body: DemoBody, year: number, values: Values): Draft {
  const edition = editionOf(year);
  return {
    body, name: nameIn(body, year), year, scope: body.kind === 'government' ? 'rollup' : 'own', values: { ...values }, cells: {},
    form: {
      editions: { 二: edition, 三: edition, 四: edition }, omitted: [], rowsOmitted: [], labels: {}, extraRows: [], headings: [...HEADINGS], sectionsOmitted: [],
    },
  };
}

/** The text of a figure's cell. */
export const printed = (draft: Draft, figure: FigureId): string => draft.cells[figure] ?? String(draft.values[figure] ?? 0);

export interface PrintedCell {
  text: string;
  colspan: number;
  rowspan: number;
}
export interface PrintedTable {
  columns: number;
  rows: PrintedCell[][];
}
export interface PrintedSection {
  number: number;
  /** With its ordinal. */
  heading: string;
  before: string[];
  table: PrintedTable | null;
}
export interface ReportText {
  title: string;
  lead: string[];
  sections: PrintedSection[];
  signature: string[];
}
