/**
 * Files of Word and Excel before 2007, saved by LibreOffice: each figure against literals committed beside them; and what damage makes of
 * them. `.wps` and `.et` of WPS are the same inside.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt, type Document } from '../../src/lib/documents/document.ts';
import { readDocument } from '../../src/lib/documents/read-document.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';

const folder = fileURLToPath(new URL('../fixtures/documents/', import.meta.url));
const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}office-97/${name}`));
const json = (name: string): unknown => JSON.parse(readFileSync(`${folder}${name}`, 'utf8'));

async function figuresIn(bytes: Uint8Array): Promise<{ format: string; body: string | null; year: number | null; drift: unknown[]; figures: Record<string, number | string | undefined> }> {
  const read = await readReports(bytes, 'x');
  if ('unreadable' in read) throw new Error(read.unreadable);
  expect(read.reports).toHaveLength(1);
  const { report, figures } = read.reports[0]!;
  for (const { at, raw } of Object.values(figures)) if (at) expect(textAt(read.document, at)).toBe(raw);
  return { format: read.document.format, body: report.body, year: report.year, drift: report.drift, figures: Object.fromEntries(Object.entries(figures).map(([id, { value, missing }]) => [id, value ?? missing])) };
}

describe('a report with blanks', () => {
  it.each(['word-97-2019.doc', 'word-97-2021.doc', 'excel-97-2019.xls', 'excel-97-2021.xls'])('%s', async (name) => {
    const year = name.includes('2019') ? '2019' : '2021';
    expect(await figuresIn(file(name))).toEqual({ format: name.endsWith('doc') ? 'doc' : 'xls', body: '清溪县水务局', year: year === '2019' ? 2020 : 2024, drift: [], figures: json(`office-97/figures-${year}.json`) });
  });
  it('tables inside the cells of a page’s layout', async () => {
    const { figures } = json('numbered-2021.json') as { figures: object };
    expect(await figuresIn(file('word-97-page-2021.doc'))).toMatchObject({ format: 'doc', body: '云岭县农业农村局', drift: [], figures });
  });
});

describe('what a reader of the page sees', () => {
  it('deleted and hidden text is not read; a field gives its result; merged cells are one', async () => {
    const { blocks } = (await readDocument(file('changes.doc'), 'x')) as Document;
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text, column, colspan, rowspan }) => [text, column, colspan, rowspan]))))).toEqual([
      '题增é“”',
      [[['一', 0, 1, 1], ['15', 1, 1, 1], ['3', 2, 1, 1]], [['跨', 0, 2, 1], ['上', 2, 1, 2]], [['甲', 0, 1, 1], ['', 1, 1, 1]]],
      '1尾',
    ]);
  });
});

describe('damage', () => {
  const FILES = ['word-97-2021.doc', 'changes.doc', 'excel-97-2021.xls'].map((name) => ({ name, bytes: file(name) }));
  it.each(FILES)('$name cut or with bytes changed gives a document or a reason', async ({ bytes }) => {
    // Headers and directories are where changes tell most.
    const place = fc.oneof(fc.nat(1023), fc.nat(bytes.length - 1));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 12 }), fc.option(fc.nat(bytes.length)), async (changes, end) => {
      const damaged = bytes.slice(0, end ?? bytes.length);
      for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte;
      const read = await readReports(damaged, 'x');
      if (!('unreadable' in read)) for (const { figures } of read.reports) for (const { at, raw } of Object.values(figures)) if (at) expect(textAt(read.document, at)).toBe(raw);
    }), { numRuns: 150, endOnFailure: true });
  });
  it('chains of sectors that never end', async () => {
    for (const { bytes } of FILES) {
      const circular = bytes.slice();
      const view = new DataView(circular.buffer);
      // Every sector of the allocation table leads to the sector itself.
      const table = 512 * (1 + view.getUint32(76, true));
      for (let at = 0; at < 512; at += 4) view.setUint32(table + at, at / 4, true);
      const started = performance.now();
      expect(await readDocument(circular, 'x')).toHaveProperty('unreadable');
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
  it('asks for a password', async () => {
    const word = file('word-97-2021.doc');
    const at = word.findIndex((byte, index) => byte === 0xec && word[index + 1] === 0xa5);
    word[at + 11]! |= 1;
    expect(await readDocument(word, 'x')).toEqual({ unreadable: 'locked', format: 'doc' });
  });
});
