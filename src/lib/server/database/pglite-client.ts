/** PGlite with this product's type parsers, in this thread: what the worker runs, and tests in memory. */
import { PGlite, type PGliteOptions, type Results } from '@electric-sql/pglite';
import type { PgliteClient, PgliteResult } from './pglite-dialect.ts';
import { TYPE_PARSERS } from './type-parsers.ts';

const rowsOf = (result: Results | undefined): PgliteResult => ({ rows: result?.rows ?? [], affectedRows: result?.affectedRows });

/** The client over an open PGlite. */
export function clientOf(pglite: PGlite): PgliteClient {
  return {
    query: async (sql, parameters) => rowsOf(await pglite.query(sql, [...parameters], { parsers: TYPE_PARSERS })),
    exec: async (sql) => rowsOf((await pglite.exec(sql, { parsers: TYPE_PARSERS })).at(-1)),
    close: () => pglite.close(),
  };
}

/**
 * Opens PGlite. `dataDir` is a folder that exists already, or absent for memory.
 * @throws where the folder is not a database of this version
 */
export async function openPglite(options: Pick<PGliteOptions, 'dataDir' | 'loadDataDir'> = {}): Promise<PGlite> {
  const pglite = new PGlite(options);
  await pglite.waitReady;
  return pglite;
}
