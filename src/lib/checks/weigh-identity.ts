/**
 * Whether two sums of figures can be equal. A blank is never read as 0: it stands for any non-negative number, so a sum
 * with blanks is wrong only when no such number makes it right (checks.csv, CELL-BLANK).
 */
import type { Figure } from '../figures/figure.ts';
import type { NotEvaluated } from './finding.ts';

/** Sums of the numbers that are there, and how many cells are blank. */
export interface Sides {
  left: number;
  right: number;
  blanks: number;
}
export type Weighed = ({ verdict: 'equal' | 'unequal' } & Sides) | { verdict: 'unknown'; reason: NotEvaluated };

/** Cells that a body left without a number on purpose or by neglect: nothing in them can be negative. */
const EMPTY: readonly string[] = ['blank', 'dash', 'none'];

/**
 * Weighs Σ left against Σ right. Right: 3 + blank = 5 is unknown, since 2 would satisfy it. Wrong: 6 + blank = 5.
 * A cell that is unreadable, absent or no count makes it unknown: `figures missing`.
 */
export function weighIdentity(left: readonly Figure[], right: readonly Figure[]): Weighed {
  const sides: Sides = { left: 0, right: 0, blanks: 0 };
  const free = { left: false, right: false };
  for (const [side, figures] of [['left', left], ['right', right]] as const)
    for (const figure of figures) {
      if (figure.value !== null) sides[side] += figure.value;
      else if (figure.missing !== undefined && EMPTY.includes(figure.missing)) {
        sides.blanks += 1;
        free[side] = true;
      } else return { verdict: 'unknown', reason: 'figures missing' };
    }
  if (sides.blanks === 0) return { verdict: sides.left === sides.right ? 'equal' : 'unequal', ...sides };
  const impossible = (!free.left && sides.left < sides.right) || (!free.right && sides.right < sides.left);
  return impossible ? { verdict: 'unequal', ...sides } : { verdict: 'unknown', reason: 'blanks could satisfy it' };
}
