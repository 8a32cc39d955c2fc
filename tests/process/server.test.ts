/** The built server as a process: how it starts, whom it serves, how it ends. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/built-server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'server-'));
let server: RunningServer;
beforeAll(async () => void (server = await startServer({ DATA_DIR: dataDir })), 60_000);
afterAll(async () => {
  await server.stop('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

interface Answer {
  status: number;
  text: string;
}
/** fetch() does not let a caller choose Host and Origin. */
function ask(path: string, { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(server.address + path, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject).end(body);
  });
}
const form = (origin: string) => ({ method: 'POST', headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' });

describe('the built server', () => {
  it('starts without configuration, serves this computer alone and says so', async () => {
    expect(server.said).toContain('仅本机可以访问');
    expect(server.said).toContain(dataDir);
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
    expect(statSync(join(dataDir, 'socket')).mode & 0o777).toBe(0o600);
  });

  it('answers the first page of an empty database', async () => {
    expect((await ask('/', { headers: { accept: 'text/html' } })).status).toBeLessThan(400);
  });

  it('takes forms from its own pages over plain http, and from nobody else', async () => {
    expect((await ask('/', form(server.address))).status).not.toBe(403);
    expect((await ask('/', form('http://evil.example'))).status).toBe(403);
    expect((await ask('/', form(server.address.replace('http:', 'https:')))).status).toBe(403);
  });

  it('does not answer to a name that is not its own', async () => {
    expect((await ask('/healthz', { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  it('is the only owner of its data directory', async () => {
    await expect(startServer({ DATA_DIR: dataDir })).rejects.toThrow(/The server ended with 1: .*数据目录正由进程/);
  });

  it('says in a sentence that the port is taken, and lets go of the data directory', async () => {
    const other = mkdtempSync(join(tmpdir(), 'server-'));
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const port = String((holder.address() as AddressInfo).port);
    await expect(startServer({ DATA_DIR: other, PORT: port })).rejects.toThrow(new RegExp(`端口 ${port} 已被占用`));
    holder.close();
    expect(existsSync(join(other, 'database.lock'))).toBe(false);
    expect(existsSync(join(other, 'socket'))).toBe(false);
    rmSync(other, { recursive: true });
  });

  it('refuses configuration that it cannot use, by name', async () => {
    await expect(startServer({ DATA_DIR: dataDir, DATABASE_URL: 'mysql://localhost' })).rejects.toThrow('DATABASE_URL');
  });

  it('ends on SIGTERM with status 0 and leaves no lock, and opens the same data again', async () => {
    expect(await server.stop('SIGTERM')).toBe(0);
    expect(existsSync(join(dataDir, 'database.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'socket'))).toBe(false);
    server = await startServer({ DATA_DIR: dataDir });
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
  });

  it('opens again after kill -9, over the lock and the socket that were left', async () => {
    await server.stop('SIGKILL');
    expect(existsSync(join(dataDir, 'socket'))).toBe(true);
    server = await startServer({ DATA_DIR: dataDir });
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
  });
});
