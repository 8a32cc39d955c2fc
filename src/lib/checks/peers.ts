/**
 * Checks among the own reports of a year: what only shows beside the other bodies. They see a few figures of every body and run
 * again whenever a report of the year begins or ceases to count.
 */
import type { FigureId } from '../form/figures.ts';
import { BOTH_EDITIONS, ONLY_2021, type Check, type Outcome } from './entry.ts';
import type { CountyYear, YearBody } from './finding.ts';
import { found, judged, notApplicable, notEvaluated, passed } from './outcome.ts';
import { CASES } from './years-before.ts';

/** A share or a percentile of fewer says nothing. */
const ENOUGH_BODIES = 5;

const LICENCES: FigureId = 't2.licensing.decisions';
const FEE: FigureId = 't2.fees.amount';
/** Totals of tables 三 and 四 in which a digit too many shows. */
const OUTLYING: readonly FigureId[] = ['t3.received.total', 't3.carried_in.total', 't3.processed.total', 't3.carried_forward.total', ...CASES];

/** The figures that these checks look at. */
export const PEER_FIGURES: readonly FigureId[] = [...OUTLYING, LICENCES, FEE];

const valueOf = ({ values }: YearBody, id: FigureId): number | null => values[id] ?? null;
const hasNone = (body: YearBody, ids: readonly FigureId[]): boolean => ids.every((id) => valueOf(body, id) === null);

/** The value at or below which the share of the sorted values lies (nearest rank). */
const percentile = (sorted: readonly number[], share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

const OUTLIER = { times: 10, share: 0.95, least: 100 };

/** CELL-OUTLIER: at least 10 times the 95th percentile of the other bodies of its group, and 100. Right: 150, others up to 40. Wrong: 4000, others up to 40. */
export function outlierCheck(body: YearBody, { bodies }: CountyYear): Outcome {
  if (hasNone(body, OUTLYING)) return notApplicable;
  const peers = bodies.filter(({ code, group }) => code !== body.code && group === body.group);
  const far: { id: FigureId; value: number; high: number }[] = [];
  for (const id of OUTLYING) {
    const value = valueOf(body, id);
    const others = peers.map((peer) => valueOf(peer, id)).filter((count) => count !== null).sort((a, b) => a - b);
    if (value === null || value < OUTLIER.least) continue;
    if (others.length < ENOUGH_BODIES) return notEvaluated('too few bodies');
    const high = percentile(others, OUTLIER.share);
    if (value >= OUTLIER.times * high) far.push({ id, value, high });
  }
  return judged(far.map(({ id, value, high }) => found({ check: 'CELL-OUTLIER', level: 'note', figures: [id], parameters: { cell: id, value, high } })));
}

const SHARED = 50;

/** T2-SHARED-COUNT: no two bodies of a year report the same number of licences, 50 or more. Wrong: 行政审批局 1204, 市场监管局 1204. */
export function sharedCountCheck(body: YearBody, { bodies }: CountyYear): Outcome {
  const value = valueOf(body, LICENCES);
  if (value === null) return notApplicable;
  const others = value < SHARED ? [] : bodies.filter((other) => other.code !== body.code && valueOf(other, LICENCES) === value);
  return others.length === 0 ? passed : judged([found({ check: 'T2-SHARED-COUNT', level: 'note', figures: [LICENCES], parameters: { value, others: others.map(({ name }) => name) } })]);
}

const ORGAN = { share: 0.6, least: 3 };
const casesOf = (body: YearBody): number => CASES.reduce((sum, id) => sum + (valueOf(body, id) ?? 0), 0);

/** T4-ORGAN: no body has 60 % of the county’s reviews and litigations (3 or more) and more than it processed itself: perhaps cases that it decided as reviewing organ. Wrong: the justice bureau 12 of 15, 1 processed. */
export function organCheck(body: YearBody, { bodies }: CountyYear): Outcome {
  if (hasNone(body, CASES)) return notApplicable;
  const cases = casesOf(body);
  const all = bodies.reduce((sum, other) => sum + casesOf(other), 0);
  if (cases < ORGAN.least || cases < ORGAN.share * all) return passed;
  const processed = valueOf(body, 't3.processed.total');
  if (processed === null) return notEvaluated('figures missing');
  if (cases <= processed) return passed;
  if (bodies.length < ENOUGH_BODIES) return notEvaluated('too few bodies');
  return judged([found({ check: 'T4-ORGAN', level: 'query', figures: [...CASES], parameters: { cases, all, processed } })]);
}

/** T2-FEE-NO-BASIS: who reports fees has an item in the county’s fee list: the register’s power 收费 of the year (条例 第四十二条). Not evaluated where the register lists it for nobody. */
export function feeNoBasisCheck(body: YearBody, { bodies }: CountyYear): Outcome {
  const value = valueOf(body, FEE);
  if (body.edition === '2019' || value === null) return notApplicable;
  if (value === 0) return passed;
  if (!bodies.some(({ powers }) => powers.includes('fees'))) return notEvaluated('no fee list');
  return body.powers.includes('fees') ? passed : judged([found({ check: 'T2-FEE-NO-BASIS', level: 'query', figures: [FEE], parameters: { value } })]);
}

export const PEERS: readonly Check[] = [
  {
    id: 'CELL-OUTLIER', version: 1, levels: ['note'], family: 'neighbour', among: 'bodies', editions: BOTH_EDITIONS, basis: '', run: outlierCheck,
    title: { zh: '明显高于同类单位', en: 'Far above its peers' },
    what: { zh: '不低于同类单位第95百分位数的10倍且不少于100；表二不核', en: 'at least 10 times the 95th percentile of the peer group and at least 100; not in table 二' },
    mend: { zh: '确认没有多填位数。', en: 'Make sure that there is no digit too many.' },
    sentences: { default: { zh: '{cell:cell}填{value}，明显高于同类单位（同类单位多在{high}以内）。请确认没有多填位数。', en: '{cell:cell}: {value}, far above its peers (nearly all within {high}). Make sure that there is no digit too many.' } },
  },
  {
    id: 'T2-SHARED-COUNT', version: 1, levels: ['note'], family: 'neighbour', among: 'bodies', editions: BOTH_EDITIONS, basis: '', run: sharedCountCheck,
    title: { zh: '疑似重复统计', en: 'Shared count' }, what: { zh: '同年两个单位的许可数相同且不少于50', en: 'two bodies of a year report the same licence count ≥ 50' },
    mend: { zh: '许可由哪个单位作出，就由哪个单位填报。', en: 'Licences are reported by the body that granted them.' },
    sentences: { default: { zh: '表二行政许可填{value}，与{others:listed}相同。请核对是否重复统计。', en: 'Table 2, licensing: {value}, the same as {others:listed}. Check whether it was counted twice.' } },
  },
  {
    id: 'T4-ORGAN', version: 1, levels: ['query'], family: 'neighbour', among: 'bodies', editions: BOTH_EDITIONS, basis: '', run: organCheck,
    title: { zh: '疑似计入作为复议机关办理的案件', en: 'Cases decided as reviewing organ?' },
    what: { zh: '一个单位占全县复议诉讼60%以上（3件以上）且多于自身办理总计', en: 'one body has ≥ 60 % of the county’s cases (3 or more) and more than its own 总计' },
    mend: { zh: '只填以本单位为被申请人、被告的案件。', en: 'Give only cases in which the body itself is reviewed or sued.' },
    sentences: { default: { zh: '表四填复议、诉讼共{cases}件，占全县{all}件的大部分，又多于自身办理的{processed}件。作为复议机关办理的案件不计入，请核对。', en: 'Table 4: {cases} reviews and litigations, most of the county’s {all}, and more than its own {processed} decisions. Cases that it decides as reviewing organ do not count; check it.' } },
  },
  {
    id: 'T2-FEE-NO-BASIS', version: 1, levels: ['query'], family: 'neighbour', among: 'bodies', editions: ONLY_2021, basis: '条42', run: feeNoBasisCheck,
    title: { zh: '不在收费目录', en: 'Fee without an item' },
    what: { zh: '有收费金额，但收费目录（名录中“收费”职权）里没有该单位', en: 'fee > 0 at a body without an item in the fee list (the power 收费 in the register)' },
    mend: { zh: '说明收费依据，或改为0。', en: 'Give the basis of the fee, or write 0.' },
    sentences: { default: { zh: '表二收费金额填{value}万元，名录中该单位没有收费职权。请说明收费依据，或改为0。', en: 'Table 2, fees: {value} (10,000 yuan), while the register gives the body no power to charge. Give the basis, or write 0.' } },
  },
];
