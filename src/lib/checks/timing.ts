/** Checks of when a report is due, received and published. Lateness is a state, not an error: it has two dates. */
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Situation } from './finding.ts';
import { findingKey, found, judged, notApplicable, notEvaluated, passed } from './outcome.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Days from one YYYY-MM-DD to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/**
 * TIME-MISSING: a report that must be filed, whose date is over, was not received (条例 第四十九条). The statutory date
 * decides; after the county's own date alone the filing is late, not unlawful. Where the law names no date (townships,
 * subdistricts) the county's date decides. Right: due 31 January, received. Wrong: 1 February, nothing received.
 */
export function missingCheck(situation: Situation): Outcome {
  if (!situation.mustFile) return notApplicable;
  if (situation.received) return passed;
  const due = situation.statutoryDueOn ?? situation.countyDueOn;
  if (due === null) return notEvaluated('no due date');
  if (situation.today <= due) return passed;
  const { body, year, today } = situation;
  return judged([
    found({
      check: 'TIME-MISSING', level: 'error', figures: [],
      parameters: { case: situation.statutoryDueOn === null ? 'county' : 'statutory', body, year, due, today, days: daysBetween(due, today) },
    }, `${body} ${year}`),
  ]);
}

/**
 * TIME-LATE: received by the county's date and published by the statutory one (条例 第四十九条); each day over is counted against both
 * dates. Right: due 20 January, received on the 20th. Wrong: received on 3 February, 14 days over the county's date, 3 over the law's.
 */
export function lateCheck({ body, year, mustFile, received, receivedOn, publishedOn, countyDueOn, statutoryDueOn }: Situation): Outcome {
  if (!mustFile || !received) return notApplicable;
  if (countyDueOn === null && statutoryDueOn === null) return notEvaluated('no due date');
  const days = ([['received', receivedOn], ['published', publishedOn]] as const).flatMap(([what, day]) => (day === null ? [] : [{ what, day }]));
  if (days.length === 0) return notEvaluated('no date');
  return judged(days.flatMap(({ what, day }) => {
    // Publication has only the date of the law.
    const dates = [...(what === 'received' ? [['county', countyDueOn] as const] : []), ['statutory', statutoryDueOn] as const];
    const over = dates.flatMap(([whose, due]) => (due !== null && day > due ? [`${whose}=${daysBetween(due, day)}`] : []));
    return over.length === 0 ? [] : [found({ check: 'TIME-LATE', level: 'note', figures: [], parameters: { case: what, body, year, day, over } }, `${body} ${year} ${what}`)];
  }));
}

/** TIME-NODATE: once the date is over, the day of publication of a report that was received is known. */
export function noDateCheck({ body, year, mustFile, received, publishedOn, countyDueOn, statutoryDueOn, today }: Situation): Outcome {
  if (!mustFile || !received) return notApplicable;
  if (publishedOn !== null) return passed;
  const due = statutoryDueOn ?? countyDueOn;
  if (due === null) return notEvaluated('no due date');
  return judged(today <= due ? [] : [found({ check: 'TIME-NODATE', level: 'note', figures: [], parameters: { body, year } }, `${body} ${year}`)]);
}

/**
 * TIME-EARLY: the date under the report or of its publication is after the report year. It folds the note that the year
 * of the signature is not the one that follows. Right: 2024, dated 2025-01-15. Wrong: 2024, dated 2024-12-20.
 */
export function earlyCheck(report: CheckedReport): Outcome {
  const { year, dated } = report;
  if (report.title === null && report.sections.length === 0 && report.tables.length === 0) return notApplicable;
  if (year === null) return notEvaluated('year unknown');
  if (dated === null) return notEvaluated('not recognised');
  if (dated > `${year}-12-31`) return passed;
  const root = found({ check: 'TIME-EARLY', level: 'query', figures: [], parameters: { year, dated } });
  return { ...judged([root]), folds: [{ root: root.key, keys: [findingKey('TXT-SIGNATURE', [], undefined, 'year')] }] };
}

export const TIMING: readonly Check[] = [
  {
    id: 'TIME-MISSING', version: 1, levels: ['error'], family: 'situation', editions: BOTH_EDITIONS, basis: '条49', run: missingCheck,
    title: { zh: '逾期未报', en: 'Not filed' },
    what: { zh: '应报单位过了法定时限（法律未定的按县定时限）仍未收到年报', en: 'a report that is due was not received by the statutory date (by the county’s date where the law names none)' },
    mend: { zh: '催报；确属当年免报的，在名录中登记。', en: 'Chase it; where none is required this year, say so in the register.' },
    sentences: {
      statutory: {
        zh: '{body}{year}年度年报未报，法定时限{due:date}，截至{today:date}已逾期{days}天。请催报。',
        en: '{body} has not filed its report for {year}: due by law on {due:date}, overdue on {today:date}, days: {days}. Chase it.',
      },
      county: {
        zh: '{body}{year}年度年报未报，县定时限{due:date}，截至{today:date}已逾期{days}天。请催报。',
        en: '{body} has not filed its report for {year}: due to the county on {due:date}, overdue on {today:date}, days: {days}. Chase it.',
      },
    },
  },
  {
    id: 'TIME-LATE', version: 1, levels: ['note'], family: 'situation', editions: BOTH_EDITIONS, basis: '条49', run: lateCheck,
    title: { zh: '逾期', en: 'Late' },
    what: { zh: '收到或公开晚于县定或法定时限；两个日期分别计天数', en: 'received or published after the county’s or the statutory date; days over each' },
    mend: { zh: '记录在案；日期登记有误的改正登记。', en: 'It is on record; correct the date where it was entered wrongly.' },
    sentences: {
      received: { zh: '{body}{year}年度年报{day:date}收到，{over:overdue}。', en: '{body}: the report for {year} was received on {day:date}, {over:overdue}.' },
      published: { zh: '{body}{year}年度年报{day:date}公开，{over:overdue}。', en: '{body}: the report for {year} was published on {day:date}, {over:overdue}.' },
    },
  },
  {
    id: 'TIME-EARLY', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: earlyCheck,
    title: { zh: '年度未满', en: 'Too early' },
    what: { zh: '成文或公开日期应晚于报告年度结束', en: 'dated before the year was over' },
    mend: { zh: '核对日期；年度未满编制的，按全年数据重新编制。', en: 'Check the date; a report made before the year was over is made again with the figures of the whole year.' },
    sentences: { default: { zh: '成文日期是{dated:date}，{year}年度还没有结束。请核对日期。', en: 'The report is dated {dated:date}, before {year} was over. Check the date.' } },
  },
  {
    id: 'TIME-NODATE', version: 1, levels: ['note'], family: 'situation', editions: BOTH_EDITIONS, basis: '', run: noDateCheck,
    title: { zh: '无公开日期', en: 'No date' },
    what: { zh: '已报、过了时限而不知道公开日期', en: 'received, the date is over, and no publication date is known' },
    mend: { zh: '公开后登记公开日期和网址。', en: 'Enter date and address of the publication.' },
    sentences: { default: { zh: '{body}{year}年度年报没有公开日期。请登记公开日期和网址。', en: '{body}: no date of publication is known of the report for {year}. Enter date and address.' } },
  },
];
