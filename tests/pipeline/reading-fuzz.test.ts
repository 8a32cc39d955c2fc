/** Nothing that comes in makes the line throw, hang, or point at a place that does not hold what it read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/documents/document.ts';
import { readDocument } from '../../src/lib/documents/read-document.ts';
import { figuresOf } from '../../src/lib/form/figures.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { drawnByScript, pageReport, scriptReport, textReport, type Printed } from '../support/flattened-reports.ts';

const printed: Printed = Object.fromEntries(figuresOf('2021').map(({ id }, index) => [id, String(index)]));
const SEEDS = [
  textReport('tabs', '2021', printed), textReport('glued', '2021', printed), textReport('one giant row of pipes', '2021', printed),
  pageReport('word', '2021', printed), pageReport('nested table', '2021', printed), scriptReport('2021', printed), drawnByScript('2021', printed),
];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function survives(bytes: Uint8Array): Promise<void> {
  const read = await readReports(bytes, '某局2024.txt');
  if ('unreadable' in read) return;
  for (const { report, figures } of read.reports) {
    for (const { at, raw, value, missing } of Object.values(figures)) {
      if (at) expect(textAt(read.document, at)).toBe(raw);
      expect(value === null).toBe(missing !== undefined);
    }
    for (const section of report.sections) expect(typeof textAt(read.document, section.at)).toBe('string');
    for (const row of report.extraRows) textAt(read.document, row.at);
    for (const { at } of report.drift) if (at) textAt(read.document, at);
  }
}

describe('mutated reports', () => {
  const piece = fc.oneof(fc.constantFrom('0', '  ', '\t', '|', '\n', '其他', '总计', '规章', '（七）', '1.', '<td>', '</table>', '<table>', '\u00a0', '二、', '年', '件', '元', '\\"'), fc.string({ maxLength: 6 }));
  const edit = fc.record({ at: fc.nat(20_000), cut: fc.nat(200), put: piece });
  it.each(SEEDS.map((seed, index) => ({ seed, index })))('seed $index, edited at random', async ({ seed }) => {
    await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      let text = seed;
      for (const { at, cut, put } of edits) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + put + text.slice(from + cut);
      }
      await survives(encode(text));
    }), { numRuns: 40, endOnFailure: true });
  });
  it.each(SEEDS.map((seed, index) => ({ seed, index })))('seed $index, bytes flipped and cut', async ({ seed }) => {
    const bytes = encode(seed);
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.nat(), async (flips, end) => {
      const damaged = bytes.slice(0, end % 3 === 0 ? end % bytes.length : bytes.length);
      for (const [at, byte] of flips) if (damaged.length > 0) damaged[at % damaged.length] = byte;
      await survives(damaged);
    }), { numRuns: 30, endOnFailure: true });
  });
  it('any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: 300 });
  });
});

describe('hostile input is refused or read within seconds', () => {
  const within = async (milliseconds: number, text: string): Promise<void> => {
    const start = performance.now();
    await survives(encode(text));
    expect(performance.now() - start).toBeLessThan(milliseconds);
  };
  const HOSTILE: Record<string, string> = {
    'nested divs': `<html>${'<div>'.repeat(200_000)}x`,
    'nested tables': `<html>${'<table><tr><td>'.repeat(50_000)}x`,
    'wide spans': `<table><tr>${'<td colspan="100000" rowspan="100000">规章</td>'.repeat(300)}</tr>${'<tr><td>0</td></tr>'.repeat(2000)}</table>`,
    'many attributes': `<html><a ${'b '.repeat(300_000)}>x</a>`,
    'formatting elements over paragraphs': `<html>${Array.from({ length: 400 }, (_, index) => `<font size="${index}">`).join('')}${'<p>x</p>'.repeat(5000)}`,
    'open tags without end': '<td '.repeat(200_000),
    'one row label again and again': `二、主动公开政府信息情况\n第二十条第（一）项\n${'规章 0 行政许可 0 '.repeat(30_000)}`,
    'result labels again and again': '结果维持结果纠正其他结果尚未审结总计'.repeat(20_000),
    'headings again and again': '一、总体情况 '.repeat(60_000),
    'ordinals and brackets': '（一）（'.repeat(200_000),
    'spaces before a heading': `一${' '.repeat(400_000)}、总体情况`,
    'digits': `三、收到和处理政府信息公开申请情况 一、本年新收政府信息公开申请数量${'0'.repeat(500_000)}`,
    'titles': '某某局2024年政府信息公开工作年度报告的'.repeat(20_000),
    'titles of many reports': Array.from({ length: 20_000 }, (_, index) => `某${String.fromCharCode(0x4e00 + index)}局2024年政府信息公开工作年度报告\n`).join(''),
    'reports without end': '某某局2023年政府信息公开工作年度报告\n某局2024年政府信息公开工作年度报告\n一、总体情况\n'.repeat(8_000),
    'dates': '统计期限为2024年1月1日至'.repeat(30_000),
    'pipes': '|'.repeat(500_000),
    'spaces inside a cell': `规章\tx${' '.repeat(400_000)}x\t0`,
    'asterisks in a title': `<html><title>x${'*'.repeat(400_000)}x</title><p>x</p>`,
    'tabs': '\t0'.repeat(300_000),
    'escapes': `x=\\"${'\\u003c'.repeat(200_000)}`,
  };
  it.each(Object.entries(HOSTILE))('%s', (_, text) => within(8000, text));
  it('more than 16 MB', async () => {
    expect(await readDocument(new Uint8Array(17 * 1024 * 1024).fill(32), 'x')).toEqual({ unreadable: 'too_large', format: 'unknown' });
  });
});
