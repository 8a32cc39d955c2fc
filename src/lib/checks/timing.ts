/** Checks of when a report is due, received and published. Lateness is a state, not an error: it has two dates. */
import { BOTH_EDITIONS, planned, type Check, type Outcome } from './entry.ts';
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
  planned('TIME-LATE', ['note'], 'situation', '条49', ['逾期', '收到或公开晚于县定或法定时限；两个日期分别计天数'], ['Late', 'received or published after the county’s or the statutory date; days over each']),
  {
    id: 'TIME-EARLY', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: earlyCheck,
    title: { zh: '年度未满', en: 'Too early' },
    what: { zh: '成文或公开日期应晚于报告年度结束', en: 'dated before the year was over' },
    mend: { zh: '核对日期；年度未满编制的，按全年数据重新编制。', en: 'Check the date; a report made before the year was over is made again with the figures of the whole year.' },
    sentences: { default: { zh: '成文日期是{dated:date}，{year}年度还没有结束。请核对日期。', en: 'The report is dated {dated:date}, before {year} was over. Check the date.' } },
  },
  planned('TIME-NODATE', ['note'], 'situation', '', ['无公开日期', '不知道公开日期'], ['No date', 'no publication date known']),
];
