/** What queries take: reads cannot write, and writes run in a transaction; the compiler proves both. */
import type { Kysely, Transaction } from 'kysely';
import type { Scope } from '../../recognition/report.ts';
import type { Schema } from '../database/schema.ts';

export type Reads = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn'>;
export type Writes = Transaction<Schema>;

export interface FilingKey {
  countyId: number;
  /** Code of the body. */
  body: string;
  year: number;
  scope: Scope;
}
export interface ReportKey extends FilingKey {
  version: number;
}

export const filingColumns = (key: FilingKey): { county_id: number; body_code: string; year: number; scope: Scope } => ({
  county_id: key.countyId, body_code: key.body, year: key.year, scope: key.scope,
});
export const reportColumns = (key: ReportKey): ReturnType<typeof filingColumns> & { version: number } => ({ ...filingColumns(key), version: key.version });
