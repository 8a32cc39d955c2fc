/**
 * Findings, checks and verdicts in words. A check's sentences are templates over the finding's named parameters:
 * `{name}` is the parameter itself, `{name:format}` the parameter worded by one of the formats below.
 */
import type { Edition } from '../form/edition.ts';
import { SECTION_HEADINGS } from '../form/sections.ts';
import { wordBasis } from './basis.ts';
import { catalogueEntry, isWritten } from './catalogue.ts';
import type { Language, Words } from './entry.ts';
import { cellLabel, columnLabel, figureLabel, lineLabel, rowLabel, tableLabel } from './figure-label.ts';
import type { Finding, Level, NotEvaluated, Parameters, Verdict } from './finding.ts';

type Parameter = Parameters[string];
type Format = (value: Parameter, language: Language, edition: Edition) => string;

/** More rows than these are not named: the page marks the cells. */
const NAMED_ROWS = 3;
/** The row of an id: all but its last part. */
const rowOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));

const listOf = (value: Parameter): string[] => (Array.isArray(value) ? value : [String(value)]);
const joined = (items: string[], language: Language): string => items.join(language === 'zh' ? '、' : ', ');
/** “id=value” as written by a check that names several cells with what they hold. */
const pair = (item: string): [string, string] => {
  const cut = item.indexOf('=');
  return [item.slice(0, cut), item.slice(cut + 1)];
};

/** Where a reading of who and when stands in the document. */
const SOURCES: Record<string, Words> = {
  title: { zh: '标题', en: 'the title says' }, signature: { zh: '落款', en: 'the signature says' }, 'file name': { zh: '文件名', en: 'the file’s name says' }, period: { zh: '统计期限', en: 'the period says' },
};

const FORMATS: Record<string, Format> = {
  /** A figure id: the whole cell, its printed row, its printed column. */
  cell: (value, language, edition) => figureLabel(String(value), language, edition),
  row: (value, language, edition) => rowLabel(String(value), language, edition),
  /** Figure ids: their printed rows, each quoted. */
  rows: (value, language, edition) => joined(listOf(value).map((id) => (language === 'zh' ? `“${rowLabel(id, language, edition)}”` : rowLabel(id, language, edition))), language),
  column: (value, language, edition) => columnLabel(String(value), language, edition),
  /** Figure ids of one table, by rows: a row with several of them by their number; the first few rows only. */
  cells: (value, language, edition) => {
    const rows = new Map<string, string[]>();
    for (const id of listOf(value)) rows.set(rowOf(id), [...(rows.get(rowOf(id)) ?? []), id]);
    const worded = [...rows.values()].slice(0, NAMED_ROWS).map(([first = '', ...others]) => {
      if (others.length === 0) return cellLabel(first, language, edition);
      return language === 'zh' ? `${lineLabel(first, language, edition)}${others.length + 1}格` : `${lineLabel(first, language, edition)} (${others.length + 1} cells)`;
    });
    return joined(worded, language) + (rows.size <= NAMED_ROWS ? '' : language === 'zh' ? '等' : ' and others');
  },
  /** 二, 三, 四 → 2, 3, 4 in English. */
  table: (value, language) => (language === 'zh' ? String(value) : tableLabel(String(value), language)),
  /** 1…6 → 第四部分“…”. */
  section: (value, language) => {
    const heading = SECTION_HEADINGS.find(({ number }) => number === value);
    if (!heading) return String(value);
    return language === 'zh' ? `第${heading.ordinal}部分“${heading.title}”` : `Section ${heading.number}, ${heading.gloss} (${heading.title})`;
  },
  /** 0…6 → 正文开头, 第三部分. */
  place: (value, language) => {
    const heading = SECTION_HEADINGS.find(({ number }) => number === value);
    if (!heading) return language === 'zh' ? '正文开头' : 'The opening';
    return language === 'zh' ? `第${heading.ordinal}部分` : `Section ${heading.number}`;
  },
  quoted: (value, language) => joined(listOf(value).map((item) => `“${item}”`), language),
  listed: (value, language) => joined(listOf(value), language),
  /** id=3 → “现行有效件数”3. */
  assigned: (value, language, edition) =>
    joined(listOf(value).map(pair).map(([id, number]) => (language === 'zh' ? `“${columnLabel(id, language, edition)}”${number}` : `${columnLabel(id, language, edition)} ${number}`)), language),
  /** id=5 → “（七）总计”行“自然人”改为5, by rows; the first few rows only. */
  corrected: (value, language, edition) => {
    const rows = new Map<string, string[]>();
    for (const [id, number] of listOf(value).map(pair)) {
      const line = lineLabel(id, language, edition);
      const column = columnLabel(id, language, edition);
      rows.set(line, [...(rows.get(line) ?? []), language === 'zh' ? `“${column}”改为${number}` : `${column} = ${number}`]);
    }
    const worded = [...rows].slice(0, NAMED_ROWS).map(([line, cells]) => (language === 'zh' ? line + cells.join('、') : `${line}: ${cells.join(', ')}`));
    return worded.join(language === 'zh' ? '，' : '; ') + (rows.size <= NAMED_ROWS ? '' : language === 'zh' ? `等${rows.size}行` : ` and others (${rows.size} rows)`);
  },
  /** id=last/now → “自然人”列上年结转1、本年填0. */
  compared: (value, language, edition) =>
    listOf(value).map(pair).map(([id, numbers]) => {
      const [last = '', now = ''] = numbers.split('/');
      const column = columnLabel(id, language, edition);
      return language === 'zh' ? `“${column}”列上年转出${last}件、本年填${now}件` : `${column}: ${last} carried forward, ${now} carried in`;
    }).join(language === 'zh' ? '，' : '; '),
  /** id=before/now → 表三…由12变为120. */
  changes: (value, language, edition) =>
    listOf(value).map(pair).map(([id, numbers]) => {
      const [before = '', now = ''] = numbers.split('/');
      return language === 'zh' ? `${figureLabel(id, language, edition)}由${before}变为${now}` : `${figureLabel(id, language, edition)} from ${before} to ${now}`;
    }).join(language === 'zh' ? '，' : '; '),
  /** id=before/done → “自然人”列上年结转2件、办理总计1件. */
  stale: (value, language, edition) =>
    listOf(value).map(pair).map(([id, numbers]) => {
      const [before = '', done = ''] = numbers.split('/');
      const column = columnLabel(id, language, edition);
      return language === 'zh' ? `“${column}”列上年结转${before}件、办理总计${done}件` : `${column}: ${before} carried in, ${done} processed`;
    }).join(language === 'zh' ? '，' : '; '),
  /** signature=… → 落款是“…”. */
  sources: (value, language) =>
    listOf(value).map(pair).map(([from, said]) => {
      const source = SOURCES[from]?.[language] ?? from;
      return language === 'zh' ? `${source}是“${said}”` : `${source} “${said}”`;
    }).join(language === 'zh' ? '、' : ', '),
  /** county=14 → 超县定时限14天. */
  overdue: (value, language) =>
    listOf(value).map(pair).map(([whose, days]) => {
      if (language === 'zh') return `超${whose === 'county' ? '县定' : '法定'}时限${days}天`;
      return `${days} days over the ${whose === 'county' ? 'county’s' : 'statutory'} date`;
    }).join(language === 'zh' ? '、' : ', '),
  /** 2025-01-31 → 2025年1月31日. */
  date: (value, language) => {
    const [year, month, day] = String(value).split('-').map(Number);
    return language === 'zh' && day !== undefined ? `${year}年${month}月${day}日` : String(value);
  },
};

/** The template filled, or null where a parameter or format is missing (a finding of another version of the check). */
export function fill(template: string, parameters: Parameters, language: Language, edition: Edition = '2021'): string | null {
  let complete = true;
  const text = template.replace(/\{(\w+)(?::(\w+))?\}/gu, (_, name: string, format: string | undefined) => {
    const value = parameters[name];
    const worded = format === undefined ? (value: Parameter) => joined(listOf(value), language) : FORMATS[format];
    if (value === undefined || worded === undefined) {
      complete = false;
      return '';
    }
    return worded(value, language, edition);
  });
  return complete ? text : null;
}

export interface WordingContext {
  /** Edition of the report: rows are named as it prints them. */
  edition?: Edition;
}

/**
 * The finding as a sentence: what, where, both sides, the difference, how to mend. Never throws: a finding that the
 * present catalogue cannot word (an older version's parameters) is named by its check's title.
 */
export function wordFinding(finding: Pick<Finding, 'check' | 'parameters'>, language: Language, context: WordingContext = {}): string {
  const entry = catalogueEntry(finding.check);
  if (!entry) return finding.check;
  const sentences = isWritten(entry) ? entry.sentences : {};
  const sentence = sentences[String(finding.parameters['case'] ?? 'default')];
  const text = sentence ? fill(sentence[language], finding.parameters, language, context.edition) : null;
  return text ?? `${entry.title[language]}${language === 'zh' ? '。' : '.'}`;
}

export interface WordedCheck {
  title: string;
  /** The rule. */
  what: string;
  /** How it is mended; '' for a check that is not yet written. */
  mend: string;
  /** Law, form or practice that it rests on. */
  source: string;
}

/** A check for lists and rule pages; an id without an entry stands for itself. */
export function wordCheck(id: string, language: Language): WordedCheck {
  const entry = catalogueEntry(id);
  if (!entry) return { title: id, what: '', mend: '', source: '' };
  return {
    title: entry.title[language], what: entry.what[language], mend: isWritten(entry) ? entry.mend[language] : '', source: wordBasis(entry.basis, language),
  };
}

const LEVEL_WORDS: Record<Level, Words> = {
  error: { zh: '差错', en: 'error' }, query: { zh: '疑点', en: 'query' }, note: { zh: '提示', en: 'note' },
};
export const wordLevel = (level: Level, language: Language): string => LEVEL_WORDS[level][language];

const VERDICT_WORDS: Record<Verdict, Words> = {
  passed: { zh: '通过', en: 'passed' }, failed: { zh: '未通过', en: 'failed' },
  'not evaluated': { zh: '未能核验', en: 'not evaluated' }, 'not applicable': { zh: '不适用', en: 'not applicable' },
};
const REASON_WORDS: Record<NotEvaluated, Words> = {
  'figures missing': { zh: '有关数据缺失或无法识读', en: 'figures are missing or unreadable' },
  'blanks could satisfy it': { zh: '有空白格，补填后可能成立', en: 'cells are blank and could satisfy it' },
  'passages left out': { zh: '文件有省略的段落', en: 'the document leaves passages out' },
  'no report of last year': { zh: '缺上年年报', en: 'no report of last year' },
  'no reports of the years before': { zh: '缺前几年年报', en: 'no reports of the years before' },
  'too few bodies': { zh: '可比单位太少', en: 'too few bodies to compare' },
  'no fee list': { zh: '名录中没有收费目录', en: 'the register has no fee list' },
  'no date': { zh: '日期不详', en: 'no date known' },
  'too little text': { zh: '去掉通用语后文字太少', en: 'too little of its own text' },
  'functions moved': { zh: '两年间有职能划转', en: 'functions moved between the years' },
  'year unknown': { zh: '报告年度未识别', en: 'report year unknown' },
  'no due date': { zh: '未设时限', en: 'no due date' },
  'not recognised': { zh: '未识别到有关文字', en: 'the words it needs were not recognised' },
  'no kind of body': { zh: '单位层级无法判断', en: 'level of the body unknown' },
};

/** 未能核验：缺上年年报. */
export function wordVerdict(verdict: Verdict, reason: NotEvaluated | undefined, language: Language): string {
  const why = reason === undefined ? '' : `${language === 'zh' ? '：' : ': '}${REASON_WORDS[reason][language]}`;
  return `${VERDICT_WORDS[verdict][language]}${why}`;
}
