/** The door of comparisons: bodies × years × one figure or indicator → a series per body, and their sum. */
import type { BodyKind } from '../checks/finding.ts';
import { entersSums, type BodyYear } from './body-year.ts';
import { tidy, type LikePair, type SeriesBreak } from './like-for-like.ts';
import { measureIn, measureOf, type Measure } from './measures.ts';
import type { LegalChange } from './legal-changes.ts';
import { sumPoint } from './sums.ts';
import { rate } from './indicators.ts';
import { point, type Measured, type Point, type Series } from './series.ts';

export interface ComparedBody extends Series {
  body: string;
  kind: BodyKind;
  scope: BodyYear['scope'];
  /** Another county, to compare with; residents of the newest year, where known. */
  reference?: { population: number | null };
  /** It enters the sum of bodies, as of the newest of the years. */
  summed: boolean;
  /** Change over the years of the comparison, against the sum of predecessors; null where none is told. See `withLikeForLike`. */
  pair?: LikePair | null;
  /** Where its line is broken. */
  breaks?: SeriesBreak[];
}

export interface Comparison {
  measure: Measure;
  /** Ascending, without holes in the order of the choice. */
  years: number[];
  /** One per body and scope, in the register's order (code); a point for each year. */
  bodies: ComparedBody[];
  /** Sum of the bodies shown that may be summed, with coverage, a point for each year. */
  total: Series;
  /** What the law changed between the years, for this measure. */
  changes?: LegalChange[];
}

export interface Choice {
  measure: string;
  /** Codes; all where left out. */
  bodies?: readonly string[];
  /** All years of the rows where left out. */
  years?: readonly number[];
  /** Where a report stands. */
  link?: (row: BodyYear) => string | undefined;
}

/**
 * Rows must hold `measureOf(choice.measure).figures`. A body without a row in a year has the point `not due`. Values on
 * the two sides of `measure.breakAt` are never one line.
 */
export function compareFigure(rows: readonly BodyYear[], choice: Choice): Comparison {
  const measure = measureOf(choice.measure);
  const chosen = choice.bodies && choice.bodies.length > 0 ? new Set(choice.bodies) : null;
  const shown = rows.filter((row) => chosen === null || chosen.has(row.body));
  const years = [...new Set(choice.years && choice.years.length > 0 ? choice.years : rows.map((row) => row.year))].sort((a, b) => a - b);
  const groups = new Map<string, BodyYear[]>();
  for (const row of shown) {
    const key = row.scope === 'own' ? row.body : `${row.body}:rollup`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const bodies = [...groups].map(([key, group]) => comparedBody(key, group, years, measure, choice.link));
  return {
    measure, years,
    bodies: bodies.filter((body) => body !== null).sort((a, b) => (a.key < b.key ? -1 : 1)),
    total: { key: 'total', name: '各单位合计', points: years.map((year) => sumPoint(shown, year, measure)) },
  };
}

function comparedBody(key: string, rows: BodyYear[], years: number[], measure: Measure, link: Choice['link']): ComparedBody | null {
  const seen = rows.filter((row) => years.includes(row.year) && (row.filed || row.due));
  const newest = seen.reduce<BodyYear | undefined>((so, row) => (so && so.year >= row.year ? so : row), undefined);
  // Nothing due and nothing filed in the chosen years: the body did not exist, so it is not a line of the picture.
  if (!newest) return null;
  const points = years.map((year): Point => {
    const row = rows.find((entry) => entry.year === year);
    if (!row) return { x: year, value: null, missing: 'not due' };
    const address = row.filed ? link?.(row) : undefined;
    return {
      x: year, ...measureIn(row, measure), ...(address === undefined ? {} : { link: address }),
      ...(row.partYear && row.filed ? { partYear: row.partYear } : {}), ...(row.bodyName === newest.bodyName ? {} : { named: row.bodyName }),
    };
  });
  return { key, name: newest.bodyName, body: newest.body, kind: newest.kind, scope: newest.scope, summed: entersSums(newest), points, ...(newest.reference ? { reference: { population: newest.population ?? null } } : {}) };
}

export type Order = 'register' | 'value' | 'name';

/**
 * Bodies in order: `register` by code (the official order), `name` by pinyin, `value` by the value in `year`, largest
 * first, those without a number last. Rates below five cases stand among those without.
 */
export function orderBodies(bodies: readonly ComparedBody[], order: Order, year: number): ComparedBody[] {
  const sorted = [...bodies].sort((a, b) => (a.key < b.key ? -1 : 1));
  if (order === 'name') {
    const collator = new Intl.Collator('zh');
    return sorted.sort((a, b) => collator.compare(a.name, b.name));
  }
  if (order === 'value') {
    const value = (series: ComparedBody): number => point(series, year)?.value ?? -Infinity;
    // Two absent values: -Infinity minus itself is NaN.
    return sorted.sort((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)));
  }
  return sorted;
}

/** The same comparison the other way round: one series per year, a point per body in the order given. */
export function acrossBodies(bodies: readonly ComparedBody[], years: readonly number[]): Series[] {
  return years.map((year) => ({
    key: String(year), name: String(year),
    points: bodies.map((body): Point => {
      const found = point(body, year);
      return found ? { ...found, x: body.key } : { x: body.key, value: null, missing: 'not due' };
    }),
  }));
}

/** Bodies by number of cases: most have none, so a median says nothing (statutory-report §5). */
export interface Distribution {
  zero: string[];
  oneToFour: string[];
  fiveAndMore: string[];
  missing: string[];
}
export function distribution(bodies: readonly ComparedBody[], year: number): Distribution {
  const found: Distribution = { zero: [], oneToFour: [], fiveAndMore: [], missing: [] };
  for (const body of bodies) {
    if (body.kind === 'government' || body.scope !== 'own') continue;
    const at = point(body, year);
    if (!at || at.missing === 'not due') continue;
    if (at.value === null) found.missing.push(body.name);
    else if (at.value === 0) found.zero.push(body.name);
    else (at.value < 5 ? found.oneToFour : found.fiveAndMore).push(body.name);
  }
  return found;
}

/** Change between two points; relative only from a base of ten (statutory-report §5.2). Null where a side has no number. */
export function change(from: Point | undefined, to: Point | undefined): { absolute: number; relative: number | null } | null {
  if (!from || !to || from.value === null || to.value === null || from.partYear || to.partYear) return null;
  return changeOf(from.value, to.value);
}

/** From one number to another; relative only from a base of ten. */
export function changeOf(from: number, to: number): { absolute: number; relative: number | null } {
  const absolute = tidy(to - from);
  return { absolute, relative: from >= 10 ? absolute / from : null };
}

/** Share of the `most` largest bodies in the sum of all that may be summed; null over nothing. */
export function largestShare(bodies: readonly ComparedBody[], year: number, most: number): Measured | null {
  const values = bodies.filter((body) => body.summed).flatMap((body) => point(body, year)?.value ?? []).sort((a, b) => b - a);
  const sum = (of: number[]): number => of.reduce((so, value) => so + value, 0);
  return sum(values) > 0 ? rate(sum(values.slice(0, most)), sum(values)) : null;
}
