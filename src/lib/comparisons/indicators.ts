/**
 * The indicators of statutory-report §5.1 as data, and the one function that computes them. Counts come first: a rate
 * always carries both of its sides, and below five cases there is no rate (§5.2).
 */
import { outcomeFigures, outcomeValue, undividedFigure } from '../form/derived.ts';
import type { FigureId } from '../form/figures.ts';
import { OUTCOMES, type Outcome } from '../form/table-three.ts';
import type { Absence, Measured } from './series.ts';

/** Fewer cases than this give no rate (statutory-report §5.2; the OECD's convention of five). */
export const FEWEST_CASES = 5;

/** A figure, or one of the six outcomes as derived in the form. */
export type Quantity = FigureId | `outcome:${Outcome}`;

export interface Indicator {
  /** Public id, as in the catalogue of indicators. */
  id: string;
  zh: string;
  en: string;
  /** Summed. */
  numerator: readonly Quantity[];
  /** Summed; present where the indicator is a rate. */
  denominator?: readonly Quantity[];
  /** What the denominator is, in words, for tooltips and notes. */
  over?: { zh: string; en: string };
}

const RECEIVED = 't3.received.total';
const CARRIED_IN = 't3.carried_in.total';
const PROCESSED = 't3.processed.total';
const CARRIED_FORWARD = 't3.carried_forward.total';
const SUBSTANTIVE = ['outcome:granted', 'outcome:granted_in_part', 'outcome:refused', 'outcome:unavailable'] as const;
const concluded = (...groups: string[]): FigureId[] => groups.flatMap((group) => ['upheld', 'corrected', 'other_result'].map((result) => `t4.${group}.${result}`));

const ofProcessed = { denominator: [PROCESSED], over: { zh: '办理结果总计', en: 'all processed' } } as const;
const ofLoad = { denominator: [RECEIVED, CARRIED_IN], over: { zh: '新收与上年结转之和', en: 'received and carried in' } } as const;

/** In the order in which pages offer them. */
export const INDICATORS: readonly Indicator[] = [
  { id: 'I-NEW', zh: '新收政府信息公开申请数量', en: 'New applications', numerator: [RECEIVED] },
  { id: 'I-LOAD', zh: '应办政府信息公开申请数量', en: 'Applications to handle', numerator: [RECEIVED, CARRIED_IN] },
  { id: 'I-DONE', zh: '办结政府信息公开申请数量', en: 'Applications processed', numerator: [PROCESSED] },
  { id: 'I-CARRY', zh: '结转下年度继续办理数量', en: 'Applications carried forward', numerator: [CARRIED_FORWARD] },
  { id: 'I-GRANTED', zh: '予以公开数量', en: 'Granted', numerator: ['outcome:granted'] },
  { id: 'I-PART', zh: '部分公开数量', en: 'Granted in part', numerator: ['outcome:granted_in_part'] },
  { id: 'I-DENY', zh: '不予公开数量', en: 'Refused', numerator: ['outcome:refused'] },
  { id: 'I-UNABLE', zh: '无法提供数量', en: 'Unavailable', numerator: ['outcome:unavailable'] },
  { id: 'I-NOTPROC', zh: '不予处理数量', en: 'Not processed', numerator: ['outcome:not_processed'] },
  { id: 'I-OTHER', zh: '其他处理数量', en: 'Other handling', numerator: ['outcome:other_handling'] },
  { id: 'I-DONE-RATE', zh: '办结率', en: 'Processed rate', numerator: [PROCESSED], ...ofLoad },
  { id: 'I-CARRY-RATE', zh: '结转率', en: 'Carry-forward rate', numerator: [CARRIED_FORWARD], ...ofLoad },
  { id: 'I-OPEN-RATE', zh: '公开率', en: 'Disclosure rate', numerator: ['outcome:granted', 'outcome:granted_in_part'], ...ofProcessed },
  { id: 'I-FULL-RATE', zh: '全部公开率', en: 'Full disclosure rate', numerator: ['outcome:granted'], ...ofProcessed },
  { id: 'I-DENY-RATE', zh: '不予公开率', en: 'Refusal rate', numerator: ['outcome:refused'], ...ofProcessed },
  { id: 'I-UNABLE-RATE', zh: '无法提供率', en: 'Unavailable rate', numerator: ['outcome:unavailable'], ...ofProcessed },
  { id: 'I-NOTPROC-RATE', zh: '不予处理率', en: 'Not-processed rate', numerator: ['outcome:not_processed'], ...ofProcessed },
  { id: 'I-OTHER-RATE', zh: '其他处理率', en: 'Other-handling rate', numerator: ['outcome:other_handling'], ...ofProcessed },
  {
    id: 'I-SUBST-OPEN', zh: '实体答复公开率', en: 'Disclosure rate among substantive replies',
    numerator: ['outcome:granted', 'outcome:granted_in_part'], denominator: SUBSTANTIVE,
    over: { zh: '予以公开、部分公开、不予公开、无法提供之和', en: 'granted, granted in part, refused and unavailable' },
  },
  {
    id: 'I-REV-CORRECT', zh: '行政复议纠正率', en: 'Reviews corrected', numerator: ['t4.review.corrected'],
    denominator: concluded('review'), over: { zh: '已审结的行政复议', en: 'concluded reviews' },
  },
  {
    id: 'I-LIT-LOSS', zh: '行政诉讼纠正率', en: 'Litigation corrected',
    numerator: ['t4.direct_litigation.corrected', 't4.litigation_after_review.corrected'],
    denominator: concluded('direct_litigation', 'litigation_after_review'), over: { zh: '已审结的行政诉讼', en: 'concluded litigation' },
  },
  {
    // Litigation after review is the same dispute as the review: left out of the numerator.
    id: 'I-DISPUTE', zh: '争议率', en: 'Dispute rate', numerator: ['t4.review.total', 't4.direct_litigation.total'], ...ofProcessed,
  },
];

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));
export function indicator(id: string): Indicator | undefined {
  return BY_ID.get(id);
}

const outcomeOf = (quantity: Quantity): Outcome | undefined => OUTCOMES.find((outcome) => quantity === `outcome:${outcome}`);

/** The figures an indicator is computed from, of either edition. */
export function figuresOfIndicator(of: Indicator): FigureId[] {
  const found = [...of.numerator, ...(of.denominator ?? [])].flatMap((quantity) => {
    const outcome = outcomeOf(quantity);
    if (!outcome) return [quantity];
    return outcome === 'other_handling' ? [...outcomeFigures(outcome, 'total'), undividedFigure('total')] : outcomeFigures(outcome, 'total');
  });
  return [...new Set(found)];
}

/** Value of a figure in one report, with the reason where it has none. */
export type MeasureFigure = (id: FigureId) => Measured;

function quantity(of: Quantity, figure: MeasureFigure): Measured {
  const outcome = outcomeOf(of);
  if (!outcome) return figure(of);
  const value = outcomeValue(outcome, 'total', (id) => figure(id).value);
  return value === null ? { value, missing: 'parts missing' } : { value };
}

function sum(quantities: readonly Quantity[], figure: MeasureFigure): Measured {
  let value = 0;
  for (const part of quantities) {
    const measured = quantity(part, figure);
    // A sum of one figure keeps that figure's own reason.
    if (measured.value === null) return quantities.length === 1 ? measured : { value: null, missing: 'parts missing' };
    value += measured.value;
  }
  return { value };
}

/** A rate from its two sides; no rate over nothing or over fewer than five cases, but the counts stay. */
export function rate(numerator: number, denominator: number): Measured {
  const counts = { numerator, denominator };
  const missing: Absence | undefined = denominator === 0 ? 'no cases' : denominator < FEWEST_CASES ? 'too few' : undefined;
  return missing ? { value: null, missing, counts } : { value: numerator / denominator, counts };
}

/** The indicator in one report (of one body, or of figures summed before: rates are never averaged). */
export function measureIndicator(of: Indicator, figure: MeasureFigure): Measured {
  const numerator = sum(of.numerator, figure);
  if (!of.denominator || numerator.value === null) return numerator;
  const denominator = sum(of.denominator, figure);
  return denominator.value === null ? denominator : rate(numerator.value, denominator.value);
}
