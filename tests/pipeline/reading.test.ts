/** From bytes to figures: every shape of text and HTML, every cell another number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/documents/document.ts';
import type { Figures } from '../../src/lib/figures/figure.ts';
import { EDITIONS, type Edition } from '../../src/lib/form/edition.ts';
import { figureDefinition, figuresOf, type FigureId } from '../../src/lib/form/figures.ts';
import type { RecognisedReport } from '../../src/lib/recognition/report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { BODY, drawnByScript, FORMS_WITH_BLANKS, HTML_FORMS, pageReport, scriptReport, TEXT_FORMS, textReport, titleOf, YEAR, type Printed } from '../support/flattened-reports.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One report of the bytes; every raw text is read back from its place. */
export async function readOne(bytes: Uint8Array, name = 'x'): Promise<{ report: RecognisedReport; figures: Figures }> {
  const read = await readReports(bytes, name);
  if ('unreadable' in read) throw new Error(`unreadable: ${read.unreadable}`);
  expect(read.reports).toHaveLength(1);
  const { report, figures } = read.reports[0]!;
  for (const { at, raw } of Object.values(figures)) if (at) expect(textAt(read.document, at)).toBe(raw);
  return { report, figures };
}

/** 101, 102, …: no number occurs twice, none has a leading zero. */
const numbered = (edition: Edition): Record<FigureId, number> => Object.fromEntries(figuresOf(edition).map(({ id }, index) => [id, 101 + index]));
const print = (numbers: Record<FigureId, number | null>): Printed => Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, number === null ? '' : String(number)]));
const valuesOf = (figures: Figures): Record<FigureId, number | null> => Object.fromEntries(Object.entries(figures).map(([id, { value }]) => [id, value]));
const kindsOf = (figures: Figures): Set<string> => new Set(Object.values(figures).map(({ missing, inferred }) => (inferred ? 'inferred' : (missing ?? 'value'))));

const SEPARATED = TEXT_FORMS.filter((form) => form !== 'glued');
const SHAPES: { shape: string; draw: (edition: Edition, printed: Printed) => string }[] = [
  ...SEPARATED.map((form) => ({ shape: `text, ${form}`, draw: (edition: Edition, printed: Printed) => textReport(form, edition, printed) })),
  ...Object.keys(HTML_FORMS).map((form) => ({ shape: `page, ${form}`, draw: (edition: Edition, printed: Printed) => pageReport(form, edition, printed) })),
  { shape: 'script string', draw: scriptReport },
  { shape: 'page drawn by a script', draw: drawnByScript },
];
const CASES = SHAPES.flatMap((shape) => EDITIONS.map((edition) => ({ ...shape, edition })));

describe('every cell another number', () => {
  it.each(CASES)('$shape, $edition', async ({ draw, edition }) => {
    const { report, figures } = await readOne(bytesOf(draw(edition, print(numbered(edition)))));
    expect(report).toMatchObject({ body: BODY, year: YEAR[edition], scope: 'own', edition, tables: ['二', '三', '四'], drift: [], extraRows: [] });
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(report.sections[1]!.text).toBe('');
    expect(report.sections[4]!.text).toContain('图文解读');
    expect(valuesOf(figures)).toEqual(numbered(edition));
    expect(kindsOf(figures)).toEqual(new Set(['value']));
  });

  it('in GB18030, UTF-16 and with marks of the encoding', async () => {
    const text = textReport('tabs', '2021', print(numbered('2021')));
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])]);
    for (const bytes of [bytesOf(`\ufeff${text}`), utf16, utf16.subarray(2)]) expect(valuesOf((await readOne(bytes)).figures)).toEqual(numbered('2021'));
  });
});

describe('any numbers', () => {
  const value = (id: FigureId): fc.Arbitrary<string> => {
    const { kind } = figureDefinition(id);
    if (kind === 'count') return fc.nat(2_147_483_647).map(String);
    if (kind === 'signed count') return fc.integer({ min: -9999, max: 9999 }).map(String);
    return fc.nat(999_999_999).map((millionths) => String(millionths / 1000));
  };
  const printed = (edition: Edition): fc.Arbitrary<Printed> => fc.record(Object.fromEntries(figuresOf(edition).map(({ id }) => [id, value(id)])));
  const withBlanks = (edition: Edition): fc.Arbitrary<Printed> =>
    fc.record(Object.fromEntries(figuresOf(edition).map(({ id }) => [id, fc.option(value(id), { freq: 3, nil: '' })])));
  const expected = (text: Printed): Record<FigureId, number | null> => Object.fromEntries(Object.entries(text).map(([id, number]) => [id, number === '' ? null : Number(number)]));

  it.each(CASES)('round trip: $shape, $edition', async ({ draw, edition }) => {
    await fc.assert(fc.asyncProperty(printed(edition), async (text) => {
      expect(valuesOf((await readOne(bytesOf(draw(edition, text)))).figures)).toEqual(expected(text));
    }), { numRuns: 5, endOnFailure: true });
  });

  const KEEPING = CASES.filter(({ shape }) => !shape.startsWith('text') || FORMS_WITH_BLANKS.some((form) => shape === `text, ${form}`));
  it.each(KEEPING)('blanks stay blank: $shape, $edition', async ({ draw, edition }) => {
    await fc.assert(fc.asyncProperty(withBlanks(edition), async (text) => {
      const { figures } = await readOne(bytesOf(draw(edition, text)));
      expect(valuesOf(figures)).toEqual(expected(text));
      for (const figure of Object.values(figures)) if (figure.value === null) expect(figure.missing).toBe('blank');
    }), { numRuns: 5, endOnFailure: true });
  });
});

describe('glued digits', () => {
  it('leave single columns legible and everything else unreadable', async () => {
    const { figures, report } = await readOne(bytesOf(textReport('glued', '2021', print(numbered('2021')))));
    expect(report.title).toBe(titleOf('2021'));
    for (const id of ['t2.licensing.decisions', 't2.penalties.decisions', 't2.compulsion.decisions', 't2.fees.amount']) expect(figures[id]).toMatchObject({ value: numbered('2021')[id] });
    expect(figures['t2.rules.issued']).toMatchObject({ value: null, missing: 'unreadable', raw: '101102103' });
    expect(figures['t3.received.natural']).toMatchObject({ value: null, missing: 'unreadable', raw: '111112113114115116117' });
    expect(Object.values(figures).filter(({ value }) => value !== null)).toHaveLength(4);
  });
});
