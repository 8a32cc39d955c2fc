/** Names of bodies as charts and tables print them. */
import type { ComparedBody } from '../comparisons/compare-figures.ts';
import type { ChartLabels } from './labels.ts';

/** A report over the whole county says so beside the name. */
export function bodyName(body: Pick<ComparedBody, 'name' | 'scope' | 'reference'>, labels: ChartLabels): string {
  if (body.reference) return labels.reference(body.name, body.reference.population);
  return body.scope === 'rollup' ? labels.wholeCounty(body.name) : body.name;
}
