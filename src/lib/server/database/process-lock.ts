/**
 * PGlite itself has no lock: two processes on one directory both report success and lose each other's rows. So the owner
 * keeps a file beside the directory, made with O_EXCL and holding its process id. A lock whose process is gone is stale.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { ConfigError } from '../config.ts';

interface Holder {
  pid: number;
  /** Start of the process in ticks since boot where the system tells: process ids are used again. */
  started: string | null;
  host: string;
  token: string;
}

/** Another process holds the embedded database. */
export class DatabaseHeld extends ConfigError {}

export interface ProcessLock {
  release(): void;
}

/**
 * Takes the lock for this process until `release` or its end.
 * @throws {DatabaseHeld} where another living process holds it
 */
export function takeLock(path: string): ProcessLock {
  mkdirSync(dirname(path), { recursive: true });
  const own: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname(), token: randomUUID() };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      // Written elsewhere first and linked, so that the file is never seen half-written.
      const draft = `${path}.${own.token}`;
      writeFileSync(draft, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      try {
        linkSync(draft, path);
      } finally {
        rmSync(draft);
      }
      return heldBy(own, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (!holder) continue;
    if (holder.host !== own.host)
      throw new DatabaseHeld(
        `数据目录由另一台主机（${holder.host}）占用；若该主机已停用，请删除 ${path} 后重试 · The data directory is held by another host (${holder.host}); if that host is gone, remove ${path}`,
      );
    if (isAlive(holder))
      throw new DatabaseHeld(`数据目录正由进程 ${holder.pid} 使用，请先停止它 · The data directory is in use by process ${holder.pid}; stop it first`);
    removeStale(path, holder);
  }
  throw new DatabaseHeld(`无法锁定数据目录：${path} · Could not lock the data directory`);
}

function heldBy(own: Holder, path: string): ProcessLock {
  const release = (): void => {
    process.off('exit', release);
    if (holderOf(path)?.token === own.token) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return { release };
}

/** undefined where the file is gone again. */
function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startOf(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

/** Moves a stale lock away. Should another process have taken the lock in the meantime, it gets it back. */
function removeStale(path: string, stale: Holder): void {
  const aside = `${path}.${stale.token}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    if (holderOf(aside)?.token !== stale.token) linkSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Field 22 of /proc/<pid>/stat; null where there is no such file. A zombie is as good as gone. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'gone' : (fields[19] ?? null);
  } catch {
    return null;
  }
}
