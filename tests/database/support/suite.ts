/** The frame of a test file that runs on both engines. */
import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { Kysely, sql, type LogEvent } from 'kysely';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { clientOf, openPglite } from '../../../src/lib/server/database/pglite-client.ts';
import { PgliteDialect } from '../../../src/lib/server/database/pglite-dialect.ts';
import { openPool, postgresDialect } from '../../../src/lib/server/database/postgres.ts';
import type { Schema } from '../../../src/lib/server/database/schema.ts';
import { withDatabase } from './prepare.ts';

export const engine = inject('engine');
const prepared = inject('prepared');

export interface TestDatabase {
  db: Kysely<Schema>;
  /** PostgreSQL only. */
  url: string | undefined;
  close(): Promise<void>;
}

/** A migrated, empty database of its own. `log` is called with every statement. */
export async function openTestDatabase(log?: (event: LogEvent) => void): Promise<TestDatabase> {
  if (engine === 'embedded') {
    const pglite = await openPglite({ loadDataDir: await openAsBlob(prepared) });
    const db = new Kysely<Schema>({ dialect: new PgliteDialect(clientOf(pglite)), log });
    return { db, url: undefined, close: () => db.destroy() };
  }
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `${prepared}_${randomUUID().slice(0, 8)}`;
  const admin = new Kysely<Schema>({ dialect: postgresDialect(openPool(server)) });
  await sql`create database ${sql.id(name)} template ${sql.id(prepared)}`.execute(admin);
  await admin.destroy();
  const url = withDatabase(server, name);
  const db = new Kysely<Schema>({ dialect: postgresDialect(openPool(url)), log });
  return { db, url, close: () => db.destroy() };
}

/** `describe` with one database for its tests; skipped, with the reason in the title, where the engine is not here. */
export function databaseSuite(title: string, define: (database: () => TestDatabase) => void): void {
  const reason = prepared === '' ? ' (skipped: no PostgreSQL, TEST_DATABASE_URL is not set)' : '';
  describe.skipIf(prepared === '')(`${title}${reason}`, () => {
    let open: TestDatabase | undefined;
    beforeAll(async () => {
      open = await openTestDatabase();
    });
    afterAll(() => open?.close());
    define(() => {
      if (!open) throw new Error('Only inside a test');
      return open;
    });
  });
}
