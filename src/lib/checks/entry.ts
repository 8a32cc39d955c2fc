/** What an entry of the catalogue of checks is: its description, and the function where it is written. */
import type { Edition } from '../form/edition.ts';
import type { TextNeighbours } from './compare-texts.ts';
import type { CheckedReport, CountyYear, Family, Finding, Level, Neighbours, NotEvaluated, Situation, TextReport, Verdict, YearBody } from './finding.ts';

export type Language = 'zh' | 'en';
export type Words = Record<Language, string>;

/** What a check says of one report; the frame adds the check's id and version. */
export interface Outcome {
  verdict: Verdict;
  reason?: NotEvaluated;
  findings: Finding[];
  /** Findings of other checks that a finding of this one explains, by their keys: one cause, one finding. */
  folds?: readonly { root: string; keys: readonly string[] }[];
}

export interface CheckDescription {
  id: string;
  /** Increased when the rule or its parameters change: stored findings name the version that made them. */
  version: number;
  /** The level of checks.csv first, then the other levels that its method names for special cases. */
  levels: readonly [Level, ...Level[]];
  family: Family;
  /** Editions to which the check applies; on another edition it is not applicable. */
  editions: readonly Edition[];
  title: Words;
  /** The rule in words. */
  what: Words;
  /** The basis as checks.csv gives it; `wordBasis` writes it out. */
  basis: string;
}

/** Listed in the catalogue, but without a function: never reported as evaluated. */
export type PlannedCheck = CheckDescription & { planned: true };

interface Written {
  /** How the finding is mended. */
  mend: Words;
  /** Sentences over the finding's parameters, by its parameter `case` (`default` where it has none). See wording.ts. */
  sentences: Record<string, Words>;
}
export type ReportCheck = CheckDescription & Written & { family: 'report'; run: (report: CheckedReport) => Outcome };
export type NeighbourCheck = CheckDescription & Written & { family: 'neighbour'; among?: undefined; run: (report: CheckedReport, neighbours: Neighbours) => Outcome };
/** Of the neighbour family, too: looks at all bodies of the year. */
export type PeerCheck = CheckDescription & Written & { family: 'neighbour'; among: 'bodies'; run: (body: YearBody, year: CountyYear) => Outcome };
/** Of the neighbour family, but judged by all texts of the year: run when these change. */
export type TextCheck = CheckDescription & Written & { family: 'neighbour'; among: 'texts'; run: (report: TextReport, texts: TextNeighbours) => Outcome };
export type SituationCheck = CheckDescription & Written & { family: 'situation'; run: (situation: Situation) => Outcome };
export type WrittenCheck = ReportCheck | NeighbourCheck | PeerCheck | TextCheck | SituationCheck;
export type Check = PlannedCheck | WrittenCheck;

export const BOTH_EDITIONS: readonly Edition[] = ['2019', '2021'];
export const ONLY_2021: readonly Edition[] = ['2021'];
export const ONLY_2019: readonly Edition[] = ['2019'];

/** An entry without a function. `zh` and `en` are title and rule. */
export function planned(
  id: string, levels: CheckDescription['levels'], family: Family, basis: string,
  zh: readonly [string, string], en: readonly [string, string], editions: readonly Edition[] = BOTH_EDITIONS,
): PlannedCheck {
  return {
    id, version: 0, levels, family, editions, basis, planned: true,
    title: { zh: zh[0], en: en[0] }, what: { zh: zh[1], en: en[1] },
  };
}
