/**
 * Opens the database, listens, and closes both at a signal. Around adapter-node's handler, which alone would bind to every
 * interface, assume https and take uploads of 512 kB.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, type Config } from './config.ts';
import { openDatabase, type DatabaseHandle } from './database/connect.ts';
import { setDatabase } from './database/handle.ts';
import { frontDoor, kitEnvironment, type KitHandler } from './front-door.ts';
import { setIntakeQueue, setReader } from './ingest/handle.ts';
import { openIntakeQueue } from './ingest/intake-queue.ts';
import { ownerCommands } from './ingest/owner-commands.ts';
import { openReaderPool } from './ingest/reader-pool.ts';
import { listenForCommands } from './ingest/socket.ts';
import { errorFields, log } from './log.ts';

/** How long requests under way may take to end after a signal. */
const PATIENCE_MS = 10_000;
/** Threads that read documents; pages and the database have processors to themselves where there are enough. */
const READERS = Math.min(4, Math.max(2, availableParallelism() - 2));

export interface Running {
  handle: DatabaseHandle;
  port: number;
  /** Adds work to be ended before the database is closed. */
  beforeClose(close: () => Promise<void>): void;
  close(): Promise<void>;
}

/**
 * Serves until SIGINT or SIGTERM, which end the process.
 * @param app folder of Kit's build
 * @param afterwards run when everything is closed, also where starting fails
 * @throws {ConfigError} where the operator can mend it
 */
export async function serve(config: Config, app: string, afterwards: () => Promise<void> = async () => undefined): Promise<Running> {
  for (const [name, value] of Object.entries(kitEnvironment(config))) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  // The port first: that it is taken should be known before a database is made.
  let listener = frontDoor(starting, config, hostname());
  const server = createServer((request, response) => listener(request, response));
  server.requestTimeout = 300_000;
  server.headersTimeout = 20_000;
  const closers: (() => Promise<void>)[] = [afterwards];
  const close = async (): Promise<void> => {
    await closed(server);
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    await listening(server, config);
    const handle = await openDatabase(config);
    closers.push(() => handle.close());
    setDatabase(handle);
    const readers = await openReaderPool(READERS);
    closers.push(() => readers.close());
    setReader(readers.read);
    // What was left waiting by the last process is taken up.
    const intake = openIntakeQueue(handle.db, readers.read);
    closers.push(() => intake.close());
    setIntakeQueue(intake);
    if (handle.engine === 'embedded') {
      const commands = await listenForCommands(config.dataDir, ownerCommands(handle.db, config, readers.read));
      closers.push(() => commands.close());
    }
    listener = frontDoor(await kitHandler(app), config, hostname());
    closeOnSignal(close);
    return { handle, port: (server.address() as AddressInfo).port, beforeClose: (closer) => void closers.push(closer), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Answers until the database is open; making a new one takes some seconds. */
const starting: KitHandler = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' });
  response.end('正在启动，请稍候。 · Starting, please wait.\n');
};

async function kitHandler(app: string): Promise<KitHandler> {
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(join(app, 'handler.js')).href)) as { handler: KitHandler };
  return handler;
}

function listening(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why: Record<string, string> = {
        EADDRINUSE: `端口 ${config.port} 已被占用，请换一个：PORT=3001 npm start · Port ${config.port} is taken`,
        EACCES: `没有权限使用端口 ${config.port}，请用 1024 以上的端口 · Not allowed to use port ${config.port}`,
        EADDRNOTAVAIL: `本机没有地址 ${config.host}，请检查 HOST · This computer has no address ${config.host}`,
        ENOTFOUND: `找不到地址 ${config.host}，请检查 HOST · No such address: ${config.host}`,
      };
      reject(why[error.code ?? ''] ? new ConfigError(why[error.code ?? '']) : error);
    });
    server.listen(config.port, config.host, resolve);
  });
}

/** Resolves when requests under way have ended, or their time is over. */
function closed(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => (clearTimeout(patience), resolve()));
    server.closeIdleConnections();
  });
}

function closeOnSignal(close: () => Promise<void>): void {
  let since: number | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    // Asked again: go at once; what is stored is whole either way. Under npm one Ctrl-C arrives twice.
    if (since !== undefined) return void (performance.now() - since > 1000 && process.exit(1));
    since = performance.now();
    log('info', 'stopping', { signal });
    close().then(
      () => process.exit(0),
      (error) => (log('error', 'closing failed', errorFields(error)), process.exit(1)),
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}
