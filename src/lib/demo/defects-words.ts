/** Planted: prose, by itself and against the tables. All of it is at most a query unless it is certain by machine. */
import { selfOf } from './prose.ts';
import { append, must, reword, value, write, type Defect, type Expected } from './planted.ts';

const said = (check: string, level: Expected['level'], words: string): Expected[] => [{ check, level, words }];

/** ISO 7064 MOD 11-2 over seventeen digits (GB 11643): a number of a region that does not exist. */
function identityNumber(first: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first[index]), 0);
  return first + '10X98765432'.charAt(sum % 11);
}

/** The paragraph that speaks of applications, in section 一, and its counts. */
const RECEIVED = /(申请)(\d+)(件)/;

export const WORD_DEFECTS: readonly Defect[] = [
  {
    kind: 'period cut short', body: '115', year: 2021, what: '统计期限写到11月30日',
    text: (text, draft) => { text.lead[1] = `根据《条例》和国办公开办函〔2021〕30号文件编制。统计期限为${draft.year}年1月1日至${draft.year}年11月30日。`; },
    expected: said('ST-PERIOD', 'error', '11月30日'),
  },
  {
    kind: 'old document cited', body: '202', year: 2024, what: '只引用2019年的60号文件',
    text: (text) => { text.lead[1] = '根据《中华人民共和国政府信息公开条例》和国办公开办函〔2019〕60号文件要求，编制本报告。'; },
    expected: said('ST-OLD-CITATION', 'note', '60号'),
  },
  {
    kind: 'instruction left in', body: '208', year: 2023, what: '模板提示语“此处填写具体网址”没有删除',
    text: (text) => append(text, 6, '本报告电子版可在县政府门户网站（此处填写具体网址）查阅。'),
    expected: said('TXT-PLACEHOLDER', 'error', '此处填写'),
  },
  {
    kind: 'no problems', body: '136', year: 2024, what: '第五部分只写“无。”', text: (text) => write(text, 5, ['无。']), expected: [{ check: 'TXT-PROBLEM-EMPTY', level: 'error' }],
  },
  {
    kind: 'section six empty', body: '142', year: 2021, what: '第六部分只有标题', text: (text) => write(text, 6, []), expected: [{ check: 'TXT-SIX-EMPTY', level: 'note' }],
  },
  {
    kind: 'identity number', body: '201', year: 2023, what: '正文出现18位公民身份号码（虚构，校验位有效）',
    text: (text) => append(text, 3, `其中一件为居民（公民身份号码${identityNumber('99010119850307101')}）申请公开征收补偿协议。`),
    expected: said('PII-ID', 'error', '公民身份号码'),
  },
  {
    kind: 'mobile number of an applicant', body: '301', year: 2024, what: '正文出现申请人手机号码（虚构）',
    text: (text) => append(text, 3, '申请人（联系电话14700000000）经补正后已领取答复。'), expected: said('PII-MOBILE', 'query', '147****0000'),
  },
  {
    kind: 'prose counts differently', body: '104', year: 2022, what: '正文的收到申请数比表三多3件',
    text: (text, draft) => reword(text, 1, RECEIVED, `$1${value(draft, 't3.received.total') + 3}$3`),
    expected: [{ check: 'NARR-R1', level: 'query', figure: 't3.received.total' }],
  },
  {
    kind: 'none received, says the prose', body: '139', year: 2023, what: '正文说未收到申请，表三为1件',
    text: (text, draft) => {
      must(value(draft, 't3.received.total') > 0, 'nothing received');
      const paragraph = text.sections[0]?.before.find((line) => RECEIVED.test(line)) ?? '';
      reword(text, 1, new RegExp(paragraph.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), `（二）依申请公开。${draft.year}年，${selfOf(draft)}未收到政府信息公开申请。`);
    },
    expected: [{ check: 'NARR-NONE', level: 'query', figure: 't3.received.total' }],
  },
  {
    kind: 'documents counted differently', body: '107', year: 2024, what: '正文制发规范性文件数与表二不同',
    text: (text, draft) => write(text, 2, [`${draft.year}年，我局制发行政规范性文件${value(draft, 't2.normative_documents.issued') + 2}件。`]),
    expected: [{ check: 'NARR-GF', level: 'query', figure: 't2.normative_documents.issued' }],
  },
  {
    kind: 'reviews counted differently', body: '137', year: 2021, what: '正文的行政复议件数是全部行政复议案件',
    text: (text) => write(text, 4, ['本年度，我分局被申请行政复议7件，均已审结。']), expected: [{ check: 'NARR-REVIEW', level: 'query', figure: 't4.review.total' }],
  },
  {
    kind: 'all concluded, says the prose', body: '116', year: 2023, what: '正文说全部办结，表三有结转',
    text: (text, draft) => {
      must(value(draft, 't3.carried_forward.total') > 0, 'nothing carried forward');
      append(text, 3, '全年收到的申请已全部办结，办结率100%。');
    },
    expected: said('NARR-RATE', 'query', '全部办结'),
  },
  {
    kind: 'routes do not add up', body: '102', year: 2024, what: '当面、网络、信函三项相加与总数不符',
    text: (text, draft) => append(text, 3, `收到的${value(draft, 't3.received.total')}件申请中，当面提交2件、网络提交${value(draft, 't3.received.total')}件、信函1件。`),
    expected: said('NARR-ROUTE-SUM', 'query', '当面提交'),
  },
  {
    kind: 'last year left in', body: '111', year: 2023, what: '正文沿用旧稿，主语年份是2021年',
    text: (text) => append(text, 1, '2021年，我局按照上级要求完成了政务公开栏目调整，公开质量进一步提升。'), expected: said('TXT-YEAR', 'query', '2021年，我局'),
  },
  {
    kind: 'another body speaks', body: '132', year: 2024, what: '正文的主语是另一单位',
    text: (text) => append(text, 1, '青禾县水利局高度重视政务公开工作，成立了以局长为组长的领导小组。'), expected: said('TXT-OTHER-UNIT', 'query', '青禾县水利局'),
  },
  {
    kind: 'another county', body: '131', year: 2024, what: '正文出现外地地名“白石县”（虚构）',
    text: (text) => append(text, 5, '今后将继续围绕白石县经济社会发展大局，提高公开的针对性。'), expected: said('TXT-OTHER-PLACE', 'query', '白石县'),
  },
  {
    kind: 'a township speaks for the county', body: '204', year: 2024, what: '镇政府的报告写“全县各行政机关”',
    text: (text) => append(text, 1, '全县各行政机关对照目录逐项公开，全县公开水平明显提高。'), expected: said('TXT-LEVEL', 'query', '全县各行政机关'),
  },
  {
    kind: 'someone has problems', body: '114', year: 2022, what: '存在问题写的是“部分单位”',
    text: (text) => write(text, 5, ['部分单位对公开工作认识不到位，一些地区栏目更新不及时。下一步将加强督促。']), expected: said('TXT-GENERIC-ACTOR', 'note', '部分单位'),
  },
  {
    kind: 'copied from another body', body: '212', year: 2024, what: '第一、五部分与桐木乡雷同',
    text: (text, _draft, others) => {
      const source = others('210', 2024).text;
      for (const number of [1, 5]) write(text, number, [...(source.sections.find((section) => section.number === number)?.before ?? [])]);
    },
    expected: [{ check: 'TXT-CROSS-DUP', level: 'query' }],
  },
  {
    kind: 'copied from last year', body: '133', year: 2024, what: '第一、五部分只改了年份',
    text: (text, _draft, others) => {
      const source = others('133', 2023).text;
      for (const number of [1, 5]) write(text, number, (source.sections.find((section) => section.number === number)?.before ?? []).map((line) => line.replaceAll('2023', '2024')));
    },
    expected: [{ check: 'XY-TEXT-DUP', level: 'query' }],
  },
  {
    kind: 'figures of last year', body: '119', year: 2025, what: '全部数据与上年相同', draft: (draft, others) => {
      Object.assign(draft.values, others('119', 2024).draft.values);
    },
    expected: [{ check: 'XY-SAME-FIGURES', level: 'query' }],
  },
  {
    kind: 'aspects left out', body: '138', year: 2022, what: '总体情况没有“监督保障”和“平台建设”',
    text: (text) => write(text, 1, ['2022年，我中心按规定公开政府信息。', '（一）主动公开。公布粮食收购网点和质价标准。', '（二）依申请公开。全年未收到申请。', '（三）政府信息管理。发布前由办公室审核。']),
    expected: [{ check: 'TXT-ASPECT-MISSING', level: 'query' }],
  },
  {
    kind: 'government without account', body: '213', year: 2022, what: '乡政府年报没有工作考核、社会评议、责任追究',
    text: (text) => {
      const overview = text.sections[0]?.before ?? [];
      write(text, 1, overview.map((line) => line.replace(/[^。；]*(考核|评议|追究)[^。；]*[。；]/g, '')));
    },
    expected: [{ check: 'TXT-GOV-ACCOUNT', level: 'query' }],
  },
  {
    kind: 'lost characters', body: '402', year: 2021, what: '文号和日期缺字', text: (text) => { text.lead[1] = '根据国办公开办函〔202130号文件要求编制，统计期限为2021年1月1日至12月31。'; },
    expected: said('TXT-TRUNCATED', 'note', '〔202130号'),
  },
  {
    kind: 'signed by another body', body: '135', year: 2023, what: '落款是另一单位', text: (text) => { text.signature = ['青禾县交通运输局', '2024年1月15日']; },
    expected: said('TXT-SIGNATURE', 'note', '青禾县交通运输局'),
  },
];
