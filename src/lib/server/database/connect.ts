/**
 * Opens the database: PostgreSQL where DATABASE_URL is set, else the embedded one in DATA_DIR. Never one in place of the
 * other: what cannot be opened ends with a sentence.
 */
import { Kysely, sql } from 'kysely';
import { ConfigError, type Config } from '../config.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { PgliteDialect } from './pglite-dialect.ts';
import { openPool, postgresDialect } from './postgres.ts';
import type { Schema } from './schema.ts';

export interface DatabaseHandle {
  db: Kysely<Schema>;
  engine: 'embedded' | 'postgres';
  close(): Promise<void>;
}
export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'databaseOwnerUrl' | 'dataDir'>;

/**
 * Opens the database and brings its schema up to date, or as far as the migration `upTo` (to restore an older backup).
 * @throws {ConfigError} where the operator can mend it: no such server, wrong password, another owner, other version
 */
export async function openDatabase(config: DatabaseConfig, upTo?: string): Promise<DatabaseHandle> {
  return config.databaseUrl ? openPostgres(config.databaseUrl, config.databaseOwnerUrl, upTo) : openEmbeddedDatabase(config.dataDir, upTo);
}

async function openEmbeddedDatabase(dataDir: string, upTo?: string): Promise<DatabaseHandle> {
  const client = await openEmbedded(dataDir);
  const db = new Kysely<Schema>({ dialect: new PgliteDialect(client) });
  return migrated({ db, engine: 'embedded', close: () => db.destroy() }, () => migrate(db, upTo));
}

/** Oldest PostgreSQL that is tested. */
const OLDEST_POSTGRES = 150_000;

async function openPostgres(url: string, ownerUrl: string | undefined, upTo: string | undefined): Promise<DatabaseHandle> {
  const db = new Kysely<Schema>({ dialect: postgresDialect(openPool(url)) });
  return migrated({ db, engine: 'postgres', close: () => db.destroy() }, async () => {
    const { role, version } = await whoAndWhat(db);
    if (version < OLDEST_POSTGRES) throw new ConfigError(`需要 PostgreSQL 15 或更新版本 · PostgreSQL 15 or newer is needed`);
    if (!ownerUrl) return void (await migrate(db, upTo));
    const owner = new Kysely<Schema>({ dialect: postgresDialect(openPool(ownerUrl)) });
    try {
      await migrate(owner, upTo);
      await grant(owner, role);
    } finally {
      await owner.destroy();
    }
  });
}

async function whoAndWhat(db: Kysely<Schema>): Promise<{ role: string; version: number }> {
  try {
    const { rows } = await sql<{ role: string; version: number }>`select current_user as role, current_setting('server_version_num')::integer as version`.execute(db);
    return rows[0]!;
  } catch (error) {
    // Address and password stay out of the message.
    throw new ConfigError(`连接不上 PostgreSQL，请检查 DATABASE_URL · Cannot connect to PostgreSQL, check DATABASE_URL: ${error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error)}`);
  }
}

/** What the application may do: rows, not tables; and nothing to the history. */
async function grant(owner: Kysely<Schema>, role: string): Promise<void> {
  const to = sql.id(role);
  const { rows } = await sql<{ same: boolean }>`select current_user = ${role} as same`.execute(owner);
  if (rows[0]?.same) return;
  await sql`grant usage on schema public to ${to}`.execute(owner);
  await sql`grant select, insert, update, delete on all tables in schema public to ${to}`.execute(owner);
  await sql`grant usage on all sequences in schema public to ${to}`.execute(owner);
  await sql`revoke update, delete, truncate on filing_events, corrections from ${to}`.execute(owner);
}

async function migrated(handle: DatabaseHandle, work: () => Promise<unknown>): Promise<DatabaseHandle> {
  try {
    await work();
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}
