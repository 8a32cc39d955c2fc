/** One batch: how far it is, what became of each file, and where a person is asked. */
import type { Kysely } from 'kysely';
import { figureLabel } from '../../checks/figure-label.ts';
import { editionOf } from '../../form/edition.ts';
import { m } from '../../paraglide/messages.js';
import type { OutcomeDetail, Schema } from '../database/schema.ts';
import { askAgain, leaveOut, takeIn, takeInLater, type HeldPart } from '../ingest/decide.ts';
import { intakeQueue, reader } from '../ingest/handle.ts';
import { listBodies } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import { changeCounty, type County } from '../queries/counties.ts';
import { batchByNumber, decisionsOfBatch, itemsOfBatch, readAgain, type BatchItem } from '../queries/intake.ts';
import { receivedInBatch, type ReceivedRow } from '../queries/received.ts';
import { versionsOf } from '../queries/reports.ts';
import { today } from '../today.ts';
import { outcomeWords, reportName } from './documents-page.ts';
import { batchWords, refusedWords } from './intake-words.ts';
import type { Language } from './report-page.ts';

/** Figures that differ: some are spelled out. */
export interface DifferingCells {
  n: number;
  before: string;
  cells: { label: string; before: number | null; after: number | null }[];
  more: number;
}
export interface AskedPart {
  /** sha256/part, as forms send it. */
  key: string;
  sha256: string;
  file: string;
  report: string;
  why: string;
  take: string;
  leave: string;
  differing: DifferingCells | null;
  link: string | null;
}
export interface FileResult {
  key: string;
  outcome: string;
  report: string;
  link: string | null;
  todo: string;
  differing: DifferingCells | null;
}
export interface BatchPage {
  number: number;
  words: string;
  by: string;
  progress: { done: number; of: number };
  running: boolean;
  failed: number;
  asks: AskedPart[];
  /** Of another year than the batch's, where there are several: decided together. */
  together: { keys: string[]; take: string } | null;
  decided: { key: string; file: string; report: string; words: string; undo: boolean }[];
  files: { item: number; name: string; sha256: string | null; results: FileResult[] }[];
  pages: { words: string; previous: string | null; next: string | null } | null;
}

const PAGE = 100;
const SPELLED = 12;

/** The page of a batch; undefined where there is none of the number. */
export async function readBatchPage(db: Reads, county: County, number: number, page: number, language: Language): Promise<BatchPage | undefined> {
  const batch = await batchByNumber(db, county.countyId, number);
  if (!batch) return undefined;
  const items = await itemsOfBatch(db, county.countyId, number);
  const rows = await receivedInBatch(db, county.countyId, number);
  const bodies = new Map((await listBodies(db, county.countyId)).map(({ code, name }) => [code, name]));
  const nameOf = (code: string): string => bodies.get(code) ?? code;
  const fileOf = new Map(items.map(({ sha256, name }) => [sha256, name]).reverse() as [string | null, string][]);
  const of = new Map<string, ReceivedRow[]>();
  for (const row of rows) of.set(row.sha256, [...(of.get(row.sha256) ?? []), row]);
  const held = rows.filter(({ state, detail }) => state === 'held' && detail.batch === number);
  const otherYears = held.filter(({ detail }) => detail.held === 'other_year');
  const decisions = await decisionsOfBatch(db, county.countyId, number);
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const link = (to: number): string => `/c/${county.code}/documents/batches/${number}${to > 1 ? `?page=${to}` : ''}`;
  const waiting = items.filter(({ state }) => state === 'waiting').length;
  const when = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(batch.startedAt));
  return {
    number, words: batchWords(batch), by: [m.intake_by({ actor: batch.actor, when }), batch.origin === 'command' ? m.intake_by_command() : ''].filter(Boolean).join(m.list_separator()),
    progress: { done: items.length - waiting, of: items.length }, running: waiting > 0, failed: items.filter(({ state }) => state === 'failed').length,
    asks: await Promise.all(held.map((row) => askOf(db, county, row, fileOf.get(row.sha256) ?? row.name, nameOf, language))),
    together: otherYears.length < 2 ? null : {
      keys: otherYears.map(keyOf),
      take: otherYears.every(({ year, detail }) => (year ?? 0) < (detail.asked ?? 0)) ? m.intake_take_all({ n: otherYears.length }) : m.intake_take_all_years({ n: otherYears.length }),
    },
    decided: decisions.flatMap(({ sha256, part, decision, actor }) => {
      const row = of.get(sha256)?.find((each) => each.part === part);
      if (!row || decision === 'undone' || row.state === 'held') return [];
      const words = decision === 'taken_in' ? m.intake_taken_by({ actor }) : m.intake_left_by({ actor });
      return [{ key: keyOf(row), file: fileOf.get(sha256) ?? row.name, report: reportName(row, nameOf), words, undo: row.state === 'left_out' }];
    }),
    files: items.slice((shown - 1) * PAGE, shown * PAGE).map((item) => ({
      item: item.item, name: item.name, sha256: item.sha256, results: resultsOf(county, item, of.get(item.sha256 ?? '') ?? [], nameOf, language),
    })),
    pages: pages === 1 ? null : { words: m.intake_page({ page: shown, pages }), previous: shown > 1 ? link(shown - 1) : null, next: shown < pages ? link(shown + 1) : null },
  };
}

const keyOf = ({ sha256, part }: Pick<ReceivedRow, 'sha256' | 'part'>): string => `${sha256}/${part ?? 0}`;

async function askOf(db: Reads, county: County, row: ReceivedRow, file: string, nameOf: (code: string) => string, language: Language): Promise<AskedPart> {
  const { detail, sha256 } = row;
  const { held, against, body, scope } = detail;
  const year = String(detail.year ?? row.year ?? '');
  const key = { countyId: county.countyId, body: body ?? '', year: detail.year ?? 0, scope: scope ?? ('own' as const) };
  const other = held === 'differs' ? ((await versionsOf(db, key)).find(({ version }) => version === against)?.documentName ?? '') : '';
  const words = {
    other_year: { why: m.intake_ask_other_year({ year, asked: String(detail.asked ?? '') }), take: Number(year) < (detail.asked ?? 0) ? m.intake_take_past({ year }) : m.intake_take_year({ year }), leave: m.intake_leave_out() },
    accepted: { why: m.intake_ask_accepted({ n: against ?? 0 }), take: m.intake_take_proposed(), leave: m.intake_leave_out() },
    differs: { why: m.intake_ask_differs(), take: m.intake_take_counts(), leave: m.intake_keep_other({ name: other }) },
  }[held ?? 'other_year'];
  return {
    key: keyOf(row), sha256, file, report: reportName(row, nameOf), ...words, link: outcomeWords(county, 'held', { ...detail, version: against }).link,
    differing: differingCells(detail, other === '' ? m.intake_cell_before({ n: against ?? 0 }) : m.intake_cell_before_file({ name: other }), language),
  };
}

function differingCells({ cells, year }: OutcomeDetail, before: string, language: Language): DifferingCells | null {
  if (!cells || cells.length === 0 || year === undefined) return null;
  return {
    n: cells.length, before, more: Math.max(0, cells.length - SPELLED),
    cells: cells.slice(0, SPELLED).map(({ figure, ...values }) => ({ label: figureLabel(figure, language, editionOf(year)), ...values })),
  };
}

function resultsOf(county: County, item: BatchItem, rows: readonly ReceivedRow[], nameOf: (code: string) => string, language: Language): FileResult[] {
  const plain = (outcome: string, todo = ''): FileResult[] => [{ key: '', outcome, report: '', link: null, todo, differing: null }];
  if (item.state === 'waiting') return plain(m.outcome_waiting());
  if (item.state === 'failed') return plain(m.outcome_failed(), m.todo_failed());
  if (item.outcome === 'refused') return plain([m.batch_not_opened(), refusedWords(item.detail.refused)].join(m.list_separator()), item.sha256 === null ? '' : m.todo_refused());
  return rows.map((row): FileResult => {
    const words = outcomeWords(county, row.state, row.detail, row.part !== null && row.body === null);
    return {
      key: keyOf(row), ...words, outcome: [item.outcome === 'known' ? m.outcome_known() : '', words.outcome].filter(Boolean).join(m.list_separator()), report: row.part === null ? '' : reportName(row, nameOf),
      todo: row.state === 'held' ? '' : words.todo, differing: row.state === 'proposed' ? differingCells(row.detail, m.intake_cell_before({ n: row.detail.against ?? 0 }), language) : null,
    };
  });
}

/** What a form of the batch page sends: `decision` take, leave or undo, and `part`, once or often; a sentence where it could not be done. */
export async function decide(db: Kysely<Schema>, county: County, batch: number, form: FormData, actor: string): Promise<string | undefined> {
  const keys = form.getAll('part').flatMap((value): HeldPart[] => {
    const found = typeof value === 'string' ? /^([0-9a-f]{64})\/(\d{1,4})$/.exec(value) : null;
    return found ? [{ sha256: found[1] ?? '', part: Number(found[2]) }] : [];
  });
  const decision = form.get('decision');
  const intake = { countyId: county.countyId, actor, today: today(), origin: 'web', read: reader() };
  let done = 0;
  if (decision === 'take' && keys.length > 1) {
    done = await takeInLater(db, intake, batch, keys);
    intakeQueue().wake();
  } else
    for (const key of keys) {
      const changed = decision === 'take' ? await takeIn(db, intake, key) : decision === 'leave' ? await leaveOut(db, intake, key) : decision === 'undo' ? await askAgain(db, intake, key) : undefined;
      if (changed) done += 1;
    }
  return done === 0 ? m.intake_gone() : undefined;
}

/** Files that a fault of the programme stopped are read again. */
export async function retryBatch(db: Kysely<Schema>, county: County, batch: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await changeCounty(trx, county.countyId);
    await readAgain(trx, county.countyId, batch, 'failed');
  });
  intakeQueue().wake();
}
