/** Checks of table 三 that ask, where the numbers are possible but unusual. */
import { APPLICANTS } from '../form/table-three.ts';
import { BOTH_EDITIONS, ONLY_2021, type Check, type Outcome } from './entry.ts';
import type { CheckedReport } from './finding.ts';
import { figureOf, findingKey, found, hasTable, judged, notApplicable, notEvaluated, passed } from './outcome.ts';
import { LEFT_OUT, sectionText } from './sentences.ts';

const valueOf = (report: CheckedReport, id: string): number | null => figureOf(report, id).value;
const placeOf = (report: CheckedReport, id: string) => figureOf(report, id).at ?? undefined;

/**
 * T3-STALE: in no column 总计 is below 上年结转 (条例 第三十三条: 20 working days, and 20 more): else cases carried in are
 * still open after a year. One finding. Right: 2 carried in, 5 processed. Wrong: 2 carried in, 1 processed.
 */
export function staleCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const columns = APPLICANTS.map((applicant) => {
    const [carriedIn, processed] = [`t3.carried_in.${applicant}`, `t3.processed.${applicant}`];
    const [before, done] = [valueOf(report, carriedIn), valueOf(report, processed)];
    return { processed, before, done, stale: before !== null && done !== null && done < before };
  });
  const stale = columns.filter((column) => column.stale);
  if (stale.length === 0) return columns.some(({ before, done }) => before === null || done === null) ? notEvaluated('figures missing') : passed;
  const columnsSaid = stale.map(({ processed }) => processed);
  return judged([found({
    check: 'T3-STALE', level: 'query', figures: columnsSaid, at: placeOf(report, columnsSaid[0] ?? ''),
    parameters: { stale: stale.map(({ processed, before, done }) => `${processed}=${before}/${done}`) },
  })]);
}

/** 3.其他 is for few special cases. */
const OTHER = { note: { count: 3, share: 0.2 }, query: { count: 10, share: 0.3 } };

/**
 * T3-OTHER-LARGE: 3.其他 below 3, or at most 20 % of 总计; a query from 10 on when above 30 %. Right: 1 of 20. Wrong: 5 of 12
 * (note), 11 of 30 (query).
 */
export function otherLargeCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const id = 't3.other_handling.other.total';
  const [count, processed] = [valueOf(report, id), valueOf(report, 't3.processed.total')];
  if (count === null || processed === null) return notEvaluated('figures missing');
  const exceeds = ({ count: least, share }: { count: number; share: number }): boolean => count >= least && count > processed * share;
  if (!exceeds(OTHER.note)) return passed;
  const percent = processed > 0 ? Math.round((count / processed) * 100) : 100;
  return judged([found({ check: 'T3-OTHER-LARGE', level: exceeds(OTHER.query) ? 'query' : 'note', figures: [id], at: placeOf(report, id), parameters: { count, processed, percent } })]);
}

/** Whether section 六 speaks of the fee; null where it is not there or passages of it were left out. */
export function speaksOfFee(report: CheckedReport): boolean | null {
  const text = sectionText(report, 6);
  if (text === null) return null;
  if (/处理费|收费|费用/u.test(text)) return true;
  return LEFT_OUT.test(text) ? null : false;
}

/** T3-FEE-LINK: where cases ended because the fee was not paid, section 六 speaks of it (条例 第四十二条). Wrong: 1 unpaid, 六: 无. */
export function feeLinkCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const id = 't3.other_handling.fee_unpaid.total';
  const count = valueOf(report, id);
  if (count === null) return notEvaluated('figures missing');
  if (count === 0) return passed;
  const spoken = speaksOfFee(report);
  if (spoken === null) return notEvaluated('passages left out');
  if (spoken) return passed;
  const root = found({ check: 'T3-FEE-LINK', level: 'note', figures: [id], at: placeOf(report, id), parameters: { count } });
  return { ...judged([root]), folds: [{ root: root.key, keys: [findingKey('TXT-SIX-FEE', [])] }] };
}

const LARGE_CARRY = { share: 0.4, load: 5 };

/** T3-CARRY-SIZE: carried forward at most 40 % of the load, from a load of 5 on (条例 第三十三条). Right: 2 of 10. Wrong: 5 of 10. */
export function carrySizeCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const id = 't3.carried_forward.total';
  const [received, carriedIn, open] = [valueOf(report, 't3.received.total'), valueOf(report, 't3.carried_in.total'), valueOf(report, id)];
  if (received === null || carriedIn === null || open === null) return notEvaluated('figures missing');
  const load = received + carriedIn;
  if (load < LARGE_CARRY.load || open <= load * LARGE_CARRY.share) return passed;
  return judged([found({ check: 'T3-CARRY-SIZE', level: 'note', figures: [id], at: placeOf(report, id), parameters: { open, load, percent: Math.round((open / load) * 100) } })]);
}

/** T3-SECRET: refusals as state secret are rare, and rest on a decision of classification (条例 第十四条). Wrong: 2, for the reader to confirm. */
export function secretCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const id = 't3.refused.state_secret.total';
  const count = valueOf(report, id);
  if (count === null) return notEvaluated('figures missing');
  return count > 0 ? judged([found({ check: 'T3-SECRET', level: 'note', figures: [id], at: placeOf(report, id), parameters: { count } })]) : passed;
}

export const TABLE_THREE_HINTS: readonly Check[] = [
  {
    id: 'T3-STALE', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '条33', run: staleCheck,
    title: { zh: '结转件一年未结', en: 'Cases open after a year' },
    what: { zh: '各列办理总计不少于上年结转，否则上年结转的满一年仍未办结', en: 'a column where 总计 < 上年结转: cases carried in are still open after a year' },
    mend: { zh: '核对上年结转件的办理情况；确未办结的，说明原因。', en: 'Check what became of the cases carried in; explain those still open.' },
    sentences: { default: { zh: '表三{stale:stale}：上年结转的满一年仍有未办结的。请核对或说明。', en: 'Table 3, {stale:stale}: cases carried in are still open after a year. Check or explain.' } },
  },
  {
    id: 'T3-OTHER-LARGE', version: 1, levels: ['note', 'query'], family: 'report', editions: ONLY_2021, basis: '', run: otherLargeCheck,
    title: { zh: '“其他”偏多', en: 'Many under “other”' },
    what: { zh: '“3.其他”不少于3件且超过总计20%为提示；不少于10件且超过30%为疑点', en: '3.其他 ≥ 3 and > 20 % of 总计; query when ≥ 10 and > 30 %' },
    mend: { zh: '核实能否归入具体情形。', en: 'See whether they belong to another row.' },
    sentences: { default: { zh: '表三“（六）其他处理3.其他”有{count}件，占办理总计{processed}件的{percent}%。请核实能否归入具体情形。', en: 'Table 3, other handling, 3 other: {count} of {processed} processed ({percent} %). See whether they belong to another row.' } },
  },
  {
    id: 'T3-FEE-LINK', version: 1, levels: ['note'], family: 'report', editions: ONLY_2021, basis: '条42', run: feeLinkCheck,
    title: { zh: '未说明信息处理费', en: 'Fee not mentioned' },
    what: { zh: '有逾期不缴费不再处理的，第六部分应说明信息处理费', en: 'fee-unpaid row > 0 and section 六 silent on 信息处理费' },
    mend: { zh: '在第六部分说明收费通知和收取情况。', en: 'State in section 6 what was charged and collected.' },
    sentences: { default: { zh: '表三有{count}件因逾期未缴费不再处理，第六部分没有提到信息处理费。请在第六部分说明。', en: 'Table 3: {count} ended because the fee was not paid; section 6 does not mention the fee. State it there.' } },
  },
  {
    id: 'T3-CARRY-SIZE', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '条33', run: carrySizeCheck,
    title: { zh: '结转比例高', en: 'Large carry-over' },
    what: { zh: '结转下年度不超过应办量的40%（应办量不少于5件时）', en: 'carried forward > 40 % of the load and load ≥ 5' },
    mend: { zh: '确认不是超期未答复。', en: 'Make sure that none is overdue.' },
    sentences: { default: { zh: '表三结转下年度{open}件，占应办{load}件的{percent}%。答复期限为20个工作日（可延长20个），请确认不是超期未答复。', en: 'Table 3: {open} of {load} are carried forward ({percent} %). Answers are due in 20 working days (20 more at most): make sure that none is overdue.' } },
  },
  {
    id: 'T3-SECRET', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '条14', run: secretCheck,
    title: { zh: '以国家秘密不予公开', en: 'Refused as state secret' },
    what: { zh: '属于国家秘密不予公开大于0的，确认有定密依据', en: 'refusals as state secret > 0' },
    mend: { zh: '确认有定密依据。', en: 'Make sure that the information was classified.' },
    sentences: { default: { zh: '表三以“属于国家秘密”不予公开{count}件。请确认有定密依据。', en: 'Table 3: {count} refused as state secret. Make sure that the information was classified.' } },
  },
];
