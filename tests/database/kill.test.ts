/** Kill -9 at random moments of an ingest, a third of them inside an open transaction. KILL_SEED repeats a run; `npm run soak` is the long one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killRounds } from './support/kill-rounds.ts';
import { databaseSuite, engine } from './support/suite.ts';

databaseSuite('kill -9', (database) => {
  it('at 21 moments of an ingest leaves whole reports only, and a second run completes it', async () => {
    const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
    console.log(`KILL_SEED=${seed}`);
    const dataDir = mkdtempSync(join(tmpdir(), 'kill-data-'));
    const summary = await killRounds(engine === 'embedded' ? { dataDir } : { dataDir, databaseUrl: database().url }, { rounds: 21, seed });
    rmSync(dataDir, { recursive: true });
    expect(summary.breaches).toEqual([]);
    expect(summary).toMatchObject({ rounds: 21, insideTransaction: 7 });
  }, 600_000);
});
