/** Checks of table 四, 政府信息公开行政复议、行政诉讼情况. */
import { caseSum } from '../form/identities.ts';
import { CASE_GROUPS } from '../form/table-four.ts';
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport } from './finding.ts';
import { figureOf, found, hasTable, judged, notApplicable, passed, together } from './outcome.ts';
import { identityOutcome } from './table-three.ts';

/**
 * T4-SUM: each of the three groups, 总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结 (the form's totals).
 * Right: 13 2 4 0 19. Wrong: 13 2 4 0 15.
 */
export function caseSumCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '四')) return notApplicable;
  return together(
    CASE_GROUPS.map((group) => {
      const total = `t4.${group}.total`;
      return identityOutcome(report, 'T4-SUM', caseSum(group), total, () => ({ group: total }));
    }),
  );
}

/**
 * T4-TOTAL-EMPTY: the total of a group is 0 while its results are filled; it folds T4-SUM of that group and offers the
 * sum. Right: 1 0 0 0 1. Wrong: 1 0 0 0 0.
 */
export function caseTotalEmptyCheck(report: CheckedReport): Outcome {
  const sums = caseSumCheck(report);
  const roots = sums.findings.flatMap((sum) => {
    const total = sum.figures.at(-1) ?? '';
    if (sum.actual !== 0 || figureOf(report, total).value !== 0) return [];
    const { left = 0, case: blanks, group = '' } = sum.parameters;
    const parameters = { group, left, ...(blanks === undefined ? { correction: [`${total}=${left}`] } : { case: 'open' }) };
    return [{ sum, root: found({ check: 'T4-TOTAL-EMPTY', level: 'error', figures: [total], at: sum.at, parameters }) }];
  });
  if (roots.length > 0) return { ...judged(roots.map(({ root }) => root)), folds: roots.map(({ sum, root }) => ({ root: root.key, keys: [sum.key] })) };
  return sums.verdict === 'failed' ? passed : sums;
}

export const TABLE_FOUR_CHECKS: readonly Check[] = [
  {
    id: 'T4-SUM', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'form', run: caseSumCheck,
    title: { zh: '复议诉讼与总计不符', en: 'Cases do not add up' },
    what: { zh: '三组各自：总计＝维持＋纠正＋其他结果＋尚未审结', en: 'each of the three groups: the total is the sum of its four results' },
    mend: { zh: '核对该组四项结果和总计。', en: 'Check the four results and the total of that group.' },
    sentences: {
      default: {
        zh: '表四“{group:row}”：四项结果相加{left}，总计填{right}，相差{difference}件。请核对该组四项结果和总计。',
        en: 'Table 4, {group:row}: the four results add up to {left}, the total says {right}; difference {difference}. Check the results and the total of that group.',
      },
      blanks: {
        zh: '表四“{group:row}”：四项结果已填之和{left}，总计{right}，{blanks}格空白填任何件数都不能相等。请填全并核对该组。',
        en: 'Table 4, {group:row}: the results filled in give {left}, the total {right}; no count in the blank cells ({blanks}) makes them equal. Fill in and check that group.',
      },
    },
  },
  {
    id: 'T4-TOTAL-EMPTY', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: 'reports', run: caseTotalEmptyCheck,
    title: { zh: '复议诉讼总计未填', en: 'Total of cases empty' },
    what: { zh: '诊断：四项结果已填，总计为0', en: 'diagnosis: 总计 left 0 while results are filled' },
    mend: { zh: '按四项结果之和填写总计；没有案件的，删去误填的结果。', en: 'Fill in the total; where there was no case, remove the results entered by mistake.' },
    sentences: {
      default: { zh: '表四“{group:row}”：四项结果相加{left}，总计填0。{correction:corrected}，该组就相符；请核对后更正。', en: 'Table 4, {group:row}: the four results add up to {left}, the total says 0. With {correction:corrected} the group adds up; check and correct it.' },
      open: { zh: '表四“{group:row}”：四项结果已填之和{left}，总计填0，另有空白格。请填全并核对该组。', en: 'Table 4, {group:row}: the results filled in give {left}, the total says 0, and cells are blank. Fill in and check that group.' },
    },
  },
];
