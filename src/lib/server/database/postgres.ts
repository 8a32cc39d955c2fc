/** PostgreSQL through node-postgres. Type parsers belong to the pool, not to the library: nothing global changes. */
import pg from 'pg';
import { PostgresDialect } from 'kysely';
import { log, errorFields } from '../log.ts';
import { TYPE_PARSERS } from './type-parsers.ts';

/** A pool for the address. Connections are made when first used. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'annual-report-dashboard',
    types: {
      // Binary results are never asked for, so a parser sees text.
      getTypeParser: (oid: number, format?: 'text' | 'binary') => TYPE_PARSERS[oid] ?? pg.types.getTypeParser(oid, format),
    },
  });
  // Without a listener a connection that breaks while idle ends the process.
  pool.on('error', (error) => log('warn', 'idle connection lost', errorFields(error)));
  return pool;
}

export const postgresDialect = (pool: pg.Pool): PostgresDialect => new PostgresDialect({ pool });
