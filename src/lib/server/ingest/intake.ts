/**
 * What is sent in: first the bytes are stored and listed in a batch, then they are read (intake-queue.ts). Nothing that was
 * stored is lost: a file that waits is taken up again when the programme starts.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { OutcomeDetail, Schema } from '../database/schema.ts';
import type { Writes } from '../queries/connection.ts';
import { changeCounty } from '../queries/counties.ts';
import { documentByHash, insertDocument, setDocumentOutcome } from '../queries/documents.ts';
import { insertBatch, insertItem, type Batch } from '../queries/intake.ts';
import { expand, type RefusedFile } from './files-at.ts';
import { isLeftBySystem } from './zip-entries.ts';

/** Opens a batch; its number. */
export async function openBatch(db: Kysely<Schema>, countyId: number, batch: Omit<Batch, 'batch' | 'startedAt'>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    return insertBatch(trx, countyId, batch);
  });
}

export interface SentFile {
  /** As sent, with its folders. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Stores a file, or the files of an archive, as items of the batch that wait to be read. What systems leave in folders is
 * passed over.
 * @returns how many items were added
 */
export async function receiveFile(db: Kysely<Schema>, countyId: number, batch: number, { name, bytes }: SentFile, actor: string): Promise<number> {
  if (isLeftBySystem(name)) return 0;
  let added = 0;
  for await (const found of expand(name, basename(name), bytes)) {
    await db.transaction().execute(async (trx) => {
      await changeCounty(trx, countyId);
      if ('refused' in found) return recordRefused(trx, countyId, batch, found, actor);
      const sha256 = createHash('sha256').update(found.bytes).digest('hex');
      await insertDocument(trx, countyId, { sha256, name: found.name, bytes: found.bytes, actor });
      await insertItem(trx, countyId, batch, { name: found.file, sha256, last: isSheet(found.name), state: 'waiting', outcome: null, detail: {}, actor });
    });
    added += 1;
  }
  return added;
}

/** By its name: a hint for the order alone. */
const isSheet = (name: string): boolean => /\.(?:xlsx?|et)$/i.test(name);

const WHY: Partial<Record<RefusedFile['refused'], string>> = { encrypted: 'locked', 'too large': 'too_large', 'too many entries': 'too_large', method: 'format' };

/** A file that could not be had: listed with the reason, and the archive it is in is kept. */
export async function recordRefused(trx: Writes, countyId: number, batch: number, { file, refused, kept }: RefusedFile, actor: string): Promise<void> {
  const sha256 = kept ? createHash('sha256').update(kept.bytes).digest('hex') : null;
  if (kept && sha256 !== null) {
    await insertDocument(trx, countyId, { sha256, name: kept.name, bytes: kept.bytes, actor });
    const detail: OutcomeDetail = { unreadable: WHY[refused] ?? 'damaged', format: 'zip' };
    if ((await documentByHash(trx, countyId, sha256))?.outcome === 'received') await setDocumentOutcome(trx, countyId, sha256, { outcome: 'unreadable', mediaType: 'application/zip', detail });
  }
  await insertItem(trx, countyId, batch, { name: file, sha256, last: false, state: 'done', outcome: 'refused', detail: { refused }, actor });
}
