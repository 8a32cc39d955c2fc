/** Checks of personal information in the prose. What is found is masked in the finding, as everywhere we write it. */
import { BOTH_EDITIONS, type Check, type Outcome, type Words } from './entry.ts';
import type { CheckedReport, Finding, Level } from './finding.ts';
import { maskPersonal, namesIn, personalIn, type PersonalKind } from './mask.ts';
import { found, judged, notApplicable } from './outcome.ts';
import { sentencesIn, type Sentence } from './sentences.ts';

/** One finding for each place; `levelOf` gives the level in its sentence. */
function personal(report: CheckedReport, check: string, kinds: readonly PersonalKind[], levelOf: (kind: PersonalKind, sentence: Sentence) => Level): Outcome {
  if (report.title === null && report.sections.length === 0 && report.tables.length === 0) return notApplicable;
  const findings = sentencesIn(report).flatMap((sentence): Finding[] =>
    personalIn(sentence.text).filter(({ kind }) => kinds.includes(kind)).map(({ kind, from, to }) => {
      const number = maskPersonal(sentence.text.slice(Math.max(0, from - 60), to)).slice(Math.min(60, from));
      return found({ check, level: levelOf(kind, sentence), figures: [], quote: sentence.text, at: sentence.at, parameters: { section: sentence.section, number } }, `${kind} ${from}`);
    }));
  return judged([...new Map(findings.map((finding) => [finding.key, finding])).values()]);
}

/** PII-ID: no identity number; an error with 18 digits and a valid check digit, a query with 15 beside 身份证. Wrong: 居民（公民身份号码99…）. */
export const identityNumberCheck = (report: CheckedReport): Outcome =>
  personal(report, 'PII-ID', ['identity', 'old identity'], (kind) => (kind === 'identity' ? 'error' : 'query'));

const PERSON = /申请人|当事人|原告|第三人|居民|村民|先生|女士|业主/u;

/** PII-MOBILE: no mobile number of an applicant or litigant (query); as a contact of the office a note. Wrong: 申请人（联系电话147…）. */
export const mobileCheck = (report: CheckedReport): Outcome => personal(report, 'PII-MOBILE', ['mobile'], (_, { text }) => (PERSON.test(text) ? 'query' : 'note'));

/** PII-BANK: no card number (16–19 digits passing Luhn beside 账号, 卡号). */
export const bankCheck = (report: CheckedReport): Outcome => personal(report, 'PII-BANK', ['bank'], () => 'query');

/** PII-MAIL: a mailbox of the office, not a private one (qq, 163 …). */
export const mailboxCheck = (report: CheckedReport): Outcome => personal(report, 'PII-MAIL', ['mailbox'], () => 'note');

/** PII-APPLICANT: no person's name directly after 申请人, 原告, 当事人. Right: 申请人王某. Wrong: the full name. */
export function applicantCheck(report: CheckedReport): Outcome {
  if (report.title === null && report.sections.length === 0 && report.tables.length === 0) return notApplicable;
  const findings = sentencesIn(report).flatMap((sentence): Finding[] => namesIn(sentence.text).map(({ from, to }) =>
    found({ check: 'PII-APPLICANT', level: 'query', figures: [], quote: sentence.text, at: sentence.at, parameters: { section: sentence.section, number: sentence.text.charAt(from) + '*'.repeat(to - from - 1) } }, String(from))));
  return judged([...new Map(findings.map((finding) => [finding.key, finding])).values()]);
}

function entry(id: string, run: (report: CheckedReport) => Outcome, levels: Check['levels'], basis: string, title: Words, what: Words, kind: Words): Check {
  return {
    id, version: 1, levels, family: 'report', editions: BOTH_EDITIONS, basis, run, title, what,
    mend: { zh: '删去，或用*号遮盖后再公开；已公开的立即替换。', en: 'Remove or mask it before publication; replace what is published.' },
    sentences: { default: { zh: `{section:place}出现${kind.zh}（{number}）。请删去或用*号遮盖；已公开的立即替换。`, en: `{section:place}: ${kind.en} ({number}). Remove or mask it; replace what is published.` } },
  };
}

export const PERSONAL: readonly Check[] = [
  entry('PII-ID', identityNumberCheck, ['error', 'query'], '条15', { zh: '身份证号', en: 'Identity number' },
    { zh: '校验位正确的18位身份证号为差错；15位为疑点', en: '18-digit identity number with valid check digit; query for 15 digits' }, { zh: '身份证号', en: 'an identity number' }),
  entry('PII-MOBILE', mobileCheck, ['query', 'note'], '条15', { zh: '手机号', en: 'Mobile number' },
    { zh: '申请人、当事人旁的手机号；作为联系方式为提示', en: 'mobile number beside an applicant or litigant; note as a contact' }, { zh: '手机号', en: 'a mobile number' }),
  entry('PII-BANK', bankCheck, ['query'], '条15', { zh: '银行卡号', en: 'Bank card' },
    { zh: '“账号”“卡号”旁通过校验的16至19位数字', en: '16–19 digits passing Luhn near 账号/卡号' }, { zh: '银行卡号', en: 'a card number' }),
  entry('PII-MAIL', mailboxCheck, ['note'], '', { zh: '个人邮箱', en: 'Personal mailbox' },
    { zh: '不以个人邮箱作单位联系方式', en: 'personal mailbox as official contact' }, { zh: '个人邮箱', en: 'a private mailbox' }),
  entry('PII-APPLICANT', applicantCheck, ['query'], '条15', { zh: '申请人姓名', en: 'Applicant’s name' },
    { zh: '“申请人”“原告”“当事人”后不跟个人姓名', en: 'a person’s name directly after 申请人/原告/当事人' }, { zh: '申请人或当事人姓名', en: 'the name of an applicant or litigant' }),
];
