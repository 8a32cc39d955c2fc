/** The embedded database: PGlite in a worker thread on a folder that one process owns. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ConfigError } from '../config.ts';
import type { WorkerAnswer, WorkerRequest, WorkerWork } from './database-worker.ts';
import type { PgliteClient, PgliteResult } from './pglite-dialect.ts';
import { takeLock } from './process-lock.ts';

/** PostgreSQL version inside the pinned PGlite; a folder of another one cannot be opened. */
export const EMBEDDED_MAJOR = '18';

/**
 * Opens the database in `dataDir`/database, making it where there is none.
 * @throws {ConfigError} where another process owns it, or where it was made by another version
 */
export async function openEmbedded(dataDir: string): Promise<PgliteClient> {
  const folder = join(dataDir, 'database');
  const lock = takeLock(`${folder}.lock`);
  try {
    if (!existsSync(folder)) await initialise(folder);
    checkMajor(folder);
    const client = await startWorker(folder);
    return {
      ...client,
      async close() {
        await client.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Made aside and moved into place, so that a process killed meanwhile leaves no half-made database. */
async function initialise(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const errors: Buffer[] = [];
  const child = spawn(process.execPath, [workerFile(), draft], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (status !== 0) throw new Error(`无法建立内置数据库 · The embedded database could not be made: ${Buffer.concat(errors).toString('utf8').trim()}`);
  renameSync(draft, folder);
}

/** PG_VERSION is PostgreSQL's own marker of the major version. */
function checkMajor(folder: string): void {
  const marker = join(folder, 'PG_VERSION');
  const major = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : '?';
  if (major !== EMBEDDED_MAJOR)
    throw new ConfigError(
      `${folder} 由其他版本建立（PostgreSQL ${major}，本程序需要 ${EMBEDDED_MAJOR}）；请用原来的程序版本运行 npm run backup，再用本程序在新的 DATA_DIR 中运行 npm run restore · ${folder} was made by another version (PostgreSQL ${major}, this programme needs ${EMBEDDED_MAJOR}); run npm run backup with the old programme, then npm run restore with this one into a new DATA_DIR`,
    );
}

/** Workers are built (Node 20 runs no TypeScript): build/database-worker.js of the folder with package.json above this file. */
function workerFile(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  const file = join(folder, 'build', 'database-worker.js');
  if (!existsSync(file)) throw new ConfigError(`缺少 ${file}，请先运行 npm run build · ${file} is missing: run npm run build`);
  return file;
}

async function startWorker(dataDir: string): Promise<PgliteClient> {
  const worker = new Worker(workerFile(), { workerData: { dataDir }, name: 'database', execArgv: [] });
  const waiting = new Map<number, { resolve: (result: PgliteResult) => void; reject: (error: Error) => void }>();
  let last = 0;
  let gone: Error | undefined;
  const lose = (error: Error): void => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: WorkerAnswer) => {
      if ('ready' in answer) return resolve();
      if ('failed' in answer) return reject(new Error(`内置数据库打不开 · The embedded database does not open: ${answer.failed}`));
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) asked?.reject(Object.assign(new Error(answer.error.message), answer.error));
      else asked?.resolve(answer.result);
    });
    worker.once('error', (error) => (lose(error), reject(error)));
    worker.once('exit', () => lose(new Error('The database thread has ended')));
  });

  const ask = (request: WorkerWork): Promise<PgliteResult> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id } satisfies WorkerRequest);
    });
  return {
    query: (sql, parameters) => ask({ sql, parameters }),
    exec: (sql) => ask({ sql, parameters: [] }),
    async close() {
      await ask({ close: true });
      await worker.terminate();
    },
  };
}
