/** Year by year, what a whole is made of: applications by applicant, concluded applications by outcome. */
import { outcomeFigures, undividedFigure } from '../form/derived.ts';
import type { FigureId } from '../form/figures.ts';
import { APPLICANT_COLUMNS, OUTCOMES, TABLE_THREE_ROWS, type Outcome } from '../form/table-three.ts';
import type { BodyYear } from './body-year.ts';
import { measureIn, measureOf, type Measure } from './measures.ts';
import { filingCoverage, sumPoint } from './sums.ts';
import type { Coverage, Point, Series } from './series.ts';

export interface Composition {
  years: number[];
  /** One per applicant or outcome, in the form's order, a point for each year. */
  parts: Series[];
  /** What the form prints as 总计. */
  total: Series;
  /** Reports filed of those due, for each year; empty for one body alone. */
  coverage: Coverage[];
}

export interface Of {
  years: readonly number[];
  /** Code of one body; the sum of all that may be summed where left out. */
  body?: string;
  link?: (year: number) => string | undefined;
}

const APPLICANTS_OF_PARTS = APPLICANT_COLUMNS.filter((column) => column.key !== 'total');
const OUTCOME_INDICATOR: Record<Outcome, string> = {
  granted: 'I-GRANTED', granted_in_part: 'I-PART', refused: 'I-DENY', unavailable: 'I-UNABLE', not_processed: 'I-NOTPROC', other_handling: 'I-OTHER',
};

/** Figures that rows must hold for both compositions. */
export const COMPOSITION_FIGURES: readonly FigureId[] = [
  ...APPLICANT_COLUMNS.map((column) => `t3.received.${column.key}`),
  ...OUTCOMES.flatMap((outcome) => outcomeFigures(outcome, 'total')), undividedFigure('total'),
  't3.processed.total', 't3.carried_forward.total',
];

/** New applications of each year by the six kinds of applicant. */
export function applicantsByYear(rows: readonly BodyYear[], of: Of): Composition {
  const parts = APPLICANTS_OF_PARTS.map((column) => ({ key: column.key, name: column.label, measure: measureOf(`t3.received.${column.key}`) }));
  return compose(rows, of, parts, measureOf('t3.received.total'));
}

/** Concluded applications of each year by the six outcomes, and what is carried forward as a seventh. */
export function outcomesByYear(rows: readonly BodyYear[], of: Of): Composition {
  const parts = OUTCOMES.map((outcome) => ({ key: outcome as string, name: outcomeName(outcome), measure: measureOf(OUTCOME_INDICATOR[outcome]) }));
  parts.push({ key: 'carried_forward', name: '结转下年度', measure: measureOf('I-CARRY') });
  return compose(rows, of, parts, measureOf('I-DONE'));
}

/** Name of an outcome in the form's own words: the group's heading, else the row's, without ordinal and rule. */
function outcomeName(outcome: Outcome): string {
  const row = TABLE_THREE_ROWS.find((entry) => entry.outcome === outcome);
  return (row?.group ?? row?.label ?? '').replace(/^（.）/, '').replace(/（.*$/, '');
}

function compose(rows: readonly BodyYear[], of: Of, parts: { key: string; name: string; measure: Measure }[], total: Measure): Composition {
  const years = [...new Set(of.years)].sort((a, b) => a - b);
  const at = (year: number, measure: Measure): Point => {
    const found = of.body === undefined ? sumPoint(rows, year, measure) : bodyPoint(rows, of.body, year, measure);
    const link = of.link?.(year);
    return link === undefined ? found : { ...found, link };
  };
  const series = (key: string, name: string, measure: Measure): Series => ({ key, name, points: years.map((year) => at(year, measure)) });
  const found = parts.map(({ key, name, measure }) => series(key, name, measure));
  const whole = series('total', '总计', total);
  return {
    years,
    parts: withUnlisted(found, whole),
    total: whole,
    coverage: of.body === undefined ? years.map((year) => filingCoverage(rows, year)) : [],
  };
}

/** Part that is carried forward: beside the whole, not in it. */
const OUTSIDE = 'carried_forward';

/**
 * The parts, and what of a year's total none of them names: reports that print 总计 and leave rows blank. Without it the
 * segments would look like the whole. Added only where some year has such a rest.
 */
function withUnlisted(parts: Series[], total: Series): Series[] {
  const inside = parts.filter((part) => part.key !== OUTSIDE);
  const points = total.points.map((whole, index): Point => {
    const own = inside.map((part) => part.points[index]!);
    const incomplete = own.some((at) => at.value === null || (at.coverage?.n ?? 0) < (whole.coverage?.n ?? 0));
    if (whole.value === null) return whole;
    const rest = incomplete ? Math.max(0, whole.value - own.reduce((sum, at) => sum + (at.value ?? 0), 0)) : 0;
    return { x: whole.x, value: rest, ...(whole.link === undefined ? {} : { link: whole.link }) };
  });
  if (!points.some(({ value }) => value !== null && value > 0)) return parts;
  return [...inside, { key: 'unlisted', name: '未列明', points }, ...parts.filter((part) => part.key === OUTSIDE)];
}

/** One body's point: of its own report; of the one over the whole county where it files no other. */
function bodyPoint(rows: readonly BodyYear[], body: string, year: number, measure: Measure): Point {
  const found = rows.filter((row) => row.body === body && row.year === year).sort((a, b) => (a.scope < b.scope ? -1 : 1));
  const row = found.find((entry) => entry.filed) ?? found[0];
  return row ? { x: year, ...measureIn(row, measure) } : { x: year, value: null, missing: 'not due' };
}
