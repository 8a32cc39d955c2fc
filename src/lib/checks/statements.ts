/** Checks of what the report says of itself: its title, period, parts, and the documents it cites. */
import { BOTH_EDITIONS, ONLY_2021, type Check, type Outcome } from './entry.ts';
import type { CheckedReport } from './finding.ts';
import { yearFinding } from './identity.ts';
import { found, judged, notApplicable, notEvaluated, passed } from './outcome.ts';
import { NUMBER, numberOf, sentencesIn } from './sentences.ts';

const isNoReport = (report: CheckedReport): boolean => report.title === null && report.sections.length === 0 && report.tables.length === 0;

/**
 * ST-SECTION-ORDER: the headings found stand in the order 一…六 (30号). Right: 1 2 3 4 5 6. Wrong: 1 2 3 4 6 5. The printed
 * ordinals themselves are not compared: inner numbering often repeats them.
 */
export function sectionOrder(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  const order = report.sections.map(({ number }) => number);
  if (order.length < 2) return notEvaluated('not recognised');
  const wrong = report.sections.find(({ number }, index) => (order[index - 1] ?? 0) > number);
  if (!wrong) return passed;
  return judged([found({ check: 'ST-SECTION-ORDER', level: 'query', figures: [], at: wrong.at, parameters: { order: order.map((number) => '一二三四五六'.charAt(number - 1)) } })]);
}

const PARTS = new RegExp(`(?:本报告|报告|全文|内容)[^。；]{0,120}?(?:由|分为|共分|分|包括|共)[^。；]{0,120}?(${NUMBER})\\s?个?(?:大)?部分`, 'u');

/** ST-COUNT-CLAIM: “由N个部分组成” and N is 6 (30号). Right: 六个部分. Wrong: 本报告由总体情况……等七个部分组成. */
export function countClaim(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  if (report.opening === null) return notEvaluated('not recognised');
  for (const { text, at } of sentencesIn(report, [0, 1])) {
    const count = numberOf(PARTS.exec(text)?.[1] ?? '');
    if (count !== null && count !== 6) return judged([found({ check: 'ST-COUNT-CLAIM', level: 'note', figures: [], quote: text, at, parameters: { count } })]);
  }
  return passed;
}

const BODY_BEFORE_YEAR = /^[^\d二]*[\u4e00-\u9fff]{2,}.*?(?:20\d\d|二[〇○零Oo])/u;
const BODY_AFTER_YEAR = /(?:20\d\d|二[〇○零Oo].{2})年度?[\u4e00-\u9fff]{2,}?(?:政府|政务)信息公开/u;
const TITLE_YEAR = /(20\d\d)\s*年/u;

/**
 * ST-TITLE: the title has the body's full name, the year, and 政府信息公开工作年度报告 (practice); an error only where its
 * year is another than the report year. Right: 青禾县民政局2024年政府信息公开工作年度报告. Wrong: 政府信息公开年报.
 */
export function titleCheck(report: CheckedReport): Outcome {
  const { title, year } = report;
  if (isNoReport(report)) return notApplicable;
  if (title === null) return notEvaluated('not recognised');
  const printed = TITLE_YEAR.exec(title)?.[1];
  if (printed !== undefined && year !== null && Number(printed) !== year)
    return judged([found({ check: 'ST-TITLE', level: 'error', figures: [], quote: title, parameters: { case: 'year', printed: Number(printed), year } }, 'year')]);
  const bare = title.replace(/\s/gu, '');
  const missing: string[] = [];
  if (!BODY_BEFORE_YEAR.test(bare) && !BODY_AFTER_YEAR.test(bare)) missing.push('单位全称');
  if (printed === undefined && !/二[〇○零Oo].{2}年/u.test(bare)) missing.push('年度');
  if (!/政府信息公开工作年度报告/u.test(bare)) missing.push('“政府信息公开工作年度报告”字样');
  return judged(missing.length === 0 ? [] : [found({ check: 'ST-TITLE', level: 'note', figures: [], quote: title, parameters: { missing } }, 'words')]);
}

/**
 * ST-PERIOD: two full dates stated as the period are 1 January and 31 December of the report year; incomplete dates are
 * not evaluated. Right: 2024年1月1日至2024年12月31日. Wrong: 2024年9月1日至2024年12月31日.
 */
export function periodCheck(report: CheckedReport): Outcome {
  const { period, year } = report;
  if (isNoReport(report)) return notApplicable;
  if (year === null) return notEvaluated('year unknown');
  if (period === null) return notEvaluated('not recognised');
  if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return passed;
  const [, month = '', day = ''] = period.to.split('-').map(Number).map(String);
  const sentence = sentencesIn(report).find(({ text }) => new RegExp(`${month}\\s*月\\s*${day}\\s*日`, 'u').test(text));
  const finding = found({ check: 'ST-PERIOD', level: 'error', figures: [], quote: sentence?.text, at: sentence?.at, parameters: { from: period.from, to: period.to, year } });
  // Where only the period speaks of another year, that is the same mistake.
  const years = yearFinding({ ...report, evidence: { ...report.evidence, year: report.evidence.year.filter(({ from }) => from !== 'period') } });
  const same = years === null ? yearFinding(report) : null;
  return { ...judged([finding]), folds: same ? [{ root: finding.key, keys: [same.key] }] : [] };
}

const OLD = /2019\s?[〕\]］)）]?\s?60\s?号|(?:国务院令|国令)?第?\s?492\s?号/u;
const NEW = /2021\s?[〕\]］)）]?\s?30\s?号/u;

/**
 * ST-OLD-CITATION: from report year 2021 on the form is cited from 国办公开办函〔2021〕30号, not only from 60号 of 2019 or
 * the regulation of 2007 (国令492号). Right: 〔2021〕30号, or nothing cited. Wrong: 根据国办公开办函〔2019〕60号编制.
 */
export function oldCitation(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  const sentences = sentencesIn(report);
  const old = sentences.find(({ text }) => OLD.test(text));
  if (!old || sentences.some(({ text }) => NEW.test(text))) return passed;
  return judged([found({ check: 'ST-OLD-CITATION', level: 'note', figures: [], quote: old.text, at: old.at, parameters: { cited: OLD.exec(old.text)?.[0].includes('492') ? '国令第492号' : '国办公开办函〔2019〕60号' } })]);
}

export const STATEMENTS: readonly Check[] = [
  {
    id: 'ST-SECTION-ORDER', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: sectionOrder,
    title: { zh: '部分顺序不对', en: 'Sections out of order' },
    what: { zh: '各部分标题按一至六的顺序排列', en: 'the headings found stand in the order 一…六' },
    mend: { zh: '按统一格式的顺序排列六个部分。', en: 'Put the six sections in the order of the form.' },
    sentences: { default: { zh: '各部分的顺序是{order:listed}。请按统一格式的一至六排列，或说明原因。', en: 'The sections stand in the order {order:listed}. Put them in the order of the form, or explain.' } },
  },
  {
    id: 'ST-COUNT-CLAIM', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: countClaim,
    title: { zh: '自述部分数不对', en: 'Number of sections misstated' },
    what: { zh: '开头说“由N个部分组成”的，N应为六', en: 'where the text says 由N个部分组成, N is 6' },
    mend: { zh: '改成六个部分。', en: 'Say six.' },
    sentences: { default: { zh: '正文说报告共{count}个部分，统一格式为六个部分。请改文字。', en: 'The text speaks of {count} sections; the form has six. Correct the wording.' } },
  },
  {
    id: 'ST-TITLE', version: 1, levels: ['note', 'error'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: titleCheck,
    title: { zh: '标题不规范', en: 'Title incomplete' },
    what: { zh: '标题写单位全称、年度和“政府信息公开工作年度报告”；标题年度与报告年度不同为差错', en: 'the title has the full name, the year and 政府信息公开工作年度报告; error only where its year is another than the report year' },
    mend: { zh: '按“单位全称＋年度＋政府信息公开工作年度报告”改标题。', en: 'Write: full name, year, 政府信息公开工作年度报告.' },
    sentences: {
      default: { zh: '标题缺{missing:listed}。规范写法是“单位全称＋年度＋政府信息公开工作年度报告”。', en: 'The title lacks: {missing:listed}. The usual form is full name, year, 政府信息公开工作年度报告.' },
      year: { zh: '标题写的是{printed}年，本报告是{year}年度。请改标题。', en: 'The title says {printed}; the report is of {year}. Correct the title.' },
    },
  },
  {
    id: 'ST-PERIOD', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: periodCheck,
    title: { zh: '统计期限不对', en: 'Period wrong' },
    what: { zh: '写明的起止日期应为报告年度1月1日至12月31日；日期不全不核', en: 'two full dates stated as the period are 1 January and 31 December of the report year; incomplete dates are not evaluated' },
    mend: { zh: '改为报告年度1月1日至12月31日，数据不是全年的一并重新统计。', en: 'State the whole year; where the figures are not of the whole year, count again.' },
    sentences: { default: { zh: '统计期限写成{from:date}至{to:date}，应为{year}年1月1日至12月31日。请改正；数据不是全年的，请重新统计。', en: 'The period is stated as {from:date} to {to:date}; it is 1 January to 31 December {year}. Correct it, and count again where the figures are not of the whole year.' } },
  },
  {
    id: 'ST-OLD-CITATION', version: 1, levels: ['note'], family: 'report', editions: ONLY_2021, basis: '30号', run: oldCitation,
    title: { zh: '引用旧文件', en: 'Old document cited' },
    what: { zh: '2021年度起，现行格式文件是国办公开办函〔2021〕30号，不应只引用60号文或国令492号', en: 'report year 2021 or later: not only 60号 or 国令492号 is cited' },
    mend: { zh: '改引国办公开办函〔2021〕30号。', en: 'Cite 国办公开办函〔2021〕30号.' },
    sentences: { default: { zh: '正文引用的是{cited}，现行格式文件是国办公开办函〔2021〕30号。请改。', en: 'The text cites {cited}; the form in force is 国办公开办函〔2021〕30号. Correct it.' } },
  },
];
