/**
 * Derived figures, defined once and used by checks, indicators, roll-up and charts: the six outcomes as sums of their
 * rows, and 其他处理 as `undivided ?? sum of the three` (house rule: the id follows from what is printed).
 */
import type { FigureId } from './figures.ts';
import { TABLE_THREE_ROWS, type Applicant, type Outcome } from './table-three.ts';

/** A number, or null where it is missing. */
export type ValueOf = (id: FigureId) => number | null;

const SUBROWS: Record<Outcome, string[]> = { granted: [], granted_in_part: [], refused: [], unavailable: [], not_processed: [], other_handling: [] };
for (const row of TABLE_THREE_ROWS)
  if (row.outcome && row.key !== 'other_handling_undivided') SUBROWS[row.outcome].push(row.key);

/** Figures whose sum is the outcome for the applicant column (one figure where the form has one row). */
export function outcomeFigures(outcome: Outcome, applicant: Applicant): FigureId[] {
  return SUBROWS[outcome].map((key) => `t3.${key}.${applicant}`);
}

export const undividedFigure = (applicant: Applicant): FigureId => `t3.other_handling_undivided.${applicant}`;

/**
 * The outcome's count for the applicant column; null as soon as one of its rows is missing (missing is never 0).
 * 其他处理 printed as one row stands for its three parts.
 */
export function outcomeValue(outcome: Outcome, applicant: Applicant, value: ValueOf): number | null {
  if (outcome === 'other_handling') {
    const undivided = value(undividedFigure(applicant));
    if (undivided !== null) return undivided;
  }
  let sum = 0;
  for (const id of outcomeFigures(outcome, applicant)) {
    const part = value(id);
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
