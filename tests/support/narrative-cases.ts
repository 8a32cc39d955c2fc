/** Cases of the prose against the tables: sentences in the wordings seen, and traps that must not trigger. */
import type { CheckedReport } from '../../src/lib/checks/finding.ts';
import { apart, blank, fail, of, old, pass, unknown, whole, withCells, withSections, without, written, type CheckCase } from './case-makers.ts';
import type { Cell } from './whole-report.ts';

/** The whole report with numbers in table 三 or 四, and a sentence in a section. */
const says = (section: number, text: string, cells: Record<string, Cell> = {}, changes: Partial<CheckedReport> = {}): CheckedReport =>
  ({ ...withSections((sections) => sections.map(written(section, text))), figures: withCells(cells).figures, ...changes });
const total = (row: string, count: Cell): Record<string, Cell> => ({ [`t3.${row}.total`]: count });
const received = (count: Cell, carriedIn: Cell = 0): Record<string, Cell> => ({ ...total('received', count), ...total('carried_in', carriedIn) });
const noTables = { ...whole, tables: [] };
const noProse = { ...whole, sections: [] };
const three = (check: string): CheckCase[] => [of(check, 'nothing said', whole, pass), of(check, 'nothing said, 2020', old, pass), of(check, 'no table', noTables, apart)];

const RECEIVED_CASES: readonly CheckCase[] = [
  ...['NARR-NONE', 'NARR-R1', 'NARR-R2', 'NARR-R37', 'NARR-R4', 'NARR-OUTCOME', 'NARR-RATE', 'NARR-REVIEW', 'NARR-LIT', 'NARR-GF', 'NARR-LIC', 'NARR-PEN'].flatMap(three),
  ...['2024年，我局未收到政府信息公开申请。', '我单位在2024年期间，未收到依申请公开的事项。', '全年未收到公民、法人或者其他组织提出的政府信息公开申请。', '没有收到依申请公开事项。'].flatMap((text, index) => [
    of('NARR-NONE', `none received, ${index}`, says(1, text, received(0)), pass),
    of('NARR-NONE', `none received, and one in the table, ${index}`, says(1, text, received(1)), fail(['query'], '表三“新收”总计为1')),
  ]),
  of('NARR-NONE', 'blank', says(1, '我局未收到政府信息公开申请。', received(blank)), unknown('figures missing')),
  of('NARR-NONE', 'none from businesses', says(1, '未收到企业提出的政府信息公开申请。', received(1)), pass),
  of('NARR-NONE', 'none last year', says(1, '上年未收到政府信息公开申请。', received(1)), pass),
  of('NARR-NONE', 'no application for review', says(4, '未收到政府信息公开行政复议申请。', received(1)), pass),
  of('NARR-NONE', 'none by one body of the county', says(1, '县水利局未收到政府信息公开申请，县水利局未收到申请。', received(1)), fail(['query'], '未收到')),

  ...['全年共收到政府信息公开申请15件。', '2024年，全区接收通过邮寄、网络提交的各类政府信息公开申请共计15件。', '全区共收到15件政府信息公开申请。', '新收政府信息公开申请15宗。', '我局共收到公民、法人及其他组织提出的政府信息公开申请十五件。', '共收到政府信息公开申请 15 条。'].flatMap((text, index) => [
    of('NARR-R1', `fifteen received, ${index}`, says(1, text, received(15)), pass),
    of('NARR-R1', `fifteen received, twelve in the table, ${index}`, says(1, text, received(12, 1)), fail(['query'], '表三“新收”总计为12')),
  ]),
  of('NARR-R1', 'accepted with those carried in', says(1, '共受理政府信息公开申请75件。', received(74, 1)), fail(['note'], '等于表三新收加上年结转')),
  of('NARR-R1', 'accepted without those carried in', says(1, '共受理政府信息公开申请74件。', received(74, 1)), pass),
  of('NARR-R1', 'in section three, without the word', says(3, '2024年，我局收到申请3件。', received(4)), fail(['query'], '收到申请3件')),
  of('NARR-R1', 'under the heading of the aspect', says(1, '（二）依申请公开。本年度收到申请3件。', received(4)), fail(['query'], '收到申请3件')),
  of('NARR-R1', 'a comma group', says(1, '共收到政府信息公开申请1,204件。', received(1204)), pass),
  of('NARR-R1', 'blank', says(1, '共收到政府信息公开申请3件。', received(blank)), unknown('figures missing')),
  of('NARR-R1', 'last year beside this year', says(1, '共收到政府信息公开申请3件，上年收到申请2件。', received(3)), pass),
  of('NARR-R1', 'the sentence of another year', says(1, '2021年，我局收到政府信息公开申请9件。', received(3)), pass),
  of('NARR-R1', 'documents marked on request', says(1, '全年形成公文962件，依申请公开信息数354条。', received(3)), pass),
  of('NARR-R1', 'applications for something else', says(3, '全年收到行政许可申请120件，收到行政复议申请2件。', received(3)), pass),
  of('NARR-R1', 'a part of them', says(1, '其中收到自然人政府信息公开申请2件。', received(3)), pass),
  of('NARR-R1', 'by one route', says(1, '通过窗口收到信函政府信息公开申请2件。', received(3)), pass),
  of('NARR-R1', 'a body of the county in its roll-up', says(1, '县政府办公室收到政府信息公开申请17件。', received(95), { scope: 'rollup' }), pass),
  of('NARR-R1', 'the same sentence in two sections is one finding', { ...says(1, '共收到政府信息公开申请3件。', received(4)), sections: [1, 3].map((number) => ({ number, title: '', text: '共收到政府信息公开申请3件。', at: { block: number } })) }, fail(['query'], '3件')),
  of('NARR-R1', 'not received', says(1, '未收到政府信息公开申请1件。', received(0)), pass),

  of('NARR-R2', 'two carried in', says(1, '收到申请3件，上年结转2件。（依申请公开）', received(3, 2)), pass),
  of('NARR-R2', 'two carried in, none in the table', says(3, '上年结转2件。', received(3, 0)), fail(['query'], '表三“上年结转”总计为0')),
  of('NARR-R2', 'blank', says(3, '上年结转2件。', received(3, blank)), unknown('figures missing')),
  ...['已办结69件。', '共办结69件。', '答复申请69件。', '办理完成69件。'].flatMap((text, index) => [
    of('NARR-R37', `sixty-nine, ${index}`, says(3, text, total('processed', 69)), pass),
    of('NARR-R37', `sixty-nine, seventy in the table, ${index}`, says(3, text, total('processed', 70)), fail(['query'], '表三第（七）项总计为70')),
  ]),
  of('NARR-R37', 'handled may be what was received', says(1, '全年办理政府信息公开申请18件。', { ...received(18), ...total('processed', 17) }), pass),
  of('NARR-R37', 'handled may be the load', says(1, '全年办理政府信息公开申请18件。', { ...received(17, 1), ...total('processed', 16) }), pass),
  of('NARR-R37', 'handled is none of these', says(1, '全年办理政府信息公开申请18件。', { ...received(11, 1), ...total('processed', 10) }), fail(['query'], '总计为10')),
  of('NARR-R37', 'messages answered', says(1, '留言一般在三个工作日内答复，全年答复5条。', total('processed', 69)), pass),
  of('NARR-R37', 'petitions concluded', says(3, '办结信访事项12件。', total('processed', 69)), pass),
  of('NARR-R37', 'blank', says(3, '已办结69件。', total('processed', blank)), unknown('figures missing')),
  ...['1件结转下年度继续办理。', '结转至2025年1件。', '结转下年度1件。', '结转下一年 1 件。'].flatMap((text, index) => [
    of('NARR-R4', `one carried forward, ${index}`, says(3, text, total('carried_forward', 1)), pass),
    of('NARR-R4', `one carried forward, two in the table, ${index}`, says(3, text, total('carried_forward', 2)), fail(['query'], '表三“结转下年度”总计为2')),
  ]),
  of('NARR-R4', 'blank', says(3, '1件结转下年度继续办理。', total('carried_forward', blank)), unknown('figures missing')),

  of('NARR-OUTCOME', 'granted', says(3, '予以公开5件。', total('granted', 5)), pass),
  of('NARR-OUTCOME', 'granted, another in the table', says(3, '予以公开5件。', total('granted', 6)), fail(['query'], '表三相应各格之和为6')),
  of('NARR-OUTCOME', 'granted in full and in part', says(3, '予以公开及部分公开11件。', { ...total('granted', 6), ...total('granted_in_part', 5) }), pass),
  of('NARR-OUTCOME', 'granted in full and in part, other numbers', says(3, '予以公开及部分公开12件。', { ...total('granted', 6), ...total('granted_in_part', 5) }), fail(['query'], '之和为11')),
  of('NARR-OUTCOME', 'blank', says(3, '予以公开5件。', total('granted', blank)), unknown('figures missing')),
  of('NARR-OUTCOME', 'documents that are not published', says(1, '全年形成公文962件，其中主动公开318件，不予公开290件。依申请公开', total('granted', 6)), pass),
  of('NARR-OUTCOME', 'persons', says(1, '共收到政府信息公开申请3件，涉及自然人2件、商业企业1件。', { ...received(3), 't3.received.natural': 2, 't3.received.business': 1 }), pass),
  of('NARR-OUTCOME', 'persons, other numbers', says(1, '共收到政府信息公开申请3件，涉及自然人99件。', { ...received(3), 't3.received.natural': 2, 't3.carried_in.natural': 1 }), fail(['query'], '之和为2')),
  of('NARR-OUTCOME', 'persons with those carried in', says(1, '共受理政府信息公开申请3件，其中自然人申请3件。', { ...received(2, 1), 't3.received.natural': 2, 't3.carried_in.natural': 1 }), pass),
  of('NARR-OUTCOME', 'persons, blank', says(1, '共收到政府信息公开申请3件，涉及自然人99件。', { ...received(3), 't3.received.natural': blank }), unknown('figures missing')),

  of('NARR-RATE', 'all concluded', says(3, '全部办结。', total('carried_forward', 0)), pass),
  of('NARR-RATE', 'all concluded, one carried forward', says(3, '收到的申请已全部办结，办结率100%。', total('carried_forward', 1)), fail(['query'], '表三“结转下年度”为1件')),
  of('NARR-RATE', 'all of those carried in concluded', says(3, '上年结转的1件均已办结。', total('carried_forward', 1)), pass),
  of('NARR-RATE', 'all reviews concluded', says(4, '行政复议案件均已办结。', total('carried_forward', 1)), pass),
  of('NARR-RATE', 'blank', says(3, '全部办结。', total('carried_forward', blank)), unknown('figures missing')),
  of('NARR-RATE', 'a right share', says(3, '办结81件，予以公开42件，占51.85%。', { ...total('processed', 81), ...total('granted', 42) }), pass),
  of('NARR-RATE', 'a share of what the prose counts', says(3, '答复申请805件，不予公开35件，占4.34%。', received(1)), pass),
  of('NARR-RATE', 'a wrong share', says(3, '办结申请805件，予以公开258件，占33.9%。', { ...received(859), ...total('processed', 805) }), fail(['query'], '258件占805件的32.0%')),
  of('NARR-RATE', 'a right rate of completion', says(3, '申请办结率90%。', { ...received(9, 1), ...total('processed', 9) }), pass),
  of('NARR-RATE', 'a wrong rate of completion', says(3, '申请办结率80%。', { ...received(9, 1), ...total('processed', 9) }), fail(['query'], '9件占10件的90%')),
];

const cases = (group: string, count: Cell): Record<string, Cell> => ({ [`t4.${group}.total`]: count });
const CASE_CASES: readonly CheckCase[] = [
  of('NARR-REVIEW', 'two', says(4, '被申请行政复议2件。', cases('review', 2)), pass),
  of('NARR-REVIEW', 'seven, two in the table', says(4, '本年度，我局被申请行政复议7件，均已审结。', cases('review', 2)), fail(['query'], '表四“行政复议”总计（只计政府信息公开引起的）为2')),
  of('NARR-REVIEW', 'about information, in section one', says(1, '因政府信息公开引起的行政复议案件7起。', cases('review', 2)), fail(['query'], '7起')),
  of('NARR-REVIEW', 'about other things, in section one', says(1, '全年办理行政复议案件120件。', cases('review', 2)), pass),
  of('NARR-REVIEW', 'none', says(4, '未发生因政府信息公开引起的行政复议、行政诉讼。', { ...cases('review', 0), ...cases('direct_litigation', 0), ...cases('litigation_after_review', 0) }), pass),
  of('NARR-REVIEW', 'none, one in the table', says(4, '没有被申请行政复议。', cases('review', 1)), fail(['query'], '为1')),
  of('NARR-REVIEW', 'last year’s', says(4, '上年行政复议7件。', cases('review', 2)), pass),
  of('NARR-REVIEW', 'blank', says(4, '被申请行政复议2件。', cases('review', blank)), unknown('figures missing')),
  of('NARR-LIT', 'nine', says(4, '行政诉讼9起。', { ...cases('direct_litigation', 6), ...cases('litigation_after_review', 3) }), pass),
  of('NARR-LIT', 'nine, eight in the table', says(4, '被提起行政诉讼9件。', { ...cases('direct_litigation', 6), ...cases('litigation_after_review', 2) }), fail(['query'], '为8')),
  of('NARR-LIT', 'none of litigation alone', says(4, '未发生因政府信息公开工作引发的相关行政诉讼案件。', { ...cases('direct_litigation', 1), ...cases('litigation_after_review', 0) }), fail(['query'], '为1')),
  of('NARR-LIT', 'blank', says(4, '行政诉讼9起。', cases('direct_litigation', blank)), unknown('figures missing')),
];

const stock = (issued: Cell, repealed: Cell, inForce: Cell): Record<string, Cell> =>
  ({ 't2.normative_documents.issued': issued, 't2.normative_documents.repealed': repealed, 't2.normative_documents.in_force': inForce });
const TABLE_TWO_CASES: readonly CheckCase[] = [
  of('NARR-GF', 'issued', says(2, '我局制发行政规范性文件3件。', stock(3, 0, 9)), pass),
  of('NARR-GF', 'issued, another in the table', says(2, '我局制发行政规范性文件3件。', stock(1, 0, 9)), fail(['query'], '表二“行政规范性文件”行“本年制发件数”列为1')),
  of('NARR-GF', 'the number before the word', says(2, '出台3件规范性文件。', stock(1, 0, 9)), fail(['query'], '为1')),
  of('NARR-GF', 'repealed', says(2, '废止规范性文件2件。', stock(1, 1, 9)), fail(['query'], '“本年废止件数”列为1')),
  of('NARR-GF', 'in force', says(2, '现行有效行政规范性文件393件。', stock(77, 0, 393)), pass),
  of('NARR-GF', 'in force, less by what was issued', says(2, '集中发布现行有效行政规范性文件393件。', stock(77, 0, 470)), fail(['query'], '相差的恰是本年制发77件')),
  of('NARR-GF', 'in force, another difference', says(2, '现行有效行政规范性文件393件。', stock(77, 0, 471)), fail(['query'], '“现行有效件数”列为471')),
  of('NARR-GF', 'messages of a kind', says(2, '政策及规范性文件类5条，主动公开行政规范性文件60件。', stock(1, 0, 9)), pass),
  of('NARR-GF', 'made, 2020', { ...old, sections: old.sections.map(written(2, '制发规范性文件30件。')) }, fail(['query'], '“本年新制作数量”列为')),
  of('NARR-GF', 'in force, 2020: no such column', { ...old, sections: old.sections.map(written(2, '现行有效规范性文件30件。')) }, pass),
  of('NARR-GF', 'blank', says(2, '我局制发行政规范性文件3件。', stock(blank, 0, 9)), unknown('figures missing')),
  of('NARR-RULE-CLAIM', 'nothing said', whole, pass),
  of('NARR-RULE-CLAIM', 'a bureau', says(1, '我局制定规章4件。'), fail(['query'], '没有规章制定权')),
  of('NARR-RULE-CLAIM', 'house rules', says(1, '制定规章制度4项。'), pass),
  of('NARR-RULE-CLAIM', 'none', says(1, '制定规章0件。'), pass),
  of('NARR-RULE-CLAIM', 'a city, perhaps with districts', says(1, '制定规章4件。', {}, { body: '江安市人民政府', bodyKind: undefined }), unknown('no kind of body')),
  of('NARR-RULE-CLAIM', 'a province', says(1, '制定规章4件。', {}, { body: '河川省人民政府', bodyKind: undefined }), apart),
  of('NARR-LIC', 'decided', says(2, '作出行政许可决定120件。', { 't2.licensing.decisions': 120 }), pass),
  of('NARR-LIC', 'decided, another in the table', says(2, '作出行政许可决定120件。', { 't2.licensing.decisions': 112 }), fail(['query'], '表二“行政许可”为112')),
  of('NARR-LIC', 'published', says(2, '公开行政许可信息120条。', { 't2.licensing.decisions': 112 }), pass),
  of('NARR-LIC', 'blank', says(2, '作出行政许可120件。', { 't2.licensing.decisions': blank }), unknown('figures missing')),
  of('NARR-PEN', 'decided', says(2, '作出行政处罚12件。', { 't2.penalties.decisions': 12 }), pass),
  of('NARR-PEN', 'decided, another in the table', says(2, '作出行政处罚12件。', { 't2.penalties.decisions': 11 }), fail(['query'], '表二“行政处罚”为11')),
  of('NARR-PEN', 'blank', says(2, '作出行政处罚12件。', { 't2.penalties.decisions': blank }), unknown('figures missing')),
];

const SUM_CASES: readonly CheckCase[] = [
  ...['NARR-ROUTE-SUM', 'NARR-SELF-CONTRADICT', 'NARR-SUBTOTAL', 'NARR-FEE'].flatMap((check) => [of(check, 'nothing said', whole, pass), of(check, 'no prose', noProse, apart)]),
  of('NARR-ROUTE-SUM', 'routes that add up', says(3, '收到申请14件，其中信函10件、网络4件。', received(14)), pass),
  of('NARR-ROUTE-SUM', 'routes above the total', says(3, '收到的5件申请中，当面提交2件、网络提交5件、信函1件。', received(5)), fail(['query'], '各渠道相加为8')),
  of('NARR-ROUTE-SUM', 'three routes below the total', says(3, '收到申请14件，信函1件、网络4件、当面1件。', received(14)), fail(['query'], '相加为6')),
  of('NARR-ROUTE-SUM', 'two routes below the total may be two of several', says(3, '收到申请14件，信函1件、网络4件。', received(14)), pass),
  of('NARR-ROUTE-SUM', 'one route', says(3, '收到申请14件，网络20件。', received(14)), pass),
  of('NARR-SELF-CONTRADICT', 'one total', says(3, '收到申请16件。共收到申请16件。', received(16)), pass),
  of('NARR-SELF-CONTRADICT', 'two totals', says(3, '收到申请20件。全年共收到申请16件。', received(20)), fail(['query'], '一处写“收到申请20件”，另一处写“收到申请16件”')),
  of('NARR-SELF-CONTRADICT', 'with and without those carried in', says(3, '收到申请74件。共受理申请75件。', received(74, 1)), pass),
  of('NARR-SUBTOTAL', 'a list that adds up', says(2, '主动公开政府信息125条，其中规划类5条、土地类1条、科教类25条、其他信息94条。'), pass),
  of('NARR-SUBTOTAL', 'a list that ends with others and does not', says(2, '主动公开政府信息125条，其中规划类5条、土地类1条、科教类24条、其他信息94条。'), fail(['note'], '共125条，各类相加为124条')),
  of('NARR-SUBTOTAL', 'a list above its total', says(2, '主动公开政府信息471条，其中公告栏109条，文章栏45条，价格栏488条。'), fail(['note'], '相加为642条')),
  of('NARR-SUBTOTAL', 'a list that is not exhaustive', says(2, '主动公开政府信息471条，其中公告栏109条，文章栏45条，价格栏88条。'), pass),
  of('NARR-SUBTOTAL', 'a part without its unit', says(2, '主动公开政府信息52条，其中规划类3条，土地类 45，科教类2条，其他类1条。'), pass),
  of('NARR-FEE', 'not charged', says(6, '本年度未收取信息处理费。'), pass),
  of('NARR-FEE', 'charged', says(6, '本年度收取信息处理费共计380元。'), pass),
  of('NARR-FEE', 'both', says(6, '本年度未收取信息处理费。民政局收取信息处理费共计380元。'), fail(['query'], '另一处写收取380元')),
  of('T2-FEE-SILENT', 'nothing said', whole, pass),
  of('T2-FEE-SILENT', 'no processing fee, other fees', says(6, '未收取信息处理费。', { 't2.fees.amount': 120 }), pass),
  of('T2-FEE-SILENT', 'a processing fee, and no fees in the table', says(6, '本年度收取信息处理费400元。', { 't2.fees.amount': 0 }), fail(['query'], '收取信息处理费400元，表二收费金额填0')),
  of('T2-FEE-SILENT', 'a processing fee within the fees', says(6, '本年度收取信息处理费400元。', { 't2.fees.amount': 0.04 }), pass),
  of('T2-FEE-SILENT', 'no administrative fees, fees in the table', says(6, '我局无行政事业性收费。', { 't2.fees.amount': 3 }), fail(['query'], '表二收费金额填3万元')),
  of('T2-FEE-SILENT', 'no administrative fees', says(6, '我局无行政事业性收费。', { 't2.fees.amount': 0 }), pass),
  of('T2-FEE-SILENT', 'blank', says(6, '我局无行政事业性收费。', { 't2.fees.amount': blank }), unknown('figures missing')),
  of('T2-FEE-SILENT', 'no table 二', without('二'), apart),
];

export const NARRATIVE_CASES: readonly CheckCase[] = [...RECEIVED_CASES, ...CASE_CASES, ...TABLE_TWO_CASES, ...SUM_CASES];
