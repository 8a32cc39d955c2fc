import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeZip } from '../../../../tests/support/make-zip.ts';
import { filesAt } from './files-at.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'files-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function found(...paths: string[]): Promise<unknown[]> {
  const items = [];
  for await (const item of filesAt(paths.map((path) => join(folder, path)))) {
    const file = item.file.slice(folder.length + 1);
    items.push('bytes' in item ? { file, name: item.name, text: Buffer.from(item.bytes).toString() } : { ...item, file });
  }
  return items;
}

describe('filesAt', () => {
  it('gives a folder and what lies below it by name, without what systems leave behind', async () => {
    mkdirSync(join(folder, '2024', '民政局'), { recursive: true });
    for (const name of ['b.txt', '2024/a.txt', '2024/民政局/年报.txt', '2024/.DS_Store', '2024/~$年报.docx', '2024/Thumbs.db']) writeFileSync(join(folder, name), name);
    const below = [{ file: '2024/a.txt', name: 'a.txt', text: '2024/a.txt' }, { file: '2024/民政局/年报.txt', name: '年报.txt', text: '2024/民政局/年报.txt' }];
    expect(await found('')).toEqual([...below, { file: 'b.txt', name: 'b.txt', text: 'b.txt' }]);
    expect(await found('2024', 'b.txt')).toHaveLength(3);
  });

  it('opens archives, and says why an entry cannot be had', async () => {
    const zip = makeZip([{ name: '甲/a.txt', bytes: 'A' }, { name: 'b.txt', bytes: 'B', flags: 1 | (1 << 11) }]);
    writeFileSync(join(folder, 'all.zip'), zip);
    expect(await found('all.zip')).toEqual([{ file: 'all.zip/甲/a.txt', name: 'a.txt', text: 'A' }, { file: 'all.zip/b.txt', refused: 'encrypted', kept: { name: 'all.zip', bytes: zip } }]);
  });

  it('leaves a docx whole', async () => {
    writeFileSync(join(folder, 'a.docx'), makeZip([{ name: '[Content_Types].xml', bytes: '<Types/>' }]));
    expect(await found('a.docx')).toMatchObject([{ file: 'a.docx', name: 'a.docx' }]);
  });

  it('goes on after a path that does not exist, and does not follow links in circles', async () => {
    writeFileSync(join(folder, 'a.txt'), 'a');
    symlinkSync(folder, join(folder, 'circle'));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'link.txt'));
    expect(await found('none.txt', '')).toEqual([
      { file: 'none.txt', refused: 'not found' }, { file: 'a.txt', name: 'a.txt', text: 'a' }, { file: 'link.txt', name: 'link.txt', text: 'a' }]);
  });
});
