/** What is due and what came. */
import { sql, type Selectable } from 'kysely';
import type { BodyKind } from '../../checks/finding.ts';
import type { Scope } from '../../recognition/report.ts';
import type { FilingEventKind, FilingEventsTable, SaidHow } from '../database/schema.ts';
import { filingColumns, type FilingKey, type Reads, type Writes } from './connection.ts';
import { storedJson } from './stored-text.ts';

/** Years in which something is due or came, the latest first. */
export async function listYears(db: Reads, countyId: number): Promise<number[]> {
  const rows = await db.selectFrom('body_years').select('year').where('county_id', '=', countyId)
    .union(db.selectFrom('filings').select('year').where('county_id', '=', countyId))
    .orderBy('year', 'desc').execute();
  return rows.map((row) => row.year);
}

export interface DueFiling {
  body: string;
  kind: BodyKind;
  year: number;
  /** Where nothing is recorded for the body and year: not due. */
  mustFile: boolean;
  /** Whether the body counts in the sum of bodies; never the county government. */
  inRollup: boolean;
  countyDueOn: string | null;
  statutoryDueOn: string | null;
  /** Scopes of which a version counts. */
  received: { scope: Scope; version: number; receivedOn: string | null; ingestedAt: string }[];
}

/**
 * The bodies of a county in a year, in the order of the register: what is due of each and what came. Bodies of which
 * nothing is due and nothing came are left out.
 */
export async function filingsOfYear(db: Reads, countyId: number, year: number): Promise<DueFiling[]> {
  const bodies = await db.selectFrom('bodies as b')
    .leftJoin('body_years as y', (join) => join.onRef('y.county_id', '=', 'b.county_id').onRef('y.body_code', '=', 'b.code').on('y.year', '=', year))
    .select([
      'b.code as body', 'b.kind', 'y.must_file as mustFile', 'y.in_rollup as inRollup', 'y.county_due_on as countyDueOn', 'y.statutory_due_on as statutoryDueOn',
    ])
    .where('b.county_id', '=', countyId).orderBy('b.sort_order').orderBy('b.code').execute();
  const received = await db.selectFrom('report_current as c')
    .innerJoin('reports as r', (join) => join
      .onRef('r.county_id', '=', 'c.county_id').onRef('r.body_code', '=', 'c.body_code').onRef('r.year', '=', 'c.year')
      .onRef('r.scope', '=', 'c.scope').onRef('r.version', '=', 'c.version'))
    .innerJoin('documents as d', (join) => join.onRef('d.county_id', '=', 'r.county_id').onRef('d.sha256', '=', 'r.sha256'))
    .select(['c.body_code as body', 'c.scope', 'c.version', 'd.received_on as receivedOn', 'r.ingested_at as ingestedAt'])
    .where('c.county_id', '=', countyId).where('c.year', '=', year).orderBy('c.body_code').orderBy('c.scope').execute();
  return bodies
    .map((row) => ({
      ...row, year, mustFile: row.mustFile ?? false, inRollup: row.kind !== 'government' && (row.inRollup ?? false),
      received: received.filter((filing) => filing.body === row.body).map(({ body: _body, ...filing }) => filing),
    }))
    .filter((filing) => filing.mustFile || filing.received.length > 0);
}

/** Of every year: bodies that must file, and those of them of which a version counts (any scope). The latest year first. */
export async function coverageByYear(db: Reads, countyId: number): Promise<{ year: number; due: number; received: number }[]> {
  return db.selectFrom('body_years as y')
    .select((eb) => [
      'y.year',
      eb.fn.countAll<number>().as('due'),
      eb.fn.countAll<number>().filterWhere(({ exists, selectFrom }) => exists(
        selectFrom('report_current as c').select(sql`1`.as('one'))
          .whereRef('c.county_id', '=', 'y.county_id').whereRef('c.body_code', '=', 'y.body_code').whereRef('c.year', '=', 'y.year'),
      )).as('received'),
    ])
    .where('y.county_id', '=', countyId).where('y.must_file', '=', true).groupBy('y.year').orderBy('y.year', 'desc').execute();
}

export interface FilingEvent {
  id: number;
  /** How it came: ingest, web; board where a person entered it. */
  origin: string;
  kind: FilingEventKind;
  dated: string | null;
  dateSource: string | null;
  detail: Selectable<FilingEventsTable>['detail'];
  actor: string;
  happenedAt: string;
}

/** History of a filing, the oldest first. */
export async function filingEvents(db: Reads, key: FilingKey): Promise<FilingEvent[]> {
  return db.selectFrom('filing_events')
    .select(['event_id as id', 'origin', 'kind', 'dated', 'date_source as dateSource', 'detail', 'actor', 'happened_at as happenedAt'])
    .where((eb) => eb.and(filingColumns(key))).orderBy('event_id').execute();
}

/** History of every filing of the years, in order. */
export async function filingEventsOfYears(db: Reads, countyId: number, years: readonly number[]): Promise<(FilingEvent & { body: string; year: number; scope: Scope })[]> {
  if (years.length === 0) return [];
  return db.selectFrom('filing_events')
    .select(['body_code as body', 'year', 'scope', 'event_id as id', 'origin', 'kind', 'dated', 'date_source as dateSource', 'detail', 'actor', 'happened_at as happenedAt'])
    .where('county_id', '=', countyId).where('year', 'in', [...years]).orderBy('event_id').execute();
}

/** Versions of every filing of a year: the last one, and the one that counts. */
export async function versionsOfYear(db: Reads, countyId: number, year: number): Promise<{ body: string; scope: Scope; last: number; current: number | null }[]> {
  return db.selectFrom('reports as r')
    .leftJoin('report_current as c', (join) => join
      .onRef('c.county_id', '=', 'r.county_id').onRef('c.body_code', '=', 'r.body_code').onRef('c.year', '=', 'r.year').onRef('c.scope', '=', 'r.scope'))
    .select((eb) => ['r.body_code as body', 'r.scope', eb.fn.max('r.version').as('last'), 'c.version as current'])
    .where('r.county_id', '=', countyId).where('r.year', '=', year).groupBy(['r.body_code', 'r.scope', 'c.version']).orderBy('r.body_code').orderBy('r.scope').execute();
}

export interface FilingContact {
  body: string;
  on: string;
  how: SaidHow;
  person: string | null;
  note: string;
  promisedOn: string | null;
  actor: string;
}

/** Calls and promises of a year, the latest first. */
export async function contactsOfYear(db: Reads, countyId: number, year: number): Promise<FilingContact[]> {
  return db.selectFrom('filing_contacts')
    .select(['body_code as body', 'contacted_on as on', 'how', 'person', 'note', 'promised_on as promisedOn', 'actor'])
    .where('county_id', '=', countyId).where('year', '=', year).orderBy('contact_id', 'desc').execute();
}

export async function insertContact(trx: Writes, key: FilingKey, contact: Omit<FilingContact, 'body'>): Promise<void> {
  await trx.insertInto('filing_contacts').values({
    ...filingColumns(key), contacted_on: contact.on, how: contact.how, person: contact.person, note: contact.note, promised_on: contact.promisedOn, actor: contact.actor,
  }).execute();
}

/** Opens the filing if it is not there. */
export async function ensureFiling(trx: Writes, key: FilingKey, actor: string): Promise<void> {
  await trx.insertInto('filings').values({ ...filingColumns(key), actor })
    .onConflict((conflict) => conflict.columns(['county_id', 'body_code', 'year', 'scope']).doNothing()).execute();
}

export async function insertFilingEvent(
  trx: Writes, key: FilingKey,
  event: { kind: FilingEventKind; dated?: string; dateSource?: string; detail: FilingEvent['detail']; origin: string; actor: string },
): Promise<void> {
  await trx.insertInto('filing_events').values({
    ...filingColumns(key), kind: event.kind, dated: event.dated ?? null, date_source: event.dateSource ?? null,
    detail: storedJson(event.detail), origin: event.origin, actor: event.actor,
  }).execute();
}
