/** Planted: what stands in a cell. */
import { APPLICANTS } from '../form/table-three.ts';
import { CASE_GROUPS, CASE_RESULTS } from '../form/table-four.ts';
import { must, value, type Defect } from './planted.ts';

const TABLE_FOUR = CASE_GROUPS.flatMap((group) => CASE_RESULTS.map((result) => `t4.${group}.${result}`));
const printAll = (figures: string[], text: string): Pick<Defect, 'draft'> => ({
  draft: (draft) => {
    for (const figure of figures) {
      must(value(draft, figure) === 0, `${figure} has a number`);
      draft.cells[figure] = text;
    }
  },
});
const print = (figure: string, text: string | ((value: number) => string)): Pick<Defect, 'draft'> => ({
  draft: (draft) => { draft.cells[figure] = typeof text === 'string' ? text : text(value(draft, figure)); },
});

export const CELL_DEFECTS: readonly Defect[] = [
  {
    kind: 'table four blank', body: '125', year: 2020, what: '表四15格全空', style: 'html clean', ...printAll(TABLE_FOUR, ''),
    expected: [{ check: 'CELL-BLANK', level: 'query', figure: 't4.review.total' }],
  },
  {
    kind: 'rows blank', body: '212', year: 2023, what: '表三“其他处理”三行未填', style: 'html word',
    ...printAll(['not_corrected', 'fee_unpaid', 'other'].flatMap((row) => APPLICANTS.map((who) => `t3.other_handling.${row}.${who}`)), ''),
    expected: [{ check: 'CELL-BLANK', level: 'query', figure: 't3.other_handling.other.total' }],
  },
  {
    kind: 'blank in Word', body: '133', year: 2023, what: '表四未填（Word文档）', style: 'docx', ...printAll(TABLE_FOUR, ''),
    expected: [{ check: 'CELL-BLANK', level: 'query', figure: 't4.direct_litigation.total' }],
  },
  {
    kind: 'slashes', body: '136', year: 2022, what: '表四填“/”', style: 'html portal', ...printAll(TABLE_FOUR, '/'),
    expected: [{ check: 'CELL-SLASH', level: 'query', figure: 't4.review.upheld' }],
  },
  {
    kind: 'slashes for rules', body: '142', year: 2023, what: '规章一行填“/”', style: 'html clean', ...printAll(['t2.rules.issued', 't2.rules.repealed', 't2.rules.in_force'], '/'),
    expected: [{ check: 'CELL-SLASH', level: 'note', figure: 't2.rules.issued' }],
  },
  {
    kind: 'none in words', body: '210', year: 2024, what: '行政许可、处罚、强制填“无”', style: 'text', ...printAll(['t2.licensing.decisions', 't2.penalties.decisions', 't2.compulsion.decisions'], '无'),
    expected: [{ check: 'CELL-SLASH', level: 'query', figure: 't2.penalties.decisions' }],
  },
  {
    kind: 'words for a number', body: '131', year: 2022, what: '现行有效件数填“详见附件”', style: 'html clean', ...print('t2.normative_documents.in_force', '详见附件'),
    expected: [{ check: 'CELL-TEXT', level: 'error', figure: 't2.normative_documents.in_force' }],
  },
  {
    kind: 'words for a number', body: '134', year: 2021, what: '行政许可填“正在统计”（Excel表格）', style: 'xlsx', ...print('t2.licensing.decisions', '正在统计'),
    expected: [{ check: 'CELL-TEXT', level: 'error', figure: 't2.licensing.decisions' }],
  },
  {
    kind: 'half a decision', body: '108', year: 2024, what: '行政许可件数带小数', ...print('t2.licensing.decisions', (count) => `${count}.5`),
    expected: [{ check: 'CELL-NONINT', level: 'error', figure: 't2.licensing.decisions' }],
  },
  {
    kind: 'negative count', body: '134', year: 2023, what: '行政许可件数为负数', style: 'text sheet', ...print('t2.licensing.decisions', '-3'),
    expected: [{ check: 'CELL-NEGATIVE', level: 'error', figure: 't2.licensing.decisions' }],
  },
  {
    kind: 'unit in a count', body: '123', year: 2024, what: '行政处罚件数带“件”字', style: 'html clean', ...print('t2.penalties.decisions', (count) => `${count}件`),
    expected: [{ check: 'CELL-UNIT', level: 'note', figure: 't2.penalties.decisions' }],
  },
  {
    kind: 'full-width digits', body: '120', year: 2024, what: '现行有效件数用全角数字', style: 'html clean', ...print('t2.normative_documents.in_force', (count) => String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
    expected: [{ check: 'CELL-CONFUSABLE', level: 'query', figure: 't2.normative_documents.in_force' }],
  },
  {
    kind: 'comma groups', body: '111', year: 2021, what: '行政许可件数带千分位逗号', style: 'html portal', ...print('t2.licensing.decisions', (count) => String(count).replace(/(\d)(\d{3})$/, '$1,$2')),
    expected: [{ check: 'CELL-CONFUSABLE', level: 'query', figure: 't2.licensing.decisions' }],
  },
];
