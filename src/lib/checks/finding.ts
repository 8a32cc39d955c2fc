/** Checks and what they find. A finding stores check, version and parameters, never sentences (house rule 10). */
import type { Place } from '../documents/document.ts';
import type { Edition } from '../form/edition.ts';
import type { FigureId } from '../form/figures.ts';
import type { Figures } from '../figures/figure.ts';
import type { ListedWord } from './words.ts';
import type { ExtraRow, FormDrift, RecognisedReport, Scope, Section } from '../recognition/report.ts';

export type Level = 'error' | 'query' | 'note';
export const LEVELS: readonly Level[] = ['error', 'query', 'note'];

/** report: stored with the version · neighbour: needs other reports · situation and rollup: computed when asked. */
export type Family = 'report' | 'neighbour' | 'situation' | 'rollup';

/** Values for the wording's templates. Figure ids are worded by the renderer. */
export type Parameters = Record<string, string | number | boolean | string[]>;

export interface Finding {
  check: string;
  level: Level;
  /** Stable within the report: check + figures + quote; a person's word hangs on it. */
  key: string;
  figures: FigureId[];
  parameters: Parameters;
  expected?: number;
  actual?: number;
  /** The sentence it was read from, and where. */
  quote?: string;
  at?: Place;
  /** Key of the root finding it is folded under. */
  foldedUnder?: string;
}

export type Verdict = 'passed' | 'failed' | 'not evaluated' | 'not applicable';

/** The result of one check on one report. `reason` says why it was not evaluated. */
export interface CheckResult {
  check: string;
  version: number;
  verdict: Verdict;
  reason?: NotEvaluated;
}
export type NotEvaluated =
  | 'figures missing' | 'blanks could satisfy it' | 'passages left out' | 'no report of last year' | 'functions moved'
  | 'no reports of the years before' | 'too few bodies' | 'no fee list' | 'year unknown' | 'too little text' | 'no due date' | 'no date' | 'no kind of body' | 'not recognised';

/** What the report family sees. */
export interface CheckedReport {
  body: string | null;
  /** Kind of the body where the register knows it (rules may be made only above the county). */
  bodyKind?: BodyKind;
  /** All names and aliases that the register has for the body. */
  bodyNames?: readonly string[];
  year: number | null;
  edition: Edition;
  scope: Scope | null;
  title: string | null;
  /** Stated period, and the date printed under the report or by its publisher; ISO dates. */
  period: { from: string; to: string } | null;
  dated: string | null;
  /** All readings of who, when and for whom. */
  evidence: RecognisedReport['evidence'];
  /** Prose before the first section; null where it was not kept. */
  opening: string | null;
  sections: Section[];
  figures: Figures;
  drift: FormDrift[];
  extraRows: ExtraRow[];
  /** Tables of which cells were found. */
  tables: string[];
  /** Reports in the file that it was read from; 1 where left out. */
  reportsInFile?: number;
  /** The county's list of words; none without a county. */
  wordList?: readonly ListedWord[];
}

/** What the checks among texts see of a report. */
export type TextReport = Pick<CheckedReport, 'year' | 'edition' | 'sections'>;

export type BodyKind = 'government' | 'county_office' | 'department' | 'township' | 'subdistrict' | 'zone' | 'vertical' | 'authorised';

/** What the neighbour family sees beside the report: last year's reports of the body or of its predecessors. */
export interface Neighbours {
  lastYear: { body: string; figures: Figures }[];
  /** Names of predecessors without a report of last year. */
  missing: string[];
  /** Functions moved in or out between the years: carry-over cannot be judged. */
  functionsMoved: boolean;
  /** The body's own reports of the two years before last year; a year without a report is not in it. */
  before?: readonly { year: number; figures: Figures }[];
}

/** A body of a year as the others see it: its own report that counts. */
export interface YearBody {
  code: string;
  name: string;
  /** Bodies that compare: the peer group of the register, else the kind. */
  group: string;
  edition: Edition;
  /** Powers that the register records for the year; empty where it records none. */
  powers: readonly string[];
  /** Of the figures that checks among bodies look at; null without a number. */
  values: Readonly<Record<FigureId, number | null>>;
}

/** What checks among the bodies of a year see. */
export interface CountyYear {
  year: number;
  bodies: readonly YearBody[];
}

/** What the situation family sees: a filing that is due. Dates as YYYY-MM-DD. */
export interface Situation {
  body: string;
  year: number;
  mustFile: boolean;
  received: boolean;
  countyDueOn: string | null;
  statutoryDueOn: string | null;
  /** Day on which it was received, and published; null where not known. */
  receivedOn: string | null;
  publishedOn: string | null;
  today: string;
}
