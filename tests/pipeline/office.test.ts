/** Word, Excel and HTML files of the form, written by our writers, through the real readers, recognition and figures. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/documents/document.ts';
import { readDocument } from '../../src/lib/documents/read-document.ts';
import { extractFigures } from '../../src/lib/figures/extract-figures.ts';
import { LARGEST_COUNT, type Figure, type Figures } from '../../src/lib/figures/figure.ts';
import { EDITIONS, type Edition } from '../../src/lib/form/edition.ts';
import { figureDefinition, figuresOf, type FigureId } from '../../src/lib/form/figures.ts';
import { recogniseReports } from '../../src/lib/recognition/recognise-report.ts';
import type { RecognisedReport } from '../../src/lib/recognition/report.ts';
import type { StatutoryReport } from '../../src/lib/writers/report-parts.ts';
import { writeDocx } from '../../src/lib/writers/write-docx.ts';
import { writeHtml } from '../../src/lib/writers/write-html.ts';
import { writeXlsx } from '../../src/lib/writers/write-xlsx.ts';

const YEAR: Record<Edition, number> = { '2019': 2020, '2021': 2024 };
const BODY = '清溪县水务局';
const WRITERS = {
  docx: writeDocx,
  'xlsx, a sheet for every section': (report: StatutoryReport) => writeXlsx(report),
  'xlsx, one sheet': (report: StatutoryReport) => writeXlsx(report, { sheets: 'one' }),
  html: (report: StatutoryReport) => new TextEncoder().encode(writeHtml(report)),
};
const CASES = Object.entries(WRITERS).flatMap(([format, write]) => EDITIONS.map((edition) => ({ format, write, edition })));

const reportOf = (edition: Edition, figures: Figures | null, rest: Partial<StatutoryReport> = {}): StatutoryReport => ({
  title: `${BODY}${YEAR[edition]}年政府信息公开工作年度报告`, edition, figures,
  sections: [1, 2, 3, 4, 5, 6].map((number) => ({ number, text: `本节为第${number}节。\n全年工作按条例办理。` })), closing: [BODY, `${YEAR[edition] + 1}年1月20日`], ...rest,
});

async function read(bytes: Uint8Array): Promise<{ report: RecognisedReport; figures: Figures }> {
  const document = await readDocument(bytes, 'a');
  if ('unreadable' in document) throw new Error(document.unreadable);
  const reports = recogniseReports(document, 'a');
  expect(reports).toHaveLength(1);
  const report = reports[0]!;
  const figures = extractFigures(report);
  for (const { at, raw } of Object.values(figures)) if (at) expect(textAt(document, at)).toBe(raw);
  return { report, figures };
}
const valuesOf = (figures: Figures): Record<FigureId, number | null> => Object.fromEntries(Object.entries(figures).map(([id, { value }]) => [id, value]));
const numbered = (edition: Edition): Figures => Object.fromEntries(figuresOf(edition).map(({ id }, index) => [id, { value: 1001 + index, raw: null, at: null }]));

describe('the filled form', () => {
  it.each(CASES)('is read back equal, every cell another number: $format, $edition', async ({ write, edition }) => {
    const { report, figures } = await read(write(reportOf(edition, numbered(edition))));
    expect(report).toMatchObject({ body: BODY, year: YEAR[edition], edition, tables: ['二', '三', '四'], drift: [], extraRows: [] });
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { number, text } of report.sections) expect(text).toContain(`本节为第${number}节。`);
    expect(valuesOf(figures)).toEqual(valuesOf(numbered(edition)));
  });

  const figure = (id: FigureId): fc.Arbitrary<Figure> => {
    const { kind } = figureDefinition(id);
    const value = kind === 'count' ? fc.nat(LARGEST_COUNT) : kind === 'signed count' ? fc.integer({ min: -9999, max: 9999 }) : fc.integer({ min: 0, max: 1e12 }).map((millionths) => millionths / 1e6);
    const blank: Figure = { value: null, missing: 'blank', raw: '', at: null };
    return fc.option(value, { freq: 4 }).map((number) => (number === null ? blank : { value: number, raw: null, at: null }));
  };
  it.each(CASES)('is read back equal whatever its numbers and blanks: $format, $edition', async ({ write, edition }) => {
    const anyFigures = fc.record(Object.fromEntries(figuresOf(edition).map(({ id }) => [id, figure(id)])));
    await fc.assert(fc.asyncProperty(anyFigures, async (figures) => {
      const back = (await read(write(reportOf(edition, figures)))).figures;
      expect(valuesOf(back)).toEqual(valuesOf(figures));
      for (const [id, { missing }] of Object.entries(figures)) expect(back[id]?.missing).toBe(missing);
    }), { numRuns: 12 });
  });

  it('keeps what a body typed into a cell', async () => {
    const printed = { 't2.fees.amount': '45.8万元', 't2.rules.issued': '/', 't2.penalties.decisions': '无' };
    for (const write of Object.values(WRITERS)) {
      const { figures } = await read(write(reportOf('2021', numbered('2021'), { printed })));
      expect(figures['t2.fees.amount']).toMatchObject({ value: 45.8, raw: '45.8万元' });
      expect(figures['t2.rules.issued']).toMatchObject({ value: null, missing: 'dash', raw: '/' });
      expect(figures['t2.penalties.decisions']).toMatchObject({ value: null, missing: 'none', raw: '无' });
    }
  });
});

describe('the empty form', () => {
  it.each(CASES)('is all blanks, and not one zero: $format, $edition', async ({ write, edition }) => {
    const figures = Object.values((await read(write(reportOf(edition, null)))).figures);
    expect(figures).toHaveLength(edition === '2021' ? 200 : 198);
    expect(figures.filter(({ value, missing }) => value !== null || missing !== 'blank')).toEqual([]);
  });

  const template = new URL('../../../shared/reports/blank-template-2021.docx', import.meta.url);
  describe.skipIf(!existsSync(template))('in Word (skipped where ../shared/reports/blank-template-2021.docx is absent)', () => {
    it('gives 200 missing figures, and not one zero', async () => {
      const document = await readDocument(readFileSync(template), 'blank-template-2021.docx');
      if ('unreadable' in document) throw new Error(document.unreadable);
      const [report] = recogniseReports(document, 'blank-template-2021.docx');
      const figures = Object.values(extractFigures(report!));
      expect(report).toMatchObject({ edition: '2021', tables: ['二', '三', '四'], drift: [] });
      expect(figures).toHaveLength(200);
      expect(figures.filter(({ value, missing }) => value !== null || missing !== 'blank')).toEqual([]);
    });
    it('gives all 200 when its cells are filled in, in printed order', async () => {
      const parts = unzipSync(readFileSync(template));
      let next = 1001;
      const blank = (cell: string): boolean => cell.replace(/<[^>]*>/g, '').trim() === '' && !cell.includes('<w:vMerge w:val="continue"');
      const filled = strFromU8(parts['word/document.xml']!).replace(/<w:tc>.*?<\/w:tc>/gs, (cell) =>
        (blank(cell) ? cell.replace(/<w:r>.*?<\/w:r>/gs, '').replace('</w:p>', () => `<w:r><w:t>${next++}</w:t></w:r></w:p>`) : cell));
      const { figures } = await read(zipSync({ ...parts, 'word/document.xml': strToU8(filled) }));
      expect(valuesOf(figures)).toEqual(valuesOf(numbered('2021')));
    });
  });
});

describe('a workbook without any format', () => {
  it.each(EDITIONS)('is read back equal: %s', async (edition) => {
    const parts = unzipSync(writeXlsx(reportOf(edition, numbered(edition)), { sheets: 'one' }));
    const text = strFromU8(parts['xl/worksheets/sheet1.xml']!).replace(/<c r="[A-Z]+\d+" s="\d+"\/>/g, '').replace(/ s="\d+"/g, '');
    const { report, figures } = await read(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(text) }));
    expect(report.sections).toHaveLength(6);
    expect(valuesOf(figures)).toEqual(valuesOf(numbered(edition)));
  });
});
