/** 结转衔接核对 of the county: bodies × years, and one body with every kind of applicant. */
import { carryOvers, type CarryState, type CarryYear } from '../../comparisons/carry-over.ts';
import { columnLabel } from '../../checks/figure-label.ts';
import { APPLICANTS } from '../../form/table-three.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { countyData, nameIn, scopeOf, type CountyData } from './county-data.ts';
import type { Language } from './report-page.ts';

interface ShownYear {
  year: number;
  state: CarryState;
  left: number | null;
  taken: number | null;
}
export interface CarryPage {
  years: number[];
  /** Bodies in the order of the register; a cell is null where the body has no report, or none could precede it. */
  rows: { code: string; name: string; link: string; cells: (ShownYear | null)[] }[];
  /** Sums over the bodies of which both numbers are known; `of` bodies in all. */
  sums: { left: number; taken: number; n: number; of: number }[];
  broken: number;
  onlyBroken: boolean;
  body: {
    name: string;
    columns: string[];
    years: { year: number; state: CarryState; from: string; cells: { left: number | null; taken: number | null; fromLink: string | null; link: string }[] }[];
  } | null;
}

export async function readCarryPage(db: Reads, county: County, url: URL, language: Language): Promise<CarryPage> {
  const data = await countyData(db, county);
  const base = `/c/${county.code}/carry`;
  const scopes = new Map(data.bodies.map((body) => [body.code, scopeOf(body.kind)]));
  const all = carryOvers(data.reports.filter(({ body, scope }) => scopes.get(body) === scope), data.successions);
  const onlyBroken = url.searchParams.get('only') === 'broken';
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b);
  const at = new Map(all.map((entry) => [`${entry.body}/${entry.year}`, entry]));
  const bodies = data.bodies.filter(({ code }) => all.some((entry) => entry.body === code && (!onlyBroken || entry.state === 'differs')));
  const chosen = data.bodies.find(({ code }) => code === url.searchParams.get('body'));
  return {
    years, onlyBroken, broken: all.filter(({ state }) => state === 'differs').length,
    rows: bodies.map(({ code, name }) => ({ code, name, link: `${base}?${new URLSearchParams({ ...(onlyBroken ? { only: 'broken' } : {}), body: code })}#body`, cells: years.map((year) => shown(at.get(`${code}/${year}`))) })),
    sums: years.map((year) => {
      // The county government's report is of the same cases.
      const own = all.filter((entry) => entry.year === year && scopes.get(entry.body) === 'own').map(totalOf);
      const known = own.filter(({ left, taken }) => left !== null && taken !== null);
      return { left: known.reduce((sum, { left }) => sum + (left ?? 0), 0), taken: known.reduce((sum, { taken }) => sum + (taken ?? 0), 0), n: known.length, of: own.length };
    }),
    body: chosen ? { name: chosen.name, columns: APPLICANTS.map((who) => columnLabel(`t3.carried_in.${who}`, language)), years: all.filter(({ body }) => body === chosen.code).sort((a, b) => b.year - a.year).map((entry) => detail(county, data, entry)) } : null,
  };
}

const totalOf = ({ cells }: CarryYear): { left: number | null; taken: number | null } => cells.find(({ applicant }) => applicant === 'total') ?? { left: null, taken: null };
const shown = (entry: CarryYear | undefined): ShownYear | null => {
  if (!entry) return null;
  const { left, taken } = totalOf(entry);
  return { year: entry.year, state: entry.state, left, taken };
};

/** One year of a body; every number leads to its cell, last year's to the report of its only predecessor. */
function detail(county: County, data: CountyData, { body, year, state, from, cells }: CarryYear): NonNullable<CarryPage['body']>['years'][number] {
  const scopeOfCode = (code: string) => scopeOf(data.bodies.find((each) => each.code === code)?.kind ?? 'department');
  const reportOf = (code: string, of: number): string => `/c/${county.code}/reports/${code}/${of}/${scopeOfCode(code)}`;
  const [only, ...others] = from;
  const before = only !== undefined && others.length === 0 && data.report(only, year - 1, scopeOfCode(only)) ? reportOf(only, year - 1) : null;
  const names = from.map((code) => data.bodies.find((each) => each.code === code)).map((each) => (each ? nameIn(each, year - 1) : ''));
  return {
    year, state, from: from.length === 1 && from[0] === body ? '' : names.join('、'),
    cells: cells.map(({ applicant, left, taken }) => ({ left, taken, fromLink: before && `${before}#t3.carried_forward.${applicant}`, link: `${reportOf(body, year)}#t3.carried_in.${applicant}` })),
  };
}
