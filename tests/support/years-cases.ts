/** Cases of figures beside last year's. */
import type { CheckedReport, Neighbours } from '../../src/lib/checks/finding.ts';
import { absent, apart, blank, fail, old, pass, unknown, whole, withCells, withSections, without, written, type CheckCase, type Expected } from './case-makers.ts';
import { wholeFigures, wholeReport, type Cell } from './whole-report.ts';

type Cells = Record<string, Cell>;
const last = (cells: Cells = {}, body = '青禾县民政局'): Neighbours['lastYear'][number] => ({ body, figures: wholeFigures('2021', cells) });
const beside = (check: string, name: string, report: CheckedReport, lastYear: Cells | Neighbours['lastYear'], expected: Expected, neighbours: Partial<Neighbours> = {}): CheckCase =>
  ({ check, name, subject: { report, neighbours: { lastYear: Array.isArray(lastYear) ? lastYear : [last(lastYear)], missing: [], functionsMoved: false, ...neighbours } }, ...expected });
const says = (section: number, text: string, cells: Cells = {}): CheckedReport => ({ ...withSections((sections) => sections.map(written(section, text))), figures: withCells(cells).figures });

const stock = (issued: Cell, repealed: Cell, inForce: Cell): Cells =>
  ({ 't2.normative_documents.issued': issued, 't2.normative_documents.repealed': repealed, 't2.normative_documents.in_force': inForce });
const inForce = (count: Cell): Cells => ({ 't2.normative_documents.in_force': count });
const fee = (amount: Cell): Cells => ({ 't2.fees.amount': amount });
/** Checks that need a report of last year and nothing else of the neighbours. */
const unevaluated = (check: string, report: CheckedReport): CheckCase[] => [
  beside(check, 'no report of last year', report, [], unknown('no report of last year')),
  beside(check, 'a predecessor without a report', report, {}, unknown('no report of last year'), { missing: ['乙局'] }),
  beside(check, 'functions moved', report, {}, unknown('functions moved'), { functionsMoved: true }),
  beside(check, 'year unknown', { ...report, year: null }, {}, unknown('year unknown')),
];

export const YEARS_CASES: readonly CheckCase[] = [
  beside('XY-VALID', 'follows', withCells(stock(3, 1, 11)), inForce(9), pass),
  beside('XY-VALID', 'one fewer', withCells(stock(3, 1, 10)), inForce(9), fail(['note'], '上年现行有效9＋本年制发3－本年废止1＝11，本年填10')),
  beside('XY-VALID', 'one fewer, explained', says(6, '另有1件行政规范性文件有效期届满自然失效。未收取信息处理费。', stock(3, 1, 10)), inForce(9), pass),
  beside('XY-VALID', 'of two predecessors', withCells(stock(3, 1, 11)), [last({ ...inForce(4), 't2.rules.in_force': 0 }), last({ ...inForce(5), 't2.rules.in_force': 0 }, '乙局')], pass),
  beside('XY-VALID', 'blank', withCells(stock(3, 1, blank)), inForce(9), unknown('figures missing')),
  beside('XY-VALID', 'last year without the column', withCells(stock(3, 1, 10)), { ...inForce(absent), 't2.rules.in_force': absent }, unknown('figures missing')),
  ...unevaluated('XY-VALID', withCells(stock(3, 1, 11))),
  beside('XY-VALID', 'no table 二', without('二'), {}, apart),
  beside('XY-VALID', 'a report of 2020', old, {}, apart),

  beside('T2-REPEAL-CAP', 'as many as there were', withCells(stock(1, 6, 0)), inForce(5), pass),
  beside('T2-REPEAL-CAP', 'more than there were', withCells(stock(1, 7, 0)), inForce(5), fail(['query'], '本年废止7件，超过上年现行有效5件加本年制发1件')),
  beside('T2-REPEAL-CAP', 'blank', withCells(stock(1, blank, 0)), inForce(5), unknown('figures missing')),
  ...unevaluated('T2-REPEAL-CAP', whole),
  beside('T2-REPEAL-CAP', 'no table 二', without('二'), {}, apart),

  beside('T2-FEE-UNIT', 'a little more', withCells(fee(45.8)), fee(40.1), pass),
  beside('T2-FEE-UNIT', 'ten thousand times', withCells(fee(458000)), fee(40.1), fail(['query'], '填458000万元，约为上年40.1万元的10000倍')),
  beside('T2-FEE-UNIT', 'a thousand times', withCells(fee(45800)), fee(40.1), fail(['query'], '1000倍')),
  beside('T2-FEE-UNIT', 'a hundred times', withCells(fee(4580)), fee(40.1), pass),
  beside('T2-FEE-UNIT', 'two thousand times', withCells(fee(91600)), fee(40.1), pass),
  beside('T2-FEE-UNIT', 'none last year', withCells(fee(458000)), fee(0), pass),
  beside('T2-FEE-UNIT', 'the amount in yuan of the prose', says(2, '全年行政事业性收费458000元。', fee(458000)), fee(40.1), fail(['query'], '正文写的是458000元')),
  beside('T2-FEE-UNIT', 'the amount in 万元 of the prose', says(2, '全年行政事业性收费45.8万元。', fee(45.8)), fee(40.1), pass),
  beside('T2-FEE-UNIT', 'blank', withCells(fee(blank)), fee(40.1), unknown('figures missing')),
  beside('T2-FEE-UNIT', 'blank last year', whole, fee(blank), unknown('figures missing')),
  ...unevaluated('T2-FEE-UNIT', whole),
  beside('T2-FEE-UNIT', 'no table 二', without('二'), {}, apart),

  beside('XY-PENDING', 'as many', withCells({ 't4.review.total': 1 }), { 't4.review.pending': 1 }, pass),
  beside('XY-PENDING', 'fewer', withCells({ 't4.review.total': 1 }), { 't4.review.pending': 2 }, fail(['note'], '上年尚未审结的行政复议2件，今年行政复议总计1件')),
  beside('XY-PENDING', 'blank', withCells({ 't4.review.total': blank }), {}, unknown('figures missing')),
  ...unevaluated('XY-PENDING', whole),
  beside('XY-PENDING', 'no table 四', without('四'), {}, apart),

  beside('XY-JUMP', 'ten times', withCells({ 't2.licensing.decisions': 120 }), { 't2.licensing.decisions': 12 }, fail(['note'], '表二“行政许可”行“本年处理决定数量”列由12变为120')),
  beside('XY-JUMP', 'five times', withCells({ 't2.licensing.decisions': 60 }), { 't2.licensing.decisions': 12 }, fail(['note'], '由12变为60')),
  beside('XY-JUMP', 'less than five times', withCells({ 't2.licensing.decisions': 59 }), { 't2.licensing.decisions': 12 }, pass),
  beside('XY-JUMP', 'a fifth', withCells({ 't2.licensing.decisions': 12 }), { 't2.licensing.decisions': 60 }, fail(['note'], '由60变为12')),
  beside('XY-JUMP', 'five times, by eight', withCells({ 't2.licensing.decisions': 10 }), { 't2.licensing.decisions': 2 }, pass),
  beside('XY-JUMP', 'five times, by ten', withCells({ 't2.licensing.decisions': 12 }), { 't2.licensing.decisions': 2 }, fail(['note'], '由2变为12')),
  beside('XY-JUMP', 'from nothing', withCells({ 't2.licensing.decisions': 120 }), { 't2.licensing.decisions': 0 }, pass),
  beside('XY-JUMP', 'two are one finding', withCells({ 't2.licensing.decisions': 120, 't2.penalties.decisions': 120 }), { 't2.licensing.decisions': 12, 't2.penalties.decisions': 12 }, fail(['note'], '行政处罚')),
  beside('XY-JUMP', 'nothing to compare', { ...whole, figures: {} }, {}, unknown('figures missing')),
  ...unevaluated('XY-JUMP', whole),
  beside('XY-JUMP', 'no tables', { ...whole, tables: [] }, {}, apart),

  beside('XY-SAME-FIGURES', 'one differs', withCells({ 't2.licensing.decisions': 999 }), {}, pass),
  beside('XY-SAME-FIGURES', 'all the same', whole, {}, fail(['query'], '与2023年度完全相同')),
  beside('XY-SAME-FIGURES', 'all the same, nearly all 0', wholeReport('2021', Object.fromEntries(Object.keys(whole.figures).map((id, index) => [id, index < 2 ? 1 : 0]))),
    Object.fromEntries(Object.keys(whole.figures).map((id, index) => [id, index < 2 ? 1 : 0])), pass),
  beside('XY-SAME-FIGURES', 'all the same, three not 0', wholeReport('2021', Object.fromEntries(Object.keys(whole.figures).map((id, index) => [id, index < 3 ? 1 : 0]))),
    Object.fromEntries(Object.keys(whole.figures).map((id, index) => [id, index < 3 ? 1 : 0])), fail(['query'], '其中3项不为0')),
  beside('XY-SAME-FIGURES', 'few figures', { ...whole, figures: Object.fromEntries(Object.entries(whole.figures).slice(0, 99)) }, {}, unknown('figures missing')),
  ...unevaluated('XY-SAME-FIGURES', withCells({ 't2.licensing.decisions': 999 })),
  beside('XY-SAME-FIGURES', 'no tables', { ...whole, tables: [] }, {}, apart),

  ...directCases(),
  beside('T4-CODEFENDANT', 'fewer than its decisions', office({ 't4.direct_litigation.total': 1, 't4.litigation_after_review.total': 1, 't3.processed.total': 2 }), [], pass),
  beside('T4-CODEFENDANT', 'more than its decisions', office({ 't4.direct_litigation.total': 1, 't4.litigation_after_review.total': 2, 't3.processed.total': 2 }), [], fail(['query'], '行政诉讼共3件，多于自身办理的2件')),
  beside('T4-CODEFENDANT', 'more than its decisions of this year, not of two', office({ 't4.direct_litigation.total': 1, 't4.litigation_after_review.total': 2, 't3.processed.total': 2 }), { 't3.processed.total': 1 }, pass),
  beside('T4-CODEFENDANT', 'blank', office({ 't4.direct_litigation.total': blank }), [], unknown('figures missing')),
  beside('T4-CODEFENDANT', 'the justice bureau by its name', { ...office({ 't4.direct_litigation.total': 9, 't3.processed.total': 0 }), body: '青禾县司法局', bodyKind: 'department' }, [], fail(['query'], '多于自身办理')),
  beside('T4-CODEFENDANT', 'another bureau', withCells({ 't4.direct_litigation.total': 99999 }), [], apart),
  beside('T4-CODEFENDANT', 'the county', { ...office({}), scope: 'rollup' }, [], apart),
  beside('T4-CODEFENDANT', 'no table 四', { ...office({}), tables: ['二', '三'] }, [], apart),
];

function office(cells: Cells): CheckedReport {
  return { ...withCells(cells), body: '青禾县人民政府办公室', bodyKind: 'county_office' };
}

/** Direct litigation, with outcomes that are all refusals or grants in part. */
function directCases(): CheckCase[] {
  const rows = Object.keys(whole.figures).filter((id) => /^t3\..*\.total$/u.test(id) && !/received|carried|processed\.total|refused|granted_in_part/u.test(id));
  const refusals: Cells = { ...Object.fromEntries(rows.map((id): [string, Cell] => [id, 0])), 't3.refused.administrative_query.total': 0 };
  const one = { 't4.direct_litigation.total': 1 };
  return [
    beside('T4-DIRECT-2024', 'an outcome of this year', withCells(one), [], pass),
    beside('T4-DIRECT-2024', 'only refusals in both years', withCells({ ...refusals, ...one }), refusals, fail(['note'], '“未经复议直接起诉”1件')),
    beside('T4-DIRECT-2024', 'an outcome of last year', withCells({ ...refusals, ...one }), { ...refusals, 't3.granted.total': 1 }, pass),
    beside('T4-DIRECT-2024', 'an administrative query', withCells({ ...refusals, ...one, 't3.refused.administrative_query.total': 1 }), refusals, pass),
    beside('T4-DIRECT-2024', 'no direct litigation', withCells({ ...refusals, 't4.direct_litigation.total': 0 }), refusals, pass),
    beside('T4-DIRECT-2024', 'blank', withCells({ ...refusals, 't4.direct_litigation.total': blank }), refusals, unknown('figures missing')),
    beside('T4-DIRECT-2024', 'blank last year', withCells({ ...refusals, ...one }), { ...refusals, 't3.granted.total': blank }, unknown('figures missing')),
    beside('T4-DIRECT-2024', 'only refusals, no report of last year', withCells({ ...refusals, ...one }), [], unknown('no report of last year')),
    beside('T4-DIRECT-2024', 'before 2024', { ...withCells({ ...refusals, ...one }), year: 2023 }, refusals, apart),
    beside('T4-DIRECT-2024', 'no table 四', without('四'), [], apart),
  ];
}
