/** The register of bodies: a year's list, what a file or a copy would change, and single bodies. */
import type { Kysely } from 'kysely';
import type { BodyKind } from '../../checks/finding.ts';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { reader } from '../ingest/handle.ts';
import { ingestWaiting } from '../ingest/create-bodies.ts';
import { listSuccessions, notedSuccessions, type Body } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import { countyById, type County } from '../queries/counties.ts';
import { bodyYearsOfCounty } from '../queries/county-years.ts';
import { keepCopy, keepLoad, readRegister } from '../register/keep.ts';
import { HEADINGS, parseRegister } from '../register/parse-register.ts';
import { planCopy, planLoad, type Difference, type Plan } from '../register/plan.ts';
import { endedOn, registerTable, TABLE_WIDTHS } from '../register/register.ts';
import { readTable, writeCsv, type TableRow } from '../register/table.ts';
import { writeTableXlsx } from '../register/write-table.ts';
import { today } from '../today.ts';
import { isKind, KIND_WORDS, KINDS } from './bodies-page.ts';
import { problemWords, tableRefusal } from './register-words.ts';

export interface ShownPlan {
  /** What changes, in counts by state. */
  summary: string;
  reordered: boolean;
  rows: { code: string; name: string; state: string; differences: string[] }[];
  same: number;
}
export interface RegisterPage {
  year: number;
  years: number[];
  /** Version of the data that is shown: what is kept later must be of the same. */
  version: number;
  rows: { code: string; name: string; kind: string; place: number; mustFile: boolean; countyDueOn: string; statutoryDueOn: string; inRollup: boolean; peerGroup: string; note: string; contacts: string[] }[];
  unlisted: { code: string; name: string; kind: string; ended: string }[];
  copy: { sources: number[]; from: number | null; plan: ShownPlan | null };
  successions: { id: number; words: string; happenedOn: string; note: string }[];
  bodies: { code: string; name: string }[];
  kinds: { kind: BodyKind; label: string }[];
}

const kindOptions = (): RegisterPage['kinds'] => KINDS.map((kind) => ({ kind, label: KIND_WORDS[kind]() }));

/** Years that have a register, the latest first. */
async function registeredYears(db: Reads, countyId: number): Promise<number[]> {
  return [...new Set((await bodyYearsOfCounty(db, countyId)).map(({ year }) => year))].sort((a, b) => b - a);
}

/** A report year that an address or form names; undefined for anything else. */
export const yearOf = (text: string | null): number | undefined => (text !== null && /^\d{4}$/.test(text) && Number(text) >= 2008 && Number(text) <= 2200 ? Number(text) : undefined);

export async function readRegisterPage(db: Reads, county: County, url: URL): Promise<RegisterPage> {
  const { countyId } = county;
  const registered = await registeredYears(db, countyId);
  const thisYear = Number(today().slice(0, 4));
  const years = [...new Set([...registered, thisYear, thisYear - 1])].sort((a, b) => b - a);
  const year = yearOf(url.searchParams.get('year')) ?? registered[0] ?? thisYear - 1;
  const register = await readRegister(db, countyId, year);
  const successions = await notedSuccessions(db, countyId);
  const names = new Map(register.bodies.map((body) => [body.code, body.name]));
  const sources = registered.filter((other) => other !== year);
  const asked = yearOf(url.searchParams.get('copy'));
  const plan = asked !== undefined && sources.includes(asked) ? planCopy(await readRegister(db, countyId, asked), register, await listSuccessions(db, countyId)) : null;
  return {
    year, years: years.includes(year) ? years : [...years, year].sort((a, b) => b - a), version: county.dataVersion,
    rows: register.bodies.flatMap((body, index) => {
      const of = register.years.get(body.code);
      if (!of) return [];
      return [{
        code: body.code, name: body.name, kind: KIND_WORDS[body.kind](), place: index + 1, mustFile: of.mustFile, countyDueOn: of.countyDueOn ?? '', statutoryDueOn: of.statutoryDueOn ?? '',
        inRollup: of.inRollup, peerGroup: of.peerGroup ?? '', note: of.note ?? '', contacts: (register.contacts.get(body.code) ?? []).map(({ name, post, phone }) => [name, post, phone].filter(Boolean).join(' ')),
      }];
    }),
    unlisted: register.bodies.filter(({ code }) => !register.years.has(code)).map((body) => ({ code: body.code, name: body.name, kind: KIND_WORDS[body.kind](), ended: endedOn(body, successions) ?? '' })),
    copy: { sources, from: plan && asked !== undefined ? asked : (sources.find((other) => other < year) ?? sources.at(-1) ?? null), plan: plan && showPlan(plan) },
    successions: successions.map(({ id, predecessor, successor, kind, happenedOn, note }) => ({
      id, happenedOn, note: note ?? '', words: SUCCESSION_WORDS[kind]({ from: names.get(predecessor) ?? predecessor, to: successor === null ? '' : (names.get(successor) ?? successor) }),
    })),
    bodies: register.bodies.map(({ code, name }) => ({ code, name })), kinds: kindOptions(),
  };
}

const SUCCESSION_WORDS = {
  merged: m.register_succession_merged, split: m.register_succession_split, functions_moved: m.register_succession_moved,
  abolished: ({ from }: { from: string; to: string }) => m.register_succession_abolished({ from }),
};
export type SuccessionKind = keyof typeof SUCCESSION_WORDS;
export const isSuccessionKind = (text: string): text is SuccessionKind => Object.hasOwn(SUCCESSION_WORDS, text);

const STATES = { added: m.register_state_added, listed: m.register_state_listed, changed: m.register_state_changed, same: m.register_state_same, removed: m.register_state_removed, left_out: m.register_state_left_out };
const FIELDS = {
  name: m.register_renamed, spelling: m.register_spelling, alias: m.register_alias, kind: m.start_kind, mustFile: m.register_must_file, countyDueOn: m.register_county_due,
  statutoryDueOn: m.register_statutory_due, inRollup: m.register_in_rollup, peerGroup: m.register_peer_group, note: m.register_note, contacts: m.register_contacts,
};

function differenceWords({ field, from, to }: Difference): string {
  const shown = (text: string): string =>
    text === '' ? m.register_nothing() : field === 'kind' && isKind(text) ? KIND_WORDS[text]() : field === 'mustFile' || field === 'inRollup' ? (text === 'true' ? m.register_yes() : m.register_no()) : text;
  return field === 'alias' ? m.register_difference_alias({ to }) : m.register_difference({ field: FIELDS[field](), from: shown(from), to: shown(to) });
}

function showPlan(plan: Plan): ShownPlan {
  const count = (state: Plan['changes'][number]['state']): number => plan.changes.filter((change) => change.state === state).length;
  const told = (['added', 'listed', 'changed', 'removed', 'left_out', 'same'] as const).filter((state) => count(state) > 0).map((state) => m.register_count({ state: STATES[state](), n: count(state) }));
  return {
    summary: told.join(m.list_separator()), reordered: plan.reordered, same: count('same'),
    rows: plan.changes.filter(({ state }) => state !== 'same').map(({ code, name, state, differences }) => ({ code, name, state: STATES[state](), differences: differences.map(differenceWords) })),
  };
}

export interface LoadShown {
  year: number;
  removeAbsent: boolean;
  version: number;
  /** The rows as CSV, handed back when they are kept. */
  table: string;
  plan: ShownPlan;
}
export type LoadChecked = { refused: string; problems: string[] } | { load: LoadShown };
type Parsed = { refused: string; problems: string[] } | { rows: TableRow[]; parsed: Exclude<ReturnType<typeof parseRegister>, { problems: unknown }> };

function parseFile(bytes: Uint8Array): Parsed {
  const table = readTable(bytes);
  if ('refused' in table) return { refused: tableRefusal(table), problems: [] };
  const parsed = parseRegister(table.rows);
  return 'problems' in parsed ? { refused: m.register_refused_problems({ n: parsed.problems.length }), problems: parsed.problems.map(problemWords) } : { rows: table.rows, parsed };
}

/** What loading the file would change; nothing is kept. */
export async function checkLoad(db: Reads, county: County, year: number, bytes: Uint8Array, removeAbsent: boolean): Promise<LoadChecked> {
  const file = parseFile(bytes);
  if ('refused' in file) return file;
  const planned = planLoad(file.parsed.rows, file.parsed.columns, await readRegister(db, county.countyId, year), removeAbsent);
  if ('problems' in planned) return { refused: m.register_refused_problems({ n: planned.problems.length }), problems: planned.problems.map(problemWords) };
  return { load: { year, removeAbsent, version: county.dataVersion, table: writeCsv(withRows(file.rows)), plan: showPlan(planned.plan) } };
}

/** Rows at their own numbers, so that they are told by the same when they come back. */
function withRows(rows: readonly TableRow[]): string[][] {
  const lines: string[][] = [];
  for (const { row, cells } of rows) {
    while (lines.length < row - 1 && lines.length < 10_000) lines.push(['']);
    lines.push(cells);
  }
  return lines;
}

/** Keeps what was shown; where the register has changed meanwhile, what it would change now. */
export async function keepShownLoad(db: Kysely<Schema>, county: County, shown: { year: number; table: string; version: number; removeAbsent: boolean }, actor: string): Promise<LoadChecked | null> {
  const bytes = new TextEncoder().encode(shown.table);
  const file = parseFile(bytes);
  if ('refused' in file) return file;
  const kept = await keepLoad(db, { countyId: county.countyId, actor }, shown.version, { ...file.parsed, year: shown.year, removeAbsent: shown.removeAbsent });
  if (kept) {
    await takeWaiting(db, county, actor);
    return null;
  }
  return checkLoad(db, (await countyById(db, county.countyId)) ?? county, shown.year, bytes, shown.removeAbsent);
}

/** Keeps the copy that was shown; false where the register has changed meanwhile. */
export const keepShownCopy = async (db: Kysely<Schema>, county: County, from: number, to: number, version: number, actor: string): Promise<boolean> =>
  (await keepCopy(db, { countyId: county.countyId, actor }, version, from, to)) !== null;

/** Brings in the documents whose body the register has by now. */
export async function takeWaiting(db: Kysely<Schema>, county: County, actor: string): Promise<void> {
  await ingestWaiting(db, { countyId: county.countyId, actor, today: today(), origin: 'web', read: reader() });
}

/** The year's register, or an empty one, as a file. */
export async function registerFile(db: Reads, county: County, year: number, format: 'csv' | 'xlsx', template: boolean): Promise<{ name: string; type: string; body: Uint8Array }> {
  const rows = template ? registerTable({ year, bodies: [], years: new Map(), contacts: new Map() }) : registerTable(await readRegister(db, county.countyId, year));
  const title = template ? m.register_template_name() : m.register_file_name({ year: String(year) });
  return format === 'csv'
    ? { name: `${title}.csv`, type: 'text/csv; charset=utf-8', body: new TextEncoder().encode(writeCsv(rows)) }
    : { name: `${title}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: writeTableXlsx(HEADINGS.name[0], rows, TABLE_WIDTHS) };
}

export interface RegisteredBodyPage {
  year: number;
  code: string;
  name: string;
  kind: BodyKind;
  kinds: RegisterPage['kinds'];
  /** Official names with their time, the latest first. */
  names: { name: string; time: string }[];
  aliases: string[];
  listed: boolean;
  mustFile: boolean;
  inRollup: boolean;
  countyDueOn: string;
  statutoryDueOn: string;
  peerGroup: string;
  note: string;
  contacts: { name: string; post: string; phone: string }[];
}

export async function readRegisteredBody(db: Reads, county: County, code: string, url: URL): Promise<RegisteredBodyPage | undefined> {
  const year = yearOf(url.searchParams.get('year')) ?? (await registeredYears(db, county.countyId))[0] ?? Number(today().slice(0, 4)) - 1;
  const register = await readRegister(db, county.countyId, year);
  const body = register.bodies.find((each) => each.code === code);
  if (!body) return undefined;
  const of = register.years.get(code);
  return {
    year, code, name: body.name, kind: body.kind, kinds: kindOptions(), names: officialNames(body), aliases: body.names.filter(({ role }) => role === 'alias').map(({ name }) => name),
    listed: of !== undefined, mustFile: of?.mustFile ?? true, inRollup: of?.inRollup ?? body.kind !== 'government', countyDueOn: of?.countyDueOn ?? '', statutoryDueOn: of?.statutoryDueOn ?? '',
    peerGroup: of?.peerGroup ?? '', note: of?.note ?? '', contacts: (register.contacts.get(code) ?? []).map(({ name, post, phone }) => ({ name, post: post ?? '', phone: phone ?? '' })),
  };
}

const officialNames = (body: Body): RegisteredBodyPage['names'] =>
  body.names.filter(({ role }) => role === 'name').reverse().map(({ name, validFrom, validTo }) => ({ name, time: validFrom === null && validTo === null ? '' : m.register_name_time({ from: validFrom ?? '', to: validTo ?? '' }) }));
