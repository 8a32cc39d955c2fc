/**
 * Migrations: numbered plain SQL in db/migrations, forward only, frozen by their checksums in db/migrations/sha256sums
 * (`sha256sum -c` reads that file too). They are bundled as text, so the built programme carries its own.
 */
/// <reference types="vite/client" />
import { createHash } from 'node:crypto';
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { ConfigError } from '../config.ts';
import checksums from '../../../../db/migrations/sha256sums?raw';
import type { Schema } from './schema.ts';

const FILES = import.meta.glob<string>('../../../../db/migrations/*.sql', { query: '?raw', import: 'default', eager: true });

export interface MigrationMark {
  name: string;
  sha256: string;
}

/** Name without folder and ending → SQL. */
export function migrationTexts(): Map<string, string> {
  return new Map(Object.entries(FILES).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1).replace(/\.sql$/, ''), text]));
}

/**
 * Compares the migrations with their committed checksums.
 * @throws where a file was changed, added without a checksum, or is gone
 */
export function verifyMigrations(texts: Map<string, string>, list: string): void {
  const expected = new Map(list.trim().split('\n').map((line) => [line.slice(66).replace(/\.sql$/, ''), line.slice(0, 64)]));
  for (const [name, text] of texts)
    if (expected.get(name) !== createHash('sha256').update(text).digest('hex'))
      throw new Error(`Migration ${name} differs from its checksum in db/migrations/sha256sums: a migration that has landed is never changed, write a new one`);
  for (const name of expected.keys()) if (!texts.has(name)) throw new Error(`Migration ${name} is in db/migrations/sha256sums, but its file is missing`);
}

/** The migrations of this programme in their order, with the SHA-256 of their text. */
export function programmeMigrations(): MigrationMark[] {
  return [...migrationTexts()].map(([name, text]) => ({ name, sha256: createHash('sha256').update(text).digest('hex') })).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Those of them that ran in the database. */
export async function appliedMigrations(db: Kysely<Schema>): Promise<MigrationMark[]> {
  const infos = await new Migrator({ db, provider: { getMigrations: async () => asMigrations(migrationTexts()) } }).getMigrations();
  const ran = new Set(infos.filter(({ executedAt }) => executedAt !== undefined).map(({ name }) => name));
  return programmeMigrations().filter(({ name }) => ran.has(name));
}

const asMigrations = (texts: Map<string, string>): Record<string, Migration> =>
  Object.fromEntries([...texts].map(([name, text]) => [name, { up: async (trx: Kysely<unknown>) => void (await sql.raw(text).execute(trx)) }]));

/**
 * Brings the schema up to date, or as far as the migration `upTo`; all or nothing.
 * @returns names of the migrations that ran
 * @throws where one fails, or where the database has migrations beyond those of the programme, or beyond `upTo`
 */
export async function migrate(db: Kysely<Schema>, upTo?: string): Promise<string[]> {
  const texts = migrationTexts();
  verifyMigrations(texts, checksums);
  if (upTo !== undefined) {
    if ((await appliedMigrations(db)).some(({ name }) => name > upTo))
      throw new ConfigError(
        '此数据库的表结构比备份新，装不回较旧的备份；请用全新的数据库（换一个 DATA_DIR，或新建 PostgreSQL 数据库） · The tables of this database are newer than the backup; use a new database (another DATA_DIR, or a new PostgreSQL database)',
      );
    for (const name of [...texts.keys()].filter((each) => each > upTo)) texts.delete(name);
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => asMigrations(texts) } });
  // Kysely's Migrator never throws: what went wrong is in `error`.
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error');
    throw new Error(`Migration ${failed?.migrationName ?? '(none)'} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return (results ?? []).map((result) => result.migrationName);
}
