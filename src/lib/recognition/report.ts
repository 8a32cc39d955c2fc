/** What recognition makes of a document: whose report it is, of which year, its sections and its statutory tables. */
import type { Place } from '../documents/document.ts';
import type { Edition } from '../form/edition.ts';
import type { FigureId, TableNumber } from '../form/figures.ts';

export type Scope = 'own' | 'rollup';

export interface Section {
  /** 1…6. */
  number: number;
  /** As printed, without its ordinal. */
  title: string;
  /** Prose without the tables. */
  text: string;
  at: Place;
}

/** A cell of a statutory table, found by its printed row and column. */
export interface StatutoryCell {
  figure: FigureId;
  raw: string;
  at: Place;
  /** Set where cells could not be told apart (glued digits, too few numbers): the figures of the row are unreadable. */
  indistinct?: true;
  /** Of an indistinct cell: the prose that follows without a break and may own some of the digits (`02025年`). */
  runsOn?: string;
  /** Unit printed in the column's heading where it is not the form's. */
  unit?: string;
}

/** What deviates from the printed form. `kind` names it; label drift says which wording stands for which. */
export interface FormDrift {
  kind: 'label' | 'old_table' | 'early_table' | 'other_undivided' | 'other_divided' | 'row_missing' | 'row_extra' | 'column_missing';
  table: TableNumber;
  printed?: string;
  expected?: string;
  at?: Place;
}

/** A row outside the form: kept and shown, never summed. */
export interface ExtraRow {
  table: TableNumber;
  label: string;
  cells: string[];
  at: Place;
}

/** One reading of who, when or for whom, with where it was read. */
export interface Evidence {
  from: 'title' | 'signature' | 'metadata' | 'file name' | 'period' | 'first person' | 'tables';
  value: string;
}

export interface RecognisedReport {
  /** Where one file holds several reports: 1, 2, …; absent otherwise. */
  part?: number;
  title: string | null;
  body: string | null;
  year: number | null;
  scope: Scope | null;
  /** Of the year; of the tables' wording where the year is not recognised. */
  edition: Edition;
  /** Stated period, ISO dates. */
  period: { from: string; to: string } | null;
  /** Date of the signature or publication printed in the document, ISO. */
  dated: string | null;
  evidence: { body: Evidence[]; year: Evidence[]; scope: Evidence[] };
  /** Prose before the first section: title, publisher's lines, what the report is based on. */
  opening: string;
  sections: Section[];
  /** Tables of which cells were found. */
  tables: TableNumber[];
  cells: StatutoryCell[];
  extraRows: ExtraRow[];
  drift: FormDrift[];
}
