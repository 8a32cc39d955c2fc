/** Checks of a report's prose beside last year's and beside other bodies' of the year. */
import type { ComparedSentence } from './prose-shingles.ts';
import type { TextNeighbours } from './compare-texts.ts';
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { Finding, Parameters, TextReport } from './finding.ts';
import { findingKey, found, judged, notApplicable, notEvaluated, passed } from './outcome.ts';
import { sectionText, sentencesOf } from './sentences.ts';

/** Near-identical to last year's, and to another body's; the same problems as last year. */
const LAST_YEAR = 0.8;
const ANOTHER = 0.85;
const PROBLEMS = 0.8;

/** In steps of five, so that a judgement stands while the county's wording is still being learned. */
const percent = (share: number): number => Math.floor(share * 20 + 1e-9) * 5;

/** One finding a check and report: its key does not hang on the sentence that is quoted. */
function copied(check: string, sentence: ComparedSentence | null, parameters: Parameters): Finding {
  return { ...found({ check, level: 'query', figures: [], parameters, ...(sentence && { quote: sentence.text, ...(sentence.at && { at: sentence.at }) }) }), key: findingKey(check, []) };
}

const hasProse = (report: TextReport): boolean => (sectionText(report, 1) ?? '') + (sectionText(report, 5) ?? '') !== '';

/**
 * XY-TEXT-DUP: sections 一 and 五 are written anew (30号: no 雷同). Shared runs of three characters, without the county's
 * wording, names, years and numbers: 80 % and more with last year's. Right: two thirds rewritten. Wrong: only the year changed.
 */
export function lastYearTextCheck(report: TextReport, { lastYear, enough }: TextNeighbours): Outcome {
  if (!hasProse(report)) return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  if (lastYear === null) return notEvaluated('no report of last year');
  if (!enough || lastYear.share === null) return notEvaluated('too little text');
  if (lastYear.share < LAST_YEAR) return passed;
  const root = copied('XY-TEXT-DUP', lastYear.sentence, { share: percent(lastYear.share), lastYear: report.year - 1 });
  return { ...judged([root]), folds: [{ root: root.key, keys: [findingKey('TXT-PROBLEM-REPEAT', [])] }] };
}

/** TXT-CROSS-DUP: not near-identical to another body's text of the year (30号): 85 % and more. Wrong: 桐木乡's text under 松岭乡's title. */
export function crossTextCheck(report: TextReport, { others, enough }: TextNeighbours): Outcome {
  if (!hasProse(report)) return notApplicable;
  if (!enough) return notEvaluated('too little text');
  const alike = others.filter(({ share }) => share !== null && share >= ANOTHER);
  const [first] = alike;
  if (!first) return passed;
  return judged([copied('TXT-CROSS-DUP', first.sentence, { bodies: alike.map(({ name }) => name).sort(), share: percent(first.share ?? 0) })]);
}

/** Words on what became of last year's problems. */
const DONE = /(?:上年|上一年|去年|往年|上年度|20\d\d\s?年度?)[^。；]{0,24}(?:问题|不足|整改|改进|提出)|(?:针对|对照|围绕)[^。；]{0,14}(?:问题|不足)[^。]{0,40}(?:已|完成|整改到位|落实|解决)|整改(?:完成|到位|落实)|(?:已|均已|已经)(?:整改|改进|解决|完成|落实)/u;

/** TXT-PROBLEM-REPEAT: section 五 names the same problems as last year and says what was done about them (条例 第五十条). Wrong: the same text, nothing done. */
export function repeatedProblemsCheck(report: TextReport, { lastYear }: TextNeighbours): Outcome {
  if ((sectionText(report, 5) ?? '') === '') return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  if (lastYear === null) return notEvaluated('no report of last year');
  if (lastYear.problems === null) return notEvaluated('too little text');
  if (lastYear.problems < PROBLEMS || sentencesOf(sectionText(report, 5) ?? '').some(({ text }) => DONE.test(text))) return passed;
  return judged([{ ...copied('TXT-PROBLEM-REPEAT', null, { share: percent(lastYear.problems), lastYear: report.year - 1 }), at: report.sections.find(({ number }) => number === 5)?.at }]);
}

export const TEXTS: readonly Check[] = [
  {
    id: 'XY-TEXT-DUP', version: 1, levels: ['query'], family: 'neighbour', among: 'texts', editions: BOTH_EDITIONS, basis: '30号', run: lastYearTextCheck,
    title: { zh: '正文与上年雷同', en: 'Text of last year' },
    what: { zh: '去掉法定用语、全县通用语、名称、年份和数字后，第一、五部分与上年重复不到80%', en: 'sections 1 and 5 near-identical to last year’s (80 % and more), after removing statutory and county boilerplate, names, years and digits' },
    mend: { zh: '按当年实际工作重写。', en: 'Write of the work of the year.' },
    sentences: { default: { zh: '第一、五部分与{lastYear}年度的年报重复{share}%以上，疑似沿用旧稿。请按当年实际重写。', en: 'Sections 1 and 5 share {share}% or more with the report of {lastYear}, perhaps an old draft. Write of the year.' } },
  },
  {
    id: 'TXT-PROBLEM-REPEAT', version: 1, levels: ['query'], family: 'neighbour', among: 'texts', editions: BOTH_EDITIONS, basis: '条50', run: repeatedProblemsCheck,
    title: { zh: '问题与上年相同', en: 'Problems repeated' }, what: { zh: '问题与上年相同的，写明上年问题的整改情况', en: 'same problems as last year, no word on what was done' },
    mend: { zh: '写明上年问题的整改结果和当年的问题。', en: 'State what was done about last year’s problems, and the problems of the year.' },
    sentences: { default: { zh: '第五部分与{lastYear}年度重复{share}%以上，没有写上年问题的整改情况。请补写。', en: 'Section 5 shares {share}% or more with {lastYear} and does not say what was done. Add it.' } },
  },
  {
    id: 'TXT-CROSS-DUP', version: 1, levels: ['query'], family: 'neighbour', among: 'texts', editions: BOTH_EDITIONS, basis: '30号', run: crossTextCheck,
    title: { zh: '与其他单位雷同', en: 'Copied from another body' },
    what: { zh: '去掉通用语后，第一、五部分与同年其他单位重复不到85%', en: 'near-identical to another body of the year (85 % and more), boilerplate removed' },
    mend: { zh: '核对是否照抄，写本单位情况。', en: 'Check whether it was copied; write of the body itself.' },
    sentences: { default: { zh: '第一、五部分与{bodies:listed}的年报重复{share}%以上，疑似照抄。请核对。', en: 'Sections 1 and 5 share {share}% or more with the report of {bodies:listed}. Perhaps copied; check it.' } },
  },
];
