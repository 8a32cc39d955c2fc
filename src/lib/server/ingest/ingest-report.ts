/**
 * The line, from bytes to findings: store the bytes, read them, tell whose report it is, and store report, figures and
 * findings in one transaction. A report enters whole or not at all; running it again completes what was cut off.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Format } from '../../documents/document.ts';
import type { Figures } from '../../figures/figure.ts';
import { FIRST_YEAR } from '../../form/edition.ts';
import type { RecognisedReport, Scope } from '../../recognition/report.ts';
import type { DocumentOutcome, OutcomeDetail, PartOutcome, Schema } from '../database/schema.ts';
import { listBodies } from '../queries/bodies.ts';
import { claimedBody } from '../queries/claims.ts';
import type { FilingKey, ReportKey, Writes } from '../queries/connection.ts';
import { changeCounty, countyById } from '../queries/counties.ts';
import { documentByHash, documentBytes, insertDocument, linkDocument, setDocumentOutcome, setPartOutcome, type DocumentPart, type ReceivedDocument } from '../queries/documents.ts';
import { changedFigures, figuresOfReport } from '../queries/figures.ts';
import { ensureFiling, insertFilingEvent } from '../queries/filings.ts';
import { batchOfDocument, lastDecision, type Batch } from '../queries/intake.ts';
import { forgetTexts } from '../queries/texts.ts';
import { currentVersion, partOfVersion, setCurrent, versionsOf } from '../queries/reports.ts';
import { changedCells } from './changed-cells.ts';
import { holdOf } from './hold.ts';
import { matchBody } from './match-body.ts';
import { checkDependents } from './neighbours.ts';
import { numberedReports, type ReadBytes } from './read-reports.ts';
import { READER_VERSION } from './reader-version.ts';
import { storeVersion } from './versions.ts';

export interface Intake {
  countyId: number;
  bytes: Uint8Array;
  /** File name; a hint for recognition and shown in lists, never trusted. */
  name: string;
  actor: string;
  /** YYYY-MM-DD; a report of a year after this is not believed. */
  today: string;
  /** Day the office received it, where told. */
  receivedOn?: string;
  /** Where it came from, for the history: ingest, web. */
  origin?: string;
  /** The batch it came with: says which year is meant, and whether it is a past one. Without it nothing is asked. */
  batch?: Pick<Batch, 'batch' | 'year' | 'purpose'>;
  /** A person has said that it is to be taken in: nothing is asked. */
  decided?: boolean;
  read: ReadBytes;
}

export interface IngestResult {
  sha256: string;
  name: string;
  /** known: these bytes were worked to the end before; `parts` says what became of them then. */
  outcome: Exclude<DocumentOutcome, 'received'> | 'known';
  detail: OutcomeDetail;
  /** One entry a report in the document. */
  parts: DocumentPart[];
}

/** A document whose bytes are stored: what it was before, and what reads in it where that is not settled. */
export interface Prepared {
  sha256: string;
  intake: Omit<Intake, 'bytes'>;
  known?: IngestResult;
  reading?: Awaited<ReturnType<ReadBytes>>;
  /** The reader has changed: also a document that was worked to the end may have reports that were not read before. */
  again?: boolean;
}

/** Done in the transaction that stores the document. */
export type OnStored = (trx: Writes, result: IngestResult) => Promise<void>;

/** Brings one document in. Trouble in the document is the result; throws only where the database or the programme fails. */
export async function ingestDocument(db: Kysely<Schema>, intake: Intake): Promise<IngestResult> {
  return storeDocument(db, await prepareDocument(db, intake));
}

/** The first half: the bytes are stored and read. Several documents may be under way at once. */
export async function prepareDocument(db: Kysely<Schema>, intake: Intake): Promise<Prepared> {
  const { countyId, bytes, name, actor, receivedOn } = intake;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await db.transaction().execute(async (trx) => {
    if (await insertDocument(trx, countyId, { sha256, name, bytes, actor, receivedOn })) await changeCounty(trx, countyId);
  });

  return readStored(db, sha256, bytes, intake);
}

/** The first half for bytes that are stored already. */
export async function readStored(db: Kysely<Schema>, sha256: string, bytes: Uint8Array, intake: Omit<Intake, 'bytes'>): Promise<Prepared> {
  const { countyId, name } = intake;
  const before = await documentByHash(db, countyId, sha256);
  if (before && isSettled(before)) return { sha256, intake, known: { sha256, name, outcome: 'known', detail: before.detail, parts: before.parts } };
  return { sha256, intake, reading: await intake.read(bytes, name) };
}

/** The second half, document after document in the order in which they came: the first of two is the first version. */
export async function storeDocument(db: Kysely<Schema>, prepared: Prepared, onStored?: OnStored): Promise<IngestResult> {
  if (prepared.known && !onStored) return prepared.known;
  return db.transaction().execute(async (trx) => {
    await changeCounty(trx, prepared.intake.countyId);
    const result = prepared.known ?? (await storeReading(trx, prepared));
    await onStored?.(trx, result);
    return result;
  });
}

async function storeReading(trx: Writes, { sha256, intake, reading, again = false }: Prepared): Promise<IngestResult> {
  const { countyId, name } = intake;
  if (!reading) throw new Error('Not prepared');
  // Looked at again under the lock: somebody else may have brought the same bytes at the same time.
  const known = await documentByHash(trx, countyId, sha256);
  if (known && isSettled(known) && !again) return { sha256, name, outcome: 'known', detail: known.detail, parts: known.parts };
  const settled: DocumentPart[] = [];
  for (const part of known?.parts ?? [])
    if (isStored(part) || (isAsked(part, intake.batch?.batch) && (await lastDecision(trx, countyId, sha256, part.part)) !== 'taken_in')) settled.push(part);
  const close = async (outcome: Exclude<DocumentOutcome, 'received'>, format: Format, detail: OutcomeDetail, parts: DocumentPart[]): Promise<IngestResult> => {
    await setDocumentOutcome(trx, countyId, sha256, { outcome, name, mediaType: MEDIA_TYPES[format], detail });
    return { sha256, name, outcome: known?.outcome === outcome && parts.length === 0 ? 'known' : outcome, detail, parts };
  };
  if ('unreadable' in reading) return close('unreadable', reading.format, { unreadable: reading.unreadable, format: reading.format }, []);
  const reports = numberedReports(reading.reports);
  if (reports.length === 0 && settled.length === 0) return close('not_a_report', reading.document.format, {}, []);
  const parts: DocumentPart[] = [];
  for (const { part, report, figures } of reports) {
    parts.push(settled.find((stored) => stored.part === part) ?? (await storePart(trx, intake, { sha256, part, of: reports.length, report, figures })));
  }
  return close('read', reading.document.format, {}, parts);
}

/** A part that waits is read again when its bytes come again: under a name that says more, once the body is registered, or with a batch of its year. */
const WAITS: readonly PartOutcome[] = ['body_unknown', 'year_unknown', 'held', 'left_out'];
const isStored = (part: DocumentPart): boolean => !WAITS.includes(part.outcome);

/** What a person is asked, or has answered, stays so until it comes with another batch. */
const isAsked = ({ outcome, detail }: DocumentPart, batch: number | undefined): boolean => (outcome === 'held' || outcome === 'left_out') && (batch === undefined || detail.batch === batch);

/** Nothing more to do. What could not be read is tried again, since readers improve; a page kept as proof of publication has no parts and was never read. */
function isSettled(document: ReceivedDocument): boolean {
  return document.outcome === 'read' && document.parts.length > 0 && document.parts.every(isStored);
}

/** Works on a stored document again: one that waited for its body, or whose ingest was cut off. */
export async function ingestStored(db: Kysely<Schema>, sha256: string, intake: Omit<Intake, 'bytes' | 'name'>): Promise<IngestResult> {
  const stored = await documentBytes(db, intake.countyId, sha256);
  if (!stored) throw new Error(`No document ${sha256}`);
  const batch = intake.batch ?? (await batchOfDocument(db, intake.countyId, sha256));
  return ingestDocument(db, { ...intake, bytes: stored.bytes, name: stored.name, batch });
}

export interface FoundReport {
  sha256: string;
  part: number;
  /** Reports in the document. */
  of: number;
  report: RecognisedReport;
  figures: Figures;
}

/** Stores one report of the document, or says what it waits for. */
export async function storePart(trx: Writes, intake: Omit<Intake, 'bytes'>, found: FoundReport): Promise<DocumentPart> {
  const { countyId, actor, today } = intake;
  const { report, sha256, part } = found;
  const asks = intake.batch && !intake.decided && (await lastDecision(trx, countyId, sha256, part)) !== 'taken_in' ? intake.batch : undefined;
  const read = { part, title: report.title, body: report.body, year: report.year, scope: report.scope };
  const settle = async (outcome: PartOutcome, detail: OutcomeDetail = {}): Promise<DocumentPart> => {
    const settled = { ...read, outcome, detail };
    await setPartOutcome(trx, countyId, sha256, settled, READER_VERSION);
    return settled;
  };

  const { year } = report;
  if (year === null || year > Number(today.slice(0, 4))) return settle('year_unknown');
  if (year < FIRST_YEAR) return settle('before_form');
  if (asks && asks.year !== null && asks.year !== year) return settle('held', { held: 'other_year', batch: asks.batch, asked: asks.year });
  const register = await listBodies(trx, countyId);
  const claimed = await claimedBody(trx, countyId, { sha256, part });
  const owner = register.find(({ code }) => code === claimed);
  const match = owner ? { body: owner } : matchBody(register, report.body, year, (await countyById(trx, countyId))?.name);
  if (!('body' in match)) return settle('body_unknown', { candidates: match.candidates, evidence: report.evidence.body });

  const { body } = match;
  const scope: Scope = report.scope ?? (body.kind === 'government' ? 'rollup' : 'own');
  const filing: FilingKey = { countyId, body: body.code, year, scope };
  const same = await sameFigures(trx, filing, found.figures);
  const place = { body: body.code, year, scope };
  const hold = asks && same.version === undefined ? await holdOf(trx, filing, asks.batch, found.figures) : undefined;
  if (asks && hold) return settle('held', { ...place, ...hold, batch: asks.batch });
  await ensureFiling(trx, filing, actor);
  const archive = intake.batch && isArchive(intake.batch, year);
  const record = async (kind: 'received' | 'attached' | 'proposed', version: number, role: 'main' | 'attachment'): Promise<void> => {
    await linkDocument(trx, filing, { sha256, part, role, actor });
    await insertFilingEvent(trx, filing, {
      kind, detail: { version, sha256, part, ...(archive && { archive }) }, origin: intake.origin ?? 'ingest', actor,
      ...(intake.receivedOn && { dated: intake.receivedOn, dateSource: 'given' }),
    });
  };
  if (same.version !== undefined) {
    await record('attached', same.version, 'attachment');
    return settle('same_figures', { ...place, version: same.version });
  }

  const key: ReportKey = { ...filing, version: same.next };
  const { current } = same;
  const first = current === undefined;
  const settled = await settle(first ? 'new' : 'proposed', { ...place, version: key.version, ...(current && { against: current.version, cells: changedCells(current.figures, found.figures) }) });
  await storeVersion(trx, key, body, { content: report, figures: found.figures, opening: report.opening, reportsInFile: found.of, sha256, part, cause: 'submitted', readerVersion: READER_VERSION, actor });
  await record(first ? 'received' : 'proposed', key.version, 'main');
  if (first) {
    await setCurrent(trx, key, actor);
    await checkDependents(trx, filing);
  }
  return settled;
}

/** Reports of an archive, and those of a year before the one that the batch is meant for, are past: nobody works on them. */
const isArchive = ({ year, purpose }: Pick<Batch, 'year' | 'purpose'>, of: number): true | undefined => (purpose === 'archive' || (year !== null && of < year) ? true : undefined);

/** The version with the same numbers, if any; the number of the next; the one that counts. */
async function sameFigures(trx: Writes, filing: FilingKey, figures: Figures): Promise<{ version?: number; next: number; current?: { version: number; figures: Figures } }> {
  const current = await currentVersion(trx, filing);
  const versions = await versionsOf(trx, filing);
  let counting: { version: number; figures: Figures } | undefined;
  for (const { version } of versions) {
    const stored = await figuresOfReport(trx, { ...filing, version });
    if (stored && changedFigures(stored, figures).length === 0) return { version, next: version };
    if (stored && version === current) counting = { version, figures: stored };
  }
  return { next: (versions.at(-1)?.version ?? 0) + 1, current: counting };
}

/** Makes a proposed version the one that counts, and looks again at whoever is judged by it. */
export async function adoptVersion(trx: Writes, key: ReportKey, actor: string, origin: string): Promise<void> {
  await changeCounty(trx, key.countyId);
  await setCurrent(trx, key, actor);
  await forgetTexts(trx, key);
  await insertFilingEvent(trx, key, { kind: 'adopted', detail: { version: key.version }, origin, actor });
  const part = await partOfVersion(trx, key);
  if (part) await setPartOutcome(trx, key.countyId, part.sha256, { ...part, outcome: 'new' }, READER_VERSION);
  await checkDependents(trx, key);
}

/** By format told from the content. */
const MEDIA_TYPES: Record<Format, string> = {
  text: 'text/plain', html: 'text/html', pdf: 'application/pdf', doc: 'application/msword', xls: 'application/vnd.ms-excel', zip: 'application/zip',
  rar: 'application/vnd.rar', '7z': 'application/x-7z-compressed', ofd: 'application/ofd', mail: 'message/rfc822', rtf: 'application/rtf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  image: 'application/octet-stream', unknown: 'application/octet-stream',
};
