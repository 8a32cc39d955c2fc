/** Checks against last year's report of the same body, or of those it succeeded. */
import type { FigureId } from '../form/figures.ts';
import { APPLICANTS, type Applicant } from '../form/table-three.ts';
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Neighbours } from './finding.ts';
import { figureOf, found, hasTable, judged, notApplicable, notEvaluated, together } from './outcome.ts';
import { weighIdentity } from './weigh-identity.ts';

const carriedIn = (applicant: Applicant): FigureId => `t3.carried_in.${applicant}`;

/**
 * XY-CARRY: 上年结转 = last year's 结转下年度, of the predecessors together after a merger (it crosses the change of
 * edition from 2020 to 2021 too). Error on 总计; query where the total agrees and only applicant columns differ. Not
 * evaluated where a report of last year is missing or functions moved. Right: 2 carried forward, 2 carried in. Wrong: 2, 0.
 */
export function carryCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  if (report.year === null) return notEvaluated('year unknown');
  if (neighbours.functionsMoved) return notEvaluated('functions moved');
  if (neighbours.lastYear.length === 0 || neighbours.missing.length > 0) return notEvaluated('no report of last year');
  const weigh = (applicant: Applicant) =>
    weighIdentity(neighbours.lastYear.map((last) => figureOf(last, `t3.carried_forward.${applicant}`)), [figureOf(report, carriedIn(applicant))]);
  const bodies = neighbours.lastYear.map((last) => last.body);
  const merged = bodies.length > 1;

  const total = weigh('total');
  if (total.verdict === 'unequal')
    return judged([
      found({
        check: 'XY-CARRY', level: 'error', figures: [carriedIn('total')], expected: total.left, actual: total.right, at: figureOf(report, carriedIn('total')).at ?? undefined,
        parameters: {
          case: merged ? 'merged' : 'total', bodies, lastYear: report.year - 1, year: report.year,
          expected: total.left, actual: total.right, difference: Math.abs(total.left - total.right),
        },
      }),
    ]);

  const columns = APPLICANTS.filter((applicant) => applicant !== 'total').map((applicant) => ({ applicant, weighed: weigh(applicant) }));
  const differing = columns.flatMap(({ applicant, weighed }) => (weighed.verdict === 'unequal' ? [{ id: carriedIn(applicant), ...weighed }] : []));
  if (differing.length > 0)
    return judged([
      found({
        check: 'XY-CARRY', level: 'query', figures: differing.map(({ id }) => id), at: figureOf(report, differing[0]?.id ?? '').at ?? undefined,
        parameters: {
          case: total.verdict === 'equal' ? 'columns' : 'columns_alone', lastYear: report.year - 1, year: report.year,
          compared: differing.map(({ id, left, right }) => `${id}=${left}/${right}`),
        },
      }),
    ]);
  return together([total, ...columns.map(({ weighed }) => weighed)].map((weighed) => (weighed.verdict === 'unknown' ? notEvaluated(weighed.reason) : judged([]))));
}

export const YEARS: readonly Check[] = [
  {
    id: 'XY-CARRY', version: 1, levels: ['error', 'query'], family: 'neighbour', editions: BOTH_EDITIONS, basis: 'form', run: carryCheck,
    title: { zh: '结转不衔接', en: 'Carry-over broken' },
    what: { zh: '上年结转总计＝上年年报的结转下年度总计（合并的取各前身之和）；只有申请人列不同为疑点', en: '上年结转 equals last year’s 结转下年度 (sum of predecessors after a merger); a query where only the applicant columns differ' },
    mend: { zh: '以上年已公布数为准；上年有误的，先更正上年年报并说明。', en: 'Last year’s published number counts; where that was wrong, correct last year’s report first and explain.' },
    sentences: {
      total: {
        zh: '表三“上年结转”总计填{actual}件，{lastYear}年度年报“结转下年度”为{expected}件，相差{difference}件。以上年已公布数为准；上年有误的，先更正上年年报并说明。',
        en: 'Table 3, carried in: {actual}; the report of {lastYear} carried forward {expected}; difference {difference}. Last year’s published number counts; where it was wrong, correct that report first and explain.',
      },
      merged: {
        zh: '表三“上年结转”总计填{actual}件，{bodies:listed}{lastYear}年度“结转下年度”合计{expected}件，相差{difference}件。合并的应承接各前身的结转数，请核对。',
        en: 'Table 3, carried in: {actual}; {bodies:listed} together carried forward {expected} in {lastYear}; difference {difference}. After a merger the carry-over of all predecessors is taken on: check it.',
      },
      columns: {
        zh: '表三“上年结转”总计与上年相符，但{compared:compared}。请核对申请人类别。',
        en: 'Table 3, carried in: the total agrees with last year, but {compared:compared}. Check the kinds of applicants.',
      },
      columns_alone: {
        zh: '表三“上年结转”与上年“结转下年度”不符：{compared:compared}（总计缺数，未能核对）。请核对。',
        en: 'Table 3, carried in differs from what last year carried forward: {compared:compared} (the total could not be compared). Check it.',
      },
    },
  },
];
