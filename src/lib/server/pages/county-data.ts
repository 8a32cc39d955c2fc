/**
 * All current figures of a county with what is due, read once for each version of its data: overview, lists and
 * comparisons are views of it. One county of 60 bodies and 15 years takes about 3 MB.
 */
import { checkSituation } from '../../checks/check-report.ts';
import type { BodyKind, Finding, Level } from '../../checks/finding.ts';
import type { MissingReason } from '../../figures/figure.ts';
import type { BodyYear as ComparedRow } from '../../comparisons/body-year.ts';
import { filingPosition } from '../../comparisons/filing-state.ts';
import { editionOf } from '../../form/edition.ts';
import { FIGURES, type FigureId } from '../../form/figures.ts';
import type { Scope } from '../../recognition/report.ts';
import { listBodies, listSuccessions, type Body, type BodyYear, type Succession } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { keptLegalChanges, referenceReports, type KeptLegalChange, type ReferenceReport } from '../queries/context.ts';
import { bodyYearsOfCounty, countDocuments, missingReasons, partYears } from '../queries/county-years.ts';
import { filingEventsOfYears } from '../queries/filings.ts';
import { figuresOfCounty, type ReportValues } from '../queries/figures.ts';
import { countFindings } from '../queries/findings.ts';
import { today as dayOf } from '../today.ts';

export interface CountyData {
  bodies: Body[];
  /** Years in which something is due or came, the latest first. */
  years: number[];
  reports: ReportValues[];
  report(body: string, year: number, scope: Scope): ReportValues | undefined;
  due(body: string, year: number): BodyYear | undefined;
  reasons(body: string, year: number, scope: Scope): Partial<Record<FigureId, MissingReason>>;
  /** Days of the filing as its history has them; null where not known. */
  dates(body: string, year: number, scope: Scope): { receivedOn: string | null; publishedOn: string | null };
  /** Stored findings of the current report. */
  findings(body: string, year: number, scope: Scope): Record<Level, number>;
  /** Of a report that states a part of its year alone. */
  partYear(body: string, year: number, scope: Scope): { from: string; to: string } | undefined;
  successions: Succession[];
  /** What the county keeps of changes of law, and of other counties to compare with. */
  legalChanges: KeptLegalChange[];
  references: ReferenceReport[];
  /** Documents and reports in them that wait for somebody. */
  toDo: number;
  waitingBodies: number;
  /** Reports whose body is not known (待认领文件). */
  unassigned: number;
  /** Day of the last document, YYYY-MM-DD. */
  asOf: string | null;
}

/** The scope that stands for a body on its pages: a county government's report is the roll-up. */
export const scopeOf = (kind: BodyKind): Scope => (kind === 'government' ? 'rollup' : 'own');

const KEPT = 16;
const cache = new Map<number, { version: number; data: Promise<CountyData> }>();

/** The county's data; read again only when its data version has changed. */
export function countyData(db: Reads, county: County): Promise<CountyData> {
  const known = cache.get(county.countyId);
  if (known?.version === county.dataVersion) return known.data;
  const data = read(db, county);
  cache.delete(county.countyId);
  cache.set(county.countyId, { version: county.dataVersion, data });
  data.catch(() => cache.delete(county.countyId));
  const oldest = cache.keys().next().value;
  if (cache.size > KEPT && oldest !== undefined) cache.delete(oldest);
  return data;
}

async function read(db: Reads, { countyId }: County): Promise<CountyData> {
  const ids = FIGURES.map((figure) => figure.id);
  const [bodies, due, reports, reasons, findings, documents, parts, successions, kept, references] = await Promise.all([
    listBodies(db, countyId), bodyYearsOfCounty(db, countyId), figuresOfCounty(db, countyId, ids), missingReasons(db, countyId, ids),
    countFindings(db, countyId), countDocuments(db, countyId), partYears(db, countyId), listSuccessions(db, countyId), keptLegalChanges(db, countyId), referenceReports(db, countyId),
  ]);
  const key = (body: string, year: number, scope = ''): string => `${body}/${year}/${scope}`;
  const byReport = new Map(reports.map((report) => [key(report.body, report.year, report.scope), report]));
  const byYear = new Map(due.map((entry) => [key(entry.body, entry.year), entry]));
  const byReason = new Map(reasons.map((entry) => [key(entry.body, entry.year, entry.scope), entry.reasons]));
  const byPart = new Map(parts.map(({ body, year, scope, from, to }) => [key(body, year, scope), { from, to }]));
  const levels = new Map<string, Record<Level, number>>();
  for (const { body, year, scope, level, n } of findings) {
    const counts = levels.get(key(body, year, scope)) ?? { error: 0, query: 0, note: 0 };
    counts[level] = n;
    levels.set(key(body, year, scope), counts);
  }
  const years = [...new Set([...reports, ...due].map((entry) => entry.year))].sort((a, b) => b - a);
  const events = new Map<string, Awaited<ReturnType<typeof filingEventsOfYears>>>();
  for (const event of await filingEventsOfYears(db, countyId, years)) {
    const of = key(event.body, event.year, event.scope);
    events.set(of, [...(events.get(of) ?? []), event]);
  }
  return {
    bodies, years, reports, successions, legalChanges: kept, references, partYear: (body, year, scope) => byPart.get(key(body, year, scope)), toDo: documents.toDo, waitingBodies: documents.waitingBodies, unassigned: documents.unassigned,
    asOf: documents.latest === null ? null : dayOf(new Date(documents.latest)),
    report: (body, year, scope) => byReport.get(key(body, year, scope)),
    due: (body, year) => byYear.get(key(body, year)),
    reasons: (body, year, scope) => byReason.get(key(body, year, scope)) ?? {},
    dates: (body, year, scope) => {
      const { receivedOn, published } = filingPosition(events.get(key(body, year, scope)) ?? [], { mustFile: true, countyDueOn: null, statutoryDueOn: null, validFrom: null, validTo: null }, year, '');
      return { receivedOn, publishedOn: published?.on ?? null };
    },
    findings: (body, year, scope) => levels.get(key(body, year, scope)) ?? { error: 0, query: 0, note: 0 },
  };
}

export type FilingState = 'filed' | 'missing' | 'not_due' | 'not_required';
export const FILING_STATES: readonly FilingState[] = ['filed', 'missing', 'not_due', 'not_required'];

/** State of a body's filing on a day (YYYY-MM-DD). The county's date counts before the statutory one. */
export function filingState(data: CountyData, body: string, year: number, today: string): FilingState {
  if (data.report(body, year, 'own') ?? data.report(body, year, 'rollup')) return 'filed';
  const due = data.due(body, year);
  if (!due?.mustFile) return 'not_required';
  const dueOn = due.countyDueOn ?? due.statutoryDueOn;
  return dueOn !== null && today <= dueOn ? 'not_due' : 'missing';
}

/** What is found of a filing itself: not there, late, not dated. Computed when asked, since it changes with the day. */
export function situationFindings(data: CountyData, body: Body, year: number, today: string): Finding[] {
  const due = data.due(body.code, year);
  return checkSituation({
    body: nameIn(body, year), year, mustFile: due?.mustFile ?? false, received: filingState(data, body.code, year, today) === 'filed',
    countyDueOn: due?.countyDueOn ?? null, statutoryDueOn: due?.statutoryDueOn ?? null, ...data.dates(body.code, year, scopeOf(body.kind)), today,
  }).findings;
}

/** Findings of a body for a year by level: of its report, and of its filing where that asks for an act. */
export function countedFindings(data: CountyData, body: Body, year: number, today: string): Record<Level, number> {
  const counts = { ...data.findings(body.code, year, scopeOf(body.kind)) };
  for (const { level } of situationFindings(data, body, year, today)) if (level !== 'note') counts[level] += 1;
  return counts;
}

/** What comparisons are made of: a row for each body, year and scope that is due, or filed. `today` tells late from not yet due. */
export function comparedRows(data: CountyData, today: string): ComparedRow[] {
  return data.bodies.flatMap((body) => data.years.flatMap((year) => {
    const state = filingState(data, body.code, year, today);
    const own = scopeOf(body.kind);
    return (['own', 'rollup'] as const).flatMap((scope): ComparedRow[] => {
      const report = data.report(body.code, year, scope);
      if (!report && (scope !== own || state === 'not_required')) return [];
      const partYear = data.partYear(body.code, year, scope);
      return [{
        ...(partYear ? { partYear } : {}),
        body: body.code, bodyName: nameIn(body, year), kind: body.kind, year, scope, filed: report !== undefined, due: data.due(body.code, year)?.mustFile === true, notYet: state === 'not_due', population: data.due(body.code, year)?.population ?? null, inRollup: data.due(body.code, year)?.inRollup ?? true,
        edition: editionOf(year), values: report?.values ?? {}, missing: data.reasons(body.code, year, scope),
      }];
    });
  }));
}

/** Reports of other counties as rows to compare with: they count in no sum. */
export function referenceRows(data: CountyData): ComparedRow[] {
  return data.references.map(({ name, year, population, figures }) => ({
    body: referenceCode(name), bodyName: name, kind: 'government', year, scope: 'rollup', reference: true, filed: true, due: false, population, edition: editionOf(year),
    values: Object.fromEntries(FIGURES.map(({ id }) => [id, figures[id]?.value ?? null])),
    missing: Object.fromEntries(FIGURES.flatMap(({ id }) => (figures[id]?.missing ? [[id, figures[id].missing]] : []))),
  }));
}

/** Stands in addresses for a county to compare with; no body of a register has such a code. */
export const referenceCode = (name: string): string => `ref:${name}`;

/** The official name that a body had at the end of a year; the present one where dates say nothing. */
export function nameIn(body: Body, year: number): string {
  const day = `${year}-12-31`;
  const official = body.names.filter((name) => name.role === 'name' && (name.validFrom ?? '') <= day && (name.validTo ?? '9999') >= day);
  return official.at(-1)?.name ?? body.name;
}
