/** Words that charts and their tables need, in one language. `chart-labels.ts` makes them from the interface's messages. */
import type { Absence } from '../comparisons/series.ts';
import type { Measure } from '../comparisons/measures.ts';

export interface ChartLabels {
  language: 'zh' | 'en';
  year: (year: number) => string;
  /** n of `of` bodies are in the number, short enough for an axis. */
  bodies: (n: number, of: number) => string;
  /** Which bodies a sum lacks, for tooltips. */
  without: (names: string) => string;
  and: string;
  unit: (unit: Measure['unit']) => string;
  /** Why there is no number, as a sentence part. */
  absence: Record<Absence, string>;
  /** Kinds of nothing as short words on the picture. */
  missing: string;
  notInEdition: string;
  notFiled: string;
  notDue: string;
  /** Applicants, outcomes and `carried_forward`, `total`, `unlisted`. */
  part: Record<string, string>;
  sumOfBodies: string;
  processed: (n: string) => string;
  share: (counts: string) => string;
  body: string;
  reportYear: string;
  /** Written along the break between the editions. */
  formBreak: string;
  /** Beside a number: the report is of part of the year; the body had another name; what a merger summed. */
  partYear: (from: string, to: string) => string;
  named: (name: string) => string;
  beforeMerger: (names: string) => string;
  change: (from: string, to: string) => string;
  relative: string;
  /** Names of the sheets of a workbook. */
  dataSheet: string;
  aboutSheet: string;
  dictionarySheet: string;
  numerator: string;
  denominator: string;
  rate: string;
  coverage: string;
  rest: (n: number) => string;
  merged: (name: string, names: string) => string;
  fromTo: (from: string, to: string) => string;
  changeOf: (change: string) => string;
  othersRate: (counts: string) => string;
  /** Range in which a rate of so many cases lies by chance: 95 and 99.8 in a hundred. */
  near: (low: string, high: string) => string;
  far: (low: string, high: string) => string;
  place: Record<'inside' | 'outside' | 'far outside', string>;
  placeHead: string;
  fewDrawn: string;
  cases: string;
  load: string;
  gap: string;
  flowFrom: string;
  flowTo: string;
  largest: (n: string) => string;
  /** Report of the whole county by a body that also files its own. */
  wholeCounty: (name: string) => string;
  /** Another county, with its residents where known. */
  reference: (name: string, population: number | null) => string;
}
