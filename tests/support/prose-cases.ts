/** Cases of the checks of prose and of personal information. All names, numbers and places are invented. */
import type { CheckedReport } from '../../src/lib/checks/finding.ts';
import { apart, fail, noReport, of, old, pass, unknown, whole, withSections, written, type CheckCase } from './case-makers.ts';

const says = (section: number, text: string, changes: Partial<CheckedReport> = {}): CheckedReport => ({ ...withSections((sections) => sections.map(written(section, text))), ...changes });
const township = { body: '青禾县柳泉镇人民政府', bodyKind: 'township' as const };
const noSection = (number: number): CheckedReport => withSections((sections) => sections.filter((section) => section.number !== number));

const TEXT_CASES: readonly CheckCase[] = [
  ...['TXT-YEAR', 'TXT-OTHER-UNIT', 'TXT-OTHER-PLACE', 'TXT-LEVEL', 'TXT-GENERIC-ACTOR', 'TXT-PLACEHOLDER', 'TXT-SIGNATURE', 'TXT-TRUNCATED'].flatMap((check) => [
    of(check, 'nothing to object to', whole, pass), of(check, 'no annual report', { ...noReport, year: 2024, body: '青禾县民政局' }, apart),
  ]),
  of('TXT-YEAR', 'another year', says(1, '2021年，我局完成了栏目调整。'), fail(['query'], '2024年度的年报写的是2021年的工作')),
  of('TXT-YEAR', 'last year', says(1, '（一）2023年我局完成了栏目调整。'), fail(['query'], '2023年')),
  of('TXT-YEAR', 'this year', says(1, '2024年，我局完成了栏目调整。'), pass),
  of('TXT-YEAR', 'plans', says(5, '2025年，我局将每月检查栏目。'), pass),
  of('TXT-YEAR', 'next year as done', says(5, '2025年，我局完成了栏目调整。'), fail(['query'], '2025年')),
  of('TXT-YEAR', 'a comparison', says(1, '2023年，我局公开较少，今年增加。'), pass),
  of('TXT-YEAR', 'a document of another year', says(1, '根据2021年印发的文件，我局完成了栏目调整。'), pass),
  of('TXT-YEAR', 'year unknown', { ...whole, year: null }, unknown('year unknown')),

  of('TXT-OTHER-UNIT', 'another bureau', says(1, '青禾县水利局高度重视政务公开工作。'), fail(['query'], '以“青禾县水利局”自称')),
  of('TXT-OTHER-UNIT', 'itself', says(1, '青禾县民政局高度重视政务公开工作。'), pass),
  of('TXT-OTHER-UNIT', 'a former name', says(1, '青禾县扶贫开发办公室认真落实各项要求。', { body: '青禾县乡村振兴局', bodyNames: ['青禾县扶贫开发办公室'] }), pass),
  of('TXT-OTHER-UNIT', 'another bureau as an object', says(1, '配合青禾县水利局高度重视的工作。'), pass),
  of('TXT-OTHER-UNIT', 'a bureau in the county’s report', says(1, '青禾县水利局高度重视政务公开工作。', { scope: 'rollup' }), apart),
  of('TXT-OTHER-UNIT', 'no body', { ...whole, body: null }, unknown('not recognised')),

  of('TXT-OTHER-PLACE', 'another county', says(5, '继续围绕白石县经济社会发展大局。'), fail(['query'], '把“白石县”写成本地，本单位在青禾县')),
  of('TXT-OTHER-PLACE', 'its own county', says(5, '继续围绕青禾县经济社会发展大局。'), pass),
  of('TXT-OTHER-PLACE', 'another county in passing', says(5, '学习白石县经济开发区的做法。'), pass),
  of('TXT-OTHER-PLACE', 'a body of no county', { ...whole, body: '云澜市生态环境局' }, unknown('not recognised')),
  of('TXT-OTHER-PLACE', 'a body whose register name tells its county', says(5, '围绕白石县经济发展。', { body: '民政局', bodyNames: ['青禾县民政局'] }), fail(['query'], '白石县')),

  of('TXT-LEVEL', 'a township for the county', says(1, '全县各行政机关对照目录逐项公开。', township), fail(['query'], '写的是“全县各行政机关”')),
  of('TXT-LEVEL', 'a township for itself', says(1, '全镇各村逐项公开。', township), pass),
  of('TXT-LEVEL', 'a document about the county', says(1, '按照全县各单位统一安排。', township), pass),
  of('TXT-LEVEL', 'the county office guides all', says(1, '全县各单位逐项公开。', { body: '青禾县人民政府办公室', bodyKind: undefined }), apart),
  of('TXT-LEVEL', 'the county itself', says(1, '全县各单位逐项公开。', { scope: 'rollup' }), apart),
  of('TXT-LEVEL', 'no body', { ...whole, body: null }, unknown('not recognised')),

  of('TXT-GENERIC-ACTOR', 'some bodies', says(5, '部分单位对公开工作认识不到位。'), fail(['note'], '写的是“部分单位”')),
  of('TXT-GENERIC-ACTOR', 'some rooms of its own', says(5, '个别股室移交不及时。'), pass),
  of('TXT-GENERIC-ACTOR', 'some bodies in the county’s report', says(5, '部分单位对公开工作认识不到位。', { scope: 'rollup' }), apart),

  of('TXT-PLACEHOLDER', 'an instruction', says(6, '可在网站（此处填写具体网址）查阅，未收取信息处理费。'), fail(['error'], '留有“此处填写”')),
  of('TXT-PLACEHOLDER', 'a model’s name', says(1, 'XX镇高度重视政务公开工作。'), fail(['error'], 'XX镇')),
  of('TXT-PLACEHOLDER', 'an address left out', says(6, '请登录（具体网址）。'), fail(['error'], '（具体网址）')),
  of('TXT-PLACEHOLDER', 'crosses', says(1, '申请人××要求公开。'), fail(['note'], '××')),
  of('TXT-PLACEHOLDER', 'empty brackets', says(1, '办理【 】件。'), fail(['note'], '【 】')),
  of('TXT-PLACEHOLDER', 'a passage left out', says(1, '[……]'), pass),

  of('TXT-PROBLEM-EMPTY', 'problems', whole, pass),
  of('TXT-PROBLEM-EMPTY', 'none', says(5, '无。'), fail(['error'], '第五部分“存在的主要问题及改进情况”没有内容')),
  of('TXT-PROBLEM-EMPTY', 'nothing', says(5, ''), fail(['error'], '没有内容')),
  of('TXT-PROBLEM-EMPTY', 'none and a signature', says(5, '无\n青禾县民政局\n2025年1月15日'), fail(['error'], '没有内容')),
  of('TXT-PROBLEM-EMPTY', 'passages left out', says(5, '[……]'), unknown('passages left out')),
  of('TXT-PROBLEM-EMPTY', 'no section', noSection(5), apart),
  of('TXT-PROBLEM-GENERIC', 'facts', whole, pass),
  of('TXT-PROBLEM-GENERIC', 'stock phrases', says(5, '公开意识有待提高，公开内容不够全面。下一步加强学习。'), fail(['note'], '有待提高')),
  of('TXT-PROBLEM-GENERIC', 'stock phrases and a measure', says(5, '公开意识有待提高。由专人每月检查。'), pass),
  of('TXT-PROBLEM-GENERIC', 'passages left out', says(5, '有待提高[……]'), unknown('passages left out')),
  of('TXT-PROBLEM-GENERIC', 'no section', noSection(5), apart),

  of('TXT-ASPECT-MISSING', 'five aspects', whole, pass),
  of('TXT-ASPECT-MISSING', 'two missing', says(1, '（一）主动公开。公布网点。（二）依申请公开。未收到申请。（三）政府信息管理。发布前审核。'), fail(['query'], '没有写到政府信息公开平台建设、监督保障')),
  of('TXT-ASPECT-MISSING', 'passages left out', says(1, '（一）主动公开。[……]'), unknown('passages left out')),
  of('TXT-ASPECT-MISSING', 'no section', noSection(1), apart),
  of('TXT-GOV-ACCOUNT', 'a township with an account', { ...whole, ...township }, pass),
  of('TXT-GOV-ACCOUNT', 'a township without', says(1, '（五）监督保障。开展培训两次。', township), fail(['query'], '没有写工作考核、社会评议和责任追究结果')),
  of('TXT-GOV-ACCOUNT', 'a township by its name alone, without', says(1, '开展培训两次。', { body: '白塔镇人民政府', bodyKind: undefined }), fail(['query'], '白塔镇人民政府')),
  of('TXT-GOV-ACCOUNT', 'passages left out', says(1, '[……]', township), unknown('passages left out')),
  of('TXT-GOV-ACCOUNT', 'no sections', { ...whole, ...township, sections: [] }, unknown('not recognised')),
  of('TXT-GOV-ACCOUNT', 'a subdistrict', says(1, '开展培训两次。', { body: '青禾县城关街道办事处', bodyKind: 'subdistrict' }), apart),
  of('TXT-GOV-ACCOUNT', 'a bureau', says(1, '开展培训两次。'), apart),
  of('TXT-SIX-EMPTY', 'the fee', whole, pass),
  of('TXT-SIX-EMPTY', 'nothing', says(6, ''), fail(['note'], '第六部分“其他需要报告的事项”没有内容')),
  of('TXT-SIX-EMPTY', 'a signature alone', says(6, '青禾县民政局\n2025年1月15日'), fail(['note'], '没有内容')),
  of('TXT-SIX-EMPTY', 'none', says(6, '无。'), pass),
  of('TXT-SIX-EMPTY', 'passages left out', says(6, '[……]'), unknown('passages left out')),
  of('TXT-SIX-EMPTY', 'no section', noSection(6), apart),
  of('TXT-SIX-FEE', 'the fee', whole, pass),
  of('TXT-SIX-FEE', 'none', says(6, '无。'), fail(['note'], '没有提到信息处理费')),
  of('TXT-SIX-FEE', 'passages left out', says(6, '按照[……]'), unknown('passages left out')),
  of('TXT-SIX-FEE', 'no section', noSection(6), apart),
  of('TXT-SIX-FEE', 'a report of 2020, before the rules on the fee', { ...old, sections: old.sections.map(written(6, '无。')) }, apart),

  of('TXT-SIGNATURE', 'another body', { ...whole, evidence: { ...whole.evidence, body: [{ from: 'signature', value: '青禾县交通运输局' }] } }, fail(['note'], '落款是“青禾县交通运输局”')),
  of('TXT-SIGNATURE', 'the report year itself', { ...whole, evidence: { ...whole.evidence, year: [{ from: 'signature', value: '2023' }] } }, fail(['note'], '落款年份是2024年')),
  of('TXT-SIGNATURE', 'no signature', { ...whole, evidence: { body: [], year: [], scope: [] } }, unknown('not recognised')),
  of('TXT-TRUNCATED', 'a document number', says(1, '根据国办公开办函〔202130号文件编制。'), fail(['note'], '〔202130号')),
  of('TXT-TRUNCATED', 'a day', says(1, '统计期限至2024年12月31。'), fail(['note'], '12月31')),
  of('TXT-TRUNCATED', 'a month', says(1, '统计期限至2024年 月31日。'), fail(['note'], '2024年')),
  of('TXT-TRUNCATED', 'blanks for a date', says(1, '截至2025  1  1  日。'), fail(['note'], '2025')),
  of('TXT-TRUNCATED', 'a blank before the day', says(1, '2025年1月13 日，国办函〔2020〕109号。'), pass),
];

/** With a valid check digit (ISO 7064 MOD 11-2), of a region that does not exist. */
const IDENTITY = '990101198503071012';
const valid = (first: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return first + '10X98765432'.charAt(weights.reduce((sum, weight, index) => sum + weight * Number(first[index]), 0) % 11);
};
const PERSONAL_CASES: readonly CheckCase[] = [
  ...['PII-ID', 'PII-MOBILE', 'PII-BANK', 'PII-MAIL', 'PII-APPLICANT'].flatMap((check) => [of(check, 'nothing personal', whole, pass), of(check, 'no annual report', noReport, apart)]),
  of('PII-ID', 'eighteen digits', says(3, `居民（公民身份号码${valid(IDENTITY.slice(0, 17))}）申请公开。`), fail(['error'], '第三部分出现身份证号（99*************')),
  of('PII-ID', 'a wrong check digit', says(3, `编号${valid(IDENTITY.slice(0, 17)).slice(0, 17)}${valid(IDENTITY.slice(0, 17)).endsWith('5') ? '6' : '5'}。`), pass),
  of('PII-ID', 'eighteen digits that are no birthday', says(3, `编号${valid('99010160123456789')}。`), pass),
  of('PII-ID', 'fifteen digits beside the word', says(3, '身份证号990101850307101。'), fail(['query'], '身份证号')),
  of('PII-ID', 'fifteen digits of something else', says(3, '索引号990101850307101。'), pass),
  of('PII-MOBILE', 'of an applicant', says(3, '申请人（联系电话14700000000）已领取答复。'), fail(['query'], '出现手机号（147****0000）')),
  of('PII-MOBILE', 'of the office', says(6, '联系电话14700000000。'), fail(['note'], '147****0000')),
  of('PII-MOBILE', 'in the opening', { ...whole, opening: '联系电话14700000000。' }, fail(['note'], '正文开头出现手机号')),
  of('PII-MOBILE', 'a landline', says(6, '联系电话0373-7690000。'), pass),
  of('PII-MOBILE', 'part of a longer number', says(6, '索引号114700000000。'), pass),
  of('PII-BANK', 'a card beside the word', says(6, '缴费账号6222020000000000000。'), fail(['query'], '出现银行卡号（***************0000）')),
  of('PII-BANK', 'a number that fails the check', says(6, '缴费账号6222020000000000001。'), pass),
  of('PII-BANK', 'a number of something else', says(6, '索引号6222020000000000000。'), pass),
  of('PII-MAIL', 'a private mailbox', says(6, '电子邮箱qinghe@163.com。'), fail(['note'], '出现个人邮箱（q***@163.com）')),
  of('PII-MAIL', 'the office’s mailbox', says(6, '电子邮箱xxgk@qinghe.gov.cn。'), pass),
  of('PII-APPLICANT', 'a name', says(3, '申请人王小明不服答复。'), fail(['query'], '姓名（王**）')),
  of('PII-APPLICANT', 'a name with a title', says(4, '原告李华先生撤诉。'), fail(['query'], '李*')),
  of('PII-APPLICANT', 'a masked name', says(3, '申请人王某不服答复。'), pass),
  of('PII-APPLICANT', 'no name', says(3, '申请人不服答复，申请人周知，当事人杜绝提出异议。'), pass),
];

export const PROSE_CASES: readonly CheckCase[] = [...TEXT_CASES, ...PERSONAL_CASES];
