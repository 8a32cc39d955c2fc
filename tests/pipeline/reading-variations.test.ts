/** What real reports do to the form: misprints, lost and moved rows, other editions' tables, prose run into tables. */
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/documents/document.ts';
import type { Figures } from '../../src/lib/figures/figure.ts';
import { figuresOf, type FigureId } from '../../src/lib/form/figures.ts';
import type { Edition } from '../../src/lib/form/edition.ts';
import type { RecognisedReport } from '../../src/lib/recognition/report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { pageReport, sheetRows, textReport, titleOf, type Printed } from '../support/flattened-reports.ts';

async function read(text: string, name = 'x'): Promise<{ report: RecognisedReport; figures: Figures }> {
  const result = await readReports(new TextEncoder().encode(text), name);
  if ('unreadable' in result) throw new Error(result.unreadable);
  const { report, figures } = result.reports[0]!;
  for (const { at, raw } of Object.values(figures)) if (at) expect(textAt(result.document, at)).toBe(raw);
  return { report, figures };
}
const numbered = (edition: Edition): Record<FigureId, number> => Object.fromEntries(figuresOf(edition).map(({ id }, index) => [id, 101 + index]));
const print = (numbers: Record<FigureId, number>): Printed => Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, String(number)]));
const valuesOf = (figures: Figures): Record<FigureId, number | null> => Object.fromEntries(Object.entries(figures).map(([id, { value }]) => [id, value]));
const all = (edition: Edition): Printed => print(numbered(edition));

const replacing = (from: string, to: string) => (text: string): string => text.replace(from, to);
const MISPRINTS: { from: string; to: string; edition?: Edition; drift?: string }[] = [
  { from: '本年废止件数', to: '本年度止件数', drift: '本年度止件数' },
  { from: '本年废止件数', to: '本年废纸件数', drift: '本年废纸件数' },
  { from: '本年废止件数', to: '本年废止件', drift: '本年废止件' },
  { from: '本年废止件数', to: '本年 废止件数' },
  { from: '现行有效件数', to: '先行有效件数', drift: '先行有效件数' },
  { from: '现行有效件数', to: '现行有效件', drift: '现行有效件' },
  { from: '本年新公开数量', to: '本年公开数量', edition: '2019', drift: '本年公开数量' },
  { from: '本年新公开数量', to: '本公开数量', edition: '2019', drift: '本公开数量' },
  { from: '本年增/减', to: '本年增/', edition: '2019', drift: '本年增' },
  { from: '本年增/减', to: '本年增\\减', edition: '2019' },
  { from: '行政规范性文件', to: '规范性文件', drift: '规范性文件' },
  { from: '规章', to: '规章(制度)' },
  { from: '第二十条第（一）项', to: '第二十一条第（一）项' },
  { from: '第二十条第（五）项', to: '第二十条第' },
  { from: '商业企业', to: '商业 企业' },
  { from: '社会公益组织', to: '社会 公益 组织' },
  { from: '尚未审结', to: '尚未 审结' },
  { from: '三、本年度办理结果', to: '三、本年度办 理结果' },
  { from: '三、本年度办理结果', to: '三三、本年度办理结果' },
  { from: '（三）不予公开', to: '（三）不予 公开' },
  { from: '3.其他', to: '其他' },
  { from: '2.其他法律行政法规禁止公开', to: '2.其他法律行政止公开', drift: '其他法律行政止公开' },
  { from: '7.属于行政执法案卷', to: '7.属于行政执法案件', drift: '属于行政执法案件' },
  { from: '二、上年结转政府信息公开申请数量', to: '二、上年转结政府信息公开申请数量', drift: '上年转结政府信息公开申请数量' },
  { from: '勾稽关系', to: '钩稽关系' },
  { from: '逾期不补正、行政机关', to: '逾期不补正，行政机关' },
  { from: '1.属于国家秘密', to: '1、属于国家秘密' },
  { from: '1.属于国家秘密', to: '(1)属于国家秘密' },
  { from: '（一）予以公开', to: '(一) 予以公开' },
  { from: '（七）总计', to: '（七） 总 计' },
];
const SHAPES = ['tabs', 'one cell a line', 'single spaces', 'page'] as const;
const draw = (shape: (typeof SHAPES)[number], edition: Edition, printed: Printed, change: (text: string) => string): string =>
  shape === 'page' ? pageReport('plain', edition, printed, change) : textReport(shape, edition, printed, change);

describe.each(SHAPES)('misprinted labels, %s', (shape) => {
  it.each(MISPRINTS)('$to for $from', async ({ from, to, edition = '2021', drift }) => {
    const { report, figures } = await read(draw(shape, edition, all(edition), replacing(from, to)));
    expect(valuesOf(figures)).toEqual(numbered(edition));
    const labels = report.drift.map(({ kind, printed }) => `${kind} ${printed?.replace(/^\d[.、]|[\s/（）]|^[一二三四]、/gu, '')}`);
    expect(labels).toEqual(drift ? [`label ${drift.replaceAll('/', '')}`] : []);
  });
});

describe('rows and columns', () => {
  const without = (text: string, line: RegExp): string => text.split('\n').filter((row) => !line.test(row)).join('\n');

  it('a row that is not printed is absent', async () => {
    const { report, figures } = await read(without(textReport('tabs', '2021', all('2021')), /^规章\t/));
    for (const column of ['issued', 'repealed', 'in_force']) expect(figures[`t2.rules.${column}`]).toEqual({ value: null, missing: 'absent', raw: null, at: null });
    expect(Object.values(figures).filter(({ value }) => value !== null)).toHaveLength(197);
    expect(report.drift).toEqual([{ kind: 'row_missing', table: '二', expected: '规章' }]);
  });

  it('a row moved to the left by a column keeps its values in order', async () => {
    const text = textReport('tabs', '2021', all('2021')).split('\n').map((line) => (line.includes('3.其他') ? `${line.trimStart()}\t` : line)).join('\n');
    expect(valuesOf((await read(text)).figures)).toEqual(numbered('2021'));
  });

  it('a row with six numbers is unreadable, not shifted', async () => {
    const text = textReport('single spaces', '2021', { ...all('2021'), 't3.granted.natural': '' });
    const { figures } = await read(text);
    expect(figures['t3.granted.business']).toMatchObject({ value: null, missing: 'unreadable', raw: '126 127 128 129 130 131' });
    expect(Object.values(figures).filter(({ missing }) => missing === 'unreadable')).toHaveLength(7);
  });

  it('cells left out of a tab line are unreadable, not shifted', async () => {
    const text = textReport('tabs', '2021', all('2021')).replace('\t125\t126\t127', '\t125\t127');
    const { figures } = await read(text);
    expect(figures['t3.granted.total']).toMatchObject({ value: null, missing: 'unreadable' });
  });

  it('an undivided （六）其他处理 in the edition of 2021', async () => {
    const rows = sheetRows('三', '2019', all('2019')).map((row) => row.join('\t'));
    const divided = sheetRows('三', '2021', all('2021')).map((row) => row.join('\t')).join('\n');
    const { report, figures } = await read(textReport('tabs', '2021', all('2021')).replace(divided, rows.join('\n')));
    expect(report.drift).toEqual([{ kind: 'other_undivided', table: '三' }]);
    expect(figures['t3.other_handling.other.total']!.missing).toBe('absent');
    expect(figures['t3.other_handling_undivided.natural']!.value).toBe(numbered('2019')['t3.other_handling_undivided.natural']);
  });

  it('the table of 2019 in a report of 2024: ids follow what is printed', async () => {
    const old = sheetRows('二', '2019', all('2019')).map((row) => row.join('\t')).join('\n');
    const form = sheetRows('二', '2021', all('2021')).map((row) => row.join('\t')).join('\n');
    const { report, figures } = await read(textReport('tabs', '2021', all('2021')).replace(form, old));
    expect(report).toMatchObject({ year: 2024, edition: '2021', drift: [{ kind: 'old_table', table: '二' }] });
    expect(figures['t2.rules.made']!.value).toBe(numbered('2019')['t2.rules.made']);
    expect(figures['t2.rules.issued']!.missing).toBe('absent');
    expect(figures['t2.licensing.decisions']!.value).toBe(numbered('2019')['t2.licensing.decisions']);
    expect(figures['t2.procurement.amount']!.value).toBe(numbered('2019')['t2.procurement.amount']);
  });

  it('column labels clipped to their first word still tell the edition', async () => {
    const clip = (text: string): string => text.replace('本年新制作数量', '本年新').replace('本年新公开数量', '本年新').replace('上一年项目数量', '上一年');
    expect(valuesOf((await read(textReport('pipes', '2019', all('2019'), clip))).figures)).toEqual(numbered('2019'));
    expect(valuesOf((await read(pageReport('plain', '2019', all('2019'), clip))).figures)).toEqual(numbered('2019'));
  });

  it.each(['2019', '2021'] as const)('without any column label the form of the year counts, %s', async (edition) => {
    const none = (text: string): string => (/数量|件数|增\/减|金额/.test(text) && !text.includes('申请') ? '…' : text);
    expect(valuesOf((await read(textReport('tabs', edition, all(edition), none))).figures)).toEqual(numbered(edition));
    expect(valuesOf((await read(pageReport('plain', edition, all(edition), none))).figures)).toEqual(numbered(edition));
  });

  it('a fee column headed in 元', async () => {
    for (const text of [textReport('tabs', '2021', { ...all('2021'), 't2.fees.amount': '70487' }, replacing('单位：万元', '单位：元')), pageReport('plain', '2021', { ...all('2021'), 't2.fees.amount': '70487' }, replacing('单位：万元', '单位：元'))]) {
      const { report, figures } = await read(text);
      expect(figures['t2.fees.amount']).toMatchObject({ value: 7.0487, unit: '元', raw: '70487' });
      expect(report.drift).toMatchObject([{ kind: 'label', printed: '本年收费金额（单位：元）' }]);
    }
  });

  it('a unit apart belongs to its number in running text, never across cells', async () => {
    const spaced = await read(textReport('single spaces', '2021', { ...all('2021'), 't2.fees.amount': '45.82 万元' }));
    expect(spaced.figures['t2.fees.amount']).toMatchObject({ value: 45.82, unit: '万元', raw: '45.82 万元' });
    const cells = await read(textReport('tabs', '2021', all('2021')).replace(/^行政强制\t(\d+)\t/m, '行政强制\t$1\t件'));
    expect(cells.figures['t2.compulsion.decisions']!.raw).not.toContain('\t');
  });

  it('总计 before 自然人', async () => {
    const moved = (row: string[]): string[] => [...row.slice(0, 3), row[9]!, ...row.slice(3, 9)];
    const table = sheetRows('三', '2021', all('2021'));
    const text = textReport('tabs', '2021', all('2021')).replace(table.map((row) => row.join('\t')).join('\n'), table.map((row, number) => (number === 0 ? row : moved(row)).join('\t')).join('\n'));
    expect(valuesOf((await read(text)).figures)).toEqual(numbered('2021'));
  });

  it('rows outside the form are kept and change nothing', async () => {
    const text = textReport('tabs', '2019', all('2019')).replace(/^行政强制\t/m, '行政检查\t7\t8\t9\n行政强制\t');
    const { report, figures } = await read(text);
    expect(valuesOf(figures)).toEqual(numbered('2019'));
    expect(report.extraRows).toMatchObject([{ table: '二', label: '行政检查', cells: ['7', '8', '9'] }]);
    const page = await read(pageReport('plain', '2019', all('2019')).replace(/<tr><td>行政强制/, '<tr><td>行政检查</td><td>7</td><td>8</td><td>9</td></tr><tr><td>行政强制'));
    expect(valuesOf(page.figures)).toEqual(numbered('2019'));
    expect(page.report.extraRows).toMatchObject([{ table: '二', label: '行政检查' }]);
  });

  it('a heading repeated after a page break', async () => {
    const text = textReport('glued', '2021', all('2021')).replace('（四）无法提供', '三、本年度办理结果（四）无法提供');
    expect((await read(text)).figures['t3.refused.administrative_query.natural']).toMatchObject({ missing: 'unreadable', raw: '188189190191192193194' });
  });

  it('a row under another table’s heading is not taken for the form’s', async () => {
    const text = `# ${titleOf('2021')}\n\n## 三、收到和处理政府信息公开申请情况\n\n| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n|---|---|---|---|---|---|---|---|\n`
      + '| 本年新收政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n| 1.属于国家秘密 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n| 2.没有现成信息需要另行制作 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n\n'
      + '| 项目 | 本年新收件数 | 上年结转件数 | 予以公开 | 部分公开 | 不予公开 | 结转下年度 | 总计 |\n|---|---|---|---|---|---|---|---|\n| 四、结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n';
    const { figures } = await read(text);
    expect(figures['t3.unavailable.must_be_created.total']).toMatchObject({ value: 9 });
    expect(figures['t3.carried_forward.natural']).toMatchObject({ value: null, missing: 'unreadable', candidates: [5] });
  });
});

describe('prose and tables', () => {
  it('digits that run into a sentence are unreadable, with what they may be', async () => {
    const text = textReport('glued', '2021', { ...all('2021'), 't2.fees.amount': '0' }).replace('行政事业性收费0', '行政事业性收费02025年，我局继续公开收费目录。');
    expect((await read(text)).figures['t2.fees.amount']).toMatchObject({ value: null, missing: 'unreadable', raw: '02025', candidates: [0] });
  });

  it('a sentence behind a separated table takes nothing from it', async () => {
    const text = textReport('single spaces', '2021', all('2021')).replace(' 四、政府信息公开行政复议', ' 2025年共收到申请3件。 四、政府信息公开行政复议');
    expect(valuesOf((await read(text)).figures)).toEqual(numbered('2021'));
    expect((await read(text)).report.sections[2]!.text).toContain('共收到申请3件');
  });

  it('a sentence with numbers between heading and table', async () => {
    const change = textReport('lines with spaces', '2021', all('2021'))
      .replace('三、收到和处理政府信息公开申请情况', '三、收到和处理政府信息公开申请情况\n2024年共收到申请3条，其中予以公开2件，部分公开1件，行政许可类1件。')
      .replace('二、主动公开政府信息情况', '二、主动公开政府信息情况\n全年主动公开规章类0条、行政许可类12条，行政处罚类3条。');
    expect(valuesOf((await read(change)).figures)).toEqual(numbered('2021'));
  });

  it('tables lost: all figures absent, though the prose tells of them', async () => {
    const text = `${titleOf('2021')}\n一、总体情况\n全年收到申请5件，予以公开3件，部分公开1件，其他处理1件。行政许可12件，行政处罚3件，行政强制0件。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。`;
    const { report, figures } = await read(text);
    expect(report).toMatchObject({ tables: [], cells: [] });
    expect(new Set(Object.values(figures).map(({ missing }) => missing))).toEqual(new Set(['absent']));
  });

  it('all cells blank: no figure is zero', async () => {
    for (const text of [textReport('tabs', '2021', {}), pageReport('word', '2021', {}), textReport('glued', '2021', {})]) {
      const { report, figures } = await read(text);
      expect(report.tables).toEqual(['二', '三', '四']);
      expect(new Set(Object.values(figures).map(({ missing }) => missing))).toEqual(new Set(['blank']));
    }
  });
});
