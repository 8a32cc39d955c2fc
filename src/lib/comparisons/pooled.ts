/**
 * Several years of a body as one: cases add up, except that what is carried from one year into the next is one case and
 * counts once. Rates come from the pooled counts.
 */
import type { FigureId } from '../form/figures.ts';
import type { BodyYear } from './body-year.ts';
import { indicator } from './indicators.ts';
import type { Quantity } from './indicator-list.ts';
import { measureIn, measureOf } from './measures.ts';
import type { Counts } from './series.ts';

const CARRIED_IN = 't3.carried_in.total';
const CARRIED_FORWARD = 't3.carried_forward.total';

/** Both sides of a rate over the years in which the row has both; null where none has. `years` are those used. Throws on what is no rate. */
export function pooledCounts(rows: readonly BodyYear[], key: string): (Counts & { years: number[] }) | null {
  const of = indicator(key);
  if (!of?.denominator) throw new Error(`${key} is not a rate`);
  const { numerator: above, denominator: below } = of;
  const measure = measureOf(key);
  const counted = rows.flatMap((row) => {
    const { counts } = measureIn(row, measure);
    return counts ? [{ row, counts }] : [];
  }).sort((a, b) => a.row.year - b.row.year);
  if (counted.length === 0) return null;
  const pooled = { numerator: 0, denominator: 0, years: counted.map(({ row }) => row.year) };
  counted.forEach(({ row, counts }, index) => {
    const follows = counted[index - 1]?.row.year === row.year - 1;
    const goesOn = counted[index + 1]?.row.year === row.year + 1;
    // A case carried between two years that stand here one after the other is in one of them already.
    const twice = (side: readonly Quantity[]): number => value(row, CARRIED_IN, follows && side.includes(CARRIED_IN)) + value(row, CARRIED_FORWARD, goesOn && side.includes(CARRIED_FORWARD));
    pooled.numerator += counts.numerator - twice(above);
    pooled.denominator += counts.denominator - twice(below);
  });
  return pooled;
}

const value = (row: BodyYear, id: FigureId, counts: boolean): number => (counts ? (row.values[id] ?? 0) : 0);
