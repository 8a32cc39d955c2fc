/**
 * The entry: opens the database, listens, and closes both. Around adapter-node's handler, which alone would bind to every
 * interface, assume https and take uploads of 512 kB.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, readConfig, type Config } from './lib/server/config.ts';
import { openDatabase, type DatabaseHandle } from './lib/server/database/connect.ts';
import { setDatabase } from './lib/server/database/handle.ts';
import { frontDoor, kitEnvironment, type KitHandler } from './lib/server/front-door.ts';
import { ownerCommands } from './lib/server/ingest/owner-commands.ts';
import { listenForCommands } from './lib/server/ingest/socket.ts';
import { errorFields, log } from './lib/server/log.ts';

/** How long requests under way may take to end after a signal. */
const PATIENCE_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig();
  for (const [name, value] of Object.entries(kitEnvironment(config))) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const handle = await openDatabase(config);
    closers.push(() => handle.close());
    setDatabase(handle);
    if (handle.engine === 'embedded') {
      const commands = await listenForCommands(config.dataDir, ownerCommands(handle.db, config));
      closers.push(() => commands.close());
    }
    const server = createServer(frontDoor(await kitHandler(), config, hostname()));
    server.requestTimeout = 300_000;
    server.headersTimeout = 20_000;
    await listening(server, config);
    closers.push(() => closed(server));
    closeOnSignal(closeAll);
    say(config, handle, (server.address() as AddressInfo).port);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function kitHandler(): Promise<KitHandler> {
  const path = join(import.meta.dirname, 'app', 'handler.js');
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { handler: KitHandler };
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
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => (clearTimeout(patience), resolve()));
    server.closeIdleConnections();
  });
}

function closeOnSignal(closeAll: () => Promise<void>): void {
  let since: number | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    // Asked again: go at once; what is stored is whole either way. Under npm one Ctrl-C arrives twice.
    if (since !== undefined) return void (performance.now() - since > 1000 && process.exit(1));
    since = performance.now();
    log('info', 'stopping', { signal });
    closeAll().then(
      () => process.exit(0),
      (error) => (log('error', 'closing failed', errorFields(error)), process.exit(1)),
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function say(config: Config, handle: DatabaseHandle, port: number): void {
  const loopback = /^(127\.|::1$|localhost$)/.test(config.host);
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const address = (host: string): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  const lines = [`请在浏览器打开 · Open in a browser: ${config.origin ?? address(everywhere ? 'localhost' : config.host)}`];
  if (everywhere) {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter(({ internal, family }) => !internal && family === 'IPv4');
    if (others.length > 0) lines.push(`局域网地址 · On the network: ${others.map((other) => address(other.address)).join(' ')}`);
  }
  lines.push(
    loopback
      ? '仅本机可以访问。要让其他电脑访问，请设置 HOST=0.0.0.0。 · Only this computer is served; set HOST=0.0.0.0 to serve others.'
      : '注意：尚无账户，凡能连到此地址的人都可以查看和上传。 · Note: there are no accounts yet; whoever reaches this address can read and upload.',
    handle.engine === 'embedded'
      ? `数据在 ${config.dataDir}（内置数据库，断电可能丢失最近的数据；正式使用请用 PostgreSQL）。 · Embedded database, no power-loss safety; use PostgreSQL in production.`
      : '数据在 PostgreSQL。 · Data in PostgreSQL.',
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  // What the operator can mend is said in a sentence; a fault of the programme comes with its place.
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
