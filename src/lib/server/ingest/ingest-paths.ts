/**
 * What `npm run ingest` does, by whichever process holds the database: the files that paths stand for go through the line
 * one after the other, and each is told as soon as it is done.
 */
import type { Kysely } from 'kysely';
import type { Level } from '../../checks/finding.ts';
import type { Config } from '../config.ts';
import type { Schema } from '../database/schema.ts';
import { countyByCode, insertCounty, listCounties, type County } from '../queries/counties.ts';
import type { DocumentPart } from '../queries/documents.ts';
import { figuresOfReport } from '../queries/figures.ts';
import { findingsOf } from '../queries/findings.ts';
import { today } from '../today.ts';
import { createBodies } from './create-bodies.ts';
import { filesAt, type RefusedFile } from './files-at.ts';
import { inOrder } from './in-order.ts';
import { prepareDocument, storeDocument, type IngestResult } from './ingest-report.ts';
import type { ReadBytes } from './read-reports.ts';
import { whichCounty } from './which-county.ts';

export interface IngestOptions {
  /** Code of the county; may be left out where there is only one. */
  county?: string;
  /** Create bodies for what was read and is not in the register. */
  createBodies: boolean;
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
  const intake = { countyId: county.countyId, actor, today: today(), read };
  const tell = async (file: string, result: IngestResult): Promise<void> => {
    const reports = await Promise.all(result.parts.map((part) => withCounts(db, county.countyId, part)));
    onFile({ file, outcome: result.outcome, detail: result.detail, sha256: result.sha256, reports });
  };
  /** Files by hash that are told when their body was created. */
  const waiting = new Map<string, string>();
  const prepared = inOrder(filesAt(options.paths), AHEAD, async (found) => ('refused' in found ? found : { found, prepared: await prepareDocument(db, { ...intake, name: found.name, bytes: found.bytes }) }));
  for await (const file of prepared) {
    if (signal?.aborted) throw new Error('已中断；做完的都已保存，再运行一次即可接着做 · Interrupted; what was done is stored, run it again to go on');
    if ('refused' in file) {
      onFile(file);
      continue;
    }
    const { found } = file;
    const result = await storeDocument(db, file.prepared);
    const waits = options.createBodies && result.parts.some((part) => part.outcome === 'body_unknown') && !waiting.has(result.sha256);
    if (waits) waiting.set(result.sha256, found.file);
    else await tell(found.file, result);
  }
  const { created, ingested } = options.createBodies ? await createBodies(db, intake) : { created: [], ingested: [] };
  for (const result of ingested) await tell(waiting.get(result.sha256) ?? result.name, result);
  return { county: { code: county.code, name: county.name }, bodiesCreated: created };
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
