/** The built commands as processes: the same output and exit status with the server running and without it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCounty } from '../../src/lib/demo/demo-county.ts';
import { runBuilt, startServer } from '../support/built-server.ts';
import { makeZip } from '../support/make-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
const sent = join(folder, 'sent');
/** Data directories that begin as the same empty database. */
const [empty, alone, served] = ['empty', 'alone', 'served'].map((name) => join(folder, name)) as [string, string, string];

const READABLE = demoCounty().documents.filter(({ name, role, archive }) => role === 'main' && !archive && /\.(txt|html)$/.test(name)).slice(0, 4);

beforeAll(async () => {
  mkdirSync(sent);
  READABLE.slice(0, 2).forEach(({ name, bytes }) => writeFileSync(join(sent, name), bytes));
  writeFileSync(join(sent, '其余.zip'), makeZip(READABLE.slice(2)));
  writeFileSync(join(sent, '会议通知.txt'), '关于召开会议的通知\n\n请各单位准时参加。\n');
  writeFileSync(join(sent, '照片.png'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
  const server = await startServer({ DATA_DIR: empty });
  await server.stop();
  cpSync(empty, alone, { recursive: true });
  cpSync(empty, served, { recursive: true });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run ingest', () => {
  it('does the same in the running server as without it', async () => {
    const server = await startServer({ DATA_DIR: served });
    try {
      for (const args of [[sent], ['--create-bodies', sent], ['--json', sent], [join(sent, 'none.txt')], ['--county', '123456', sent]]) {
        const without = await runBuilt('ingest', args, { DATA_DIR: alone });
        const within = await runBuilt('ingest', args, { DATA_DIR: served });
        expect(within).toEqual(without);
        expect(without.stdout + without.stderr).not.toBe('');
      }
    } finally {
      await server.stop();
    }
  });

  it('says what became of each file, and ends with 1 where one cannot be read', async () => {
    const { status, stdout } = await runBuilt('ingest', [sent], { DATA_DIR: alone });
    expect(status).toBe(1);
    expect(stdout.match(/已经收过：已入库/g)).toHaveLength(READABLE.length);
    expect(stdout).toMatch(/需要处理：\n.*照片\.png：/);
    const only = await runBuilt('ingest', [join(sent, READABLE[0]?.name ?? '')], { DATA_DIR: alone });
    expect(only.status).toBe(0);
  });

  it('prints one JSON line a file with --json', async () => {
    const { stdout } = await runBuilt('ingest', ['--json', sent], { DATA_DIR: alone });
    const files = stdout.trim().split('\n').map((line) => JSON.parse(line) as { file: string; outcome: string });
    expect(files).toHaveLength(READABLE.length + 2);
    expect(files.filter(({ file }) => file.includes('其余.zip/'))).toHaveLength(2);
  });

  it('refuses a wrong call with the usage and status 2', async () => {
    for (const args of [[], ['--no-such', sent]]) {
      const { status, stderr } = await runBuilt('ingest', args, { DATA_DIR: alone });
      expect(status).toBe(2);
      expect(stderr).toContain('npm run ingest');
    }
  });

  it('waits for a server that is just starting instead of refusing', async () => {
    const starting = startServer({ DATA_DIR: served }).then((server) => ({ server }), (error: unknown) => ({ refused: String(error) }));
    const { status, stderr } = await runBuilt('ingest', [join(sent, READABLE[0]?.name ?? '')], { DATA_DIR: served });
    expect([status, stderr]).toEqual([0, '']);
    // Whoever came second waited for the first; a server that finds the command at work says so and ends.
    const started = await starting;
    if ('server' in started) expect(await started.server.stop()).toBe(0);
    else expect(started.refused).toContain('数据目录正由进程');
  });
});

describe('npm run reread', () => {
  it('reads everything again in the running server as without it, with progress apart from what it found', async () => {
    const server = await startServer({ DATA_DIR: served });
    try {
      for (const args of [[], ['--keep'], ['--json'], ['--county', '123456'], ['--no-such']]) {
        const without = await runBuilt('reread', args, { DATA_DIR: alone });
        expect(await runBuilt('reread', args, { DATA_DIR: served })).toEqual(without);
        if (args.length === 0) {
          expect([without.status, without.stdout]).toEqual([0, expect.stringMatching(/重读文件6份，比对年报4份；数字有变0份（0格）.*\n没有需要保存的变化。\n$/)]);
          expect(without.stderr).toMatch(/已重读 6 \/ 6\n$/);
        } else if (args[0] === '--no-such') expect([without.status, without.stderr]).toEqual([2, expect.stringContaining('npm run reread')]);
      }
    } finally {
      await server.stop();
    }
  });
});

describe('npm run extract', () => {
  it('prints one JSON line a report, stores nothing, and ends with 1 where a file cannot be read', async () => {
    const paths = [...READABLE.slice(0, 2).map(({ name }) => join(sent, name)), join(sent, '照片.png')];
    const { status, stdout } = await runBuilt('extract', paths, { DATA_DIR: join(folder, 'never') });
    const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as { file: string; error?: string; figures?: Record<string, { value: number | null }> });
    expect(status).toBe(1);
    expect(lines.map((line) => line.error !== undefined)).toEqual([false, false, true]);
    for (const { figures } of lines.slice(0, 2)) expect(Object.keys(figures ?? {}).length).toBeGreaterThanOrEqual(198);
  });
});
