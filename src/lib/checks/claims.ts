/**
 * Counts that sentences state, by what they count. A sentence that can be read in two ways states nothing: traps are
 * documents marked 依申请公开, last year's number beside this year's, counts of another body, messages and hotline calls.
 */
import { oncePerReport } from './once-per-report.ts';
import { NUMBER, numberOf, sentencesIn, type Sentence } from './sentences.ts';

export type Claimed =
  | 'received' | 'accepted' | 'none received' | 'carried in' | 'processed' | 'handled' | 'carried forward' | 'all processed'
  | 'review' | 'litigation' | 'documents issued' | 'documents repealed' | 'documents in force' | 'rules' | 'licences' | 'penalties';

export interface Claim {
  what: Claimed;
  count: number;
  sentence: Sentence;
  /** The words that state it. */
  words: string;
}

const UNIT = '\\s?(?:件次|件|宗|起|份|项|条|次)';
const COUNT = `\\s?(${NUMBER})${UNIT}`;
/** Words between a verb and what it counts: no clause's end, no other number. */
const WITHIN = (most: number): string => `[^，,。；;：:\\d]{0,${most}}?`;

interface Pattern {
  what: Claimed;
  pattern: RegExp;
  /** Whether the sentence must be about applications for information. */
  application?: true;
}
const global = (source: string): RegExp => new RegExp(source, 'gu');
const RECEIVING = '(?:新收|收到|收办|接收|接到|收悉)';

const PATTERNS: readonly Pattern[] = [
  { what: 'received', application: true, pattern: global(`(?<![未没无不])(?:没有)?${RECEIVING}${WITHIN(34)}申请${WITHIN(8)}${COUNT}`) },
  { what: 'received', application: true, pattern: global(`(?<![未没无不])${RECEIVING}(?:的)?${COUNT}${WITHIN(14)}申请`) },
  { what: 'accepted', application: true, pattern: global(`受理${WITHIN(24)}申请${WITHIN(8)}${COUNT}`) },
  { what: 'accepted', application: true, pattern: global(`受理${COUNT}${WITHIN(14)}申请`) },
  { what: 'carried in', application: true, pattern: global(`上年度?结转${WITHIN(20)}${COUNT}`) },
  { what: 'processed', application: true, pattern: global(`(?:办结|办理完成|答复)(?:了)?${WITHIN(20)}${COUNT}`) },
  { what: 'handled', application: true, pattern: global(`(?<!后续|继续)(?:共|全年)?办理${WITHIN(20)}${COUNT}`) },
  { what: 'carried forward', application: true, pattern: global(`结转(?:至|到)?(?:下一?年度?|次年|20\\d\\d年度?)(?:继续办理)?${WITHIN(8)}${COUNT}`) },
  { what: 'carried forward', application: true, pattern: global(`(${NUMBER})${UNIT}${WITHIN(4)}结转(?:至|到)?(?:下一?年|次年|20\\d\\d年)`) },
  { what: 'documents issued', pattern: global(`(?:制发|制定|出台|印发)(?:的|了)?(?:行政)?规范性文件${WITHIN(4)}${COUNT}`) },
  { what: 'documents issued', pattern: global(`(?:制发|制定|出台)(?:了)?${COUNT}(?:行政)?规范性文件`) },
  { what: 'documents repealed', pattern: global(`废止(?:的|了)?(?:行政)?规范性文件${WITHIN(4)}${COUNT}`) },
  { what: 'documents in force', pattern: global(`现行有效(?:的)?(?:行政)?规范性文件${WITHIN(4)}${COUNT}`) },
  { what: 'rules', pattern: global(`(?:制定|制发|出台)(?:的|了)?(?:政府)?规章(?!制度)(?:文件)?${WITHIN(4)}${COUNT}`) },
  { what: 'licences', pattern: global(`作出(?:的)?行政许可(?:决定)?${WITHIN(4)}${COUNT}`) },
  { what: 'penalties', pattern: global(`作出(?:的)?行政处罚(?:决定)?${WITHIN(4)}${COUNT}`) },
];

/** Another year's or part of a year's number; a comparison. */
const OTHER_TIME = /上年度?(?!结转)|去年|前年|同期|同比|较.{0,6}年|季度|上半年|下半年|历年|累计|以来/u;
/** What else is applied for, received or concluded. */
const OTHER_THING = /复议|诉讼|许可|登记|审批|备案|补贴|救助|资质|信访|投诉|举报|建议|提案|留言|咨询|热线|来电|公文|信息数|公开信息/u;
/** Part of the applications. */
const PART = /其中|自然人|法人|企业|网络|信函|当面|邮寄|传真|邮件|现场|线上|线下|窗口|部门|乡镇/u;
/** A named body inside a report of a whole area. */
const NAMED_BODY = /(?:办公室|办公厅|局|委员会|镇|乡|街道)(?:全年|共|本年度|累计)?(?:新收|收到|受理|办理|办结|收办|接收)/u;
const ABOUT_APPLICATIONS = /信息公开申请|依申请公开|公开申请|政务公开申请|收到申请|书面申请|网上申请/u;

/** The clause around a match: what a comma, semicolon or colon parts. */
function clauseAround(text: string, start: number, end: number): string {
  const before = Math.max(text.slice(0, start).search(/[^，,。；;：:]*$/u), 0);
  const after = /^[^，,。；;：:]*/u.exec(text.slice(end))?.[0].length ?? 0;
  return text.slice(before, end + after);
}

/** A sentence of another year says so at its head: 2023年，我局收到…. */
function ofAnotherYear(text: string, year: number | null): boolean {
  const years = [...text.matchAll(/(20\d\d)\s*年/gu)].map(([, found]) => Number(found));
  return year !== null && years.length > 0 && years.every((found) => found !== year && found !== year + 1);
}

function isAboutApplications({ text, section }: Sentence, context: string): boolean {
  return section === 3 || ABOUT_APPLICATIONS.test(text) || (/申请/u.test(text) && /依申请公开/u.test(context));
}

const CASES = /行政复议|行政诉讼|复议|诉讼/u;
const REVIEW = global(`(?:行政)?复议(?:案件)?${WITHIN(6)}${COUNT}`);
const LITIGATION = global(`(?:行政)?诉讼(?:案件)?${WITHIN(6)}${COUNT}`);
const NO_CASES = /(?:未发生|没有发生|未出现|未有|没有|未被|无|不存在)[^。；]{0,40}?(?:复议|诉讼)/u;

/** Counts of review and litigation: in section 四, or where the sentence says that they are about information. */
function caseClaims(sentence: Sentence): Claim[] {
  const { text, section } = sentence;
  if (!CASES.test(text) || (section !== 4 && !/信息公开/u.test(text)) || OTHER_TIME.test(text) || /相关案件|应诉工作/u.test(text)) return [];
  const claims: Claim[] = [];
  for (const [what, pattern] of [['review', REVIEW], ['litigation', LITIGATION]] as const) {
    const found = [...text.matchAll(pattern)].filter(({ 0: words }) => !/^(?:行政)?复议(?:案件)?后|[、和或及]/u.test(words));
    for (const match of found) claims.push({ what, count: numberOf(match[1] ?? '') ?? 0, sentence, words: match[0] });
  }
  if (claims.length > 0) return claims;
  const none = NO_CASES.exec(text)?.[0];
  if (none === undefined || /\d/u.test(text.replace(/20\d\d\s*年/gu, ''))) return [];
  const rest = text.slice(text.indexOf(none));
  return (['review', 'litigation'] as const).filter((what) => (what === 'review' ? /复议/u : /诉讼/u).test(rest)).map((what) => ({ what, count: 0, sentence, words: rest }));
}

const NONE_RECEIVED = /(?:未|没有|未曾|尚未)(?:收到|接到|接收到|受理|收悉)([^，。；]{0,40}?)(?:申请|依申请公开)/u;
const ALL_PROCESSED = /(?:全部|均已?|都已?)(?:按[期时]|依法|在法定期限内)?(?:予以)?办结|办结率(?:为|达到?)?\s?100\s?[%％]/u;

/** All claims of the report's prose. */
export const claimsOf = oncePerReport((report): readonly Claim[] =>
  sentencesIn(report).filter(({ section }) => section > 0).flatMap((sentence) => {
    const { text } = sentence;
    if (ofAnotherYear(text, report.year)) return [];
    const claims = caseClaims(sentence);
    const applications = isAboutApplications(sentence, sentence.context);
    const none = NONE_RECEIVED.exec(text);
    if (none && !/复议|诉讼/u.test(none[0]) && !(PART.test(none[1] ?? '') && !/公民/u.test(none[1] ?? '')) && !OTHER_TIME.test(clauseAround(text, none.index, none.index + none[0].length)) && !NAMED_BODY.test(text))
      if (applications || /公开/u.test(none[0])) claims.push({ what: 'none received', count: 0, sentence, words: none[0] });
    const all = ALL_PROCESSED.exec(text);
    if (all && applications && !OTHER_THING.test(clauseAround(text, all.index, all.index + all[0].length)) && !PART.test(clauseAround(text, all.index, all.index + all[0].length)) && !/上年度?结转[^，。；]*办结/u.test(text))
      claims.push({ what: 'all processed', count: 0, sentence, words: all[0] });
    for (const { what, pattern, application } of PATTERNS) {
      if (application && !applications) continue;
      for (const match of text.matchAll(pattern)) {
        const clause = clauseAround(text, match.index, match.index + match[0].length);
        const parts = application && (PART.test(match[0].replace(/公民、法人[^，。；\d]*组织/u, '').replace(/通过[^，。；\d]*提交的?/u, '')) || /其中[^，。；]*$/u.test(text.slice(0, match.index)));
        if (OTHER_TIME.test(clause) || parts || (application && OTHER_THING.test(clause.replace(/政府信息公开/gu, ''))) || (report.scope === 'rollup' && NAMED_BODY.test(clause))) continue;
        const count = numberOf(match[1] ?? '');
        if (count !== null) claims.push({ what, count, sentence, words: match[0] });
      }
    }
    return claims;
  }));
