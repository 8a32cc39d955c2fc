/** Migrations run once, all or nothing, and are frozen. */
import { readdirSync, readFileSync } from 'node:fs';
import { Migrator, sql, type Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate, migrationTexts, verifyMigrations } from '../../src/lib/server/database/migrate.ts';
import { databaseSuite } from './support/suite.ts';

const LIST = readFileSync('db/migrations/sha256sums', 'utf8');

databaseSuite('migrate', (database) => {
  it('does nothing where the schema is up to date', async () => {
    expect(await migrate(database().db)).toEqual([]);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database().db);
    expect(rows.map(({ name }) => name)).toEqual([...migrationTexts().keys()].sort());
  });

  it('leaves nothing of a migration that fails', async () => {
    const { db } = database();
    const applied = Object.fromEntries([...migrationTexts().keys()].map((name) => [name, { up: async () => {} }]));
    const broken = { up: async (trx: Kysely<unknown>) => void (await sql.raw('create table half_made (county_id integer); select * from no_such_table').execute(trx)) };
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...applied, '9999_broken': broken }) } });
    expect((await migrator.migrateToLatest()).error).toMatchObject({ code: '42P01' });
    const { rows } = await sql<{ made: string | null }>`select to_regclass('half_made')::text as made`.execute(db);
    expect(rows[0]?.made).toBeNull();
    expect(await migrate(db)).toEqual([]);
  });

  it('refuses a database that a newer programme has migrated', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9000_newer', '2099-01-01')`.execute(database().db);
    await expect(migrate(database().db)).rejects.toThrow('9000_newer');
    await sql`delete from kysely_migration where name = '9000_newer'`.execute(database().db);
  });
});

describe('checksums of migrations', () => {
  const texts = migrationTexts();

  it('are those of the files, and every file is numbered', () => {
    expect(() => verifyMigrations(texts, LIST)).not.toThrow();
    const files = readdirSync('db/migrations').filter((name) => name.endsWith('.sql')).sort();
    expect(files.map((name) => name.slice(0, -4))).toEqual([...texts.keys()].sort());
    const numbers = files.map((name) => /^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(files.length);
  });

  it('tell a changed, an added and a missing file', () => {
    const [first = '', text = ''] = [...texts][0] ?? [];
    expect(() => verifyMigrations(new Map([...texts, [first, `${text} `]]), LIST)).toThrow(`${first} differs`);
    expect(() => verifyMigrations(new Map([...texts, ['0999_added', 'select 1']]), LIST)).toThrow('0999_added differs');
    expect(() => verifyMigrations(new Map([...texts].slice(1)), LIST)).toThrow('its file is missing');
  });
});
