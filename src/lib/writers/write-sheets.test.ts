import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { columnLetters, writeSheets } from './write-sheets.ts';

describe('a workbook of data', () => {
  it('has numbers as numbers, text as text, and nothing where there is nothing', () => {
    const parts = unzipSync(writeSheets([{ name: '数据[1]/二', rows: [['单位', '2024年'], ['=1+1<b>&"', 0], ['', null], ['坏\u0001字', -1.5]] }, { name: '说明', rows: [['来源']] }]));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<c r="B2"><v>0</v></c>');
    expect(sheet).toContain('<c r="B4"><v>-1.5</v></c>');
    expect(sheet).toContain('>=1+1&lt;b&gt;&amp;');
    expect(sheet).not.toMatch(/<f>|r="A3"|r="B3"/);
    expect(sheet).toContain('坏字');
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('name="数据1二"');
    expect(parts['xl/worksheets/sheet2.xml']).toBeDefined();
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
