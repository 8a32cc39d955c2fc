/**
 * Migrations: numbered plain SQL in db/migrations, forward only, frozen by their checksums in db/migrations/sha256sums
 * (`sha256sum -c` reads that file too). They are bundled as text, so the built programme carries its own.
 */
/// <reference types="vite/client" />
import { createHash } from 'node:crypto';
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import checksums from '../../../../db/migrations/sha256sums?raw';
import type { Schema } from './schema.ts';

const FILES = import.meta.glob<string>('../../../../db/migrations/*.sql', { query: '?raw', import: 'default', eager: true });

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

/**
 * Brings the schema up to date, all or nothing.
 * @returns names of the migrations that ran
 * @throws where one fails, or where the database was migrated by a newer version of the programme
 */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  const texts = migrationTexts();
  verifyMigrations(texts, checksums);
  const migrations: Record<string, Migration> = {};
  for (const [name, text] of texts) migrations[name] = { up: async (trx) => void (await sql.raw(text).execute(trx)) };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  // Kysely's Migrator never throws: what went wrong is in `error`.
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error');
    throw new Error(`Migration ${failed?.migrationName ?? '(none)'} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return (results ?? []).map((result) => result.migrationName);
}
