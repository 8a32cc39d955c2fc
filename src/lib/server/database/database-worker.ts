/**
 * PGlite in a thread of its own: awaiting it in the main thread blocks the event loop. The same file, run as a process
 * with a folder as its argument, makes a new database there: initdb takes 860 MB for a moment, which a process gives back.
 */
import { isMainThread, parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { clientOf, openPglite } from './pglite-client.ts';
import type { PgliteResult } from './pglite-dialect.ts';

/** A statement (several where it has no parameters), or the end. Answers come in the order of the requests. */
export type WorkerWork = { sql: string; parameters: readonly unknown[] } | { close: true };
export type WorkerRequest = WorkerWork & { id: number };
export type WorkerAnswer = { id: number; result: PgliteResult } | { id: number; error: WorkerError } | { ready: true } | { failed: string };
export interface WorkerError {
  message: string;
  /** SQLSTATE, constraint and table, as the database gives them. */
  code?: string;
  constraint?: string;
  table?: string;
  detail?: string;
}

/** Commits after which the log is written back at the latest, and the quiet time after which it is anyway. */
const COMMITS_BETWEEN_CHECKPOINTS = 200;
const QUIET_MS = 500;

async function serve(port: MessagePort, dataDir: string): Promise<void> {
  const pglite = await openPglite({ dataDir });
  const client = clientOf(pglite);
  let queue: Promise<void> = Promise.resolve();
  let commits = 0;
  let quiet: NodeJS.Timeout | undefined;
  let open = false;

  // PGlite has no background checkpointer: its log grew to 993 MB in one long ingest.
  const checkpoint = async (): Promise<void> => {
    if (commits === 0 || open) return;
    commits = 0;
    await client.exec('checkpoint');
  };
  const later = (): void => {
    queue = queue.then(checkpoint);
  };
  const work = async (request: WorkerRequest): Promise<PgliteResult> => {
    clearTimeout(quiet);
    if ('close' in request) {
      await checkpoint();
      await client.close();
      return { rows: [] };
    }
    const result = request.parameters.length === 0 ? await client.exec(request.sql) : await client.query(request.sql, request.parameters);
    if (request.sql.startsWith('begin')) open = true;
    if (request.sql === 'commit' || request.sql === 'rollback') open = false;
    if (request.sql === 'commit') commits += 1;
    if (commits >= COMMITS_BETWEEN_CHECKPOINTS) await checkpoint();
    else if (commits > 0) quiet = setTimeout(later, QUIET_MS);
    return result;
  };

  port.on('message', (request: WorkerRequest) => {
    queue = queue.then(async () => {
      try {
        const result = await work(request);
        port.postMessage({ id: request.id, result } satisfies WorkerAnswer);
        if ('close' in request) port.close();
      } catch (error) {
        port.postMessage({ id: request.id, error: describe(error) } satisfies WorkerAnswer);
      }
    });
  });
  port.postMessage({ ready: true } satisfies WorkerAnswer);
}

function describe(error: unknown): WorkerError {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table, detail } = error as Error & Omit<WorkerError, 'message'>;
  return { message: error.message, code, constraint, table, detail };
}

if (isMainThread) {
  const folder = process.argv[2];
  if (!folder) throw new Error('Give the folder of the new database');
  const pglite = await openPglite({ dataDir: folder });
  await pglite.close();
  process.exit(0);
} else if (parentPort) {
  const port = parentPort;
  serve(port, (workerData as { dataDir: string }).dataDir).catch((error: unknown) => {
    port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies WorkerAnswer);
    port.close();
  });
}
