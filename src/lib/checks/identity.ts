/** Checks of whose report it is, of which year, and for whom it speaks. */
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding } from './finding.ts';
import { found, judged, notApplicable, notEvaluated, passed } from './outcome.ts';

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
const isNoReport = (report: CheckedReport): boolean => report.title === null && report.sections.length === 0 && report.tables.length === 0;

/** Whether all letters of the short name stand in the long one, in order: 县发改委 in 青禾县发展和改革委员会. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Whether two names can be of one body: one within the other, or short for it. Right: 县科工局, 青禾县科技工业和信息化局. */
export function mayBeSame(one: string, other: string): boolean {
  const [short = '', long = ''] = [plain(one), plain(other)].sort((a, b) => a.length - b.length);
  // 县生态环境分局 is short for 云澜市生态环境局青禾分局: the county's own word for itself is no part of the name.
  return isShortFor(short, long) || isShortFor(short.replace(/^[省市县区]/u, ''), long);
}

/** Endings of bodies' names; a file's name without one names no body. */
const BODY = /(?:人民政府|政府|委员会|管委会|办公室|办公厅|办事处|街道|局|委|办|乡|镇|中心|联合会|联合社|红十字会|队)$/u;

/** Names other than the title's that the report gives for itself, by where they stand. */
function otherNames(report: CheckedReport): { from: 'signature' | 'file name'; name: string }[] {
  const { body, bodyNames = [] } = report;
  if (body === null) return [];
  const own = [body, ...bodyNames];
  return report.evidence.body.flatMap(({ from, value }) => {
    if ((from !== 'signature' && from !== 'file name') || !BODY.test(plain(value))) return [];
    return own.some((name) => mayBeSame(name, value) || plain(value).includes(plain(name))) ? [] : [{ from, name: value }];
  });
}

/** The signature of another body, as ID-BODY and TXT-SIGNATURE see it; null where it agrees or there is none. */
export function foreignSignature(report: CheckedReport): string | null {
  return otherNames(report).find(({ from }) => from === 'signature')?.name ?? null;
}

/** The note that TXT-SIGNATURE makes of it. */
export function signatureFinding(report: CheckedReport, name: string): Finding {
  return found({ check: 'TXT-SIGNATURE', level: 'note', figures: [], quote: name, parameters: { case: 'body', name, body: report.body ?? '' } }, 'body');
}

/**
 * ID-BODY: title, signature and file name name one body; names of the register and short forms agree (条例 第四十九条).
 * The publisher of a page is often another body and proves nothing. Right: 青禾县民政局, 县民政局. Wrong: title 民政局, signed 水利局.
 */
export function bodyCheck(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  if (report.body === null) return notEvaluated('not recognised');
  const others = otherNames(report);
  if (others.length === 0) return passed;
  const said = others.map(({ from, name }) => `${from}=${name}`);
  const finding = found({ check: 'ID-BODY', level: 'query', figures: [], parameters: { body: report.body, said } });
  const signature = foreignSignature(report);
  return { ...judged([finding]), folds: signature === null ? [] : [{ root: finding.key, keys: [signatureFinding(report, signature).key] }] };
}

/** What ID-YEAR finds, or null: ST-PERIOD asks, too. */
export function yearFinding(report: CheckedReport): Finding | null {
  const years = report.evidence.year.filter(({ from }) => from === 'title' || from === 'period' || from === 'file name');
  if (new Set(years.map(({ value }) => value)).size < 2) return null;
  return found({ check: 'ID-YEAR', level: 'query', figures: [], parameters: { said: [...new Set(years.map(({ from, value }) => `${from}=${value}`))] } });
}

/** ID-YEAR: title, period and file name give one report year. Right: 2024 everywhere. Wrong: title 2024, file 2023年年报. */
export function yearCheck(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  if (!report.evidence.year.some(({ from }) => from === 'title' || from === 'period' || from === 'file name')) return notEvaluated('not recognised');
  const finding = yearFinding(report);
  return judged(finding ? [finding] : []);
}

/** Offices that file for themselves and also write the report of the whole area. */
const OFFICE = /(?:政府|管委会|管理委员会)办公[室厅]$/u;
const WHOLE = /^(?:全|我)[县区市旗]|各级/u;

/**
 * ID-SCOPE: it can be told whether a report speaks for its office or for the whole area. Right: a bureau, 我局. Wrong: the
 * county office's own report that says 全县共收到申请.
 */
export function scopeCheck(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  if (report.body === null) return notEvaluated('not recognised');
  const first = report.evidence.scope.filter(({ from }) => from === 'first person');
  const [whole, own] = [first.find(({ value }) => WHOLE.test(value)), first.find(({ value }) => !WHOLE.test(value))];
  const office = report.scope === 'own' && OFFICE.test(plain(report.body)) ? whole : undefined;
  const area = report.scope === 'rollup' && !whole ? own : undefined;
  const words = office ?? area;
  if (!words) return passed;
  return judged([found({ check: 'ID-SCOPE', level: 'query', figures: [], quote: words.value, parameters: { case: office ? 'office' : 'area', body: report.body, words: words.value } })]);
}

export const IDENTITY: readonly Check[] = [
  {
    id: 'ID-BODY', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '条49', run: bodyCheck,
    title: { zh: '单位名称不一致', en: 'Bodies differ' },
    what: { zh: '标题、落款、文件名指向同一单位（同一单位的别名、简称算一致）', en: 'title, signature and file name name one body (aliases and short forms of one body agree)' },
    mend: { zh: '核对是哪个单位的年报，改正落款或标题；单位更名的，在名录中登记别名。', en: 'Check whose report it is and correct signature or title; enter a former name in the register.' },
    sentences: { default: { zh: '标题是“{body}”，而{said:sources}。请核对是哪个单位的年报。', en: 'The title names {body}, but {said:sources}. Check whose report it is.' } },
  },
  {
    id: 'ID-YEAR', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: yearCheck,
    title: { zh: '报告年度不一致', en: 'Years differ' },
    what: { zh: '标题、统计期限、文件名的年度相同', en: 'title, period and file name give one report year' },
    mend: { zh: '核对是哪一年度的年报，改正有误的一处。', en: 'Check which year it is of, and correct the place that is wrong.' },
    sentences: { default: { zh: '报告年度写法不一：{said:sources}。请核对是哪一年度的年报。', en: 'The report year differs: {said:sources}. Check which year it is of.' } },
  },
  {
    id: 'ID-SCOPE', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: scopeCheck,
    title: { zh: '统计范围不清', en: 'Scope unclear' },
    what: { zh: '能分清是本机关年报还是本级政府汇总', en: 'a report of the whole area and one of the office can be told apart' },
    mend: { zh: '写明统计范围：本机关，或本级政府（全县）。', en: 'State the scope: the office itself, or the whole area.' },
    sentences: {
      office: { zh: '{body}的年报写的是“{words}”，分不清是办公室自身的还是全县汇总的。请写明统计范围。', en: 'The report of {body} says “{words}”: it cannot be told whether it speaks for the office or for the whole area. State the scope.' },
      area: { zh: '{body}的汇总年报写的是“{words}”，分不清是全县汇总的还是一个单位的。请写明统计范围。', en: 'The report of {body} says “{words}”: it cannot be told whether it speaks for the whole area or for one body. State the scope.' },
    },
  },
];
