/** The first page of a county: what came, what it says in sum, what was found. */
import { LEVELS, type Level } from '../../checks/finding.ts';
import type { BodyYear } from '../../comparisons/body-year.ts';
import { measureName, measureOf } from '../../comparisons/measures.ts';
import { countedSum } from '../../comparisons/sums.ts';
import { m } from '../../paraglide/messages.js';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { today } from '../today.ts';
import { chosenYear } from './bodies-page.ts';
import { comparedRows, countyData, filingState, nameIn, scopeOf } from './county-data.ts';
import type { Language } from './report-page.ts';

export interface OverviewNumber {
  key: string;
  label: string;
  value: number | null;
  n: number;
  of: number;
  /** Names of bodies that are due and not in the sum. */
  missing: string;
  link: string;
}
export interface OverviewPage {
  years: number[];
  year: number | null;
  waiting: number;
  unreadable: number;
  filed: { n: number; of: number; link: string; missing: { code: string; name: string }[]; more: number; missingLink: string };
  findings: Record<Level, number>;
  numbers: OverviewNumber[];
}

/** Sums on the first screen, in the order of the form: what came, what became of it, what went further. */
const NUMBERS = [
  'I-NEW', 't3.carried_in.total', 'I-DONE', 'I-GRANTED', 'I-PART', 'I-DENY', 'I-UNABLE', 'I-NOTPROC', 'I-OTHER', 'I-CARRY',
  't4.review.total', 't4.direct_litigation.total', 't4.litigation_after_review.total',
];
/** Names that are spelled out; the rest is a link. */
const SPELLED = 12;
const MISSING_SPELLED = 3;

/** The overview of a year; without a year of the county's in the address, of the latest one with a report. */
export async function readOverviewPage(db: Reads, county: County, askedYear: string | null, language: Language): Promise<OverviewPage> {
  const data = await countyData(db, county);
  const day = today();
  const year = chosenYear(data, askedYear);
  const base = `/c/${county.code}`;
  if (year === null) return { years: [], year, waiting: data.waitingBodies, unreadable: data.unreadable, findings: { error: 0, query: 0, note: 0 }, filed: { n: 0, of: 0, link: base, missing: [], more: 0, missingLink: base }, numbers: [] };
  const states = data.bodies.map((body) => ({ body, state: filingState(data, body.code, year, day) }));
  const filed = states.filter(({ state }) => state === 'filed');
  const missing = states.filter(({ state }) => state === 'missing' || state === 'not_due').map(({ body }) => ({ code: body.code, name: nameIn(body, year) }));
  const findings = { error: 0, query: 0, note: 0 };
  for (const { body } of filed) for (const level of LEVELS) findings[level] += data.findings(body.code, year, scopeOf(body.kind))[level];
  const rows = comparedRows(data, day);
  return {
    years: data.years, year, waiting: data.waitingBodies, unreadable: data.unreadable, findings,
    filed: {
      n: filed.length, of: filed.length + missing.length, link: `${base}/bodies?year=${year}&state=filed`,
      missing: missing.slice(0, SPELLED), more: Math.max(0, missing.length - SPELLED), missingLink: `${base}/bodies?year=${year}&state=missing`,
    },
    numbers: NUMBERS.map((key) => overviewNumber(rows, year, key, `${base}/compare?figure=${key}&years=${year}`, language)),
  };
}

function overviewNumber(rows: BodyYear[], year: number, key: string, link: string, language: Language): OverviewNumber {
  const sum = countedSum(rows, year, measureOf(key));
  const spelled = sum.missing.slice(0, MISSING_SPELLED).join(m.enumeration());
  const missing = sum.missing.length > MISSING_SPELLED ? m.and_more_names({ names: spelled, n: sum.missing.length }) : spelled;
  return { key, label: measureName(key, language), value: sum.value, n: sum.n, of: sum.of, missing, link };
}
