/**
 * The statutory form as the annexes print it, written down once more and on purpose: what the makers draw must not come
 * from the tables by which the documents are read. A test compares the ids with the contract (figures.csv).
 */
export type Edition = '2019' | '2021';
export type TableName = '二' | '三' | '四';

export interface DrawnCell {
  text: string;
  colspan: number;
  rowspan: number;
  /** Id of the figure that the cell prints; headings have none. */
  figure?: string;
}
export interface DrawnTable {
  name: TableName;
  /** Width in grid columns. */
  columns: number;
  rows: DrawnCell[][];
}

const TWO: Record<Edition, [heading: string, columns: [string, string][], rows: [string, string][]][]> = {
  '2019': [
    ['第二十条第（一）项', [['made', '本年新制作数量'], ['newly_disclosed', '本年新公开数量'], ['disclosed_total', '对外公开总数量']], [['rules', '规章'], ['normative_documents', '规范性文件']]],
    ['第二十条第（五）项', [['items_previous', '上一年项目数量'], ['items_change', '本年增/减'], ['decisions', '处理决定数量']], [['licensing', '行政许可'], ['other_services', '其他对外管理服务事项']]],
    ['第二十条第（六）项', [['items_previous', '上一年项目数量'], ['items_change', '本年增/减'], ['decisions', '处理决定数量']], [['penalties', '行政处罚'], ['compulsion', '行政强制']]],
    ['第二十条第（八）项', [['items_previous', '上一年项目数量'], ['items_change', '本年增/减']], [['fees', '行政事业性收费']]],
    ['第二十条第（九）项', [['items', '采购项目数量'], ['amount', '采购总金额']], [['procurement', '政府集中采购']]],
  ],
  '2021': [
    ['第二十条第（一）项', [['issued', '本年制发件数'], ['repealed', '本年废止件数'], ['in_force', '现行有效件数']], [['rules', '规章'], ['normative_documents', '行政规范性文件']]],
    ['第二十条第（五）项', [['decisions', '本年处理决定数量']], [['licensing', '行政许可']]],
    ['第二十条第（六）项', [['decisions', '本年处理决定数量']], [['penalties', '行政处罚'], ['compulsion', '行政强制']]],
    ['第二十条第（八）项', [['amount', '本年收费金额（单位：万元）']], [['fees', '行政事业性收费']]],
  ],
};

export const APPLICANTS = ['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total'] as const;
const ORGANISATIONS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

type Group = [heading: string, rows: [key: string, label: string][]];
const REFUSED: Group = ['（三）不予公开', [
  ['refused.state_secret', '1.属于国家秘密'], ['refused.barred_by_law', '2.其他法律行政法规禁止公开'], ['refused.security_stability', '3.危及“三安全一稳定”'],
  ['refused.third_party', '4.保护第三方合法权益'], ['refused.internal_affairs', '5.属于三类内部事务信息'], ['refused.deliberative', '6.属于四类过程性信息'],
  ['refused.enforcement_files', '7.属于行政执法案卷'], ['refused.administrative_query', '8.属于行政查询事项'],
]];
const UNAVAILABLE: Group = ['（四）无法提供', [
  ['unavailable.not_held', '1.本机关不掌握相关政府信息'], ['unavailable.must_be_created', '2.没有现成信息需要另行制作'], ['unavailable.still_unclear', '3.补正后申请内容仍不明确'],
]];
const NOT_PROCESSED: Group = ['（五）不予处理', [
  ['not_processed.petition', '1.信访举报投诉类申请'], ['not_processed.repeated', '2.重复申请'], ['not_processed.publication', '3.要求提供公开出版物'],
  ['not_processed.excessive', '4.无正当理由大量反复申请'], ['not_processed.reissue', '5.要求行政机关确认或重新出具已获取信息'],
]];
const OTHER_HANDLING: Group = ['（六）其他处理', [
  ['other_handling.not_corrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['other_handling.fee_unpaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'], ['other_handling.other', '3.其他'],
]];
const ALONE = '';
const results = (edition: Edition): Group[] => [
  [ALONE, [['granted', '（一）予以公开'], ['granted_in_part', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）']]],
  REFUSED, UNAVAILABLE, NOT_PROCESSED,
  edition === '2019' ? [ALONE, [['other_handling_undivided', '（六）其他处理']]] : OTHER_HANDLING,
];
/** Keys of the result rows of table 三. */
export const resultRows = (edition: Edition): string[] => results(edition).flatMap(([, rows]) => rows.map(([key]) => key));

export const CASE_GROUPS = ['review', 'direct_litigation', 'litigation_after_review'] as const;
export const CASE_RESULTS = ['upheld', 'corrected', 'other_result', 'pending', 'total'] as const;
const CASE_LABELS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

const head = (text: string, colspan = 1, rowspan = 1): DrawnCell => ({ text, colspan, rowspan });

function drawTwo(edition: Edition, cell: (figure: string, colspan?: number) => DrawnCell): DrawnTable {
  const rows = TWO[edition].flatMap(([heading, columns, labels]): DrawnCell[][] => {
    const span = (index: number): number => (index === columns.length - 1 ? 4 - columns.length : 1);
    return [
      [head(heading, 4)],
      [head('信息内容'), ...columns.map(([, label], index) => head(label, span(index)))],
      ...labels.map(([key, label]) => [head(label), ...columns.map(([column], index) => cell(`t2.${key}.${column}`, span(index)))]),
    ];
  });
  return { name: '二', columns: 4, rows };
}

function drawThree(edition: Edition, cell: (figure: string) => DrawnCell): DrawnTable {
  const line = (key: string): DrawnCell[] => APPLICANTS.map((applicant) => cell(`t3.${key}.${applicant}`));
  const groups = results(edition);
  const inside = groups.reduce((sum, [, rows]) => sum + rows.length, 1);
  const outcome = groups.flatMap(([heading, rows]): DrawnCell[][] => rows.map(([key, label], index) =>
    (heading === ALONE ? [head(label, 2), ...line(key)] : [...(index === 0 ? [head(heading, 1, rows.length)] : []), head(label), ...line(key)])));
  outcome.push([head('（七）总计', 2), ...line('processed')]);
  outcome[0]!.unshift(head('三、本年度办理结果', 1, inside));
  return {
    name: '三', columns: 10,
    rows: [
      [head('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), head('申请人情况', 7)],
      [head('自然人', 1, 2), head('法人或其他组织', 5), head('总计', 1, 2)],
      ORGANISATIONS.map((label) => head(label)),
      [head('一、本年新收政府信息公开申请数量', 3), ...line('received')],
      [head('二、上年结转政府信息公开申请数量', 3), ...line('carried_in')],
      ...outcome,
      [head('四、结转下年度继续办理', 3), ...line('carried_forward')],
    ],
  };
}

function drawFour(cell: (figure: string) => DrawnCell): DrawnTable {
  const five = (rowspan: number): DrawnCell[] => CASE_LABELS.map((label) => head(label, 1, rowspan));
  return {
    name: '四', columns: 15,
    rows: [
      [head('行政复议', 5), head('行政诉讼', 10)],
      [...five(2), head('未经复议直接起诉', 5), head('复议后起诉', 5)],
      [...five(1), ...five(1)],
      CASE_GROUPS.flatMap((group) => CASE_RESULTS.map((result) => cell(`t4.${group}.${result}`))),
    ],
  };
}

/** The three tables with what each figure's cell prints. */
export function drawTables(edition: Edition, printed: ReadonlyMap<string, string>): DrawnTable[] {
  const cell = (figure: string, colspan = 1): DrawnCell => ({ text: printed.get(figure) ?? '', colspan, rowspan: 1, figure });
  return [drawTwo(edition, cell), drawThree(edition, cell), drawFour(cell)];
}

/** All figure ids of the edition, in printed order. */
export function figureIds(edition: Edition): string[] {
  return drawTables(edition, new Map()).flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ figure }) => figure ?? [])));
}

export const SECTIONS: readonly [ordinal: string, title: string, table?: TableName][] = [
  ['一', '总体情况'], ['二', '主动公开政府信息情况', '二'], ['三', '收到和处理政府信息公开申请情况', '三'],
  ['四', '政府信息公开行政复议、行政诉讼情况', '四'], ['五', '存在的主要问题及改进情况'], ['六', '其他需要报告的事项'],
];
