import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askOwner, listenForCommands, socketPath, type CommandWork } from './socket.ts';

let dataDir: string;
let owner: { close(): Promise<void> } | undefined;
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'socket-'))));
afterEach(async () => {
  await owner?.close();
  owner = undefined;
  rmSync(dataDir, { recursive: true });
});
const listen = async (commands: Record<string, CommandWork>): Promise<void> => void (owner = await listenForCommands(dataDir, commands));

describe('commands over the socket', () => {
  it('returns undefined where nobody listens, also beside a socket file that was left behind', async () => {
    expect(await askOwner(dataDir, { command: 'x', options: {} }, () => {})).toBeUndefined();
    writeFileSync(socketPath(dataDir), '');
    expect(await askOwner(dataDir, { command: 'x', options: {} }, () => {})).toBeUndefined();
  });

  it('streams the pieces in order and then the result; text of any kind arrives whole', async () => {
    await listen({
      count: async (options, emit) => {
        const { to, word } = options as { to: number; word: string };
        for (let n = 1; n <= to; n++) emit({ n, word });
        return { total: to };
      },
    });
    const pieces: unknown[] = [];
    const word = '延津县⏎\n'.repeat(20000);
    expect(await askOwner(dataDir, { command: 'count', options: { to: 3, word } }, (piece) => pieces.push(piece))).toEqual({ done: { total: 3 } });
    expect(pieces).toEqual([1, 2, 3].map((n) => ({ n, word })));
  });

  it('takes the place of a socket that was left behind, and is open to its owner alone', async () => {
    writeFileSync(socketPath(dataDir), '');
    await listen({ hello: async () => 'hello' });
    expect(statSync(socketPath(dataDir)).mode & 0o777).toBe(0o600);
    expect(await askOwner(dataDir, { command: 'hello', options: {} }, () => {})).toEqual({ done: 'hello' });
  });

  it('passes on why the work failed, and goes on serving', async () => {
    await listen({ fail: async () => Promise.reject(new Error('磁盘已满')), hello: async () => 'hello' });
    await expect(askOwner(dataDir, { command: 'fail', options: {} }, () => {})).rejects.toThrow('磁盘已满');
    await expect(askOwner(dataDir, { command: 'unknown', options: {} }, () => {})).rejects.toThrow('unknown');
    expect(await askOwner(dataDir, { command: 'hello', options: {} }, () => {})).toEqual({ done: 'hello' });
  });

  it('says so when the owner goes away in the middle', async () => {
    await listen({ slow: async (_options, emit, signal) => (emit('begun'), new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)))) });
    const asked = askOwner(dataDir, { command: 'slow', options: {} }, () => void owner?.close());
    await expect(asked).rejects.toThrow('停止');
  });

  it('tells the work when the one who asked has gone, and works one request after the other', async () => {
    const events: string[] = [];
    await listen({
      wait: async (_options, emit, signal) => {
        events.push('begin');
        emit('begun');
        await new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())));
        events.push('end');
      },
      next: async () => void events.push('next'),
    });
    const client = connect(socketPath(dataDir));
    client.write('{"command":"wait","options":{}}\n');
    await new Promise((resolve) => client.once('data', resolve));
    const next = askOwner(dataDir, { command: 'next', options: {} }, () => {});
    client.destroy();
    await next;
    expect(events).toEqual(['begin', 'end', 'next']);
  });

  it('drops a line that is no request without harm', async () => {
    await listen({ hello: async () => 'hello' });
    const client = connect(socketPath(dataDir));
    client.write('GET / HTTP/1.1\r\n\r\n');
    await new Promise((resolve) => client.once('close', resolve).on('data', () => {}));
    expect(await askOwner(dataDir, { command: 'hello', options: {} }, () => {})).toEqual({ done: 'hello' });
  });
});
