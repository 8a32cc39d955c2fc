/** The register of bodies. */
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { BodyKind } from '../../checks/finding.ts';
import type { BodySuccessionsTable } from '../database/schema.ts';
import type { Reads, Writes } from './connection.ts';

export interface BodyName {
  name: string;
  role: 'name' | 'alias';
  /** YYYY-MM-DD; null where open. */
  validFrom: string | null;
  validTo: string | null;
}
export interface Body {
  code: string;
  kind: BodyKind;
  validFrom: string | null;
  validTo: string | null;
  /** The official name in use, or the last one. */
  name: string;
  /** All names and aliases, in the order they were entered. */
  names: BodyName[];
}
export interface Succession {
  predecessor: string;
  successor: string | null;
  kind: BodySuccessionsTable['kind'];
  happenedOn: string;
}
export interface NotedSuccession extends Succession {
  id: number;
  note: string | null;
}

const bodyQuery = (db: Reads, countyId: number) =>
  db.selectFrom('bodies')
    .where('bodies.county_id', '=', countyId)
    .select((eb) => [
      'bodies.code', 'bodies.kind', 'bodies.valid_from as validFrom', 'bodies.valid_to as validTo',
      jsonArrayFrom(
        eb.selectFrom('body_names')
          .whereRef('body_names.county_id', '=', 'bodies.county_id')
          .whereRef('body_names.body_code', '=', 'bodies.code')
          .select(['body_names.name', 'body_names.role', 'body_names.valid_from as validFrom', 'body_names.valid_to as validTo'])
          .orderBy('body_names.number'),
      ).as('names'),
    ]);

function withName(row: Omit<Body, 'name'>): Body {
  const official = row.names.filter((name) => name.role === 'name');
  return { ...row, name: (official.find((name) => name.validTo === null) ?? official.at(-1))?.name ?? row.code };
}

/** All bodies of a county in the order of the register. */
export async function listBodies(db: Reads, countyId: number): Promise<Body[]> {
  return (await bodyQuery(db, countyId).orderBy('bodies.sort_order').orderBy('bodies.code').execute()).map(withName);
}

export async function bodyByCode(db: Reads, countyId: number, code: string): Promise<Body | undefined> {
  const row = await bodyQuery(db, countyId).where('bodies.code', '=', code).executeTakeFirst();
  return row && withName(row);
}

/** Successions of a county, in order of time. */
export async function listSuccessions(db: Reads, countyId: number): Promise<Succession[]> {
  return db.selectFrom('body_successions')
    .select(['predecessor_code as predecessor', 'successor_code as successor', 'kind', 'happened_on as happenedOn'])
    .where('county_id', '=', countyId).orderBy('happened_on').orderBy('succession_id').execute();
}

/** Successions with what it takes to show and take them back, the latest first. */
export async function notedSuccessions(db: Reads, countyId: number): Promise<NotedSuccession[]> {
  return db.selectFrom('body_successions')
    .select(['succession_id as id', 'predecessor_code as predecessor', 'successor_code as successor', 'kind', 'happened_on as happenedOn', 'note'])
    .where('county_id', '=', countyId).orderBy('happened_on', 'desc').orderBy('succession_id', 'desc').execute();
}

export interface NewBody {
  code: string;
  kind: BodyKind;
  sortOrder: number;
  /** Dates only where a name is not the body's for all its time: a rename. */
  names: { name: string; role: 'name' | 'alias'; validFrom?: string | null; validTo?: string | null }[];
  validFrom?: string;
  validTo?: string;
}

/** Registers bodies with their names. */
export async function insertBodies(trx: Writes, countyId: number, bodies: NewBody[], actor: string): Promise<void> {
  for (const body of bodies) {
    await trx.insertInto('bodies').values({
      county_id: countyId, code: body.code, kind: body.kind, sort_order: body.sortOrder,
      valid_from: body.validFrom ?? null, valid_to: body.validTo ?? null, actor,
    }).execute();
    await trx.insertInto('body_names').values(body.names.map((name, index) => ({
      county_id: countyId, body_code: body.code, number: index + 1, name: name.name, role: name.role, valid_from: name.validFrom ?? null, valid_to: name.validTo ?? null, actor,
    }))).execute();
  }
}

export async function insertSuccession(trx: Writes, countyId: number, succession: Succession & { note?: string }, actor: string): Promise<void> {
  await trx.insertInto('body_successions').values({
    county_id: countyId, predecessor_code: succession.predecessor, successor_code: succession.successor,
    kind: succession.kind, happened_on: succession.happenedOn, note: succession.note ?? null, actor,
  }).execute();
}

export interface BodyYear {
  body: string;
  year: number;
  mustFile: boolean;
  countyDueOn: string | null;
  statutoryDueOn: string | null;
  inRollup: boolean;
  /** Of licensing, penalties, compulsion, fees; empty where not recorded. */
  powers?: string[];
  peerGroup?: string | null;
  population?: number | null;
}

/** Records what is due of a body in a year; a row that is there already stays as it is. */
export async function insertBodyYears(trx: Writes, countyId: number, years: BodyYear[], actor: string): Promise<void> {
  if (years.length === 0) return;
  await trx.insertInto('body_years').values(years.map((year) => ({
    county_id: countyId, body_code: year.body, year: year.year, must_file: year.mustFile,
    county_due_on: year.countyDueOn, statutory_due_on: year.statutoryDueOn, in_rollup: year.inRollup,
    powers: year.powers ?? [], peer_group: year.peerGroup ?? null, population: year.population ?? null, note: null, actor,
  }))).onConflict((conflict) => conflict.columns(['county_id', 'body_code', 'year']).doNothing()).execute();
}

export interface RegisterYear extends BodyYear {
  powers: string[];
  peerGroup: string | null;
  population: number | null;
  note: string | null;
}

/** The register of a year as it is kept, by body. */
export async function registerOfYear(db: Reads, countyId: number, year: number): Promise<RegisterYear[]> {
  return db.selectFrom('body_years')
    .select([
      'body_code as body', 'year', 'must_file as mustFile', 'county_due_on as countyDueOn', 'statutory_due_on as statutoryDueOn', 'in_rollup as inRollup',
      'powers', 'peer_group as peerGroup', 'population', 'note',
    ])
    .where('county_id', '=', countyId).where('year', '=', year).orderBy('body_code').execute();
}

/** Records a body's year, in place of what was there; empties are kept as empties. */
export async function saveBodyYear(trx: Writes, countyId: number, year: RegisterYear, actor: string): Promise<void> {
  const kept = {
    must_file: year.mustFile, county_due_on: year.countyDueOn, statutory_due_on: year.statutoryDueOn, in_rollup: year.inRollup,
    powers: year.powers, peer_group: year.peerGroup, population: year.population, note: year.note, actor,
  };
  await trx.insertInto('body_years').values({ county_id: countyId, body_code: year.body, year: year.year, ...kept })
    .onConflict((conflict) => conflict.columns(['county_id', 'body_code', 'year']).doUpdateSet(kept)).execute();
}

/** Takes a body out of a year's register, contacts included. */
export async function deleteBodyYear(trx: Writes, countyId: number, body: string, year: number): Promise<void> {
  await trx.deleteFrom('body_years').where('county_id', '=', countyId).where('body_code', '=', body).where('year', '=', year).execute();
}

/** Kind and place in the official order. */
export async function updateBody(trx: Writes, countyId: number, code: string, body: { kind?: BodyKind; sortOrder?: number }, actor: string): Promise<void> {
  await trx.updateTable('bodies')
    .set({ ...(body.kind !== undefined && { kind: body.kind }), ...(body.sortOrder !== undefined && { sort_order: body.sortOrder }), actor })
    .where('county_id', '=', countyId).where('code', '=', code).execute();
}

/** Puts these names in place of all names of the body, numbered in this order. */
export async function replaceNames(trx: Writes, countyId: number, code: string, names: readonly BodyName[], actor: string): Promise<void> {
  await trx.deleteFrom('body_names').where('county_id', '=', countyId).where('body_code', '=', code).execute();
  await trx.insertInto('body_names').values(names.map((name, index) => ({
    county_id: countyId, body_code: code, number: index + 1, name: name.name, role: name.role, valid_from: name.validFrom, valid_to: name.validTo, actor,
  }))).execute();
}

/** Takes a succession back. */
export async function deleteSuccession(trx: Writes, countyId: number, id: number): Promise<void> {
  await trx.deleteFrom('body_successions').where('county_id', '=', countyId).where('succession_id', '=', id).execute();
}
