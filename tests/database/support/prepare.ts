/** Before the tests of an engine: one migrated database that every test file copies. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../src/lib/server/database/migrate.ts';
import { clientOf, openPglite } from '../../../src/lib/server/database/pglite-client.ts';
import { PgliteDialect } from '../../../src/lib/server/database/pglite-dialect.ts';
import { openPool, postgresDialect } from '../../../src/lib/server/database/postgres.ts';
import type { Schema } from '../../../src/lib/server/database/schema.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** embedded: file of a migrated database · postgres: name of a migrated template. '' where the engine is not here. */
    prepared: string;
  }
}

export default async function prepare(project: TestProject): Promise<(() => Promise<void>) | void> {
  if (project.config.provide.engine === 'embedded') return prepareEmbedded(project);
  const url = process.env.TEST_DATABASE_URL;
  if (url) return preparePostgres(project, url);
  if (process.env.REQUIRE_POSTGRES === '1') throw new Error('REQUIRE_POSTGRES=1, but TEST_DATABASE_URL is not set');
  project.provide('prepared', '');
}

async function prepareEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'prepared-'));
  const pglite = await openPglite();
  await migrate(new Kysely<Schema>({ dialect: new PgliteDialect(clientOf(pglite)) }));
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  const file = join(folder, 'database.tar');
  writeFileSync(file, new Uint8Array(await dump.arrayBuffer()));
  project.provide('prepared', file);
  return async () => rmSync(folder, { recursive: true });
}

async function preparePostgres(project: TestProject, url: string): Promise<() => Promise<void>> {
  const name = `template_${process.pid}_${Date.now()}`;
  const admin = new Kysely<Schema>({ dialect: postgresDialect(openPool(url)) });
  await sql`create database ${sql.id(name)}`.execute(admin);
  const template = new Kysely<Schema>({ dialect: postgresDialect(openPool(withDatabase(url, name))) });
  await migrate(template);
  await template.destroy();
  project.provide('prepared', name);
  return async () => {
    const { rows } = await sql<{ datname: string }>`select datname from pg_database where datname = ${name} or datname like ${`${name}\\_%`}`.execute(admin);
    for (const { datname } of rows) await sql`drop database ${sql.id(datname)} with (force)`.execute(admin);
    const { rows: roles } = await sql<{ rolname: string }>`select rolname from pg_roles where rolname like ${`${name}\\_%`}`.execute(admin);
    for (const { rolname } of roles) await sql`drop role ${sql.id(rolname)}`.execute(admin);
    await admin.destroy();
  };
}

/** The address with another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
