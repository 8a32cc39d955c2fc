/**
 * The open database for pages. The entry and Kit's build are two bundles in one process (and `vite dev` reloads modules),
 * so it is kept on globalThis under a registered symbol.
 */
import type { Kysely } from 'kysely';
import type { DatabaseHandle } from './connect.ts';
import type { Schema } from './schema.ts';

const PLACE = Symbol.for('annual-report-dashboard.database');
const places = globalThis as { [PLACE]?: DatabaseHandle };

/** Called once by whoever opened it. */
export function setDatabase(handle: DatabaseHandle): void {
  places[PLACE] = handle;
}

/** Whether somebody has opened it. */
export const isOpen = (): boolean => places[PLACE] !== undefined;

/**
 * The open database.
 * @throws where the entry has not opened one
 */
export function database(): Kysely<Schema> {
  const handle = places[PLACE];
  if (!handle) throw new Error('The database is not open: start the programme with npm start');
  return handle.db;
}
