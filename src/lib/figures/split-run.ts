/**
 * The ways to cut a run of glued digits into the cells of a row. Nobody prints a number with a leading zero, a space is
 * always a border between cells, and any cell may have been blank.
 */
import { LARGEST_COUNT } from './figure.ts';

export interface Split {
  /** One a cell; null where the cell would be blank. */
  values: (number | null)[];
  /** [from, to) of each cell in the run; of a blank one the place where it would be. */
  places: [number, number][];
}

/** Whether the first `count` values may begin a row; asked after every cell. */
export type Prefix = (values: readonly (number | null)[]) => boolean;

/** Steps that the runs of one table may cost together; a run of 25 digits in 15 cells stays below it. */
const MOST_STEPS = 400_000;

/** Shared by the runs of a table, so that a table made to be slow costs no more than one run. */
export interface Budget {
  steps: number;
}
export const fullBudget = (): Budget => ({ steps: MOST_STEPS });
const MOST_SPLITS = 2_000;

/**
 * All splits into `cells` cells that `fits` allows; null where there are too many to look at, or where the run holds
 * anything but digits and spaces.
 */
export function splitsOf(run: string, cells: number, fits: Prefix, budget: Budget = fullBudget()): Split[] | null {
  if (!/^[\d\s]*$/.test(run) || run.length > 80) return null;
  const found: Split[] = [];
  const values: (number | null)[] = [];
  const places: [number, number][] = [];
  const go = (at: number): boolean => {
    if (--budget.steps < 0 || found.length > MOST_SPLITS) return false;
    while (at < run.length && /\s/.test(run[at]!)) at++;
    if (values.length === cells) {
      if (at === run.length) found.push({ values: [...values], places: [...places] });
      return true;
    }
    const longest = run[at] === '0' ? 1 : 10;
    for (let length = 0; length <= longest; length++) {
      const digits = run.slice(at, at + length);
      if (digits.length < length || /\D/.test(digits) || Number(digits) > LARGEST_COUNT) break;
      values.push(length === 0 ? null : Number(digits));
      places.push([at, at + length]);
      const goesOn = !fits(values) || go(at + length);
      values.pop();
      places.pop();
      if (!goesOn) return false;
    }
    return true;
  };
  return go(0) ? found : null;
}
