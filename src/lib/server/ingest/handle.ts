/**
 * How this process reads documents, and what reads those that wait, for pages. Kept on globalThis under a registered symbol like the database: the entry
 * and Kit's build are two bundles in one process.
 */
import type { IntakeQueue } from './intake-queue.ts';
import type { ReadBytes } from './read-reports.ts';

const PLACE = Symbol.for('annual-report-dashboard.reader');
const QUEUE = Symbol.for('annual-report-dashboard.intake');
const places = globalThis as { [PLACE]?: ReadBytes; [QUEUE]?: IntakeQueue };

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

/** Called once by whoever opened the queue. */
export function setIntakeQueue(queue: IntakeQueue): void {
  places[QUEUE] = queue;
}

/**
 * The queue of files that wait to be read.
 * @throws where the entry has not opened one
 */
export function intakeQueue(): IntakeQueue {
  const queue = places[QUEUE];
  if (!queue) throw new Error('No intake is open: start the programme with npm start');
  return queue;
}
