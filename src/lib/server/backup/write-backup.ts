/** Writes all that the database holds into one file: a snapshot, proven by reading it again before it gets its name. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { appliedMigrations, type MigrationMark } from '../database/migrate.ts';
import type { Schema } from '../database/schema.ts';
import { fixTextForms, serverVersion, storedRows, storedSequences, storedTables } from '../queries/backup-rows.ts';
import type { Writes } from '../queries/connection.ts';
import { BackupError, FORMAT, FORMAT_VERSION, lineOf, TableTally, type BackupSummary, type TableTotal } from './backup-format.ts';
import { checkBackup } from './read-backup.ts';

export interface BackupOptions {
  /** Absolute. */
  file: string;
  /** Replace a file that is there. */
  force: boolean;
}

/** Fast rather than small: the embedded database answers nobody while its snapshot is read. */
const COMPRESSION = 1;

/**
 * Writes the backup beside its place, reads it back, then puts it there. The file is readable by its owner alone (0600).
 * @throws {BackupError} where the file is there already, or the place cannot be written; nothing is left behind then
 */
export async function writeBackup(db: Kysely<Schema>, { file, force }: BackupOptions, signal?: AbortSignal): Promise<BackupSummary> {
  if (!force && (await exists(file))) throw new BackupError(`文件已存在，要替换请加 --force：${file} · The file exists; --force replaces it`);
  const draft = `${file}.${process.pid}.part`;
  try {
    await rm(draft, { force: true });
    const migrations = await appliedMigrations(db);
    await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute((trx) =>
      // `flush`: on the disk before it is closed.
      pipeline(() => linesOf(trx, migrations), createGzip({ level: COMPRESSION }), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }), { signal }));
    await chmod(draft, 0o600);
    const { header: _, ...summary } = await checkBackup(draft);
    await rename(draft, file);
    await flushFolder(dirname(file));
    return { ...summary, file };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw sentenceFor(error, file, signal);
  }
}

async function* linesOf(trx: Writes, migrations: MigrationMark[]): AsyncGenerator<string> {
  await fixTextForms(trx);
  const tables = await storedTables(trx);
  const all = createHash('sha256');
  const passed = (lines: string): string => {
    all.update(lines);
    return lines;
  };
  yield passed(lineOf({
    format: FORMAT, version: FORMAT_VERSION, made_at: new Date().toISOString(), server: await serverVersion(trx), migrations,
    tables: tables.map(({ name, columns }) => ({ name, columns })), sequences: await storedSequences(trx),
  }));
  const totals: TableTotal[] = [];
  for (const table of tables) {
    yield passed(lineOf({ table: table.name }));
    const tally = new TableTally(table.name);
    for await (const rows of storedRows(trx, table)) {
      const lines = rows.map(lineOf).join('');
      tally.add(lines, rows.length);
      yield passed(lines);
    }
    totals.push(tally.total());
  }
  yield lineOf({ totals, sha256: all.digest('hex') });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}

/** So that the new name survives a loss of power. Not every system can do this to a folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function sentenceFor(error: unknown, file: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return new BackupError('已中断，没有留下文件 · Interrupted; no file was left');
  const why: Record<string, string> = {
    ENOENT: `文件夹不存在：${dirname(file)} · There is no such folder`,
    ENOTDIR: `文件夹不存在：${dirname(file)} · There is no such folder`,
    EISDIR: `这是文件夹，请给出文件名：${file} · This is a folder: give the name of a file`,
    EACCES: `没有权限写入：${file} · Not allowed to write the file`,
    EROFS: `没有权限写入：${file} · Not allowed to write the file`,
    ENOSPC: `磁盘空间不足：${dirname(file)} · The disk is full`,
    EDQUOT: `磁盘空间不足：${dirname(file)} · The disk is full`,
  };
  const sentence = why[(error as NodeJS.ErrnoException).code ?? ''];
  return sentence ? new BackupError(sentence, { cause: error }) : error;
}
