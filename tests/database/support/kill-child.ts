/**
 * The process that is killed. First completes the county that the process before it left (says `left` with what is not
 * whole there, then `state`), then ingests the documents into a county of its own: `begun`, `held` where it stands still
 * after the statement it was told, `done <ms> <statements>` and `state` at the end.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely, KyselyPlugin } from 'kysely';
import { openDatabase, type DatabaseConfig } from '../../../src/lib/server/database/connect.ts';
import type { Schema } from '../../../src/lib/server/database/schema.ts';
import { readReports } from '../../../src/lib/server/ingest/read-reports.ts';
import { ingestDocument } from '../../../src/lib/server/ingest/ingest-report.ts';
import { countyByCode } from '../../../src/lib/server/queries/counties.ts';
import { breachesIn, stateOf } from './kill-state.ts';
import { seedCounty } from './seed.ts';

export interface KillTask {
  config: DatabaseConfig;
  /** Folder of the documents, taken by name. */
  documents: string;
  /** Number of the county to complete. */
  complete: number | null;
  /** Number of the county to begin. */
  county: number | null;
  /** Stand still for ever after this many writing statements: all of them run inside a transaction. */
  holdAfter: number | null;
}

const task = JSON.parse(process.argv[2] ?? '') as KillTask;
const codeOf = (number: number): string => `9${String(number).padStart(5, '0')}`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let written = 0;
const writing = new WeakSet<object>();
const holding: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => {
    if (node.kind !== 'SelectQueryNode') writing.add(queryId);
    return node;
  },
  transformResult: async ({ queryId, result }) => {
    if (!writing.has(queryId)) return result;
    written += 1;
    if (written !== task.holdAfter) return result;
    say('held');
    // Keeps the process alive, and the transaction open.
    return new Promise(() => setInterval(() => {}, 1000));
  },
};

async function ingestAll(db: Kysely<Schema>, countyId: number): Promise<void> {
  for (const name of readdirSync(task.documents).sort())
    await ingestDocument(db, { countyId, bytes: new Uint8Array(readFileSync(join(task.documents, name))), name, actor: 'kill', today: '2026-02-01', read: readReports });
}
const sayState = async (db: Kysely<Schema>, countyId: number): Promise<void> => say(`state ${(await stateOf(db, countyId)).replaceAll('\n', '\\n')}`);

const handle = await openDatabase(task.config);
if (task.complete !== null) {
  const left = await countyByCode(handle.db, codeOf(task.complete));
  if (!left) throw new Error('The county is gone');
  say(`left ${JSON.stringify(await breachesIn(handle.db, left.countyId))}`);
  await ingestAll(handle.db, left.countyId);
  await sayState(handle.db, left.countyId);
}
if (task.county !== null) {
  const countyId = await seedCounty(handle.db, codeOf(task.county));
  say('begun');
  const began = performance.now();
  await ingestAll(handle.db.withPlugin(holding), countyId);
  say(`done ${performance.now() - began} ${written}`);
  if (task.complete === null) await sayState(handle.db, countyId);
}
await handle.close();
