/**
 * Checks of the prose against the tables: at most queries, until a person confirms what was read out of a sentence. Each
 * finding quotes its sentence. Both meanings of 受理 satisfy, with and without the cases carried in.
 */
import type { FigureId, TableNumber } from '../form/figures.ts';
import { rulePower } from './body-level.ts';
import { claimsOf, type Claim, type Claimed } from './claims.ts';
import { BOTH_EDITIONS, type Check, type Outcome, type ReportCheck, type Words } from './entry.ts';
import type { CheckedReport, Finding } from './finding.ts';
import { figureOf, found, hasTable, judged, notApplicable, notEvaluated, passed, together } from './outcome.ts';

/** A number that would agree with the claim, as the sum of figures; `how` where it agrees only in another sense. */
export interface Reading {
  figures: FigureId[];
  how?: 'with carried in';
}

/** Findings without those that repeat: a sentence may stand in two sections. */
export function onceEach(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.key, finding])).values()];
}

/** Sum of figures; null as soon as one has no number. */
export function sumOf(report: CheckedReport, figures: readonly FigureId[]): number | null {
  let sum = 0;
  for (const id of figures) {
    const { value } = figureOf(report, id);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** The finding of a claim; words and count of the claim, and what the table says, are its parameters. */
export function claimFinding(check: string, { sentence, words, count }: Claim, figures: FigureId[], table: number, more: Record<string, string | number> = {}): Finding {
  return found({ check, level: 'query', figures, quote: sentence.text, at: sentence.at, expected: table, actual: count, parameters: { words, count, table, ...more } }, words);
}

/** A claim against its readings: agreed, unknown where a reading has no number, or a query on the first reading. */
function weigh(report: CheckedReport, check: string, claim: Claim, readings: readonly Reading[]): Outcome {
  const sums = readings.map((reading) => ({ ...reading, sum: sumOf(report, reading.figures) }));
  const agreed = sums.find(({ sum }) => sum === claim.count);
  if (agreed?.how) {
    const finding = claimFinding(check, claim, agreed.figures, claim.count, { case: 'carried' });
    return judged([{ ...finding, level: 'note' }]);
  }
  if (agreed) return passed;
  const [first] = sums;
  if (!first || sums.some(({ sum }) => sum === null)) return notEvaluated('figures missing');
  return judged([claimFinding(check, claim, first.figures, first.sum ?? 0)]);
}

/** All claims of a kind; passed where the prose states none. */
function claimed(report: CheckedReport, check: string, table: TableNumber, kinds: readonly Claimed[], readings: (claim: Claim) => readonly Reading[]): Outcome {
  if (!hasTable(report, table)) return notApplicable;
  const claims = claimsOf(report).filter(({ what }) => kinds.includes(what));
  if (claims.length === 0) return passed;
  const outcome = together(claims.map((claim) => weigh(report, check, claim, readings(claim))));
  return { ...outcome, findings: onceEach(outcome.findings) };
}

const total = (row: string): FigureId => `t3.${row}.total`;
const RECEIVED: Reading = { figures: [total('received')] };
const WITH_CARRIED: Reading = { figures: [total('received'), total('carried_in')], how: 'with carried in' };
const PROCESSED: Reading = { figures: [total('processed')] };

/** NARR-NONE: 未收到 … means 新收 0. Right: 未收到申请, 0. Wrong: 未收到申请, 1. */
export const noneCheck = (report: CheckedReport): Outcome => claimed(report, 'NARR-NONE', '三', ['none received'], () => [RECEIVED]);

/**
 * NARR-R1: 收到/受理/收办 N件 is 新收; where it is 新收 + 上年结转 it passes with a note. Right: 收到3件, 3; 受理75件, 74 + 1
 * (note). Wrong: 收到15件, 12 + 1.
 */
export const receivedCheck = (report: CheckedReport): Outcome => claimed(report, 'NARR-R1', '三', ['received', 'accepted'], () => [RECEIVED, WITH_CARRIED]);
/** NARR-R2: 上年结转 N件. Right: 上年结转2件, 2. Wrong: 上年结转2件, 0. */
export const carriedInCheck = (report: CheckedReport): Outcome => claimed(report, 'NARR-R2', '三', ['carried in'], () => [{ figures: [total('carried_in')] }]);
/** NARR-R37: 办结/答复 N件 is （七）总计; 办理 may also speak of what was received. Right: 办结69件, 69. Wrong: 办结71件, 69. */
export const processedCheck = (report: CheckedReport): Outcome =>
  claimed(report, 'NARR-R37', '三', ['processed', 'handled'], ({ what }) => (what === 'processed' ? [PROCESSED] : [PROCESSED, RECEIVED, { figures: WITH_CARRIED.figures }]));
/** NARR-R4: 结转下年 N件. Right: 1件结转下年度, 1. Wrong: 2件结转下年度, 1. */
export const carriedForwardCheck = (report: CheckedReport): Outcome => claimed(report, 'NARR-R4', '三', ['carried forward'], () => [{ figures: [total('carried_forward')] }]);
/** NARR-REVIEW: 行政复议 N件 is the total of the review group. Wrong: 行政复议7件 (perhaps all administrative cases), 2. */
export const reviewCheck = (report: CheckedReport): Outcome => claimed(report, 'NARR-REVIEW', '四', ['review'], () => [{ figures: ['t4.review.total'] }]);
/** NARR-LIT: 行政诉讼 N件 is the two litigation groups together. Right: 9件, 6 + 3. Wrong: 9件, 6 + 2. */
export const litigationCheck = (report: CheckedReport): Outcome =>
  claimed(report, 'NARR-LIT', '四', ['litigation'], () => [{ figures: ['t4.direct_litigation.total', 't4.litigation_after_review.total'] }]);
/** NARR-LIC, NARR-PEN: 作出行政许可 / 行政处罚 N件; documents published (公开N条) are another thing. Wrong: 作出行政许可120件, 112. */
export const licenceCheck = (report: CheckedReport): Outcome => claimed(report, 'NARR-LIC', '二', ['licences'], () => [{ figures: ['t2.licensing.decisions'] }]);
export const penaltyCheck = (report: CheckedReport): Outcome => claimed(report, 'NARR-PEN', '二', ['penalties'], () => [{ figures: ['t2.penalties.decisions'] }]);

const DOCUMENTS: Partial<Record<Claimed, string>> = { 'documents issued': 'issued', 'documents repealed': 'repealed', 'documents in force': 'in_force' };

/**
 * NARR-GF: 制发/废止/现行有效规范性文件 N件; a difference of exactly 制发 between two counts of the stock is named, it may be
 * one of definition. Right: 现行有效470件, 470. Wrong: 制发3件, 1; 现行有效393件, 470 with 77 issued.
 */
export function documentsCheck(report: CheckedReport): Outcome {
  const old = report.edition === '2019';
  const outcome = claimed(report, 'NARR-GF', '二', old ? ['documents issued'] : ['documents issued', 'documents repealed', 'documents in force'], ({ what }) =>
    [{ figures: [`t2.normative_documents.${old ? 'made' : DOCUMENTS[what]}`] }]);
  const issued = figureOf(report, 't2.normative_documents.issued').value ?? 0;
  const findings = outcome.findings.map((finding): Finding => {
    const byIssued = finding.figures[0] === 't2.normative_documents.in_force' && issued > 0 && Math.abs((finding.expected ?? 0) - (finding.actual ?? 0)) === issued;
    return byIssued ? { ...finding, parameters: { ...finding.parameters, case: 'issued', issued } } : { ...finding, parameters: { ...finding.parameters, cell: finding.figures[0] ?? '' } };
  });
  return { ...outcome, findings };
}

/** NARR-RULE-CLAIM: a county body does not claim to have made 规章 (立法法 第九十三条). Wrong: 我局制定规章4件. */
export function ruleClaimCheck(report: CheckedReport): Outcome {
  const claims = claimsOf(report).filter(({ what, count }) => what === 'rules' && count > 0);
  const power = rulePower(report.body, report.bodyKind);
  if (power === 'may') return notApplicable;
  if (claims.length === 0) return passed;
  if (power === 'unknown') return notEvaluated('no kind of body');
  return judged(onceEach(claims.map((claim) => claimFinding('NARR-RULE-CLAIM', claim, [], 0))));
}

const ASK: Words = { zh: '请以台账为准，改正文或改表。', en: 'Go by the register: correct the prose or the table.' };

function against(id: string, run: ReportCheck['run'], title: Words, what: Words, place: Words, more: Record<string, Words> = {}, levels: Check['levels'] = ['query']): Check {
  return {
    id, version: 1, levels, family: 'report', editions: BOTH_EDITIONS, basis: 'quoted sentence', run, title, what, mend: ASK,
    sentences: { default: { zh: `正文写“{words}”，${place.zh}为{table}。${ASK.zh}`, en: `The prose says “{words}”, ${place.en} says {table}. ${ASK.en}` }, ...more },
  };
}

export const NARRATIVE: readonly Check[] = [
  against('NARR-NONE', noneCheck, { zh: '说未收到申请', en: 'None received' }, { zh: '正文说未收到申请，新收应为0', en: '未收到 … ⇒ 新收 0' }, { zh: '表三“新收”总计', en: 'received in table 3' }),
  against('NARR-R1', receivedCheck, { zh: '新收与正文不符', en: 'Received' },
    { zh: '收到、受理N件：等于新收为通过，等于新收加上年结转为提示，否则为疑点', en: '收到/受理 N件: N = 新收 passes; N = 新收 + 上年结转 passes with a note; else query' }, { zh: '表三“新收”总计', en: 'received in table 3' },
    { carried: { zh: '正文写“{words}”，等于表三新收加上年结转。口径可以，无须改正。', en: 'The prose says “{words}”: received and carried in of table 3 together. That is right as well.' } }, ['query', 'note']),
  against('NARR-R2', carriedInCheck, { zh: '上年结转与正文不符', en: 'Carried in' }, { zh: '正文的上年结转件数与表三相同', en: '上年结转 N件 against table 三' }, { zh: '表三“上年结转”总计', en: 'carried in of table 3' }),
  against('NARR-R37', processedCheck, { zh: '办结与正文不符', en: 'Processed' }, { zh: '正文的办结、答复件数与表三相同', en: '办结/答复 N件 against table 三' }, { zh: '表三第（七）项总计', en: 'the total of outcomes of table 3' }),
  against('NARR-R4', carriedForwardCheck, { zh: '结转下年与正文不符', en: 'Carried forward' }, { zh: '正文的结转下年件数与表三相同', en: '结转下年 N件 against table 三' }, { zh: '表三“结转下年度”总计', en: 'carried forward of table 3' }),
  against('NARR-REVIEW', reviewCheck, { zh: '复议与正文不符', en: 'Reviews' }, { zh: '正文的行政复议件数与表四相同（常误写全部行政案件）', en: '行政复议 N件 (often all administrative cases)' },
    { zh: '表四“行政复议”总计（只计政府信息公开引起的）', en: 'review of table 4 (only cases about disclosure count)' }),
  against('NARR-LIT', litigationCheck, { zh: '诉讼与正文不符', en: 'Litigation' }, { zh: '正文的行政诉讼件数与表四相同', en: '行政诉讼 N件 against table 四' },
    { zh: '表四“行政诉讼”两组总计之和（只计政府信息公开引起的）', en: 'litigation of table 4, both groups (only cases about disclosure count)' }),
  against('NARR-GF', documentsCheck, { zh: '规范性文件与正文不符', en: 'Normative documents' }, { zh: '正文的制发、废止、现行有效件数与表二相同', en: '制发/废止/现行有效规范性文件 N件; a difference equal to 制发 is named' },
    { zh: '{cell:cell}', en: '{cell:cell}' }, {
      issued: { zh: '正文写“{words}”，表二现行有效为{table}，相差的恰是本年制发{issued}件，可能是口径不同。请核对或说明。', en: 'The prose says “{words}”, table 2 has {table} in force; the difference is exactly the {issued} issued this year, perhaps one of definition. Check or explain.' },
    }),
  {
    id: 'NARR-RULE-CLAIM', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: 'quoted sentence', run: ruleClaimCheck,
    title: { zh: '正文称有规章', en: 'Claims rules' },
    what: { zh: '县级单位没有规章制定权，正文不应称制发了规章', en: 'a county body claims 规章' },
    mend: { zh: '规范性文件不要写成规章。', en: 'Do not call normative documents rules.' },
    sentences: { default: { zh: '正文写“{words}”。县级单位没有规章制定权，请核对是否应为规范性文件。', en: 'The prose says “{words}”. Bodies of a county cannot make rules (规章): check whether normative documents are meant.' } },
  },
  against('NARR-LIC', licenceCheck, { zh: '许可与正文不符', en: 'Licences' }, { zh: '正文作出行政许可件数与表二相同', en: '作出行政许可 N件 against table 二' }, { zh: '表二“行政许可”', en: 'licensing of table 2' }),
  against('NARR-PEN', penaltyCheck, { zh: '处罚与正文不符', en: 'Penalties' }, { zh: '正文作出行政处罚件数与表二相同', en: '作出行政处罚 N件 against table 二' }, { zh: '表二“行政处罚”', en: 'penalties of table 2' }),
];
