/** The list of bodies for a year, filtered. */
import type { BodyKind, Level } from '../../checks/finding.ts';
import { wordFinding } from '../../checks/wording.ts';
import { reasonText } from '../../components/figure-text.ts';
import type { NoNumber } from '../../components/shown.ts';
import type { FigureId } from '../../form/figures.ts';
import { m } from '../../paraglide/messages.js';
import type { Body } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { today } from '../today.ts';
import { countedFindings, countyData, FILING_STATES, filingState, scopeOf, situationFindings, type CountyData, type FilingState } from './county-data.ts';
import type { Language } from './report-page.ts';

export const KIND_WORDS: Record<BodyKind, () => string> = {
  government: m.kind_government, county_office: m.kind_county_office, department: m.kind_department, township: m.kind_township,
  subdistrict: m.kind_subdistrict, zone: m.kind_zone, vertical: m.kind_vertical, authorised: m.kind_authorised,
};
export const KINDS = Object.keys(KIND_WORDS) as BodyKind[];
export const isKind = (text: string): text is BodyKind => Object.hasOwn(KIND_WORDS, text);
export const STATE_WORDS: Record<FilingState, () => string> = { filed: m.state_filed, missing: m.state_missing, not_due: m.state_not_due, not_required: m.state_not_required };

export interface ListedCell {
  value: number | null;
  missing?: NoNumber;
  words: string;
}
export interface ListedBody {
  code: string;
  name: string;
  kind: string;
  state: string;
  /** Address of the report, null where there is none. */
  report: string | null;
  received: ListedCell;
  processed: ListedCell;
  findings: Record<Level, number>;
  /** What is found of the filing itself, in sentences. */
  situation: string[];
  years: string;
}
export interface BodiesPage {
  years: number[];
  year: number | null;
  yearLinks: Record<number, string>;
  registered: number;
  filter: { q: string; kind: string; state: string; level: string };
  kinds: { kind: BodyKind; label: string }[];
  states: { state: FilingState; label: string }[];
  rows: ListedBody[];
}

/** The year asked for where the county has it, else the latest one with a report. */
export function chosenYear(data: CountyData, asked: string | null): number | null {
  const year = Number(asked);
  if (asked !== null && data.years.includes(year)) return year;
  return data.reports.at(-1)?.year ?? data.years[0] ?? null;
}

/** A figure of a report as a list shows it; null for no report. */
export function listedCell(data: CountyData, body: Body, year: number, figure: FigureId, state: FilingState): ListedCell {
  const report = data.report(body.code, year, scopeOf(body.kind));
  const value = report?.values[figure] ?? null;
  if (value !== null) return { value, words: String(value) };
  const missing: NoNumber = report ? (data.reasons(body.code, year, report.scope)[figure] ?? 'not_in_edition') : state === 'not_due' ? 'not_due' : 'not_filed';
  return { value, missing, words: report || state !== 'not_required' ? reasonText(missing) : m.state_not_required() };
}

export async function readBodiesPage(db: Reads, county: County, url: URL, language: Language): Promise<BodiesPage> {
  const data = await countyData(db, county);
  const asked = (name: string): string => url.searchParams.get(name)?.trim() ?? '';
  const filter = { q: asked('q'), kind: asked('kind'), state: asked('state'), level: asked('level') };
  const year = chosenYear(data, url.searchParams.get('year'));
  const day = today();
  const rows = data.bodies.flatMap((body) => {
    const state = year === null ? 'not_required' : filingState(data, body.code, year, day);
    const findings = countedFindings(data, body, year ?? 0, day);
    const fits = (filter.q === '' || body.code === filter.q || body.names.some(({ name }) => nameFits(name, filter.q)))
      && (filter.kind === '' || body.kind === filter.kind) && (filter.state === '' || state === filter.state)
      && (!(filter.level in findings) || findings[filter.level as Level] > 0);
    return fits ? [listedBody(county, data, body, year ?? 0, state, findings, situationFindings(data, body, year ?? 0, day).filter(({ level }) => level !== 'note').map((finding) => wordFinding(finding, language)))] : [];
  });
  const yearLink = (to: number): string => {
    const query = new URLSearchParams(url.searchParams);
    query.set('year', String(to));
    return `/c/${county.code}/bodies?${query}`;
  };
  return {
    years: data.years, year, yearLinks: Object.fromEntries(data.years.map((to) => [to, yearLink(to)])), registered: data.bodies.length, filter,
    kinds: KINDS.filter((kind) => data.bodies.some((body) => body.kind === kind)).map((kind) => ({ kind, label: KIND_WORDS[kind]() })),
    states: FILING_STATES.map((state) => ({ state, label: STATE_WORDS[state]() })), rows,
  };
}

function listedBody(county: County, data: CountyData, body: Body, year: number, state: FilingState, findings: Record<Level, number>, situation: string[]): ListedBody {
  const scope = scopeOf(body.kind);
  const years = data.reports.filter((report) => report.body === body.code && report.scope === scope).map((report) => report.year);
  return {
    code: body.code, name: body.name, kind: KIND_WORDS[body.kind](), state: STATE_WORDS[state](),
    report: data.report(body.code, year, scope) ? `/c/${county.code}/reports/${body.code}/${year}/${scope}` : null,
    received: listedCell(data, body, year, 't3.received.total', state), processed: listedCell(data, body, year, 't3.processed.total', state),
    findings, situation, years: spans(years),
  };
}

/** Whether a name has the words that were looked for. 民政 is not meant to find every 人民政府. */
export function nameFits(name: string, words: string): boolean {
  return words.includes('人民政') ? name.includes(words) : name.replaceAll('人民政府', '人民 政府').includes(words);
}

/** 2019–2021、2023 */
export function spans(years: number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(m.enumeration());
}
