/** A figure: a number, or the reason there is none; with the text it was read from and its place. */
import type { FigureId } from '../form/figures.ts';
import type { Place } from '../documents/document.ts';

/** House rule 8. Missing is never 0. */
export type MissingReason = 'blank' | 'dash' | 'none' | 'text' | 'not_a_count' | 'unreadable' | 'absent';
export const MISSING_REASONS: readonly MissingReason[] = ['blank', 'dash', 'none', 'text', 'not_a_count', 'unreadable', 'absent'];

/** Largest count that is stored (PostgreSQL integer). */
export const LARGEST_COUNT = 2_147_483_647;

/** 识读更正: the machine misread it · 单位修改: the body wrote it wrong and confirmed another number · 代为补0: the body left it empty. */
export type CorrectionKind = 'reading_corrected' | 'changed_by_body' | 'zero_for_body';

export interface Figure {
  /** null exactly when `missing` is given. A count is an integer; a decimal keeps its printed digits within double precision. */
  value: number | null;
  missing?: MissingReason;
  /** The text at the place, verbatim; null where the document prints no such cell. */
  raw: string | null;
  at: Place | null;
  /** Present where the value was inferred: the evidence in words. */
  inferred?: string;
  /** Possible readings of an unreadable cell. */
  candidates?: number[];
  /** Unit printed inside the cell. */
  unit?: string;
  /** Note printed inside the cell. */
  note?: string;
  /** Present where a person corrected it: what was read stays beside. */
  corrected?: { kind: CorrectionKind; read: Pick<Figure, 'value' | 'missing' | 'inferred' | 'candidates'> };
}

/** All ids of the edition of the report's year, and those of the other edition that the document prints. */
export type Figures = Record<FigureId, Figure>;
