/** Planted: what is lawful and only looks wrong. None of it may give an error. */
import { append, must, reword, value, write, type Oddity } from './planted.ts';
import { LAWFUL_HEADINGS } from './print-document.ts';

const halfWidth = (text: string): string => text.replaceAll('（', '(').replaceAll('）', ') ').replaceAll('，', ',').replace(/^(\d)\./, '$1. ');

export const ODDITIES: readonly Oddity[] = [
  {
    kind: 'carried-in cases within 受理', body: '102', year: 2022, what: '“受理6件”是新收4件加上年结转2件', looksLike: 'NARR-R1',
    text: (text, draft) => {
      const [received, carriedIn] = [value(draft, 't3.received.total'), value(draft, 't3.carried_in.total')];
      must(carriedIn > 0, 'nothing carried in');
      const paragraph = /(（二）依申请公开[。：]|二是依申请公开方面。).*?办结\d+件[^。]*。/;
      reword(text, 1, paragraph, `$1全年共受理政府信息公开申请${received + carriedIn}件（含上年结转${carriedIn}件），均已答复。`);
    },
  },
  {
    kind: 'expired without repeal', body: '127', year: 2023, what: '现行有效件数减少1件是到期失效，不计废止', looksLike: 'XY-VALID',
    text: (text, draft) => {
      must(value(draft, 't2.normative_documents.repealed') === 0, 'something was repealed');
      append(text, 6, '另有1件行政规范性文件有效期届满自然失效，未计入废止件数。');
    },
  },
  {
    kind: 'decoy numbering', body: '104', year: 2021, what: '第一部分内部也用“一、二、三、”编号', looksLike: 'ST-SECTION-ORDER', style: 'html clean',
    text: (text) => {
      append(text, 1, '一、主动公开政府信息情况。户籍、交管、出入境三个栏目每月更新。');
      append(text, 1, '二、收到和处理政府信息公开申请情况。由法制部门统一登记、统一答复。');
      append(text, 1, '三、存在的问题。个别派出所公示栏更新不及时，已在年内整改。');
    },
  },
  { kind: 'fewer items than before', body: '103', year: 2019, what: '2019年版“本年增/减”为负数', looksLike: 'CELL-NEGATIVE', draft: (draft) => must(value(draft, 't2.penalties.items_change') < 0, 'no negative change') },
  {
    kind: 'signed increase', body: '108', year: 2020, what: '2019年版“本年增/减”带正号', looksLike: 'CELL-TEXT', style: 'text', draft: (draft) => {
      must(value(draft, 't2.penalties.items_change') > 0, 'no increase');
      draft.cells['t2.penalties.items_change'] = `+${value(draft, 't2.penalties.items_change')}`;
    },
  },
  {
    kind: 'note in a cell', body: '002', year: 2021, what: '现行有效件数带说明“（含自然失效3件）”', looksLike: 'CELL-TEXT', style: 'html word',
    draft: (draft) => { draft.cells['t2.normative_documents.in_force'] = `${value(draft, 't2.normative_documents.in_force')}（含自然失效3件）`; },
  },
  { kind: 'renamed', body: '127', year: 2021, what: '年中由县扶贫开发办公室更名为县乡村振兴局，是同一单位', looksLike: 'ID-BODY' },
  { kind: 'old name in the text', body: '127', year: 2022, what: '正文提到更名前的名称', looksLike: 'ID-BODY', text: (text) => append(text, 1, '我局（原青禾县扶贫开发办公室）沿用的公开栏目已全部更名。') },
  { kind: 'merged', body: '143', year: 2023, what: '上年结转2件等于两个前身单位结转数之和', looksLike: 'XY-CARRY', draft: (draft) => must(value(draft, 't3.carried_in.total') === 2, 'the predecessors left nothing') },
  { kind: 'divided, larger part', body: '144', year: 2024, what: '分设后接办原单位3件结转中的2件', looksLike: 'XY-CARRY', draft: (draft) => must(value(draft, 't3.carried_in.total') === 2, 'nothing came over') },
  { kind: 'divided, smaller part', body: '145', year: 2024, what: '分设后接办原单位3件结转中的1件', looksLike: 'XY-CARRY', draft: (draft) => must(value(draft, 't3.carried_in.total') === 1, 'nothing came over') },
  { kind: 'functions received', body: '126', year: 2022, what: '随职能划入1件在办申请，上年结转与本单位上年结转数不同', looksLike: 'XY-CARRY', draft: (draft) => must(value(draft, 't3.carried_in.total') === 1, 'nothing came over') },
  { kind: 'functions given', body: '121', year: 2022, what: '随职能划出1件在办申请', looksLike: 'XY-CARRY', draft: (draft) => must(value(draft, 't3.carried_in.total') === 1, 'nothing was kept') },
  {
    kind: 'amount with its unit', body: '107', year: 2019, what: '采购总金额带“元”（格式未规定单位）', looksLike: 'CELL-TEXT', style: 'html clean',
    draft: (draft) => { draft.cells['t2.procurement.amount'] = `${value(draft, 't2.procurement.amount')}元`; },
  },
  {
    kind: 'half-width punctuation', body: '108', year: 2022, what: '表内标签用半角括号和空格', looksLike: 'ST-LABEL-DRIFT', style: 'text',
    draft: (draft) => {
      for (const label of ['（一）予以公开', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '（三）不予公开', '（七）总计', '1.属于国家秘密', '2.重复申请', '第二十条第（一）项']) draft.form.labels[label] = halfWidth(label);
    },
  },
  {
    kind: 'labels broken by blanks', body: '205', year: 2022, what: '表头文字中间有空格', looksLike: 'ST-LABEL-DRIFT', style: 'text',
    draft: (draft) => Object.assign(draft.form.labels, { 商业企业: '商业 企业', 社会公益组织: '社会 公益 组织', 结果维持: '结果 维持', 尚未审结: '尚未 审结', 本年废止件数: '本年 废止件数' }),
  },
  { kind: 'other lawful headings', body: '105', year: 2021, what: '各部分标题用格式正文中的另一种表述', looksLike: 'ST-SECTION-MISSING', draft: (draft) => { draft.form.headings = [...LAWFUL_HEADINGS]; } },
  { kind: 'other lawful headings', body: '112', year: 2022, what: '第四、五部分标题用另一种表述', looksLike: 'ST-SECTION-MISSING', style: 'docx', draft: (draft) => { draft.form.headings = draft.form.headings.map((heading, index) => (index === 3 || index === 4 ? LAWFUL_HEADINGS[index] ?? heading : heading)); } },
  {
    kind: 'short name of itself', body: '103', year: 2021, what: '正文自称“县科工局”', looksLike: 'ID-BODY',
    text: (text) => append(text, 1, '县科工局全年在县政府门户网站发布惠企信息41条。'),
  },
  { kind: 'nothing at all', body: '142', year: 2020, what: '全年没有任何业务，各格均为0', looksLike: 'CELL-BLANK', draft: (draft) => must(Object.entries(draft.values).every(([id, count]) => count === 0 || !id.startsWith('t3.')), 'there were applications') },
  { kind: 'row of the province', body: '124', year: 2019, what: '表二多出“其他主动公开文件”一行', looksLike: 'ST-ROW-EXTRA', style: 'html clean', draft: (draft) => { draft.form.extraRows = [{ after: '规范性文件', cells: ['其他主动公开文件', '37', '37', '412'] }]; } },
  {
    kind: 'small fee for copies', body: '301', year: 2022, what: '信息处理费400元，即0.04万元', looksLike: 'T2-FEE-UNIT', style: 'html clean',
    draft: (draft) => must(value(draft, 't2.fees.amount') === 0.04, 'no fee'),
    text: (text) => write(text, 6, ['依据《政府信息公开信息处理费管理办法》，本年度收取信息处理费400元，已全额缴入国库。']),
  },
  {
    kind: 'last year beside this one', body: '107', year: 2021, what: '正文同时写上年数', looksLike: 'NARR-R1',
    text: (text, draft) => append(text, 3, `收到申请${value(draft, 't3.received.total')}件，上年为2件，增加${value(draft, 't3.received.total') - 2}件。`),
  },
  { kind: 'documents marked on request', body: '121', year: 2023, what: '“依申请公开信息数”是公文属性，不是申请数', looksLike: 'NARR-R1', text: (text) => append(text, 1, '全年形成公文962件，其中主动公开318件，依申请公开信息数354条，不予公开290件。') },
  {
    kind: 'only carried-in cases', body: '123', year: 2024, what: '本年没有新收，办结的是上年结转', looksLike: 'NARR-NONE',
    draft: (draft) => must(value(draft, 't3.received.total') === 0 && value(draft, 't3.carried_in.total') === 1, 'the year is another'),
  },
  { kind: 'published by another', body: '208', year: 2022, what: '网页发布机构是县政府办公室', looksLike: 'ID-BODY', style: 'html portal' },
  {
    kind: 'in the form of a letter', body: '115', year: 2022, what: '正文前有发文字号和主送机关', looksLike: 'ST-TITLE', style: 'text',
    text: (text) => { text.lead.splice(1, 0, '青招函〔2023〕2号', '县政府办公室：'); text.signature = ['青禾县招商局', '2023年1月11日', '抄送：县档案馆。']; },
  },
  { kind: 'old encoding', body: '205', year: 2020, what: 'GB18030编码的文本', looksLike: 'TXT-TRUNCATED', style: 'text gb18030' },
  { kind: 'fees without a processing fee', body: '109', year: 2023, what: '表二有收费金额，第六部分说未收取信息处理费', looksLike: 'T2-FEE-SILENT', text: (text) => write(text, 6, ['本年度未收取信息处理费。表二所列收费为不动产登记费等行政事业性收费。']) },
];
