/** Opening the database as the programme does: both engines make the schema, and the application may not rewrite history. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { ConfigError } from '../../src/lib/server/config.ts';
import { openDatabase, type DatabaseConfig } from '../../src/lib/server/database/connect.ts';
import { database as openHandle, setDatabase } from '../../src/lib/server/database/handle.ts';
import { listCounties } from '../../src/lib/server/queries/counties.ts';
import { seedCounty, seedReport } from './support/seed.ts';
import { databaseSuite, engine } from './support/suite.ts';

databaseSuite('openDatabase', (database) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'connect-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));

  /** A configuration without tables: the application's own role on PostgreSQL, a new folder for the embedded one. */
  async function emptyPlace(): Promise<DatabaseConfig> {
    const { url } = database();
    if (engine === 'embedded' || !url) return { dataDir };
    const name = `${new URL(url).pathname.slice(1)}_app`;
    await sql`create database ${sql.id(name)}`.execute(database().db);
    await sql`create role ${sql.id(name)} login`.execute(database().db);
    const owner = new URL(url);
    owner.pathname = `/${name}`;
    const application = new URL(owner);
    application.username = name;
    return { dataDir, databaseUrl: application.href, databaseOwnerUrl: owner.href };
  }

  it('makes the schema, keeps rows, and opens again', async () => {
    const config = await emptyPlace();
    const handle = await openDatabase(config);
    expect(handle.engine).toBe(engine);
    const countyId = await seedCounty(handle.db);
    await seedReport(handle.db, { countyId, body: '003', year: 2024, scope: 'own', version: 1 });
    setDatabase(handle);
    expect(await listCounties(openHandle())).toHaveLength(1);
    await expect(handle.db.updateTable('filing_events').set({ actor: 'other' }).execute()).rejects.toThrow(engine === 'embedded' ? 'append-only' : 'permission denied');
    await handle.close();
    const again = await openDatabase(config);
    expect(await listCounties(again.db)).toMatchObject([{ countyId, code: '990001' }]);
    if (engine === 'postgres') await expect(sql`create table more (county_id integer)`.execute(again.db)).rejects.toThrow('permission denied');
    await again.close();
  }, 120_000);

  it('says in a sentence what the operator can mend, without the address', async () => {
    const refused = await openDatabase({ dataDir, databaseUrl: 'postgres://someone:secret@127.0.0.1:9/none' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    expect(String(refused)).toContain('DATABASE_URL');
    expect(String(refused)).not.toContain('secret');
  });
});

databaseSuite('connections', (database) => {
  it('give dates, timestamps, numbers and bytes alike on both engines', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select date '2025-01-31' as day, timestamptz '2025-01-31 00:00:00+08' as moment, count(*) as count, sum(n) as sum, 1646.50::numeric as amount,
        '{"a": [1, null]}'::jsonb as json, array['一', '二'] as list, '\\x00ff'::bytea as bytes from generate_series(1, 3) as n`.execute(database().db);
    expect({ ...rows[0], bytes: [...(rows[0]?.bytes as Uint8Array)] }).toEqual({
      day: '2025-01-31', moment: '2025-01-30T16:00:00.000Z', count: 3, sum: 6, amount: 1646.5, json: { a: [1, null] }, list: ['一', '二'], bytes: [0, 255],
    });
  });
});
