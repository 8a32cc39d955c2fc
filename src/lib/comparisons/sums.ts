/** Sums over bodies. A sum never leaves without its coverage, and rates come from summed counts, never from averages. */
import { entersSums, type BodyYear } from './body-year.ts';
import { perTenThousand, rate } from './indicators.ts';
import { measureIn, type Measure } from './measures.ts';
import type { Coverage, CountedSum, Measured, Point } from './series.ts';

/** The rows of one year that a sum is over: own reports of bodies other than the government, due or filed. */
export function summedRows(rows: readonly BodyYear[], year: number): BodyYear[] {
  const found = rows.filter((row) => row.year === year && entersSums(row) && (row.due || row.filed));
  const bodies = new Set(found.map((row) => row.body));
  if (bodies.size !== found.length) throw new Error(`A body stands twice in the rows of ${year}: it would be counted twice`);
  return found;
}

/** How many of the bodies that are due (or filed all the same) have filed a report for the year. */
export function filingCoverage(rows: readonly BodyYear[], year: number): Coverage {
  const of = summedRows(rows, year);
  const missing = of.filter((row) => !row.filed);
  return { n: of.length - missing.length, of: of.length, missing: missing.map((row) => row.bodyName) };
}

/** The sum of one year as a point. For a rate its sides are summed; `value` of the coverage's bodies only. */
export function sumPoint(rows: readonly BodyYear[], year: number, measure: Measure): Point {
  const of = summedRows(rows, year);
  if (of.length === 0) return { x: year, value: null, missing: 'not due' };
  const measured = of.map((row) => ({ row, measured: measureIn(row, measure) }));
  const filed = measured.filter(({ row }) => row.filed);
  if (filed.length > 0 && filed.every(({ measured: { missing } }) => missing === 'not in edition')) return { x: year, value: null, missing: 'not in edition' };
  const counted = measured.filter(({ measured: { value, counts } }) => (measure.rate || measure.perHead ? counts !== undefined : value !== null));
  const coverage: Coverage = {
    n: counted.length, of: of.length,
    missing: measured.filter((entry) => !counted.includes(entry)).map(({ row }) => row.bodyName),
  };
  if (counted.length === 0) return { x: year, value: null, missing: filed.length === 0 ? 'not filed' : 'no number', coverage };
  return { x: year, ...total(counted.map((entry) => entry.measured), measure), coverage };
}

function total(parts: Measured[], measure: Measure): Measured {
  const sum = (of: (part: Measured) => number): number => parts.reduce((so, part) => so + of(part), 0);
  if (measure.rate || measure.perHead) return (measure.rate ? rate : perTenThousand)(sum((part) => part.counts?.numerator ?? 0), sum((part) => part.counts?.denominator ?? 0));
  // Amounts have two decimals; their binary sum would show more.
  const value = sum((part) => part.value ?? 0);
  return { value: measure.decimal ? Math.round(value * 1e6) / 1e6 : value };
}

/** The sum of a count or amount in one year: `{ value, n, of, missing }`. */
export function countedSum(rows: readonly BodyYear[], year: number, measure: Measure): CountedSum {
  const point = sumPoint(rows, year, measure);
  return { value: point.value, ...(point.coverage ?? { n: 0, of: summedRows(rows, year).length, missing: [] }) };
}
