/**
 * PDF files through the real readers, recognition and figures: a published report, printed pages that are committed with their
 * figures as literals (`UPDATE_PDF=1` prints them anew), and pages printed here with random numbers.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/documents/document.ts';
import type { Figures } from '../../src/lib/figures/figure.ts';
import type { Edition } from '../../src/lib/form/edition.ts';
import { figureDefinition, figuresOf, type FigureId } from '../../src/lib/form/figures.ts';
import type { RecognisedReport } from '../../src/lib/recognition/report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { writeHtml } from '../../src/lib/writers/write-html.ts';
import { CHROMIUM, printPdf, startBrowser, styled, type TableStyle } from '../support/print-pdf.ts';

const BODY = '清溪县水务局';
const YEAR: Record<Edition, number> = { '2019': 2020, '2021': 2024 };

async function readOne(bytes: Uint8Array, name = 'x.pdf'): Promise<{ report: RecognisedReport; figures: Figures }> {
  const read = await readReports(bytes, name);
  if ('unreadable' in read) throw new Error(read.unreadable);
  expect(read.document.format).toBe('pdf');
  expect(read.reports).toHaveLength(1);
  const { report, figures } = read.reports[0]!;
  for (const { at, raw } of Object.values(figures))
    if (at) {
      expect(textAt(read.document, at)).toBe(raw);
      expect(at.page).toBeGreaterThan(0);
      expect(at.box).toHaveLength(4);
    }
  return { report, figures };
}
const valuesOf = (figures: Figures): Record<FigureId, number | string | null> => Object.fromEntries(Object.entries(figures).map(([id, { value, missing }]) => [id, value ?? missing ?? null]));

/** A page of a report with prose long enough that its tables run over the printed pages. */
function pageOf(edition: Edition, figures: Figures, style: TableStyle): string {
  const sections = [1, 2, 3, 4, 5, 6].map((number) => ({ number, text: `本节为第${number}节。${'全年工作按条例办理，收到的申请都在法定期限内答复。'.repeat(number === 1 ? 12 : 2)}\n没有其他情况。` }));
  return styled(writeHtml({ title: `${BODY}${YEAR[edition]}年政府信息公开工作年度报告`, edition, figures, sections, closing: [BODY, `${YEAR[edition] + 1}年1月20日`] }), style);
}
function expectReport(report: RecognisedReport, edition: Edition): void {
  expect(report).toMatchObject({ body: BODY, year: YEAR[edition], edition, scope: 'own', dated: `${YEAR[edition] + 1}-01-20`, tables: ['二', '三', '四'], drift: [], extraRows: [] });
  expect(report.sections.map(({ number, text }) => [number, text.includes(`本节为第${number}节。`)])).toEqual([1, 2, 3, 4, 5, 6].map((number) => [number, true]));
  expect(report.sections[1]!.text).toBe('本节为第2节。全年工作按条例办理，收到的申请都在法定期限内答复。全年工作按条例办理，收到的申请都在法定期限内答复。\n没有其他情况。');
}

/** The same pages in every run; another number prints others. */
const SEED = Number(process.env.PDF_SEED ?? 2024);

const folder = fileURLToPath(new URL('../fixtures/documents/pdf/', import.meta.url));
const COMMITTED: { name: string; edition: Edition; style: TableStyle }[] = [{ name: 'ruled-2021', edition: '2021', style: 'single lines' }, { name: 'no-lines-2019', edition: '2019', style: 'no lines' }];

describe('committed pages', () => {
  if (process.env.UPDATE_PDF) it('are printed anew (needs Chromium)', async () => {
    const browser = await startBrowser();
    for (const { name, edition, style } of COMMITTED) {
      const figures: Figures = Object.fromEntries(figuresOf(edition).map(({ id }, index) => [id, { value: 1001 + index, raw: null, at: null }]));
      writeFileSync(`${folder}${name}.pdf`, await printPdf(browser, pageOf(edition, figures, style)));
      writeFileSync(`${folder}${name}.json`, `${JSON.stringify(valuesOf(figures), null, 1)}\n`);
    }
    await browser.close();
  });
  it.each(COMMITTED)('$name: every figure as printed', async ({ name, edition }) => {
    const { report, figures } = await readOne(readFileSync(`${folder}${name}.pdf`));
    expectReport(report, edition);
    expect(valuesOf(figures)).toEqual(JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')));
  });
});

describe.skipIf(!CHROMIUM)('pages printed here (skipped where there is no Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  const value = (id: FigureId): fc.Arbitrary<number> => {
    const { kind } = figureDefinition(id);
    if (kind === 'signed count') return fc.integer({ min: -999, max: 999 });
    return kind === 'count' ? fc.oneof(fc.nat(9), fc.nat(99_999)) : fc.nat(99_999_999).map((thousandths) => thousandths / 1000);
  };
  interface Drawn {
    edition: Edition;
    printed: Figures;
  }
  /** Random figures of either edition; about one in five is blank. */
  const drawn: fc.Arbitrary<Drawn> = fc.constantFrom<Edition>('2019', '2021').chain((edition) =>
    fc.record(Object.fromEntries(figuresOf(edition).map(({ id }) => [id, fc.option(value(id), { freq: 4 })]))).map((values) => ({
      edition, printed: Object.fromEntries(Object.entries(values).map(([id, number]) => [id, number === null ? { value: null, missing: 'blank' as const, raw: '', at: null } : { value: number, raw: null, at: null }])),
    })));
  const print = async ({ edition, printed }: Drawn, style: TableStyle) => readOne(await printPdf(browser, pageOf(edition, printed, style)));

  it.each(['single lines', 'double lines', 'thick lines, large letters', 'fixed columns'] as const)('any numbers and blanks are read back equal: %s', async (style) => {
    await fc.assert(fc.asyncProperty(drawn, async (form) => {
      const { report, figures } = await print(form, style);
      expectReport(report, form.edition);
      expect(valuesOf(figures)).toEqual(valuesOf(form.printed));
    }), { numRuns: 2, seed: SEED, endOnFailure: true });
  }, 60_000);

  /** How many figures may be missing: of a row whose lines the page cuts off, or of blanks between texts without lines. */
  const MOST_MISSING = { 'dotted lines, wide rows': 7, 'no lines': 40 };
  it.each(Object.keys(MOST_MISSING) as (keyof typeof MOST_MISSING)[])('no figure is another, and few are not found: %s', async (style) => {
    await fc.assert(fc.asyncProperty(drawn, async (form) => {
      const { figures } = await print(form, style);
      const found = Object.entries(figures).filter(([, figure]) => figure.value !== null);
      expect(found.filter(([id, figure]) => figure.value !== form.printed[id]!.value)).toEqual([]);
      const numbers = Object.values(form.printed).filter((figure) => figure.value !== null);
      expect(numbers.length - found.length).toBeLessThanOrEqual(MOST_MISSING[style]);
    }), { numRuns: 3, seed: SEED, endOnFailure: true });
  }, 60_000);
});

const published = fileURLToPath(new URL('../../../shared/reports/hongze-2024.pdf', import.meta.url));
describe.skipIf(!existsSync(published))('洪泽 2024 (skipped where ../shared/reports/hongze-2024.pdf is absent)', () => {
  /** What the pages show, by eye; every other figure of the three tables is printed 0. */
  const SEEN: Record<FigureId, number> = {
    't2.normative_documents.issued': 3, 't2.normative_documents.in_force': 8, 't2.licensing.decisions': 9487, 't2.penalties.decisions': 2776, 't2.compulsion.decisions': 84, 't2.fees.amount': 7545,
    ...Object.fromEntries(Object.entries({
      received: 95, granted: 50, granted_in_part: 9, 'refused.security_stability': 1, 'refused.deliberative': 1, 'refused.enforcement_files': 1, 'unavailable.not_held': 31, 'unavailable.must_be_created': 1,
      'not_processed.petition': 1, processed: 95,
    }).flatMap(([row, count]) => [[`t3.${row}.natural`, count], [`t3.${row}.total`, count]])),
    't4.review.upheld': 1, 't4.review.corrected': 1, 't4.review.total': 2, 't4.direct_litigation.upheld': 1, 't4.direct_litigation.total': 1,
    't4.litigation_after_review.upheld': 2, 't4.litigation_after_review.other_result': 1, 't4.litigation_after_review.total': 3,
  };
  it('every figure as printed, （六）其他处理 undivided; prose in whole paragraphs', async () => {
    const { report, figures } = await readOne(readFileSync(published), 'hongze-2024.pdf');
    expect(report).toMatchObject({ year: 2024, scope: 'rollup', edition: '2021', period: { from: '2024-01-01', to: '2024-12-31' }, tables: ['二', '三', '四'], extraRows: [] });
    expect(report.body).toMatch(/洪泽区人民政府$/);
    expect(report.drift.map(({ kind }) => kind)).toEqual(['other_undivided', 'label']);
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    // Three of the rows 1–3 of （六） are not printed: 21 figures; the undivided row of 2019 is, with 7.
    expect(Object.keys(figures)).toHaveLength(207);
    const expected = Object.fromEntries(Object.keys(figures).map((id) => [id, id.startsWith('t3.other_handling.') ? 'absent' : (SEEN[id] ?? 0)]));
    expect(valuesOf(figures)).toEqual(expected);
    expect(report.sections[0]!.text.split('\n').at(-1)).toMatch(/^（五）.*。$/);
  });
});
