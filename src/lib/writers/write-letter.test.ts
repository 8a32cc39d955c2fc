import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeLetter } from './write-letter.ts';

it('writes title, lines and rows as Word, escaped, the same bytes each time', () => {
  const parts = [
    { kind: 'title', text: '审核意见反馈单' }, { kind: 'paragraph', text: '民政局 <b> & “甲”：' },
    { kind: 'rows', widths: [1, 3], head: ['序号', '问题'], rows: [['1', '相差2件'], ['2']] }, { kind: 'closing', text: '2025年2月3日' },
  ] as const;
  const bytes = writeLetter(parts);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
  expect(xml).toContain('民政局 &lt;b&gt; &amp; “甲”：');
  expect(xml.match(/<w:tr>/g)).toHaveLength(3);
  // Every row has every column, also where a cell was left out.
  expect(xml.match(/<w:tc>/g)).toHaveLength(6);
  expect([...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]))).toEqual([2268, 6803]);
  expect(writeLetter(parts)).toEqual(bytes);
});
