/** What was received as a list: a row for every report in a document, and one for a document without a report. */
import { sql, type SqlBool } from 'kysely';
import type { Scope } from '../../recognition/report.ts';
import type { OutcomeDetail, PartOutcome } from '../database/schema.ts';
import type { Reads } from './connection.ts';

/** What became of a row: of the report, or of a document in which there is none. */
export type ReceivedState = PartOutcome | 'received' | 'unreadable' | 'not_a_report';

export interface ReceivedRow {
  sha256: string;
  name: string;
  receivedOn: string | null;
  ingestedAt: string;
  state: ReceivedState;
  detail: OutcomeDetail;
  /** Null of a document without a report. */
  part: number | null;
  /** Name of the body as read. */
  body: string | null;
  year: number | null;
  scope: Scope | null;
  /** The last batch it came with. */
  batch: number | null;
}
export interface ReceivedFilter {
  states?: readonly ReceivedState[];
  year?: number;
  batch?: number;
}

const STATE = sql<ReceivedState>`case when d.outcome <> 'read' then d.outcome when p.part is null then 'not_a_report' else p.outcome end`;

const received = (db: Reads, countyId: number, { states, year, batch }: ReceivedFilter) => {
  let query = db.selectFrom('documents as d')
    .leftJoin('document_parts as p', (join) => join.onRef('p.county_id', '=', 'd.county_id').onRef('p.sha256', '=', 'd.sha256').on(sql<SqlBool>`d.outcome = 'read'`))
    .where('d.county_id', '=', countyId);
  if (states !== undefined) query = query.where(STATE, 'in', [...states]);
  if (year !== undefined) query = query.where('p.read_year', '=', year);
  if (batch !== undefined)
    query = query.where((eb) => eb.exists(eb.selectFrom('intake_items as i').select('i.item').whereRef('i.county_id', '=', 'd.county_id').whereRef('i.sha256', '=', 'd.sha256').where('i.batch', '=', batch)));
  return query;
};

/** A page of what was received, the newest first. */
export async function listReceived(db: Reads, countyId: number, filter: ReceivedFilter, page: { limit: number; offset: number }): Promise<ReceivedRow[]> {
  return received(db, countyId, filter)
    .select((eb) => [
      'd.sha256', 'd.name', 'd.received_on as receivedOn', 'd.ingested_at as ingestedAt', STATE.as('state'),
      sql<OutcomeDetail>`coalesce(p.outcome_detail, d.outcome_detail)`.as('detail'), 'p.part', 'p.read_body as body', 'p.read_year as year', 'p.read_scope as scope',
      eb.selectFrom('intake_items as i').select((of) => of.fn.max('i.batch').as('last')).whereRef('i.county_id', '=', 'd.county_id').whereRef('i.sha256', '=', 'd.sha256').as('batch'),
    ])
    .orderBy('d.ingested_at', 'desc').orderBy('d.name').orderBy('d.sha256').orderBy('p.part').limit(page.limit).offset(page.offset).execute();
}

/** How many rows of each state there are. */
export async function countReceived(db: Reads, countyId: number, filter: ReceivedFilter): Promise<{ state: ReceivedState; n: number }[]> {
  return received(db, countyId, filter).select((eb) => [STATE.as('state'), eb.fn.countAll<number>().as('n')]).groupBy(STATE).orderBy(STATE).execute();
}

/** Years that were read in what was received, the latest first. */
export async function yearsReceived(db: Reads, countyId: number): Promise<number[]> {
  const rows = await db.selectFrom('document_parts').select('read_year as year').distinct().where('county_id', '=', countyId).where('read_year', 'is not', null).orderBy('read_year', 'desc').execute();
  return rows.flatMap(({ year }) => (year === null ? [] : [year]));
}

/** Documents of a batch with their reports, for the files of the batch. */
export async function receivedInBatch(db: Reads, countyId: number, batch: number): Promise<ReceivedRow[]> {
  return received(db, countyId, { batch })
    .select(['d.sha256', 'd.name', 'd.received_on as receivedOn', 'd.ingested_at as ingestedAt', STATE.as('state'),
      sql<OutcomeDetail>`coalesce(p.outcome_detail, d.outcome_detail)`.as('detail'), 'p.part', 'p.read_body as body', 'p.read_year as year', 'p.read_scope as scope', sql<number | null>`${batch}::integer`.as('batch')])
    .orderBy('d.sha256').orderBy('p.part').execute();
}
