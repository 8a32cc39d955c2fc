/**
 * How this process reads documents, for pages. Kept on globalThis under a registered symbol like the database: the entry
 * and Kit's build are two bundles in one process.
 */
import type { ReadBytes } from './read-reports.ts';

const PLACE = Symbol.for('annual-report-dashboard.reader');
const places = globalThis as { [PLACE]?: ReadBytes };

/** Called once by whoever opened the pool. */
export function setReader(read: ReadBytes): void {
  places[PLACE] = read;
}

/**
 * The open reader.
 * @throws where the entry has not opened one
 */
export function reader(): ReadBytes {
  const read = places[PLACE];
  if (!read) throw new Error('No reader is open: start the programme with npm start');
  return read;
}
