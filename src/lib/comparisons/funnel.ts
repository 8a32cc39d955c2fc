/**
 * 漏斗图 (funnel plot): the pooled rate of each body against its number of cases, beside the range that the rate of all
 * the others would give by chance at that number. Limits are those of Spiegelhalter, “Funnel plots for comparing
 * institutional performance”, Statistics in Medicine 24 (2005), appendix A.1.1: binomial, interpolated.
 */
import { entersSums, type BodyYear } from './body-year.ts';
import { pooledCounts } from './pooled.ts';
import type { Counts } from './series.ts';

/** Bodies with fewer cases are listed, not drawn. */
export const FEWEST_DRAWN = 10;

export interface Limits {
  low: number;
  high: number;
}
export interface FunnelBody extends Counts {
  body: string;
  name: string;
  years: number[];
  /** Of those drawn: their rate, that of all the others, and the ranges about it. */
  rate: number;
  others: Counts;
  /** 95 and 99.8 in a hundred lie within by chance alone. */
  near: Limits;
  far: Limits;
  /** inside · beyond the near limits · beyond the far ones. */
  place: 'inside' | 'outside' | 'far outside';
  link?: string;
}
export interface Funnel {
  /** Of an indicator that is a rate. */
  measure: string;
  years: number[];
  whole: Counts;
  /** Most cases first. */
  drawn: FunnelBody[];
  /** Fewer than ten cases: counts alone. */
  few: (Counts & { body: string; name: string })[];
  /** Names of bodies without both sides in any of the years. */
  without: string[];
}

/** Rows of any bodies and years; the county's own report and years outside `years` are left out. */
export function funnelOf(rows: readonly BodyYear[], measure: string, years: readonly number[], link?: (body: string) => string): Funnel {
  const groups = new Map<string, BodyYear[]>();
  for (const row of rows) {
    if (!entersSums(row) || !years.includes(row.year) || !(row.due || row.filed)) continue;
    groups.set(row.body, [...(groups.get(row.body) ?? []), row]);
  }
  const pooled = [...groups].map(([body, own]) => ({ body, name: own.reduce((so, row) => (row.year >= so.year ? row : so)).bodyName, counts: pooledCounts(own, measure) }));
  const known = pooled.flatMap(({ counts, ...body }) => (counts && counts.denominator > 0 ? [{ ...body, ...counts }] : []));
  const whole = known.reduce((so, { numerator, denominator }) => ({ numerator: so.numerator + numerator, denominator: so.denominator + denominator }), { numerator: 0, denominator: 0 });
  const drawn = known.filter(({ denominator }) => denominator >= FEWEST_DRAWN).flatMap((entry): FunnelBody[] => {
    const others = { numerator: whole.numerator - entry.numerator, denominator: whole.denominator - entry.denominator };
    // A body alone has nothing to be compared with.
    if (others.denominator < FEWEST_DRAWN) return [];
    const expected = others.numerator / others.denominator;
    const [near, far] = [limits(expected, entry.denominator, 0.05), limits(expected, entry.denominator, 0.002)];
    const rate = entry.numerator / entry.denominator;
    const beyond = (of: Limits): boolean => rate < of.low || rate > of.high;
    return [{ ...entry, rate, others, near, far, place: beyond(far) ? 'far outside' : beyond(near) ? 'outside' : 'inside', ...(link ? { link: link(entry.body) } : {}) }];
  }).sort((a, b) => b.denominator - a.denominator || (a.body < b.body ? -1 : 1));
  const shown = new Set(drawn.map(({ body }) => body));
  return {
    measure, years: [...years].sort((a, b) => a - b), whole, drawn,
    few: known.filter(({ body }) => !shown.has(body)).map(({ years: _, ...entry }) => entry).sort((a, b) => b.denominator - a.denominator || (a.body < b.body ? -1 : 1)),
    without: pooled.filter(({ body }) => !known.some((entry) => entry.body === body)).map(({ name }) => name),
  };
}

/** Range of a rate over `n` cases where each case counts with probability `p`; `alpha` of chance lies outside, half on each side. */
export function limits(p: number, n: number, alpha: number): Limits {
  const at = (share: number): number => Math.min(1, Math.max(0, quantile(p, n, share) / n));
  return { low: at(alpha / 2), high: at(1 - alpha / 2) };
}

/** The binomial's quantile, interpolated between the two counts about it. */
function quantile(p: number, n: number, share: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return n;
  let below = 0;
  // Logarithms: (1 − p) to the power of n is too small a number for many cases.
  let log = n * Math.log(1 - p);
  for (let r = 0; r <= n; r += 1) {
    const upTo = below + Math.exp(log);
    if (upTo >= share) return r - (upTo - share) / (upTo - below);
    below = upTo;
    log += Math.log((n - r) / (r + 1)) + Math.log(p / (1 - p));
  }
  return n;
}

/** Wilson's range of a rate at 95% (statutory-report §5.2): a full count, so it is a range for orientation, not a sampling error. */
export function wilson({ numerator, denominator }: Counts): Limits | null {
  if (denominator === 0) return null;
  const z = 1.959964;
  const p = numerator / denominator;
  const middle = p + z ** 2 / (2 * denominator);
  const half = z * Math.sqrt((p * (1 - p)) / denominator + z ** 2 / (4 * denominator ** 2));
  const whole = 1 + z ** 2 / denominator;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}
