/** Backups: from the embedded database to this engine and back, and what is refused. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackupHeader, BackupTrailer } from '../../src/lib/server/backup/backup-format.ts';
import { checkBackup } from '../../src/lib/server/backup/read-backup.ts';
import { fillDatabase, restoreBackup } from '../../src/lib/server/backup/restore-backup.ts';
import { writeBackup } from '../../src/lib/server/backup/write-backup.ts';
import { openDatabase, type DatabaseConfig } from '../../src/lib/server/database/connect.ts';
import { migrate, programmeMigrations } from '../../src/lib/server/database/migrate.ts';
import type { Schema } from '../../src/lib/server/database/schema.ts';
import { insertBodies } from '../../src/lib/server/queries/bodies.ts';
import { insertCounty } from '../../src/lib/server/queries/counties.ts';
import { ensureFiling, insertFilingEvent } from '../../src/lib/server/queries/filings.ts';
import { contentOf, fillHard, HARD_TEXT, newDatabase, newEmbedded, newPostgres, openUrl } from './support/full-database.ts';
import { databaseSuite, engine } from './support/suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const place = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const linesIn = (file: string): string[] => gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
/** Rows and their tables, without header and trailer. */
const rowsIn = (file: string): string[] => linesIn(file).slice(1, -1);
/** A copy with other lines, hashes as they were. */
function changed(file: string, name: string, change: (lines: string[]) => string[]): string {
  writeFileSync(place(name), gzipSync(`${change(linesIn(file)).join('\n')}\n`));
  return place(name);
}
function withHeader(file: string, name: string, change: (header: BackupHeader) => Partial<BackupHeader>): string {
  return changed(file, name, ([first, ...others]) => {
    const header = JSON.parse(first!) as BackupHeader;
    return [JSON.stringify({ ...header, ...change(header) }), ...others];
  });
}

databaseSuite('backup', (database) => {
  /** The embedded database that everything starts from, its content and its backup. */
  let source: Kysely<Schema>;
  let content: Record<string, string[]>;
  const original = place('original');

  beforeAll(async () => {
    source = await newEmbedded();
    await migrate(source);
    await fillHard(source);
    content = await contentOf(source);
    // What a session says about dates must not show in a backup.
    await sql`set timezone to 'Asia/Shanghai'`.execute(source);
    await sql`set datestyle to 'SQL, DMY'`.execute(source);
    await writeBackup(source, { file: original, force: false });
  }, 180_000);
  afterAll(() => source.destroy());

  it('goes from the embedded database to this engine and back, byte for byte', { timeout: 180_000 }, async () => {
    expect(Object.entries(content).filter(([, rows]) => rows.length === 0).map(([table]) => table), 'empty tables prove nothing: fill them in support/full-database.ts').toEqual([]);
    const there = await newDatabase();
    await migrate(there);
    await fillDatabase(there, original);
    expect(await contentOf(there)).toEqual(content);
    const summary = await writeBackup(there, { file: place('there'), force: false });
    expect(Object.fromEntries(summary.totals.map(({ table, rows }) => [table, rows]))).toEqual(Object.fromEntries(Object.entries(content).map(([table, rows]) => [table, rows.length])));
    await there.destroy();

    const back = await newEmbedded();
    await migrate(back);
    await fillDatabase(back, place('there'));
    expect(await contentOf(back)).toEqual(content);
    await writeBackup(back, { file: place('back'), force: false });
    await back.destroy();
    expect(rowsIn(place('there'))).toEqual(rowsIn(original));
    expect(rowsIn(place('back'))).toEqual(rowsIn(original));
  });

  describe('restored here', () => {
    let db: Kysely<Schema>;
    beforeAll(async () => {
      db = database().db;
      await fillDatabase(db, original);
    });

    it('goes on numbering where it stopped', async () => {
      const next = (of: Kysely<Schema>): Promise<number> => of.transaction().execute((trx) => insertCounty(trx, { code: '990077', name: '新县', actor: 'test' }));
      const number = await next(db);
      expect(number).toBe(await next(source));
      // One of the numbers between was given out and not used.
      expect(number).toBe(4);
      for (const each of [db, source]) await sql`delete from counties where code = '990077'`.execute(each);
    });

    it('keeps the history append-only', async () => {
      await expect(sql`update filing_events set actor = 'x'`.execute(db)).rejects.toThrow('append-only');
      await expect(sql`delete from corrections`.execute(db)).rejects.toThrow('append-only');
      await expect(sql`update report_figures set t2_fees_amount = 0`.execute(db)).rejects.toThrow('append-only');
    });

    it('is refused where there is data, which stays as it was', async () => {
      const before = await contentOf(db);
      await expect(fillDatabase(db, original)).rejects.toThrow('数据库里已有数据');
      expect(await contentOf(db)).toEqual(before);
    });

    it('shows one moment while others write', async () => {
      const countyId = (await db.selectFrom('counties').select('county_id').where('code', '=', '990001').executeTakeFirstOrThrow()).county_id;
      let writing = true;
      let written = 0;
      const writer = (async () => {
        // A breath each time: an embedded database in this thread lets nobody else run.
        for (; writing; written++, await breath())
          await db.transaction().execute(async (trx) => {
            const key = { countyId, body: `w${written}`, year: 2024, scope: 'own' as const };
            await insertBodies(trx, countyId, [{ code: key.body, kind: 'zone', sortOrder: 9, names: [{ name: key.body, role: 'name' }] }], 'writer');
            await ensureFiling(trx, key, 'writer');
            await insertFilingEvent(trx, key, { kind: 'received', detail: {}, origin: 'web', actor: 'writer' });
          });
      })();
      while (written < 3) await breath();
      await writeBackup(db, { file: place('busy'), force: false });
      writing = false;
      await writer;
      const counts = new Map<string, number>();
      let table = '';
      for (const line of rowsIn(place('busy'))) {
        const value = JSON.parse(line) as { table: string } | string[];
        if (!Array.isArray(value)) table = value.table;
        else if (value.includes('writer')) counts.set(table, (counts.get(table) ?? 0) + 1);
      }
      expect(counts.get('bodies')).toBeGreaterThanOrEqual(3);
      expect(new Set(['bodies', 'body_names', 'filings', 'filing_events'].map((name) => counts.get(name))).size).toBe(1);
    });
  });

  it('is written for its owner alone, and replaces nothing unasked', async () => {
    expect(statSync(original).mode & 0o777).toBe(0o600);
    await expect(writeBackup(source, { file: original, force: false })).rejects.toThrow('文件已存在');
    writeFileSync(place('old'), 'old', { mode: 0o644 });
    await writeBackup(source, { file: place('old'), force: true });
    expect(rowsIn(place('old'))).toEqual(rowsIn(original));
    expect(statSync(place('old')).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind where it cannot be written to the end', async () => {
    mkdirSync(place('empty/is-a-folder'), { recursive: true });
    for (const stop of [AbortSignal.abort(), AbortSignal.timeout(1)])
      for (const db of [source, database().db]) await expect(writeBackup(db, { file: place('empty/file'), force: false }, stop)).rejects.toThrow('已中断');
    await expect(writeBackup(source, { file: place('none/file'), force: false })).rejects.toThrow('文件夹不存在');
    await expect(writeBackup(source, { file: place('empty/is-a-folder'), force: true })).rejects.toThrow('这是文件夹');
    await sql`create table keyless (county_id integer)`.execute(source);
    await expect(writeBackup(source, { file: place('empty/file'), force: false })).rejects.toThrow('keyless');
    await sql`drop table keyless`.execute(source);
    expect(readdirSync(place('empty'))).toEqual(['is-a-folder']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  describe('a file that is not whole', () => {
    it('is told from a whole one, packed again', async () => {
      const { totals } = JSON.parse(linesIn(original).at(-1)!) as BackupTrailer;
      expect(await checkBackup(changed(original, 'same', (lines) => lines))).toMatchObject({ totals });
    });

    it('is refused wherever a byte differs or the end is missing', async () => {
      const bytes = readFileSync(original);
      for (const share of [0.3, 0.6, 0.9, 0.999]) {
        const at = Math.floor(bytes.length * share);
        writeFileSync(place('cut'), bytes.subarray(0, at));
        await expect(checkBackup(place('cut')), `cut at ${at}`).rejects.toThrow('备份文件不完整');
        const flipped = Buffer.from(bytes);
        flipped[at]! ^= 0x10;
        writeFileSync(place('flipped'), flipped);
        await expect(checkBackup(place('flipped')), `flipped at ${at}`).rejects.toThrow(/备份文件(已损坏|不完整)/);
      }
    });

    it.each<[string, (lines: string[]) => string[]]>([
      ['a row is missing', (lines) => lines.filter((_, index) => index !== 2)],
      ['a row stands twice', (lines) => [...lines.slice(0, 3), lines[2]!, ...lines.slice(3)]],
      ['two rows changed places', (lines) => [...lines.slice(0, 2), lines[3]!, lines[2]!, ...lines.slice(4)]],
      ['a value differs', (lines) => lines.map((line, index) => (index === 2 ? line.replace('青禾县', '青河县') : line))],
      ['the header differs', (lines) => lines.map((line, index) => (index === 0 ? line.replace('"made_at":"20', '"made_at":"21') : line))],
      ['a row lacks a column', (lines) => lines.map((line, index) => (index === 2 ? JSON.stringify((JSON.parse(line) as string[]).slice(1)) : line))],
      ['a table is missing', (lines) => lines.filter((line) => line !== '{"table":"bodies"}')],
      ['rows stand before a table', (lines) => lines.filter((_, index) => index !== 1)],
      ['something stands after the end', (lines) => [...lines, '{"table":"counties"}']],
      ['a line is no JSON', (lines) => [...lines.slice(0, 5), 'x', ...lines.slice(5)]],
      ['the totals differ', (lines) => lines.map((line, index) => (index === lines.length - 1 ? line.replace(/"rows":(\d+)/, '"rows":1$1') : line))],
    ])('is refused where %s', async (_title, change) => {
      await expect(checkBackup(changed(original, 'changed', change))).rejects.toThrow('备份文件已损坏');
    });

    it('is refused where its last line, or everything, is missing', async () => {
      writeFileSync(place('nothing'), '');
      await expect(checkBackup(place('nothing'))).rejects.toThrow('备份文件不完整');
      await expect(checkBackup(changed(original, 'changed', (lines) => lines.slice(0, -1)))).rejects.toThrow('备份文件不完整');
    });

    it('is refused where it is something else', async () => {
      writeFileSync(place('text'), '年报');
      writeFileSync(place('packed'), gzipSync('{"format":"other"}\n'));
      for (const name of ['text', 'packed']) await expect(checkBackup(place(name)), name).rejects.toThrow('这不是本程序的备份文件');
      await expect(checkBackup(place('none'))).rejects.toThrow('没有这个文件');
      await expect(checkBackup(folder)).rejects.toThrow('这是文件夹');
      await expect(checkBackup(withHeader(original, 'newer', () => ({ version: 2 })))).rejects.toThrow('请先更新本程序');
    });
  });

  describe('restoring', { timeout: 180_000 }, () => {
    /** A configuration that names a new, empty place of this engine; on PostgreSQL with an application that may not change tables. */
    async function newPlace(): Promise<{ config: DatabaseConfig; remove(): Promise<void> }> {
      const dataDir = place(`data-${randomUUID()}`);
      if (engine === 'embedded') return { config: { dataDir }, remove: async () => undefined };
      const owner = await newPostgres();
      const admin = openUrl(owner);
      const role = `app_${randomUUID().slice(0, 8)}`;
      await sql`create role ${sql.id(role)} login password 'app'`.execute(admin);
      const application = new URL(owner);
      [application.username, application.password] = [role, 'app'];
      const remove = async (): Promise<void> => {
        await sql`drop owned by ${sql.id(role)}`.execute(admin);
        await sql`drop role ${sql.id(role)}`.execute(admin);
        await admin.destroy();
      };
      return { config: { dataDir, databaseUrl: application.href, databaseOwnerUrl: owner }, remove };
    }
    const inPlace = async <Result>(config: DatabaseConfig, work: (db: Kysely<Schema>) => Promise<Result>): Promise<Result> => {
      const handle = await openDatabase(config);
      try {
        return await work(handle.db);
      } finally {
        await handle.close();
      }
    };

    it('fills the place that the configuration names, and its application backs it up again', async () => {
      const { config, remove } = await newPlace();
      const summary = await restoreBackup(config, original);
      expect(summary.totals.find(({ table }) => table === 'documents')?.rows).toBe(content.documents?.length);
      await inPlace(config, (db) => writeBackup(db, { file: place('by-application'), force: true }));
      expect(rowsIn(place('by-application'))).toEqual(rowsIn(original));
      await expect(restoreBackup(config, original)).rejects.toThrow('数据库里已有数据');
      expect(await inPlace(config, contentOf)).toEqual(content);
      await remove();
    });

    it('makes the tables of an older backup, then brings them up to date', async () => {
      const older = await newEmbedded();
      await migrate(older, '0003_reports');
      await older.transaction().execute((trx) => insertCounty(trx, { code: '990001', name: HARD_TEXT, actor: 'test' }));
      await writeBackup(older, { file: place('older'), force: false });
      await older.destroy();
      expect((await checkBackup(place('older'))).header.migrations.map(({ name }) => name)).toEqual(['0001_register', '0002_documents_and_filings', '0003_reports']);

      const { config, remove } = await newPlace();
      await restoreBackup(config, place('older'));
      await inPlace(config, async (db) => {
        expect(await db.selectFrom('counties').select(['code', 'name']).execute()).toEqual([{ code: '990001', name: HARD_TEXT }]);
        expect(await db.selectFrom('report_figures').select('version').execute()).toEqual([]);
        const ran = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
        expect(ran.rows).toEqual(programmeMigrations().map(({ name }) => ({ name })));
      });
      await expect(restoreBackup(config, place('older'))).rejects.toThrow('表结构比备份新');
      await remove();
    });

    it('is refused where the tables are those of a newer or of another programme, before a database is made', async () => {
      const { config, remove } = await newPlace();
      const proven = (name: string, change: (header: BackupHeader) => Partial<BackupHeader>): string => rehashed(withHeader(original, name, change), name);
      const newer = proven('newer', ({ migrations }) => ({ migrations: [...migrations, { name: '9999_later', sha256: '0'.repeat(64) }] }));
      const other = proven('other', ({ migrations }) => ({ migrations: migrations.map((mark) => ({ ...mark, sha256: '0'.repeat(64) })) }));
      await expect(restoreBackup(config, newer)).rejects.toThrow('请先更新本程序');
      await expect(restoreBackup(config, other)).rejects.toThrow('另一种程序');
      await expect(restoreBackup(config, place('none'))).rejects.toThrow('没有这个文件');
      expect(readdirSync(folder)).not.toContain(config.dataDir.slice(folder.length + 1));
      await remove();
    });

    it('stores nothing where the database gives back something else than the file says', async () => {
      const db = await newDatabase();
      await migrate(db);
      await sql`create function shorten() returns trigger language plpgsql as $$ begin new.name := left(new.name, 2); return new; end $$`.execute(db);
      await sql`create trigger shorten before insert on counties for each row execute function shorten()`.execute(db);
      await expect(fillDatabase(db, original)).rejects.toThrow('核对不一致');
      expect(Object.values(await contentOf(db)).flat()).toEqual([]);
      await sql`drop trigger shorten on counties`.execute(db);
      await sql`alter table bodies add column extra text`.execute(db);
      await expect(fillDatabase(db, original)).rejects.toThrow('表结构与备份不同');
      await sql`alter table bodies drop column extra`.execute(db);
      await fillDatabase(db, original);
      expect(await contentOf(db)).toEqual(content);
      await db.destroy();
    });
  });
});

/** The file with the hash of all lines set right again, as a programme of that version would write it. */
function rehashed(file: string, name: string): string {
  return changed(file, name, (lines) => {
    const trailer = JSON.parse(lines.at(-1)!) as BackupTrailer;
    const sha256 = createHash('sha256').update(lines.slice(0, -1).map((line) => `${line}\n`).join('')).digest('hex');
    return [...lines.slice(0, -1), JSON.stringify({ ...trailer, sha256 })];
  });
}
