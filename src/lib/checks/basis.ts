/** The basis of a check written out: checks.csv gives it in short. */
import type { Language, Words } from './entry.ts';

const REGULATION = '《中华人民共和国政府信息公开条例》';
const ARTICLES: Record<string, string> = { '14': '十四', '15': '十五', '33': '三十三', '42': '四十二', '49': '四十九', '50': '五十' };

const DOCUMENTS: Record<string, Words> = {
  '30号': { zh: '国办公开办函〔2021〕30号统一格式', en: 'the form of 国办公开办函〔2021〕30号' },
  '60号': { zh: '国办公开办函〔2019〕60号格式（试行）', en: 'the trial form of 国办公开办函〔2019〕60号' },
  '109号': { zh: '国办函〔2020〕109号信息处理费管理办法', en: 'rules on the information processing fee, 国办函〔2020〕109号' },
  '201号': { zh: '国办公开办函〔2016〕201号', en: '国办公开办函〔2016〕201号' },
  form: { zh: '统一格式表格的填法和勾稽关系', en: 'the statutory form and its identities' },
  reports: { zh: '公开年报中常见的错法', en: 'mistakes often seen in published reports' },
  'quoted sentence': { zh: '正文原句与表格相互印证', en: 'the quoted sentence against the tables' },
  立法法93: { zh: '《中华人民共和国立法法》第九十三条', en: 'Legislation Law (立法法), article 93' },
  复议法23: { zh: '《中华人民共和国行政复议法》第二十三条', en: 'Administrative Review Law (行政复议法), article 23' },
};
const PRACTICE: Words = { zh: '审核惯例', en: 'practice of review' };

/** The basis in words, e.g. “条50; 30号” → 《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号统一格式. */
export function wordBasis(basis: string, language: Language): string {
  if (basis === '') return PRACTICE[language];
  const worded = basis.split(/;\s*/u).map((part) => {
    const article = /^条(\d+)(?:\((.)\))?$/u.exec(part);
    if (!article) return DOCUMENTS[part]?.[language] ?? part;
    const [, number = '', paragraph] = article;
    if (language === 'zh') return `${REGULATION}第${ARTICLES[number] ?? number}条${paragraph ? `第（${paragraph}）项` : ''}`;
    return `Regulation on Government Information Disclosure (条例), article ${number}${paragraph ? ` (${paragraph})` : ''}`;
  });
  return worded.join(language === 'zh' ? '；' : '; ');
}
