import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../figures/figure.ts';
import { EDITIONS } from '../form/edition.ts';
import { figuresOf } from '../form/figures.ts';
import { plainNumber, reportParts, type StatutoryReport } from './report-parts.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writeXlsx } from './write-xlsx.ts';

const TITLE = '清溪县（虚构）水务局2023年政府信息公开工作年度报告';
const filled: Figures = Object.fromEntries(figuresOf('2021').map(({ id }, index) => [id, { value: 1000 + index, raw: null, at: null }]));
const parts = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
const count = (text: string | undefined, pattern: RegExp): number => [...(text ?? '').matchAll(pattern)].length;

describe('parts of the report', () => {
  it.each(EDITIONS)('covers every place of the grid exactly once (%s)', (edition) => {
    const tables = reportParts({ title: TITLE, edition }).filter((part) => part.kind === 'table');
    expect(tables.map(({ table }) => table)).toEqual(['二', '三', '四']);
    for (const { columns, rows } of tables)
      for (const row of rows) expect(row.flatMap(({ column, colspan }) => Array.from({ length: colspan }, (_, index) => column + index))).toEqual(Array.from({ length: columns }, (_, index) => index));
  });
  it('prints sections in the given order, tables after the text of theirs', () => {
    const printed = reportParts({ title: TITLE, edition: '2021', sections: [{ number: 3, text: '收到申请0件。\n\n均已办结。' }, { number: 1, title: '概述', text: '' }], closing: ['清溪县水务局'] });
    expect(printed.map((part) => (part.kind === 'table' ? part.table : part.text))).toEqual([TITLE, '三、收到和处理政府信息公开申请情况', '收到申请0件。', '均已办结。', '三', '一、概述', '清溪县水务局']);
  });
  it('writes numbers without an exponent', () => {
    expect([1e-7, 0.1, 24252.311082, -18, 73802895.9, 0].map(plainNumber)).toEqual(['0.0000001', '0.1', '24252.311082', '-18', '73802895.9', '0']);
  });
  it('refuses a section that the form does not have', () => {
    expect(() => reportParts({ title: TITLE, edition: '2021', sections: [{ number: 7, text: '' }] })).toThrow('No such section');
  });
});

describe('writers', () => {
  const empty: StatutoryReport = { title: TITLE, edition: '2021' };

  it('leave the cells of an empty form blank, in every format', () => {
    expect(writeHtml(empty)).not.toMatch(/<td[^>]*>[^<]/);
    expect(count(writeHtml(empty), /<td/g)).toBe(200);
    expect(parts(writeDocx(empty))['word/document.xml']).not.toMatch(/<w:t[^>]*>\d+</);
    for (const text of Object.values(parts(writeXlsx(empty)))) expect(text).not.toContain('<v>');
  });
  it('print every figure of a filled form once', () => {
    const report: StatutoryReport = { ...empty, figures: filled };
    expect(count(writeHtml(report), /<td[^>]*>1[01]\d\d</g)).toBe(200);
    expect(count(parts(writeDocx(report))['word/document.xml'], /<w:t[^>]*>1[01]\d\d</g)).toBe(200);
    for (const sheets of ['one', 'several'] as const)
      expect(count(Object.values(parts(writeXlsx(report, { sheets }))).join(''), /<v>1[01]\d\d</g)).toBe(200);
  });
  it('leave the cell of a missing figure blank, or print what was asked for', () => {
    const figures: Figures = { ...filled, 't2.rules.issued': { value: null, missing: 'blank', raw: '', at: null } };
    const report: StatutoryReport = { ...empty, figures, printed: { 't2.fees.amount': '1646.5万元' } };
    expect(writeHtml(report)).toContain('规章</th><td></td>');
    expect(writeHtml(report)).toMatch(/<td colspan="3">1646\.5万元</);
    expect(Object.values(parts(writeXlsx(report))).join('')).toContain('1646.5万元</t>');
  });
  it('escape what a body typed, and drop what XML forbids', () => {
    const report: StatutoryReport = { ...empty, sections: [{ number: 1, text: '<b>"甲"&乙\u000b</b>' }] };
    const escaped = '&lt;b&gt;&quot;甲&quot;&amp;乙&lt;/b&gt;';
    for (const text of [writeHtml(report), parts(writeDocx(report))['word/document.xml'], parts(writeXlsx(report))['xl/worksheets/sheet1.xml']]) expect(text).toContain(escaped);
  });
  it('write the same bytes for the same report', () => {
    expect(writeDocx(empty)).toEqual(writeDocx(empty));
    expect(writeXlsx(empty)).toEqual(writeXlsx(empty));
  });
  it('give sheets names that Excel accepts', () => {
    const book = parts(writeXlsx({ ...empty, sections: [{ number: 1, title: '总体情况[含附表]/附件：政府信息公开工作年度报告有关说明与附表', text: '' }, { number: 2, title: '甲', text: '' }, { number: 2, title: '甲', text: '' }] }))['xl/workbook.xml'];
    const names = [...(book ?? '').matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(names).toEqual(['一、总体情况含附表附件：政府信息公开工作年度报告有关说明', '二、甲', '二、甲(3)']);
  });
});
