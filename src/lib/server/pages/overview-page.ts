/** The first page of a county: what came, what it says in sum, what was found. */
import { LEVELS, type Level } from '../../checks/finding.ts';
import { signed } from '../../charts/contributions-option.ts';
import { entersSums, type BodyYear } from '../../comparisons/body-year.ts';
import { compareFigure, distribution } from '../../comparisons/compare-figures.ts';
import { contributions } from '../../comparisons/contributions.ts';
import { measureOf } from '../../comparisons/measures.ts';
import { countedSum, filingCoverage } from '../../comparisons/sums.ts';
import { m } from '../../paraglide/messages.js';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { today } from '../today.ts';
import { chosenYear } from './bodies-page.ts';
import { askedChart, compositionCharts, type AskedChart, type CompositionCharts } from './charts.ts';
import { comparedRows, countedFindings, countyData, filingState, nameIn, type CountyData } from './county-data.ts';
import { filingBoard, workCounts, type WorkCounts } from './filing-board.ts';
import type { Language } from './report-page.ts';

export interface OverviewNumber {
  key: string;
  label: string;
  value: number | null;
  n: number;
  of: number;
  /** Names of bodies that filed a report without this number; those that did not file are named once for all. */
  missing: string;
  link: string;
}
export interface OverviewPage {
  years: number[];
  year: number | null;
  /** Where nothing is registered for the year: a year to copy from, if there is one. Then how many are due is not settled. */
  unregistered: { from: number | null } | null;
  waiting: number;
  /** Reports whose body is not known, where the county has a register to choose from. */
  unassigned: number;
  toDo: number;
  filed: { n: number; of: number; link: string; missing: { code: string; name: string }[]; more: number; missingLink: string };
  /** Where the filings of the year stand; the same numbers as on their board. */
  work: WorkCounts | null;
  findings: Record<Level, number>;
  groups: { key: string; label: string; numbers: OverviewNumber[] }[];
  /** Bodies outside the sums, by the register. */
  unsummed: string[];
  /** Change of new applications from the year before over the bodies that compare, and where most of it comes from. */
  change: { words: string; link: string } | null;
  zero: { n: number; link: string } | null;
  charts: CompositionCharts | null;
  asked: AskedChart | null;
  findingsByYear: { year: number; counts: Record<Level, number> }[];
  asOf: string | null;
}

/** Sums on the first screen, in the order of the form: what came and went, what became of it, what was disputed. */
const GROUPS: { key: string; label: () => string; measures: Record<string, () => string> }[] = [
  {
    key: 'applications', label: m.group_applications,
    measures: { 'I-NEW': m.main_received, 't3.carried_in.total': m.main_carried_in, 'I-DONE': m.main_processed, 'I-CARRY': m.main_carried_forward },
  },
  {
    key: 'outcomes', label: m.group_outcomes,
    measures: {
      'I-GRANTED': m.outcome_granted, 'I-PART': m.outcome_granted_in_part, 'I-DENY': m.outcome_refused, 'I-UNABLE': m.outcome_unavailable,
      'I-NOTPROC': m.outcome_not_processed, 'I-OTHER': m.outcome_other_handling,
    },
  },
  {
    key: 'disputes', label: m.group_disputes,
    measures: { 't4.review.total': m.main_review, 't4.direct_litigation.total': m.main_direct_litigation, 't4.litigation_after_review.total': m.main_litigation_after_review },
  },
  {
    key: 'decisions', label: m.group_decisions,
    measures: {
      't2.normative_documents.in_force': m.main_normative_in_force, 'I-LIC': m.main_licensing, 'I-PEN': m.main_penalties, 'I-ENF': m.main_compulsion, 'I-FEE': m.main_fees,
    },
  },
];
/** Names that are spelled out; the rest is a link. */
const SPELLED = 12;

/** The overview of a year; without a year of the county's in the address, of the latest one with a report. */
export async function readOverviewPage(db: Reads, county: County, askedYear: string | null, language: Language): Promise<OverviewPage> {
  const data = await countyData(db, county);
  const day = today();
  const year = chosenYear(data, askedYear);
  const base = `/c/${county.code}`;
  if (year === null) return { years: [], year, unregistered: null, waiting: data.waitingBodies, unassigned: 0, toDo: data.toDo, work: null, findings: { error: 0, query: 0, note: 0 }, filed: { n: 0, of: 0, link: base, missing: [], more: 0, missingLink: base }, groups: [], unsummed: [], change: null, zero: null, charts: null, asked: null, findingsByYear: [], asOf: null };
  const states = data.bodies.map((body) => ({ body, state: filingState(data, body.code, year, day) }));
  const filed = states.filter(({ state }) => state === 'filed');
  const missing = states.filter(({ state }) => state === 'missing' || state === 'not_due').map(({ body }) => ({ code: body.code, name: nameIn(body, year) }));
  const rows = comparedRows(data, day);
  const reportYears = [...new Set(data.reports.map((report) => report.year))];
  const findingsByYear = reportYears.map((entry) => ({ year: entry, counts: findingsOfYear(data, entry, day) }));
  return {
    years: data.years, year, unregistered: unregistered(data, year), waiting: data.waitingBodies, unassigned: data.unassigned, toDo: data.toDo, work: workCounts(await filingBoard(db, county, year, day)), findings: findingsOfYear(data, year, day), findingsByYear, asOf: data.asOf,
    unsummed: rows.filter((row) => row.year === year && (row.due || row.filed) && row.scope === 'own' && row.kind !== 'government' && !entersSums(row)).map(({ bodyName }) => bodyName),
    change: likeForLikeChange(data, rows, year, base), zero: withoutApplications(rows, year, base),
    asked: askedChart(county, rows, year, language),
    charts: compositionCharts(county, rows, { years: reportYears, link: (of) => `${base}/compare?years=${of}` }, language),
    filed: {
      n: filed.length, of: filed.length + missing.length, link: `${base}/bodies?year=${year}&state=filed`,
      missing: missing.slice(0, SPELLED), more: Math.max(0, missing.length - SPELLED), missingLink: `${base}/bodies?year=${year}&state=missing`,
    },
    groups: GROUPS.map((group) => ({
      key: group.key, label: group.label(),
      numbers: Object.entries(group.measures).map(([key, label]) => ({ label: label(), ...overviewNumber(rows, year, key, `${base}/compare?figure=${key}&years=${year}`) })),
    })),
  };
}

/** How many bodies of a change are named on the first screen. */
const NAMED = 3;

function likeForLikeChange(data: CountyData, rows: BodyYear[], year: number, base: string): OverviewPage['change'] {
  const comparison = compareFigure(rows.filter((row) => row.year === year || row.year === year - 1), { measure: 'I-NEW', years: [year - 1, year] });
  const found = contributions(comparison, data.successions, year - 1, year);
  const n = found.bodies.length + found.rest.n;
  if (n === 0) return null;
  const named = found.bodies.slice(0, NAMED).map(({ name, change }) => `${name} ${signed(change)}`);
  const words = { n, from: String(year - 1), change: signed(found.after - found.before) };
  return {
    words: m.overview_change(words) + (named.length > 0 ? m.overview_change_from({ names: named.join(m.enumeration()) }) : ''),
    link: `${base}/compare?view=change&years=${year - 1}-${year}`,
  };
}

/** 申请为0的单位. */
function withoutApplications(rows: BodyYear[], year: number, base: string): OverviewPage['zero'] {
  const bodies = compareFigure(rows, { measure: 'I-NEW', years: [year] }).bodies;
  const { zero } = distribution(bodies, year);
  if (zero.length === 0) return null;
  const codes = bodies.filter((body) => body.scope === 'own' && body.kind !== 'government' && body.points[0]?.value === 0).map(({ body }) => `body=${encodeURIComponent(body)}`);
  return { n: zero.length, link: `${base}/compare?years=${year}&table=1&${codes.join('&')}` };
}

function unregistered(data: CountyData, year: number): OverviewPage['unregistered'] {
  const has = (of: number): boolean => data.bodies.some((body) => data.due(body.code, of) !== undefined);
  return has(year) ? null : { from: data.years.filter(has).sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b)[0] ?? null };
}

function findingsOfYear(data: CountyData, year: number, day: string): Record<Level, number> {
  const counts = { error: 0, query: 0, note: 0 };
  for (const body of data.bodies) {
    const found = countedFindings(data, body, year, day);
    for (const level of LEVELS) counts[level] += found[level];
  }
  return counts;
}

function overviewNumber(rows: BodyYear[], year: number, key: string, link: string): Omit<OverviewNumber, 'label'> {
  const sum = countedSum(rows, year, measureOf(key));
  const unfiled = filingCoverage(rows, year).missing;
  const without = sum.missing.filter((name) => !unfiled.includes(name));
  return { key, value: sum.value, n: sum.n, of: sum.of, missing: without.join(m.enumeration()), link };
}
