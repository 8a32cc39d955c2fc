/** The long run of kill -9: `npm run soak`. KILL_ROUNDS and KILL_SEED choose another one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openPool, postgresDialect } from '../../src/lib/server/database/postgres.ts';
import type { Schema } from '../../src/lib/server/database/schema.ts';
import { killRounds } from './support/kill-rounds.ts';
import { withDatabase } from './support/prepare.ts';

const rounds = Number(process.env.KILL_ROUNDS ?? 300);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const url = process.env.TEST_DATABASE_URL;

describe(`kill -9, ${rounds} rounds, KILL_SEED=${seed}`, () => {
  it('the embedded database', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'soak-'));
    const summary = await killRounds({ dataDir }, { rounds, seed });
    rmSync(dataDir, { recursive: true });
    console.log(summary);
    expect(summary.breaches).toEqual([]);
  });

  it.skipIf(!url)('PostgreSQL (skipped without TEST_DATABASE_URL: run it through tests/support/with-postgres.js)', async () => {
    const admin = new Kysely<Schema>({ dialect: postgresDialect(openPool(url ?? '')) });
    const name = `soak_${process.pid}`;
    await sql`create database ${sql.id(name)}`.execute(admin);
    const summary = await killRounds({ dataDir: '', databaseUrl: withDatabase(url ?? '', name) }, { rounds, seed });
    await sql`drop database ${sql.id(name)} with (force)`.execute(admin);
    await admin.destroy();
    console.log(summary);
    expect(summary.breaches).toEqual([]);
  });
});
