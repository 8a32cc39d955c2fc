/** Cases of the checks of identity, title, period and parts, of printed rows and columns, of cells, and of unusual numbers. */
import type { CheckedReport } from '../../src/lib/checks/finding.ts';
import type { Evidence, FormDrift } from '../../src/lib/recognition/report.ts';
import { absent, apart, blank, drifted, fail, noReport, of, old, pass, unknown, unreadable, whole, withCells, withSections, without, written, type CheckCase } from './case-makers.ts';
import { wholeReport, type Cell } from './whole-report.ts';

const withOpening = (opening: string | null): CheckedReport => ({ ...whole, opening });
const withText = (number: number, text: string): CheckedReport => withSections((sections) => sections.map(written(number, text)));
const named = (body: Evidence[], changes: Partial<CheckedReport> = {}): CheckedReport => ({ ...whole, evidence: { ...whole.evidence, body }, ...changes });
const dated = (year: Evidence[]): CheckedReport => ({ ...whole, evidence: { ...whole.evidence, year } });
const spoken = (words: string[], changes: Partial<CheckedReport>): CheckedReport =>
  ({ ...whole, ...changes, evidence: { ...whole.evidence, scope: words.map((value) => ({ from: 'first person', value })) } });
const title: Evidence = { from: 'title', value: '青禾县民政局' };

const IDENTITY_CASES: readonly CheckCase[] = [
  of('ID-BODY', 'one body', whole, pass),
  of('ID-BODY', 'signed by another', named([title, { from: 'signature', value: '青禾县水利局' }]), fail(['query'], '标题是“青禾县民政局”，而落款是“青禾县水利局”')),
  of('ID-BODY', 'a file of another', named([title, { from: 'file name', value: '县水利局' }]), fail(['query'], '文件名是“县水利局”')),
  of('ID-BODY', 'signed in short', named([title, { from: 'signature', value: '县民政局' }]), pass),
  of('ID-BODY', 'signed with the words before it', named([title, { from: 'signature', value: '特此报告青禾县民政局' }]), pass),
  of('ID-BODY', 'a short name of letters of the full one', named([{ from: 'signature', value: '县科工局' }], { body: '青禾县科技工业和信息化局' }), pass),
  of('ID-BODY', 'a branch in the county’s own word', named([{ from: 'file name', value: '县生态环境分局' }], { body: '云澜市生态环境局青禾分局' }), pass),
  of('ID-BODY', 'a former name that the register knows', named([{ from: 'signature', value: '青禾县扶贫开发办公室' }], { body: '青禾县乡村振兴局', bodyNames: ['青禾县扶贫开发办公室'] }), pass),
  of('ID-BODY', 'a former name that nobody knows', named([{ from: 'signature', value: '青禾县扶贫开发办公室' }], { body: '青禾县乡村振兴局' }), fail(['query'], '扶贫开发办公室')),
  of('ID-BODY', 'published by another', named([title, { from: 'metadata', value: '青禾县人民政府办公室' }]), pass),
  of('ID-BODY', 'a file whose name names no body', named([title, { from: 'file name', value: '年度工作报告定稿' }]), pass),
  of('ID-BODY', 'no body', { ...whole, body: null }, unknown('not recognised')),
  of('ID-BODY', 'no annual report', noReport, apart),

  of('ID-YEAR', 'one year', whole, pass),
  of('ID-YEAR', 'the file’s year', dated([{ from: 'title', value: '2024' }, { from: 'file name', value: '2023' }]), fail(['query'], '标题是“2024”、文件名是“2023”')),
  of('ID-YEAR', 'the period’s year', dated([{ from: 'title', value: '2024' }, { from: 'period', value: '2023' }]), fail(['query'], '统计期限是“2023”')),
  of('ID-YEAR', 'the year of publication is another thing', dated([{ from: 'title', value: '2024' }, { from: 'metadata', value: '2019' }, { from: 'signature', value: '2023' }]), pass),
  of('ID-YEAR', 'no year', dated([{ from: 'metadata', value: '2024' }]), unknown('not recognised')),
  of('ID-YEAR', 'no annual report', noReport, apart),

  of('ID-SCOPE', 'a bureau', whole, pass),
  of('ID-SCOPE', 'the county office for the whole county', spoken(['全县共收到政府信息公开申请'], { body: '青禾县人民政府办公室' }), fail(['query'], '分不清是办公室自身的还是全县汇总的')),
  of('ID-SCOPE', 'the county office for itself', spoken(['我办'], { body: '青禾县人民政府办公室' }), pass),
  of('ID-SCOPE', 'the county for the whole county', spoken(['我县各'], { body: '青禾县人民政府', scope: 'rollup' }), pass),
  of('ID-SCOPE', 'the county as one bureau', spoken(['我局'], { body: '青禾县人民政府', scope: 'rollup' }), fail(['query'], '分不清是全县汇总的还是一个单位的')),
  of('ID-SCOPE', 'the county, and an office in passing', spoken(['全县各单位', '我办'], { body: '青禾县人民政府', scope: 'rollup' }), pass),
  of('ID-SCOPE', 'a bureau that speaks of the county', spoken(['全县各行政机关', '我局'], {}), pass),
  of('ID-SCOPE', 'no body', { ...whole, body: null }, unknown('not recognised')),
  of('ID-SCOPE', 'no annual report', noReport, apart),
];

const swapped = (sections: CheckedReport['sections']): CheckedReport['sections'] => [...sections.slice(0, 4), ...sections.slice(4).reverse()];
const STATEMENT_CASES: readonly CheckCase[] = [
  of('ST-SECTION-ORDER', 'one to six', whole, pass),
  of('ST-SECTION-ORDER', 'six before five', withSections(swapped), fail(['query'], '一、二、三、四、六、五')),
  of('ST-SECTION-ORDER', 'one missing', withSections((sections) => sections.filter(({ number }) => number !== 3)), pass),
  of('ST-SECTION-ORDER', 'one section in two parts', withSections((sections) => sections.flatMap((section) => (section.number === 5 ? [section, section] : [section]))), pass),
  of('ST-SECTION-ORDER', 'a single heading', withSections((sections) => sections.slice(0, 1)), unknown('not recognised')),
  of('ST-SECTION-ORDER', 'no annual report', noReport, apart),

  of('ST-COUNT-CLAIM', 'six parts', whole, pass),
  of('ST-COUNT-CLAIM', 'seven parts', withOpening('本报告由总体情况、主动公开情况等七个部分组成。'), fail(['note'], '报告共7个部分')),
  of('ST-COUNT-CLAIM', 'four parts in figures', withText(1, '全文共分4部分。'), fail(['note'], '4个部分')),
  of('ST-COUNT-CLAIM', 'parts of something else', withOpening('公开指南由三个部分组成。'), pass),
  of('ST-COUNT-CLAIM', 'nothing said', withOpening(''), pass),
  of('ST-COUNT-CLAIM', 'the opening was not kept', withOpening(null), unknown('not recognised')),
  of('ST-COUNT-CLAIM', 'no annual report', noReport, apart),

  of('ST-TITLE', 'the usual form', whole, pass),
  of('ST-TITLE', 'the year before the name', { ...whole, title: '2024年青禾县民政局政府信息公开工作年度报告' }, pass),
  of('ST-TITLE', 'the year in Chinese', { ...whole, title: '青禾县民政局二〇二四年政府信息公开工作年度报告' }, pass),
  of('ST-TITLE', 'without 工作', { ...whole, title: '青禾县民政局2024年政府信息公开年度报告' }, fail(['note'], '标题缺“政府信息公开工作年度报告”字样')),
  of('ST-TITLE', 'without a name', { ...whole, title: '2024年政府信息公开工作年度报告' }, fail(['note'], '标题缺单位全称。')),
  of('ST-TITLE', 'without a year', { ...whole, title: '青禾县民政局政府信息公开工作年度报告' }, fail(['note'], '年度')),
  of('ST-TITLE', 'of another year', { ...whole, title: '青禾县民政局2023年政府信息公开工作年度报告' }, fail(['error'], '标题写的是2023年，本报告是2024年度')),
  of('ST-TITLE', 'no title', { ...whole, title: null }, unknown('not recognised')),
  of('ST-TITLE', 'no annual report', noReport, apart),

  of('ST-PERIOD', 'the whole year', whole, pass),
  of('ST-PERIOD', 'to November', { ...whole, period: { from: '2024-01-01', to: '2024-11-30' } }, fail(['error'], '2024年1月1日至2024年11月30日，应为2024年')),
  of('ST-PERIOD', 'from September', { ...whole, period: { from: '2024-09-01', to: '2024-12-31' } }, fail(['error'], '2024年9月1日')),
  of('ST-PERIOD', 'of last year', { ...whole, period: { from: '2023-01-01', to: '2023-12-31' } }, fail(['error'], '2023年1月1日')),
  of('ST-PERIOD', 'none stated', { ...whole, period: null }, unknown('not recognised')),
  of('ST-PERIOD', 'year unknown', { ...whole, year: null }, unknown('year unknown')),
  of('ST-PERIOD', 'no annual report', { ...noReport, period: null }, apart),

  of('ST-OLD-CITATION', 'nothing cited', whole, pass),
  of('ST-OLD-CITATION', 'the form in force', withOpening('根据国办公开办函〔2021〕30号文件编制。'), pass),
  of('ST-OLD-CITATION', 'the form of 2019', withOpening('根据国办公开办函〔2019〕60号文件要求编制。'), fail(['note'], '国办公开办函〔2019〕60号')),
  of('ST-OLD-CITATION', 'the regulation of 2007', withText(1, '根据国务院令第492号编制。'), fail(['note'], '国令第492号')),
  of('ST-OLD-CITATION', 'both forms', withOpening('根据国办公开办函〔2019〕60号、国办公开办函［2021］ 30号文件编制。'), pass),
  of('ST-OLD-CITATION', 'year unknown', { ...whole, year: null }, unknown('year unknown')),
  of('ST-OLD-CITATION', 'a report of 2020', { ...old, opening: '根据国办公开办函〔2019〕60号编制。' }, apart),
  of('ST-OLD-CITATION', 'no annual report', { ...noReport, year: 2024 }, apart),

  of('TIME-EARLY', 'dated in January', whole, pass),
  of('TIME-EARLY', 'on the last day of the year', { ...whole, dated: '2024-12-31' }, fail(['query'], '成文日期是2024年12月31日，2024年度还没有结束')),
  of('TIME-EARLY', 'on the first day of the next', { ...whole, dated: '2025-01-01' }, pass),
  of('TIME-EARLY', 'no date', { ...whole, dated: null }, unknown('not recognised')),
  of('TIME-EARLY', 'year unknown', { ...whole, year: null }, unknown('year unknown')),
  of('TIME-EARLY', 'no annual report', noReport, apart),
];

const missingRows = (rows: string[], table: FormDrift['table'] = '三', kind: FormDrift['kind'] = 'row_missing'): CheckedReport =>
  ({ ...whole, drift: rows.map((expected) => ({ kind, table, expected })) });
const extra = { table: '二' as const, label: '其他主动公开文件', cells: ['37', '37', '412'], at: { block: 4 } };
const PRINTED_CASES: readonly CheckCase[] = [
  of('ST-EARLY-TEMPLATE', 'columns of 2019', old, pass),
  of('ST-EARLY-TEMPLATE', 'columns of 2021', wholeReport('2019', { 't2.normative_documents.issued': 3, 't2.normative_documents.made': absent }), fail(['query'], '“本年制发件数”')),
  of('ST-EARLY-TEMPLATE', 'columns of 2021 without a legible cell', { ...old, drift: [{ kind: 'early_table', table: '二' }] }, fail(['query'], '2020年度的格式是2019年试行版')),
  of('ST-EARLY-TEMPLATE', 'an old table', { ...old, drift: [{ kind: 'old_table', table: '二' }] }, pass),
  of('ST-EARLY-TEMPLATE', 'year unknown', { ...old, year: null }, unknown('year unknown')),
  of('ST-EARLY-TEMPLATE', 'a report of 2024', whole, apart),
  of('ST-EARLY-TEMPLATE', 'no table 二', without('二', old), apart),

  of('ST-ROW-MISSING', 'every row', whole, pass),
  of('ST-ROW-MISSING', 'one row', missingRows(['6.属于四类过程性信息']), fail(['error'], '表三少了“6.属于四类过程性信息”')),
  of('ST-ROW-MISSING', 'two rows of one table are one finding', missingRows(['2.重复申请', '3.其他']), fail(['error'], '“2.重复申请”、“3.其他”')),
  of('ST-ROW-MISSING', 'a group of table 四', missingRows(['direct_litigation'], '四'), fail(['error'], '“未经复议直接起诉”')),
  of('ST-ROW-MISSING', 'the row of rules', missingRows(['规章'], '二'), fail(['query'], '表二没有“规章”行')),
  of('ST-ROW-MISSING', 'the row of rules and another', missingRows(['规章', '行政强制'], '二'), fail(['error', 'query'], '“行政强制”')),
  of('ST-ROW-MISSING', 'a table of another year’s form', { ...missingRows(['政府集中采购'], '二'), drift: [{ kind: 'old_table', table: '二' }, { kind: 'row_missing', table: '二', expected: '政府集中采购' }] }, pass),
  of('ST-ROW-MISSING', 'most rows: the table was not read', missingRows(['规章', '行政许可', '行政处罚', '行政强制'], '二'), unknown('figures missing')),
  of('ST-ROW-MISSING', 'half of the rows', missingRows(['行政许可', '行政处罚', '行政强制'], '二'), fail(['error'], '行政处罚')),
  of('ST-ROW-MISSING', 'no tables', { ...whole, tables: [] }, apart),
  of('ST-COL-MISSING', 'every column', whole, pass),
  of('ST-COL-MISSING', 'one column', missingRows(['科研机构'], '三', 'column_missing'), fail(['error'], '表三少了“科研机构”列')),
  of('ST-COL-MISSING', 'another drift', drifted({ printed: '本年度止件数', expected: '本年废止件数' }), pass),
  of('ST-COL-MISSING', 'no tables', { ...whole, tables: [] }, apart),
  of('ST-ROW-EXTRA', 'none', whole, pass),
  of('ST-ROW-EXTRA', 'one', { ...whole, extraRows: [extra] }, fail(['note'], '表二多出“其他主动公开文件”')),
  of('ST-ROW-EXTRA', 'no tables', { ...whole, tables: [] }, apart),
];

const FIGURE = 't2.licensing.decisions';
/** A cell with a raw text, as the reader gives it. */
const cell = (id: string, raw: string, value: number | null, more: object = {}): CheckedReport =>
  ({ ...whole, figures: { ...whole.figures, [id]: { value, ...(value === null ? { missing: 'unreadable' as const } : {}), raw, at: { block: 1 }, ...more } } });
const MARK_CASES: readonly CheckCase[] = [
  ...(['CELL-UNIT', 'CELL-NOTE', 'CELL-CONFUSABLE', 'CELL-INFERRED'] as const).flatMap((check) => [
    of(check, 'numbers alone', whole, pass),
    of(check, 'a cell that cannot be read', withCells({ 't3.received.natural': unreadable }), unknown('figures missing')),
    of(check, 'no tables', { ...whole, tables: [] }, apart),
  ]),
  of('CELL-UNIT', 'pieces', cell(FIGURE, '12件', 12, { unit: '件' }), fail(['note'], '表二有1格数字后带了单位（“12件”）')),
  of('CELL-UNIT', '万元 under 万元', cell('t2.fees.amount', '45.82万元', 45.82, { unit: '万元' }), fail(['note'], '45.82万元')),
  of('CELL-UNIT', 'yuan under 万元', cell('t2.fees.amount', '70487元', 7.0487, { unit: '元' }), fail(['query'], '单位与该列不符（“70487元”）')),
  of('CELL-UNIT', 'pieces under 万元', cell('t2.fees.amount', '3件', 3, { unit: '件' }), fail(['query'], '“3件”')),
  of('CELL-UNIT', 'money in a count', cell(FIGURE, '5万元', 5, { unit: '万元' }), fail(['query'], '“5万元”')),
  of('CELL-UNIT', 'a unit in the heading', cell('t2.fees.amount', '70487', 7.0487, { unit: '元' }), pass),
  of('CELL-UNIT', 'the amount of procurement has no unit in the form', { ...old, figures: { ...old.figures, 't2.procurement.amount': { value: 251000, raw: '251000元', at: null, unit: '元' } } }, pass),
  of('CELL-NOTE', 'a note', cell(FIGURE, '55（含自然失效29件）', 55, { note: '含自然失效29件' }), fail(['note'], '“55（含自然失效29件）”')),
  of('CELL-CONFUSABLE', 'a letter', cell(FIGURE, '1O', null, { candidates: [10] }), fail(['query'], '“1O”')),
  of('CELL-CONFUSABLE', 'full-width digits', cell(FIGURE, '１０', 10), fail(['query'], '“１０”')),
  of('CELL-CONFUSABLE', 'comma groups', cell(FIGURE, '1,204', 1204), fail(['query'], '“1,204”')),
  of('CELL-CONFUSABLE', 'glued digits are no letters', cell(FIGURE, '02025', null, { candidates: [0, 20] }), unknown('figures missing')),
  of('CELL-CONFUSABLE', 'an inferred run', cell(FIGURE, '1,204', 1, { inferred: '数字连写' }), pass),
  of('CELL-CONFUSABLE', 'a decimal', cell('t2.fees.amount', '1.204', 1.204), pass),
  of('CELL-INFERRED', 'one', cell(FIGURE, '12000', 12, { inferred: '按勾稽关系核算' }), fail(['note'], '表二有1格的数字是推定的（按勾稽关系核算）')),
];

const value = (id: string): number => whole.figures[id]?.value ?? 0;
const issued = (numbers: [Cell, Cell, Cell]): CheckedReport =>
  withCells(Object.fromEntries((['issued', 'repealed', 'in_force'] as const).map((column, index) => [`t2.normative_documents.${column}`, numbers[index] ?? 0])));
const other = (count: number, processed: number): CheckedReport => withCells({ 't3.other_handling.other.total': count, 't3.processed.total': processed });
const carried = (received: number, carriedIn: number, open: number): CheckedReport => withCells({ 't3.received.total': received, 't3.carried_in.total': carriedIn, 't3.carried_forward.total': open });
const unpaid = (text: string): CheckedReport => ({ ...withText(6, text), figures: withCells({ 't3.other_handling.fee_unpaid.total': 1 }).figures });
const HINT_CASES: readonly CheckCase[] = [
  of('T2-STOCK-ZERO', 'in force', whole, pass),
  of('T2-STOCK-ZERO', 'issued and none in force', issued([1, 0, 0]), fail(['query'], '“行政规范性文件”本年制发1件，现行有效填0')),
  of('T2-STOCK-ZERO', 'nothing issued, none in force', issued([0, 0, 0]), pass),
  of('T2-STOCK-ZERO', 'blank', issued([1, 0, blank]), unknown('figures missing')),
  of('T2-STOCK-ZERO', 'no table 二', without('二'), apart),
  of('T2-STOCK-FLOOR', 'enough in force', issued([3, 1, 2]), pass),
  of('T2-STOCK-FLOOR', 'fewer than what remains', issued([3, 1, 1]), fail(['note'], '现行有效1件，少于本年制发3件减本年废止1件')),
  of('T2-STOCK-FLOOR', 'blank', issued([3, 1, blank]), unknown('figures missing')),
  of('T2-STOCK-FLOOR', 'no table 二', without('二'), apart),

  of('T3-STALE', 'all carried in is processed', whole, pass),
  of('T3-STALE', 'one column', withCells({ 't3.carried_in.research': value('t3.processed.research') + 1 }), fail(['query'], '“科研机构”列上年结转')),
  of('T3-STALE', 'as many processed as carried in', withCells({ 't3.carried_in.research': value('t3.processed.research') }), pass),
  of('T3-STALE', 'two columns are one finding', withCells({ 't3.carried_in.research': 999, 't3.carried_in.total': 9999 }), fail(['query'], '“总计”列上年结转9999件')),
  of('T3-STALE', 'blank', withCells({ 't3.carried_in.research': blank }), unknown('figures missing')),
  of('T3-STALE', 'no table 三', without('三'), apart),

  of('T3-OTHER-LARGE', 'few', whole, pass),
  of('T3-OTHER-LARGE', 'five of twelve', other(5, 12), fail(['note'], '有5件，占办理总计12件的42%')),
  of('T3-OTHER-LARGE', 'two of three', other(2, 3), pass),
  of('T3-OTHER-LARGE', 'three of fifteen', other(3, 15), pass),
  of('T3-OTHER-LARGE', 'three of fourteen', other(3, 14), fail(['note'], '21%')),
  of('T3-OTHER-LARGE', 'eleven of thirty', other(11, 30), fail(['query'], '37%')),
  of('T3-OTHER-LARGE', 'ten of thirty-two', other(10, 32), fail(['query'], '31%')),
  of('T3-OTHER-LARGE', 'nine of twenty', other(9, 20), fail(['note'], '45%')),
  of('T3-OTHER-LARGE', 'blank', withCells({ 't3.other_handling.other.total': blank }), unknown('figures missing')),
  of('T3-OTHER-LARGE', 'no table 三', without('三'), apart),

  of('T3-FEE-LINK', 'none unpaid', withCells({ 't3.other_handling.fee_unpaid.total': 0 }), pass),
  of('T3-FEE-LINK', 'one unpaid, and told', whole, pass),
  of('T3-FEE-LINK', 'one unpaid, not told', unpaid('无。'), fail(['note'], '有1件因逾期未缴费不再处理')),
  of('T3-FEE-LINK', 'one unpaid, passages left out', unpaid('按照[……]'), unknown('passages left out')),
  of('T3-FEE-LINK', 'blank', withCells({ 't3.other_handling.fee_unpaid.total': blank }), unknown('figures missing')),
  of('T3-FEE-LINK', 'no table 三', without('三'), apart),

  of('T3-CARRY-SIZE', 'few', whole, pass),
  of('T3-CARRY-SIZE', 'half of ten', carried(8, 2, 5), fail(['note'], '结转下年度5件，占应办10件的50%')),
  of('T3-CARRY-SIZE', 'four of ten', carried(8, 2, 4), pass),
  of('T3-CARRY-SIZE', 'three of five', carried(4, 1, 3), fail(['note'], '60%')),
  of('T3-CARRY-SIZE', 'a load of four', carried(4, 0, 4), pass),
  of('T3-CARRY-SIZE', 'blank', withCells({ 't3.received.total': blank }), unknown('figures missing')),
  of('T3-CARRY-SIZE', 'no table 三', without('三'), apart),

  of('T3-SECRET', 'none', whole, pass),
  of('T3-SECRET', 'two', withCells({ 't3.refused.state_secret.total': 2 }), fail(['note'], '不予公开2件')),
  of('T3-SECRET', 'blank', withCells({ 't3.refused.state_secret.total': blank }), unknown('figures missing')),
  of('T3-SECRET', 'no table 三', without('三'), apart),
];

export const FORM_CASES: readonly CheckCase[] = [...IDENTITY_CASES, ...STATEMENT_CASES, ...PRINTED_CASES, ...MARK_CASES, ...HINT_CASES];
