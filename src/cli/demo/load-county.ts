/** Puts the fictional county into a database: its register first, then its documents through the door of every other document. */
import type { Kysely } from 'kysely';
import type { DemoCounty, DemoDocument } from '../../lib/demo/demo-county.ts';
import type { Schema } from '../../lib/server/database/schema.ts';
import { compareWaiting } from '../../lib/server/ingest/compare-year-texts.ts';
import type { FoundFile, RefusedFile } from '../../lib/server/ingest/files-at.ts';
import { inOrder } from '../../lib/server/ingest/in-order.ts';
import { adoptVersion, prepareDocument, storeDocument, type IngestResult, type Prepared } from '../../lib/server/ingest/ingest-report.ts';
import { readReports, type ReadBytes } from '../../lib/server/ingest/read-reports.ts';
import { insertBodies, insertBodyYears, insertSuccession } from '../../lib/server/queries/bodies.ts';
import { changeCounty, insertCounty } from '../../lib/server/queries/counties.ts';
import { ensureFiling, insertFilingEvent } from '../../lib/server/queries/filings.ts';

/** Documents that are read while one is stored. */
const AHEAD = 3;

export interface LoadOptions {
  actor: string;
  /** YYYY-MM-DD. */
  today: string;
  /** How documents are read; without it in this thread (tests). */
  read?: ReadBytes;
  /** Called after each document. */
  onDocument?: (document: DemoDocument, result: IngestResult, done: number) => void;
  /** Ends after the document under way. */
  signal?: AbortSignal;
}

/**
 * Loads the county into a database that does not have it; its id. `files` are its documents as they are found in a folder
 * (what came in an archive comes out of it), by default the documents themselves.
 */
export async function loadCounty(
  db: Kysely<Schema>, demo: DemoCounty, options: LoadOptions, files: AsyncIterable<FoundFile | RefusedFile> | Iterable<Pick<FoundFile, 'name' | 'bytes'>> = demo.documents,
): Promise<number> {
  const { actor, today, read = readReports } = options;
  const byName = new Map(demo.documents.map((document) => [document.name, document]));
  const countyId = await register(db, demo, actor);
  let done = 0;
  const prepared = inOrder<RefusedFile | Pick<FoundFile, 'name' | 'bytes'>, { document: DemoDocument; prepared: Prepared }>(files, AHEAD, async (file) => {
    if ('refused' in file) throw new Error(`${file.file}: ${file.refused}`);
    const document = byName.get(file.name);
    if (!document) throw new Error(`No document of the fictional county: ${file.name}`);
    const { receivedOn } = document;
    return { document, prepared: await prepareDocument(db, { countyId, name: file.name, bytes: file.bytes, actor, today, read, ...(receivedOn === null ? {} : { receivedOn }) }) };
  });
  for await (const { document, prepared: next } of prepared) {
    if (options.signal?.aborted) return countyId;
    const result = await storeDocument(db, next);
    if (document.adopted) await adopt(db, countyId, result, actor);
    options.onDocument?.(document, result, ++done);
  }
  await compareWaiting(db, countyId);
  await notePublications(db, countyId, demo, actor);
  return countyId;
}

function register(db: Kysely<Schema>, { county, bodies, bodyYears, successions }: DemoCounty, actor: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const countyId = await insertCounty(trx, { ...county, actor });
    await insertBodies(trx, countyId, bodies.map((body, index) => ({
      code: body.code, kind: body.kind, sortOrder: index + 1, names: body.names.map(({ name, role, from, to }) => ({ name, role, validFrom: from, validTo: to })),
      validFrom: body.validFrom ?? undefined, validTo: body.validTo ?? undefined,
    })), actor);
    for (const { kind, predecessor, successor, on, note } of successions) await insertSuccession(trx, countyId, { kind, predecessor, successor, happenedOn: on, note }, actor);
    await insertBodyYears(trx, countyId, bodyYears.map(({ powers, ...year }) => ({
      ...year, powers: (['licensing', 'penalties', 'compulsion', 'fees'] as const).filter((power) => powers[power]),
    })), actor);
    return countyId;
  });
}

async function adopt(db: Kysely<Schema>, countyId: number, result: IngestResult, actor: string): Promise<void> {
  for (const { outcome, detail } of result.parts) {
    const { body, year, scope, version } = detail;
    if (outcome !== 'proposed' || body === undefined || year === undefined || scope === undefined || version === undefined) continue;
    await db.transaction().execute((trx) => adoptVersion(trx, { countyId, body, year, scope, version }, actor, 'ingest'));
  }
}

async function notePublications(db: Kysely<Schema>, countyId: number, { filings }: DemoCounty, actor: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    for (const { publishedOn, ...filing } of filings) {
      if (publishedOn === null) continue;
      const key = { countyId, body: filing.body, year: filing.year, scope: filing.scope };
      await ensureFiling(trx, key, actor);
      await insertFilingEvent(trx, key, { kind: 'published', dated: publishedOn, dateSource: 'given', detail: {}, origin: 'ingest', actor });
    }
  });
}
