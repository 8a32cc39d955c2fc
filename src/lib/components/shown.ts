/** What the components draw. Everything is worded already; nothing here knows the database. */
import type { Level } from '../checks/finding.ts';
import type { Place } from '../documents/document.ts';
import type { CorrectionKind, Figure, MissingReason } from '../figures/figure.ts';
import type { FigureId } from '../form/figures.ts';

/** Why a cell shows no number: the reason in the document, or that the form of that year has no such item. */
export type NoNumber = MissingReason | 'not_in_edition' | 'not_filed' | 'not_due';

/** A figure as a table shows it. */
export interface ShownFigure {
  value: number | null;
  missing?: NoNumber;
  raw: string | null;
  at: Place | null;
  /** Row and column in the reader's language. */
  label: string;
  inferred?: string;
  candidates?: number[];
  unit?: string;
  note?: string;
  /** What was read, where a person corrected it. */
  corrected?: Figure['corrected'];
  /** Last year's comparable value; undefined where there is none to compare with. */
  previous?: number | null;
  /** Highest level among the findings that name the figure. */
  level?: Level;
}
export type ShownFigures = Record<FigureId, ShownFigure>;

export interface ShownFinding {
  key: string;
  check: string;
  /** Name of the check in the page's language. */
  title: string;
  level: Level;
  message: string;
  figures: FigureId[];
  quote?: string;
  at?: Place;
}

/** A correction by a person, also one that was replaced or taken back since. */
export interface ShownCorrection {
  figure: FigureId;
  label: string;
  kind: CorrectionKind | 'taken_back';
  read: number | null;
  value: number | null;
  reason: string;
  /** Who of the body confirmed it, on which day and how. */
  confirmed: { by: string; on: string; how: string } | null;
  /** Draft that it made. */
  version: number | null;
  actor: string;
  on: string;
}

/** A version of a report: why there is one, when it came (YYYY-MM-DD HH:MM in China) and by whom. */
export interface ShownVersion {
  version: number;
  state: 'current' | 'proposed' | 'superseded';
  why: string;
  document: string;
  sha256: string;
  at: string;
  actor: string;
}

export interface ComparedValue {
  value: number | null;
  /** Counts only where there is no number. */
  missing: NoNumber;
}
/** What changed from one version to a later one. */
export interface ShownComparison {
  from: number;
  to: number;
  figures: { figure: FigureId; label: string; before: ComparedValue; after: ComparedValue }[];
  appeared: { key: string; level: Level; title: string; message: string }[];
  gone: { key: string; level: Level; title: string; message: string }[];
}
