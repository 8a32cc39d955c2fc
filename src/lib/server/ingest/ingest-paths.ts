/**
 * What `npm run ingest` does, by whichever process holds the database: the files that paths stand for go through the line
 * one after the other, and each is told as soon as it is done.
 */
import type { Kysely } from 'kysely';
import type { Level } from '../../checks/finding.ts';
import type { Config } from '../config.ts';
import type { Schema } from '../database/schema.ts';
import { changeCounty, countyByCode, insertCounty, listCounties, type County } from '../queries/counties.ts';
import type { DocumentPart } from '../queries/documents.ts';
import { figuresOfReport } from '../queries/figures.ts';
import { findingsOf } from '../queries/findings.ts';
import { insertItem } from '../queries/intake.ts';
import { today } from '../today.ts';
import { compareWaiting } from './compare-year-texts.ts';
import { createBodies } from './create-bodies.ts';
import { filesAt, type RefusedFile } from './files-at.ts';
import { inOrder } from './in-order.ts';
import { openBatch, recordRefused } from './intake.ts';
import { prepareDocument, storeDocument, type IngestResult } from './ingest-report.ts';
import type { ReadBytes } from './read-reports.ts';
import { whichCounty } from './which-county.ts';

export interface IngestOptions {
  /** Code of the county; may be left out where there is only one. */
  county?: string;
  /** Create bodies for what was read and is not in the register. */
  createBodies: boolean;
  /** Report year that the files are meant for; without it any. */
  year?: number;
  /** Past years: findings are counted, and nobody works on them. */
  archive?: boolean;
  /** Absolute paths. */
  paths: string[];
  actor: string;
}

/** What became of one report, with what was read of it where it is stored. */
export interface IngestedReport extends DocumentPart {
  /** Numbers, cells without one, and findings by level, of the version that it went to. */
  read?: { values: number; missing: number; findings: Record<Level, number> };
}
export type IngestedFile = ({ file: string; reports: IngestedReport[] } & Pick<IngestResult, 'outcome' | 'detail' | 'sha256'>) | RefusedFile;

export interface IngestSummary {
  county: Pick<County, 'code' | 'name'>;
  /** Names of bodies that were created. */
  bodiesCreated: string[];
}

/** Documents that are read while one is stored: as many as there are threads, and one that waits for the next. */
const AHEAD = 3;

/**
 * Ingests everything at the paths and calls `onFile` for each file. With `createBodies`, files that wait for their body
 * are told after it was created. Stops after the file under way when `signal` is aborted.
 * @throws where it was stopped, the county is not clear, or the database fails; a document never throws
 */
export async function ingestPaths(
  db: Kysely<Schema>, config: Pick<Config, 'countyCode' | 'countyName'>, read: ReadBytes, options: IngestOptions, onFile: (file: IngestedFile) => void, signal?: AbortSignal,
): Promise<IngestSummary> {
  const { actor } = options;
  const county = await countyFor(db, config, options);
  const { countyId } = county;
  const plan = { year: options.year ?? null, purpose: options.archive ? ('archive' as const) : ('current' as const) };
  let opened: Promise<number> | undefined;
  // Opened with the first file that is there: a wrong path leaves no empty batch.
  const batchNumber = (): Promise<number> => (opened ??= openBatch(db, countyId, { ...plan, origin: 'command', actor }));
  const intake = { countyId, actor, today: today(), read };
  const tell = async (file: string, result: IngestResult): Promise<void> => {
    const reports = await Promise.all(result.parts.map((part) => withCounts(db, countyId, part)));
    onFile({ file, outcome: result.outcome, detail: result.detail, sha256: result.sha256, reports });
  };
  /** Files by hash that are told when their body was created. */
  const waiting = new Map<string, string>();
  const prepared = inOrder(filesAt(options.paths), AHEAD, async (found) =>
    'refused' in found ? found : { found, prepared: await prepareDocument(db, { ...intake, name: found.name, bytes: found.bytes, batch: { batch: await batchNumber(), ...plan } }) });
  for await (const file of prepared) {
    if (signal?.aborted) throw new Error('已中断；做完的都已保存，再运行一次即可接着做 · Interrupted; what was done is stored, run it again to go on');
    if ('refused' in file) {
      const { kept, ...refused } = file;
      if (kept) await keepRefused(db, countyId, await batchNumber(), file, actor);
      onFile(refused);
      continue;
    }
    const { found } = file;
    const batch = await batchNumber();
    const result = await storeDocument(db, file.prepared, async (trx, { sha256, outcome }) =>
      void (await insertItem(trx, countyId, batch, { name: found.file, sha256, last: false, state: 'done', outcome, detail: {}, actor })));
    const waits = options.createBodies && result.parts.some((part) => part.outcome === 'body_unknown') && !waiting.has(result.sha256);
    if (waits) waiting.set(result.sha256, found.file);
    else await tell(found.file, result);
  }
  const { created, ingested } = options.createBodies ? await createBodies(db, intake) : { created: [], ingested: [] };
  await compareWaiting(db, county.countyId);
  for (const result of ingested) await tell(waiting.get(result.sha256) ?? result.name, result);
  return { county: { code: county.code, name: county.name }, bodiesCreated: created };
}

async function keepRefused(db: Kysely<Schema>, countyId: number, batch: number, refused: RefusedFile, actor: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    await recordRefused(trx, countyId, batch, refused, actor);
  });
}

/** The county that is meant. The first ingest into an empty database creates it. */
async function countyFor(db: Kysely<Schema>, config: Pick<Config, 'countyCode' | 'countyName'>, options: IngestOptions): Promise<County> {
  const counties = await listCounties(db);
  if (counties.length === 0) {
    const code = options.county ?? config.countyCode;
    await db.transaction().execute((trx) => insertCounty(trx, { code, name: config.countyName, actor: options.actor }));
    return (await countyByCode(db, code))!;
  }
  return whichCounty(counties, options.county);
}

async function withCounts(db: Kysely<Schema>, countyId: number, part: DocumentPart): Promise<IngestedReport> {
  const { body, year, scope, version } = part.detail;
  if (body === undefined || year === undefined || scope === undefined || version === undefined) return part;
  const key = { countyId, body, year, scope, version };
  const figures = Object.values((await figuresOfReport(db, key)) ?? {});
  const findings: Record<Level, number> = { error: 0, query: 0, note: 0 };
  for (const finding of await findingsOf(db, key)) if (!finding.foldedUnder) findings[finding.level] += 1;
  const values = figures.filter((figure) => figure.value !== null).length;
  return { ...part, read: { values, missing: figures.length - values, findings } };
}
