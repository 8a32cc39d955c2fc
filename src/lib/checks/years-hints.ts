/**
 * Checks that ask, of figures beside last year's (of the predecessors together after a merger). What needs more than last
 * year, the other bodies of the year, or a list of the county, is not here.
 */
import type { FigureId } from '../form/figures.ts';
import { outcomeFigures } from '../form/derived.ts';
import { BOTH_EDITIONS, ONLY_2021, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding, Neighbours } from './finding.ts';
import { figureOf, found, hasTable, judged, notApplicable, notEvaluated, passed, together } from './outcome.ts';
import { sentencesIn } from './sentences.ts';

const valueOf = (report: Pick<CheckedReport, 'figures'>, id: FigureId): number | null => figureOf(report, id).value;
const placeOf = (report: CheckedReport, id: FigureId) => figureOf(report, id).at ?? undefined;

/** Last year's figure, the sum of predecessors; null where one of them has no number. */
function lastYears(neighbours: Neighbours, id: FigureId): number | null {
  const values = neighbours.lastYear.map((last) => valueOf(last, id));
  return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Why the report cannot be held against last year's, or null where it can. */
function unable(report: CheckedReport, neighbours: Neighbours): Outcome | null {
  if (report.year === null) return notEvaluated('year unknown');
  if (neighbours.functionsMoved) return notEvaluated('functions moved');
  return neighbours.lastYear.length === 0 || neighbours.missing.length > 0 ? notEvaluated('no report of last year') : null;
}

const STOCKS = ['t2.rules', 't2.normative_documents'] as const;
interface Stock {
  row: string;
  before: number;
  issued: number;
  repealed: number;
  inForce: number;
}
/** Each row of documents with last year's stock, or why it cannot be judged. */
function ofStocks(report: CheckedReport, neighbours: Neighbours, look: (stock: Stock) => Finding | null): Outcome {
  if (!hasTable(report, '二')) return notApplicable;
  return unable(report, neighbours) ?? together(STOCKS.map((key) => {
    const [issued, repealed, inForce] = ['issued', 'repealed', 'in_force'].map((column) => valueOf(report, `${key}.${column}`));
    const before = lastYears(neighbours, `${key}.in_force`);
    if (before === null || typeof issued !== 'number' || typeof repealed !== 'number' || typeof inForce !== 'number') return notEvaluated('figures missing');
    const finding = look({ row: `${key}.in_force`, before, issued, repealed, inForce });
    return judged(finding ? [finding] : []);
  }));
}
const stockFinding = (report: CheckedReport, check: string, level: 'query' | 'note', { row, ...numbers }: Stock, figure = row): Finding =>
  found({ check, level, figures: [figure], at: placeOf(report, figure), parameters: { row, ...numbers, expected: numbers.before + numbers.issued - numbers.repealed } });

/** Words by which a report explains that its stock does not follow: documents expire without a repeal, or are cleaned up. */
const EXPLAINED = /失效|清理|口径|期满|到期|有效期/u;

/**
 * XY-VALID: in force = last year's + issued − repealed; a note, since documents expire and are cleaned up (held in 15 of 39
 * pairs of real reports). Passed where the prose says so. Right: 9 + 3 − 1 = 11. Wrong: 10.
 */
export function validCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  return ofStocks(report, neighbours, (stock) => {
    const follows = stock.inForce === stock.before + stock.issued - stock.repealed;
    return follows || sentencesIn(report).some(({ text }) => /规范性文件|规章/u.test(text) && EXPLAINED.test(text)) ? null : stockFinding(report, 'XY-VALID', 'note', stock);
  });
}

/** T2-REPEAL-CAP: no more is repealed than was in force last year and issued since; it folds XY-VALID. Wrong: 5 in force, 1 issued, 9 repealed. */
export function repealCapCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  const outcome = ofStocks(report, neighbours, (stock) => (stock.repealed > stock.before + stock.issued ? stockFinding(report, 'T2-REPEAL-CAP', 'query', stock, stock.row.replace('in_force', 'repealed')) : null));
  const valid = validCheck(report, neighbours).findings;
  return { ...outcome, folds: outcome.findings.map((root) => ({ root: root.key, keys: valid.filter(({ parameters }) => parameters['row'] === root.parameters['row']).map(({ key }) => key) })) };
}

/** Up to a half more or less than a thousand or ten thousand times: the same fee in 元, or in thousands. */
const SLIPS = [1000, 10_000];
const NEAR = 1.5;
const AMOUNT_IN_YUAN = /收费[^。；，]{0,16}?(\d[\d,]*(?:\.\d+)?)\s?元/gu;

/**
 * T2-FEE-UNIT: the fee is in 万元: not about 1,000 or 10,000 times last year's, and not the number that the prose gives in 元.
 * (A sudden fee after three years of 0 needs reports further back.) Right: 45.8, last year 40.1. Wrong: 458000.
 */
export function feeUnitCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  if (!hasTable(report, '二')) return notApplicable;
  const id = 't2.fees.amount';
  const value = valueOf(report, id);
  if (value === null) return notEvaluated('figures missing');
  const stated = sentencesIn(report).find(({ text }) => value >= 100 && [...text.matchAll(AMOUNT_IN_YUAN)].some(([, amount = '']) => Number(amount.replace(/,/gu, '')) === value));
  if (stated) return judged([found({ check: 'T2-FEE-UNIT', level: 'query', figures: [id], quote: stated.text, at: placeOf(report, id), parameters: { case: 'prose', value } })]);
  const cannot = unable(report, neighbours);
  if (cannot) return cannot;
  const before = lastYears(neighbours, id);
  if (before === null) return notEvaluated('figures missing');
  const times = before > 0 ? SLIPS.find((slip) => value / before >= slip / NEAR && value / before <= slip * NEAR) : undefined;
  return judged(times === undefined ? [] : [found({ check: 'T2-FEE-UNIT', level: 'query', figures: [id], at: placeOf(report, id), parameters: { value, before, times } })]);
}

/** XY-PENDING: reviews that were pending last year are among this year's. Right: 1 pending, 2 this year. Wrong: 1 pending, 0. */
export function pendingCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  if (!hasTable(report, '四')) return notApplicable;
  const cannot = unable(report, neighbours);
  if (cannot) return cannot;
  const [before, now] = [lastYears(neighbours, 't4.review.pending'), valueOf(report, 't4.review.total')];
  if (before === null || now === null) return notEvaluated('figures missing');
  return judged(now >= before ? [] : [found({ check: 'XY-PENDING', level: 'note', figures: ['t4.review.total'], at: placeOf(report, 't4.review.total'), parameters: { before, now } })]);
}

/** Totals in which a misplaced digit shows. */
const WATCHED: readonly FigureId[] = [
  't2.normative_documents.issued', 't2.normative_documents.in_force', 't2.licensing.decisions', 't2.penalties.decisions', 't2.compulsion.decisions',
  't3.received.total', 't3.processed.total', 't3.carried_forward.total', 't4.review.total', 't4.direct_litigation.total', 't4.litigation_after_review.total',
];
const JUMP = { up: 5, down: 0.2, change: 10 };

/** XY-JUMP: no total changes by a factor of 5 and by 10 at least. One finding. Right: 12 → 15. Wrong: 12 → 120. */
export function jumpCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  if (report.tables.length === 0) return notApplicable;
  const cannot = unable(report, neighbours);
  if (cannot) return cannot;
  const pairs = WATCHED.flatMap((id) => {
    const [before, now] = [lastYears(neighbours, id), valueOf(report, id)];
    return before === null || now === null ? [] : [{ id, before, now }];
  });
  if (pairs.length === 0) return notEvaluated('figures missing');
  const jumps = pairs.filter(({ before, now }) => before > 0 && Math.abs(now - before) >= JUMP.change && (now / before >= JUMP.up || now / before <= JUMP.down));
  if (jumps.length === 0) return passed;
  return judged([found({ check: 'XY-JUMP', level: 'note', figures: jumps.map(({ id }) => id), at: placeOf(report, jumps[0]?.id ?? ''), parameters: { jumps: jumps.map(({ id, before, now }) => `${id}=${before}/${now}`) } })]);
}

/** A few equal numbers are chance. */
const SAME = { figures: 100, filled: 3 };

/** XY-SAME-FIGURES: not all figures are last year's, where three of them are not 0 (30号: 雷同). Wrong: every cell copied. */
export function sameFiguresCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  if (report.tables.length === 0) return notApplicable;
  const cannot = unable(report, neighbours);
  if (cannot) return cannot;
  const pairs = Object.keys(report.figures).flatMap((id) => {
    const [before, now] = [lastYears(neighbours, id), valueOf(report, id)];
    return before === null || now === null ? [] : [{ before, now }];
  });
  if (pairs.length < SAME.figures) return notEvaluated('figures missing');
  const filled = pairs.filter(({ now }) => now !== 0).length;
  if (filled < SAME.filled || pairs.some(({ before, now }) => before !== now)) return passed;
  return judged([found({ check: 'XY-SAME-FIGURES', level: 'query', figures: [], parameters: { count: pairs.length, filled, lastYear: (report.year ?? 0) - 1 } })]);
}

/** Outcomes against which one may sue at once: whatever is no refusal under articles 14–16, in whole or in part. */
const DIRECT: readonly FigureId[] = [
  ...(['granted', 'unavailable', 'not_processed', 'other_handling'] as const).flatMap((outcome) => outcomeFigures(outcome, 'total')), 't3.refused.administrative_query.total',
];
const FIRST_YEAR = 2024;

/**
 * T4-DIRECT-2024: since 2024 a refusal is first reviewed (行政复议法 第二十三条); direct litigation rests on another outcome of
 * this year or the last. Right: 1 direct, 2 not held. Wrong: 1 direct, only refusals in both years.
 */
export function directCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  if (!hasTable(report, '四') || (report.year !== null && report.year < FIRST_YEAR)) return notApplicable;
  const cases = valueOf(report, 't4.direct_litigation.total');
  if (cases === 0) return passed;
  const own = DIRECT.map((id) => valueOf(report, id));
  if (own.some((value) => value !== null && value > 0)) return passed;
  if (cases === null || own.includes(null)) return notEvaluated('figures missing');
  const cannot = unable(report, neighbours);
  if (cannot) return cannot;
  const before = DIRECT.map((id) => lastYears(neighbours, id));
  if (before.some((value) => value !== null && value > 0)) return passed;
  if (before.includes(null)) return notEvaluated('figures missing');
  return judged([found({ check: 'T4-DIRECT-2024', level: 'note', figures: ['t4.direct_litigation.total'], at: placeOf(report, 't4.direct_litigation.total'), parameters: { cases } })]);
}

/** Who reviews for the county, and is then sued beside the body that decided. */
const REVIEWING = /(?:司法局|政府办公室)$/u;

/**
 * T4-CODEFENDANT: the county office and the justice bureau do not count cases in which they are sued as reviewing organ
 * (国办公开办函〔2016〕201号): litigation is at most what they decided this year and last. Wrong: 6 litigations, 2 decisions.
 */
export function codefendantCheck(report: CheckedReport, neighbours: Neighbours): Outcome {
  const { body, bodyKind } = report;
  if (!hasTable(report, '四') || report.scope === 'rollup' || (bodyKind !== 'county_office' && !REVIEWING.test(body ?? ''))) return notApplicable;
  const [direct, after, decided] = ['t4.direct_litigation.total', 't4.litigation_after_review.total', 't3.processed.total'].map((id) => valueOf(report, id));
  if (typeof direct !== 'number' || typeof after !== 'number' || typeof decided !== 'number') return notEvaluated('figures missing');
  const all = decided + (lastYears(neighbours, 't3.processed.total') ?? 0);
  if (direct + after <= all) return passed;
  return judged([found({ check: 'T4-CODEFENDANT', level: 'query', figures: ['t4.direct_litigation.total', 't4.litigation_after_review.total'], at: placeOf(report, 't4.direct_litigation.total'), parameters: { cases: direct + after, decided: all } })]);
}

export const YEARS_HINTS: readonly Check[] = [
  {
    id: 'T2-REPEAL-CAP', version: 1, levels: ['query'], family: 'neighbour', editions: ONLY_2021, basis: '', run: repealCapCheck,
    title: { zh: '废止过多', en: 'Too many repealed' }, what: { zh: '废止不超过上年现行有效加本年制发', en: 'repealed > in force last year + issued' },
    mend: { zh: '核对废止件数；上年数有误的先更正上年年报。', en: 'Check the number repealed; correct last year’s report where it was wrong.' },
    sentences: { default: { zh: '表二“{row:row}”本年废止{repealed}件，超过上年现行有效{before}件加本年制发{issued}件。请核对。', en: 'Table 2, {row:row}: {repealed} repealed, more than {before} in force last year and {issued} issued. Check it.' } },
  },
  {
    id: 'T2-FEE-UNIT', version: 1, levels: ['query'], family: 'neighbour', editions: ONLY_2021, basis: 'form', run: feeUnitCheck,
    title: { zh: '收费金额疑似单位错', en: 'Unit of the fee' }, what: { zh: '收费金额不是上年的一千或一万倍左右，也不等于正文按元写的金额', en: 'fee × 1,000 or × 10,000 against last year; or equals the amount in 元 in the prose' },
    mend: { zh: '换算成万元。', en: 'Convert to 10,000 yuan.' },
    sentences: {
      default: { zh: '表二收费金额填{value}万元，约为上年{before}万元的{times}倍，疑似按“元”填写。请核对单位。', en: 'Table 2, fees: {value} (10,000 yuan), about {times} times last year’s {before}; perhaps entered in yuan. Check the unit.' },
      prose: { zh: '表二收费金额填{value}万元，正文写的是{value}元。请换算成万元。', en: 'Table 2, fees: {value} (10,000 yuan); the prose says {value} yuan. Convert to 10,000 yuan.' },
    },
  },
  {
    id: 'T4-CODEFENDANT', version: 1, levels: ['query'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '201号', run: codefendantCheck,
    title: { zh: '疑似计入共同被告案件', en: 'Co-defendant cases?' }, what: { zh: '县政府办、司法局的诉讼不多于自身办理总计（本年加上年）', en: 'county office or justice bureau: litigation > own decisions (of this year and last)' },
    mend: { zh: '作为复议机关当共同被告的案件，只计入原行为机关。', en: 'Cases in which it is sued as reviewing organ count with the body that decided.' },
    sentences: { default: { zh: '表四行政诉讼共{cases}件，多于自身办理的{decided}件。作为复议机关当共同被告的案件不计入，请核对。', en: 'Table 4: {cases} litigations, more than its own {decided} decisions. Cases in which it is sued as reviewing organ do not count; check it.' } },
  },
  {
    id: 'T4-DIRECT-2024', version: 1, levels: ['note'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '复议法23', run: directCheck,
    title: { zh: '复议前置', en: 'Review comes first' }, what: { zh: '2024年度起有未经复议直接起诉的，本年或上年有可直接起诉的办理结果', en: 'year ≥ 2024, direct litigation > 0 and no outcome of this or last year that can be sued directly' },
    mend: { zh: '核对是否应填“复议后起诉”。', en: 'Check whether it belongs under litigation after review.' },
    sentences: { default: { zh: '表四“未经复议直接起诉”{cases}件，而本年和上年只有不予公开、部分公开。2024年起这类应先复议，请核对。', en: 'Table 4: {cases} direct litigations, while this year and last have only refusals, in whole or in part. Since 2024 these are reviewed first; check it.' } },
  },
  {
    id: 'XY-VALID', version: 1, levels: ['note'], family: 'neighbour', editions: ONLY_2021, basis: '', run: validCheck,
    title: { zh: '规范性文件存量不衔接', en: 'Stock of documents' }, what: { zh: '现行有效等于上年加制发减废止；失效、清理、口径调整是合理原因', en: 'in force ≠ last year + issued − repealed, with the lawful reasons (失效, 清理, 口径) offered' },
    mend: { zh: '核对三列；属到期失效、集中清理或口径调整的，在第六部分说明。', en: 'Check the three columns; say in section 6 what expired, was cleaned up or is counted otherwise.' },
    sentences: { default: { zh: '表二“{row:row}”：上年现行有效{before}＋本年制发{issued}－本年废止{repealed}＝{expected}，本年填{inForce}。如因到期失效、清理或口径调整，请在第六部分说明。', en: 'Table 2, {row:row}: {before} last year + {issued} issued − {repealed} repealed = {expected}, this year says {inForce}. Where documents expired, were cleaned up or are counted otherwise, say so in section 6.' } },
  },
  {
    id: 'XY-PENDING', version: 1, levels: ['note'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '', run: pendingCheck,
    title: { zh: '未审结复议无下文', en: 'Pending reviews' }, what: { zh: '上年尚未审结的复议应在今年出现', en: 'last year’s pending review cases do not appear' },
    mend: { zh: '核对上年未审结的复议今年的结果。', en: 'Check what became of them.' },
    sentences: { default: { zh: '上年尚未审结的行政复议{before}件，今年行政复议总计{now}件。请核对。', en: 'Reviews pending last year: {before}; all reviews this year: {now}. Check what became of them.' } },
  },
  {
    id: 'XY-JUMP', version: 1, levels: ['note'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '', run: jumpCheck,
    title: { zh: '变化很大', en: 'Large change' }, what: { zh: '与上年之比不低于5或不高于0.2，且相差不少于10', en: 'ratio ≥ 5 or ≤ 0.2 and change ≥ 10' },
    mend: { zh: '确认没有多填或少填位数。', en: 'Make sure that no digit is missing or too many.' },
    sentences: { default: { zh: '与上年相比变化很大：{jumps:changes}。请确认没有填错。', en: 'Large changes against last year: {jumps:changes}. Make sure that they are right.' } },
  },
  {
    id: 'XY-SAME-FIGURES', version: 1, levels: ['query'], family: 'neighbour', editions: BOTH_EDITIONS, basis: '30号', run: sameFiguresCheck,
    title: { zh: '数据与上年完全相同', en: 'Same figures' }, what: { zh: '至少三个非0数据时，不应全部数据与上年相同', en: '≥ 3 non-zero figures and all figures equal last year’s' },
    mend: { zh: '核对是否照抄上年。', en: 'Check whether last year’s were copied.' },
    sentences: { default: { zh: '全部{count}项数据（其中{filled}项不为0）与{lastYear}年度完全相同，疑似照抄。请核对。', en: 'All {count} figures ({filled} of them not 0) are those of {lastYear}: perhaps copied. Check it.' } },
  },
];
