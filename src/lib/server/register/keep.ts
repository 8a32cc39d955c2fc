/** Keeps changes of the register: whole or not at all, under the county's lock. */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { checkAgain, checkBodiesOfYear } from '../ingest/neighbours.ts';
import {
  deleteBodyYear, deleteSuccession, insertBodies, insertSuccession, listBodies, listSuccessions, notedSuccessions, registerOfYear, replaceNames, saveBodyYear, updateBody,
  type Succession,
} from '../queries/bodies.ts';
import type { Reads, Writes } from '../queries/connection.ts';
import { contactsOfYear, replaceContacts, type Contact } from '../queries/contacts.ts';
import { changeCounty, countyById } from '../queries/counties.ts';
import type { ColumnKey, RegisterRow } from './parse-register.ts';
import { planCopy, planLoad, type Plan } from './plan.ts';
import type { Register } from './register.ts';

export async function readRegister(db: Reads, countyId: number, year: number): Promise<Register> {
  const [bodies, years, people] = [await listBodies(db, countyId), await registerOfYear(db, countyId, year), await contactsOfYear(db, countyId, year)];
  const contacts = new Map<string, Contact[]>();
  for (const { body, ...contact } of people) contacts.set(body, [...(contacts.get(body) ?? []), contact]);
  return { year, bodies, years: new Map(years.map((each) => [each.body, each])), contacts };
}

export interface Keeping {
  countyId: number;
  actor: string;
}

/** A transaction on the register: locks the county, bumps its version. */
export const changeRegister = <T>(db: Kysely<Schema>, { countyId }: Keeping, work: (trx: Writes) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    return work(trx);
  });

class Outdated extends Error {}

/** The plan that was kept, or null where the county's data changed since `shownVersion`: then nothing is kept. */
async function keepShown(db: Kysely<Schema>, keeping: Keeping, shownVersion: number, planned: (trx: Writes) => Promise<Plan>): Promise<Plan | null> {
  try {
    return await changeRegister(db, keeping, async (trx) => {
      if ((await countyById(trx, keeping.countyId))?.dataVersion !== shownVersion + 1) throw new Outdated();
      const plan = await planned(trx);
      await keepPlan(trx, keeping, plan);
      await checkBodiesOfYear(trx, keeping.countyId, plan.year);
      return plan;
    });
  } catch (error) {
    if (error instanceof Outdated) return null;
    throw error;
  }
}

export async function keepLoad(
  db: Kysely<Schema>, keeping: Keeping, shownVersion: number, load: { rows: RegisterRow[]; columns: ReadonlySet<ColumnKey>; year: number; removeAbsent: boolean },
): Promise<Plan | null> {
  return keepShown(db, keeping, shownVersion, async (trx) => {
    const planned = planLoad(load.rows, load.columns, await readRegister(trx, keeping.countyId, load.year), load.removeAbsent);
    if ('problems' in planned) throw new Outdated();
    return planned.plan;
  });
}

export async function keepCopy(db: Kysely<Schema>, keeping: Keeping, shownVersion: number, from: number, to: number): Promise<Plan | null> {
  return keepShown(db, keeping, shownVersion, async (trx) =>
    planCopy(await readRegister(trx, keeping.countyId, from), await readRegister(trx, keeping.countyId, to), await listSuccessions(trx, keeping.countyId)));
}

async function keepPlan(trx: Writes, { countyId, actor }: Keeping, { year: reportYear, changes, order }: Plan): Promise<void> {
  const before = new Set((await listBodies(trx, countyId)).map(({ code }) => code));
  for (const { code, kind, names, state, year, contacts, differences } of changes) {
    if (state === 'same' || state === 'left_out') continue;
    if (!before.has(code)) await insertBodies(trx, countyId, [{ code, kind, sortOrder: order.indexOf(code) + 1, names }], actor);
    else if (differences.some(({ field }) => field === 'kind')) await updateBody(trx, countyId, code, { kind }, actor);
    if (before.has(code) && differences.some(({ field }) => ['name', 'spelling', 'alias'].includes(field))) await replaceNames(trx, countyId, code, names, actor);
    if (year) await saveBodyYear(trx, countyId, year, actor);
    if (state === 'removed') await deleteBodyYear(trx, countyId, code, reportYear);
    if (year) await replaceContacts(trx, countyId, code, year.year, contacts, actor);
  }
  await keepOrder(trx, countyId, order, actor);
}

/** Numbers the bodies anew in this order; bodies that it does not name follow in their old one. */
export async function keepOrder(trx: Writes, countyId: number, order: readonly string[], actor: string): Promise<void> {
  const bodies = await listBodies(trx, countyId);
  const codes = [...order, ...bodies.map(({ code }) => code).filter((code) => !order.includes(code))];
  if (codes.join() === bodies.map(({ code }) => code).join()) return;
  for (const [index, code] of codes.entries()) await updateBody(trx, countyId, code, { sortOrder: index + 1 }, actor);
}

/** Enters a succession, and evaluates again the reports that are judged by it; false where it is there already. */
export async function enterSuccession(db: Kysely<Schema>, keeping: Keeping, succession: Succession & { note?: string }): Promise<boolean> {
  return changeRegister(db, keeping, async (trx) => {
    const known = (await listSuccessions(trx, keeping.countyId)).some(({ predecessor, successor, kind, happenedOn }) =>
      predecessor === succession.predecessor && successor === succession.successor && kind === succession.kind && happenedOn === succession.happenedOn);
    if (known) return false;
    await insertSuccession(trx, keeping.countyId, succession, keeping.actor);
    await checkAgain(trx, keeping.countyId, bodiesOf(succession), Number(succession.happenedOn.slice(0, 4)));
    return true;
  });
}

/** Takes a succession back; false where there is none. */
export async function takeBackSuccession(db: Kysely<Schema>, keeping: Keeping, id: number): Promise<boolean> {
  return changeRegister(db, keeping, async (trx) => {
    const succession = (await notedSuccessions(trx, keeping.countyId)).find((each) => each.id === id);
    if (!succession) return false;
    await deleteSuccession(trx, keeping.countyId, id);
    await checkAgain(trx, keeping.countyId, bodiesOf(succession), Number(succession.happenedOn.slice(0, 4)));
    return true;
  });
}

const bodiesOf = ({ predecessor, successor }: Succession): string[] => (successor === null ? [predecessor] : [predecessor, successor]);
