/** What the process that holds the embedded database does for commands. */
import type { Kysely } from 'kysely';
import { writeBackup, type BackupOptions } from '../backup/write-backup.ts';
import type { Config } from '../config.ts';
import type { Schema } from '../database/schema.ts';
import { ingestPaths, type IngestOptions } from './ingest-paths.ts';
import type { ReadBytes } from './read-reports.ts';
import { recheckReports, type RecheckOptions } from './recheck.ts';
import { rereadDocuments, type RereadOptions } from './reread.ts';
import type { CommandWork } from './socket.ts';

/** By name of the command; the shapes of the options are those of the functions. */
export function ownerCommands(db: Kysely<Schema>, config: Config, read: ReadBytes): Record<string, CommandWork> {
  return {
    ingest: (options, emit, signal) => ingestPaths(db, config, read, options as IngestOptions, emit, signal),
    reread: (options, emit, signal) => rereadDocuments(db, read, options as RereadOptions, emit, signal),
    recheck: (options, emit, signal) => recheckReports(db, read, options as RecheckOptions, emit, signal),
    backup: (options, _emit, signal) => writeBackup(db, options as BackupOptions, signal),
  };
}
