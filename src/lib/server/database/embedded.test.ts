/** The embedded database on disk, with the built worker (npm run build). PostgreSQL has the same in tests/database. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type DatabaseHandle } from './connect.ts';
import { EMBEDDED_MAJOR } from './embedded.ts';

const scratch = mkdtempSync(join(tmpdir(), 'embedded-'));
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(scratch, 'data-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

const county = { code: '990001', name: '青禾县', actor: 'test' };
const addCounty = (handle: DatabaseHandle, code: string): Promise<unknown> =>
  handle.db.transaction().execute((trx) => trx.insertInto('counties').values({ ...county, code }).execute());
const codes = async (handle: DatabaseHandle): Promise<string[]> => (await handle.db.selectFrom('counties').select('code').orderBy('code').execute()).map(({ code }) => code);

describe('embedded database', { timeout: 120_000 }, () => {
  /** Of the first test: making one takes seconds. */
  let made = '';

  it('is made on first use, has one owner, and keeps what was stored', async () => {
    const first = await openDatabase({ dataDir });
    expect(first.engine).toBe('embedded');
    expect(readFileSync(join(dataDir, 'database', 'PG_VERSION'), 'utf8').trim()).toBe(EMBEDDED_MAJOR);
    const { rows } = await sql<{ major: number }>`select current_setting('server_version_num')::integer / 10000 as major`.execute(first.db);
    expect(String(rows[0]?.major)).toBe(EMBEDDED_MAJOR);
    await expect(openDatabase({ dataDir })).rejects.toThrow(`进程 ${process.pid}`);
    await addCounty(first, '990001');
    await expect(addCounty(first, '990001')).rejects.toMatchObject({ code: '23505', constraint: 'counties_code_key' });
    await first.close();
    const second = await openDatabase({ dataDir });
    expect(await codes(second)).toEqual(['990001']);
    await second.close();
    expect(readdirSync(dataDir)).toEqual(['database']);
    made = join(dataDir, 'database');
  });

  it('lets the event loop breathe while the database works, and reads wait for the end of a transaction', async () => {
    cpSync(made, join(dataDir, 'database'), { recursive: true });
    const handle = await openDatabase({ dataDir });
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    await sql`select count(*) from generate_series(1, 3000000)`.execute(handle.db);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
    const [, seen] = await Promise.all([addCounty(handle, '990002'), codes(handle)]);
    expect(seen).toEqual(['990001', '990002']);
    await handle.close();
    await expect(codes(handle)).rejects.toThrow();
  });

  it('refuses a folder of another version with a sentence, and leaves it alone', async () => {
    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '16\n');
    await expect(openDatabase({ dataDir })).rejects.toThrow('PostgreSQL 16');
    expect(readdirSync(dataDir)).toEqual(['database']);
  });

  it('writes its log back, so that it does not grow with every commit', async () => {
    cpSync(made, join(dataDir, 'database'), { recursive: true });
    const handle = await openDatabase({ dataDir });
    await addCounty(handle, '990003');
    const { rows } = await sql<{ end: string }>`select pg_current_wal_lsn()::text as end`.execute(handle.db);
    const written = async (): Promise<boolean | undefined> =>
      (await sql<{ written: boolean }>`select checkpoint_lsn >= ${rows[0]?.end}::pg_lsn as written from pg_control_checkpoint()`.execute(handle.db)).rows[0]?.written;
    expect(await written()).toBe(false);
    // Reads do not put it off for ever, and rest makes it happen.
    await expect.poll(written, { timeout: 20_000, interval: 2000 }).toBe(true);
    await handle.close();
  });
});
