/** Everything received: what became of it, why, and what to do; a page at a time. */
import { m } from '../../paraglide/messages.js';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import type { DocumentPart } from '../queries/documents.ts';
import { listBatches } from '../queries/intake.ts';
import { countReceived, listReceived, yearsReceived, type ReceivedFilter, type ReceivedRow, type ReceivedState } from '../queries/received.ts';
import { today } from '../today.ts';
import { countyData } from './county-data.ts';
import { batchWords, intakeForm, type IntakeForm } from './intake-words.ts';

export type DocumentState = ReceivedState;
export interface ListedDocument {
  key: string;
  sha256: string;
  name: string;
  received: string;
  outcome: string;
  report: string;
  link: string | null;
  todo: string;
  /** The last batch it came with. */
  batch: { n: number; link: string } | null;
}
interface Choice {
  key: string;
  label: string;
  n: number | null;
  link: string;
  current: boolean;
}
export interface DocumentsPage {
  /** Nothing was ever received. */
  empty: boolean;
  /** Bodies that the register does not have yet. */
  waiting: number;
  intake: IntakeForm;
  /** The latest batches, the last one first. */
  batches: { n: number; link: string; words: string; waiting: number; held: number }[];
  states: Choice[];
  years: Choice[];
  chosenBatch: { label: string; without: string } | null;
  documents: ListedDocument[];
  pages: { words: string; previous: string | null; next: string | null } | null;
}

const OUTCOMES: Record<DocumentState, () => string> = {
  new: m.outcome_new, same_figures: m.outcome_same_figures, proposed: m.outcome_proposed, body_unknown: m.outcome_body_unknown,
  year_unknown: m.outcome_year_unknown, before_form: m.outcome_before_form, left_aside: m.outcome_left_aside, held: m.outcome_held, left_out: m.outcome_left_out, received: m.outcome_received, unreadable: m.outcome_unreadable, not_a_report: m.outcome_not_a_report,
};
const TODO: Record<DocumentState, () => string> = {
  new: () => '', same_figures: () => '', proposed: m.todo_proposed, body_unknown: m.todo_body_unknown, year_unknown: m.todo_year_unknown,
  before_form: m.todo_before_form, left_aside: () => '', held: m.todo_held, left_out: () => '', received: m.todo_received, unreadable: m.todo_unreadable, not_a_report: m.todo_not_a_report,
};
const UNREADABLE: Record<string, (inputs: { format: string }) => string> = {
  format: m.unreadable_format, empty: () => m.unreadable_empty(), encoding: () => m.unreadable_encoding(), too_large: () => m.unreadable_too_large(), damaged: m.unreadable_damaged,
  locked: () => m.unreadable_locked(), scan: () => m.unreadable_scan(), given_up: () => m.unreadable_given_up(),
};
const FORMATS: Record<string, () => string> = {
  docx: () => 'Word (docx)', doc: () => 'Word (doc)', xlsx: () => 'Excel (xlsx)', xls: () => 'Excel (xls)', pdf: () => 'PDF', zip: () => 'zip',
  rar: () => 'rar', '7z': () => '7z', ofd: () => 'OFD', mail: m.format_mail, rtf: () => 'RTF',
  image: m.format_image, unknown: m.format_unknown, text: m.format_text, html: () => 'HTML',
};
const UNREADABLE_TODO: Record<string, () => string> = { format: m.todo_unreadable, locked: m.todo_locked, scan: m.todo_scan, given_up: m.todo_given_up };
/** How to save what is in a format that is not read. */
const RESAVE: Record<string, () => string> = { rar: m.resave_unpack, '7z': m.resave_unpack, mail: m.resave_mail, ofd: m.resave_ofd };
function unreadableTodo(reason = 'format', format = ''): string {
  const resave = reason === 'format' ? RESAVE[format] : undefined;
  return resave ? m.todo_kept({ todo: resave() }) : (UNREADABLE_TODO[reason] ?? m.todo_damaged)();
}

/** Words for why a document was not read. */
export function unreadableWords(reason: string | undefined, format: string | undefined): string {
  return (UNREADABLE[reason ?? 'format'] ?? m.unreadable_damaged)({ format: (FORMATS[format ?? 'unknown'] ?? m.format_unknown)() });
}

/** Words and link of one outcome, for lists and for the answer to an upload. `nameless`: no body was read in it. */
export function outcomeWords(county: County, state: DocumentState, detail: DocumentPart['detail'], nameless = false): { outcome: string; link: string | null; todo: string } {
  const { body, year, scope, version } = detail;
  if (state === 'body_unknown' && nameless) return { outcome: m.body_not_read(), link: null, todo: m.todo_body_not_read() };
  const placed = body !== undefined && year !== undefined && scope !== undefined;
  return {
    outcome: state === 'unreadable' ? unreadableWords(detail.unreadable, detail.format) : OUTCOMES[state](),
    link: placed ? `/c/${county.code}/reports/${body}/${year}/${scope}${version === undefined ? '' : `?version=${version}`}` : null,
    todo: state === 'unreadable' ? unreadableTodo(detail.unreadable, detail.format) : TODO[state](),
  };
}

/** Outcomes that wait for somebody; counted alike by `countDocuments`. */
const TO_DO: readonly DocumentState[] = ['held', 'proposed', 'body_unknown', 'year_unknown', 'received', 'unreadable', 'not_a_report'];
/** Rows of one page. */
const PAGE = 50;
/** Batches that are named; the rest is behind a link of their documents. */
const BATCHES = 8;

const isState = (text: string): text is DocumentState => text in OUTCOMES;
const whole = (text: string | null): number | undefined => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined);

/** One page of what was received. Address: `state` (an outcome, or `todo`), `year`, `batch`, `page`; what is none of these is passed over. */
export async function readDocumentsPage(db: Reads, county: County, url: URL): Promise<DocumentsPage> {
  const data = await countyData(db, county);
  const state = url.searchParams.get('state') ?? '';
  const [year, batch] = [whole(url.searchParams.get('year')), whole(url.searchParams.get('batch'))];
  const chosen = state === 'todo' || isState(state) ? state : '';
  const within: ReceivedFilter = { ...(year !== undefined && { year }), ...(batch !== undefined && { batch }) };
  const filter: ReceivedFilter = { ...within, ...(chosen === 'todo' ? { states: TO_DO } : isState(chosen) ? { states: [chosen] } : {}) };
  const counts = new Map((await countReceived(db, county.countyId, within)).map(({ state: of, n }) => [of, n]));
  const sum = (states: readonly DocumentState[]): number => states.reduce((n, of) => n + (counts.get(of) ?? 0), 0);
  const rows = sum(filter.states ?? [...counts.keys()]);
  const pages = Math.max(1, Math.ceil(rows / PAGE));
  const page = Math.min(Math.max(1, whole(url.searchParams.get('page')) ?? 1), pages);
  const found = await listReceived(db, county.countyId, filter, { limit: PAGE, offset: (page - 1) * PAGE });
  const link = (change: Record<string, string | undefined>): string => {
    const to = { state: chosen, year: year?.toString() ?? '', batch: batch?.toString() ?? '', page: '', ...change };
    const query = new URLSearchParams(Object.entries(to).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '')).toString();
    return `/c/${county.code}/documents${query && `?${query}`}`;
  };
  const choice = (key: string, label: string, n: number): Choice => ({ key, label, n, link: link({ state: key }), current: chosen === key });
  const nameOf = (code: string): string => data.bodies.find((body) => body.code === code)?.name ?? code;
  const batches = await listBatches(db, county.countyId, BATCHES);
  return {
    empty: data.asOf === null, waiting: data.waitingBodies, intake: intakeForm(today()),
    batches: batches.map((entry) => ({ n: entry.batch, link: `/c/${county.code}/documents/batches/${entry.batch}`, words: batchWords(entry), waiting: entry.waiting, held: entry.held })),
    states: [
      choice('', m.all(), sum([...counts.keys()])),
      ...(sum(TO_DO) > 0 || chosen === 'todo' ? [choice('todo', m.column_todo_short(), sum(TO_DO))] : []),
      ...Object.keys(OUTCOMES).filter(isState).filter((entry) => counts.has(entry) || entry === chosen).map((entry) => choice(entry, OUTCOMES[entry](), counts.get(entry) ?? 0)),
    ],
    years: [undefined, ...(await yearsReceived(db, county.countyId))].map((of) => ({
      key: String(of ?? ''), label: of === undefined ? m.all() : String(of), n: null, link: link({ year: of?.toString() ?? '' }), current: of === year,
    })),
    chosenBatch: batch === undefined ? null : { label: m.intake_batch_n({ n: batch }), without: link({ batch: '' }) },
    documents: found.map((row) => listed(county, row, nameOf)),
    pages: pages === 1 ? null : { words: m.intake_page({ page, pages }), previous: page > 1 ? link({ page: String(page - 1) }) : null, next: page < pages ? link({ page: String(page + 1) }) : null },
  };
}

/** 青禾县民政局 2024; what was not read is said. */
export function reportName({ body, year, detail }: Pick<ReceivedRow, 'body' | 'year' | 'detail'>, nameOf: (code: string) => string): string {
  const name = detail.body === undefined ? body : nameOf(detail.body);
  return [name ?? m.body_not_read(), year === null ? m.year_not_read() : String(year)].join(' ');
}

function listed(county: County, row: ReceivedRow, nameOf: (code: string) => string): ListedDocument {
  const { sha256, name, part, state, batch } = row;
  return {
    key: `${sha256}/${part ?? ''}`, sha256, name, received: row.receivedOn ?? m.ingested_on({ date: row.ingestedAt.slice(0, 10) }),
    report: part === null ? '' : reportName(row, nameOf), ...outcomeWords(county, state, row.detail, part !== null && row.body === null),
    batch: batch === null ? null : { n: batch, link: `/c/${county.code}/documents/batches/${batch}${state === 'held' || state === 'left_out' ? '#asks' : ''}` },
  };
}
