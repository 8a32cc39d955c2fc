/** The document beside the figures: places in every format, and personal information masked where it is drawn. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maskInPlace, maskPersonal, personalSpots } from '../../src/lib/checks/mask.ts';
import { demoCounty } from '../../src/lib/demo/demo-county.ts';
import type { Block, Document } from '../../src/lib/documents/document.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { figuresWithPlaces, placeOfQuote, sourceOf } from '../../src/lib/server/pages/report-source.ts';

const reading = async (bytes: Uint8Array, name: string) => {
  const read = await readReports(bytes, name);
  if ('unreadable' in read) throw new Error(`${name}: ${read.unreadable}`);
  return read;
};
const fixture = (path: string): [string, Uint8Array] => [path, readFileSync(new URL(`../fixtures/documents/${path}`, import.meta.url))];
const demo = (end: string): [string, Uint8Array] => {
  const { name, bytes } = demoCounty().documents.find((document) => document.role === 'main' && document.year === 2024 && document.name.endsWith(end))!;
  return [name, bytes];
};
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const documentOf = (...blocks: Block[]): Document => ({ format: 'text', blocks, metadata: {} });

describe('the place of a figure', () => {
  it.each([
    demo('.txt'), demo('.md'), demo('.html'), demo('.docx'), demo('.xlsx'), fixture('office-97/word-97-2021.doc'), fixture('office-97/excel-97-2021.xls'), fixture('pdf/ruled-2021.pdf'),
  ])('is kept in %s', async (name, bytes) => {
    const { document, reports } = await reading(bytes, name);
    const { figures } = reports[0]!;
    const shown = figuresWithPlaces(figures, document);
    const placed = Object.keys(figures).filter((id) => figures[id]!.at !== null);
    expect(placed.length).toBeGreaterThan(150);
    expect(placed.filter((id) => shown[id]!.at === null)).toEqual([]);
    // What is drawn has the same text there.
    const { blocks } = sourceOf(document, figures);
    for (const id of placed) {
      const { at, raw } = figures[id]!;
      const block = blocks[at!.block]!;
      const text = block.kind === 'paragraph' ? block.text : block.rows[at!.row!]![at!.cell!]!.text;
      expect(at!.chars ? text.slice(...at!.chars) : text, id).toBe(raw);
    }
  });

  it('is none where the present reader finds another text: nothing wrong is lit', async () => {
    const [name, bytes] = demo('.html');
    const { document, reports } = await reading(bytes, name);
    const { figures } = reports[0]!;
    const moved: Document = { ...document, blocks: [paragraph('新读出的一段'), ...document.blocks] };
    expect(Object.values(figuresWithPlaces(figures, moved)).filter(({ at }) => at !== null)).toEqual([]);
  });
});

describe('personal information beside the figures', () => {
  const text = '申请人王小明（联系电话13800001234，邮箱longname@qq.com）申请公开，已答复3件。';
  it('is masked with every letter in its place', () => {
    const masked = maskInPlace(text, personalSpots(text));
    expect(masked).toHaveLength(text.length);
    expect(masked).toBe('申请人王**（联系电话138****1234，邮箱l*******@qq.com）申请公开，已答复3件。');
    for (const mailbox of ['ab@qq.com', 'abcd@qq.com', 'abcdefghij@163.com']) expect(maskInPlace(`${mailbox}。`, personalSpots(`${mailbox}。`))).toHaveLength(mailbox.length + 1);
  });

  it('is counted, and not where digits are a figure', () => {
    const glued = '13800001234';
    const document = documentOf(paragraph(text), paragraph(`新收${glued}`));
    const at = { block: 1, chars: [2, 13] as [number, number] };
    const source = sourceOf(document, { 't3.received.natural': { value: null, missing: 'unreadable', raw: glued, at } });
    expect(source.personal).toBe(3);
    expect(source.blocks[1]).toEqual(paragraph(`新收${glued}`));
    expect(JSON.stringify(source.blocks)).not.toContain('王小明');
    expect(sourceOf(document, {}).personal).toBe(4);
  });

  it('does not keep a masked quotation from being found', () => {
    const document = documentOf(paragraph('一、总体情况'), paragraph(`概述。${text}`));
    const { blocks } = sourceOf(document, {});
    expect(placeOfQuote(blocks, document, '已答复3件')).toEqual({ block: 1, chars: [text.indexOf('已答复3件') + 3, text.indexOf('已答复3件') + 8] });
    expect(placeOfQuote(blocks, document, maskPersonal(text))?.block).toBe(1);
    expect(placeOfQuote(blocks, document, '已答复4件')).toBeNull();
    expect(placeOfQuote(blocks, document, '一、总体情况', 1)).toBeNull();
  });

  it('has its place on the pages of a PDF', async () => {
    const [name, bytes] = fixture('pdf/ruled-2021.pdf');
    const { document } = await reading(bytes, name);
    const index = document.blocks.findIndex((block) => block.kind === 'paragraph' && (block.words?.length ?? 0) > 0);
    const printed = document.blocks[index]!;
    if (printed.kind !== 'paragraph') throw new Error('No paragraph');
    const changed: Document = { ...document, blocks: document.blocks.map((block, number) => (number === index ? { ...printed, text: '13800001234' } : block)) };
    expect(sourceOf(changed, {}).personalOnPages).toEqual([{ page: printed.page, box: expect.arrayContaining([expect.any(Number)]) }]);
  });
});
