/** One body through the years. */
import type { Level } from '../../checks/finding.ts';
import { wordCheck, wordFinding } from '../../checks/wording.ts';
import { reasonText } from '../../components/figure-text.ts';
import type { NoNumber, ShownFigures } from '../../components/shown.ts';
import { counterpart } from '../../form/comparability.ts';
import { outcomeValue, undividedFigure } from '../../form/derived.ts';
import { editionOf } from '../../form/edition.ts';
import { figureDefinition, type FigureId } from '../../form/figures.ts';
import { OUTCOMES, type Outcome } from '../../form/table-three.ts';
import { m } from '../../paraglide/messages.js';
import type { Body, Succession } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { currentFiguresOf } from '../queries/figures.ts';
import { contextNotesOf, type ContextNote } from '../queries/context.ts';
import { findingsOf } from '../queries/findings.ts';
import { currentVersion, reportsOfBody, type FiledReport } from '../queries/reports.ts';
import { today } from '../today.ts';
import { KIND_WORDS, STATE_WORDS } from './bodies-page.ts';
import { carryOversOf, changesOf, disputesOf, reasonsOf, type CarryOver, type Dispute, type ReasonRow, type YearChange } from './body-profile.ts';
import { compositionCharts, type CompositionCharts } from './charts.ts';
import { comparedRows, countedFindings, countyData, filingState, scopeOf, type CountyData } from './county-data.ts';
import { drawnTables, shownFigures, type DrawnTable, type Language } from './report-page.ts';

interface YearCell {
  value: number | null;
  missing?: NoNumber;
  words: string;
  link: string | null;
}
export interface BodyPage {
  code: string;
  name: string;
  kind: string;
  /** Names and when they held, the present one first. */
  names: { name: string; alias: boolean; from: string; to: string }[];
  exists: { from: string; to: string };
  /** Which bodies it came from or went into. */
  successions: string[];
  duty: { year: number; mustFile: string; county: string; statutory: string; summed: boolean; group: string; population: string } | null;
  compare: string;
  columns: { year: number; report: string | null; state: string; findings: Record<Level, number> }[];
  rows: { key: string; label: string; cells: YearCell[] }[];
  /** Years with a report, ascending. */
  reported: number[];
  latest: { year: number; years: number[]; report: string; previousYear: number | null; tables: DrawnTable[]; figures: ShownFigures } | null;
  charts: CompositionCharts | null;
  asOf: string | null;
  change: YearChange | null;
  reasons: ReasonRow[];
  disputes: Dispute[];
  carryOvers: CarryOver[];
  findings: { key: string; level: Level; title: string; message: string; link: string }[];
  notes: ContextNote[];
  submissions: { year: number; rollup: boolean; version: number; current: boolean; received: string; sha256: string; document: string; link: string }[];
}

/** Rows of the main figures: a figure of the form, or an outcome as the sum of its rows. */
type MainRow = { label: () => string } & ({ figure: FigureId } | { outcome: Outcome });

const OUTCOME_WORDS: Record<Outcome, () => string> = {
  granted: m.outcome_granted, granted_in_part: m.outcome_granted_in_part, refused: m.outcome_refused, unavailable: m.outcome_unavailable,
  not_processed: m.outcome_not_processed, other_handling: m.outcome_other_handling,
};
export const MAIN_ROWS: readonly MainRow[] = [
  { label: m.main_received, figure: 't3.received.total' },
  { label: m.main_carried_in, figure: 't3.carried_in.total' },
  ...OUTCOMES.map((outcome) => ({ label: OUTCOME_WORDS[outcome], outcome })),
  { label: m.main_processed, figure: 't3.processed.total' },
  { label: m.main_carried_forward, figure: 't3.carried_forward.total' },
  { label: m.main_review, figure: 't4.review.total' },
  { label: m.main_direct_litigation, figure: 't4.direct_litigation.total' },
  { label: m.main_litigation_after_review, figure: 't4.litigation_after_review.total' },
  { label: m.main_normative_issued, figure: 't2.normative_documents.issued' },
  { label: m.main_normative_in_force, figure: 't2.normative_documents.in_force' },
  { label: m.main_licensing, figure: 't2.licensing.decisions' },
  { label: m.main_penalties, figure: 't2.penalties.decisions' },
  { label: m.main_compulsion, figure: 't2.compulsion.decisions' },
  { label: m.main_fees, figure: 't2.fees.amount' },
];

/** The page of a body; undefined where the register has no such code. */
export async function readBodyPage(db: Reads, county: County, code: string, askedYear: string | null, language: Language): Promise<BodyPage | undefined> {
  const data = await countyData(db, county);
  const body = data.bodies.find((entry) => entry.code === code);
  if (!body) return undefined;
  const scope = scopeOf(body.kind);
  const filed = await reportsOfBody(db, county.countyId, code);
  const years = data.years.filter((year) => data.due(code, year) ?? data.report(code, year, scope)).sort((a, b) => a - b);
  const reported = years.filter((year) => data.report(code, year, scope));
  const linkTo = (year: number): string | null => (data.report(code, year, scope) ? `/c/${county.code}/reports/${code}/${year}/${scope}` : null);
  const rows = comparedRows(data, today());
  const own = rows.filter((row) => row.body === code && row.scope === scope).sort((a, b) => a.year - b.year);
  const chosen = reported.includes(Number(askedYear)) ? Number(askedYear) : reported.at(-1);
  return {
    code, name: body.name, kind: KIND_WORDS[body.kind](),
    names: body.names.map(({ name, role, validFrom, validTo }) => ({ name, alias: role === 'alias', from: validFrom ?? '', to: validTo ?? '' })).filter(({ name, from, to }) => name !== body.name || from !== '' || to !== '').reverse(),
    exists: { from: body.validFrom ?? '', to: body.validTo ?? '' },
    successions: successionWords(data, code),
    duty: dutyOf(data, code, chosen ?? years.at(-1)),
    compare: `/c/${county.code}/compare?body=${encodeURIComponent(code)}&view=lines`,
    columns: years.map((year) => ({ year, report: linkTo(year), state: STATE_WORDS[filingState(data, code, year, today())](), findings: countedFindings(data, body, year, today()) })),
    rows: MAIN_ROWS.map((row) => ({ key: 'figure' in row ? row.figure : row.outcome, label: row.label(), cells: years.map((year) => yearCell(data, body, year, row, linkTo(year))) })),
    reported,
    latest: chosen === undefined ? null : await tablesOf(db, county, body, chosen, reported, language),
    asOf: data.asOf,
    change: chosen === undefined ? null : changesOf(data, rows.filter((row) => row.year === chosen || row.year === chosen - 1), code, scope, chosen, linkTo(chosen), language),
    reasons: reasonsOf(own, reported, linkTo, language), disputes: disputesOf(own, linkTo, language), carryOvers: carryOversOf(own, linkTo, language),
    findings: chosen === undefined ? [] : await findingsOfYear(db, county, code, chosen, scope, language), notes: await contextNotesOf(db, county.countyId, code),
    charts: reported.length === 0 ? null : compositionCharts(county, own, { years: reported, body: code, link: (year) => linkTo(year) ?? undefined }, language),
    submissions: submissionsOf(county, code, filed),
  };
}

const SUCCESSION_WORDS: Record<Succession['kind'], (words: { from: string; to: string; day: string }) => string> = {
  merged: m.succession_merged, split: m.succession_split, functions_moved: m.succession_moved, abolished: m.succession_abolished,
};

function successionWords(data: CountyData, code: string): string[] {
  const name = (of: string | null): string => data.bodies.find((body) => body.code === of)?.name ?? '';
  return data.successions.filter(({ predecessor, successor }) => predecessor === code || successor === code)
    .map(({ kind, predecessor, successor, happenedOn }) => SUCCESSION_WORDS[kind]({ from: name(predecessor), to: name(successor), day: happenedOn }));
}

/** What the register says of the body for a year. */
function dutyOf(data: CountyData, code: string, year: number | undefined): BodyPage['duty'] {
  const due = year === undefined ? undefined : data.due(code, year);
  return due ? {
    year: due.year, mustFile: due.mustFile ? m.duty_must() : m.state_not_required(), county: due.countyDueOn ?? '', statutory: due.statutoryDueOn ?? '', summed: due.inRollup,
    group: due.peerGroup ?? '', population: due.population ? due.population.toLocaleString('en') : '',
  } : null;
}

/** What was found in the year's report, roots alone. */
async function findingsOfYear(db: Reads, county: County, body: string, year: number, scope: 'own' | 'rollup', language: Language): Promise<BodyPage['findings']> {
  const key = { countyId: county.countyId, body, year, scope };
  const version = await currentVersion(db, key);
  if (version === undefined) return [];
  return (await findingsOf(db, { ...key, version })).filter(({ foldedUnder, judgement }) => foldedUnder === undefined && judgement !== 'false_alarm').map((finding) => ({
    key: finding.key, level: finding.level, title: wordCheck(finding.check, language).title, message: wordFinding(finding, language, { edition: editionOf(year) }),
    link: `/c/${county.code}/reports/${body}/${year}/${scope}#${finding.figures[0] ?? 'findings'}`,
  }));
}

function yearCell(data: CountyData, body: Body, year: number, row: MainRow, link: string | null): YearCell {
  const report = data.report(body.code, year, scopeOf(body.kind));
  if (!report) {
    const state = filingState(data, body.code, year, today());
    return { value: null, missing: state === 'not_due' ? 'not_due' : 'not_filed', words: STATE_WORDS[state](), link: null };
  }
  const edition = editionOf(year);
  const valueOf = (id: FigureId): number | null => report.values[id] ?? null;
  if ('outcome' in row) {
    const figure = row.outcome === 'other_handling' && edition === '2019' ? undividedFigure('total') : firstFigure(row.outcome);
    const value = outcomeValue(row.outcome, 'total', valueOf);
    return { value, words: value === null ? m.outcome_with_missing_part() : String(value), link: link && `${link}#${figure}` };
  }
  // A figure of the other edition is followed only where it is the same.
  const same = figureDefinition(row.figure).wording[edition] ? row.figure : counterpart(row.figure, edition).comparability === 'same' ? counterpart(row.figure, edition).figure : undefined;
  const value = same === undefined ? null : valueOf(same);
  const missing: NoNumber | undefined = value !== null ? undefined : same === undefined ? 'not_in_edition' : (data.reasons(body.code, year, report.scope)[same] ?? 'absent');
  return { value, missing, words: missing ? reasonText(missing) : String(value), link: link && `${link}#${same ?? ''}` };
}

const FIRST: Record<Outcome, string> = {
  granted: 'granted', granted_in_part: 'granted_in_part', refused: 'refused.state_secret', unavailable: 'unavailable.not_held',
  not_processed: 'not_processed.petition', other_handling: 'other_handling.not_corrected',
};
const firstFigure = (outcome: Outcome): FigureId => `t3.${FIRST[outcome]}.total`;

async function tablesOf(db: Reads, county: County, body: Body, year: number, years: number[], language: Language): Promise<BodyPage['latest']> {
  const key = { countyId: county.countyId, body: body.code, scope: scopeOf(body.kind) };
  const [current] = await currentFiguresOf(db, [{ ...key, year }]);
  const [previous] = await currentFiguresOf(db, [{ ...key, year: year - 1 }]);
  return {
    year, years, report: `/c/${county.code}/reports/${body.code}/${year}/${key.scope}`, previousYear: previous ? year - 1 : null,
    tables: drawnTables(editionOf(year)), figures: shownFigures(current?.figures ?? {}, year, language, previous?.figures ?? null),
  };
}

const submissionsOf = (county: County, code: string, filed: FiledReport[]): BodyPage['submissions'] =>
  filed.flatMap(({ year, scope, versions }) => versions.map((version) => ({
    year, rollup: scope === 'rollup', version: version.version, current: version.state === 'current',
    received: version.receivedOn ?? m.ingested_on({ date: version.ingestedAt.slice(0, 10) }), sha256: version.sha256, document: version.documentName,
    link: `/c/${county.code}/reports/${code}/${year}/${scope}?version=${version.version}`,
  }))).reverse();
