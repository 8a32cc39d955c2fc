/** Checks of the prose itself: copying, placeholders, what must be written. */
import { foreignSignature, mayBeSame, signatureFinding } from './identity.ts';
import { BOTH_EDITIONS, ONLY_2021, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding, Parameters } from './finding.ts';
import { found, judged, notApplicable, notEvaluated, passed } from './outcome.ts';
import { LEFT_OUT, leavesOut, sectionText, sentencesIn, type Sentence } from './sentences.ts';
import { speaksOfFee } from './table-three-hints.ts';

const isNoReport = (report: CheckedReport): boolean => report.title === null && report.sections.length === 0 && report.tables.length === 0;

/** One finding for each sentence in which `look` sees something; passed without any. */
function bySentence(report: CheckedReport, check: string, level: 'query' | 'note', sections: readonly number[], look: (sentence: Sentence) => Parameters | null): Outcome {
  const findings = sentencesIn(report, sections).flatMap((sentence): Finding[] => {
    const parameters = look(sentence);
    return parameters ? [found({ check, level, figures: [], quote: sentence.text, at: sentence.at, parameters })] : [];
  });
  return judged([...new Map(findings.map((finding) => [finding.key, finding])).values()]);
}
const PROSE_SECTIONS = [1, 2, 3, 4, 5, 6];

const SELF = '(?:我|本)(?:局|委|办|镇|乡|街道|县|区|市|单位|机关|中心|站|所|分局|会|社|院|厅|部门)|全县|全区|全镇|全乡';
const YEAR_SUBJECT = new RegExp(`^(?:[（(]?[一二三四五六七八九十\\d]+[）)、.．]\\s?)?(20\\d\\d)\\s?年度?[，,]?\\s?(?:${SELF})`, 'u');

/**
 * TXT-YEAR: one's own work is told of the report year; plans for the next, and comparisons, are another thing. Right: 2024年，
 * 我局…. Wrong, in a report of 2024: 2022年，我局按照上级要求….
 */
export function yearSubjectCheck(report: CheckedReport): Outcome {
  const { year } = report;
  if (isNoReport(report)) return notApplicable;
  if (year === null) return notEvaluated('year unknown');
  return bySentence(report, 'TXT-YEAR', 'query', PROSE_SECTIONS, ({ text }) => {
    const printed = Number(YEAR_SUBJECT.exec(text)?.[1] ?? year);
    if (printed === year || /较|相比|同比|以来|上年|比\d/u.test(text) || (printed === year + 1 && /将|拟|计划|打算|下一步|继续/u.test(text))) return null;
    return { printed, year };
  });
}

const SPEAKER = /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s?)?(?:20\d\d\s?年度?[，,]?\s?)?([\u4e00-\u9fff]{2,6}[县市区旗][\u4e00-\u9fff]{1,16}?(?:局|委员会|办公室|中心|人民政府|办事处|联合会))(?=高度重视|认真|严格|积极|坚持|全年|共收到|切实|成立|主动公开|持续|不断|深入|扎实)/u;

/** TXT-OTHER-UNIT: nobody else speaks in one's report (30号). Right: 我局高度重视…. Wrong, in a report of 民政局: 青禾县水利局高度重视…. */
export function otherUnitCheck(report: CheckedReport): Outcome {
  const { body, bodyNames = [] } = report;
  if (isNoReport(report) || report.scope === 'rollup') return notApplicable;
  if (body === null) return notEvaluated('not recognised');
  return bySentence(report, 'TXT-OTHER-UNIT', 'query', PROSE_SECTIONS, ({ text }) => {
    const name = SPEAKER.exec(text)?.[1];
    return name === undefined || /^(?:配合|按照|根据|由|在|经|向|与|受|对|以|将|为|请)/u.test(name) || [body, ...bodyNames].some((own) => mayBeSame(own, name)) ? null : { name, body };
  });
}

const OWN_COUNTY = /([\u4e00-\u9fff]{2,6}?[县旗])/u;
const PLACE = /(?:围绕|服务|立足|结合|推动|推进|助力|促进|建设|融入|我们|在)([\u4e00-\u9fff]{2,3}县)(?=经济|社会|发展|高质量|委|人民|政府|大局|各|实际)/gu;

/** TXT-OTHER-PLACE: one's own place is one's own county (30号). Wrong, in 青禾县: 围绕白石县经济社会发展大局. */
export function otherPlaceCheck(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  const own = [report.body ?? '', ...(report.bodyNames ?? [])].flatMap((name) => OWN_COUNTY.exec(name)?.[1] ?? []);
  if (own.length === 0) return notEvaluated('not recognised');
  return bySentence(report, 'TXT-OTHER-PLACE', 'query', PROSE_SECTIONS, ({ text }) => {
    const place = [...text.matchAll(PLACE)].map(([, name = '']) => name).find((name) => !own.some((county) => county.endsWith(name) || name.endsWith(county)));
    return place === undefined ? null : { place, own: own[0] ?? '' };
  });
}

const WHOLE_AREA = /全[县市](?:各(?:级)?(?:行政机关|单位|部门|乡镇)|(?:政务|政府信息)公开(?:工作)?(?:水平|质量|取得|实现))/u;

/** TXT-LEVEL: a township or bureau does not speak for 全县. Right: 全镇各村. Wrong: 全县各行政机关对照目录逐项公开. */
export function levelCheck(report: CheckedReport): Outcome {
  const { body, bodyKind, scope } = report;
  if (isNoReport(report) || scope === 'rollup' || bodyKind === 'government' || bodyKind === 'county_office') return notApplicable;
  if (body === null) return notEvaluated('not recognised');
  // The county office guides all bodies and may say so.
  if (/政府办公[室厅]$|管委会办公室$/u.test(body)) return notApplicable;
  return bySentence(report, 'TXT-LEVEL', 'query', [1, 2, 3, 4], ({ text }) => {
    const words = WHOLE_AREA.exec(text)?.[0];
    return words === undefined || /按照|根据|印发|转发|通报|组织的|排名|评估/u.test(text) ? null : { words, body };
  });
}

const GENERIC = /(?:^|[，；。：:、]|是)((?:一些|部分|少数|多数|个别|有的)(?:地区|地方|单位|部门|县区|乡镇))(?:对|的|在|仍|还|存在|公开|重视|工作|没有|未|信息|主动)/u;

/** TXT-GENERIC-ACTOR: one body's report speaks of itself (30号). Right: 我局栏目更新不及时. Wrong: 部分单位认识不到位. */
export function genericActorCheck(report: CheckedReport): Outcome {
  if (isNoReport(report) || report.scope === 'rollup' || report.bodyKind === 'government' || report.bodyKind === 'county_office') return notApplicable;
  return bySentence(report, 'TXT-GENERIC-ACTOR', 'note', [1, 5], ({ text }) => {
    const words = GENERIC.exec(text)?.[1];
    return words === undefined ? null : { words };
  });
}

const LEFT_IN = /此处填写|请(?:在此)?填写|编写说明|填报说明|[（(]具体网址[）)]|[XxＸｘ]{2,}(?:省|市|县|区|镇|乡|街道|局|委|单位)/u;
const SUSPICIOUS = /×{2,}|\*{3,}|【\s*】|[（(【]示例[）)】]/u;

/** TXT-PLACEHOLDER: nothing of a model text is left (30号); ××, ***, 【】, 示例 are notes. Wrong: （此处填写具体网址）. */
export function placeholderCheck(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  const findings = sentencesIn(report).flatMap((sentence): Finding[] => {
    const [certain, perhaps] = [LEFT_IN.exec(sentence.text)?.[0], SUSPICIOUS.exec(sentence.text)?.[0]];
    const words = certain ?? perhaps;
    return words === undefined ? [] : [found({ check: 'TXT-PLACEHOLDER', level: certain === undefined ? 'note' : 'error', figures: [], quote: sentence.text, at: sentence.at, parameters: { words } })];
  });
  return judged([...new Map(findings.map((finding) => [finding.key, finding])).values()]);
}

/** A section without the signature, date and page furniture that may stand under it. */
function withoutSignature(report: CheckedReport, text: string): string {
  return [report.body ?? '', ...(report.bodyNames ?? []), ...report.evidence.body.map(({ value }) => value)].filter((name) => name !== '')
    .reduce((rest, name) => rest.replaceAll(name, ''), text).replace(/20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|附件下载|特此报告[。！]?/gu, '').replace(/[\s\p{P}]/gu, '');
}

/** TXT-PROBLEM-EMPTY: section 五 says something (条例 第五十条). Right: two problems and what is done. Wrong: 无。 */
export function problemEmptyCheck(report: CheckedReport): Outcome {
  const section = report.sections.find(({ number }) => number === 5);
  const text = sectionText(report, 5);
  if (text === null) return notApplicable;
  if (LEFT_OUT.test(text)) return notEvaluated('passages left out');
  if (!/^(?:|无|没有|暂无|不存在|无问题)$/u.test(withoutSignature(report, text))) return passed;
  return judged([found({ check: 'TXT-PROBLEM-EMPTY', level: 'error', figures: [], at: section?.at, parameters: { section: 5 } })]);
}

const STOCK = /有待(?:进一步)?(?:提高|提升|加强|完善|深化|增强)|(?:仍|还)?需(?:要)?(?:进一步)?(?:加强|提高|提升|完善|深化|规范)|不够(?:及时|全面|深入|到位|规范|丰富|强)?|进一步(?:加强|提高|提升|完善|规范)|加大[^，。；]{0,8}力度|健全[^，。；]{0,8}机制/u;
const CONCRETE = /\d+\s?(?:条|件|次|个|天|日|月|期|篇|场|家|人|份|项)|[一二两三四五六七八九十几]+(?:条|件|次|个月|天|期|篇|场|名|份|种|任)|每(?:日|周|月|季|年|件)|图解|图表|案例|目录|清单|台账|专人|样本|问答|抽查|督办|联络员|法律顾问|“/u;

/** TXT-PROBLEM-GENERIC: section 五 has a fact, a number or a measure (30号). Wrong: 公开意识有待提高；今后进一步加强. */
export function problemGenericCheck(report: CheckedReport): Outcome {
  const text = sectionText(report, 5);
  if (text === null) return notApplicable;
  if (LEFT_OUT.test(text)) return notEvaluated('passages left out');
  const section = report.sections.find(({ number }) => number === 5);
  const phrase = STOCK.exec(text)?.[0];
  if (phrase === undefined || CONCRETE.test(text)) return passed;
  return judged([found({ check: 'TXT-PROBLEM-GENERIC', level: 'note', figures: [], at: section?.at, parameters: { phrase } })]);
}

/** The five aspects of section 一 (30号), and words that speak of them. */
const ASPECTS: readonly [string, RegExp][] = [
  ['主动公开', /主动公开|公开(?:政府)?信息|发布|公布/u], ['依申请公开', /申请/u], ['政府信息管理', /信息(?:资源)?管理|审核|审查|把关|保密|公文|属性|动态调整|台账/u],
  ['政府信息公开平台建设', /平台|网站|新媒体|公众号|专栏|专区|栏目|微信|微博/u], ['监督保障', /监督|保障|考核|评议|培训|责任追究|督查|检查|领导小组/u],
];

/** TXT-ASPECT-MISSING: section 一 has its five aspects (30号). One finding. Wrong: nothing on 监督保障 and 平台建设. */
export function aspectCheck(report: CheckedReport): Outcome {
  const text = sectionText(report, 1);
  if (text === null) return notApplicable;
  if (leavesOut(report)) return notEvaluated('passages left out');
  const missing = ASPECTS.filter(([, words]) => !words.test(text)).map(([aspect]) => aspect);
  const section = report.sections.find(({ number }) => number === 1);
  return judged(missing.length === 0 ? [] : [found({ check: 'TXT-ASPECT-MISSING', level: 'query', figures: [], at: section?.at, parameters: { missing } })]);
}

const isGovernment = ({ body, bodyKind }: CheckedReport): boolean =>
  bodyKind === undefined ? /(?:[县市区旗]人民政府|[镇乡](?:人民政府)?)$/u.test(body ?? '') : bodyKind === 'government' || bodyKind === 'township';

/** TXT-GOV-ACCOUNT: a county's or township's government (not a subdistrict) tells of 考核, 社会评议 or 责任追究 (条例 第五十条). */
export function accountCheck(report: CheckedReport): Outcome {
  if (isNoReport(report) || !isGovernment(report)) return notApplicable;
  if (leavesOut(report)) return notEvaluated('passages left out');
  if (report.sections.length === 0) return notEvaluated('not recognised');
  if (report.sections.some(({ text }) => /考核|评议|追究|追责|问责/u.test(text))) return passed;
  return judged([found({ check: 'TXT-GOV-ACCOUNT', level: 'query', figures: [], at: report.sections.find(({ number }) => number === 1)?.at, parameters: { body: report.body ?? '' } })]);
}

/** The note that TXT-SIX-FEE makes; TXT-SIX-EMPTY and T3-FEE-LINK are its causes. */
const feeFinding = (report: CheckedReport): Finding =>
  found({ check: 'TXT-SIX-FEE', level: 'note', figures: [], at: report.sections.find(({ number }) => number === 6)?.at, parameters: { section: 6 } });

/** TXT-SIX-EMPTY: section 六 has words under its heading; the signature is none. It folds TXT-SIX-FEE. */
export function sixEmptyCheck(report: CheckedReport): Outcome {
  const text = sectionText(report, 6);
  if (text === null) return notApplicable;
  if (LEFT_OUT.test(text)) return notEvaluated('passages left out');
  if (withoutSignature(report, text) !== '') return passed;
  const root = found({ check: 'TXT-SIX-EMPTY', level: 'note', figures: [], at: report.sections.find(({ number }) => number === 6)?.at, parameters: { section: 6 } });
  return { ...judged([root]), folds: [{ root: root.key, keys: [feeFinding(report).key] }] };
}

/** TXT-SIX-FEE: section 六 says whether the processing fee was charged (国办函〔2020〕109号, from 2021 on). Wrong: 无。 */
export function sixFeeCheck(report: CheckedReport): Outcome {
  if (sectionText(report, 6) === null) return notApplicable;
  const spoken = speaksOfFee(report);
  if (spoken === null) return notEvaluated('passages left out');
  return judged(spoken ? [] : [feeFinding(report)]);
}

/** TXT-SIGNATURE: signed by the body, in the year that follows the report year. Wrong: signed in the report year. */
export function signatureCheck(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  if (!report.evidence.body.some(({ from }) => from === 'signature')) return notEvaluated('not recognised');
  const name = foreignSignature(report);
  const findings = name === null ? [] : [signatureFinding(report, name)];
  const signed = Number(report.evidence.year.find(({ from }) => from === 'signature')?.value ?? report.year) + 1;
  if (report.year !== null && signed !== report.year + 1) findings.push(found({ check: 'TXT-SIGNATURE', level: 'note', figures: [], parameters: { case: 'year', signed, year: report.year } }, 'year'));
  return judged(findings);
}

/** A document number without its closing bracket, a date without its day's 日, a date whose 年月 were lost. */
const TRUNCATED = /[〔［[]\s?20\d\d\s?\d{1,4}\s?号|20\d\d\s{2,}\d{1,2}\s{2,}\d{1,2}\s{2,}日|20\d\d年\s+月|\d{1,2}月[123]?\d(?=[。；]|$)/u;

/** TXT-TRUNCATED: no characters lost in dates and document numbers. Wrong: 国办公开办函〔202130号, 2021年12月31。 */
export function truncatedCheck(report: CheckedReport): Outcome {
  if (isNoReport(report)) return notApplicable;
  return bySentence(report, 'TXT-TRUNCATED', 'note', [0, ...PROSE_SECTIONS], ({ text }) => {
    const words = TRUNCATED.exec(text)?.[0];
    return words === undefined ? null : { words };
  });
}

export const PROSE: readonly Check[] = [
  {
    id: 'TXT-YEAR', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: yearSubjectCheck,
    title: { zh: '正文年份不对', en: 'Another year' }, what: { zh: '不以其他年份叙述本单位工作（“X年，我局……”）', en: 'another year as the subject of one’s own work' },
    mend: { zh: '核对是否沿用旧稿，改写当年工作。', en: 'Check whether an old draft was used; tell of the report year.' },
    sentences: { default: { zh: '{year}年度的年报写的是{printed}年的工作，疑似沿用旧稿。请核对。', en: 'The report of {year} tells of work in {printed}, perhaps from an old draft. Check it.' } },
  },
  {
    id: 'TXT-OTHER-UNIT', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: otherUnitCheck,
    title: { zh: '以其他单位自称', en: 'Another body' }, what: { zh: '正文不以其他单位的口吻叙述', en: 'another body as the speaker' },
    mend: { zh: '核对是否照抄，改为本单位情况。', en: 'Check whether it was copied; write of the body itself.' },
    sentences: { default: { zh: '{body}的年报以“{name}”自称，疑似照抄。请核对。', en: 'In the report of {body} “{name}” speaks: perhaps copied. Check it.' } },
  },
  {
    id: 'TXT-OTHER-PLACE', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: otherPlaceCheck,
    title: { zh: '以外地自称', en: 'Another place' }, what: { zh: '不把其他县市写成本地', en: 'another county or city as one’s own place' },
    mend: { zh: '核对是否照抄，改正地名。', en: 'Check whether it was copied; correct the place.' },
    sentences: { default: { zh: '正文把“{place}”写成本地，本单位在{own}，疑似照抄。请核对。', en: 'The prose speaks of “{place}” as its own place; the body is in {own}. Perhaps copied; check it.' } },
  },
  {
    id: 'TXT-LEVEL', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: levelCheck,
    title: { zh: '层级不对', en: 'Wrong level' }, what: { zh: '乡镇或部门不以全市、全县的口吻叙述', en: 'a township or bureau speaks for 全市/全县' },
    mend: { zh: '改写本单位情况。', en: 'Write of the body itself.' },
    sentences: { default: { zh: '{body}的年报写的是“{words}”，应写本单位情况。请核对。', en: 'The report of {body} says “{words}”; it should speak of the body itself. Check it.' } },
  },
  {
    id: 'TXT-GENERIC-ACTOR', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: genericActorCheck,
    title: { zh: '主语泛化', en: 'Generic subject' }, what: { zh: '单个单位的年报不写“一些地区”“部分单位”', en: '一些地区/部分单位 as subject in one body’s report' },
    mend: { zh: '写本单位自己的问题。', en: 'Write of the body’s own problems.' },
    sentences: { default: { zh: '写的是“{words}”，没有写本单位。请写本单位自己的情况。', en: 'It says “{words}”, not the body itself. Write of the body.' } },
  },
  {
    id: 'TXT-PLACEHOLDER', version: 1, levels: ['error', 'note'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: placeholderCheck,
    title: { zh: '模板提示语未删', en: 'Placeholder left' }, what: { zh: '“此处填写”“编写说明”“XX镇”“（具体网址）”应删；××、***、【】、示例为提示', en: '此处填写, 编写说明, XX镇, （具体网址）; note for ××, ***, 【】, 示例' },
    mend: { zh: '删去提示语，填写实际内容。', en: 'Remove it and write what belongs there.' },
    sentences: { default: { zh: '正文留有“{words}”，像是模板提示语。请填写实际内容或删去。', en: 'The prose holds “{words}”, which looks like a placeholder. Write what belongs there or remove it.' } },
  },
  {
    id: 'TXT-PROBLEM-EMPTY', version: 1, levels: ['error'], family: 'report', editions: BOTH_EDITIONS, basis: '条50(四)', run: problemEmptyCheck,
    title: { zh: '第五部分无内容', en: 'No problems stated' }, what: { zh: '第五部分不为空，不只写“无”', en: 'section 五 empty or 无' },
    mend: { zh: '写明存在的主要问题和改进情况。', en: 'Write the main problems and what is done about them.' },
    sentences: { default: { zh: '{section:section}没有内容。请写明存在的主要问题和改进情况。', en: '{section:section} says nothing. Write the main problems and what is done about them.' } },
  },
  {
    id: 'TXT-PROBLEM-GENERIC', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: problemGenericCheck,
    title: { zh: '问题笼统', en: 'Stock phrases' }, what: { zh: '第五部分不只有套话', en: 'section 五: only stock phrases' },
    mend: { zh: '写具体的事、数或措施。', en: 'Write a fact, a number or a measure.' },
    sentences: { default: { zh: '第五部分只有“{phrase}”这类说法，没有具体的事、数或措施。请写具体。', en: 'Section 5 has only phrases such as “{phrase}”, no fact, number or measure. Be specific.' } },
  },
  {
    id: 'TXT-ASPECT-MISSING', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '30号', run: aspectCheck,
    title: { zh: '第一部分缺方面', en: 'Aspect missing' }, what: { zh: '第一部分写全五个方面', en: 'section 一 lacks one of its five aspects' },
    mend: { zh: '补写所缺方面。', en: 'Add what is missing.' },
    sentences: { default: { zh: '第一部分没有写到{missing:listed}。请补写。', en: 'Section 1 does not speak of {missing:listed}. Add it.' } },
  },
  {
    id: 'TXT-GOV-ACCOUNT', version: 1, levels: ['query'], family: 'report', editions: BOTH_EDITIONS, basis: '条50(四)', run: accountCheck,
    title: { zh: '缺考核评议追责', en: 'No account of assessment' }, what: { zh: '县、乡镇政府年报写明工作考核、社会评议、责任追究', en: 'county or township government without 考核/社会评议/责任追究' },
    mend: { zh: '写明工作考核、社会评议和责任追究结果。', en: 'State the results of assessment, public appraisal and accountability.' },
    sentences: { default: { zh: '{body}的年报没有写工作考核、社会评议和责任追究结果。各级人民政府应当写，请补上。', en: 'The report of {body} says nothing on assessment, public appraisal and accountability, which governments must report. Add it.' } },
  },
  {
    id: 'TXT-SIX-EMPTY', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: sixEmptyCheck,
    title: { zh: '第六部分无内容', en: 'Section 6 empty' }, what: { zh: '第六部分标题下有内容', en: 'section 六 empty' },
    mend: { zh: '写“无”，并说明信息处理费情况。', en: 'Write 无, and whether the processing fee was charged.' },
    sentences: { default: { zh: '{section:section}没有内容。请写“无”，并说明信息处理费情况。', en: '{section:section} is empty. Write 无, and whether the processing fee was charged.' } },
  },
  {
    id: 'TXT-SIX-FEE', version: 1, levels: ['note'], family: 'report', editions: ONLY_2021, basis: '109号', run: sixFeeCheck,
    title: { zh: '未提信息处理费', en: 'Fee not mentioned' }, what: { zh: '第六部分说明信息处理费', en: 'section 六 says nothing on 信息处理费' },
    mend: { zh: '写明本年度是否收取信息处理费。', en: 'State whether the processing fee was charged.' },
    sentences: { default: { zh: '{section:section}没有提到信息处理费。请写明本年度是否收取。', en: '{section:section} does not mention the processing fee. State whether it was charged.' } },
  },
  {
    id: 'TXT-SIGNATURE', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: signatureCheck,
    title: { zh: '落款不符', en: 'Signature' }, what: { zh: '落款是本单位，年份是报告年度次年', en: 'signature: another body, or a year that is not the one after the report year' },
    mend: { zh: '改正落款。', en: 'Correct the signature.' },
    sentences: {
      body: { zh: '落款是“{name}”，不是{body}。请核对。', en: 'It is signed by “{name}”, not by {body}. Check it.' },
      year: { zh: '落款年份是{signed}年，{year}年度年报应在次年落款。请核对。', en: 'It is signed in {signed}; the report of {year} is signed in the year after. Check it.' },
    },
  },
  {
    id: 'TXT-TRUNCATED', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: truncatedCheck,
    title: { zh: '文字缺失', en: 'Lost characters' }, what: { zh: '日期、文号不缺字', en: 'lost characters in dates and document numbers' },
    mend: { zh: '核对原件，补上缺字。', en: 'Compare with the original and add what was lost.' },
    sentences: { default: { zh: '“{words}”缺字。请核对原件补上。', en: '“{words}” has lost characters. Compare with the original.' } },
  },
];
