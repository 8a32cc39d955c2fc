/** The table twin of a picture: the same points as rows and columns, with reasons, links and coverage. */
import { change, changeOf, type ComparedBody, type Comparison } from '../comparisons/compare-figures.ts';
import type { Composition } from '../comparisons/compositions.ts';
import type { LikePair } from '../comparisons/like-for-like.ts';
import type { Measure } from '../comparisons/measures.ts';
import { point, type Counts, type Point } from '../comparisons/series.ts';
import { formatMeasured, formatNumber, formatRate, joinNames, lookOf, reasonOf, type Look } from './format.ts';
import type { ChartLabels } from './labels.ts';
import { bodyName } from './series-names.ts';

export interface TableCell {
  text: string;
  /** Sorts the column; null sorts last. */
  value: number | null;
  look: Look;
  /** Why there is no number; for a sum, which bodies it lacks. */
  reason?: string;
  href?: string;
  counts?: Counts;
}

export interface TableRow {
  key: string;
  label: string;
  cells: TableCell[];
}

export interface TableModel {
  /** Heading of the rows. */
  corner: string;
  columns: { key: string; label: string }[];
  rows: TableRow[];
  /** Sum of the rows above, apart so that sorting leaves it in its place. */
  footer?: TableRow;
  rate: boolean;
}

const CASES: Pick<Measure, 'rate'> = { rate: false };

/** A sum that lacks bodies says so beside its number, unless its row says it already (`told` of them are in it). */
function cell(at: Point | undefined, measure: Pick<Measure, 'rate'>, labels: ChartLabels, told?: number): TableCell {
  const of: Point = at ?? { x: '', value: null, missing: 'not due' };
  const without = of.coverage && of.coverage.missing.length > 0 ? labels.without(joinNames(of.coverage.missing, labels, Infinity)) : undefined;
  const reason = [reasonOf(of, labels), without, of.partYear && labels.partYear(of.partYear.from, of.partYear.to), of.named === undefined ? undefined : labels.named(of.named)].filter((part) => part !== undefined).join(labels.and);
  const n = of.coverage && of.coverage.n < of.coverage.of && of.coverage.n !== told && of.value !== null ? ` (${of.coverage.n}/${of.coverage.of})` : '';
  return {
    text: formatMeasured(of, measure, labels) + n, value: of.value, look: lookOf(of),
    ...(reason === '' ? {} : { reason }), ...(of.link === undefined ? {} : { href: of.link }), ...(of.counts ? { counts: of.counts } : {}),
  };
}

/**
 * Bodies × years, in the order given, with the change from the first to the last year where it may be told (not for
 * rates, not across a break of the form), and the sum of bodies below.
 */
export function comparisonTable(comparison: Comparison, bodies: readonly ComparedBody[], labels: ChartLabels): TableModel {
  const { measure, years } = comparison;
  const [first, last] = [years[0], years.at(-1)];
  const told = first !== undefined && last !== undefined && first !== last && !measure.rate && !(measure.breakAt !== null && first < measure.breakAt && last >= measure.breakAt);
  const row = (key: string, label: string, points: Point[], changes: boolean, pair?: LikePair | null): TableRow => {
    const of = { key: '', name: '', points };
    const cells = years.map((year) => cell(point(of, year), measure, labels));
    if (told) cells.push(...(changes ? changeCells(pair === undefined ? change(point(of, first), point(of, last)) : pair && changeOf(pair.from, pair.to), pair?.merged ?? [], labels) : [NOTHING, NOTHING]));
    return { key, label, cells };
  };
  return {
    corner: labels.body, rate: measure.rate,
    columns: [
      ...years.map((year) => ({ key: String(year), label: labels.year(year) })),
      ...(told ? [{ key: 'change', label: labels.change(String(first), String(last)) }, { key: 'relative', label: labels.relative }] : []),
    ],
    rows: bodies.map((body) => row(body.key, bodyName(body, labels), body.points, true, body.pair)),
    // The change of a sum is like for like only where the same bodies are in both: not told here.
    ...(bodies.length > 1 ? { footer: row('total', labels.sumOfBodies, comparison.total.points, false) } : {}),
  };
}

const NOTHING: TableCell = { text: '', value: null, look: 'not due' };

/** The change as a number, and relative to where it began: no percentage of fewer than ten (statutory-report §5.2). */
function changeCells(found: ReturnType<typeof change>, merged: readonly string[], labels: ChartLabels): [TableCell, TableCell] {
  if (!found) return [NOTHING, NOTHING];
  const sign = (value: number, text: string): string => (value > 0 ? `+${text}` : text);
  const look = found.absolute === 0 ? 'zero' : 'value';
  const reason = merged.length > 0 ? { reason: labels.beforeMerger(merged.join(labels.and)) } : {};
  return [
    { text: sign(found.absolute, formatNumber(found.absolute)), value: found.absolute, look, ...reason },
    found.relative === null ? NOTHING : { text: sign(found.relative, formatRate(found.relative)), value: found.relative, look },
  ];
}

/** Years × parts, with 总计 and how many bodies reported. */
export function compositionTable(composition: Composition, labels: ChartLabels): TableModel {
  const series = [...composition.parts, composition.total];
  return {
    corner: labels.reportYear, rate: false,
    columns: [
      ...series.map((part) => ({ key: part.key, label: labels.part[part.key] ?? part.name })),
      ...(composition.coverage.length > 0 ? [{ key: 'coverage', label: labels.coverage }] : []),
    ],
    rows: composition.years.map((year, index) => {
      const coverage = composition.coverage[index];
      const cells = series.map((part) => cell(point(part, year), CASES, labels, coverage?.n));
      if (coverage) {
        const reason = coverage.missing.length > 0 ? { reason: labels.without(joinNames(coverage.missing, labels, Infinity)) } : {};
        cells.push({ text: labels.bodies(coverage.n, coverage.of), value: coverage.n, look: 'value', ...reason });
      }
      return { key: String(year), label: labels.year(year), cells };
    }),
  };
}

/** Rows by a column (`null`: by their heading), those without a number last in either direction. */
export function sortRows(rows: readonly TableRow[], column: number | null, descending: boolean): TableRow[] {
  const sign = descending ? -1 : 1;
  if (column === null) {
    const collator = new Intl.Collator('zh', { numeric: true });
    return [...rows].sort((a, b) => sign * collator.compare(a.label, b.label));
  }
  return [...rows].sort((a, b) => {
    const [left, right] = [a.cells[column]?.value ?? null, b.cells[column]?.value ?? null];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return sign * (left - right);
  });
}
