/** The six sections of the report, the same in both editions (条例 第五十条; annexes of 60号 and 30号). */

export interface SectionHeading {
  /** 1…6. */
  number: number;
  /** 一…六. */
  ordinal: string;
  title: string;
  gloss: string;
}

export const SECTION_HEADINGS: readonly SectionHeading[] = [
  { number: 1, ordinal: '一', title: '总体情况', gloss: 'Overview' },
  { number: 2, ordinal: '二', title: '主动公开政府信息情况', gloss: 'Proactive disclosure' },
  { number: 3, ordinal: '三', title: '收到和处理政府信息公开申请情况', gloss: 'Applications received and handled' },
  { number: 4, ordinal: '四', title: '政府信息公开行政复议、行政诉讼情况', gloss: 'Administrative review and litigation' },
  { number: 5, ordinal: '五', title: '存在的主要问题及改进情况', gloss: 'Main problems and improvement' },
  { number: 6, ordinal: '六', title: '其他需要报告的事项', gloss: 'Other matters to report' },
];
