/** Labels of the statutory tables as recognition looks for them, drawn from the form. */
import { EDITIONS, type Edition } from '../form/edition.ts';
import { CASE_RESULT_COLUMNS } from '../form/table-four.ts';
import { APPLICANT_COLUMNS, OTHER_HANDLING_LABEL, OUTCOMES_HEADING, TABLE_THREE_ROWS } from '../form/table-three.ts';
import { TABLE_TWO, type TableTwoColumn, type TableTwoRow } from '../form/table-two.ts';
import type { Label } from './label-chain.ts';
import { bare, withoutMark } from './labels.ts';

/** A printed label in letters alone, without list mark and without a note in brackets. */
export const core = (label: string): string => bare(withoutMark(label).replace(/（[\s\S]*$/, ''));

export interface TwoRow {
  key: string;
  /** The form's wording by edition. */
  label: Partial<Record<Edition, string>>;
  /** The columns it may have: those of either edition. */
  columns: Partial<Record<Edition, TableTwoColumn[]>>;
}

function rowsOfTwo(): TwoRow[] {
  const rows = new Map<string, TwoRow>();
  for (const edition of EDITIONS)
    for (const block of TABLE_TWO[edition])
      for (const row of block.rows as TableTwoRow[]) {
        const known = rows.get(row.key) ?? { key: row.key, label: {}, columns: {} };
        known.label[edition] = row.label;
        known.columns[edition] = block.columns;
        rows.set(row.key, known);
      }
  return [...rows.values()];
}

/** Rows of table 二 of both editions, in printed order. */
export const TWO_ROWS: readonly TwoRow[] = rowsOfTwo();
export const TWO_LABELS: readonly Label[] = TWO_ROWS.map((row) => ({
  key: row.key, row: true, wordings: [...new Set(Object.values(row.label).map(core))],
}));

/** Key of （六）其他处理: a group's heading over three rows, or the undivided row. */
export const UNDIVIDED = 'other_handling_undivided';

function labelsOfThree(): Label[] {
  const labels: Label[] = [];
  let group: string | undefined;
  for (const row of TABLE_THREE_ROWS) {
    if (row.key === UNDIVIDED) continue;
    if (row.outcome && !labels.some((label) => !label.row)) labels.push({ key: OUTCOMES_HEADING, row: false, wordings: [core(OUTCOMES_HEADING)] });
    if (row.group && row.group !== group)
      labels.push(row.group === OTHER_HANDLING_LABEL ? { key: UNDIVIDED, row: true, wordings: [core(row.group)] } : { key: row.group, row: false, wordings: [core(row.group)] });
    group = row.group;
    labels.push({ key: row.key, row: true, wordings: [core(row.label)] });
  }
  return labels;
}
/** Rows and group headings of table 三, in printed order. */
export const THREE_LABELS: readonly Label[] = labelsOfThree();

export const APPLICANT_LABELS: readonly string[] = APPLICANT_COLUMNS.map((column) => column.label);
export const RESULT_LABELS: readonly string[] = CASE_RESULT_COLUMNS.map((column) => column.label);
