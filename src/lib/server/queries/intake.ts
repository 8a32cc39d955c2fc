/** Intake batches, their files, and what people decided where the programme asks. */
import { sql } from 'kysely';
import type { BatchPurpose, HeldReason, IntakeDecisionsTable, ItemOutcome, ItemState } from '../database/schema.ts';
import type { Reads, Writes } from './connection.ts';
import { storedJson, storedText } from './stored-text.ts';

export interface Batch {
  batch: number;
  /** Report year the files are meant for; null: any. */
  year: number | null;
  purpose: BatchPurpose;
  origin: string;
  actor: string;
  startedAt: string;
}
export interface BatchItem {
  item: number;
  /** As sent, with folders and archive before it. */
  name: string;
  /** null where nothing could be had of it. */
  sha256: string | null;
  state: ItemState;
  outcome: ItemOutcome | null;
  detail: { refused?: string };
}

const BATCH = ['batch', 'year', 'purpose', 'origin', 'actor', 'started_at as startedAt'] as const;

/** The batch that asks about a report. */
const HELD_BY = sql<number>`(outcome_detail ->> 'batch')::integer`;

/** Opens a batch; its number. The county is locked by the caller (`changeCounty`). */
export async function insertBatch(trx: Writes, countyId: number, batch: Omit<Batch, 'batch' | 'startedAt'>): Promise<number> {
  const { last } = await trx.selectFrom('intake_batches').select((eb) => eb.fn.max('batch').as('last')).where('county_id', '=', countyId).executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  await trx.insertInto('intake_batches').values({ county_id: countyId, batch: number, year: batch.year, purpose: batch.purpose, origin: batch.origin, actor: batch.actor }).execute();
  return number;
}

export async function batchByNumber(db: Reads, countyId: number, batch: number): Promise<Batch | undefined> {
  return db.selectFrom('intake_batches').select(BATCH).where('county_id', '=', countyId).where('batch', '=', batch).executeTakeFirst();
}

/** The batch with which a document came last; undefined where it came without one. */
export async function batchOfDocument(db: Reads, countyId: number, sha256: string): Promise<Batch | undefined> {
  return db.selectFrom('intake_batches').select(BATCH).where('county_id', '=', countyId)
    .where('batch', '=', (eb) => eb.selectFrom('intake_items as i').select((of) => of.fn.max('i.batch').as('last')).where('i.county_id', '=', countyId).where('i.sha256', '=', sha256))
    .executeTakeFirst();
}

/** The latest batches, the last one first: how many of their files are still to be read, and how many reports wait for a person. */
export async function listBatches(db: Reads, countyId: number, limit: number): Promise<(Batch & { waiting: number; held: number })[]> {
  const batches = await db.selectFrom('intake_batches').select(BATCH).where('county_id', '=', countyId).orderBy('batch', 'desc').limit(limit).execute();
  const waiting = await db.selectFrom('intake_items').select((eb) => ['batch', eb.fn.countAll<number>().as('n')])
    .where('county_id', '=', countyId).where('state', '=', 'waiting').groupBy('batch').execute();
  const held = await db.selectFrom('document_parts').select((eb) => [HELD_BY.as('batch'), eb.fn.countAll<number>().as('n')])
    .where('county_id', '=', countyId).where('outcome', '=', 'held').groupBy(HELD_BY).execute();
  const of = (counts: readonly { batch: number; n: number }[], batch: number): number => counts.find((count) => count.batch === batch)?.n ?? 0;
  return batches.map((batch) => ({ ...batch, waiting: of(waiting, batch.batch), held: of(held, batch.batch) }));
}

/** Files of a batch in the order in which they came. */
export async function itemsOfBatch(db: Reads, countyId: number, batch: number): Promise<BatchItem[]> {
  return db.selectFrom('intake_items').select(['item', 'name', 'sha256', 'state', 'outcome', 'detail'])
    .where('county_id', '=', countyId).where('batch', '=', batch).orderBy('item').execute();
}

export interface NewItem {
  name: string;
  sha256: string | null;
  /** A spreadsheet is read after the others. */
  last: boolean;
  state: ItemState;
  outcome: ItemOutcome | null;
  detail: { refused?: string };
  actor: string;
}

/** Adds a file to a batch; its number. The county is locked by the caller. */
export async function insertItem(trx: Writes, countyId: number, batch: number, item: NewItem): Promise<number> {
  const { last } = await trx.selectFrom('intake_items').select((eb) => eb.fn.max('item').as('last')).where('county_id', '=', countyId).where('batch', '=', batch).executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  await trx.insertInto('intake_items').values({ county_id: countyId, batch, item: number, ...item, name: storedText(item.name), detail: storedJson(item.detail) }).execute();
  return number;
}

/** What became of a file that waited. Whoever comes second changes nothing. */
export async function settleItem(trx: Writes, countyId: number, { batch, item }: ItemKey, settled: { state: 'done'; outcome: ItemOutcome } | { state: 'failed' }): Promise<void> {
  await trx.updateTable('intake_items')
    .set({ state: settled.state, outcome: settled.state === 'done' ? settled.outcome : null, changed_at: sql<string>`now()` })
    .where('county_id', '=', countyId).where('batch', '=', batch).where('item', '=', item).where('state', '=', 'waiting').execute();
}

/** Files of a batch wait again: those that failed, or those of a document. */
export async function readAgain(trx: Writes, countyId: number, batch: number, which: 'failed' | { sha256: string }): Promise<void> {
  await trx.updateTable('intake_items').set({ state: 'waiting', outcome: null, changed_at: sql<string>`now()` })
    .where('county_id', '=', countyId).where('batch', '=', batch).where('sha256', 'is not', null)
    .where((eb) => (which === 'failed' ? eb('state', '=', 'failed') : eb.and([eb('sha256', '=', which.sha256), eb('state', '=', 'done'), eb('outcome', '<>', 'refused')]))).execute();
}

export interface ItemKey {
  batch: number;
  item: number;
}
export interface WaitingItem extends ItemKey {
  countyId: number;
  name: string;
  sha256: string;
  actor: string;
}

/** Files of all counties that wait to be read, in their order: batch by batch, spreadsheets after the others of their batch. */
export async function waitingItems(db: Reads, limit: number): Promise<WaitingItem[]> {
  const rows = await db.selectFrom('intake_items').select(['county_id as countyId', 'batch', 'item', 'name', 'sha256', 'actor'])
    .where('state', '=', 'waiting').orderBy('county_id').orderBy('batch').orderBy('last').orderBy('item').limit(limit).execute();
  return rows.flatMap(({ sha256, ...row }) => (sha256 === null ? [] : [{ ...row, sha256 }]));
}

/** Versions of a filing that were read from files of a batch: what another file of the same batch is compared with. */
export async function versionsOfBatch(db: Reads, key: { countyId: number; body: string; year: number; scope: 'own' | 'rollup' }, batch: number): Promise<{ version: number; sha256: string }[]> {
  return db.selectFrom('reports as r').select(['r.version', 'r.sha256'])
    .where('r.county_id', '=', key.countyId).where('r.body_code', '=', key.body).where('r.year', '=', key.year).where('r.scope', '=', key.scope)
    .where((eb) => eb.exists(eb.selectFrom('intake_items as i').select('i.item').whereRef('i.county_id', '=', 'r.county_id').whereRef('i.sha256', '=', 'r.sha256').where('i.batch', '=', batch)))
    .orderBy('r.version').execute();
}

export interface Decision {
  sha256: string;
  part: number;
  held: HeldReason;
  decision: IntakeDecisionsTable['decision'];
  actor: string;
}

export async function insertDecision(trx: Writes, countyId: number, decision: Decision): Promise<void> {
  await trx.insertInto('intake_decisions').values({ county_id: countyId, sha256: decision.sha256, part: decision.part, held: decision.held, decision: decision.decision, actor: decision.actor }).execute();
}

/** What was decided last about a report that was held. */
export async function lastDecision(db: Reads, countyId: number, sha256: string, part: number): Promise<Decision['decision'] | undefined> {
  return (await db.selectFrom('intake_decisions').select('decision')
    .where('county_id', '=', countyId).where('sha256', '=', sha256).where('part', '=', part).orderBy('decision_id', 'desc').limit(1).executeTakeFirst())?.decision;
}

/** The last decision on each report that was held, of the documents of a batch. */
export async function decisionsOfBatch(db: Reads, countyId: number, batch: number): Promise<(Decision & { decidedAt: string })[]> {
  return db.selectFrom('intake_decisions as d').distinctOn(['d.sha256', 'd.part'])
    .select(['d.sha256', 'd.part', 'd.held', 'd.decision', 'd.actor', 'd.decided_at as decidedAt'])
    .where('d.county_id', '=', countyId)
    .where((eb) => eb.exists(eb.selectFrom('intake_items as i').select('i.item').whereRef('i.county_id', '=', 'd.county_id').whereRef('i.sha256', '=', 'd.sha256').where('i.batch', '=', batch)))
    .orderBy('d.sha256').orderBy('d.part').orderBy('d.decision_id', 'desc').execute();
}
