/** Reads what waits in batches, one file stored after the other, while pages are answered. */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { errorFields, log } from '../log.ts';
import { changeCounty } from '../queries/counties.ts';
import { documentBytes } from '../queries/documents.ts';
import { batchByNumber, settleItem, waitingItems, type WaitingItem } from '../queries/intake.ts';
import { today } from '../today.ts';
import { compareWaiting } from './compare-year-texts.ts';
import { inOrder } from './in-order.ts';
import { readStored, storeDocument, type Prepared } from './ingest-report.ts';
import type { ReadBytes } from './read-reports.ts';

/** Files that are read while one is stored. */
const AHEAD = 3;
/** Files that are asked of the database at once. */
const PIECE = 32;
/** How long to wait after the database failed. */
const PAUSE_MS = 5_000;

export interface IntakeQueue {
  /** Something waits. */
  wake(): void;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
  /** Ends after the file that is being stored; what waits is taken up at the next start. */
  close(): Promise<void>;
}

type Read = { item: WaitingItem; prepared: Prepared } | { item: WaitingItem; fault: unknown };

/** Opens the queue and takes up what was left waiting. */
export function openIntakeQueue(db: Kysely<Schema>, read: ReadBytes, pause = PAUSE_MS): IntakeQueue {
  let running: Promise<void> | undefined;
  let asked = false;
  let retry: NodeJS.Timeout | undefined;
  let stop: (stopped: 'stopped') => void = () => undefined;
  let closed = false;
  const stopped = new Promise<'stopped'>((resolve) => (stop = resolve));

  const work = async (): Promise<void> => {
    const counties = new Set<number>();
    for (;;) {
      asked = false;
      const items = await waitingItems(db, PIECE);
      for (const { countyId } of items) counties.add(countyId);
      if (items.length === 0 && !asked) break;
      const reads = inOrder(items, AHEAD, (item) => readItem(db, item, read));
      for (;;) {
        const next = await Promise.race([reads.next(), stopped]);
        if (next === 'stopped') return;
        if (next.done === true) break;
        if (closed) return;
        await storeItem(db, next.value);
      }
    }
    for (const countyId of counties) await compareWaiting(db, countyId);
  };
  const wake = (): void => {
    asked = true;
    if (running !== undefined || closed) return;
    clearTimeout(retry);
    retry = undefined;
    running = work().catch((error: unknown) => {
      log('error', 'intake interrupted', errorFields(error));
      retry = setTimeout(wake, pause);
      retry.unref();
    }).finally(() => {
      running = undefined;
      // Woken between the last look and the end.
      if (asked && retry === undefined) wake();
    });
  };
  wake();
  return {
    wake,
    async idle() {
      while (running !== undefined) await running;
    },
    async close() {
      closed = true;
      asked = false;
      clearTimeout(retry);
      stop('stopped');
      await running;
    },
  };
}

async function readItem(db: Kysely<Schema>, item: WaitingItem, read: ReadBytes): Promise<Read> {
  try {
    const { countyId, sha256, actor, name } = item;
    const [stored, batch] = [await documentBytes(db, countyId, sha256), await batchByNumber(db, countyId, item.batch)];
    if (!stored || !batch) throw new Error(`No document ${sha256}`);
    const base = name.slice(name.lastIndexOf('/') + 1);
    return { item, prepared: await readStored(db, sha256, stored.bytes, { countyId, name: base, actor, today: today(), origin: batch.origin, batch, read }) };
  } catch (fault) {
    return { item, fault };
  }
}

/** A fault of the programme costs its file a state of its own, and the others nothing. @throws where the database fails */
async function storeItem(db: Kysely<Schema>, read: Read): Promise<void> {
  const { item } = read;
  try {
    if ('fault' in read) throw read.fault;
    await storeDocument(db, read.prepared, (trx, { outcome }) => settleItem(trx, item.countyId, item, { state: 'done', outcome }));
  } catch (error) {
    log('error', 'a file of an intake failed', { county: item.countyId, batch: item.batch, item: item.item, ...errorFields(error) });
    await db.transaction().execute(async (trx) => {
      await changeCounty(trx, item.countyId);
      await settleItem(trx, item.countyId, item, { state: 'failed' });
    });
  }
}
