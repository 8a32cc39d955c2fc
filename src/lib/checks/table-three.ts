/** Checks of table 三, 收到和处理政府信息公开申请情况: the identities that the form prints or its totals imply. */
import type { FigureId } from '../form/figures.ts';
import { balance, printsUndivided, resultSum, rowTotal, type Identity } from '../form/identities.ts';
import { APPLICANTS, tableThreeRows } from '../form/table-three.ts';
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Parameters } from './finding.ts';
import { figureOf, found, hasTable, isPrinted, judged, notApplicable, notEvaluated, passed, together } from './outcome.ts';
import { weighIdentity, type Sides } from './weigh-identity.ts';

/** Whether the report prints 其他处理 as one row; the edition decides where neither form is printed. */
export function isUndivided(report: CheckedReport): boolean {
  return printsUndivided((id) => isPrinted(report, id)) || (report.edition === '2019' && !isPrinted(report, 't3.other_handling.other.total'));
}

/**
 * One identity of the report: an error where its sides cannot be equal. `parameters` are those of its sentence;
 * left, right, difference and blanks are added.
 */
export function identityOutcome(
  report: CheckedReport, check: string, identity: Identity, total: FigureId, parameters: (sides: Sides) => Parameters,
): Outcome {
  const of = (ids: FigureId[]) => ids.map((id) => figureOf(report, id));
  const weighed = weighIdentity(of(identity.left), of(identity.right));
  if (weighed.verdict === 'unknown') return notEvaluated(weighed.reason);
  if (weighed.verdict === 'equal') return passed;
  const { left, right, blanks } = weighed;
  return judged([
    found({
      check, level: 'error', figures: [...identity.left, ...identity.right], expected: left, actual: right, at: figureOf(report, total).at ?? undefined,
      parameters: { ...(blanks > 0 ? { case: 'blanks', blanks } : {}), ...parameters(weighed), left, right, difference: Math.abs(left - right) },
    }),
  ]);
}

/**
 * T3-BALANCE: each applicant column, 新收 + 上年结转 = 总计 + 结转下年度 (printed in the corner of table 三).
 * Right: 3 + 0 = 2 + 1. Wrong: 3 + 0 ≠ 2 + 0.
 */
export function balanceCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  return together(
    APPLICANTS.map((applicant) => {
      const processed = `t3.processed.${applicant}`;
      return identityOutcome(report, 'T3-BALANCE', balance(applicant), processed, ({ blanks }) => {
        const column = { column: processed };
        if (blanks > 0) return column;
        const value = (row: string): number => figureOf(report, `t3.${row}.${applicant}`).value ?? 0;
        return { ...column, received: value('received'), carriedIn: value('carried_in'), processed: value('processed'), carriedForward: value('carried_forward') };
      });
    }),
  );
}

/**
 * T3-RESULT-SUM: each column, （七）总计 = the result rows: 21 of the edition of 2021, 19 where 其他处理 is one row
 * (one application, one outcome: 只计这一情形). Right: 2 granted + 1 refused = 3. Wrong: 总计 2.
 */
export function resultSumCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const undivided = isUndivided(report);
  return together(
    APPLICANTS.map((applicant) => {
      const total = `t3.processed.${applicant}`;
      return identityOutcome(report, 'T3-RESULT-SUM', resultSum(applicant, undivided), total, () => ({ column: total }));
    }),
  );
}

/** T3-ROW-TOTAL: each printed row, 总计 = the six applicant columns. Right: 2 0 0 0 0 1 → 3. Wrong: → 0. */
export function rowTotalCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const rows = tableThreeRows(isUndivided(report) ? '2019' : '2021');
  return together(
    rows.map(({ key }) => {
      const total = `t3.${key}.total`;
      return identityOutcome(report, 'T3-ROW-TOTAL', rowTotal(key), total, () => ({ row: total }));
    }),
  );
}

export const TABLE_THREE_CHECKS: readonly Check[] = [
  {
    id: 'T3-BALANCE', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: balanceCheck,
    title: { zh: '收办不平衡', en: 'Column does not balance' },
    what: { zh: '每列：新收＋上年结转＝（七）总计＋结转下年度', en: 'each applicant column: received + carried in = processed + carried forward' },
    mend: { zh: '核对该列第一、二、四项和第（七）项总计。', en: 'Check items 1, 2, 4 and the total of outcomes in that column.' },
    sentences: {
      default: {
        zh: '表三“{column:column}”列：新收{received}＋上年结转{carriedIn}＝{left}，办理总计{processed}＋结转下年度{carriedForward}＝{right}，相差{difference}件。请核对第（七）项总计或第四项。',
        en: 'Table 3, {column:column}: received {received} + carried in {carriedIn} = {left}, processed {processed} + carried forward {carriedForward} = {right}; difference {difference}. Check the total of outcomes or item 4.',
      },
      blanks: {
        zh: '表三“{column:column}”列：新收＋上年结转已填{left}，办理总计＋结转下年度已填{right}，{blanks}格空白填任何件数都不能相等。请填全并核对这四项。',
        en: 'Table 3, {column:column}: received and carried in give {left}, processed and carried forward {right}; no count in the blank cells ({blanks}) makes them equal. Fill in and check these four rows.',
      },
    },
  },
  {
    id: 'T3-RESULT-SUM', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: resultSumCheck,
    title: { zh: '办理结果与总计不符', en: 'Outcomes do not add up' },
    what: { zh: '每列：（七）总计＝各项办理结果之和', en: 'each column: the total of outcomes is the sum of the result rows' },
    mend: { zh: '核对该列各项办理结果和第（七）项总计。', en: 'Check the result rows and their total in that column.' },
    sentences: {
      default: {
        zh: '表三“{column:column}”列：各项办理结果相加{left}，第（七）项总计填{right}，相差{difference}件。请核对该列各项办理结果和总计。',
        en: 'Table 3, {column:column}: the outcomes add up to {left}, their total says {right}; difference {difference}. Check the outcomes and the total of that column.',
      },
      blanks: {
        zh: '表三“{column:column}”列：各项办理结果已填之和{left}，第（七）项总计{right}，{blanks}格空白填任何件数都不能相等。请填全并核对。',
        en: 'Table 3, {column:column}: the outcomes filled in give {left}, their total {right}; no count in the blank cells ({blanks}) makes them equal. Fill in and check them.',
      },
    },
  },
  {
    id: 'T3-ROW-TOTAL', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: rowTotalCheck,
    title: { zh: '申请人与总计不符', en: 'Applicants do not add up' },
    what: { zh: '每行：总计＝六类申请人之和', en: 'each row: the total is the sum of the six applicant columns' },
    mend: { zh: '核对该行六类申请人和总计。', en: 'Check the six applicant columns and the total of that row.' },
    sentences: {
      default: {
        zh: '表三“{row:row}”行：六类申请人相加{left}，总计填{right}，相差{difference}件。请核对该行。',
        en: 'Table 3, {row:row}: the six applicant columns add up to {left}, the total says {right}; difference {difference}. Check that row.',
      },
      blanks: {
        zh: '表三“{row:row}”行：六类申请人已填之和{left}，总计{right}，{blanks}格空白填任何件数都不能相等。请填全并核对该行。',
        en: 'Table 3, {row:row}: the applicant columns filled in give {left}, the total {right}; no count in the blank cells ({blanks}) makes them equal. Fill in and check that row.',
      },
    },
  },
];
