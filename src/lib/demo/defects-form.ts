/** Planted: the form itself. */
import { add, must, set, value, type Defect } from './planted.ts';

const error = (check: string, figure?: string) => ({ check, level: 'error' as const, ...(figure ? { figure } : {}) });

/** A body that kept the trial form fills its columns: what it issued as 新制作 and 新公开, its stock as 对外公开总数量. */
function fillOldTableTwo(draft: Parameters<NonNullable<Defect['draft']>>[0]): void {
  const [issued, inForce] = [value(draft, 't2.normative_documents.issued'), value(draft, 't2.normative_documents.in_force')];
  Object.assign(draft.values, {
    't2.normative_documents.made': issued, 't2.normative_documents.newly_disclosed': issued, 't2.normative_documents.disclosed_total': inForce,
    't2.procurement.items': 2, 't2.procurement.amount': 86_400,
  });
  draft.form.editions.二 = '2019';
}

export const FORM_DEFECTS: readonly Defect[] = [
  {
    kind: 'section six left out', body: '133', year: 2021, what: '缺第六部分“其他需要报告的事项”', draft: (draft) => { draft.form.sectionsOmitted = [6]; },
    expected: [error('ST-SECTION-MISSING')],
  },
  {
    kind: 'section five left out', body: '211', year: 2022, what: '缺第五部分“存在的主要问题及改进情况”', draft: (draft) => { draft.form.sectionsOmitted = [5]; },
    expected: [error('ST-SECTION-MISSING')],
  },
  {
    kind: 'table four left out', body: '141', year: 2023, what: '有第四部分标题，没有表格', draft: (draft) => { draft.form.omitted = ['四']; },
    expected: [error('ST-TABLE-MISSING')],
  },
  {
    kind: 'old form', body: '206', year: 2021, what: '2021年度仍用2019年试行版的表二和表三',
    draft: (draft) => {
      fillOldTableTwo(draft);
      draft.form.editions.三 = '2019';
      for (const who of ['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total'])
        draft.values[`t3.other_handling_undivided.${who}`] = ['not_corrected', 'fee_unpaid', 'other'].reduce((sum, row) => sum + value(draft, `t3.other_handling.${row}.${who}`), 0);
    },
    expected: [error('ST-OLD-TEMPLATE'), { check: 'ST-OTHER-UNDIVIDED', level: 'query' }],
  },
  {
    kind: 'old table two alone', body: '132', year: 2022, what: '表二用旧版，表三用新版', draft: fillOldTableTwo, expected: [error('ST-OLD-TEMPLATE')],
  },
  {
    kind: 'other handling in one row', body: '129', year: 2021, what: '（六）其他处理只有一行，没有分项',
    draft: (draft) => {
      draft.form.editions.三 = '2019';
      for (const who of ['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total']) draft.values[`t3.other_handling_undivided.${who}`] = 0;
    },
    expected: [{ check: 'ST-OTHER-UNDIVIDED', level: 'query' }],
  },
  {
    kind: 'column misprinted', body: '105', year: 2023, what: '“本年废止件数”印成“本年度止件数”', draft: (draft) => { draft.form.labels['本年废止件数'] = '本年度止件数'; },
    expected: [{ check: 'ST-LABEL-DRIFT', level: 'note' }],
  },
  {
    kind: 'column misprinted', body: '139', year: 2021, what: '“现行有效件数”印成“先行有效件数”', style: 'html word', draft: (draft) => { draft.form.labels['现行有效件数'] = '先行有效件数'; },
    expected: [{ check: 'ST-LABEL-DRIFT', level: 'note' }],
  },
  {
    kind: 'row misprinted', body: '207', year: 2024, what: '“属于行政执法案卷”印成“属于行政执法案件”', style: 'html clean', draft: (draft) => { draft.form.labels['7.属于行政执法案卷'] = '7.属于行政执法案件'; },
    expected: [{ check: 'ST-LABEL-DRIFT', level: 'note' }],
  },
  {
    kind: 'row left out', body: '127', year: 2023, what: '表三少了“6.属于四类过程性信息”一行', style: 'html clean', draft: (draft) => {
      must(value(draft, 't3.refused.deliberative.total') === 0, 'the row is in use');
      draft.form.rowsOmitted = ['6.属于四类过程性信息'];
    },
    expected: [error('ST-ROW-MISSING')],
  },
  {
    kind: 'rules row left out', body: '203', year: 2024, what: '表二没有“规章”一行', style: 'text', draft: (draft) => { draft.form.rowsOmitted = ['规章']; },
    expected: [{ check: 'ST-ROW-MISSING', level: 'query' }],
  },
  {
    kind: 'form of a later year', body: '140', year: 2019, what: '2019年度用了2021年版的表二', style: 'html portal', draft: (draft) => {
      draft.form.editions.二 = '2021';
      Object.assign(draft.values, { 't2.normative_documents.issued': 0, 't2.normative_documents.repealed': 0, 't2.normative_documents.in_force': 1, 't2.fees.amount': 152.7 });
    },
    expected: [{ check: 'ST-EARLY-TEMPLATE', level: 'query' }],
  },
  {
    kind: 'rules claimed', body: '205', year: 2025, what: '镇政府把规范性文件填到“规章”行', draft: (draft) => {
      for (const column of ['issued', 'repealed', 'in_force']) {
        set(draft, `t2.rules.${column}`, value(draft, `t2.normative_documents.${column}`));
        set(draft, `t2.normative_documents.${column}`, 0);
      }
      must(value(draft, 't2.rules.issued') > 0, 'nothing was issued');
    },
    expected: [error('T2-RULE-POWER', 't2.rules.issued')],
  },
  {
    kind: 'nothing in force after issuing', body: '213', year: 2025, what: '本年制发1件，现行有效却填0', draft: (draft) => {
      must(value(draft, 't2.normative_documents.issued') > 0, 'nothing was issued');
      set(draft, 't2.normative_documents.in_force', 0);
    },
    expected: [{ check: 'T2-STOCK-ZERO', level: 'query', figure: 't2.normative_documents.in_force' }],
  },
  {
    kind: 'more repealed than there was', body: '118', year: 2024, what: '废止9件，超过上年末有效数加本年制发数', draft: (draft) => add(draft, 't2.normative_documents.repealed', 9),
    expected: [{ check: 'T2-REPEAL-CAP', level: 'query', figure: 't2.normative_documents.repealed' }],
  },
  {
    kind: 'fee in yuan', body: '140', year: 2024, what: '收费金额按“元”填写', draft: (draft) => set(draft, 't2.fees.amount', Math.round(value(draft, 't2.fees.amount') * 10_000)),
    expected: [{ check: 'T2-FEE-UNIT', level: 'query', figure: 't2.fees.amount' }],
  },
];

