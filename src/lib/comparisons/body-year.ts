/** What the queries give to comparisons: one report, or its absence, of one body in one year. */
import type { BodyKind, CheckedReport } from '../checks/finding.ts';
import type { Edition } from '../form/edition.ts';
import type { FigureId } from '../form/figures.ts';
import type { Absence } from './series.ts';

export interface BodyYear {
  /** Code of the body, unique in the county and never reused. */
  body: string;
  /** Name that the body has in this year. */
  bodyName: string;
  kind: BodyKind;
  year: number;
  scope: NonNullable<CheckedReport['scope']>;
  /** A report of this year and scope is there, whether it was due or not. */
  filed: boolean;
  /** The body must file for this year (应报): it exists and is not exempt. */
  due: boolean;
  /** Its due date is still to come, so that an absent report is not late. */
  notYet?: boolean;
  /** The published report of another county, to compare with. */
  reference?: true;
  /** False: the register keeps the body out of the sum of bodies in this year (垂直管理单位). */
  inRollup?: boolean;
  /** Edition of the year. */
  edition: Edition;
  /** Residents in the year, where the register has them. */
  population?: number | null;
  /** The report states that it is of part of the year alone. YYYY-MM-DD. */
  partYear?: { from: string; to: string };
  /** Every figure that was asked for (`Measure.figures`): null where the report has no number. Empty where nothing is filed. */
  values: Record<FigureId, number | null>;
  /** Why a figure is null, where the query knows it. */
  missing?: Partial<Record<FigureId, Absence>>;
}

/**
 * A report of the whole county, whoever signed it, never enters a sum: its cases are those of the others. Nor does a body
 * that the register keeps out of the roll-up: it files into the system of its own.
 */
export function entersSums(row: BodyYear): boolean {
  return row.kind !== 'government' && row.scope === 'own' && row.inRollup !== false;
}
