/** Planted: tables 三 and 四, inside a report and from year to year. */
import { APPLICANTS } from '../form/table-three.ts';
import { add, addCase, filledColumn, filledRow, must, resultRows, set, value, type Defect, type Expected } from './planted.ts';

const at = (check: string, ...figures: string[]): Expected[] => figures.map((figure) => ({ check, level: 'error', figure }));
const ROWS = (draft: Parameters<typeof resultRows>[0]): string[] => ['received', 'carried_in', ...resultRows(draft), 'processed', 'carried_forward'];

export const CASE_DEFECTS: readonly Defect[] = [
  {
    kind: 'balance', body: '107', year: 2023, what: '自然人新收多填1件，第一项加第二项不等于第三项加第四项', draft: (draft) => addCase(draft, 'received', 'natural', 1),
    expected: at('T3-BALANCE', 't3.received.natural', 't3.received.total'),
  },
  {
    kind: 'results do not add up', body: '109', year: 2024, what: '“本机关不掌握”多填2件，各项办理结果相加不等于总计', draft: (draft) => addCase(draft, 'unavailable.not_held', 'natural', 2),
    expected: at('T3-RESULT-SUM', 't3.processed.natural', 't3.processed.total'),
  },
  {
    kind: 'row totals', body: '110', year: 2024, what: '两行的总计栏一多一少', draft: (draft) => {
      must(value(draft, 't3.granted.total') > 0, 'nothing granted');
      add(draft, 't3.granted.total', -1);
      add(draft, 't3.unavailable.not_held.total', 1);
    },
    expected: at('T3-ROW-TOTAL', 't3.granted.total', 't3.unavailable.not_held.total'),
  },
  {
    kind: 'cases do not add up', body: '002', year: 2024, what: '行政复议总计多填1件', draft: (draft) => add(draft, 't4.review.total', 1),
    expected: at('T4-SUM', 't4.review.total'),
  },
  {
    kind: 'total of cases left 0', body: '110', year: 2023, what: '行政复议有结果，总计填0', diagnosis: 'T4-TOTAL-EMPTY', draft: (draft) => {
      must(value(draft, 't4.review.total') > 0, 'no review');
      set(draft, 't4.review.total', 0);
    },
    expected: at('T4-SUM', 't4.review.total'),
  },
  {
    kind: 'carry-over lost', body: '104', year: 2025, what: '上年结转2件，本年只填1件，少的1件记入新收', draft: (draft) => {
      const who = filledColumn(draft, 'carried_in');
      addCase(draft, 'carried_in', who, -1);
      addCase(draft, 'received', who, 1);
    },
    expected: at('XY-CARRY', 't3.carried_in.total'),
  },
  {
    kind: 'carry-over forgotten', body: '137', year: 2023, what: '上年结转1件，本年上年结转填0', draft: (draft) => {
      const who = filledColumn(draft, 'carried_in');
      addCase(draft, 'carried_in', who, -1);
      addCase(draft, 'received', who, 1);
    },
    expected: at('XY-CARRY', 't3.carried_in.total'),
  },
  {
    kind: 'carried in from another applicant', body: '204', year: 2022, what: '上年结转的总数对，申请人类别与上年不同', draft: (draft) => {
      const who = filledColumn(draft, 'carried_in');
      const other = who === 'welfare' ? 'business' : 'welfare';
      const result = filledRow(draft, who);
      for (const row of ['carried_in', result, 'processed']) {
        add(draft, `t3.${row}.${who}`, -1);
        add(draft, `t3.${row}.${other}`, 1);
      }
    },
    expected: [{ check: 'XY-CARRY', level: 'query', figure: 't3.carried_in.welfare' }],
  },
  {
    kind: 'total row left 0', body: '117', year: 2024, what: '第（七）项总计整行填0', diagnosis: 'T3-TOTAL-ROW-EMPTY', draft: (draft) => {
      must(value(draft, 't3.processed.natural') > 0, 'nothing processed');
      for (const who of APPLICANTS) set(draft, `t3.processed.${who}`, 0);
    },
    expected: [...at('T3-BALANCE', 't3.processed.natural', 't3.processed.total'), ...at('T3-RESULT-SUM', 't3.processed.natural', 't3.processed.total')],
  },
  {
    kind: 'total column left 0', body: '105', year: 2024, what: '总计栏整列填0', diagnosis: 'T3-TOTAL-COLUMN-EMPTY', draft: (draft) => {
      for (const row of ROWS(draft)) set(draft, `t3.${row}.total`, 0);
    },
    expected: at('T3-ROW-TOTAL', 't3.received.total', 't3.processed.total'),
  },
  {
    kind: 'wrong applicant column', body: '209', year: 2023, what: '新收的数填到了“科研机构”栏，总计是对的', diagnosis: 'T3-TOTAL-MISPLACED', draft: (draft) => {
      const count = value(draft, 't3.received.natural');
      must(count > 0, 'nothing received');
      add(draft, 't3.received.natural', -count);
      add(draft, 't3.received.research', count);
    },
    expected: at('T3-BALANCE', 't3.received.natural', 't3.received.research'),
  },
  {
    kind: 'total one row low', body: '128', year: 2020, what: '新收的总计填到了下一行', diagnosis: 'T3-TOTAL-ROW-LOW', draft: (draft) => {
      must(value(draft, 't3.received.total') > 0 && value(draft, 't3.carried_in.total') === 0, 'no total to move');
      set(draft, 't3.carried_in.total', value(draft, 't3.received.total'));
      set(draft, 't3.received.total', 0);
    },
    expected: [...at('T3-ROW-TOTAL', 't3.received.total', 't3.carried_in.total'), ...at('XY-CARRY', 't3.carried_in.total')],
  },
  {
    kind: 'handled and carried over', body: '111', year: 2025, what: '同一件既计入办理结果又计入结转下年度', diagnosis: 'T3-HANDLED-AND-CARRIED', draft: (draft) => {
      const who = filledColumn(draft, 'carried_forward');
      addCase(draft, 'unavailable.must_be_created', who, 1);
      addCase(draft, 'processed', who, 1);
    },
    expected: at('T3-BALANCE', 't3.carried_forward.total'),
  },
  {
    kind: 'counted in two results', body: '109', year: 2022, what: '部分公开的又计入“保护第三方合法权益”', diagnosis: 'T3-DOUBLE-OUTCOME', draft: (draft) => {
      const who = filledColumn(draft, 'granted_in_part');
      addCase(draft, 'refused.third_party', who, value(draft, `t3.granted_in_part.${who}`));
    },
    expected: at('T3-RESULT-SUM', 't3.processed.total'),
  },
  {
    kind: 'stray number', body: '138', year: 2024, what: '全零表中总计行出现一个1', diagnosis: 'T3-STRAY', draft: (draft) => set(draft, 't3.processed.natural', 1),
    expected: [...at('T3-BALANCE', 't3.processed.natural'), ...at('T3-RESULT-SUM', 't3.processed.natural'), ...at('T3-ROW-TOTAL', 't3.processed.total')],
  },
  {
    kind: 'row one column off', body: '110', year: 2021, what: '“本机关不掌握”一行整体右移一格', diagnosis: 'T3-COL-SHIFT', draft: (draft) => {
      const row = APPLICANTS.map((who) => value(draft, `t3.unavailable.not_held.${who}`));
      must((row[0] ?? 0) > 0, 'the row is empty');
      APPLICANTS.forEach((who, index) => set(draft, `t3.unavailable.not_held.${who}`, row[index - 1] ?? 0));
    },
    expected: [...at('T3-ROW-TOTAL', 't3.unavailable.not_held.total'), ...at('T3-RESULT-SUM', 't3.processed.natural', 't3.processed.total')],
  },
  {
    kind: 'row copied from last year', body: '126', year: 2023, what: '新收一行照抄上年，其余各行为0', diagnosis: 'T3-ROW-COPIED', draft: (draft) => {
      must(value(draft, 't3.received.total') === 0 && value(draft, 't3.processed.total') === 0, 'the year is not empty');
      addCase(draft, 'received', 'natural', 1);
    },
    expected: at('T3-BALANCE', 't3.received.natural', 't3.received.total'),
  },
  {
    kind: 'cases without applications', body: '134', year: 2022, what: '三年没有申请，却有行政复议1件', draft: (draft) => {
      set(draft, 't4.review.upheld', 1);
      set(draft, 't4.review.total', 1);
    },
    expected: [{ check: 'T4-NO-SOURCE', level: 'query', figure: 't4.review.total' }],
  },
  {
    kind: 'all administrative cases counted', body: '108', year: 2025, what: '把全部行政复议、诉讼案件都填进表四', draft: (draft) => {
      set(draft, 't4.review.upheld', 11);
      set(draft, 't4.review.corrected', 2);
      set(draft, 't4.review.total', 13 + value(draft, 't4.review.other_result') + value(draft, 't4.review.pending'));
      set(draft, 't4.direct_litigation.upheld', 6);
      set(draft, 't4.direct_litigation.total', 6 + value(draft, 't4.direct_litigation.corrected') + value(draft, 't4.direct_litigation.other_result') + value(draft, 't4.direct_litigation.pending'));
    },
    expected: [{ check: 'T4-SCALE', level: 'query', figure: 't4.review.total' }],
  },
];
