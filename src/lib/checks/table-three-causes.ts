/**
 * The diagnoses of table 三 as checks: each is one finding for the many identities that one slip breaks, and offers the
 * correction where only one makes every identity hold. They never claim more than the identities prove.
 */
import { BOTH_EDITIONS, type Check, type Outcome, type ReportCheck, type Words } from './entry.ts';
import type { CheckedReport } from './finding.ts';
import { hasTable, judged, notApplicable, passed } from './outcome.ts';
import { diagnosesOf, identitiesOutcome } from './table-three-diagnoses.ts';

/** Failed where the diagnosis explains broken identities; where an identity cannot be weighed it cannot be diagnosed. */
function diagnosed(check: string, report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const own = diagnosesOf(report).filter(({ finding }) => finding.check === check);
  if (own.length > 0) return { ...judged(own.map(({ finding }) => finding)), folds: own.map(({ finding, explains }) => ({ root: finding.key, keys: explains })) };
  const identities = identitiesOutcome(report);
  return identities.verdict === 'not evaluated' ? identities : passed;
}

/** T3-TOTAL-ROW-EMPTY: （七）总计 is 0 while results are filled. Right: 2 granted, 总计 2. Wrong: 2 granted, 总计 0 in every column. */
export const totalRowEmptyCheck = (report: CheckedReport): Outcome => diagnosed('T3-TOTAL-ROW-EMPTY', report);
/** T3-TOTAL-COLUMN-EMPTY: the column 总计 is 0 while applicants are filled. Right: 2 0 0 0 0 1 → 3. Wrong: → 0, in every such row. */
export const totalColumnEmptyCheck = (report: CheckedReport): Outcome => diagnosed('T3-TOTAL-COLUMN-EMPTY', report);
/** T3-TOTAL-MISPLACED: a row's total is right, its applicants are not those of the other rows. Wrong: received 18 0 … 18, outcomes 16 0 0 2 … 18. */
export const totalMisplacedCheck = (report: CheckedReport): Outcome => diagnosed('T3-TOTAL-MISPLACED', report);
/** T3-TOTAL-ROW-LOW: a row's total stands one row too low. Wrong: received 6 1 0 0 0 0 0, carried in 0 0 0 0 0 0 7. */
export const totalRowLowCheck = (report: CheckedReport): Outcome => diagnosed('T3-TOTAL-ROW-LOW', report);
/** T3-HANDLED-AND-CARRIED: a column is over by exactly what it carries forward. Wrong: 1 + 0 ≠ 1 + 1, the one case handled and carried forward. */
export const handledAndCarriedCheck = (report: CheckedReport): Outcome => diagnosed('T3-HANDLED-AND-CARRIED', report);
/** T3-DOUBLE-OUTCOME: results exceed their total by exactly 部分公开 (区分处理的，只计这一情形). Wrong: 1 in part, 1 refused, 总计 1. */
export const doubleOutcomeCheck = (report: CheckedReport): Outcome => diagnosed('T3-DOUBLE-OUTCOME', report);
/** T3-STRAY: one number in an otherwise empty table. Wrong: 总计 1 0 0 0 0 0 0, all else 0. */
export const strayCheck = (report: CheckedReport): Outcome => diagnosed('T3-STRAY', report);
/** T3-COL-SHIFT: a row stands one column off. Right: 1 0 0 0 0 0 1. Wrong: 0 1 0 0 0 0 0. */
export const columnShiftCheck = (report: CheckedReport): Outcome => diagnosed('T3-COL-SHIFT', report);

interface CauseWords {
  title: Words;
  what: Words;
  mend: Words;
  /** What was done, where the correction is known, where it is not. */
  slip: Words;
  open?: Words;
}
const CHECK_IT: Words = { zh: '。请核对后更正。', en: '. Check and correct it.' };

function cause(id: string, run: ReportCheck['run'], { slip, open, ...described }: CauseWords, basis = 'reports'): Check {
  const offered: Words = {
    zh: `${slip.zh}。{correction:corrected}，表内勾稽关系就全部成立；请核对后更正。`, en: `${slip.en}. With {correction:corrected} every identity of the table holds; check and correct it.`,
  };
  const both = open && { default: offered, open: { zh: open.zh + CHECK_IT.zh, en: open.en + CHECK_IT.en } };
  return { id, version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis, run, ...described, sentences: both ?? { default: offered } };
}

export const TABLE_THREE_CAUSES: readonly Check[] = [
  cause('T3-TOTAL-ROW-EMPTY', totalRowEmptyCheck, {
    title: { zh: '总计行未填', en: 'Total row empty' },
    what: { zh: '诊断：各项结果已填，（七）总计为0', en: 'diagnosis: （七）总计 left 0 while results are filled' },
    mend: { zh: '按各项办理结果填写第（七）项总计；没有办理的，删去误填的结果。', en: 'Fill in the total of outcomes; where nothing was processed, remove the results entered by mistake.' },
    slip: { zh: '表三各项办理结果已填（总计列相加{results}件），第（七）项总计整行为0', en: 'Table 3: outcomes are filled in ({results} in the column of totals), but their total row is 0 throughout' },
    open: { zh: '表三各项办理结果已填（总计列相加{results}件），第（七）项总计整行为0', en: 'Table 3: outcomes are filled in ({results} in the column of totals), but their total row is 0 throughout' },
  }),
  cause('T3-TOTAL-COLUMN-EMPTY', totalColumnEmptyCheck, {
    title: { zh: '总计列未填', en: 'Total column empty' },
    what: { zh: '诊断：各类申请人已填，总计列为0', en: 'diagnosis: 总计 column left 0 while applicants are filled' },
    mend: { zh: '按六类申请人之和填写总计列。', en: 'Fill in the column of totals: the sum of the six applicant columns.' },
    slip: { zh: '表三有{rows}行填了申请人，“总计”列都是0', en: 'Table 3: applicants are filled in rows ({rows}) whose totals (总计) are all 0' },
    open: { zh: '表三有{rows}行填了申请人，“总计”列都是0', en: 'Table 3: applicants are filled in rows ({rows}) whose totals (总计) are all 0' },
  }),
  cause('T3-TOTAL-MISPLACED', totalMisplacedCheck, {
    title: { zh: '申请人类别填错列', en: 'Wrong applicant column' },
    what: { zh: '诊断：总计对，申请人列错', en: 'diagnosis: right total, wrong applicant column' },
    mend: { zh: '按申请人登记核对该行各列。', en: 'Check the columns of that row against the register of applications.' },
    slip: { zh: '表三{rows:rows}行的总计与其他各行相符，申请人类别不符', en: 'Table 3, {rows:rows}: the total agrees with the other rows, the kinds of applicants do not' },
    open: { zh: '表三{rows:rows}等行中有一行的申请人类别填错列，总计是对的', en: 'Table 3: in one of the rows {rows:rows} the kinds of applicants are wrong, the total is right' },
  }),
  cause('T3-TOTAL-ROW-LOW', totalRowLowCheck, {
    title: { zh: '总计错到下一行', en: 'Total one row low' },
    what: { zh: '诊断：总计写低了一行', en: 'diagnosis: a total stands one row too low' },
    mend: { zh: '把总计移回上一行。', en: 'Move the total up one row.' },
    slip: { zh: '表三“{row:row}”行的总计{value}件疑似写到了下一行“{next:row}”', en: 'Table 3: the total {value} of {row:row} seems to stand one row too low, in {next:row}' },
  }),
  {
    id: 'T3-HANDLED-AND-CARRIED', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'reports', run: handledAndCarriedCheck,
    title: { zh: '同一件既办结又结转', en: 'Handled and carried' },
    what: { zh: '诊断：同一件同时计入办理结果和结转下年度', en: 'diagnosis: the same case counted as handled and as carried over' },
    mend: { zh: '已办结的不计结转；未办结的不计办理结果。', en: 'A case that was concluded is not carried forward; one that was not has no outcome.' },
    sentences: {
      default: {
        zh: '表三办理总计与结转下年度之和多出{count}件，恰等于结转件数，疑似同一件既计入办理结果又计入结转。已办结的不计结转，未办结的不计办理结果；请核对后更正。',
        en: 'Table 3: processed and carried forward are over by {count}, exactly what is carried forward: perhaps the same case has an outcome and is carried forward. It has one or the other; check and correct it.',
      },
    },
  },
  cause('T3-DOUBLE-OUTCOME', doubleOutcomeCheck, {
    title: { zh: '部分公开重复计数', en: 'Two outcomes counted' },
    what: { zh: '诊断：部分公开的又计入其他结果行', en: 'diagnosis: 部分公开 counted again in another result row' },
    mend: { zh: '区分处理的只计“（二）部分公开”，不计其他情形。', en: 'A case granted in part counts there only.' },
    slip: { zh: '表三各项办理结果之和比第（七）项总计多{count}件，恰等于部分公开件数，疑似部分公开的又计入其他结果', en: 'Table 3: the outcomes exceed their total by {count}, exactly what was granted in part: perhaps counted again in another row' },
  }, 'form'),
  cause('T3-STRAY', strayCheck, {
    title: { zh: '孤立数字', en: 'Stray number' },
    what: { zh: '诊断：全空或全0的表里只有一个数字', en: 'diagnosis: one number in an otherwise empty table' },
    mend: { zh: '没有申请的改为0；有申请的把整张表填全。', en: 'Write 0 where there was no application; else fill in the whole table.' },
    slip: { zh: '表三只有一格有数：{cell:cell}填{value}，其余各格都没有', en: 'Table 3 holds a single number, {value} in {cell:cell}; all other cells are empty' },
  }),
  cause('T3-COL-SHIFT', columnShiftCheck, {
    title: { zh: '整行错位', en: 'Row shifted' },
    what: { zh: '诊断：一行整体错位一列', en: 'diagnosis: a row stands one column off' },
    mend: { zh: '把该行各数移回本列。', en: 'Move the numbers of that row back to their columns.' },
    slip: { zh: '表三{rows:rows}行疑似整行错位一列', en: 'Table 3, {rows:rows}: the row seems to stand one column off' },
  }),
];
