/**
 * Table 二, 主动公开政府信息情况 (条例 第二十条). Wording verbatim from the annexes of 60号 and 30号.
 * A figure id follows from its printed row and column, never from an edition: 处理决定数量 and 本年处理决定数量
 * are the same column (statutory-report §1.3).
 */
import type { Edition } from './edition.ts';

export interface TableTwoColumn {
  key: string;
  label: string;
  gloss: string;
  unit: '件' | '万元' | '项' | '';
  kind: 'count' | 'signed count' | 'decimal';
}
export interface TableTwoRow {
  key: string;
  label: string;
  gloss: string;
}
export interface TableTwoBlock {
  /** 第二十条第（一）项 … : the paragraph of article 20 that the block reports on. */
  heading: string;
  article: string;
  columns: TableTwoColumn[];
  rows: TableTwoRow[];
}

const count = (key: string, label: string, gloss: string): TableTwoColumn => ({ key, label, gloss, unit: '件', kind: 'count' });
const items = (key: string, label: string, gloss: string): TableTwoColumn => ({ key, label, gloss, unit: '项', kind: 'count' });
const signed = (key: string, label: string, gloss: string): TableTwoColumn => ({ key, label, gloss, unit: '项', kind: 'signed count' });

const licensing = { key: 'licensing', label: '行政许可', gloss: 'Administrative licensing' };
const penalties = { key: 'penalties', label: '行政处罚', gloss: 'Administrative penalties' };
const compulsion = { key: 'compulsion', label: '行政强制', gloss: 'Administrative compulsion' };
const fees = { key: 'fees', label: '行政事业性收费', gloss: 'Administrative fees' };
const rules = { key: 'rules', label: '规章', gloss: 'Government rules' };

const previous = items('items_previous', '上一年项目数量', 'items in the previous year');
const change = signed('items_change', '本年增/减', 'change this year');
const decisions2019 = count('decisions', '处理决定数量', 'decisions');
const decisions2021 = count('decisions', '本年处理决定数量', 'decisions this year');

export const TABLE_TWO: Record<Edition, TableTwoBlock[]> = {
  '2019': [
    {
      heading: '第二十条第（一）项', article: '20(一)',
      columns: [
        count('made', '本年新制作数量', 'newly made this year'),
        count('newly_disclosed', '本年新公开数量', 'newly disclosed this year'),
        count('disclosed_total', '对外公开总数量', 'disclosed in total'),
      ],
      rows: [rules, { key: 'normative_documents', label: '规范性文件', gloss: 'Normative documents' }],
    },
    {
      heading: '第二十条第（五）项', article: '20(五)', columns: [previous, change, decisions2019],
      rows: [licensing, { key: 'other_services', label: '其他对外管理服务事项', gloss: 'Other external services' }],
    },
    { heading: '第二十条第（六）项', article: '20(六)', columns: [previous, change, decisions2019], rows: [penalties, compulsion] },
    { heading: '第二十条第（八）项', article: '20(八)', columns: [previous, change], rows: [fees] },
    {
      heading: '第二十条第（九）项', article: '20(九)',
      columns: [
        items('items', '采购项目数量', 'procurement items'),
        // The form prints no unit: real reports write 元, 万元 or nothing, so amounts are never compared.
        { key: 'amount', label: '采购总金额', gloss: 'procurement amount (no unit in the form)', unit: '', kind: 'decimal' },
      ],
      rows: [{ key: 'procurement', label: '政府集中采购', gloss: 'Centralised government procurement' }],
    },
  ],
  '2021': [
    {
      heading: '第二十条第（一）项', article: '20(一)',
      columns: [
        count('issued', '本年制发件数', 'issued this year'),
        count('repealed', '本年废止件数', 'repealed this year'),
        count('in_force', '现行有效件数', 'in force'),
      ],
      rows: [rules, { key: 'normative_documents', label: '行政规范性文件', gloss: 'Normative documents' }],
    },
    { heading: '第二十条第（五）项', article: '20(五)', columns: [decisions2021], rows: [licensing] },
    { heading: '第二十条第（六）项', article: '20(六)', columns: [decisions2021], rows: [penalties, compulsion] },
    {
      heading: '第二十条第（八）项', article: '20(八)',
      columns: [{ key: 'amount', label: '本年收费金额（单位：万元）', gloss: 'fees collected this year (10,000 yuan)', unit: '万元', kind: 'decimal' }],
      rows: [fees],
    },
  ],
};

/** The heading cell above the row labels of each block. */
export const TABLE_TWO_STUB = '信息内容';
