/**
 * For every written check: reports that pass it, fail it, cannot be evaluated, and do not concern it, each a whole report
 * with one change. Run by src/lib/checks/checks.test.ts, which also shows that no constant answer satisfies them.
 */
import type { CheckedReport, Level, Neighbours, Situation } from '../../src/lib/checks/finding.ts';
import { absent, apart, blank, drifted, fail, noReport, notACount, of, old, pass, unknown, unreadable, whole, withCells, withSections, without, written, type CheckCase, type Expected } from './case-makers.ts';
import { CAUSE_CASES } from './cause-cases.ts';
import { FORM_CASES } from './form-cases.ts';
import { PROSE_CASES } from './prose-cases.ts';
import { NARRATIVE_CASES } from './narrative-cases.ts';
import { PEERS_CASES } from './peers-cases.ts';
import { TEXT_CASES } from './text-cases.ts';
import { BEFORE_CASES } from './years-before-cases.ts';
import { YEARS_CASES } from './years-cases.ts';
import { wholeFigures, wholeReport, type Cell } from './whole-report.ts';

const undividedRow = Object.fromEntries(['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total'].flatMap((applicant) => {
  const parts = ['not_corrected', 'fee_unpaid', 'other'].map((row) => `t3.other_handling.${row}.${applicant}`);
  const sum = parts.reduce((total, id) => total + (whole.figures[id]?.value ?? 0), 0);
  return [[`t3.other_handling_undivided.${applicant}`, sum] as const, ...parts.map((id) => [id, absent] as const)];
}));
/** A report of 2020 that prints the three rows of the later edition. */
const dividedRows: Record<string, Cell> = Object.fromEntries(Object.keys(old.figures).filter((id) => id.startsWith('t3.other_handling_undivided.')).flatMap((id): [string, Cell][] => {
  const applicant = id.split('.').at(-1);
  return [
    [id, absent], [`t3.other_handling.not_corrected.${applicant}`, 0], [`t3.other_handling.fee_unpaid.${applicant}`, 0],
    [`t3.other_handling.other.${applicant}`, old.figures[id]?.value ?? 0],
  ];
}));
const value = (id: string): number => whole.figures[id]?.value ?? 0;

const STRUCTURE_CASES: CheckCase[] = [
  of('ST-SECTION-MISSING', 'six sections', whole, pass),
  of('ST-SECTION-MISSING', 'five sections', withSections((sections) => sections.filter(({ number }) => number !== 4)), fail(['error'], '第四部分“政府信息公开行政复议、行政诉讼情况”')),
  of('ST-SECTION-MISSING', 'two missing', withSections((sections) => sections.filter(({ number }) => number < 5)), fail(['error', 'error'], '第五部分')),
  of('ST-SECTION-MISSING', 'a passage left out where the heading would stand',
    withSections((sections) => sections.filter(({ number }) => number !== 6).map(written(5, '一是力量不足。[……]'))), unknown('passages left out')),
  of('ST-SECTION-MISSING', 'a passage left out elsewhere does not hide it',
    withSections((sections) => sections.filter(({ number }) => number !== 6).map(written(2, '[……]'))), fail(['error'], '第六部分')),
  of('ST-SECTION-MISSING', 'the first heading of an excerpt', withSections((sections) => sections.slice(1).map(written(5, '[…]'))), unknown('passages left out')),
  of('ST-SECTION-MISSING', 'the first heading of a full text', withSections((sections) => sections.slice(1)), fail(['error'], '第一部分“总体情况”')),
  of('ST-SECTION-MISSING', 'a section in two parts, one with a passage left out', withSections((sections) =>
    [...sections.filter(({ number }) => number !== 6), { number: 5, title: '改进情况', text: '[……]', at: { block: 2000 } }]), unknown('passages left out')),
  of('ST-SECTION-MISSING', 'no title, but a report', { ...whole, title: null, sections: whole.sections.slice(0, 5) }, fail(['error'], '第六部分')),
  of('ST-SECTION-MISSING', 'a title without a report', { ...whole, sections: [], tables: [] }, fail(Array<Level>(6).fill('error'), '第一部分')),
  of('ST-SECTION-MISSING', 'no annual report', noReport, apart),

  of('ST-TABLE-MISSING', 'three tables', whole, pass),
  of('ST-TABLE-MISSING', 'table 三 missing', without('三'), fail(['error'], '表三')),
  of('ST-TABLE-MISSING', 'all missing', { ...whole, tables: [] }, fail(['error', 'error', 'error'], '10项')),
  of('ST-TABLE-MISSING', 'no annual report', noReport, apart),

  of('ST-OLD-TEMPLATE', 'columns of 2021', whole, pass),
  of('ST-OLD-TEMPLATE', 'a column of 2019 printed', withCells({ 't2.rules.made': 0, 't2.rules.issued': absent }), fail(['error'], '“本年新制作数量”')),
  of('ST-OLD-TEMPLATE', 'a column of 2019 printed but blank', withCells({ 't2.licensing.items_previous': blank }), fail(['error'], '“上一年项目数量”')),
  of('ST-OLD-TEMPLATE', 'old table without a legible cell', { ...whole, drift: [{ kind: 'old_table', table: '二', printed: '对外公开总数量' }] }, fail(['error'], '对外公开总数量')),
  of('ST-OLD-TEMPLATE', 'an extra row of 2019 under 处理决定数量 alone', withCells({ 't2.other_services.decisions': 3 }), pass),
  of('ST-OLD-TEMPLATE', 'a misprinted label of 2021', drifted({ printed: '本年度止件数', expected: '本年废止件数' }), pass),
  of('ST-OLD-TEMPLATE', 'another table of the old form', drifted({ kind: 'old_table', table: '三' }), pass),
  of('ST-OLD-TEMPLATE', 'year unknown', { ...whole, year: null }, unknown('year unknown')),
  of('ST-OLD-TEMPLATE', 'a report of 2020', old, apart),
  of('ST-OLD-TEMPLATE', 'no table 二', without('二'), apart),

  of('ST-OTHER-UNDIVIDED', 'three rows', whole, pass),
  of('ST-OTHER-UNDIVIDED', 'one row', withCells(undividedRow), fail(['query'], '只有一行')),
  of('ST-OTHER-UNDIVIDED', 'one row, blank', withCells({ ...undividedRow, 't3.other_handling_undivided.total': blank }), fail(['query'], '只有一行')),
  of('ST-OTHER-UNDIVIDED', 'one row that cannot be read', drifted({ kind: 'other_undivided', table: '三' }), fail(['query'], '只有一行')),
  of('ST-OTHER-UNDIVIDED', 'another drift', drifted({ table: '三', printed: '结转下年继续办理', expected: '四、结转下年度继续办理' }), pass),
  of('ST-OTHER-UNDIVIDED', 'year unknown', { ...whole, year: null }, unknown('year unknown')),
  of('ST-OTHER-UNDIVIDED', 'a report of 2020', old, apart),
  of('ST-OTHER-UNDIVIDED', 'no table 三', without('三'), apart),

  of('ST-LABEL-DRIFT', 'labels as printed', whole, pass),
  of('ST-LABEL-DRIFT', 'one letter', drifted({ printed: '本年度止件数', expected: '本年废止件数' }), fail(['note'], '“本年度止件数”应为“本年废止件数”')),
  of('ST-LABEL-DRIFT', 'a name of the other edition', drifted({ printed: '规范性文件', expected: '行政规范性文件' }), fail(['note'], '行政规范性文件')),
  of('ST-LABEL-DRIFT', 'the row’s name in the report’s own edition, in a table of the other', drifted({ printed: '行政规范性文件', expected: '规范性文件' }), pass),
  of('ST-LABEL-DRIFT', 'a slip in the name of the other edition', { ...old, drift: [{ kind: 'label', table: '二', printed: '规范行文件', expected: '行政规范性文件' }] }, fail(['note'], '规范行文件')),
  of('ST-LABEL-DRIFT', 'another column as near', drifted({ table: '四', printed: '结果维正', expected: '结果维持' }), fail(['query'], '也可能是“结果纠正”')),
  of('ST-LABEL-DRIFT', 'punctuation only', drifted({ table: '三', printed: '(一) 予以公开', expected: '（一）予以公开' }), pass),
  of('ST-LABEL-DRIFT', 'three letters', drifted({ printed: '本年二四制发的件数', expected: '本年制发件数' }), fail(['note'], '本年二四制发的件数')),
  of('ST-LABEL-DRIFT', 'four letters', drifted({ printed: '本年二四制发的件数量', expected: '本年制发件数' }), pass),
  of('ST-LABEL-DRIFT', 'farther than three letters', drifted({ printed: '本年（二〇二四年度）制发件数', expected: '本年制发件数' }), pass),
  of('ST-LABEL-DRIFT', 'the same label twice is one finding',
    { ...whole, drift: [1, 2].map((block) => ({ kind: 'label', table: '四', printed: '结果为持', expected: '结果维持', at: { block } })) }, fail(['note'], '结果为持')),
  of('ST-LABEL-DRIFT', 'another kind of drift', drifted({ kind: 'row_missing', expected: '规章' }), pass),
  of('ST-LABEL-DRIFT', 'no tables', { ...whole, tables: [] }, apart),
];

const CELL_CASES: CheckCase[] = [
  ...(['CELL-BLANK', 'CELL-SLASH', 'CELL-TEXT', 'CELL-NONINT', 'CELL-NEGATIVE'] as const).flatMap((check) => [
    of(check, 'numbers everywhere', whole, pass),
    of(check, 'numbers everywhere, 2020', old, pass),
    of(check, 'a cell that cannot be read', withCells({ 't3.received.natural': unreadable }), unknown('figures missing')),
    of(check, 'a cell that is not printed', withCells({ 't2.rules.issued': absent }), pass),
    of(check, 'no tables', { ...whole, tables: [] }, apart),
  ]),
  of('CELL-BLANK', 'one blank', withCells({ 't3.granted.welfare': blank }), fail(['query'], '表三有1格空白（共175格）：“（一）予以公开”行“社会公益组织”列')),
  of('CELL-BLANK', 'several of a row', withCells({ 't3.granted.welfare': blank, 't3.granted.other': blank, 't3.received.other': blank }), fail(['query'], '：“一、本年新收”行“其他”列、“（一）予以公开”行2格。')),
  of('CELL-BLANK', 'many rows', withCells(Object.fromEntries(['received', 'carried_in', 'granted', 'processed'].map((row) => [`t3.${row}.other`, blank]))), fail(['query'], '“（一）予以公开”行“其他”列等。')),
  of('CELL-BLANK', 'blanks in two tables', withCells({ 't2.fees.amount': blank, 't4.review.total': blank, 't4.review.pending': blank }), fail(['query', 'query'], '表二有1格空白（共10格）')),
  of('CELL-BLANK', 'a table all blank', withCells(Object.fromEntries(Object.keys(whole.figures).filter((id) => id.startsWith('t4.')).map((id) => [id, blank]))), fail(['query'], '15格全部空白')),
  of('CELL-BLANK', 'a stroke is not a blank', withCells({ 't3.granted.welfare': { missing: 'dash', raw: '/' } }), pass),
  of('CELL-SLASH', 'a stroke', withCells({ 't2.licensing.decisions': { missing: 'dash', raw: '/' } }), fail(['query'], '“/”')),
  of('CELL-SLASH', 'a word for nothing', withCells({ 't4.review.total': { missing: 'none', raw: '无' } }), fail(['query'], '“无”')),
  of('CELL-SLASH', 'a stroke in the rules row', withCells({ 't2.rules.issued': { missing: 'dash', raw: '—' } }), fail(['note'], '规章')),
  of('CELL-SLASH', 'both rows of table 二',
    withCells({ 't2.rules.issued': { missing: 'dash', raw: '/' }, 't2.normative_documents.issued': { missing: 'dash', raw: '/' } }), fail(['query', 'note'], '行政规范性文件')),
  of('CELL-SLASH', 'a blank is not a stroke', withCells({ 't2.licensing.decisions': blank }), pass),
  of('CELL-TEXT', 'words', withCells({ 't2.penalties.decisions': { missing: 'text', raw: '见附件' } }), fail(['error'], '表二“行政处罚”行“本年处理决定数量”列填“见附件”')),
  of('CELL-TEXT', 'the longest text shown whole', withCells({ 't2.penalties.decisions': { missing: 'text', raw: '详见本单位门户网站公布的行政处罚信息公示栏目内容' } }), fail(['error'], '填“详见本单位门户网站公布的行政处罚信息公示栏目内容”')),
  of('CELL-TEXT', 'a longer text is cut', withCells({ 't2.penalties.decisions': { missing: 'text', raw: '详见本单位门户网站公布的行政处罚信息公示栏目内容表' } }), fail(['error'], '填“详见本单位门户网站公布的行政处罚信息公示栏目内容…”')),
  of('CELL-TEXT', 'words in two cells', withCells({ 't3.received.natural': { missing: 'text', raw: '若干' }, 't4.review.total': { missing: 'text', raw: '若干' } }), fail(['error', 'error'], '若干')),
  of('CELL-TEXT', 'a stroke is no word', withCells({ 't2.penalties.decisions': { missing: 'none', raw: '无' } }), pass),
  of('CELL-NONINT', 'a half', withCells({ 't3.received.natural': notACount('3.5') }), fail(['error'], '3.5')),
  of('CELL-NONINT', 'a half in full-width digits with unit', withCells({ 't3.received.natural': notACount('３．５件') }), fail(['error'], '３．５件')),
  of('CELL-NONINT', 'a negative whole number', withCells({ 't3.received.natural': notACount('-3') }), pass),
  of('CELL-NONINT', 'a negative half is negative', withCells({ 't3.received.natural': notACount('-3.5') }), pass),
  of('CELL-NONINT', 'a number beyond all counts', withCells({ 't3.received.natural': notACount('99999999999') }), pass),
  of('CELL-NONINT', 'a fee with decimals', withCells({ 't2.fees.amount': 12.5 }), pass),
  of('CELL-NONINT', 'half an item of 2020', wholeReport('2019', { 't2.licensing.items_change': notACount('0.5') }), fail(['error'], '本年增/减')),
  of('CELL-NEGATIVE', 'minus three', withCells({ 't3.received.natural': notACount('-3') }), fail(['error'], '-3')),
  of('CELL-NEGATIVE', 'full-width minus', withCells({ 't3.received.natural': notACount('－3') }), fail(['error'], '－3')),
  of('CELL-NEGATIVE', 'a negative half', withCells({ 't3.received.natural': notACount('-3.5') }), fail(['error'], '-3.5')),
  of('CELL-NEGATIVE', 'a negative fee', withCells({ 't2.fees.amount': -2 }), fail(['error'], '行政事业性收费')),
  of('CELL-NEGATIVE', '本年增/减 may be negative', wholeReport('2019', { 't2.licensing.items_change': -8 }), pass),
  of('CELL-NEGATIVE', '上一年项目数量 may not', wholeReport('2019', { 't2.licensing.items_previous': notACount('-8') }), fail(['error'], '上一年项目数量')),
  of('CELL-NEGATIVE', 'no number that can be told', withCells({ 't3.received.natural': notACount('3或4') }), pass),
  of('CELL-NEGATIVE', 'a half', withCells({ 't3.received.natural': notACount('3.5') }), pass),
];

const ruling = (body: string | null, kind: CheckedReport['bodyKind'], report = withCells({ 't2.rules.issued': 1, 't2.rules.in_force': 6 })): CheckedReport => ({ ...report, body, bodyKind: kind });
const RULE_CASES: CheckCase[] = [
  of('T2-RULE-POWER', 'a bureau without rules', whole, pass),
  of('T2-RULE-POWER', 'a bureau with rules', ruling('青禾县民政局', 'department'), fail(['error'], '“本年制发件数”1、“现行有效件数”6')),
  of('T2-RULE-POWER', 'a bureau with rules, kind unknown', ruling('青禾县民政局', undefined), fail(['error'], '规章')),
  of('T2-RULE-POWER', 'the government of a district', ruling('江安市东湖区人民政府', undefined), fail(['error'], '规章')),
  of('T2-RULE-POWER', 'a township', ruling('白塔镇人民政府', undefined), fail(['error'], '规章')),
  of('T2-RULE-POWER', 'one cell blank, another not 0', ruling('青禾县民政局', 'department', withCells({ 't2.rules.issued': blank, 't2.rules.in_force': 6 })), fail(['error'], '6')),
  of('T2-RULE-POWER', 'one cell blank', withCells({ 't2.rules.issued': blank }), unknown('figures missing')),
  of('T2-RULE-POWER', 'no 规章 row', withCells({ 't2.rules.issued': absent, 't2.rules.repealed': absent, 't2.rules.in_force': absent }), unknown('figures missing')),
  of('T2-RULE-POWER', 'made in 2020', wholeReport('2019', { 't2.rules.made': 2 }), fail(['error'], '本年新制作数量')),
  of('T2-RULE-POWER', 'made under an old table in 2024', withCells({ 't2.rules.made': 2 }), fail(['error'], '本年新制作数量')),
  of('T2-RULE-POWER', 'issued under a later table in 2020', wholeReport('2019', { 't2.rules.issued': 2 }), fail(['error'], '本年制发件数')),
  of('T2-RULE-POWER', 'rules of others disclosed in 2020', wholeReport('2019', { 't2.rules.disclosed_total': 7 }), pass),
  of('T2-RULE-POWER', 'office of a provincial government', ruling('河川省人民政府办公厅', undefined), apart),
  of('T2-RULE-POWER', 'office of a municipality, filed in a county by mistake', ruling('上海市人民政府办公厅', 'county_office'), apart),
  of('T2-RULE-POWER', 'a city, perhaps with districts', ruling('江安市人民政府', 'government'), unknown('no kind of body')),
  of('T2-RULE-POWER', 'a city by its name alone', ruling('江安市', undefined), unknown('no kind of body')),
  of('T2-RULE-POWER', 'no body', ruling(null, undefined), unknown('no kind of body')),
  of('T2-RULE-POWER', 'no table 二', without('二'), apart),
];

const absentTable = (prefix: string): Record<string, Cell> => Object.fromEntries(Object.keys(whole.figures).filter((id) => id.startsWith(prefix)).map((id) => [id, absent]));
const IDENTITY_CASES: CheckCase[] = [
  ...(['T3-BALANCE', 'T3-RESULT-SUM', 'T3-ROW-TOTAL'] as const).flatMap((check) => [
    of(check, 'a consistent report', whole, pass),
    of(check, 'a consistent report of 2020', old, pass),
    of(check, 'no table 三', { ...without('三'), figures: wholeFigures('2021', absentTable('t3.')) }, apart),
  ]),
  of('T3-BALANCE', 'one column off by one', withCells({ 't3.received.business': value('t3.received.business') + 1 }), fail(['error'], '表三“商业企业”列：新收')),
  of('T3-BALANCE', 'the sentence of the design', withCells({ 't3.received.research': 3, 't3.carried_in.research': 0, 't3.processed.research': 2, 't3.carried_forward.research': 0 }),
    fail(['error'], '表三“科研机构”列：新收3＋上年结转0＝3，办理总计2＋结转下年度0＝2，相差1件。')),
  of('T3-BALANCE', 'every total left 0', withCells(Object.fromEntries(['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total'].map((a) => [`t3.processed.${a}`, 0]))),
    fail(Array<Level>(7).fill('error'), '相差')),
  of('T3-BALANCE', 'a blank that 5 would fill', withCells({ 't3.carried_forward.natural': blank }), unknown('blanks could satisfy it')),
  of('T3-BALANCE', 'a blank that nothing fills', withCells({ 't3.carried_forward.natural': blank, 't3.processed.natural': value('t3.received.natural') + value('t3.carried_in.natural') + 1 }), fail(['error'], '填任何件数都不能相等')),
  of('T3-BALANCE', 'blanks on both sides', withCells({ 't3.received.natural': blank, 't3.carried_forward.natural': blank }), unknown('blanks could satisfy it')),
  of('T3-BALANCE', 'a cell that cannot be read', withCells({ 't3.received.natural': unreadable }), unknown('figures missing')),
  of('T3-BALANCE', 'a row not printed', withCells({ 't3.carried_in.natural': absent }), unknown('figures missing')),
  of('T3-RESULT-SUM', 'one refusal too many', withCells({ 't3.refused.third_party.natural': value('t3.refused.third_party.natural') + 1 }), fail(['error'], '“自然人”列：各项办理结果相加')),
  of('T3-RESULT-SUM', 'other handling undivided', withCells(undividedRow), pass),
  of('T3-RESULT-SUM', 'other handling undivided and wrong', withCells({ ...undividedRow, 't3.other_handling_undivided.other': 99 }), fail(['error'], '“其他”列')),
  of('T3-RESULT-SUM', 'undivided in 2020 and wrong', wholeReport('2019', { 't3.other_handling_undivided.other': 99 }), fail(['error'], '“其他”列')),
  of('T3-RESULT-SUM', 'undivided in 2020 without a total column, and wrong',
    wholeReport('2019', { ...Object.fromEntries(Object.keys(old.figures).filter((id) => /^t3\..*\.total$/u.test(id)).map((id) => [id, absent])), 't3.other_handling_undivided.other': 99 }), fail(['error'], '“其他”列')),
  of('T3-RESULT-SUM', 'divided in 2020 already, and wrong', wholeReport('2019', { ...dividedRows, 't3.other_handling.other.other': 99 }), fail(['error'], '“其他”列')),
  of('T3-RESULT-SUM', 'divided in 2020 already', wholeReport('2019', dividedRows), pass),
  of('T3-RESULT-SUM', 'blank results below the total', withCells({ 't3.granted.natural': blank }), unknown('blanks could satisfy it')),
  of('T3-RESULT-SUM', 'blank results above the total', withCells({ 't3.granted.natural': blank, 't3.processed.natural': 1 }), fail(['error'], '填任何件数都不能相等')),
  of('T3-RESULT-SUM', 'a blank total', withCells({ 't3.processed.natural': blank }), unknown('blanks could satisfy it')),
  of('T3-RESULT-SUM', 'a result that is no count', withCells({ 't3.granted.natural': notACount('-1') }), unknown('figures missing')),
  of('T3-ROW-TOTAL', 'a total off by two', withCells({ 't3.not_processed.repeated.total': value('t3.not_processed.repeated.total') + 2 }), fail(['error'], '“（五）不予处理2.重复申请”行')),
  of('T3-ROW-TOTAL', 'the undivided row', withCells({ ...undividedRow, 't3.other_handling_undivided.total': 99 }), fail(['error'], '“（六）其他处理”行')),
  of('T3-ROW-TOTAL', 'the undivided row adds up', withCells(undividedRow), pass),
  of('T3-ROW-TOTAL', 'carried forward', withCells({ 't3.carried_forward.total': 0 }), fail(['error'], '“四、结转下年度继续办理”行')),
  of('T3-ROW-TOTAL', 'a stroke that could be the rest', withCells({ 't3.received.other': { missing: 'dash', raw: '-' } }), unknown('blanks could satisfy it')),
  of('T3-ROW-TOTAL', 'a stroke that could not', withCells({ 't3.received.other': { missing: 'dash', raw: '-' }, 't3.received.total': 0 }), fail(['error'], '1格空白')),
  of('T3-ROW-TOTAL', 'a row not printed', withCells(Object.fromEntries(['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total'].map((a) => [`t3.granted.${a}`, absent]))), unknown('figures missing')),

  of('T4-SUM', 'three groups that add up', whole, pass),
  of('T4-SUM', 'three groups that add up, 2020', old, pass),
  of('T4-SUM', 'a total left 0', withCells({ 't4.review.total': 0 }), fail(['error'], '表四“行政复议”：四项结果相加6，总计填0，相差6件。')),
  of('T4-SUM', 'the last group', withCells({ 't4.litigation_after_review.upheld': 0 }), fail(['error'], '复议后起诉')),
  of('T4-SUM', 'a blank', withCells({ 't4.direct_litigation.pending': blank }), unknown('blanks could satisfy it')),
  of('T4-SUM', 'a blank that nothing fills', withCells({ 't4.direct_litigation.pending': blank, 't4.direct_litigation.total': 1 }), fail(['error'], '填任何件数都不能相等')),
  of('T4-SUM', 'a total that cannot be read', withCells({ 't4.review.total': unreadable }), unknown('figures missing')),
  of('T4-SUM', 'no table 四', without('四'), apart),
];

/** Last year's report with carry-overs equal to this year's, but for the changes. */
const lastYear = (changes: Record<string, Cell> = {}, body = '青禾县民政局', share = 1): Neighbours['lastYear'][number] => {
  const carried = Object.fromEntries(['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total'].map((a) => [`t3.carried_forward.${a}`, value(`t3.carried_in.${a}`) * share]));
  return { body, figures: wholeFigures('2021', { ...carried, ...changes }) };
};
const beside = (name: string, neighbours: Partial<Neighbours>, expected: Expected, report = whole): CheckCase => ({
  check: 'XY-CARRY', name, subject: { report, neighbours: { lastYear: [lastYear()], missing: [], functionsMoved: false, ...neighbours } }, ...expected,
});
const CARRY_CASES: CheckCase[] = [
  beside('carry-over agrees', {}, pass),
  beside('the total differs', { lastYear: [lastYear({ 't3.carried_forward.total': 30 })] }, fail(['error'], '表三“上年结转”总计填21件，2023年度年报“结转下年度”为30件，相差9件。')),
  beside('total and columns differ: one error', { lastYear: [lastYear({ 't3.carried_forward.total': 22, 't3.carried_forward.natural': 2 })] }, fail(['error'], '相差1件')),
  beside('only columns differ', { lastYear: [lastYear({ 't3.carried_forward.natural': 3, 't3.carried_forward.business': 0 })] }, fail(['query'], '“自然人”列上年转出3件、本年填1件，“商业企业”列上年转出0件、本年填2件')),
  beside('columns differ, the total is blank', { lastYear: [lastYear({ 't3.carried_forward.total': blank, 't3.carried_forward.natural': 3 })] }, fail(['query'], '总计缺数')),
  beside('two predecessors that add up', { lastYear: [lastYear({}, '甲局', 1), lastYear({}, '乙局', 0)] }, pass),
  beside('two predecessors that do not', { lastYear: [lastYear({}, '甲局', 1), lastYear({}, '乙局', 1)] }, fail(['error'], '甲局、乙局2023年度“结转下年度”合计42件')),
  beside('a predecessor without a report', { lastYear: [lastYear({}, '甲局')], missing: ['乙局'] }, unknown('no report of last year')),
  beside('no report of last year', { lastYear: [] }, unknown('no report of last year')),
  beside('functions moved', { functionsMoved: true, lastYear: [lastYear({ 't3.carried_forward.total': 30 })] }, unknown('functions moved')),
  beside('last year blank', { lastYear: [lastYear({ 't3.carried_forward.total': blank })] }, unknown('blanks could satisfy it')),
  beside('last year cannot be read', { lastYear: [lastYear({ 't3.carried_forward.total': unreadable })] }, unknown('figures missing')),
  beside('last year of the other edition', { lastYear: [{ body: '青禾县民政局', figures: wholeFigures('2019', { 't3.carried_forward.total': 5 }) }] }, fail(['error'], '2023年度')),
  beside('year unknown', {}, unknown('year unknown'), { ...whole, year: null }),
  beside('no table 三', {}, apart, without('三')),
];

const due = (name: string, change: Partial<Situation>, expected: Expected, check = 'TIME-MISSING'): CheckCase => ({
  check, name, ...expected,
  subject: { situation: { body: '青禾县民政局', year: 2024, mustFile: true, received: false, countyDueOn: '2025-01-20', statutoryDueOn: '2025-01-31', receivedOn: null, publishedOn: null, today: '2025-02-03', ...change } },
});
const TIME_CASES: CheckCase[] = [
  due('past the statutory date', {}, fail(['error'], '青禾县民政局2024年度年报未报，法定时限2025年1月31日，截至2025年2月3日已逾期3天')),
  due('received', { received: true }, pass),
  due('on the day itself', { today: '2025-01-31' }, pass),
  due('past the county’s date only', { today: '2025-01-25' }, pass),
  due('the county’s date where the law names none', { statutoryDueOn: null }, fail(['error'], '县定时限2025年1月20日')),
  due('no date', { countyDueOn: null, statutoryDueOn: null }, unknown('no due date')),
  due('not required', { mustFile: false }, apart),

  due('received on the day', { received: true, receivedOn: '2025-01-20' }, pass, 'TIME-LATE'),
  due('received a day after the county’s date', { received: true, receivedOn: '2025-01-21' }, fail(['note'], '2025年1月21日收到，超县定时限1天。'), 'TIME-LATE'),
  due('received after both', { received: true, receivedOn: '2025-02-03', publishedOn: '2025-01-31' }, fail(['note'], '超县定时限14天、超法定时限3天'), 'TIME-LATE'),
  due('published after the statutory date', { received: true, receivedOn: '2025-01-20', publishedOn: '2025-02-02' }, fail(['note'], '2025年2月2日公开，超法定时限2天'), 'TIME-LATE'),
  due('published after the county’s date only', { received: true, publishedOn: '2025-01-25' }, pass, 'TIME-LATE'),
  due('both late', { received: true, receivedOn: '2025-02-03', publishedOn: '2025-02-04' }, fail(['note', 'note'], '收到'), 'TIME-LATE'),
  due('days unknown', { received: true }, unknown('no date'), 'TIME-LATE'),
  due('no date', { received: true, receivedOn: '2025-01-20', countyDueOn: null, statutoryDueOn: null }, unknown('no due date'), 'TIME-LATE'),
  due('only the county’s date', { received: true, receivedOn: '2025-01-22', statutoryDueOn: null }, fail(['note'], '超县定时限2天'), 'TIME-LATE'),
  due('not received', {}, apart, 'TIME-LATE'),
  due('not required', { mustFile: false, received: true, receivedOn: '2025-02-22' }, apart, 'TIME-LATE'),

  due('published', { received: true, publishedOn: '2025-01-25' }, pass, 'TIME-NODATE'),
  due('no day of publication', { received: true }, fail(['note'], '青禾县民政局2024年度年报没有公开日期'), 'TIME-NODATE'),
  due('the date is not over', { received: true, today: '2025-01-31' }, pass, 'TIME-NODATE'),
  due('only the county’s date', { received: true, statutoryDueOn: null, today: '2025-01-21' }, fail(['note'], '没有公开日期'), 'TIME-NODATE'),
  due('no date', { received: true, countyDueOn: null, statutoryDueOn: null }, unknown('no due date'), 'TIME-NODATE'),
  due('not received', {}, apart, 'TIME-NODATE'),
  due('not required', { mustFile: false, received: true }, apart, 'TIME-NODATE'),
];

const section = (number: number, title: string, text: string) => withSections((sections) => sections.map((each) => (each.number === number ? { ...each, title, text } : each)));
const FILE_CASES: CheckCase[] = [
  of('ID-TWO-REPORTS', 'one report', whole, pass),
  of('ID-TWO-REPORTS', 'two in the file', { ...whole, reportsInFile: 2 }, fail(['note'], '有2份年报')),
  of('ID-TWO-REPORTS', 'no report', { ...noReport, reportsInFile: 2 }, apart),
  of('ST-TABLE-IMAGE', 'all tables', whole, pass),
  of('ST-TABLE-IMAGE', 'a table that words send elsewhere', without('三', section(3, '收到和处理政府信息公开申请情况', '（详见附件）')), fail(['error'], '第三部分写“（详见附件）”')),
  of('ST-TABLE-IMAGE', 'a picture by its name', without('二', section(2, '主动公开政府信息情况', '表2.png')), fail(['error'], '表2.png')),
  of('ST-TABLE-IMAGE', 'in the heading', without('四', section(4, '政府信息公开行政复议、行政诉讼情况（见附表）', '')), fail(['error'], '第四部分')),
  of('ST-TABLE-IMAGE', 'two tables', without('二', without('三', { ...whole, sections: whole.sections.map((each) => ([2, 3].includes(each.number) ? { ...each, text: '见附件' } : each)) })), fail(['error', 'error'], '见附件')),
  of('ST-TABLE-IMAGE', 'words beside the table', section(3, '收到和处理政府信息公开申请情况', '（详见附件）'), pass),
  of('ST-TABLE-IMAGE', 'missing without a word', without('三'), pass),
  of('ST-TABLE-IMAGE', 'no report', noReport, apart),
];

export const CHECK_CASES: readonly CheckCase[] = [...STRUCTURE_CASES, ...CELL_CASES, ...RULE_CASES, ...IDENTITY_CASES, ...CARRY_CASES, ...TIME_CASES, ...CAUSE_CASES, ...FORM_CASES, ...NARRATIVE_CASES, ...PROSE_CASES, ...YEARS_CASES, ...BEFORE_CASES, ...FILE_CASES, ...PEERS_CASES, ...TEXT_CASES];
