import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseHeld, takeLock } from './process-lock.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'database.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that has ended: its id belongs to nobody. */
const endedProcess = (): number => spawnSync(process.execPath, ['-e', '0']).pid;
const holder = (changes: object): string => JSON.stringify({ pid: process.pid, started: null, host: hostname(), token: 'other', ...changes });

describe('takeLock', () => {
  it('is held once, and free again after its release', () => {
    const lock = takeLock(path);
    expect(() => takeLock(path)).toThrow(DatabaseHeld);
    expect(() => takeLock(path)).toThrow(`进程 ${process.pid}`);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    takeLock(path).release();
  });

  it('is refused while another process lives, and taken after it was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(path, holder({ pid: child.pid }));
    expect(() => takeLock(path)).toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await ended;
    takeLock(path).release();
  });

  it('takes over from a process that is gone, leaving nothing behind', () => {
    writeFileSync(path, holder({ pid: endedProcess() }));
    const lock = takeLock(path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(readdirSync(folder)).toEqual(['database.lock']);
    lock.release();
  });

  it.skipIf(!existsSync('/proc/self/stat'))('takes over where the process id was given to another process (needs /proc)', () => {
    writeFileSync(path, holder({ started: '1' }));
    takeLock(path).release();
  });

  it('is not taken from another host', () => {
    writeFileSync(path, holder({ host: 'elsewhere' }));
    expect(() => takeLock(path)).toThrow('elsewhere');
  });

  it('does not release what another has taken', () => {
    const lock = takeLock(path);
    writeFileSync(path, holder({}));
    lock.release();
    expect(readFileSync(path, 'utf8')).toContain('other');
  });
});
