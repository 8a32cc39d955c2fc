/** Series and points: what charts draw and tables print. Plain data, so a page can hand it to the browser. */
import type { MissingReason } from '../figures/figure.ts';

/**
 * Why a point has no number. The reasons of a cell (house rule 8), and beyond them:
 * `no number`: the report has none, the reason stands in the report · `parts missing`: a part of a sum has no number ·
 * `not in edition`: the form of that year does not print it · `not filed`: the report is due and not there ·
 * `not yet due`: not there, and not late · `not due`: exempt, or the body did not exist · `no cases`: a rate over nothing ·
 * `too few`: a rate over fewer than five cases, of which only the counts are shown ·
 * `no population`: per head, and the register has no residents of the body.
 */
export type Absence =
  | MissingReason | 'no number' | 'parts missing' | 'not in edition' | 'not filed' | 'not yet due' | 'not due' | 'no cases' | 'too few' | 'no population';

/** Both sides of a rate, in cases. */
export interface Counts {
  numerator: number;
  denominator: number;
}

/** n of `of` bodies are in the number; `missing` names the others. */
export interface Coverage {
  n: number;
  of: number;
  missing: string[];
}

/** A sum never leaves without its coverage. `value` is null where no body has a number. */
export interface CountedSum extends Coverage {
  value: number | null;
}

export interface Measured {
  /** A count, an amount in the measure's unit, or a rate from 0 to 1. */
  value: number | null;
  /** Present exactly where `value` is null. */
  missing?: Absence;
  /** Of a rate: present also where it is too few for the rate. */
  counts?: Counts;
}

export interface Point extends Measured {
  /** Year, or code of the body. */
  x: number | string;
  link?: string;
  /** Of a sum over bodies. */
  coverage?: Coverage;
  /** The report is of this part of the year alone, by its own words: it tells no change. YYYY-MM-DD. */
  partYear?: { from: string; to: string };
  /** Name that the body had then, where it is another now. */
  named?: string;
}

export interface Series {
  /** Code of a body (with `:rollup` for its report of the whole county), or the key of an applicant or outcome. */
  key: string;
  /** Name of the body; of an applicant or outcome the form's own word. */
  name: string;
  points: Point[];
}

export function point(series: Series, x: Point['x']): Point | undefined {
  return series.points.find((entry) => entry.x === x);
}
