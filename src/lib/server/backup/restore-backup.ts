/** Brings a backup into an empty database, of either engine: whole and proven, or not at all. */
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { openDatabase, type DatabaseConfig } from '../database/connect.ts';
import { programmeMigrations } from '../database/migrate.ts';
import type { Schema } from '../database/schema.ts';
import {
  filledTables, fixTextForms, insertStoredRows, lockStoredTables, setStoredSequence, storedRows, storedSequences, storedTables, type StoredSequence, type StoredTable,
} from '../queries/backup-rows.ts';
import type { Writes } from '../queries/connection.ts';
import { BackupError, lineOf, TableTally, type BackupHeader, type BackupSummary, type TableTotal } from './backup-format.ts';
import { checkBackup, readBackup } from './read-backup.ts';

/**
 * Proves the file, makes the tables as they were when it was made, fills them, and brings them up to date.
 * @throws {BackupError} where the file cannot be used, or the database is not empty; the database is left as it was
 * @throws {ConfigError} where the database cannot be opened, or a running server holds it
 */
export async function restoreBackup(config: DatabaseConfig, file: string): Promise<BackupSummary> {
  const { header, ...summary } = await checkBackup(file);
  const schema = knownSchema(header);
  // Numbers of identity columns are set by their owner alone.
  const asOwner = config.databaseUrl && config.databaseOwnerUrl ? { dataDir: config.dataDir, databaseUrl: config.databaseOwnerUrl } : config;
  const handle = await openDatabase(asOwner, schema);
  try {
    await fillDatabase(handle.db, summary.file);
  } finally {
    await handle.close();
  }
  // Later migrations, and the rights of the application.
  await (await openDatabase(config)).close();
  return summary;
}

/** The last migration of the backup. @throws {BackupError} where this programme does not have the same up to there */
function knownSchema({ migrations }: BackupHeader): string {
  const own = programmeMigrations();
  const last = migrations.at(-1)?.name;
  if (last === undefined) throw new BackupError('备份里没有数据表 · The backup holds no tables');
  if (migrations.some(({ name }) => !own.some((each) => each.name === name)))
    throw new BackupError('备份由更新的程序版本做成，请先更新本程序 · The backup was made by a newer version of the programme: update this one first');
  const same = migrations.every(({ name, sha256 }, index) => own[index]?.name === name && own[index].sha256 === sha256);
  if (!same) throw new BackupError('备份由另一种程序做成，表结构与本程序不同 · The backup was made by another programme: its tables differ from those of this one');
  return last;
}

/**
 * Fills a database whose tables are those of the backup, in one transaction; before it is committed, every table is read
 * again and compared with the counts and hashes of the file.
 * @throws {BackupError} where the database is not empty, or does not give back what the file says
 */
export async function fillDatabase(db: Kysely<Schema>, file: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await fixTextForms(trx);
    const tables = await storedTables(trx);
    await lockStoredTables(trx, tables);
    if ((await filledTables(trx, tables)).length > 0)
      throw new BackupError('数据库里已有数据，只能恢复到空的数据库；请换一个 DATA_DIR，或新建 PostgreSQL 数据库 · The database holds data already; a backup is restored into an empty one only: use another DATA_DIR, or a new PostgreSQL database');
    const byName = new Map(tables.map((table) => [table.name, table]));
    let sequences: StoredSequence[] = [];
    for await (const piece of readBackup(file)) {
      if ('header' in piece) {
        await compareSchema(trx, piece.header, tables);
        sequences = piece.header.sequences;
      } else if ('rows' in piece) await insertStoredRows(trx, byName.get(piece.table)!, piece.rows);
      else for (const total of piece.totals) await compareRows(trx, byName.get(total.table)!, total);
    }
    for (const sequence of sequences) await setStoredSequence(trx, sequence);
    if (!isDeepStrictEqual(await storedSequences(trx), sequences)) throw notGivenBack();
  });
}

/** Same tables, same columns, same identity columns. */
async function compareSchema(trx: Writes, header: BackupHeader, tables: StoredTable[]): Promise<void> {
  const columns = (list: BackupHeader['tables']): Map<string, unknown> => new Map(list.map((table) => [table.name, table.columns]));
  const identities = (list: StoredSequence[]): string[] => list.map(({ table, column }) => `${table}.${column}`);
  const same = isDeepStrictEqual(columns(tables), columns(header.tables)) && isDeepStrictEqual(identities(await storedSequences(trx)), identities(header.sequences));
  if (!same) throw new BackupError('数据库的表结构与备份不同，无法恢复 · The tables of the database differ from those of the backup');
}

/** What the database gives back now, against what the file says. */
async function compareRows(trx: Writes, table: StoredTable, expected: TableTotal): Promise<void> {
  const tally = new TableTally(table.name);
  for await (const rows of storedRows(trx, table)) tally.add(rows.map(lineOf).join(''), rows.length);
  if (!isDeepStrictEqual(tally.total(), expected)) throw notGivenBack();
}

const notGivenBack = (): BackupError =>
  new BackupError('恢复后的核对不一致，未作任何改动 · What was restored does not agree with the backup; nothing was changed');
