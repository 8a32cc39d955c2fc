/** The register of one year as a value, and what follows from it. Pure. */
import type { Body, BodyName, Succession } from '../queries/bodies.ts';
import type { RegisterYear } from '../queries/bodies.ts';
import type { Contact } from '../queries/contacts.ts';
import { HEADING_ROW, KIND_NAMES } from './parse-register.ts';

export interface Register {
  year: number;
  /** All bodies of the county in the order of the register. */
  bodies: Body[];
  /** Those that the year's register has. */
  years: Map<string, RegisterYear>;
  contacts: Map<string, Contact[]>;
}

/** Day on which a body ended: its own last day, or that of being merged or abolished. Null while it goes on. */
export function endedOn(body: Pick<Body, 'code' | 'validTo'>, successions: readonly Succession[]): string | null {
  const ends = successions.filter(({ predecessor, kind }) => predecessor === body.code && (kind === 'merged' || kind === 'abolished')).map(({ happenedOn }) => happenedOn);
  return body.validTo ?? ends.sort()[0] ?? null;
}

export const openName = (names: readonly BodyName[]): BodyName | undefined =>
  names.find(({ role, validTo }) => role === 'name' && validTo === null) ?? names.filter(({ role }) => role === 'name').at(-1);

/** The day before, YYYY-MM-DD. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Names after a rename: the one in use ends the day before, the new one begins. */
export function renamed(names: readonly BodyName[], name: string, from: string): BodyName[] {
  const open = openName(names);
  return [...names.map((each) => (each === open ? { ...each, validTo: dayBefore(from) } : each)), { name, role: 'name', validFrom: from, validTo: null }];
}

/** Names after a spelling was put right; the old spelling goes on being recognised. */
export function respelt(names: readonly BodyName[], name: string): BodyName[] {
  const open = openName(names);
  if (!open) return [...names, { name, role: 'name', validFrom: null, validTo: null }];
  const rest = names.filter((each) => !(each.role === 'alias' && each.name === name));
  return [...rest.map((each) => (each === open ? { ...each, name } : each)), ...(open.name === name ? [] : [{ name: open.name, role: 'alias' as const, validFrom: null, validTo: null }])];
}

const yesNo = (value: boolean): string => (value ? '是' : '否');
const joined = (texts: (string | null)[]): string => (texts.every((text) => text === null) ? '' : texts.map((text) => text ?? '').join('；'));

/** The rows of the file that is handed out, heading first: loading it again changes nothing. */
export function registerTable(register: Register): string[][] {
  const rows = register.bodies.flatMap((body) => {
    const year = register.years.get(body.code);
    if (!year) return [];
    const contacts = register.contacts.get(body.code) ?? [];
    return [[
      body.code, body.name, '', KIND_NAMES[body.kind][0], body.names.filter(({ role }) => role === 'alias').map(({ name }) => name).join('、'),
      yesNo(year.mustFile), year.countyDueOn ?? '', year.statutoryDueOn ?? '', yesNo(year.inRollup), year.peerGroup ?? '', year.note ?? '',
      contacts.map(({ name }) => name).join('；'), joined(contacts.map(({ post }) => post)), joined(contacts.map(({ phone }) => phone)),
    ]];
  });
  return [[...HEADING_ROW], ...rows];
}

/** Widths of its columns, in characters. */
export const TABLE_WIDTHS = [8, 32, 12, 18, 28, 8, 12, 12, 10, 16, 28, 14, 16, 20];
