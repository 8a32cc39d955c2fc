/**
 * Column types of every table, as both engines hand them over: `date` and `timestamptz` are strings (YYYY-MM-DD, ISO 8601
 * in UTC), bigint and numeric are numbers (amounts stay within double precision; the printed digits are in the sources),
 * bytea is a Uint8Array. JSON columns are written as text. A test compares this file with information_schema.
 */
import type { ColumnType, Generated } from 'kysely';
import type { Place } from '../../documents/document.ts';
import type { BodyKind, CheckResult, Level, Parameters } from '../../checks/finding.ts';
import type { Judgement } from '../../checks/judgement.ts';
import type { CorrectionKind, Figure } from '../../figures/figure.ts';
import type { Edition } from '../../form/edition.ts';
import type { FigureId } from '../../form/figures.ts';
import type { Evidence, ExtraRow, FormDrift, RecognisedReport, Scope } from '../../recognition/report.ts';

/** A JSON column: read as a value, written as text (drivers disagree on arrays). */
export type Json<T> = ColumnType<T, string, string>;
/** Filled by the database with the time of the transaction. */
export type Stamp = ColumnType<string, string | undefined, never>;

export interface CountiesTable {
  county_id: Generated<number>;
  code: string;
  name: string;
  data_version: Generated<number>;
  actor: string;
  created_at: Stamp;
}

export interface BodiesTable {
  county_id: number;
  code: string;
  kind: BodyKind;
  sort_order: number;
  valid_from: string | null;
  valid_to: string | null;
  actor: string;
  created_at: Stamp;
}

export interface BodyNamesTable {
  county_id: number;
  body_code: string;
  number: number;
  name: string;
  role: 'name' | 'alias';
  valid_from: string | null;
  valid_to: string | null;
  actor: string;
  created_at: Stamp;
}

export interface BodySuccessionsTable {
  county_id: number;
  succession_id: Generated<number>;
  predecessor_code: string;
  successor_code: string | null;
  kind: 'merged' | 'split' | 'functions_moved' | 'abolished';
  happened_on: string;
  note: string | null;
  actor: string;
  created_at: Stamp;
}

export interface BodyYearsTable {
  county_id: number;
  body_code: string;
  year: number;
  must_file: boolean;
  county_due_on: string | null;
  statutory_due_on: string | null;
  in_rollup: boolean;
  powers: Generated<string[]>;
  peer_group: string | null;
  population: number | null;
  note: string | null;
  actor: string;
  recorded_at: Stamp;
}

export interface BodyContactsTable {
  county_id: number;
  body_code: string;
  year: number;
  number: number;
  name: string;
  post: string | null;
  phone: string | null;
  actor: string;
  recorded_at: Stamp;
}

export type DocumentOutcome = 'received' | 'read' | 'unreadable' | 'not_a_report';
export type PartOutcome = 'new' | 'same_figures' | 'proposed' | 'body_unknown' | 'year_unknown' | 'before_form' | 'left_aside' | 'held' | 'left_out';
/** Why a report waits for a person: another year than its batch's, an accepted report, or other figures than another file of its batch. */
export type HeldReason = 'other_year' | 'accepted' | 'differs';
/** A figure whose number differs; null is missing. */
export interface ChangedCell {
  figure: FigureId;
  before: number | null;
  after: number | null;
}
/** Parameters of an outcome; which are there follows from the outcome. */
export interface OutcomeDetail {
  /** Of an unreadable document. */
  unreadable?: string;
  format?: string;
  /** Of body_unknown: bodies whose names come near, or that share the name. */
  candidates?: string[];
  /** Of body_unknown: the names that were read, and where. */
  evidence?: Evidence[];
  /** Of proposed, and of held and left_out where there is a version to compare with: that version, and the numbers in which it differs. */
  against?: number;
  cells?: ChangedCell[];
  /** Of held and left_out: why; the batch that asked, and its year. */
  held?: HeldReason;
  batch?: number;
  asked?: number;
  /** Of new, same_figures and proposed: where it went. */
  body?: string;
  year?: number;
  scope?: Scope;
  version?: number;
}

export interface DocumentsTable {
  county_id: number;
  sha256: string;
  name: string;
  media_type: string;
  size: number;
  bytes: Uint8Array;
  outcome: DocumentOutcome;
  outcome_detail: Json<OutcomeDetail>;
  received_on: string | null;
  actor: string;
  ingested_at: Stamp;
}

export interface DocumentPartsTable {
  county_id: number;
  sha256: string;
  part: number;
  outcome: PartOutcome;
  outcome_detail: Json<OutcomeDetail>;
  read_title: string | null;
  read_body: string | null;
  read_year: number | null;
  read_scope: Scope | null;
  reader_version: number;
  read_at: ColumnType<string, string | undefined, string>;
}

export type BatchPurpose = 'current' | 'archive';
export interface IntakeBatchesTable {
  county_id: number;
  batch: number;
  year: number | null;
  purpose: BatchPurpose;
  origin: string;
  actor: string;
  started_at: Stamp;
}

export type ItemState = 'waiting' | 'done' | 'failed';
export type ItemOutcome = Exclude<DocumentOutcome, 'received'> | 'known' | 'refused';
export interface IntakeItemsTable {
  county_id: number;
  batch: number;
  item: number;
  name: string;
  sha256: string | null;
  last: Generated<boolean>;
  state: ItemState;
  outcome: ItemOutcome | null;
  detail: Json<{ refused?: string }>;
  actor: string;
  changed_at: ColumnType<string, string | undefined, string>;
}

export interface IntakeDecisionsTable {
  county_id: number;
  decision_id: Generated<number>;
  sha256: string;
  part: number;
  held: HeldReason;
  decision: 'taken_in' | 'left_out' | 'undone';
  actor: string;
  decided_at: Stamp;
}

/** What is filed: body, report year, scope. Stands in every table below. */
interface FilingKeyColumns {
  county_id: number;
  body_code: string;
  year: number;
  scope: Scope;
}
interface ReportKeyColumns extends FilingKeyColumns {
  version: number;
}

export interface FilingsTable extends FilingKeyColumns {
  actor: string;
  created_at: Stamp;
}

export type FilingEventKind = 'received' | 'attached' | 'proposed' | 'adopted' | 'returned' | 'accepted' | 'published' | 'withdrawn';
export interface FilingEventsTable extends FilingKeyColumns {
  event_id: Generated<number>;
  kind: FilingEventKind;
  dated: string | null;
  date_source: string | null;
  /** received: archive where it came as a report of a past year · returned: findings (digests of what was sent back), words of the office, and dueOn · published: address, sha256 of the saved page · withdrawn: the event taken back. */
  detail: Json<{ version?: number; sha256?: string; part?: number; archive?: true; findings?: string[]; words?: string; dueOn?: string; address?: string; event?: number }>;
  origin: string;
  actor: string;
  happened_at: Stamp;
}

export interface FilingDocumentsTable extends FilingKeyColumns {
  sha256: string;
  part: number;
  role: 'main' | 'attachment' | 'table' | 'signed_copy' | 'publication';
  address: string | null;
  dated: string | null;
  actor: string;
  linked_at: Stamp;
}

export interface ReportsTable extends ReportKeyColumns {
  cause: 'submitted' | 'corrected' | 'amended' | 'reread';
  reader_version: number;
  sha256: string;
  part: number;
  edition: Edition;
  title: string | null;
  body_as_printed: string | null;
  period_from: string | null;
  period_to: string | null;
  dated: string | null;
  printed_tables: string[];
  actor: string;
  ingested_at: Stamp;
}

export interface ReportCurrentTable extends ReportKeyColumns {
  actor: string;
  since: ColumnType<string, string | undefined, string>;
}

export interface ReportSectionsTable extends ReportKeyColumns {
  position: number;
  number: number;
  title: string;
  prose: string;
  place: Json<Place>;
}

/** Everything of a figure but its value, which stands in report_figures. */
export type FigureSource = Omit<Figure, 'value'>;

export interface ReportSourcesTable extends ReportKeyColumns {
  figures: Json<Record<FigureId, FigureSource>>;
  extra_rows: Json<ExtraRow[]>;
  drift: Json<FormDrift[]>;
  evidence: Json<RecognisedReport['evidence']>;
}

export interface CorrectionsTable extends FilingKeyColumns {
  correction_id: Generated<number>;
  figure: FigureId;
  read_value: number | null;
  value: number | null;
  kind: CorrectionKind | 'taken_back';
  reason: string;
  actor: string;
  made_at: Stamp;
  version: number | null;
  confirmed_by: string | null;
  confirmed_on: string | null;
  confirmed_how: string | null;
}

/** peers and texts: those of the neighbour family that look at all bodies, and all texts, of a year. */
export type StoredFamily = 'report' | 'neighbour' | 'peers' | 'texts';
export interface CheckRunsTable extends ReportKeyColumns {
  family: StoredFamily;
  catalogue_version: number;
  results: Json<CheckResult[]>;
  run_at: ColumnType<string, string | undefined, string>;
}

export interface FindingsTable extends ReportKeyColumns {
  family: StoredFamily;
  finding_key: string;
  check_id: string;
  level: Level;
  figures: FigureId[];
  parameters: Json<Parameters>;
  expected: number | null;
  actual: number | null;
  quote: string | null;
  place: ColumnType<Place | null, string | null, string | null>;
  folded_under: string | null;
}

export type SaidHow = 'phone' | 'paper' | 'visit';

export interface JudgementsTable extends FilingKeyColumns {
  judgement_id: Generated<number>;
  version: number;
  finding_key: string;
  check_id: string;
  about: string;
  verdict: Judgement | 'withdrawn';
  reason: string | null;
  said_by: string | null;
  said_on: string | null;
  said_how: SaidHow | null;
  actor: string;
  judged_at: Stamp;
}

export interface CheckSilencesTable {
  county_id: number;
  silence_id: Generated<number>;
  check_id: string;
  silenced: boolean;
  reason: string | null;
  actor: string;
  decided_at: Stamp;
}

export interface CountyListsTable {
  county_id: number;
  list_id: Generated<number>;
  kind: 'words' | 'model' | 'points';
  year: number | null;
  content: string;
  actor: string;
  kept_at: Stamp;
}

export interface FilingContactsTable extends FilingKeyColumns {
  contact_id: Generated<number>;
  contacted_on: string;
  how: SaidHow;
  person: string | null;
  note: string;
  promised_on: string | null;
  actor: string;
  noted_at: Stamp;
}

export interface ContextNotesTable {
  county_id: number;
  note_id: Generated<number>;
  body_code: string;
  year: number;
  words: string;
  actor: string;
  noted_at: ColumnType<string, string | undefined, string>;
}

export interface LegalChangesTable {
  county_id: number;
  key: string;
  year: number;
  figures: string;
  words: string;
  source: string | null;
  hidden: Generated<boolean>;
  actor: string;
  noted_at: ColumnType<string, string | undefined, string>;
}

/** A figure of a reference report: its number, or why there is none. */
export type ReferenceFigure = Pick<Figure, 'value' | 'missing'>;

export interface ReferenceReportsTable {
  county_id: number;
  name: string;
  year: number;
  population: number | null;
  address: string | null;
  document_name: string;
  bytes: Uint8Array;
  figures: Json<Record<FigureId, ReferenceFigure>>;
  actor: string;
  loaded_at: ColumnType<string, string | undefined, string>;
}

export interface ClaimsTable {
  county_id: number;
  claim_id: Generated<number>;
  body_code: string | null;
  alias: string | null;
  actor: string;
  claimed_at: Stamp;
  taken_back_actor: string | null;
  taken_back_at: ColumnType<string | null, string | null | undefined, string>;
}

export interface ClaimPartsTable {
  county_id: number;
  claim_id: number;
  sha256: string;
  part: number;
}

/** Column of a figure: its id with dots as underscores (`columnOf` in form/figures.ts). */
export type FigureColumn = `t${2 | 3 | 4}_${string}`;
export type ReportFiguresTable = ReportKeyColumns & Record<FigureColumn, number | null>;

export interface ReportFactsView extends ReportKeyColumns {
  figure: FigureId;
  value: number;
}

export interface Schema {
  counties: CountiesTable;
  bodies: BodiesTable;
  body_names: BodyNamesTable;
  body_successions: BodySuccessionsTable;
  body_years: BodyYearsTable;
  body_contacts: BodyContactsTable;
  documents: DocumentsTable;
  document_parts: DocumentPartsTable;
  intake_batches: IntakeBatchesTable;
  intake_items: IntakeItemsTable;
  intake_decisions: IntakeDecisionsTable;
  filings: FilingsTable;
  filing_events: FilingEventsTable;
  filing_documents: FilingDocumentsTable;
  reports: ReportsTable;
  report_current: ReportCurrentTable;
  report_sections: ReportSectionsTable;
  report_sources: ReportSourcesTable;
  corrections: CorrectionsTable;
  check_runs: CheckRunsTable;
  findings: FindingsTable;
  judgements: JudgementsTable;
  check_silences: CheckSilencesTable;
  county_lists: CountyListsTable;
  filing_contacts: FilingContactsTable;
  context_notes: ContextNotesTable;
  legal_changes: LegalChangesTable;
  reference_reports: ReferenceReportsTable;
  claims: ClaimsTable;
  claim_parts: ClaimPartsTable;
  report_figures: ReportFiguresTable;
  report_facts: ReportFactsView;
}
