/** Numbers as text: counts before rates, missing never as 0. */
import type { Measure } from '../comparisons/measures.ts';
import type { Absence, Counts, Measured } from '../comparisons/series.ts';
import type { ChartLabels } from './labels.ts';

const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 13810 → 13,810. */
export function formatNumber(value: number): string {
  return GROUPED.format(value);
}
/** 0.2734 → 27.3%. */
export function formatRate(value: number): string {
  return PERCENT.format(value);
}

/** 38/139（27.3%）; the counts alone where there are too few for a rate. */
export function formatCounts(counts: Counts, value: number | null, language: ChartLabels['language']): string {
  const plain = `${formatNumber(counts.numerator)}/${formatNumber(counts.denominator)}`;
  if (value === null) return plain;
  return language === 'zh' ? `${plain}（${formatRate(value)}）` : `${plain} (${formatRate(value)})`;
}

export type Look = 'value' | 'zero' | 'missing' | 'not in edition' | 'not filed' | 'not due';

/** The four kinds of nothing (design), and numbers. A rate over too few cases has its counts to show. */
export function lookOf(measured: Measured): Look {
  if (measured.value !== null) return measured.value === 0 ? 'zero' : 'value';
  if (measured.missing === 'too few') return 'value';
  return lookOfAbsence(measured.missing ?? 'no number');
}
function lookOfAbsence(missing: Absence): Look {
  if (missing === 'not in edition' || missing === 'not filed') return missing;
  return missing === 'not due' || missing === 'not yet due' ? 'not due' : 'missing';
}

/** Short text of a point: its number, or the mark of its kind of nothing. */
export function formatMeasured(measured: Measured, measure: Pick<Measure, 'rate'>, labels: ChartLabels): string {
  if (measured.counts && measured.missing !== 'no cases' && (measure.rate || measured.value === null)) return formatCounts(measured.counts, measured.value, labels.language);
  if (measured.value !== null) return measure.rate ? formatRate(measured.value) : formatNumber(measured.value);
  const look = lookOf(measured);
  return look === 'missing' ? labels.missing : look === 'not in edition' ? labels.notInEdition : look === 'not filed' ? labels.notFiled : '';
}

/** Why there is no number (or no rate), in words; undefined where there is one. */
export function reasonOf(measured: Measured, labels: ChartLabels): string | undefined {
  return measured.value === null ? labels.absence[measured.missing ?? 'no number'] : undefined;
}

/** Names joined for a note, at most `most` of them. */
export function joinNames(names: readonly string[], labels: ChartLabels, most = 8): string {
  const shown = names.slice(0, most).join(labels.and);
  return names.length > most ? `${shown}…` : shown;
}
