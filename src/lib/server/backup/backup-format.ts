/** What stands in a backup file, line by line. For people: db/backup-format.md. */
import { createHash } from 'node:crypto';
import type { MigrationMark } from '../database/migrate.ts';
import type { StoredRow, StoredSequence, StoredTable } from '../queries/backup-rows.ts';

export const FORMAT = 'annual-report-dashboard backup';
/** Raised when a reader of the former version could not read the file, or would read it wrongly. */
export const FORMAT_VERSION = 1;

/** First line. */
export interface BackupHeader {
  format: typeof FORMAT;
  version: number;
  /** ISO 8601 in UTC. */
  made_at: string;
  /** Version of the PostgreSQL server it was read from; for people. */
  server: string;
  /** Those that had run, in order: the schema that the rows fit. */
  migrations: MigrationMark[];
  tables: Pick<StoredTable, 'name' | 'columns'>[];
  sequences: StoredSequence[];
}
/** Before the rows of each table, in the order of the header. A row is a bare array of texts and nulls. */
export interface TableLine {
  table: string;
}
/** Last line. */
export interface BackupTrailer {
  totals: TableTotal[];
  /** Of all lines before this one. */
  sha256: string;
}
export interface TableTotal {
  table: string;
  rows: number;
  /** Of the lines of its rows. */
  sha256: string;
}

/** A backup that cannot be made, read or restored for a reason that the operator can act on; in both languages. */
export class BackupError extends Error {}

export const lineOf = (value: BackupHeader | TableLine | StoredRow | BackupTrailer): string => `${JSON.stringify(value)}\n`;

/** Count and hash of a table's rows, taken while they pass. */
export class TableTally {
  readonly #table: string;
  readonly #hash = createHash('sha256');
  #rows = 0;
  constructor(table: string) {
    this.#table = table;
  }
  /** Takes whole lines. */
  add(lines: string | Uint8Array, rows: number): void {
    this.#hash.update(lines);
    this.#rows += rows;
  }
  /** Once, at the end. */
  total(): TableTotal {
    return { table: this.#table, rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** What a person is told of a backup. */
export interface BackupSummary {
  /** Absolute. */
  file: string;
  /** Of the file. */
  bytes: number;
  made_at: string;
  totals: TableTotal[];
}
