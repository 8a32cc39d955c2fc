/**
 * Threads that read documents, so that pages are answered meanwhile and a document that eats time or memory costs itself
 * alone. A pool of our own: piscina and tinypool do not tell a thread that cannot start from one that died at its work,
 * and here the first ends the programme while the second is an outcome of one document.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ConfigError } from '../config.ts';
import { log } from '../log.ts';
import type { ReadBytes } from './read-reports.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-worker.ts';

export interface ReaderLimits {
  /** JavaScript heap of a thread. The parsers need about 100 MB for the largest reports seen. */
  megabytes: number;
  /** For one document. */
  milliseconds: number;
}
export const READER_LIMITS: ReaderLimits = { megabytes: 256, milliseconds: 60_000 };
/** Threads that have nothing to do for so long end and give their memory back. */
const IDLE_MS = 30_000;

export interface ReaderPool {
  read: ReadBytes;
  /** Documents under way are left. */
  close(): Promise<void>;
}
type Outcome = Awaited<ReturnType<ReadBytes>>;
interface Job {
  request: ReaderRequest;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

/** What a document that ended its reader becomes. */
const GIVEN_UP: Outcome = { unreadable: 'given_up', format: 'unknown' };

/**
 * Opens a pool of at most `most` threads and proves that one starts. A thread that cannot start later ends the process
 * with a sentence: reading never falls back to the main thread.
 * @throws {ConfigError} where no thread starts
 */
export async function openReaderPool(most: number, limits: ReaderLimits = READER_LIMITS, file = builtWorker()): Promise<ReaderPool> {
  const waiting: Job[] = [];
  const idle = new Map<Worker, NodeJS.Timeout>();
  const all = new Set<Worker>();
  let starting = 0;
  let closed = false;

  const start = async (): Promise<void> => {
    starting += 1;
    try {
      const worker = await startWorker(file, limits);
      all.add(worker);
      worker.once('exit', () => {
        all.delete(worker);
        clearTimeout(idle.get(worker));
        idle.delete(worker);
      });
      rest(worker);
    } finally {
      starting -= 1;
    }
  };
  const rest = (worker: Worker): void => {
    const timer = setTimeout(() => void worker.terminate(), IDLE_MS);
    timer.unref();
    idle.set(worker, timer);
    next();
  };
  const next = (): void => {
    const [free] = idle.keys();
    if (free !== undefined) {
      const job = waiting.shift();
      if (!job) return;
      clearTimeout(idle.get(free));
      idle.delete(free);
      void work(free, job, limits).then((alive) => (alive ? rest(free) : next()));
    } else if (!closed && waiting.length > starting && all.size + starting < most) {
      start().catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      });
    }
  };

  await start();
  return {
    read: (bytes, name) => new Promise<Outcome>((resolve, reject) => {
      if (closed) return reject(new Error('The readers are closed'));
      waiting.push({ request: { bytes, name }, resolve, reject });
      next();
    }),
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('The readers are closed'));
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Resolves when the thread is ready. */
function startWorker(file: string, { megabytes }: ReaderLimits): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new ConfigError(`读取文件的线程无法启动，请重新运行 npm run build · The thread that reads documents cannot start, run npm run build again: ${why}`));
    const worker = new Worker(file, { name: 'reader', execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    worker.on('error', (error) => fail(error.message));
    worker.once('exit', (code) => fail(`exit ${code}`));
    worker.once('message', (answer: ReaderAnswer) => ('ready' in answer ? resolve(worker) : fail('no answer')));
  });
}

/** One document; whether the thread can go on afterwards. */
function work(worker: Worker, { request, resolve, reject }: Job, { milliseconds }: ReaderLimits): Promise<boolean> {
  return new Promise((done) => {
    const end = (alive: boolean): void => {
      clearTimeout(patience);
      worker.off('message', take).off('exit', lose);
      done(alive);
    };
    const take = (answer: ReaderAnswer): void => {
      if ('read' in answer) resolve(answer.read);
      else reject(new Error('failed' in answer ? answer.failed : 'A reader answered out of turn'));
      end(true);
    };
    // Out of memory, or ended by us: this document's doing.
    const lose = (): void => {
      log('warn', 'reader given up', { bytes: request.bytes.byteLength });
      resolve(GIVEN_UP);
      end(false);
    };
    const patience = setTimeout(() => void worker.terminate(), milliseconds);
    worker.on('message', take).once('exit', lose);
    // Copied, not moved: the bytes are stored and counted by whoever asked.
    worker.postMessage(request);
  });
}

/** Workers are built (Node 20 runs no TypeScript): build/reader-worker.js of the folder with package.json above this file. */
function builtWorker(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  const file = join(folder, 'build', 'reader-worker.js');
  if (!existsSync(file)) throw new ConfigError(`缺少 ${file}，请先运行 npm run build · ${file} is missing: run npm run build`);
  return file;
}
