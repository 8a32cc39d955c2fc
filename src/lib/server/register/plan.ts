/** What loading a file or copying a year would change, body by body: shown first, then kept as it was shown. Pure. */
import type { BodyKind } from '../../checks/finding.ts';
import { statutoryDueOn } from '../ingest/due-dates.ts';
import { guessKind, plainName } from '../ingest/match-body.ts';
import type { Body, BodyName, RegisterYear, Succession } from '../queries/bodies.ts';
import type { Contact } from '../queries/contacts.ts';
import type { ColumnKey, Problem, RegisterRow } from './parse-register.ts';
import { endedOn, openName, renamed, respelt, type Register } from './register.ts';

export type ChangedField = 'name' | 'spelling' | 'alias' | 'kind' | 'mustFile' | 'countyDueOn' | 'statutoryDueOn' | 'inRollup' | 'peerGroup' | 'note' | 'contacts';
export interface Difference {
  field: ChangedField;
  /** As kept: a date, a kind, true or false, a text; '' where empty. */
  from: string;
  to: string;
}
/** `added`: registered anew. `listed`: a registered body enters the year. `removed`: leaves it. `left_out`: ended, so it is not copied. */
export type ChangeState = 'added' | 'listed' | 'changed' | 'same' | 'removed' | 'left_out';
export interface Change {
  code: string;
  name: string;
  state: ChangeState;
  differences: Difference[];
  kind: BodyKind;
  /** All names of the body afterwards. */
  names: BodyName[];
  /** The year afterwards; null where it is not in the year's register. */
  year: RegisterYear | null;
  contacts: Contact[];
}
export interface Plan {
  /** The report year whose register changes. */
  year: number;
  changes: Change[];
  /** Codes of all bodies in their order afterwards. */
  order: string[];
  /** Whether that order is another one. */
  reordered: boolean;
}

const text = (value: string | boolean | null): string => (value === null ? '' : String(value));
const contactText = (contacts: readonly Contact[]): string => contacts.map(({ name, post, phone }) => [name, post, phone].filter(Boolean).join(' ')).join('；');

export const newYear = (code: string, kind: BodyKind, year: number): RegisterYear => ({
  body: code, year, mustFile: true, countyDueOn: null, statutoryDueOn: statutoryDueOn(kind, year), inRollup: kind !== 'government', powers: [], peerGroup: null, population: null, note: null,
});

/** Codes count on from the highest number that was ever given. */
export function nextCodes(register: readonly Pick<Body, 'code'>[], taken: readonly string[] = []): () => string {
  let last = Math.max(0, ...[...register.map(({ code }) => code), ...taken].map((code) => (/^\d{1,9}$/.test(code) ? Number(code) : 0)));
  return () => String((last += 1)).padStart(3, '0');
}

/** Excel makes 1 of 001. */
function byCode(bodies: readonly Body[], code: string): Body | undefined {
  const number = (text: string): number => (/^\d+$/.test(text) ? Number(text) : NaN);
  const alike = bodies.filter((body) => number(body.code) === number(code));
  return bodies.find((body) => body.code === code) ?? (alike.length === 1 ? alike[0] : undefined);
}
const named = (bodies: readonly Body[], name: string): Body[] => bodies.filter((body) => body.names.some((each) => plainName(each.name) === plainName(name)));

/** The plan of a file; `removeAbsent` takes bodies that it does not have out of the year. Problems are those beside what is registered. */
export function planLoad(
  rows: readonly RegisterRow[], columns: ReadonlySet<ColumnKey>, register: Register, removeAbsent: boolean,
): { plan: Plan } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const next = nextCodes(register.bodies, rows.map(({ code }) => code));
  const taken = new Map<string, number>();
  const changes = rows.map((row): Change => {
    const wrong = (column: string, problem: Problem['problem'], value: string): void => void problems.push({ row: row.row, column, problem, value });
    const namesakes = named(register.bodies, row.name);
    const body = row.code !== '' ? byCode(register.bodies, row.code) : namesakes[0];
    if (row.code === '' && namesakes.length > 1) wrong('单位名称', 'ambiguous', namesakes.map(({ code, name }) => `${code} ${name}`).join('、'));
    const other = namesakes.find((each) => each !== body);
    if (other && row.code !== '') wrong('单位名称', 'name_of_other', `${other.code} ${other.name}`);
    const code = body?.code ?? (row.code === '' ? next() : /^\d{1,3}$/.test(row.code) ? row.code.padStart(3, '0') : row.code);
    const before = taken.get(code);
    if (before !== undefined) wrong('单位名称', 'twice_body', String(before));
    taken.set(code, row.row);
    const kind = row.kind ?? body?.kind ?? guessKind(row.name);
    if (kind === 'government' && row.inRollup === true) wrong('计入合计', 'government_in_sum', '');
    return changeOf(row, columns, register, body, code, kind, wrong);
  });
  const absent = register.bodies.filter(({ code }) => !taken.has(code));
  if (removeAbsent)
    changes.push(...absent.filter(({ code }) => register.years.has(code)).map((body): Change => ({ code: body.code, name: body.name, state: 'removed', differences: [], kind: body.kind, names: body.names, year: null, contacts: [] })));
  if (problems.length > 0) return { problems };
  const order = [...taken.keys(), ...absent.map(({ code }) => code)];
  const old = register.bodies.map(({ code }) => code);
  return { plan: { year: register.year, changes, order, reordered: old.join() !== order.filter((code) => old.includes(code)).join() } };
}

function changeOf(
  row: RegisterRow, columns: ReadonlySet<ColumnKey>, register: Register, body: Body | undefined, code: string, kind: BodyKind, wrong: (column: string, problem: Problem['problem'], value: string) => void,
): Change {
  const old = register.years.get(code);
  const oldContacts = register.contacts.get(code) ?? [];
  const base = old ?? newYear(code, kind, register.year);
  const given = <T>(column: ColumnKey, value: T, kept: T): T => (columns.has(column) ? value : kept);
  const year: RegisterYear = {
    ...base, mustFile: given('mustFile', row.mustFile, base.mustFile), countyDueOn: given('countyDueOn', row.countyDueOn, base.countyDueOn),
    statutoryDueOn: given('statutoryDueOn', row.statutoryDueOn ?? statutoryDueOn(kind, register.year), base.statutoryDueOn),
    inRollup: kind !== 'government' && given('inRollup', row.inRollup ?? true, base.inRollup),
    peerGroup: given('peerGroup', row.peerGroup, base.peerGroup), note: given('note', row.note, base.note),
  };
  const contacts = columns.has('contact') ? row.contacts : oldContacts;
  const differences: Difference[] = [];
  let names = body?.names ?? [{ name: row.name, role: 'name' as const, validFrom: null, validTo: null }];
  const open = openName(names);
  if (body && row.renamedOn !== null && open && !(open.name === row.name && open.validFrom === row.renamedOn)) {
    if (plainName(open.name) === plainName(row.name)) wrong('更名日期', 'rename_same', row.name);
    else if (open.validFrom !== null && open.validFrom >= row.renamedOn) wrong('更名日期', 'rename_before', open.validFrom);
    else {
      names = renamed(names, row.name, row.renamedOn);
      differences.push({ field: 'name', from: open.name, to: `${row.name} ${row.renamedOn}` });
    }
  } else if (body && row.code !== '' && !names.some(({ name }) => plainName(name) === plainName(row.name))) {
    names = respelt(names, row.name);
    differences.push({ field: 'spelling', from: open?.name ?? '', to: row.name });
  }
  for (const alias of row.aliases) {
    if (names.some(({ name }) => plainName(name) === plainName(alias))) continue;
    names = [...names, { name: alias, role: 'alias', validFrom: null, validTo: null }];
    differences.push({ field: 'alias', from: '', to: alias });
  }
  if (body && body.kind !== kind) differences.push({ field: 'kind', from: body.kind, to: kind });
  if (old)
    for (const field of ['mustFile', 'countyDueOn', 'statutoryDueOn', 'inRollup', 'peerGroup', 'note'] as const)
      if (old[field] !== year[field]) differences.push({ field, from: text(old[field]), to: text(year[field]) });
  if (old && contactText(oldContacts) !== contactText(contacts)) differences.push({ field: 'contacts', from: contactText(oldContacts), to: contactText(contacts) });
  const state = !body ? 'added' : !old ? 'listed' : differences.length > 0 ? 'changed' : 'same';
  return { code, name: body ? (openName(names)?.name ?? row.name) : row.name, state, differences: state === 'added' ? [] : differences, kind, names, year, contacts };
}

/** The day in another year; 29 February becomes the 28th. */
export function sameDayIn(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return Number.isNaN(Date.parse(moved)) || new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) !== moved ? moved.replace(/29$/, '28') : moved;
}

/**
 * What copying the register of one year to another would do. What the year has already stays; a body that ended before
 * the year is left out; one that began in it, or took over from others in it, enters. Context notes belong to their year.
 */
export function planCopy(from: Register, to: Register, successions: readonly Succession[]): Plan {
  const [first, last] = [`${to.year}-01-01`, `${to.year}-12-31`];
  const changes = to.bodies.flatMap((body): Change[] => {
    const old = from.years.get(body.code);
    const base = { code: body.code, name: body.name, kind: body.kind, names: body.names, differences: [] as Difference[], contacts: [] as Contact[] };
    const there = to.years.get(body.code);
    if (there) return [{ ...base, state: 'same', year: there, contacts: to.contacts.get(body.code) ?? [] }];
    const ended = endedOn(body, successions);
    const begins = (body.validFrom !== null && body.validFrom >= first && body.validFrom <= last) || successions.some(({ successor, happenedOn }) => successor === body.code && happenedOn >= first && happenedOn <= last);
    if (ended !== null && ended < first) return old ? [{ ...base, state: 'left_out', year: null, differences: [] }] : [];
    if ((body.validFrom !== null && body.validFrom > last) || (!old && !begins)) return [];
    if (!old) return [{ ...base, state: 'listed', year: newYear(body.code, body.kind, to.year) }];
    const year: RegisterYear = {
      ...old, year: to.year, countyDueOn: old.countyDueOn && sameDayIn(old.countyDueOn, to.year - from.year), statutoryDueOn: statutoryDueOn(body.kind, to.year),
      inRollup: body.kind !== 'government' && old.inRollup, note: null,
    };
    const differences = (['countyDueOn', 'statutoryDueOn', 'note'] as const).flatMap((field): Difference[] => (old[field] === year[field] ? [] : [{ field, from: text(old[field]), to: text(year[field]) }]));
    return [{ ...base, state: 'changed', differences, year, contacts: from.contacts.get(body.code) ?? [] }];
  });
  return { year: to.year, changes, order: to.bodies.map(({ code }) => code), reordered: false };
}
