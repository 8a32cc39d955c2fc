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

/** Digits of the largest count that is stored. */
const LONGEST_NUMBER = 10;
const isSpace = (run: string, at: number): boolean => run.charCodeAt(at) < 48 || run.charCodeAt(at) > 57;

/** At each place of the run: how long a number that begins there may be, and the fewest cells that the rest can fill. */
function measured(run: string): { longest: number[]; fewest: number[] } {
  const longest = new Array<number>(run.length + 1).fill(0);
  const fewest = new Array<number>(run.length + 1).fill(0);
  let digits = 0;
  for (let at = run.length - 1; at >= 0; at--) {
    digits = isSpace(run, at) ? 0 : digits + 1;
    longest[at] = run[at] === '0' ? 1 : Math.min(digits, LONGEST_NUMBER);
    fewest[at] = digits === 0 ? fewest[at + 1]! : 1 + Math.min(...fewest.slice(at + 1, at + longest[at]! + 1));
  }
  return { longest, fewest };
}

/**
 * All splits into `cells` cells that `fits` allows; null where there are too many to look at, or where the run holds
 * anything but digits and spaces.
 */
export function splitsOf(run: string, cells: number, fits: Prefix, budget: Budget = fullBudget()): Split[] | null {
  if (!/^[\d\s]*$/.test(run) || run.length > 80) return null;
  const found: Split[] = [];
  const values: (number | null)[] = [];
  const places: [number, number][] = [];
  const { longest, fewest } = measured(run);
  const go = (from: number): boolean => {
    if (fewest[from]! > cells - values.length) return true;
    if (--budget.steps < 0 || found.length > MOST_SPLITS) return false;
    let at = from;
    while (at < run.length && isSpace(run, at)) at++;
    if (values.length === cells) {
      if (at === run.length) found.push({ values: [...values], places: [...places] });
      return true;
    }
    for (let length = 0; length <= longest[at]!; length++) {
      const value = length === 0 ? null : Number(run.slice(at, at + length));
      if (value !== null && value > LARGEST_COUNT) break;
      values.push(value);
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
