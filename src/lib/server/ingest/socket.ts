/**
 * The embedded database has one owner. While the server runs, commands ask it over a socket in the data directory:
 * one line of JSON with the request, then a line for every piece of the answer, and at last `done` or `failed`.
 * The socket is readable by the owner's account alone (0600): whoever can open it can already read the data directory.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { errorFields, log } from '../log.ts';

export interface CommandRequest {
  command: string;
  /** Plain JSON; each command knows its own shape. */
  options: unknown;
}
/** Does the work. `emit` sends a piece of the answer; `signal` is aborted when the command that asked has gone away. */
export type CommandWork = (options: unknown, emit: (piece: unknown) => void, signal: AbortSignal) => Promise<unknown>;

type Answer = { piece: unknown } | { done: unknown } | { failed: string };

export const socketPath = (dataDir: string): string => join(dataDir, 'socket');

/** Longest address of a Unix socket that every system takes, in bytes. */
const LONGEST_ADDRESS = 103;
const LONGEST_REQUEST = 16 * 1024 * 1024;

/** Data directories may lie deep: the shorter of the absolute and the relative path counts. */
function address(path: string): string {
  const short = relative(process.cwd(), path);
  const chosen = short.length < path.length ? short : path;
  if (Buffer.byteLength(chosen) > LONGEST_ADDRESS)
    throw new Error(`数据目录路径过长，无法建立套接字：${path} · The path of the data directory is too long for a socket`);
  return chosen;
}

/** The operator's own error text; other errors may quote data and stay in the log. */
const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Listens for commands. Only the holder of the lock may call this: a socket left by a process that was killed is removed.
 * Requests are worked off one after the other.
 */
export async function listenForCommands(dataDir: string, commands: Record<string, CommandWork>): Promise<{ close(): Promise<void> }> {
  const path = address(socketPath(dataDir));
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  let queue: Promise<void> = Promise.resolve();

  const server = createServer((socket) => {
    open.add(socket);
    const gone = new AbortController();
    socket.on('error', () => gone.abort()).on('close', () => {
      open.delete(socket);
      gone.abort();
    });
    const answer = (line: Answer): void => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
    firstLine(socket, (line) => {
      queue = queue.then(async () => {
        try {
          const { command, options } = JSON.parse(line) as CommandRequest;
          const work = commands[command];
          if (!work) throw new Error(`运行中的服务不认识此命令，请更新后重启：${command} · The running server does not know this command`);
          answer({ done: (await work(options, (piece) => answer({ piece }), gone.signal)) ?? null });
        } catch (error) {
          log('error', 'command failed', errorFields(error));
          answer({ failed: sentence(error) });
        }
        socket.end();
      });
    });
  });

  // The socket must never exist with wider permissions: binding happens inside listen().
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
      process.umask(mask);
    });
  } finally {
    process.umask(mask);
  }
  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await Promise.all([closed, queue]);
    },
  };
}

function firstLine(socket: Socket, take: (line: string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const read = (chunk: Buffer): void => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LONGEST_REQUEST) return void socket.destroy();
    if (!chunk.includes(0x0a)) return;
    socket.off('data', read);
    // Keep reading, so that the end of the other side is noticed.
    socket.resume();
    const all = Buffer.concat(chunks);
    take(all.subarray(0, all.indexOf(0x0a)).toString('utf8'));
  };
  socket.on('data', read);
}

/**
 * Asks the process that holds the embedded database in `dataDir`.
 * @returns what the work returned, or undefined where nobody listens
 * @throws the owner's sentence where the work failed, or where the owner went away before it was done
 */
export async function askOwner(dataDir: string, request: CommandRequest, onPiece: (piece: unknown) => void): Promise<{ done: unknown } | undefined> {
  const socket = await connected(address(socketPath(dataDir)));
  if (!socket) return undefined;
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
      const answer = JSON.parse(line) as Answer;
      if ('done' in answer) return answer;
      if ('failed' in answer) throw new Error(answer.failed);
      onPiece(answer.piece);
    }
  } finally {
    socket.destroy();
  }
  throw new Error('服务在完成之前停止了；已完成的都已保存，请再运行一次 · The server stopped before it was done; what was done is stored, run the command again');
}

function connected(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      // What happens later shows as the end of the answer.
      socket.on('error', () => socket.destroy());
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error)));
  });
}
