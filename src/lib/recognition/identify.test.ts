import { describe, expect, it } from 'vitest';
import { readDocument } from '../documents/read-document.ts';
import { readPeriod, readTitle } from './identify.ts';
import { recogniseReports } from './recognise-report.ts';
import type { RecognisedReport } from './report.ts';

async function recognise(text: string, name = 'x.txt'): Promise<RecognisedReport> {
  const document = await readDocument(new TextEncoder().encode(text), name);
  if ('unreadable' in document) throw new Error(document.unreadable);
  return recogniseReports(document, name)[0]!;
}

describe('titles', () => {
  it.each([
    ['清溪县水务局2024年政府信息公开工作年度报告', '清溪县水务局', 2024], ['清溪县水务局 2024 年度政府信息公开工作报告', '清溪县水务局', 2024],
    ['2019年清溪市人民政府办公厅政府信息公开工作年度报告', '清溪市人民政府办公厅', 2019], ['清溪县人民政府 2025 年 政府信息公开工作年度报告', '清溪县人民政府', 2025],
    ['清溪县水务局关于２０２４年政府信息公开工作的年度报告', '清溪县水务局', 2024], ['清溪镇二〇二三年政府信息公开工作年度报告', '清溪镇', 2023], ['清溪镇二○二一年度政府信息公开年度报告', '清溪镇', 2021], ['清溪县水务局政府信息公开工作年度报告（2022年）', '清溪县水务局', null],
  ])('%s', (title, body, year) => expect(readTitle(title)).toMatchObject({ body, year }));
  it.each([
    '关于编制2024年政府信息公开工作年度报告的通知', '现将清溪县水务局2024年政府信息公开工作年度报告公布如下', '根据《政府信息公开工作年度报告格式》', '清溪县2024年政府工作报告', '2024年政府信息公开工作年度报告格式',
    '关于做好2024年政府信息公开工作年度报告编制发布工作的通知',
  ])('%s is none of a report', (text) => expect(readTitle(text)?.body ?? null).toBeNull());
});

describe('periods', () => {
  it.each([
    ['本报告中所列数据的统计期限为2024年1月1日至2024年12月31日。', { from: '2024-01-01', to: '2024-12-31' }],
    ['统计期限自2019年9月1日至12月31日止', { from: '2019-09-01', to: '2019-12-31' }], ['数据统计时间为2024 年 1 月 1 日—12 月 31 日', { from: '2024-01-01', to: '2024-12-31' }],
    ['统计期限为2024年全年', null], ['会议于2024年1月1日召开', null],
  ])('%s', (text, period) => expect(readPeriod(text)).toEqual(period));
});

describe('who, when, for whom', () => {
  it('the title wins over what the publisher’s lines say', async () => {
    const report = await recognise('标题: 清溪县水务局2023年政府信息公开工作年度报告\n发布机构: 清溪学生资助\n发布时间: 2025-01-20\n\n清溪县水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n略。', '水务局_2022.txt');
    expect(report).toMatchObject({ body: '清溪县水利局', year: 2024, scope: 'own', dated: '2025-01-20', title: '清溪县水利局2024年政府信息公开工作年度报告' });
    expect(report.evidence.year).toEqual([
      { from: 'title', value: '2024' }, { from: 'metadata', value: '2023' }, { from: 'metadata', value: '2024' }, { from: 'file name', value: '2022' },
    ]);
    expect(report.evidence.body.map(({ from, value }) => `${from} ${value}`)).toEqual(['title 清溪县水利局', 'metadata 清溪县水务局', 'metadata 清溪学生资助', 'file name 水务局']);
  });
  it('a title over two lines, a signature with its date', async () => {
    const report = await recognise('清水发〔2025〕2号\n清溪县水务局\n2024年政府信息公开工作年度报告\n一、总体情况\n我局略。\n清溪县水务局\n2025年1月13日\n清溪县水务局办公室 2025年1月14日印发');
    expect(report).toMatchObject({ body: '清溪县水务局', year: 2024, dated: '2025-01-13' });
    expect(report.evidence.scope).toContainEqual({ from: 'first person', value: '我局' });
  });
  it('a title in the middle of a page’s menu', async () => {
    expect(await recognise('当前位置： 首页政务公开政府信息公开年报 清溪县水务局 2020年政府信息公开工作年度报告 来源： 时间：2021-01-19 微信 微博 根据规定编制。一、总体情况 略。')).toMatchObject({ body: '清溪县水务局', year: 2020 });
  });
  it('without a title the period gives the year and the signature the body', async () => {
    const report = await recognise('本报告统计期限为2024年1月1日至2024年12月31日。\n一、总体情况\n略\n二、主动公开政府信息情况\n略\n三、收到和处理政府信息公开申请情况\n略\n清溪县水务局 2025年1月13日');
    expect(report).toMatchObject({ title: null, body: '清溪县水务局', year: 2024 });
  });
  it.each([
    ['清溪县', 'rollup'], ['清溪县人民政府', 'rollup'], ['清溪综合实验区', 'rollup'], ['清溪县人民政府办公室', 'own'], ['清溪县水务局', 'own'], ['清溪镇人民政府', 'own'], ['清溪街道办事处', 'own'], ['清溪经济开发区管委会', 'own'], ['清溪经济开发区', 'own'],
  ])('the report of %s is %s', async (body, scope) => expect((await recognise(`${body}2024年政府信息公开工作年度报告\n一、总体情况\n全县教育系统。`)).scope).toBe(scope));
  it.each([
    '关于编制2024年政府信息公开工作年度报告的通知\n各乡镇：请于1月20日前报送2024年度报告。\n清溪县人民政府办公室 2025年1月3日', '清溪县2024年政府工作报告\n各位代表：', '采购公告\n预算 12 万元',
    // Lists of headings and of labels.
    '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项',
    '标题写法\n二、主动公开政府信息情况：常见\n一、总体情况：多数\n五、存在问题及改进措施：少见\n三、收到和处理政府信息公开申请情况：常见',
    '标签\t写法\n规章\t规章(制度)\n行政规范性文件\t规范性文件\n行政许可\t许可\n行政处罚\t处罚\n行政强制\t强制\n行政事业性收费\t收费',
  ])('%s is no annual report', async (text) => expect(await recognise(text, '清溪县水务局_2024.txt')).toMatchObject({ title: null, body: null, year: null, scope: null, tables: [], cells: [] }));
});
