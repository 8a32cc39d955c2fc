/**
 * Changes of law that a chart over years must say beside its lines (statutory-report §1.3). Those known here are proposals:
 * a county words them otherwise, hides them or adds its own (table legal_changes).
 */
import type { FigureId } from '../form/figures.ts';

export interface LegalChange {
  key: string;
  /** First report year that it bears upon. */
  year: number;
  /** Beginning of the ids of the figures it bears upon. */
  figures: string;
  words: string;
  source: string;
  hidden: boolean;
}

const known = (key: string, year: number, figures: string, zh: string, en: string, source: string) => ({ key, year, figures, words: { zh, en }, source });
const KNOWN = [
  known('review-centralised', 2021, 't4.review', '行政复议职责向县级政府集中', 'reviews centralised in the county government', '行政复议体制改革方案'),
  known('review-first', 2024, 't4', '不服不予公开须先申请行政复议', 'disputes over refusals go to review first', '行政复议法（2023年修订）第二十三条'),
] as const;

/** What the county keeps in place of what is known, and its own beside it, by year. */
export function legalChanges(kept: readonly LegalChange[], language: 'zh' | 'en'): LegalChange[] {
  const own = new Set(kept.map(({ key }) => key));
  const proposals = KNOWN.filter(({ key }) => !own.has(key)).map(({ words, ...change }): LegalChange => ({ ...change, words: words[language], hidden: false }));
  return [...proposals, ...kept].sort((a, b) => a.year - b.year || (a.key < b.key ? -1 : 1));
}

/** Those that bear upon one of the figures and lie between the years shown. */
export function changesFor(changes: readonly LegalChange[], figures: readonly FigureId[], years: readonly number[]): LegalChange[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return changes.filter(({ hidden, year, figures: prefix }) => !hidden && year > first && year <= last && figures.some((id) => id === prefix || id.startsWith(`${prefix}.`)));
}
