/**
 * The indicators of statutory-report §5.1 as data, and the one function that computes them. Counts come first: a rate
 * always carries both of its sides, and below five cases there is no rate (§5.2).
 */
import { outcomeFigures, outcomeValue, undividedFigure } from '../form/derived.ts';
import type { FigureId } from '../form/figures.ts';
import { OUTCOMES, type Outcome } from '../form/table-three.ts';
import { INDICATORS, type Indicator, type Quantity } from './indicator-list.ts';
import type { Absence, Measured } from './series.ts';

/** Fewer cases than this give no rate (statutory-report §5.2; the OECD's convention of five). */
export const FEWEST_CASES = 5;

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));
export function indicator(id: string): Indicator | undefined {
  return BY_ID.get(id);
}

const outcomeOf = (quantity: Quantity): Outcome | undefined => OUTCOMES.find((outcome) => quantity === `outcome:${outcome}`);

/** The figures an indicator is computed from, of either edition. */
export function figuresOfIndicator(of: Indicator): FigureId[] {
  const found = [...of.numerator, ...(of.minus ?? []), ...(of.denominator ?? [])].flatMap((quantity) => {
    const outcome = outcomeOf(quantity);
    if (!outcome) return [quantity];
    return outcome === 'other_handling' ? [...outcomeFigures(outcome, 'total'), undividedFigure('total')] : outcomeFigures(outcome, 'total');
  });
  return [...new Set(found)];
}

/** Value of a figure in one report, with the reason where it has none. */
export type MeasureFigure = (id: FigureId) => Measured;

function quantity(of: Quantity, figure: MeasureFigure): Measured {
  const outcome = outcomeOf(of);
  if (!outcome) return figure(of);
  const value = outcomeValue(outcome, 'total', (id) => figure(id).value);
  return value === null ? { value, missing: 'parts missing' } : { value };
}

function sum(quantities: readonly Quantity[], figure: MeasureFigure): Measured {
  let value = 0;
  for (const part of quantities) {
    const measured = quantity(part, figure);
    // A sum of one figure keeps that figure's own reason.
    if (measured.value === null) return quantities.length === 1 ? measured : { value: null, missing: 'parts missing' };
    value += measured.value;
  }
  return { value };
}

/** A rate from its two sides; no rate over nothing or over fewer than five cases, but the counts stay. */
export function rate(numerator: number, denominator: number): Measured {
  const counts = { numerator, denominator };
  const missing: Absence | undefined = denominator === 0 ? 'no cases' : denominator < FEWEST_CASES ? 'too few' : undefined;
  return missing ? { value: null, missing, counts } : { value: numerator / denominator, counts };
}

/** Cases per 10,000 residents, to two decimals. */
export function perTenThousand(numerator: number, population: number): Measured {
  return population === 0 ? { value: null, missing: 'no population' } : { value: Math.round((numerator / population) * 1e6) / 100, counts: { numerator, denominator: population } };
}

/**
 * The indicator in one report (of one body, or of figures summed before: rates are never averaged). `population` is that
 * of the body in the year, for the indicators that are per head.
 */
export function measureIndicator(of: Indicator, figure: MeasureFigure, population?: number | null): Measured {
  const numerator = sum(of.numerator, figure);
  if (numerator.value === null) return numerator;
  if (of.minus) {
    const less = sum(of.minus, figure);
    return less.value === null ? less : { value: numerator.value - less.value };
  }
  if (of.perHead) return population === null || population === undefined ? { value: null, missing: 'no population' } : perTenThousand(numerator.value, population);
  if (!of.denominator) return numerator;
  const denominator = sum(of.denominator, figure);
  return denominator.value === null ? denominator : rate(numerator.value, denominator.value);
}
