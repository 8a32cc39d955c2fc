/** Everything received: what became of it, why, and what to do. */
import { m } from '../../paraglide/messages.js';
import type { PartOutcome } from '../database/schema.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { listDocuments, type DocumentPart, type ReceivedDocument } from '../queries/documents.ts';
import { countyData } from './county-data.ts';

export type DocumentState = PartOutcome | 'received' | 'unreadable' | 'not_a_report';
export interface ListedDocument {
  key: string;
  sha256: string;
  name: string;
  received: string;
  outcome: string;
  report: string;
  link: string | null;
  todo: string;
}
export interface DocumentsPage {
  total: number;
  /** Bodies that the register does not have yet. */
  waiting: number;
  states: { state: string; label: string; n: number; link: string; current: boolean }[];
  documents: ListedDocument[];
}

const OUTCOMES: Record<DocumentState, () => string> = {
  new: m.outcome_new, same_figures: m.outcome_same_figures, proposed: m.outcome_proposed, body_unknown: m.outcome_body_unknown,
  year_unknown: m.outcome_year_unknown, before_form: m.outcome_before_form, received: m.outcome_received, unreadable: m.outcome_unreadable, not_a_report: m.outcome_not_a_report,
  left_aside: m.outcome_left_aside,
};
const TODO: Record<DocumentState, () => string> = {
  new: () => '', same_figures: () => '', proposed: m.todo_proposed, body_unknown: m.todo_body_unknown, year_unknown: m.todo_year_unknown,
  before_form: m.todo_before_form, received: m.todo_received, unreadable: m.todo_unreadable, not_a_report: m.todo_not_a_report, left_aside: () => '',
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
const TO_DO: readonly DocumentState[] = ['proposed', 'body_unknown', 'year_unknown', 'received', 'unreadable', 'not_a_report'];

/** One page of what was received; `state` narrows to an outcome, or to `todo`. */
export async function readDocumentsPage(db: Reads, county: County, state: string | null): Promise<DocumentsPage> {
  const data = await countyData(db, county);
  const received = await listDocuments(db, county.countyId);
  const rows = received.flatMap((document) => rowsOf(county, document, (code) => data.bodies.find((body) => body.code === code)?.name ?? code));
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
  const link = (to: string): string => `/c/${county.code}/documents${to === '' ? '' : `?state=${to}`}`;
  const toDo = rows.filter((row) => TO_DO.includes(row.state)).length;
  const chosen = state === 'todo' || (state !== null && counts.has(state)) ? state : '';
  return {
    total: received.length, waiting: data.waitingBodies,
    states: [
      { state: '', label: m.all(), n: rows.length, link: link(''), current: chosen === '' },
      ...(toDo > 0 || chosen === 'todo' ? [{ state: 'todo', label: m.column_todo_short(), n: toDo, link: link('todo'), current: chosen === 'todo' }] : []),
      ...(Object.keys(OUTCOMES) as DocumentState[]).filter((entry) => counts.has(entry)).map((entry) => ({
        state: entry, label: OUTCOMES[entry](), n: counts.get(entry) ?? 0, link: link(entry), current: chosen === entry,
      })),
    ],
    documents: rows.filter((row) => chosen === '' || row.state === chosen || (chosen === 'todo' && TO_DO.includes(row.state))).map(({ state: _state, ...row }) => row),
  };
}

function rowsOf(county: County, document: ReceivedDocument, nameOf: (code: string) => string): (ListedDocument & { state: DocumentState })[] {
  const base = { sha256: document.sha256, name: document.name, received: document.receivedOn ?? m.ingested_on({ date: document.ingestedAt.slice(0, 10) }) };
  if (document.parts.length === 0 || document.outcome !== 'read') {
    const state = document.outcome === 'read' ? 'not_a_report' : document.outcome;
    return [{ ...base, key: document.sha256, state, report: '', ...outcomeWords(county, state, document.detail) }];
  }
  return document.parts.map((part) => {
    const body = part.detail.body === undefined ? part.body : nameOf(part.detail.body);
    const report = [body ?? m.body_not_read(), part.year === null ? m.year_not_read() : String(part.year)].join(' ');
    return { ...base, key: `${document.sha256}/${part.part}`, state: part.outcome, report, ...outcomeWords(county, part.outcome, part.detail, part.body === null) };
  });
}
