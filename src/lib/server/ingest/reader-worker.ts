/** Reads documents in a thread of its own, one after the other: see reader-pool.ts. */
import { parentPort } from 'node:worker_threads';
import { readReports, type ReadBytes } from './read-reports.ts';

export interface ReaderRequest {
  bytes: Uint8Array;
  name: string;
}
/** `failed` is a fault of the programme: readers never throw on any bytes. */
export type ReaderAnswer = { ready: true } | { read: Awaited<ReturnType<ReadBytes>> } | { failed: string };

const port = parentPort;
if (!port) throw new Error('Only as a worker thread');
port.on('message', ({ bytes, name }: ReaderRequest) => {
  readReports(bytes, name).then(
    // The blocks stay here: nobody stores them.
    (read) => port.postMessage({ read: 'unreadable' in read ? read : { document: { format: read.document.format }, reports: read.reports } } satisfies ReaderAnswer),
    (error: unknown) => port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies ReaderAnswer),
  );
});
port.postMessage({ ready: true } satisfies ReaderAnswer);
