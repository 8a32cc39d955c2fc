/** Checks of the prose's own arithmetic, and of its parts against the tables. */
import { outcomeFigures, outcomeValue } from '../form/derived.ts';
import type { FigureId } from '../form/figures.ts';
import type { Outcome as CaseOutcome } from '../form/table-three.ts';
import { claimsOf, type Claim } from './claims.ts';
import { BOTH_EDITIONS, ONLY_2021, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding } from './finding.ts';
import { claimFinding, onceEach, sumOf } from './narrative.ts';
import { figureOf, found, hasTable, judged, notApplicable, notEvaluated, passed, together } from './outcome.ts';
import { NUMBER, numberOf, sentencesIn, type Sentence } from './sentences.ts';

const UNIT = '\\s?(?:件次|件|宗|起|份|项|条|次)';
const OUTCOME_WORDS: [string, CaseOutcome[]][] = [
  ['予以公开(?:及|和|、|或)部分公开', ['granted', 'granted_in_part']], ['予以公开', ['granted']], ['部分公开', ['granted_in_part']], ['不予公开', ['refused']],
  ['无法提供', ['unavailable']], ['不予处理', ['not_processed']], ['其他处理', ['other_handling']],
];
const OUTCOME = new RegExp(`(${OUTCOME_WORDS.map(([word]) => word).join('|')})(?:的)?(?:有|共)?\\s?(${NUMBER})${UNIT}(?:[，,]?\\s?占(?:比)?(?:[^，。；\\d]{0,8})(\\d+(?:\\.\\d+)?)\\s?[%％])?`, 'gu');
/** Documents are marked 不予公开, too. */
const DOCUMENTS = /公文|制发|信息数|公开(?:政府)?信息|主动公开\s?\d/u;

interface OutcomeClaim extends Claim {
  outcomes: CaseOutcome[];
  percent: number | null;
  decimals: number;
}
/** Counts by outcome, in sentences about applications. */
function outcomeClaims(report: CheckedReport): OutcomeClaim[] {
  return sentencesIn(report).filter(({ section, text, context }) => section > 0 && !DOCUMENTS.test(text.replace(/信息公开申请/gu, '申请')) && (section === 3 || /申请|办结/u.test(text) || (/依申请公开|信息公开申请/u.test(context) && /[，；]/u.test(text))))
    .flatMap((sentence) => [...sentence.text.matchAll(OUTCOME)].flatMap((match): OutcomeClaim[] => {
      const outcomes = OUTCOME_WORDS.find(([word]) => new RegExp(`^${word}$`, 'u').test(match[1] ?? ''))?.[1];
      const count = numberOf(match[2] ?? '');
      if (!outcomes || count === null || /上年|去年|同比/u.test(sentence.text)) return [];
      return [{ what: 'processed', count, sentence, words: match[0], outcomes, percent: match[3] === undefined ? null : Number(match[3]), decimals: match[3]?.split('.')[1]?.length ?? 0 }];
    }));
}

const APPLICANTS: Record<string, string[]> = {
  自然人: ['natural'], 商业企业: ['business'], 科研机构: ['research'], 社会公益组织: ['welfare'], 法律服务机构: ['legal_services'],
  法人或其他组织: ['business', 'research', 'welfare', 'legal_services', 'other'], 法人或者其他组织: ['business', 'research', 'welfare', 'legal_services', 'other'],
};
const APPLICANT = new RegExp(`(${Object.keys(APPLICANTS).join('|')})(?:申请|提出|提交)?(?:的)?\\s?(${NUMBER})${UNIT}`, 'gu');

/**
 * NARR-OUTCOME: counts by outcome or applicant are those of table 三 (of applicants: received, with or without carried in,
 * or processed). Right: 不予公开5件, 5. Wrong: 予以公开及部分公开258件, 275.
 */
export function outcomeCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const value = (id: FigureId): number | null => figureOf(report, id).value;
  const outcomes = outcomeClaims(report).map((claim): Outcome => {
    const parts = claim.outcomes.map((outcome) => outcomeValue(outcome, 'total', value));
    if (parts.some((part) => part === null)) return notEvaluated('figures missing');
    const table = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    return table === claim.count ? passed : judged([claimFinding('NARR-OUTCOME', claim, claim.outcomes.flatMap((outcome) => outcomeFigures(outcome, 'total')), table)]);
  });
  const applicants = claimsOf(report).filter(({ what }) => what === 'received' || what === 'accepted').flatMap((claim) =>
    [...claim.sentence.text.matchAll(APPLICANT)].map((match): Outcome => {
      const columns = APPLICANTS[match[1] ?? ''] ?? [];
      const count = numberOf(match[2] ?? '') ?? 0;
      const of = (...rows: string[]): FigureId[] => rows.flatMap((row) => columns.map((column) => `t3.${row}.${column}`));
      const sums = [of('received'), of('received', 'carried_in'), of('processed')].map((figures) => sumOf(report, figures));
      if (sums.includes(count)) return passed;
      if (sums.includes(null)) return notEvaluated('figures missing');
      return judged([claimFinding('NARR-OUTCOME', { ...claim, count, words: match[0] }, of('received'), sums[0] ?? 0)]);
    }));
  const outcome = outcomes.length + applicants.length === 0 ? passed : together([...outcomes, ...applicants]);
  return { ...outcome, findings: onceEach(outcome.findings) };
}

const RATE = /办结率(?:为|达到?)?\s?(\d+(?:\.\d+)?)\s?[%％]/u;

/**
 * NARR-RATE: 全部办结 where nothing is carried forward; shares and the rate of completion follow from the counts. Right: 42件，
 * 占51.85% of 81. Wrong: 全部办结, 1 carried forward; 258件，占33.9% of 805.
 */
export function rateCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '三')) return notApplicable;
  const claims = claimsOf(report);
  const [received, carriedIn, processed, open] = ['received', 'carried_in', 'processed', 'carried_forward'].map((row) => figureOf(report, `t3.${row}.total`).value);
  const all = claims.filter(({ what }) => what === 'all processed').map((claim): Outcome => {
    if (open === null || open === undefined) return notEvaluated('figures missing');
    return open === 0 ? passed : judged([claimFinding('NARR-RATE', claim, ['t3.carried_forward.total'], open)]);
  });
  const load = received !== null && received !== undefined && carriedIn !== null && carriedIn !== undefined ? received + carriedIn : null;
  const stated = claims.filter(({ what }) => what === 'received' || what === 'accepted' || what === 'processed' || what === 'handled').map(({ count }) => count);
  const wholes = [received, load, processed, ...stated].filter((whole): whole is number => typeof whole === 'number' && whole > 0);
  const off = (count: number, percent: number, decimals: number): boolean => wholes.every((whole) => Math.abs((count / whole) * 100 - percent) > 10 ** -decimals);
  const shares = outcomeClaims(report).filter(({ percent }) => percent !== null).map((claim): Outcome => {
    if (wholes.length === 0) return notEvaluated('figures missing');
    const { count, percent, decimals } = claim;
    if (percent === null || !off(count, percent, decimals)) return passed;
    // Of all wholes the one that the stated share comes nearest to.
    const whole = wholes.reduce((best, other) => (Math.abs((count / other) * 100 - percent) < Math.abs((count / best) * 100 - percent) ? other : best));
    return judged([claimFinding('NARR-RATE', claim, [], count, { case: 'share', whole, percent: ((count / whole) * 100).toFixed(decimals) })]);
  });
  const rates = sentencesIn(report).filter(({ section }) => section > 0).flatMap((sentence): Outcome[] => {
    const match = RATE.exec(sentence.text);
    const percent = Number(match?.[1]);
    if (!match || percent === 100 || !/申请/u.test(sentence.text)) return [];
    if (processed === null || processed === undefined || load === null) return [notEvaluated('figures missing')];
    const decimals = match[1]?.split('.')[1]?.length ?? 0;
    if (!off(processed, percent, decimals)) return [passed];
    return [judged([claimFinding('NARR-RATE', { what: 'processed', count: processed, sentence, words: match[0] }, ['t3.processed.total'], processed, { case: 'share', whole: load, percent: load > 0 ? ((processed / load) * 100).toFixed(decimals) : '—' })])];
  });
  const parts = [...all, ...shares, ...rates];
  const outcome = parts.length === 0 ? passed : together(parts);
  return { ...outcome, findings: onceEach(outcome.findings) };
}

const ROUTE = new RegExp(`(?:当面|现场|窗口|网络|网上|在线|线上|线下|信函|邮寄|电子邮件|邮件|传真)(?:提交|申请|提出|方式|形式|渠道|受理|接收)*(?:的)?\\s?(${NUMBER})(?:${UNIT})?`, 'gu');

/** NARR-ROUTE-SUM: parts by route add up to their stated total. Right: 14件（信函10、网络4）. Wrong: 5件，当面2件、网络5件、信函1件. */
export function routeCheck(report: CheckedReport): Outcome {
  if (report.sections.length === 0) return notApplicable;
  const claims = claimsOf(report).filter(({ what }) => what === 'received' || what === 'accepted');
  return judged(onceEach(claims.flatMap((claim): Finding[] => {
    const rest = claim.sentence.text.slice(claim.sentence.text.indexOf(claim.words) + claim.words.length);
    const parts = [...rest.matchAll(ROUTE)].map((match) => numberOf(match[1] ?? '') ?? 0);
    const sum = parts.reduce((total, part) => total + part, 0);
    // Two routes that stay below the total may be two of several.
    if (parts.length < 2 || sum === claim.count || (parts.length === 2 && sum < claim.count)) return [];
    return [claimFinding('NARR-ROUTE-SUM', claim, [], sum)];
  })));
}

/**
 * NARR-SELF-CONTRADICT: the prose has one total for applications received; with and without those carried in are two
 * senses, no contradiction. It folds the comparisons of the same sentences. Wrong: 收到20件 in section 一, 收到16件 in 三.
 */
export function contradictionCheck(report: CheckedReport): Outcome {
  if (report.sections.length === 0) return notApplicable;
  const claims = claimsOf(report);
  const totals = claims.filter(({ what }) => what === 'received' || what === 'accepted');
  const carried = [figureOf(report, 't3.carried_in.total').value, ...claims.filter(({ what }) => what === 'carried in').map(({ count }) => count)];
  const [first] = totals;
  const second = first && totals.find(({ count }) => count !== first.count && !carried.includes(Math.abs(count - first.count)));
  if (!first || !second) return passed;
  const root = found({ check: 'NARR-SELF-CONTRADICT', level: 'query', figures: [], quote: second.sentence.text, at: second.sentence.at, parameters: { first: first.words, second: second.words } });
  const keys = totals.map((claim) => claimFinding('NARR-R1', claim, ['t3.received.total'], 0).key);
  return { ...judged([root]), folds: [{ root: root.key, keys }] };
}

const LIST_TOTAL = new RegExp(`(?:主动公开|公开|公布|发布)(?:了)?(?:各类)?(?:政府)?信息(?:共|共计)?\\s?(${NUMBER})\\s?条[，,]?[（(]?(?:其中|涵盖|包括)`, 'u');
const LIST_PART = new RegExp(`([^，,、；;。（）()\\d]{2,24})\\s?(${NUMBER})\\s?条`, 'gu');

/** NARR-SUBTOTAL: a list that ends with 其他 adds up to its total, and no list exceeds it. Right: 125 = 5 + 1 + 1 + 24 + 其他94. Wrong: 471, 109 + … = 498. */
export function subtotalCheck(report: CheckedReport): Outcome {
  if (report.sections.length === 0) return notApplicable;
  const findings = sentencesIn(report).filter(({ section }) => section > 0).flatMap((sentence: Sentence): Finding[] => {
    const total = LIST_TOTAL.exec(sentence.text);
    if (!total) return [];
    const list = (sentence.text.slice(total.index + total[0].length).split(/[；;）)]/u)[0] ?? '');
    const parts = [...list.matchAll(LIST_PART)].map((match) => ({ label: match[1] ?? '', count: numberOf(match[2] ?? '') ?? 0 }));
    const sum = parts.reduce((so, { count }) => so + count, 0);
    const whole = numberOf(total[1] ?? '') ?? 0;
    const exhaustive = /其他/u.test(parts.at(-1)?.label ?? '');
    // A number without its unit is a part that cannot be counted.
    const lost = /[\u4e00-\u9fff]\s?\d+\s*[，,、]/u.test(list);
    if (parts.length < 3 || lost || (exhaustive ? sum === whole : sum <= whole)) return [];
    return [found({ check: 'NARR-SUBTOTAL', level: 'note', figures: [], quote: sentence.text, at: sentence.at, expected: sum, actual: whole, parameters: { whole, sum } })];
  });
  return judged(onceEach(findings));
}

const NO_FEE = /(?:未|没有|无|零)(?:向申请人)?(?:收取|产生|发生)?[^。；，]{0,16}?(?:信息(?:公开)?处理费)/u;
const SOME_FEE = /(?<![未不无])(?:收取|征收)[^。；，]{0,14}?信息(?:公开)?处理费[^。；，\d]{0,8}(\d[\d,.]*)\s?(万?元)/u;
const NO_ADMINISTRATIVE_FEE = /(?:未|没有|无)(?:收取|产生|发生)?(?:任何)?行政事业性收费/u;

/** Sentences on fees: the first that says none, and the first that states an amount above 0. */
function feeClaims(report: CheckedReport): { none?: Sentence; some?: Sentence; amount: string; noneAtAll?: Sentence } {
  const sentences = sentencesIn(report).filter(({ section }) => section > 0);
  const some = sentences.find(({ text }) => Number((SOME_FEE.exec(text)?.[1] ?? '0').replace(/,/gu, '')) > 0);
  const match = some && SOME_FEE.exec(some.text);
  return {
    none: sentences.find(({ text }) => NO_FEE.test(text)), some, amount: match ? `${match[1]}${match[2]}` : '',
    noneAtAll: sentences.find(({ text }) => NO_ADMINISTRATIVE_FEE.test(text)),
  };
}

/** NARR-FEE: the prose does not say both that the processing fee was not charged and that it was. Wrong: 一: 未收取, 六: 收取380元. */
export function feeCheck(report: CheckedReport): Outcome {
  if (report.sections.length === 0) return notApplicable;
  const { none, some, amount } = feeClaims(report);
  if (!none || !some) return passed;
  return judged([found({ check: 'NARR-FEE', level: 'query', figures: [], quote: none.text, at: none.at, parameters: { amount } })]);
}

/**
 * T2-FEE-SILENT: prose and table 二 agree on fees: an amount of the processing fee is part of 行政事业性收费, and 未收取行政事业性收费
 * means 0. Not to have charged the processing fee says nothing on other fees. Wrong: 收取信息处理费400元, table 0.
 */
export function feeSilentCheck(report: CheckedReport): Outcome {
  if (!hasTable(report, '二')) return notApplicable;
  const { some, amount, noneAtAll } = feeClaims(report);
  if (!some && !noneAtAll) return passed;
  const id = 't2.fees.amount';
  const { value, at } = figureOf(report, id);
  if (value === null) return notEvaluated('figures missing');
  const wrong = some && value === 0 ? some : noneAtAll && value > 0 ? noneAtAll : undefined;
  if (!wrong) return passed;
  return judged([found({ check: 'T2-FEE-SILENT', level: 'query', figures: [id], quote: wrong.text, at: wrong.at ?? at ?? undefined, parameters: wrong === some ? { amount } : { case: 'none', table: value } })]);
}

export const NARRATIVE_SUMS: readonly Check[] = [
  {
    id: 'NARR-OUTCOME', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: 'quoted sentence', run: outcomeCheck,
    title: { zh: '分项与正文不符', en: 'Outcomes' }, what: { zh: '正文按结果或申请人写的件数与表三相同', en: 'counts per outcome or applicant in the prose are those of table 三' },
    mend: { zh: '以台账为准，改正文或改表。', en: 'Go by the register: correct the prose or the table.' },
    sentences: { default: { zh: '正文写“{words}”，表三相应各格之和为{table}。请以台账为准，改正文或改表。', en: 'The prose says “{words}”, the cells of table 3 give {table}. Go by the register: correct the prose or the table.' } },
  },
  {
    id: 'NARR-RATE', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: 'quoted sentence', run: rateCheck,
    title: { zh: '办结率与表不符', en: 'Rates' }, what: { zh: '“全部办结”或比例与件数相符', en: '全部办结, shares and rates agree with the counts' },
    mend: { zh: '按件数重新计算比例；有结转的不写全部办结。', en: 'Work the share out again; where cases are carried forward not all are concluded.' },
    sentences: {
      default: { zh: '正文写“{words}”，表三“结转下年度”为{table}件。请核对。', en: 'The prose says “{words}”, table 3 carries {table} forward. Check it.' },
      share: { zh: '正文写“{words}”，{count}件占{whole}件的{percent}%。请核对件数和比例。', en: 'The prose says “{words}”; {count} of {whole} is {percent} %. Check count and share.' },
    },
  },
  {
    id: 'NARR-ROUTE-SUM', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: 'quoted sentence', run: routeCheck,
    title: { zh: '渠道分项不合计', en: 'Routes' }, what: { zh: '各渠道件数相加等于所写总数', en: 'parts by route add up to their stated total' },
    mend: { zh: '核对各渠道件数和总数。', en: 'Check the parts and their total.' },
    sentences: { default: { zh: '正文写“{words}”，各渠道相加为{table}。请核对各渠道件数和总数。', en: 'The prose says “{words}”, its routes add up to {table}. Check the parts and their total.' } },
  },
  {
    id: 'NARR-SELF-CONTRADICT', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: 'quoted sentence', run: contradictionCheck,
    title: { zh: '前后两个总数', en: 'Two totals' }, what: { zh: '同一事项只有一个总数', en: 'one total for one thing' },
    mend: { zh: '统一为台账的件数。', en: 'Use the number of the register in both places.' },
    sentences: { default: { zh: '正文一处写“{first}”，另一处写“{second}”。请统一。', en: 'The prose says “{first}” in one place and “{second}” in another. Make them agree.' } },
  },
  {
    id: 'NARR-SUBTOTAL', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: 'quoted sentence', run: subtotalCheck,
    title: { zh: '列举不合计', en: 'List does not add up' }, what: { zh: '以“其他”结尾的列举相加等于总数，任何列举不超过总数', en: 'a list that ends with 其他 adds up to its total; no list exceeds it' },
    mend: { zh: '核对各类条数和总数。', en: 'Check the parts and their total.' },
    sentences: { default: { zh: '正文写共{whole}条，各类相加为{sum}条。请核对。', en: 'The prose says {whole}, its parts add up to {sum}. Check them.' } },
  },
  {
    id: 'NARR-FEE', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: 'quoted sentence', run: feeCheck,
    title: { zh: '未收费说法不符', en: 'Fees' }, what: { zh: '“未收取”与正文其他处的说法一致', en: '未收取 against what is said elsewhere' },
    mend: { zh: '核对信息处理费的收取情况，统一说法。', en: 'Check what was charged and say the same in both places.' },
    sentences: { default: { zh: '正文一处说未收取信息处理费，另一处写收取{amount}。请核对。', en: 'The prose says in one place that no processing fee was charged, in another {amount}. Check it.' } },
  },
  {
    id: 'T2-FEE-SILENT', version: 1, levels: ['query'], family: 'report', editions: ONLY_2021, basis: '', run: feeSilentCheck,
    title: { zh: '收费说法不一', en: 'Fee contradicted' }, what: { zh: '正文与表二关于收费的说法一致', en: 'prose and table 二 agree on fees' },
    mend: { zh: '核对收费金额，改正文或改表。', en: 'Check the amount; correct the prose or the table.' },
    sentences: {
      default: { zh: '正文写收取信息处理费{amount}，表二收费金额填0。请核对。', en: 'The prose states a processing fee of {amount}, table 2 has no fees. Check it.' },
      none: { zh: '正文说没有行政事业性收费，表二收费金额填{table}万元。请核对。', en: 'The prose says that there were no administrative fees, table 2 has {table} (10,000 yuan). Check it.' },
    },
  },
];
