/** Cases of the diagnoses of tables 三 and 四: one slip each, in the whole report or in an empty table. */
import type { CheckedReport } from '../../src/lib/checks/finding.ts';
import { APPLICANTS, tableThreeRows } from '../../src/lib/form/table-three.ts';
import { apart, blank, fail, of, pass, unknown, unreadable, whole, withCells, without, type CheckCase } from './case-makers.ts';
import { wholeReport, type Cell } from './whole-report.ts';

const value = (id: string): number => whole.figures[id]?.value ?? 0;
const row = (key: string, numbers: readonly Cell[]): Record<string, Cell> => Object.fromEntries(APPLICANTS.map((applicant, column) => [`t3.${key}.${applicant}`, numbers[column] ?? 0]));
const printed = (key: string): number[] => APPLICANTS.map((applicant) => value(`t3.${key}.${applicant}`));
const ROWS = tableThreeRows('2021').map(({ key }) => key);

/** A table of zeros but for some rows. */
function sparse(rows: Record<string, readonly Cell[]>, cells: Record<string, Cell> = {}): CheckedReport {
  return wholeReport('2021', { ...Object.assign({}, ...ROWS.map((key) => row(key, rows[key] ?? []))), ...cells });
}
const CAUSES = [
  'T3-TOTAL-ROW-EMPTY', 'T3-TOTAL-COLUMN-EMPTY', 'T3-TOTAL-MISPLACED', 'T3-TOTAL-ROW-LOW', 'T3-HANDLED-AND-CARRIED', 'T3-DOUBLE-OUTCOME', 'T3-STRAY', 'T3-COL-SHIFT',
] as const;
const one = [1, 0, 0, 0, 0, 0, 1];

export const CAUSE_CASES: readonly CheckCase[] = [
  ...CAUSES.flatMap((check) => [
    of(check, 'a consistent report', whole, pass),
    of(check, 'a consistent report of 2020', wholeReport('2019'), pass),
    of(check, 'zeros everywhere', sparse({}), pass),
    of(check, 'a slip of another kind: received one too many', withCells({ 't3.received.natural': value('t3.received.natural') + 1, 't3.received.total': value('t3.received.total') + 1 }), pass),
    of(check, 'a slip of another kind: one total', withCells({ 't3.granted.total': value('t3.granted.total') + 1 }), pass),
    of(check, 'a slip of another kind: received copied into a table of zeros', sparse({ received: [3, 0, 0, 0, 0, 0, 3] }), pass),
    of(check, 'a cell that cannot be read', withCells({ 't3.received.natural': unreadable }), unknown('figures missing')),
    of(check, 'a blank that could be right', withCells({ 't3.received.natural': blank }), unknown('blanks could satisfy it')),
    of(check, 'no table 三', without('三'), apart),
  ]),

  of('T3-TOTAL-ROW-EMPTY', 'the row left 0', withCells(row('processed', [])), fail(['error'], '第（七）项总计整行为0。“（七）总计”行“自然人”改为')),
  of('T3-TOTAL-ROW-EMPTY', 'the row left 0 for one case', sparse({ received: one, granted: one }), fail(['error'], '总计列相加1件')),
  of('T3-TOTAL-ROW-EMPTY', 'another mistake beside it: no correction is offered',
    withCells({ ...row('processed', []), 't3.received.natural': value('t3.received.natural') + 1 }), fail(['error'], '整行为0。请核对后更正。')),
  of('T3-TOTAL-ROW-EMPTY', 'one column of it filled', withCells({ ...row('processed', []), 't3.processed.natural': value('t3.processed.natural') }), pass),
  of('T3-TOTAL-ROW-EMPTY', 'a result entered where nothing was received', sparse({ granted: one }), pass),

  of('T3-TOTAL-COLUMN-EMPTY', 'the column left 0', withCells(Object.fromEntries(ROWS.map((key) => [`t3.${key}.total`, 0]))), fail(['error'], '“总计”列都是0')),
  of('T3-TOTAL-COLUMN-EMPTY', 'the column left 0 for one case', sparse({ received: [1], granted: [1], processed: [1] }), fail(['error'], '表三有3行填了申请人')),
  of('T3-TOTAL-COLUMN-EMPTY', 'a stray total in another row', sparse({ received: [1], granted: [1], processed: [1], carried_in: [0, 0, 0, 0, 0, 0, 6] }), fail(['error'], '“二、上年结转”行“总计”改为0')),
  of('T3-TOTAL-COLUMN-EMPTY', 'results that do not add up beside it: no correction is offered', sparse({ received: [6], granted: [5], processed: [6] }), fail(['error'], '“总计”列都是0。请核对')),
  of('T3-TOTAL-COLUMN-EMPTY', 'one row alone', sparse({ received: one, granted: [1], processed: one }), pass),
  of('T3-TOTAL-COLUMN-EMPTY', 'one total filled', sparse({ received: one, granted: [1], processed: [1] }), pass),
  of('T3-TOTAL-COLUMN-EMPTY', 'both the column and the row', sparse({ received: [2], granted: [2] }), fail(['error'], '请核对')),
  of('T3-TOTAL-ROW-EMPTY', 'both the column and the row', sparse({ received: [2], granted: [2] }), fail(['error'], '整行为0')),

  of('T3-TOTAL-MISPLACED', 'received under another applicant', sparse({ received: [18, 0, 0, 0, 0, 0, 18], granted: [16, 0, 0, 2, 0, 0, 18], processed: [16, 0, 0, 2, 0, 0, 18] }),
    fail(['error'], '表三“一、本年新收”行的总计与其他各行相符，申请人类别不符。“一、本年新收”行“自然人”改为16、“社会公益组织”改为2')),
  of('T3-TOTAL-MISPLACED', 'carried in under another applicant', sparse({ carried_in: [0, 3, 0, 0, 0, 0, 3], granted: [3, 0, 0, 0, 0, 0, 3], processed: [3, 0, 0, 0, 0, 0, 3] }), fail(['error'], '“二、上年结转”')),
  of('T3-TOTAL-MISPLACED', 'carried forward under another applicant', sparse({ received: [3, 0, 0, 0, 0, 0, 3], carried_forward: [0, 3, 0, 0, 0, 0, 3] }), fail(['error'], '“四、结转下年度继续办理”')),
  of('T3-TOTAL-MISPLACED', 'the total of outcomes under another applicant', sparse({ received: one, granted: one, processed: [0, 1, 0, 0, 0, 0, 1] }), fail(['error'], '“（七）总计”行“自然人”改为1')),
  of('T3-TOTAL-MISPLACED', 'an outcome under another applicant', sparse({ received: one, granted: [0, 1, 0, 0, 0, 0, 1], processed: one }), fail(['error'], '“（一）予以公开”行“自然人”改为1')),
  of('T3-TOTAL-MISPLACED', 'one of two rows', sparse({ received: [2, 1, 0, 0, 0, 0, 3], carried_in: [1, 1, 0, 0, 0, 0, 2], granted: [2, 3, 0, 0, 0, 0, 5], processed: [2, 3, 0, 0, 0, 0, 5] }),
    fail(['error'], '表三“一、本年新收”、“二、上年结转”等行中有一行的申请人类别填错列')),

  of('T3-TOTAL-ROW-LOW', 'received', sparse({ received: [6, 1], carried_in: [0, 0, 0, 0, 0, 0, 7], granted: [6, 1, 0, 0, 0, 0, 7], processed: [6, 1, 0, 0, 0, 0, 7] }),
    fail(['error'], '“一、本年新收”行的总计7件疑似写到了下一行“二、上年结转”')),
  of('T3-TOTAL-ROW-LOW', 'another number below', sparse({ received: [6, 1], carried_in: [0, 0, 0, 0, 0, 0, 6], granted: [6, 1, 0, 0, 0, 0, 7], processed: [6, 1, 0, 0, 0, 0, 7] }), pass),
  of('T3-TOTAL-ROW-LOW', 'a total that stands above, too', sparse({ received: [6, 1, 0, 0, 0, 0, 7], carried_in: [0, 0, 0, 0, 0, 0, 7], granted: [6, 1, 0, 0, 0, 0, 7], processed: [6, 1, 0, 0, 0, 0, 7] }), pass),

  of('T3-HANDLED-AND-CARRIED', 'one case', sparse({ received: one, granted: one, processed: one, carried_forward: one }), fail(['error'], '多出1件，恰等于结转件数')),
  of('T3-HANDLED-AND-CARRIED', 'over by less than is carried forward', sparse({ received: [3, 0, 0, 0, 0, 0, 3], granted: [2, 0, 0, 0, 0, 0, 2], processed: [2, 0, 0, 0, 0, 0, 2], carried_forward: [2, 0, 0, 0, 0, 0, 2] }), pass),
  of('T3-HANDLED-AND-CARRIED', 'nothing was handled', sparse({ carried_forward: one }), pass),

  of('T3-DOUBLE-OUTCOME', 'in part and refused', sparse({ received: one, granted_in_part: one, 'refused.third_party': one, processed: one }), fail(['error'], '“（三）不予公开4.保护第三方合法权益”行“自然人”改为0')),
  of('T3-DOUBLE-OUTCOME', 'two rows could hold them: equal numbers may be chance', sparse({ received: [2, 0, 0, 0, 0, 0, 2], granted: one, granted_in_part: one, 'refused.third_party': one, processed: [2, 0, 0, 0, 0, 0, 2] }), pass),
  of('T3-DOUBLE-OUTCOME', 'another excess', sparse({ received: [2, 0, 0, 0, 0, 0, 2], granted_in_part: [2, 0, 0, 0, 0, 0, 2], 'refused.third_party': one, processed: [2, 0, 0, 0, 0, 0, 2] }), pass),

  of('T3-STRAY', 'in the row of totals', sparse({ processed: [1] }), fail(['error'], '表三“（七）总计”行“自然人”列填1')),
  of('T3-STRAY', 'in the column of totals', sparse({ 'refused.third_party': [0, 0, 0, 0, 0, 0, 4] }), fail(['error'], '“总计”列填4')),
  of('T3-STRAY', 'two numbers', sparse({ processed: [1, 1] }), pass),

  of('T3-COL-SHIFT', 'to the right', sparse({ received: one, granted: [0, 1, 0, 0, 0, 0, 0], processed: one }), fail(['error'], '表三“（一）予以公开”行疑似整行错位一列')),
  of('T3-COL-SHIFT', 'to the left', sparse({ received: [2, 0, 0, 0, 0, 1, 3], granted: [0, 0, 0, 0, 1, 3, 0], processed: [2, 0, 0, 0, 0, 1, 3] }), fail(['error'], '“自然人”改为2')),
  of('T3-COL-SHIFT', 'the last outcome row of many', withCells(row('other_handling.other', [0, ...printed('other_handling.other').slice(0, 6)])), fail(['error'], '3.其他')),
  of('T3-COL-SHIFT', 'not the numbers of the row', sparse({ received: one, granted: [0, 2, 0, 0, 0, 0, 0], processed: one }), pass),

  of('T4-TOTAL-EMPTY', 'three groups that add up', whole, pass),
  of('T4-TOTAL-EMPTY', 'a total left 0', withCells({ 't4.review.total': 0 }), fail(['error'], '表四“行政复议”：四项结果相加6，总计填0。“行政复议”组“总计”改为6')),
  of('T4-TOTAL-EMPTY', 'two totals left 0', withCells({ 't4.review.total': 0, 't4.direct_litigation.total': 0 }), fail(['error', 'error'], '行政复议')),
  of('T4-TOTAL-EMPTY', 'a total left 0 beside a blank', withCells({ 't4.review.total': 0, 't4.review.pending': blank }), fail(['error'], '另有空白格')),
  of('T4-TOTAL-EMPTY', 'a total that is wrong otherwise', withCells({ 't4.review.total': 1 }), pass),
  of('T4-TOTAL-EMPTY', 'a total that cannot be read', withCells({ 't4.review.total': unreadable }), unknown('figures missing')),
  of('T4-TOTAL-EMPTY', 'no table 四', without('四'), apart),
];
