/** Table 四, 政府信息公开行政复议、行政诉讼情况: three groups of five, the same in both editions. */

export const CASE_GROUPS = ['review', 'direct_litigation', 'litigation_after_review'] as const;
export type CaseGroup = (typeof CASE_GROUPS)[number];

export const CASE_RESULTS = ['upheld', 'corrected', 'other_result', 'pending', 'total'] as const;
export type CaseResult = (typeof CASE_RESULTS)[number];

export const LITIGATION_HEADING = '行政诉讼';

export const CASE_GROUP_COLUMNS: readonly { key: CaseGroup; label: string; gloss: string; litigation: boolean }[] = [
  { key: 'review', label: '行政复议', gloss: 'Administrative review', litigation: false },
  { key: 'direct_litigation', label: '未经复议直接起诉', gloss: 'Litigation without prior review', litigation: true },
  { key: 'litigation_after_review', label: '复议后起诉', gloss: 'Litigation after review', litigation: true },
];

export const CASE_RESULT_COLUMNS: readonly { key: CaseResult; label: string; gloss: string }[] = [
  { key: 'upheld', label: '结果维持', gloss: 'Upheld' },
  { key: 'corrected', label: '结果纠正', gloss: 'Corrected' },
  { key: 'other_result', label: '其他结果', gloss: 'Other result' },
  { key: 'pending', label: '尚未审结', gloss: 'Pending' },
  { key: 'total', label: '总计', gloss: 'Total' },
];
