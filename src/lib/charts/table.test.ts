import { describe, expect, it } from 'vitest';
import { compareFigure } from '../comparisons/compare-figures.ts';
import { applicantsByYear } from '../comparisons/compositions.ts';
import { filed, unfiled } from '../comparisons/rows.fixture.ts';
import { en, zh } from './labels.fixture.ts';
import { comparisonTable, compositionTable, sortRows, type TableModel } from './table-model.ts';
import { tableCsv } from './table-csv.ts';

const received = (n: number | null) => ({ 't3.received.total': n });
const rows = [
  filed('001', 2023, received(12), { bodyName: '财政局' }), filed('001', 2024, received(15), { bodyName: '财政局' }),
  filed('002', 2023, received(3), { bodyName: '=审计局' }), filed('002', 2024, received(null), { bodyName: '=审计局', missing: { 't3.received.total': 'dash' } }),
  filed('003', 2023, received(4), { bodyName: '民政局' }), unfiled('003', 2024, { bodyName: '民政局' }),
];
const table = (measure = 't3.received.total', of = rows): TableModel => {
  const compared = compareFigure(of, { measure, link: (row) => `/${row.body}/${row.year}` });
  return comparisonTable(compared, compared.bodies, zh);
};
const texts = (of: TableModel): string[][] => of.rows.map((row) => [row.label, ...row.cells.map((cell) => cell.text)]);

describe('table twin', () => {
  it('has every point, with its reason and link, the change, and the sum with its coverage', () => {
    const found = table();
    expect(found.columns.map(({ label }) => label)).toEqual(['2023年', '2024年', '2023—2024年增减', '增减率']);
    expect(texts(found)).toEqual([['财政局', '12', '15', '+3', '+25.0%'], ['=审计局', '3', '—', '', ''], ['民政局', '4', '未报', '', '']]);
    expect(found.rows[1]?.cells[1]).toEqual({ text: '—', value: null, look: 'missing', reason: '填的是横线或斜线', href: '/002/2024' });
    expect(found.footer?.cells.map(({ text }) => text)).toEqual(['19', '15 (1/3)', '', '']);
    expect(found.footer?.cells[1]?.reason).toBe('缺：=审计局、民政局');
  });

  it('tells no change across a break of the form, or of rates', () => {
    const across = [filed('001', 2020, { 't2.normative_documents.made': 5 }), filed('001', 2021, { 't2.normative_documents.issued': 9 })];
    expect(table('t2.normative_documents.issued', across).columns).toHaveLength(2);
    expect(table('I-OPEN-RATE').columns).toHaveLength(2);
  });

  it('sorts with the missing last in either direction', () => {
    const order = (column: number | null, descending: boolean) => sortRows(table().rows, column, descending).map(({ key }) => key);
    expect(order(0, true)).toEqual(['001', '003', '002']);
    expect(order(0, false)).toEqual(['002', '003', '001']);
    expect(order(1, false)[0]).toBe('001');
    expect(order(1, true)[0]).toBe('001');
    expect(order(null, false)).toEqual(['001', '003', '002'].sort((a, b) => new Intl.Collator('zh').compare(...([a, b].map((key) => table().rows.find((row) => row.key === key)!.label) as [string, string]))));
  });

  it('of a composition has years, parts, total and how many reported', () => {
    const found = compositionTable(applicantsByYear([...rows, unfiled('004', 2023, { bodyName: '水利局' })], { years: [2023] }), zh);
    expect(found.columns.map(({ label }) => label)).toEqual(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他组织', '总计', '报送']);
    expect(texts(found)).toEqual([['2023年', '0', '0', '0', '0', '0', '0', '19', '3/4家']]);
    expect(found.rows[0]?.cells.at(-1)?.reason).toBe('缺：水利局');
    expect(compositionTable(applicantsByYear(rows, { years: [2023] }), en).columns[0]?.label).toBe('Natural persons');
  });
});

describe('CSV of the shown data', () => {
  it('says why a number is missing, keeps names from becoming formulas, and is read as UTF-8', () => {
    expect(tableCsv(table(), zh)).toBe(
      '\ufeff单位,2023年,2024年,2023—2024年增减,增减率\r\n财政局,12,15,3,0.25\r\n' + "'=审计局,3,填的是横线或斜线,,\r\n" + '民政局,4,未报,,\r\n各单位合计,19,15,,\r\n');
  });

  it('gives a rate in three columns', () => {
    const of = [filed('001', 2024, { 't3.processed.total': 8, 't3.granted.total': 2 }, { bodyName: 'A, "B"' }), filed('002', 2024, { 't3.processed.total': 4, 't3.granted.total': 3 }), unfiled('003', 2024)];
    const lines = tableCsv(table('I-OPEN-RATE', of), zh).slice(1).split('\r\n');
    expect(lines[0]).toBe('单位,2024年 分子,2024年 分母,2024年 占比');
    expect(lines[1]).toBe('"A, ""B""",2,8,0.25');
    expect(lines[2]).toBe('青禾县002局,3,4,件数少，不计算占比');
    expect(lines[3]).toBe('青禾县003局,未报,,');
  });
});
