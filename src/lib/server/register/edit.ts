/** Single changes of the register. Each gives a refusal as a value, or null where it was kept. */
import type { Kysely } from 'kysely';
import type { BodyKind } from '../../checks/finding.ts';
import type { Schema } from '../database/schema.ts';
import { plainName } from '../ingest/match-body.ts';
import { checkBodiesOfYear } from '../ingest/neighbours.ts';
import { deleteBodyYear, insertBodies, listBodies, registerOfYear, replaceNames, saveBodyYear, updateBody, type Body, type BodyName, type RegisterYear } from '../queries/bodies.ts';
import type { Writes } from '../queries/connection.ts';
import { replaceContacts, type Contact } from '../queries/contacts.ts';
import { changeRegister, keepOrder, type Keeping } from './keep.ts';
import { newYear, nextCodes } from './plan.ts';
import { openName, renamed, respelt } from './register.ts';

export type Refusal =
  | { refused: 'no_body' | 'no_name' | 'rename_same' | 'nothing_to_undo' | 'not_listed' }
  | { refused: 'name_taken'; name: string; by: string }
  | { refused: 'rename_before'; since: string };

/** Who else goes by one of these names. */
function takenBy(bodies: readonly Body[], code: string | null, names: readonly string[]): Refusal | null {
  for (const name of names) {
    const other = bodies.find((body) => body.code !== code && body.names.some((each) => plainName(each.name) === plainName(name)));
    if (other) return { refused: 'name_taken', name, by: other.name };
  }
  return null;
}

async function withBody(db: Kysely<Schema>, keeping: Keeping, code: string, work: (trx: Writes, body: Body, bodies: Body[]) => Promise<Refusal | null>): Promise<Refusal | null> {
  return changeRegister(db, keeping, async (trx) => {
    const bodies = await listBodies(trx, keeping.countyId);
    const body = bodies.find((each) => each.code === code);
    return body ? work(trx, body, bodies) : { refused: 'no_body' };
  });
}

export interface EditedBody {
  name: string;
  kind: BodyKind;
  aliases: string[];
  /** Null: not in the year's register. */
  year: Pick<RegisterYear, 'mustFile' | 'countyDueOn' | 'statutoryDueOn' | 'inRollup' | 'peerGroup' | 'note'> | null;
  contacts: Contact[];
}

/** Keeps a body as it was edited: spelling of its name, aliases, kind, and what is due of it in the year. */
export async function editBody(db: Kysely<Schema>, keeping: Keeping, code: string, year: number, edited: EditedBody): Promise<Refusal | null> {
  const { countyId, actor } = keeping;
  return withBody(db, keeping, code, async (trx, body, bodies) => {
    if (edited.name === '') return { refused: 'no_name' };
    const known = (name: string): boolean => body.names.some((each) => each.name === name);
    const taken = takenBy(bodies, code, [edited.name, ...edited.aliases].filter((name) => !known(name)));
    if (taken) return taken;
    const names = withAliases(openName(body.names)?.name === edited.name ? body.names : respelt(body.names, edited.name), edited.aliases, body.names);
    if (JSON.stringify(names) !== JSON.stringify(body.names)) await replaceNames(trx, countyId, code, names, actor);
    if (edited.kind !== body.kind) await updateBody(trx, countyId, code, { kind: edited.kind }, actor);
    if (edited.year === null) {
      await deleteBodyYear(trx, countyId, code, year);
      await checkBodiesOfYear(trx, countyId, year);
      return null;
    }
    const before = (await registerOfYear(trx, countyId, year)).find((each) => each.body === code) ?? newYear(code, edited.kind, year);
    await saveBodyYear(trx, countyId, { ...before, ...edited.year, inRollup: edited.kind !== 'government' && edited.year.inRollup }, actor);
    await replaceContacts(trx, countyId, code, year, edited.contacts, actor);
    await checkBodiesOfYear(trx, countyId, year);
    return null;
  });
}

/** Official names with their dates, then the aliases; those that stay keep their dates, and a spelling just put right stays an alias. */
function withAliases(names: readonly BodyName[], aliases: readonly string[], before: readonly BodyName[]): BodyName[] {
  const kept = (name: BodyName): boolean => name.role === 'name' || aliases.includes(name.name) || !before.some((each) => each.role === 'alias' && each.name === name.name);
  const rest = names.filter(kept);
  return [...rest, ...aliases.filter((alias) => !rest.some(({ name }) => name === alias)).map((name): BodyName => ({ name, role: 'alias', validFrom: null, validTo: null }))];
}

/** A new name of the same body from a day on. */
export async function renameBody(db: Kysely<Schema>, keeping: Keeping, code: string, name: string, from: string): Promise<Refusal | null> {
  return withBody(db, keeping, code, async (trx, body, bodies) => {
    const open = openName(body.names);
    if (name === '') return { refused: 'no_name' };
    if (open?.name === name) return { refused: 'rename_same' };
    if (open?.validFrom && open.validFrom >= from) return { refused: 'rename_before', since: open.validFrom };
    const taken = takenBy(bodies, code, [name]);
    if (taken) return taken;
    await replaceNames(trx, keeping.countyId, code, renamed(body.names, name, from), keeping.actor);
    return null;
  });
}

/** Takes the last rename back: the name before it is open again. */
export async function undoRename(db: Kysely<Schema>, keeping: Keeping, code: string): Promise<Refusal | null> {
  return withBody(db, keeping, code, async (trx, body) => {
    const [last, previous] = body.names.filter(({ role }) => role === 'name').reverse();
    if (!last || !previous) return { refused: 'nothing_to_undo' };
    await replaceNames(trx, keeping.countyId, code, body.names.filter((name) => name !== last).map((name) => (name === previous ? { ...name, validTo: null } : name)), keeping.actor);
    return null;
  });
}

/** Registers one body at the end of the register, and lists it in the year. */
export async function addBody(db: Kysely<Schema>, keeping: Keeping, name: string, kind: BodyKind, year: number): Promise<Refusal | { code: string }> {
  const { countyId, actor } = keeping;
  return changeRegister(db, keeping, async (trx): Promise<Refusal | { code: string }> => {
    const bodies = await listBodies(trx, countyId);
    if (name === '') return { refused: 'no_name' };
    const taken = takenBy(bodies, null, [name]);
    if (taken) return taken;
    const code = nextCodes(bodies)();
    await insertBodies(trx, countyId, [{ code, kind, sortOrder: bodies.length + 1, names: [{ name, role: 'name' }] }], actor);
    await saveBodyYear(trx, countyId, newYear(code, kind, year), actor);
    await keepOrder(trx, countyId, [...bodies.map((body) => body.code), code], actor);
    return { code };
  });
}

/** One date of the county for all that must file; the county government's report has its own. */
export async function setCountyDate(db: Kysely<Schema>, keeping: Keeping, year: number, day: string | null): Promise<number> {
  return changeRegister(db, keeping, async (trx) => {
    const kinds = new Map((await listBodies(trx, keeping.countyId)).map(({ code, kind }) => [code, kind]));
    const due = (await registerOfYear(trx, keeping.countyId, year)).filter(({ body, mustFile }) => mustFile && kinds.get(body) !== 'government');
    for (const each of due) await saveBodyYear(trx, keeping.countyId, { ...each, countyDueOn: day }, keeping.actor);
    return due.length;
  });
}

/** Puts the bodies into the order of these numbers; equal ones keep their old order. */
export async function setOrder(db: Kysely<Schema>, keeping: Keeping, places: ReadonlyMap<string, number>): Promise<void> {
  return changeRegister(db, keeping, async (trx) => {
    const codes = (await listBodies(trx, keeping.countyId)).map(({ code }, index) => ({ code, place: places.get(code) ?? index + 1 }));
    await keepOrder(trx, keeping.countyId, codes.sort((a, b) => a.place - b.place).map(({ code }) => code), keeping.actor);
  });
}
