import { describe, expect, it } from 'vitest';
import { makeZip, type ZipSource } from '../../../../tests/support/make-zip.ts';
import { isZipOfFiles, zipEntries, ZIP_LIMITS, type ZipItem } from './zip-entries.ts';

async function unpacked(sources: ZipSource[] | Uint8Array, limits = ZIP_LIMITS): Promise<(Omit<ZipItem, 'bytes'> & { text?: string })[]> {
  const items = [];
  for await (const item of zipEntries(sources instanceof Uint8Array ? sources : makeZip(sources), limits))
    items.push('bytes' in item ? { name: item.name, text: Buffer.from(item.bytes).toString() } : item);
  return items;
}
/** 年报.txt in GBK. */
const GBK_NAME = new Uint8Array([0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x74, 0x78, 0x74]);

describe('zipEntries', () => {
  it('gives packed and stored files with their paths; names in UTF-8 and in GBK', async () => {
    expect(await unpacked([{ name: '2024/民政局.txt', bytes: '甲'.repeat(1000) }, { name: GBK_NAME, bytes: '乙', store: true }, { name: 'a\\b.txt', bytes: '' }])).toEqual([
      { name: '2024/民政局.txt', text: '甲'.repeat(1000) }, { name: '年报.txt', text: '乙' }, { name: 'a/b.txt', text: '' }]);
  });

  it('leaves out folders and what systems leave behind', async () => {
    const names = ['2024/', '__MACOSX/2024/._a.txt', '.DS_Store', '2024/Thumbs.db', '~$草稿.docx', 'b.txt'];
    expect(await unpacked(names.map((name) => ({ name, bytes: '' })))).toEqual([{ name: 'b.txt', text: '' }]);
  });

  it('says why an entry cannot be had, and gives the others', async () => {
    const flagged = 1 | (1 << 11);
    expect(await unpacked([
      { name: 'locked.txt', bytes: 'x', flags: flagged }, { name: 'odd.txt', bytes: 'x', method: 99 }, { name: 'short.txt', bytes: 'four', claimedSize: 9 },
      { name: 'bomb.txt', bytes: 'x'.repeat(100_000), claimedSize: 10 }, { name: 'good.txt', bytes: 'x' },
    ])).toEqual([
      { name: 'locked.txt', refused: 'encrypted' }, { name: 'odd.txt', refused: 'method' }, { name: 'short.txt', refused: 'damaged' },
      { name: 'bomb.txt', refused: 'damaged' }, { name: 'good.txt', text: 'x' }]);
  });

  it('keeps to its limits: one entry, all entries, their number', async () => {
    const limits = { entries: 3, entryBytes: 10, totalBytes: 15 };
    const file = (name: string, length: number): ZipSource => ({ name, bytes: 'x'.repeat(length) });
    expect((await unpacked([file('a', 11), file('b', 10), file('c', 10)], limits)).map((item) => 'refused' in item)).toEqual([true, false, true]);
    expect(await unpacked(['a', 'b', 'c', 'd'].map((name) => file(name, 1)), limits)).toEqual([{ name: '', refused: 'too many entries' }]);
  });

  it('never throws on bytes that are cut or changed', async () => {
    const zip = makeZip([{ name: 'a.txt', bytes: 'x'.repeat(500) }, { name: 'b.txt', bytes: 'y' }]);
    for (let length = 0; length < zip.length; length++) await expect(unpacked(zip.slice(0, length))).resolves.toBeDefined();
    for (let at = 0; at < zip.length; at++) for (const value of [0, 0xff]) {
      const changed = zip.slice();
      changed[at] = value;
      await expect(unpacked(changed)).resolves.toBeDefined();
    }
  });
});

describe('isZipOfFiles', () => {
  it('tells an archive of documents from a docx, also when it holds one uncompressed', () => {
    const docx = makeZip([{ name: '[Content_Types].xml', bytes: '<Types/>' }, { name: 'word/document.xml', bytes: '<w:document/>' }]);
    expect(isZipOfFiles(docx)).toBe(false);
    expect(isZipOfFiles(makeZip([{ name: 'a.docx', bytes: docx, store: true }]))).toBe(true);
    expect(isZipOfFiles(makeZip([]))).toBe(true);
    expect(isZipOfFiles(new TextEncoder().encode('PK 二〇二四年度报告，不是压缩包'))).toBe(false);
  });
});
