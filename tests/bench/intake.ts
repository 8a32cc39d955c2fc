/** A whole county from bytes to database on both engines, what a reader takes, and how the overview answers meanwhile. */
import { rmSync, mkdtempSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCounty } from '../../src/cli/demo/load-county.ts';
import type { DemoCounty } from '../../src/lib/demo/demo-county.ts';
import { openDatabase } from '../../src/lib/server/database/connect.ts';
import { openReaderPool, READER_LIMITS } from '../../src/lib/server/ingest/reader-pool.ts';
import { runBuilt, type RunningServer } from '../support/built-server.ts';
import { postgresBinaries, startPostgres } from '../support/with-postgres.js';
import { ms, timingOf } from './measure.ts';
import { fetchOnce, peakMegabytes } from './pages.ts';

/** Requests of the overview while nothing else happens. */
const IDLE = 200;

async function seconds(demo: DemoCounty, databaseUrl: string | undefined, dataDir: string, readers: number): Promise<number> {
  const handle = await openDatabase({ databaseUrl, databaseOwnerUrl: undefined, dataDir });
  const pool = await openReaderPool(readers);
  try {
    const began = performance.now();
    await loadCounty(handle.db, demo, { actor: 'bench', today: '2026-02-01', read: pool.read });
    return (performance.now() - began) / 1000;
  } finally {
    await pool.close();
    await handle.close();
  }
}

/** Prints seconds for all documents of the county on each engine, register entered before. */
export async function benchIntake(demo: DemoCounty): Promise<void> {
  // As many as the server opens.
  const readers = Math.min(4, Math.max(2, availableParallelism() - 2));
  const folder = mkdtempSync(join(tmpdir(), 'bench-intake-'));
  console.log(`\nIntake: ${demo.documents.length} documents from bytes to database (read once, checked, stored), ${readers} reader threads`);
  try {
    // PostgreSQL first: its server is another process, so what this one grows by is the readers and the documents under way.
    let postgres: number | undefined;
    if (postgresBinaries()) {
      const before = peakMegabytes(process.pid);
      const server = await startPostgres();
      try {
        postgres = await seconds(demo, server.url, folder, readers);
      } finally {
        await server.stop();
      }
      console.log(`  PostgreSQL: ${postgres.toFixed(1)} s; the process grew by ${((peakMegabytes(process.pid) - before) / readers).toFixed(0)} MB a reader, with all else it did (aim ≤ 300 MB; the heap of a reader is limited to ${READER_LIMITS.megabytes} MB)`);
    } else console.log('  PostgreSQL: not measured, there is none here');
    const embedded = await seconds(demo, undefined, folder, readers);
    console.log(`  embedded: ${embedded.toFixed(1)} s (aim ≤ 20 s)${postgres === undefined ? '' : `; PostgreSQL ÷ embedded ${(postgres / embedded).toFixed(2)} (aim ≤ 1)`}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const p95 = (samples: readonly number[]): number => [...samples].sort((a, b) => a - b)[Math.floor(samples.length * 0.95)] ?? NaN;

/** One reader asks for the overview again and again, at rest and while the files of the folder are taken in by the same server. */
export async function benchMeanwhile(server: RunningServer, overview: string, folder: string, environment: Record<string, string>): Promise<void> {
  const idle: number[] = [];
  for (let n = 0; n < IDLE; n++) idle.push(await fetchOnce(server.address + overview));
  const during: number[] = [];
  let over = false;
  const ingest = runBuilt('ingest', [folder], environment).finally(() => (over = true));
  while (!over) during.push(await fetchOnce(server.address + overview));
  const { status, stdout, stderr } = await ingest;
  if (status !== 0 && status !== 1) throw new Error(stdout + stderr);
  console.log('\nThe overview while the last year is taken in, one reader');
  console.log(`  at rest p95 ${ms(p95(idle))} (kept page); meanwhile p95 ${ms(p95(during))}, median ${ms(timingOf(during, 0).median)}, worst ${ms(Math.max(...during))}, ${during.length} answers (each document makes the page new)`);
  console.log(`  p95 meanwhile ÷ at rest ${(p95(during) / p95(idle)).toFixed(1)} (aim ≤ 4)`);
  console.log(`  ${stdout.trim().split('\n').at(-1)}`);
}
