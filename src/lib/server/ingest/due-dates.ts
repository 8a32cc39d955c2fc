/** When a report is due by law (条例 第四十九条). */
import type { BodyKind } from '../../checks/finding.ts';
import type { BodyYear } from '../queries/bodies.ts';

/**
 * 31 January of the next year for bodies, which send their report to the county office; 31 March for the government,
 * which publishes the report of the county. YYYY-MM-DD.
 */
export function statutoryDueOn(kind: BodyKind, year: number): string {
  return `${year + 1}-${kind === 'government' ? '03-31' : '01-31'}`;
}

/** A year in which the body must file, with the date of the law; the county may set its own. */
export function statutoryYear(body: string, kind: BodyKind, year: number): BodyYear {
  return { body, year, mustFile: true, countyDueOn: null, statutoryDueOn: statutoryDueOn(kind, year), inRollup: kind !== 'government' };
}
