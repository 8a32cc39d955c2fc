/** Reads a backup file and proves it while reading: nothing is believed that the hashes at its end do not confirm. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { StoredRow } from '../queries/backup-rows.ts';
import { BackupError, FORMAT, FORMAT_VERSION, TableTally, type BackupHeader, type BackupSummary, type BackupTrailer, type TableLine, type TableTotal } from './backup-format.ts';

export type BackupPiece = { header: BackupHeader } | { table: string; rows: StoredRow[] } | { totals: TableTotal[] };

/** Rows handed over at once: so many, or fewer where they are long. */
const MOST_ROWS = 100;
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Yields the header, then rows by table, at last the totals; these only when everything agrees with them.
 * @throws {BackupError} where the file is not a backup, is damaged, is cut off, or was made by a newer version
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPiece> {
  const lines = linesOf(file);
  const first = await lines.next();
  const header = headerOf(first.value);
  yield { header };

  const all = createHash('sha256').update(first.value ?? '');
  const found: TableTotal[] = [];
  let table: BackupHeader['tables'][number] | undefined;
  let tally: TableTally | undefined;
  let trailer: BackupTrailer | undefined;
  let rows: StoredRow[] = [];
  let bytes = 0;
  for await (const line of lines) {
    const value = parsed(line);
    if (trailer) throw damaged();
    if (Array.isArray(value)) {
      if (!table || !tally || !isRow(value, table.columns.length)) throw damaged();
      tally.add(line, 1);
      rows.push(value);
      bytes += line.length;
      if (rows.length >= MOST_ROWS || bytes >= MOST_BYTES) {
        yield { table: table.name, rows };
        [rows, bytes] = [[], 0];
      }
    } else {
      if (table && rows.length > 0) yield { table: table.name, rows };
      [rows, bytes] = [[], 0];
      if (tally) found.push(tally.total());
      if (isTrailer(value)) {
        trailer = value;
        continue;
      }
      table = header.tables[found.length];
      if (!table || !isTableLine(value) || table.name !== value.table) throw damaged();
      tally = new TableTally(table.name);
    }
    all.update(line);
  }
  if (!trailer) throw cutOff();
  const proven = trailer.sha256 === all.digest('hex') && JSON.stringify(trailer.totals) === JSON.stringify(found) && found.length === header.tables.length;
  if (!proven) throw damaged();
  yield { totals: found };
}

/**
 * Reads a backup to its end.
 * @throws {BackupError} as `readBackup`
 */
export async function checkBackup(file: string): Promise<BackupSummary & { header: BackupHeader }> {
  let header: BackupHeader | undefined;
  let totals: TableTotal[] = [];
  for await (const piece of readBackup(file)) {
    if ('header' in piece) header = piece.header;
    if ('totals' in piece) totals = piece.totals;
  }
  return { file, bytes: (await stat(file)).size, made_at: header!.made_at, totals, header: header! };
}

/** Lines with their end, as bytes: hashes are of bytes. */
async function* linesOf(file: string): AsyncGenerator<Buffer, undefined> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // Its error reaches the loop below.
  pipeline(createReadStream(file), gunzip, () => undefined);
  let begun: Buffer[] = [];
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, end + 1)]);
        begun = [];
        from = end + 1;
      }
      if (from < chunk.length) begun.push(chunk.subarray(from));
    }
  } catch (error) {
    throw sentenceFor(error, file);
  }
  if (begun.length > 0) throw cutOff();
  return undefined;
}

function sentenceFor(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new BackupError(`没有这个文件：${file} · There is no such file`);
  if (code === 'EACCES') return new BackupError(`没有权限读取：${file} · Not allowed to read the file`);
  if (code === 'EISDIR') return new BackupError(`这是文件夹，不是备份文件：${file} · This is a folder, not a backup`);
  if (message === 'incorrect header check') return notBackup();
  if (code === 'Z_BUF_ERROR') return cutOff();
  if (code?.startsWith('Z_')) return damaged();
  return error;
}

const notBackup = (): BackupError => new BackupError('这不是本程序的备份文件 · This is not a backup of this programme');
const damaged = (): BackupError => new BackupError('备份文件已损坏（内容与校验值不符），请改用另一份备份 · The backup is damaged: it does not agree with its checksums');
const cutOff = (): BackupError => new BackupError('备份文件不完整（被截断），请重新拷贝或改用另一份备份 · The backup is incomplete: its end is missing');

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    throw damaged();
  }
}

function headerOf(line: Buffer | undefined): BackupHeader {
  let header: unknown;
  try {
    header = JSON.parse(line?.toString('utf8') ?? '');
  } catch {
    throw notBackup();
  }
  if (!isObject(header) || header.format !== FORMAT) throw notBackup();
  if (Number(header.version) > FORMAT_VERSION)
    throw new BackupError('备份由更新的程序版本做成，请先更新本程序 · The backup was made by a newer version of the programme: update this one first');
  if (!isHeader(header)) throw damaged();
  return header;
}

type Unproven = Record<string, unknown>;
const isObject = (value: unknown): value is Unproven => typeof value === 'object' && value !== null && !Array.isArray(value);
const isHeader = (value: Unproven): value is Unproven & BackupHeader =>
  value.version === FORMAT_VERSION && typeof value.made_at === 'string' && Array.isArray(value.sequences) &&
  Array.isArray(value.migrations) && Array.isArray(value.tables) && value.tables.every((table) => isObject(table) && Array.isArray(table.columns));
const isTableLine = (value: unknown): value is TableLine => isObject(value) && typeof value.table === 'string';
const isTrailer = (value: unknown): value is BackupTrailer => isObject(value) && Array.isArray(value.totals) && typeof value.sha256 === 'string';
const isRow = (value: unknown[], columns: number): value is StoredRow => value.length === columns && value.every((each) => each === null || typeof each === 'string');
