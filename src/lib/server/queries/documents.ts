/** Everything that was received. */
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Scope } from '../../recognition/report.ts';
import type { DocumentOutcome, OutcomeDetail, PartOutcome } from '../database/schema.ts';
import type { FilingKey, Reads, Writes } from './connection.ts';
import { filingColumns } from './connection.ts';
import { storedJson, storedText, storedTextOrNull } from './stored-text.ts';

export interface DocumentPart {
  part: number;
  outcome: PartOutcome;
  detail: OutcomeDetail;
  title: string | null;
  /** Body, year and scope as read, null where not recognised. */
  body: string | null;
  year: number | null;
  scope: Scope | null;
}
export interface ReceivedDocument {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
  outcome: DocumentOutcome;
  detail: OutcomeDetail;
  receivedOn: string | null;
  ingestedAt: string;
  actor: string;
  parts: DocumentPart[];
}

const documentQuery = (db: Reads, countyId: number) =>
  db.selectFrom('documents')
    .where('documents.county_id', '=', countyId)
    .select((eb) => [
      'documents.sha256', 'documents.name', 'documents.media_type as mediaType', 'documents.size', 'documents.outcome', 'documents.outcome_detail as detail',
      'documents.received_on as receivedOn', 'documents.ingested_at as ingestedAt', 'documents.actor',
      jsonArrayFrom(
        eb.selectFrom('document_parts as p')
          .whereRef('p.county_id', '=', 'documents.county_id').whereRef('p.sha256', '=', 'documents.sha256')
          .select(['p.part', 'p.outcome', 'p.outcome_detail as detail', 'p.read_title as title', 'p.read_body as body', 'p.read_year as year', 'p.read_scope as scope'])
          .orderBy('p.part'),
      ).as('parts'),
    ]);

/** All documents of a county without their bytes, the newest first. */
export async function listDocuments(db: Reads, countyId: number): Promise<ReceivedDocument[]> {
  return documentQuery(db, countyId).orderBy('documents.ingested_at', 'desc').orderBy('documents.name').execute();
}

export type StoredDocument = Pick<ReceivedDocument, 'sha256' | 'name' | 'parts'>;

/**
 * Documents that were worked on, for reading them again: by the first year of their reports, so that each report comes
 * after last year's; attachments after what they are attached to.
 */
export async function documentsByYear(db: Reads, countyId: number): Promise<StoredDocument[]> {
  const documents = await documentQuery(db, countyId).where('documents.outcome', '<>', 'received').orderBy('documents.ingested_at').orderBy('documents.sha256').execute();
  const yearOf = ({ parts }: StoredDocument): number => Math.min(...parts.map(({ detail, year }) => detail.year ?? year ?? Infinity));
  const attached = ({ parts }: StoredDocument): number => Number(parts.some(({ outcome }) => outcome === 'same_figures'));
  return documents.map((document) => ({ sha256: document.sha256, name: document.name, parts: document.parts, order: [yearOf(document), attached(document)] as const }))
    .sort((one, other) => (one.order[0] === other.order[0] ? one.order[1] - other.order[1] : one.order[0] < other.order[0] ? -1 : 1))
    .map(({ order: _order, ...document }) => document);
}

/** One document without its bytes. */
export async function documentByHash(db: Reads, countyId: number, sha256: string): Promise<ReceivedDocument | undefined> {
  return documentQuery(db, countyId).where('documents.sha256', '=', sha256).executeTakeFirst();
}

/** The document itself. */
export async function documentBytes(db: Reads, countyId: number, sha256: string): Promise<{ name: string; mediaType: string; bytes: Uint8Array } | undefined> {
  return db.selectFrom('documents').select(['name', 'media_type as mediaType', 'bytes'])
    .where('county_id', '=', countyId).where('sha256', '=', sha256).executeTakeFirst();
}

/** Documents that were stored but not worked to the end (the programme was stopped), or whose body is not in the register. */
export async function unfinishedDocuments(db: Reads, countyId: number): Promise<{ sha256: string; name: string }[]> {
  return db.selectFrom('documents').select(['documents.sha256', 'documents.name'])
    .where('documents.county_id', '=', countyId)
    .where((eb) => eb.or([
      eb('documents.outcome', '=', 'received'),
      eb.exists(eb.selectFrom('document_parts as p').select('p.part')
        .whereRef('p.county_id', '=', 'documents.county_id').whereRef('p.sha256', '=', 'documents.sha256').where('p.outcome', '=', 'body_unknown')),
    ]))
    .orderBy('documents.ingested_at').orderBy('documents.sha256').execute();
}

export interface WaitingBody {
  /** Name as read; null where no name was recognised. */
  body: string | null;
  documents: { sha256: string; name: string; part: number; year: number | null; scope: Scope | null; title: string | null; detail: OutcomeDetail }[];
}

/** Documents that wait for their body, grouped by the name that was read in them. */
export async function waitingBodies(db: Reads, countyId: number): Promise<WaitingBody[]> {
  const rows = await db.selectFrom('document_parts as p')
    .innerJoin('documents as d', (join) => join.onRef('d.county_id', '=', 'p.county_id').onRef('d.sha256', '=', 'p.sha256'))
    .select(['p.read_body as body', 'p.sha256', 'd.name', 'p.part', 'p.read_year as year', 'p.read_scope as scope', 'p.read_title as title', 'p.outcome_detail as detail'])
    .where('p.county_id', '=', countyId).where('p.outcome', '=', 'body_unknown')
    .orderBy('p.read_body').orderBy('p.read_year').orderBy('d.name').execute();
  const groups = new Map<string | null, WaitingBody>();
  for (const { body, ...document } of rows) {
    const group = groups.get(body) ?? { body, documents: [] };
    groups.set(body, group);
    group.documents.push(document);
  }
  return [...groups.values()];
}

export interface NewDocument {
  sha256: string;
  name: string;
  bytes: Uint8Array;
  receivedOn?: string;
  actor: string;
}

/** Stores the bytes; false where they are there already (the first name stays). */
export async function insertDocument(trx: Writes, countyId: number, document: NewDocument): Promise<boolean> {
  const inserted = await trx.insertInto('documents').values({
    county_id: countyId, sha256: document.sha256, name: storedText(document.name), media_type: 'application/octet-stream', size: document.bytes.byteLength,
    bytes: document.bytes, outcome: 'received', outcome_detail: '{}', received_on: document.receivedOn ?? null, actor: document.actor,
  }).onConflict((conflict) => conflict.columns(['county_id', 'sha256']).doNothing()).returning('sha256').executeTakeFirst();
  return inserted !== undefined;
}

/** What became of the document as a whole; `name` is the one it was read under, which counts for reading it again. */
export async function setDocumentOutcome(
  trx: Writes, countyId: number, sha256: string, outcome: { outcome: DocumentOutcome; mediaType: string; name?: string; detail?: OutcomeDetail },
): Promise<void> {
  await trx.updateTable('documents').set({ outcome: outcome.outcome, ...(outcome.name !== undefined && { name: storedText(outcome.name) }), media_type: outcome.mediaType, outcome_detail: storedJson(outcome.detail ?? {}) })
    .where('county_id', '=', countyId).where('sha256', '=', sha256).execute();
}

/** What became of one report in the document; replaces what was said of it before. */
export async function setPartOutcome(trx: Writes, countyId: number, sha256: string, part: DocumentPart, readerVersion: number): Promise<void> {
  const columns = {
    outcome: part.outcome, outcome_detail: storedJson(part.detail), read_title: storedTextOrNull(part.title), read_body: storedTextOrNull(part.body),
    read_year: part.year, read_scope: part.scope, reader_version: readerVersion, read_at: sql<string>`now()`,
  };
  await trx.insertInto('document_parts').values({ county_id: countyId, sha256, part: part.part, ...columns })
    .onConflict((conflict) => conflict.columns(['county_id', 'sha256', 'part']).doUpdateSet(columns)).execute();
}

/** Makes the document part of a filing. */
export async function linkDocument(trx: Writes, key: FilingKey, link: { sha256: string; part: number; role: 'main' | 'attachment' | 'publication'; address?: string; dated?: string; actor: string }): Promise<void> {
  await trx.insertInto('filing_documents').values({ ...filingColumns(key), ...link, address: link.address ?? null, dated: link.dated ?? null })
    .onConflict((conflict) => conflict.columns(['county_id', 'body_code', 'year', 'scope', 'sha256', 'part', 'role']).doNothing()).execute();
}
