/** All indicators, once, as data (statutory-report §5.1). The page of indicators, the choices of 统计分析 and their notes are made from it. */
import type { FigureId } from '../form/figures.ts';
import { APPLICANT_COLUMNS, type Outcome } from '../form/table-three.ts';

/** A figure, or one of the six outcomes as derived in the form. */
export type Quantity = FigureId | `outcome:${Outcome}`;

export interface Words {
  zh: string;
  en: string;
}

export interface Indicator extends Words {
  /** Public id, as in the catalogue of indicators. */
  id: string;
  /** Summed. */
  numerator: readonly Quantity[];
  /** Taken from the numerator's sum: a net change, which may be below zero. */
  minus?: readonly Quantity[];
  /** Summed; present where the indicator is a rate. */
  denominator?: readonly Quantity[];
  /** What the denominator is, in words, for tooltips and notes. */
  over?: Words;
  /** Per 10,000 residents of the body. */
  perHead?: true;
  /** The formula in the form's words. */
  formula: Words;
  /** What misleads, and when it is undefined beyond what holds for all rates. */
  pitfall?: Words;
}

const RECEIVED = 't3.received.total';
const CARRIED_IN = 't3.carried_in.total';
const PROCESSED = 't3.processed.total';
const CARRIED_FORWARD = 't3.carried_forward.total';
const SUBSTANTIVE = ['outcome:granted', 'outcome:granted_in_part', 'outcome:refused', 'outcome:unavailable'] as const;
const concluded = (...groups: string[]): FigureId[] => groups.flatMap((group) => ['upheld', 'corrected', 'other_result'].map((result) => `t4.${group}.${result}`));

const ofProcessed = { denominator: [PROCESSED], over: { zh: '办理结果总计', en: 'all processed' } } as const;
const ofLoad = { denominator: [RECEIVED, CARRIED_IN], over: { zh: '新收与上年结转之和', en: 'received and carried in' } } as const;

const words = (zh: string, en: string): Words => ({ zh, en });
const LAWFUL = words('比率低不等于做得差：信访事项、不掌握的信息依法不予公开。只作翻看个案的线索，不排名次。', 'A low rate may be lawful (petitions, information not held). A prompt to read the cases, not a ranking.');
const POWERS = words('各单位权限不同，不宜在部门之间排名；与本单位往年比较，或在同类单位之间比较。', 'Powers differ between bodies: compare with the body’s own past or within its peer group, not across departments.');
const RESIDENTS = words('常住人口由名录按年登记；没有登记人口的单位没有此数。只用于县和乡镇（街道）。', 'Residents are recorded by year in the register; undefined where none are. Meant for the county and for townships.');

const count = (id: string, zh: string, en: string, quantity: Quantity, formula: Words, pitfall?: Words): Indicator => ({ id, zh, en, numerator: [quantity], formula, ...(pitfall ? { pitfall } : {}) });
const outcome = (id: string, zh: string, en: string, key: Outcome, rows: string): Indicator =>
  count(id, zh, en, `outcome:${key}`, words(`表三 第三项 ${rows}`, `Table three, item 3, ${rows === '（一）' || rows === '（二）' ? 'one row' : 'sum of its rows'}`), key === 'other_handling' ? words('2019年版只有一行，2021年起分三行，只按合计比较。', 'One row in the form of 2019, three since 2021: compared as a sum only.') : undefined);
const outcomeRate = (id: string, zh: string, en: string, key: Outcome, name: string, gloss: string, pitfall?: Words): Indicator => ({
  id, zh, en, numerator: [`outcome:${key}`], ...ofProcessed, formula: words(`${name} ÷ 办理结果总计`, `${gloss} ÷ all processed`), ...(pitfall ? { pitfall } : {}),
});

const APPLICANT_SHARES: Indicator[] = APPLICANT_COLUMNS.filter((column) => column.key !== 'total').map((column) => ({
  id: `I-APPLICANT-${column.key.toUpperCase().replaceAll('_', '-')}`,
  zh: `新收申请中${column.key === 'other' ? '其他组织' : column.label}占比`, en: `Share of new applications by applicant: ${column.gloss}`,
  numerator: [`t3.received.${column.key}`], denominator: [RECEIVED], over: words('新收申请', 'new applications'),
  formula: words(`新收·${column.key === 'other' ? '其他组织' : column.label} ÷ 新收·总计`, `new applications by ${column.gloss} ÷ all new applications`),
}));

/** In the order in which pages offer them. */
export const INDICATORS: readonly Indicator[] = [
  count('I-NEW', '新收政府信息公开申请数量', 'New applications', RECEIVED, words('表三 第一项·总计', 'Table three, item 1, total'), words('同一申请转办后可能由两家单位各计一次。', 'An application passed on may be counted by both bodies.')),
  {
    id: 'I-LOAD', zh: '应办政府信息公开申请数量', en: 'Applications to handle', numerator: [RECEIVED, CARRIED_IN],
    formula: words('新收 ＋ 上年结转', 'received + carried in'), pitfall: words('几年合并时，上年结转只计一次（连续各年的第一年），否则同一件会重复。', 'Pooled over years, what was carried in counts once (in the first of consecutive years).'),
  },
  count('I-DONE', '办结政府信息公开申请数量', 'Applications processed', PROCESSED, words('表三 第三项（七）总计', 'Table three, item 3, row 7')),
  count('I-CARRY', '结转下年度继续办理数量', 'Applications carried forward', CARRIED_FORWARD, words('表三 第四项', 'Table three, item 4'), words('结转不等于超期：年底收到的申请，法定期限还没有到。', 'Carried forward is not late: what came in December is still within its time limit.')),
  outcome('I-GRANTED', '予以公开数量', 'Granted', 'granted', '（一）'),
  outcome('I-PART', '部分公开数量', 'Granted in part', 'granted_in_part', '（二）'),
  outcome('I-DENY', '不予公开数量', 'Refused', 'refused', '（三）各行之和'),
  outcome('I-UNABLE', '无法提供数量', 'Unavailable', 'unavailable', '（四）各行之和'),
  outcome('I-NOTPROC', '不予处理数量', 'Not processed', 'not_processed', '（五）各行之和'),
  outcome('I-OTHER', '其他处理数量', 'Other handling', 'other_handling', '（六）'),
  {
    id: 'I-DONE-RATE', zh: '办结率', en: 'Processed rate', numerator: [PROCESSED], ...ofLoad, formula: words('办理结果总计 ÷（新收 ＋ 上年结转）', 'processed ÷ (received + carried in)'),
    pitfall: words('分母不是新收：只除以新收会超过100%。', 'Not over received alone, which may exceed 100%.'),
  },
  {
    id: 'I-CARRY-RATE', zh: '结转率', en: 'Carry-forward rate', numerator: [CARRIED_FORWARD], ...ofLoad, formula: words('结转下年度 ÷（新收 ＋ 上年结转）', 'carried forward ÷ (received + carried in)'),
    pitfall: words('与办结率之和为100%。结转不等于超期（条例第三十三条的期限从收到之日起算）。', 'Adds up to 100% with the processed rate. Not lateness: the time limit of article 33 runs from receipt.'),
  },
  {
    id: 'I-OPEN-RATE', zh: '公开率', en: 'Disclosure rate', numerator: ['outcome:granted', 'outcome:granted_in_part'], ...ofProcessed,
    formula: words('（予以公开 ＋ 部分公开）÷ 办理结果总计', '(granted + granted in part) ÷ all processed'), pitfall: LAWFUL,
  },
  outcomeRate('I-FULL-RATE', '全部公开率', 'Full disclosure rate', 'granted', '予以公开', 'granted', LAWFUL),
  outcomeRate('I-DENY-RATE', '不予公开率', 'Refusal rate', 'refused', '不予公开各行之和', 'refused'),
  outcomeRate('I-UNABLE-RATE', '无法提供率', 'Unavailable rate', 'unavailable', '无法提供各行之和', 'unavailable', words('“本机关不掌握”多，常是申请人找错机关或底数不清，不是拒绝。', 'Mostly “not held”: the wrong body was asked, which is no refusal.')),
  outcomeRate('I-NOTPROC-RATE', '不予处理率', 'Not-processed rate', 'not_processed', '不予处理各行之和', 'not processed'),
  outcomeRate('I-OTHER-RATE', '其他处理率', 'Other-handling rate', 'other_handling', '其他处理', 'other handling', words('六项比率相加为100%，宜看“构成”图。', 'The six rates add up to 100%: look at them as a composition.')),
  {
    id: 'I-SUBST-OPEN', zh: '实体答复公开率', en: 'Disclosure rate among substantive replies',
    numerator: ['outcome:granted', 'outcome:granted_in_part'], denominator: SUBSTANTIVE,
    over: words('予以公开、部分公开、不予公开、无法提供之和', 'granted, granted in part, refused and unavailable'),
    formula: words('（予以公开 ＋ 部分公开）÷（予以公开 ＋ 部分公开 ＋ 不予公开 ＋ 无法提供）', '(granted + in part) ÷ (granted + in part + refused + unavailable)'),
    pitfall: words('不含不予处理和其他处理；与公开率不是同一个数，不能混用。', 'Leaves out what was not processed and other handling; never to be mixed with the disclosure rate.'),
  },
  ...APPLICANT_SHARES,
  {
    id: 'I-REV-CORRECT', zh: '行政复议纠正率', en: 'Reviews corrected', numerator: ['t4.review.corrected'],
    denominator: concluded('review'), over: words('已审结的行政复议', 'concluded reviews'),
    formula: words('复议结果纠正 ÷（结果维持 ＋ 结果纠正 ＋ 其他结果）', 'reviews corrected ÷ (upheld + corrected + other result)'),
    pitfall: words('尚未审结的不在分母里，要一并看。', 'Pending cases are not in the denominator: look at them beside it.'),
  },
  {
    id: 'I-LIT-LOSS', zh: '行政诉讼纠正率', en: 'Litigation corrected',
    numerator: ['t4.direct_litigation.corrected', 't4.litigation_after_review.corrected'],
    denominator: concluded('direct_litigation', 'litigation_after_review'), over: words('已审结的行政诉讼', 'concluded litigation'),
    formula: words('两类诉讼结果纠正 ÷ 两类诉讼已审结之和', 'both kinds of litigation corrected ÷ both kinds concluded'),
    pitfall: words('共同被告的案件，复议机关和原机关可能各计一次。', 'A case against both the body and its review body may be counted by both.'),
  },
  {
    // Litigation after review is the same dispute as the review: left out of the numerator.
    id: 'I-DISPUTE', zh: '争议率', en: 'Dispute rate', numerator: ['t4.review.total', 't4.direct_litigation.total'], ...ofProcessed,
    formula: words('（复议总计 ＋ 未经复议直接起诉总计）÷ 办理结果总计', '(reviews + direct litigation) ÷ all processed'),
    pitfall: words('复议后起诉与复议是同一争议，不重复计入。当年的争议可能来自上年的答复。', 'Litigation after review is the same dispute and is left out. Disputes of a year may stem from replies of the year before.'),
  },
  {
    id: 'I-DOC-NET', zh: '行政规范性文件净变化', en: 'Normative documents, net change', numerator: ['t2.normative_documents.issued'], minus: ['t2.normative_documents.repealed'],
    formula: words('本年制发件数 － 本年废止件数', 'issued − repealed'), pitfall: words('2019年版没有废止件数，2021年以前无此指标；存量看“现行有效件数”。', 'The form of 2019 has no repeals: undefined before 2021. The stock is the number in force.'),
  },
  count('I-LIC', '行政许可处理决定数量', 'Licensing decisions', 't2.licensing.decisions', words('表二 行政许可·本年处理决定数量', 'Table two, licensing decisions'), POWERS),
  count('I-PEN', '行政处罚处理决定数量', 'Penalty decisions', 't2.penalties.decisions', words('表二 行政处罚·本年处理决定数量', 'Table two, penalty decisions'), POWERS),
  count('I-ENF', '行政强制处理决定数量', 'Compulsion decisions', 't2.compulsion.decisions', words('表二 行政强制·本年处理决定数量', 'Table two, compulsion decisions'), POWERS),
  count('I-FEE', '行政事业性收费金额', 'Administrative fees', 't2.fees.amount', words('表二 行政事业性收费·本年收费金额（万元）', 'Table two, fees (10,000 yuan)'), words('2019年版填的是项目数，不是金额，2021年以前无此指标。单位误填为元的，数会大一万倍。', 'The form of 2019 counts items, not money: undefined before 2021. Amounts written in yuan are ten thousand times too large.')),
  { id: 'I-NEW-HEAD', zh: '每万人新收申请数量', en: 'New applications per 10,000 residents', numerator: [RECEIVED], perHead: true, formula: words('新收 ÷ 常住人口 × 10000', 'received ÷ residents × 10,000'), pitfall: RESIDENTS },
];
