import type { Figures } from '../../figures/figure.ts';
import type { ChangedCell } from '../database/schema.ts';
import { changedFigures } from '../queries/figures.ts';

/** The numbers in which two readings differ, in the order of the form; null is missing. */
export function changedCells(before: Figures, after: Figures): ChangedCell[] {
  return changedFigures(before, after).map((figure) => ({ figure, before: before[figure]?.value ?? null, after: after[figure]?.value ?? null }));
}
