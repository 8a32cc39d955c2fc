/** Whose a document is whose body was not recognised, as a person says; see `ingest/claims.ts`. */
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { filingColumns, type FilingKey, type Reads, type Writes } from './connection.ts';
import type { DocumentPart } from './documents.ts';
import { storedTextOrNull } from './stored-text.ts';

/** One report in a document. */
export interface PartKey {
  sha256: string;
  part: number;
}
export type NamedPart = DocumentPart & { sha256: string; documentName: string };
export interface Claim {
  id: number;
  /** Null where the documents were left aside. */
  body: string | null;
  alias: string | null;
  actor: string;
  claimedAt: string;
  parts: NamedPart[];
}

const PART_COLUMNS = [
  'p.sha256', 'd.name as documentName', 'p.part', 'p.outcome', 'p.outcome_detail as detail', 'p.read_title as title', 'p.read_body as body', 'p.read_year as year', 'p.read_scope as scope',
] as const;

/** Claims that stand, the latest first, with what they were said of. */
export async function standingClaims(db: Reads, countyId: number): Promise<Claim[]> {
  return db.selectFrom('claims as c')
    .select((eb) => [
      'c.claim_id as id', 'c.body_code as body', 'c.alias', 'c.actor', 'c.claimed_at as claimedAt',
      jsonArrayFrom(
        eb.selectFrom('claim_parts as cp')
          .innerJoin('document_parts as p', (join) => join.onRef('p.county_id', '=', 'cp.county_id').onRef('p.sha256', '=', 'cp.sha256').onRef('p.part', '=', 'cp.part'))
          .innerJoin('documents as d', (join) => join.onRef('d.county_id', '=', 'p.county_id').onRef('d.sha256', '=', 'p.sha256'))
          .whereRef('cp.county_id', '=', 'c.county_id').whereRef('cp.claim_id', '=', 'c.claim_id')
          .select(PART_COLUMNS).orderBy('p.read_year').orderBy('d.name').orderBy('p.part'),
      ).as('parts'),
    ])
    .where('c.county_id', '=', countyId).where('c.taken_back_at', 'is', null).orderBy('c.claim_id', 'desc').execute();
}

/** The body that the last standing claim gives a report in a document. */
export async function claimedBody(db: Reads, countyId: number, { sha256, part }: PartKey): Promise<string | undefined> {
  const claim = await db.selectFrom('claim_parts as cp')
    .innerJoin('claims as c', (join) => join.onRef('c.county_id', '=', 'cp.county_id').onRef('c.claim_id', '=', 'cp.claim_id'))
    .select('c.body_code as body')
    .where('cp.county_id', '=', countyId).where('cp.sha256', '=', sha256).where('cp.part', '=', part).where('c.taken_back_at', 'is', null)
    .orderBy('c.claim_id', 'desc').executeTakeFirst();
  return claim?.body ?? undefined;
}

/** Reports in documents that became, or were added to, reports of the body. */
export async function partsOfBody(db: Reads, countyId: number, body: string): Promise<NamedPart[]> {
  return db.selectFrom('document_parts as p')
    .innerJoin('documents as d', (join) => join.onRef('d.county_id', '=', 'p.county_id').onRef('d.sha256', '=', 'p.sha256'))
    .select(PART_COLUMNS)
    .where('p.county_id', '=', countyId).where(sql<boolean>`p.outcome_detail ->> 'body' = ${body}`)
    .orderBy('p.read_year').orderBy('d.name').orderBy('p.part').execute();
}

/** Notes a claim; its number. */
export async function insertClaim(trx: Writes, countyId: number, claim: { body: string | null; alias: string | null; parts: readonly PartKey[]; actor: string }): Promise<number> {
  const { id } = await trx.insertInto('claims').values({ county_id: countyId, body_code: claim.body, alias: storedTextOrNull(claim.alias), actor: claim.actor })
    .returning('claim_id as id').executeTakeFirstOrThrow();
  await trx.insertInto('claim_parts').values(claim.parts.map(({ sha256, part }) => ({ county_id: countyId, claim_id: id, sha256, part }))).execute();
  return id;
}

/** Notes that a claim was taken back. */
export async function endClaim(trx: Writes, countyId: number, id: number, actor: string): Promise<void> {
  await trx.updateTable('claims').set({ taken_back_actor: actor, taken_back_at: sql<string>`now()` })
    .where('county_id', '=', countyId).where('claim_id', '=', id).execute();
}

/**
 * Takes a report in a document out of a filing: the link, and these versions with everything that was read and found in
 * them. The document keeps its bytes, the filing its history.
 * @throws where a correction made one of the versions: corrections are never removed
 */
export async function removeFromFiling(trx: Writes, key: FilingKey, part: PartKey, versions: readonly number[]): Promise<void> {
  await trx.deleteFrom('filing_documents').where((eb) => eb.and(filingColumns(key))).where('sha256', '=', part.sha256).where('part', '=', part.part).execute();
  if (versions.length === 0) return;
  for (const table of ['report_current', 'findings', 'check_runs', 'report_sources', 'report_figures', 'report_sections', 'reports'] as const)
    await trx.deleteFrom(table).where((eb) => eb.and(filingColumns(key))).where('version', 'in', [...versions]).execute();
}
