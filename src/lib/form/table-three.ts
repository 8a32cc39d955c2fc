/**
 * Table 三, 收到和处理政府信息公开申请情况: 25 rows × 7 applicant columns in the edition of 2021, 23 in that of 2019
 * (（六）其他处理 undivided). Wording verbatim from the annexes of 30号 and 60号.
 */
import type { Edition } from './edition.ts';

/** The applicant categories, in printed order; `total` is the column 总计. */
export const APPLICANTS = ['natural', 'business', 'research', 'welfare', 'legal_services', 'other', 'total'] as const;
export type Applicant = (typeof APPLICANTS)[number];

export interface ApplicantColumn {
  key: Applicant;
  label: string;
  gloss: string;
  /** Printed under the merged heading 法人或其他组织. */
  organisation: boolean;
}
export const APPLICANT_COLUMNS: readonly ApplicantColumn[] = [
  { key: 'natural', label: '自然人', gloss: 'Natural persons', organisation: false },
  { key: 'business', label: '商业企业', gloss: 'Businesses', organisation: true },
  { key: 'research', label: '科研机构', gloss: 'Research institutions', organisation: true },
  { key: 'welfare', label: '社会公益组织', gloss: 'Public-benefit organisations', organisation: true },
  { key: 'legal_services', label: '法律服务机构', gloss: 'Legal service providers', organisation: true },
  { key: 'other', label: '其他', gloss: 'Other organisations', organisation: true },
  { key: 'total', label: '总计', gloss: 'Total', organisation: false },
];
export const APPLICANT_HEADING = '申请人情况';
export const ORGANISATION_HEADING = '法人或其他组织';

/** Printed in the corner of table 三: the balance that each column must keep. */
export const TABLE_THREE_CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
export const OUTCOMES_HEADING = '三、本年度办理结果';

/** The six outcomes (办理结果), in printed order. */
export const OUTCOMES = ['granted', 'granted_in_part', 'refused', 'unavailable', 'not_processed', 'other_handling'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface TableThreeRow {
  /** First part of the figure ids: `t3.<key>.<applicant>`. */
  key: string;
  label: string;
  gloss: string;
  /** The group heading printed beside the row, where there is one. */
  group?: string;
  /** The outcome the row belongs to; absent for received, carried_in, processed, carried_forward. */
  outcome?: Outcome;
  editions: readonly Edition[];
  /** Article of the 条例 the row rests on. */
  article: string;
}

const BOTH: readonly Edition[] = ['2019', '2021'];
const REFUSED = '（三）不予公开';
const UNAVAILABLE = '（四）无法提供';
const NOT_PROCESSED = '（五）不予处理';
export const OTHER_HANDLING_LABEL = '（六）其他处理';

export const TABLE_THREE_ROWS: readonly TableThreeRow[] = [
  { key: 'received', label: '一、本年新收政府信息公开申请数量', gloss: 'Applications received this year', editions: BOTH, article: '29, 31' },
  { key: 'carried_in', label: '二、上年结转政府信息公开申请数量', gloss: 'Carried over from the previous year', editions: BOTH, article: '33' },
  { key: 'granted', label: '（一）予以公开', gloss: 'Granted', outcome: 'granted', editions: BOTH, article: '36(一)(二)' },
  { key: 'granted_in_part', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', gloss: 'Granted in part', outcome: 'granted_in_part', editions: BOTH, article: '37' },
  { key: 'refused.state_secret', group: REFUSED, label: '1.属于国家秘密', gloss: 'State secret', outcome: 'refused', editions: BOTH, article: '14' },
  { key: 'refused.barred_by_law', group: REFUSED, label: '2.其他法律行政法规禁止公开', gloss: 'Barred by other law', outcome: 'refused', editions: BOTH, article: '14' },
  { key: 'refused.security_stability', group: REFUSED, label: '3.危及“三安全一稳定”', gloss: 'Endangers security or stability', outcome: 'refused', editions: BOTH, article: '14' },
  { key: 'refused.third_party', group: REFUSED, label: '4.保护第三方合法权益', gloss: 'Rights of third parties', outcome: 'refused', editions: BOTH, article: '15, 32' },
  { key: 'refused.internal_affairs', group: REFUSED, label: '5.属于三类内部事务信息', gloss: 'Internal affairs', outcome: 'refused', editions: BOTH, article: '16(一)' },
  { key: 'refused.deliberative', group: REFUSED, label: '6.属于四类过程性信息', gloss: 'Deliberative information', outcome: 'refused', editions: BOTH, article: '16(二)' },
  { key: 'refused.enforcement_files', group: REFUSED, label: '7.属于行政执法案卷', gloss: 'Enforcement files', outcome: 'refused', editions: BOTH, article: '16(二)' },
  { key: 'refused.administrative_query', group: REFUSED, label: '8.属于行政查询事项', gloss: 'Administrative queries', outcome: 'refused', editions: BOTH, article: '36(七)' },
  { key: 'unavailable.not_held', group: UNAVAILABLE, label: '1.本机关不掌握相关政府信息', gloss: 'Not held', outcome: 'unavailable', editions: BOTH, article: '36(四)(五)' },
  { key: 'unavailable.must_be_created', group: UNAVAILABLE, label: '2.没有现成信息需要另行制作', gloss: 'Would have to be created', outcome: 'unavailable', editions: BOTH, article: '38' },
  { key: 'unavailable.still_unclear', group: UNAVAILABLE, label: '3.补正后申请内容仍不明确', gloss: 'Still unclear after correction', outcome: 'unavailable', editions: BOTH, article: '30' },
  { key: 'not_processed.petition', group: NOT_PROCESSED, label: '1.信访举报投诉类申请', gloss: 'Petition or complaint', outcome: 'not_processed', editions: BOTH, article: '39' },
  { key: 'not_processed.repeated', group: NOT_PROCESSED, label: '2.重复申请', gloss: 'Repeated application', outcome: 'not_processed', editions: BOTH, article: '36(六)' },
  { key: 'not_processed.publication', group: NOT_PROCESSED, label: '3.要求提供公开出版物', gloss: 'Asks for a publication', outcome: 'not_processed', editions: BOTH, article: '39' },
  { key: 'not_processed.excessive', group: NOT_PROCESSED, label: '4.无正当理由大量反复申请', gloss: 'Excessive without reason', outcome: 'not_processed', editions: BOTH, article: '35' },
  { key: 'not_processed.reissue', group: NOT_PROCESSED, label: '5.要求行政机关确认或重新出具已获取信息', gloss: 'Asks to confirm or reissue', outcome: 'not_processed', editions: BOTH, article: '' },
  { key: 'other_handling.not_corrected', group: OTHER_HANDLING_LABEL, label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', gloss: 'Not corrected in time', outcome: 'other_handling', editions: ['2021'], article: '30' },
  { key: 'other_handling.fee_unpaid', group: OTHER_HANDLING_LABEL, label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', gloss: 'Fee not paid in time', outcome: 'other_handling', editions: ['2021'], article: '42' },
  { key: 'other_handling.other', group: OTHER_HANDLING_LABEL, label: '3.其他', gloss: 'Other', outcome: 'other_handling', editions: ['2021'], article: '' },
  { key: 'other_handling_undivided', label: OTHER_HANDLING_LABEL, gloss: 'Other handling (undivided)', outcome: 'other_handling', editions: ['2019'], article: '' },
  { key: 'processed', label: '（七）总计', gloss: 'Processed in total', editions: BOTH, article: '' },
  { key: 'carried_forward', label: '四、结转下年度继续办理', gloss: 'Carried forward', editions: BOTH, article: '33' },
];

export function tableThreeRows(edition: Edition): readonly TableThreeRow[] {
  return TABLE_THREE_ROWS.filter((row) => row.editions.includes(edition));
}
