/** The built commands backup and restore: with the server running and without it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { reportBytes } from '../database/support/reports.ts';
import { runBuilt, startServer } from '../support/built-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string): string => join(folder, name);
const rowsIn = (file: string): string[] => gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n').slice(1, -1);

describe('npm run backup and restore', () => {
  it('carry everything from one data directory into another', async () => {
    mkdirSync(place('sent'));
    for (const year of [2023, 2024]) writeFileSync(place(`sent/${year}.html`), reportBytes({ year }));

    const server = await startServer({ DATA_DIR: place('one') });
    try {
      expect((await runBuilt('ingest', ['--create-bodies', place('sent')], { DATA_DIR: place('one') })).status).toBe(0);
      // As typed: the server may stand in another folder.
      const within = await runBuilt('backup', [relative(process.cwd(), place('within'))], { DATA_DIR: place('one') });
      expect(within).toMatchObject({ status: 0, stderr: '' });
      expect(within.stdout).toContain('已备份：1个单位、2份年报（含各版本）、2份文件；');
      const again = await runBuilt('backup', [place('within')], { DATA_DIR: place('one') });
      expect(again).toMatchObject({ status: 1, stdout: '' });
      expect(again.stderr).toContain('文件已存在');
    } finally {
      await server.stop();
    }
    const without = await runBuilt('backup', ['--force', place('without')], { DATA_DIR: place('one') });
    expect(without).toMatchObject({ status: 0, stderr: '' });
    expect(rowsIn(place('without'))).toEqual(rowsIn(place('within')));

    const restored = await runBuilt('restore', [place('within')], { DATA_DIR: place('two') });
    expect(restored).toMatchObject({ status: 0, stderr: '' });
    expect(restored.stdout).toContain('已恢复：1个单位、2份年报（含各版本）、2份文件；');
    const other = await startServer({ DATA_DIR: place('two') });
    try {
      const { stdout } = await runBuilt('ingest', [place('sent')], { DATA_DIR: place('two') });
      expect(stdout.match(/已经收过：已入库/g)).toHaveLength(2);
      const refused = await runBuilt('restore', [place('within')], { DATA_DIR: place('two') });
      expect(refused).toMatchObject({ status: 1, stdout: '' });
      expect(refused.stderr).toContain(`数据目录正由进程 ${other.child.pid} 使用，请先停止它`);
    } finally {
      await other.stop();
    }
  });

  it('prove a file without a database, and say what is wrong with it', async () => {
    const sound = await runBuilt('restore', ['--check', place('within')], { DATA_DIR: place('never') });
    expect(sound).toMatchObject({ status: 0, stderr: '' });
    expect(sound.stdout).toContain('备份完好');
    writeFileSync(place('cut'), readFileSync(place('within')).subarray(0, -100));
    for (const args of [['--check', place('cut')], [place('cut')]]) {
      const cut = await runBuilt('restore', args, { DATA_DIR: place('never') });
      expect(cut).toMatchObject({ status: 1, stdout: '' });
      expect(cut.stderr).toContain('备份文件不完整');
    }
    expect(() => readFileSync(place('never/database/PG_VERSION'))).toThrow('ENOENT');
  });

  it('refuse a wrong call with the usage and status 2', async () => {
    for (const command of ['backup', 'restore'])
      for (const args of [[], ['--no-such', 'file'], ['one', 'two']]) {
        const { status, stderr } = await runBuilt(command, args, { DATA_DIR: place('never') });
        expect(status).toBe(2);
        expect(stderr).toContain(`npm run ${command}`);
      }
  });
});
