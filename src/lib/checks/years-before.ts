/**
 * Checks that look further back than last year, and those of what the report itself takes over or says of last year. Years
 * before last year are the body's own reports; last year is that of the predecessors together after a merger.
 */
import type { FigureId } from '../form/figures.ts';
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding, Neighbours } from './finding.ts';
import { figureOf, found, hasTable, judged, notApplicable, notEvaluated, passed } from './outcome.ts';
import { NUMBER, numberOf, sentencesIn } from './sentences.ts';
import { copiedRow } from './table-three-diagnoses.ts';

/** Sum of figures of the report; null as soon as one has no number. */
function sumIn(reports: readonly Pick<CheckedReport, 'figures'>[], ids: readonly FigureId[]): number | null {
  let sum = 0;
  for (const report of reports)
    for (const id of ids) {
      const { value } = figureOf(report, id);
      if (value === null) return null;
      sum += value;
    }
  return sum;
}

/** The sum of each of the `back` years before this one, the nearest first; null where a year has no report, or no number in it. */
function yearsBack(report: CheckedReport, neighbours: Neighbours, ids: readonly FigureId[], back: number): (number | null)[] {
  const lastYear = neighbours.lastYear.length === 0 || neighbours.missing.length > 0 ? null : sumIn(neighbours.lastYear, ids);
  const earlier = Array.from({ length: back - 1 }, (_, index) => {
    const then = (neighbours.before ?? []).find(({ year }) => year === (report.year ?? 0) - 2 - index);
    return then ? sumIn([then], ids) : null;
  });
  return [lastYear, ...earlier];
}

const POWERS = ['t2.licensing.decisions', 't2.penalties.decisions', 't2.compulsion.decisions'] as const;
const YEARS_OF_POWER = 3;

/** Powers whose count fits `now` while every one of the three years before fits `then`. */
function power(check: string, report: CheckedReport, neighbours: Neighbours, then: (count: number) => boolean, now: (count: number) => boolean): Outcome {
  if (!hasTable(report, '二')) return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  if (neighbours.functionsMoved) return notEvaluated('functions moved');
  const rows = POWERS.map((id) => ({ id, value: figureOf(report, id).value, before: yearsBack(report, neighbours, [id], YEARS_OF_POWER) }));
  const changed = rows.filter(({ value, before }) => value !== null && now(value) && before.every((count) => count !== null && then(count)));
  if (changed.length > 0)
    return judged([found({ check, level: 'note', figures: changed.map(({ id }) => id), at: figureOf(report, changed[0]?.id ?? '').at ?? undefined, parameters: { powers: changed.map(({ id }) => id), values: changed.map(({ id, value }) => `${id}=${value}`), lastYear: report.year - 1 } })]);
  return rows.some(({ before }) => before.includes(null)) ? notEvaluated('no reports of the years before') : rows.some(({ value }) => value === null) ? notEvaluated('figures missing') : passed;
}

/** T2-POWER-EXPECT: a power that was used in each of the last three years is used this year. Right: 12, 9, 15, then 11. Wrong: 12, 9, 15, then 0. */
export const powerExpectCheck = (report: CheckedReport, neighbours: Neighbours): Outcome => power('T2-POWER-EXPECT', report, neighbours, (count) => count > 0, (count) => count === 0);
/** T2-POWER-UNEXPECTED: a power that was used in none of the last three years is not used this year. Right: 0, 0, 0, then 0. Wrong: 0, 0, 0, then 7. */
export const powerUnexpectedCheck = (report: CheckedReport, neighbours: Neighbours): Outcome => power('T2-POWER-UNEXPECTED', report, neighbours, (count) => count === 0, (count) => count > 0);

/** Totals of the three groups of table 四. */
export const CASES: readonly FigureId[] = ['t4.review.total', 't4.direct_litigation.total', 't4.litigation_after_review.total'];
const YEARS_OF_CASES = 2;

/**
 * Cases against a sum over this year and the two before. A sum is only known where every year is there; what is known already
 * can be enough to pass.
 */
function casesAgainst(check: string, report: CheckedReport, neighbours: Neighbours, least: number, rows: readonly FigureId[], fits: (cases: number, sum: number) => boolean): Outcome {
  if (!hasTable(report, '四') || report.scope === 'rollup') return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  const cases = sumIn([report], CASES);
  if (cases === null) return notEvaluated('figures missing');
  if (cases < least) return passed;
  const own = sumIn([report], rows);
  const before = yearsBack(report, neighbours, rows, YEARS_OF_CASES);
  const known = [own, ...before].reduce<number>((sum, value) => sum + (value ?? 0), 0);
  if (fits(cases, known)) return passed;
  if (own === null) return notEvaluated('figures missing');
  if (neighbours.functionsMoved) return notEvaluated('functions moved');
  if (before.includes(null)) return notEvaluated('no reports of the years before');
  return judged([found({ check, level: 'query', figures: [...CASES], at: figureOf(report, CASES[0] ?? '').at ?? undefined, parameters: { cases, known, from: report.year - YEARS_OF_CASES } })]);
}

/** T4-SCALE: review and litigation, 3 or more, are no more than what was processed in this year and the two before (条例 第五十条). Right: 3 cases, 5 processed. Wrong: 40 cases, 2 processed: perhaps all administrative cases. */
export const scaleCheck = (report: CheckedReport, neighbours: Neighbours): Outcome => casesAgainst('T4-SCALE', report, neighbours, 3, ['t3.processed.total'], (cases, processed) => cases <= processed);

/** T4-NO-SOURCE: where there are cases there were applications, in this year or the two before; it folds T4-SCALE. Right: 1 review, 2 received last year. Wrong: 1 review, nothing received in three years. */
export function noSourceCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  const outcome = casesAgainst('T4-NO-SOURCE', report, neighbours, 1, ['t3.received.total', 't3.carried_in.total'], (_, applications) => applications > 0);
  const scale = scaleCheck(report, neighbours).findings.map(({ key }) => key);
  return { ...outcome, folds: outcome.findings.map(({ key }) => ({ root: key, keys: scale })) };
}

/**
 * T3-ROW-COPIED: diagnosis: a row of table 三 equals last year's, and every identity holds once it is what the other rows make of
 * it. Right: received 3, processed 3. Wrong: received 3 as last year, all else 0. It stands for the identities that it breaks.
 */
export function rowCopiedCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  const [last, ...others] = neighbours.lastYear;
  if (!last || others.length > 0 || neighbours.missing.length > 0) return notEvaluated('no report of last year');
  const copied = copiedRow(report, last);
  if (!copied) return passed;
  return judged([found({ check: 'T3-ROW-COPIED', level: 'error', figures: copied.figures, at: figureOf(report, copied.row).at ?? undefined, parameters: { row: copied.row, correction: copied.correction, lastYear: report.year - 1 } })]);
}

const UNIT = '\\s?(?:件次|件|宗|起|份|项|条|次)';
const RECEIVED = '(?:新收|收到|接收|接到|受理)';
/** What else is received. */
const OTHER_THING = /复议|诉讼|信访|投诉|举报|建议|提案|留言|咨询|热线|来电|其中|自然人|法人|企业/u;

/** Numbers that a sentence gives as last year's, or from which last year's follows: 比上年增加2件. */
function ofLastYear(text: string, year: number): { words: string; count: number }[] {
  const last = `(?:上年度?|去年|${year - 1}\\s?年度?)`;
  const stated = new RegExp(`${last}[^，,。；;\\d]{0,12}${RECEIVED}[^，,。；;\\d]{0,24}?(${NUMBER})${UNIT}`, 'u').exec(text);
  if (stated) return [{ words: stated[0], count: numberOf(stated[1] ?? '') ?? 0 }];
  const compared = new RegExp(`${RECEIVED}[^，,。；;\\d]{0,24}?(${NUMBER})${UNIT}[^，,。；;\\d]{0,8}[，,]\\s?(?:同比|[较比]?${last}(?:同期)?(?:相比)?)(增加|增长|上升|减少|下降)了?(${NUMBER})${UNIT}`, 'u').exec(text);
  if (!compared) return [];
  const [words, now = '', way = '', by = ''] = compared;
  const [count, change] = [numberOf(now) ?? 0, numberOf(by) ?? 0];
  return [{ words, count: /增|升/u.test(way) ? count - change : count + change }];
}

/** XY-RESTATED: what the prose gives as last year's applications is what last year's report says. Right: 上年收到3件, 3. Wrong: 上年收到5件, 3. */
export function restatedCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  const { year } = report;
  if (year === null) return report.sections.length === 0 ? notApplicable : notEvaluated('year unknown');
  if (report.sections.length === 0) return notApplicable;
  const sentences = sentencesIn(report).filter(({ section, text }) => section > 0 && /公开/u.test(text) && /申请/u.test(text) && !OTHER_THING.test(text));
  const said = sentences.flatMap((sentence) => ofLastYear(sentence.text, year).map((claim) => ({ ...claim, sentence })));
  if (said.length === 0) return passed;
  const [received, withCarried] = [yearsBack(report, neighbours, ['t3.received.total'], 1)[0] ?? null, yearsBack(report, neighbours, ['t3.received.total', 't3.carried_in.total'], 1)[0] ?? null];
  if (received === null) return notEvaluated('no report of last year');
  const wrong = said.filter(({ count }) => count !== received && count !== withCarried);
  return judged(wrong.map(({ words, count, sentence }): Finding => found({ check: 'XY-RESTATED', level: 'note', figures: ['t3.received.total'], quote: sentence.text, at: sentence.at, expected: received, actual: count, parameters: { words, count, received, lastYear: year - 1 } }, words)));
}

export const YEARS_BEFORE: readonly Check[] = [
  {
    id: 'T2-POWER-EXPECT', version: 1, levels: ['note'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '', run: powerExpectCheck,
    title: { zh: '今年为0', en: 'Now 0' }, what: { zh: '许可、处罚或强制前三年都有，今年为0', en: 'licences, penalties or compulsion > 0 in each of the last three years and 0 now' },
    mend: { zh: '确认今年确实没有；漏填的补上。', en: 'Make sure that there was none this year; add what was left out.' },
    sentences: { default: { zh: '表二{powers:rows}前三年都有，今年填0。请确认没有漏填。', en: 'Table 2, {powers:rows}: in each of the three years before, 0 now. Make sure that nothing was left out.' } },
  },
  {
    id: 'T2-POWER-UNEXPECTED', version: 1, levels: ['note'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '', run: powerUnexpectedCheck,
    title: { zh: '今年首次出现', en: 'Now above 0' }, what: { zh: '前三年都为0，今年大于0', en: '0 in each of the last three years and > 0 now' },
    mend: { zh: '确认确有此项职权；填错行的改正。', en: 'Make sure that the body has the power; correct what stands in the wrong row.' },
    sentences: { default: { zh: '表二{powers:rows}前三年都为0，今年大于0（{values:assigned}）。请确认没有填错行。', en: 'Table 2, {powers:rows}: 0 in each of the three years before, above 0 now ({values:assigned}). Make sure that it stands in the right row.' } },
  },
  {
    id: 'T4-NO-SOURCE', version: 1, levels: ['query'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '条50(三)', run: noSourceCheck,
    title: { zh: '无申请却有争议', en: 'Cases without applications' }, what: { zh: '本年及前两年新收加上年结转为0，却有复议或诉讼', en: 'cases > 0 while 新收 + 上年结转 of this and the two years before = 0' },
    mend: { zh: '只填因政府信息公开引起的复议、诉讼；由主动公开引起的，说明。', en: 'Give only cases about disclosure; explain those that arose from proactive disclosure.' },
    sentences: { default: { zh: '表四填复议、诉讼共{cases}件，而{from}年度以来没有收到过申请。请核对是否把其他行政案件填了进来；由主动公开引起的，请说明。', en: 'Table 4: {cases} reviews and litigations, while no application was received since {from}. Check whether other administrative cases were entered; explain those that arose from proactive disclosure.' } },
  },
  {
    id: 'T4-SCALE', version: 1, levels: ['query'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '条50(三)', run: scaleCheck,
    title: { zh: '疑似计入全部行政案件', en: 'All administrative cases counted?' }, what: { zh: '三项总计之和不少于3且多于本年及前两年办理总计', en: 'all three totals together ≥ 3 and more than 总计 of table 三 over this and the two years before' },
    mend: { zh: '只填因政府信息公开引起的复议、诉讼。', en: 'Give only cases about disclosure.' },
    sentences: { default: { zh: '表四填复议、诉讼共{cases}件，多于{from}年度以来办理的申请共{known}件。请核对是否填了全部行政案件。', en: 'Table 4: {cases} reviews and litigations, more than the {known} applications processed since {from}. Check whether all administrative cases were entered.' } },
  },
  {
    id: 'T3-ROW-COPIED', version: 1, levels: ['error'], family: 'neighbour', editions: BOTH_EDITIONS, basis: 'reports', run: rowCopiedCheck,
    title: { zh: '整行照抄上年', en: 'Row copied' }, what: { zh: '诊断：一行与上年相同，其余各行对不上', en: 'diagnosis: a row equals last year’s while the rest does not follow' },
    mend: { zh: '按本年台账重新填写该行。', en: 'Fill in the row from this year’s register.' },
    sentences: { default: { zh: '表三“{row:row}”行与{lastYear}年度完全相同，其余各行对不上，疑似照抄上年。{correction:corrected}，表内勾稽关系就全部成立；请核对后更正。', en: 'Table 3, {row:row}: the same as in {lastYear}, while the other rows do not follow; perhaps copied. With {correction:corrected} every identity of the table holds; check and correct it.' } },
  },
  {
    id: 'XY-RESTATED', version: 1, levels: ['note'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '', run: restatedCheck,
    title: { zh: '正文上年数不同', en: 'Last year restated' }, what: { zh: '正文引用的上年数（或同比增减推出的上年数）与上年年报不同', en: 'a prior-year figure in the prose (or one that follows from a comparison) differs from the stored one' },
    mend: { zh: '以上年已公布数为准。', en: 'Last year’s published number counts.' },
    sentences: { default: { zh: '正文写“{words}”，即{lastYear}年度为{count}件，该年度年报新收为{received}件。请以上年已公布数为准。', en: 'The prose says “{words}”, which makes {count} for {lastYear}; that report says {received} received. Last year’s published number counts.' } },
  },
];
