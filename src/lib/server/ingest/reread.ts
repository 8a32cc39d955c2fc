/**
 * What `npm run reread` does, by whichever process holds the database: all stored documents are read with the present
 * reader, and what that changes is told, report by report. Only when it is to be kept, a report that changes gets a
 * new version, with the corrections by people applied again.
 */
import type { Kysely } from 'kysely';
import { checkReport } from '../../checks/check-report.ts';
import { wordFinding } from '../../checks/wording.ts';
import type { Finding, Level } from '../../checks/finding.ts';
import type { Figures } from '../../figures/figure.ts';
import type { FigureId } from '../../form/figures.ts';
import type { Scope } from '../../recognition/report.ts';
import type { OutcomeDetail, Schema, StoredFamily } from '../database/schema.ts';
import { bodyByCode, listBodies, listSuccessions, type Succession } from '../queries/bodies.ts';
import type { FilingKey, ReportKey } from '../queries/connection.ts';
import { changeCounty, listCounties, type County } from '../queries/counties.ts';
import { documentBytes, documentsByYear, type DocumentPart, type StoredDocument } from '../queries/documents.ts';
import { changedFigures, figuresOfReport } from '../queries/figures.ts';
import { findingsOf } from '../queries/findings.ts';
import { readReport, versionsOf } from '../queries/reports.ts';
import { today } from '../today.ts';
import { compareWaiting } from './compare-year-texts.ts';
import { compareReading, type RereadFigure } from './compare-reading.ts';
import { countyWords } from './county-words.ts';
import { inOrder } from './in-order.ts';
import { storeDocument } from './ingest-report.ts';
import { matchBody } from './match-body.ts';
import { checkedByNeighbours, checkedReport } from './neighbours.ts';
import { numberedReports, type ReadBytes, type ReadReport } from './read-reports.ts';
import { READER_VERSION } from './reader-version.ts';
import { asStored, replaceVersion, type NewVersion } from './versions.ts';
import { whichCounty } from './which-county.ts';

export interface RereadOptions {
  /** Code of the county; may be left out where there is only one. */
  county?: string;
  /** Store what changes; else it is only told. */
  keep: boolean;
  actor: string;
}

interface OfReport {
  file: string;
  /** Name of the body, report year and scope that it is stored under. */
  body: string;
  year: number;
  scope: Scope;
  version: number;
}
export interface RereadFinding {
  check: string;
  level: Level;
  message: string;
}
/** A report that is now read otherwise. `findings` are those that come and go with it; `kept` is the new version's number. */
export interface RereadReport extends OfReport {
  kind: 'report';
  state: 'current' | 'proposed';
  figures: RereadFigure[];
  appeared: RereadFinding[];
  gone: RereadFinding[];
  kept: number | null;
}
export type RereadPiece =
  | { kind: 'progress'; done: number; of: number }
  | RereadReport
  /** Its own reading is the same, but last year's is not. */
  | (OfReport & { kind: 'neighbour'; appeared: RereadFinding[]; gone: RereadFinding[] })
  /** Was read, and now is not, or as the report of another body or year: it stays as it is. */
  | (OfReport & { kind: 'lost'; why: OutcomeDetail | null; readAs: { body: string | null; year: number | null } | null })
  /** An attachment whose figures were those of the version, and no longer are. */
  | (OfReport & { kind: 'attachment'; figures: FigureId[] })
  /** Could not be read or assigned before. */
  | { kind: 'found'; file: string; parts: Pick<DocumentPart, 'part' | 'body' | 'year' | 'scope'>[]; kept: boolean };

export interface RereadSummary {
  county: Pick<County, 'code' | 'name'>;
  readerVersion: number;
  documents: number;
  /** Reports that were compared. */
  reports: number;
  kept: boolean;
}

const AHEAD = 3;

/** What a run knows while it goes through the years. */
interface Run {
  db: Kysely<Schema>;
  county: County;
  options: RereadOptions;
  read: ReadBytes;
  successions: Succession[];
  /** Figures of reports that are now read otherwise, without places, by filing: next year's report is judged by them. */
  changed: Map<string, Figures>;
  onPiece(piece: RereadPiece): void;
}
const nameOfFiling = ({ body, year, scope }: Pick<FilingKey, 'body' | 'year' | 'scope'>): string => JSON.stringify([body, year, scope]);

/**
 * Reads everything again, year by year, and calls `onPiece` for whatever changes. Stops after the document under way
 * when `signal` is aborted.
 * @throws where it was stopped, the county is not clear, or the database fails; a document never throws
 */
export async function rereadDocuments(db: Kysely<Schema>, read: ReadBytes, options: RereadOptions, onPiece: (piece: RereadPiece) => void, signal?: AbortSignal): Promise<RereadSummary> {
  const county = whichCounty(await listCounties(db), options.county);
  const run: Run = { db, county, options, read, successions: await listSuccessions(db, county.countyId), changed: new Map(), onPiece };
  const documents = await documentsByYear(db, county.countyId);
  let [done, reports] = [0, 0];
  const readings = inOrder(documents, AHEAD, async (document) => {
    const stored = await documentBytes(db, county.countyId, document.sha256);
    return { document, bytes: stored?.bytes.byteLength ?? 0, reading: stored && (await read(stored.bytes, stored.name)) };
  });
  for await (const { document, reading } of readings) {
    if (signal?.aborted) throw new Error('已中断；已保存的都完整，再运行一次即可接着做 · Interrupted; what was stored is whole, run it again to go on');
    if (reading) reports += await settle(run, document, reading);
    onPiece({ kind: 'progress', done: (done += 1), of: documents.length });
  }
  if (options.keep) await compareWaiting(db, county.countyId);
  return { county: { code: county.code, name: county.name }, readerVersion: READER_VERSION, documents: documents.length, reports, kept: options.keep };
}

/** One document with its present reading; how many stored reports were compared. */
async function settle(run: Run, document: StoredDocument, reading: Awaited<ReturnType<ReadBytes>>): Promise<number> {
  const found = 'unreadable' in reading ? [] : numberedReports(reading.reports);
  let compared = 0;
  for (const part of document.parts) {
    const of = await filingOf(run, document, part);
    if (!of) continue;
    const now = found.find((report) => report.part === part.part);
    const why = now ? await notTheSame(run, part, now, of.key) : {};
    if (!now || why) run.onPiece({ kind: 'lost', ...of.shown, why: 'unreadable' in reading ? { unreadable: reading.unreadable, format: reading.format } : null, readAs: now ? { body: now.report.body, year: now.report.year } : null });
    else if (part.outcome === 'same_figures') await compareAttachment(run, of, now);
    else if (of.state !== 'superseded') {
      await compareReport(run, document, of, of.state, now, found.length);
      compared += 1;
    }
  }
  await takeFound(run, document, reading, found);
  return compared;
}

interface Filed {
  key: ReportKey;
  state: 'current' | 'proposed' | 'superseded';
  shown: OfReport;
}

/** The version that a part leads to; undefined where it waits for something. */
async function filingOf({ db, county }: Run, document: StoredDocument, { detail }: DocumentPart): Promise<Filed | undefined> {
  const { body, year, scope, version } = detail;
  if (body === undefined || year === undefined || scope === undefined || version === undefined) return undefined;
  const key = { countyId: county.countyId, body, year, scope, version };
  const state = (await versionsOf(db, key)).find((entry) => entry.version === version)?.state;
  const name = (await bodyByCode(db, county.countyId, body))?.name ?? body;
  return state && { key, state, shown: { file: document.name, body: name, year, scope, version } };
}

/** Whether the present reading says that it is another report: of another year, or by a new name of another body. */
async function notTheSame({ db, county }: Run, part: DocumentPart, { report }: ReadReport, key: ReportKey): Promise<boolean> {
  if (report.year !== part.year) return true;
  if (report.body === part.body) return false;
  const match = matchBody(await listBodies(db, county.countyId), report.body, report.year, county.name);
  return 'body' in match && match.body.code !== key.body;
}

async function compareReport(run: Run, document: StoredDocument, { key, shown }: Filed, state: 'current' | 'proposed', now: ReadReport & { part: number }, reportsInFile: number): Promise<void> {
  const { db, options, successions } = run;
  const [stored, body] = [await readReport(db, key), await bodyByCode(db, key.countyId, key.body)];
  if (!stored || !body) return;
  const { figures, other, content, corrected } = compareReading(stored, now.report, now.figures);
  const instead = (filing: FilingKey): Figures | undefined => run.changed.get(nameOfFiling(filing));
  const lastYear = [key.body, ...successions.map(({ predecessor }) => predecessor)].some((code) => instead({ ...key, body: code, year: key.year - 1 }));
  if (!other && !lastYear) return;

  const version: NewVersion = { content, figures: corrected, opening: now.report.opening, reportsInFile, sha256: document.sha256, part: now.part, cause: 'reread', readerVersion: READER_VERSION, actor: options.actor };
  const checked = { ...checkedReport(asStored(key, version), body, { opening: now.report.opening, reportsInFile }), wordList: await countyWords(db, key.countyId) };
  // Checks among the bodies and the texts of the year are run anew when a version is kept.
  const before = (await findingsOf(db, key)).filter(({ family }) => family === 'report' || family === 'neighbour');
  const neighbour = (await checkedByNeighbours(db, key, checked, successions, instead)).findings;
  const after = [...(other ? of('report', checkReport(checked).findings) : before.filter(({ family }) => family === 'report')), ...of('neighbour', neighbour)];
  const appeared = without(after, before).map((finding) => worded(finding, stored.edition));
  const gone = without(before, after).map((finding) => worded(finding, stored.edition));
  if (!other) {
    if (appeared.length + gone.length > 0) run.onPiece({ kind: 'neighbour', ...shown, appeared, gone });
    return;
  }
  if (figures.length > 0 && state === 'current') run.changed.set(nameOfFiling(key), withoutPlaces(corrected));
  const kept = options.keep ? await keep(run, key, state, version) : null;
  run.onPiece({ kind: 'report', ...shown, state, figures, appeared, gone, kept });
}

type Keyed = Finding & { family: StoredFamily };
const of = (family: StoredFamily, findings: readonly Finding[]): Keyed[] => findings.map((finding) => ({ ...finding, family }));
/** What is folded under another finding is part of that one. */
function without(findings: readonly Keyed[], others: readonly Keyed[]): Keyed[] {
  const known = new Set(others.map(({ family, key }) => `${family}:${key}`));
  return findings.filter(({ family, key, foldedUnder }) => foldedUnder === undefined && !known.has(`${family}:${key}`));
}
const worded = (finding: Finding, edition: NewVersion['content']['edition']): RereadFinding => ({ check: finding.check, level: finding.level, message: wordFinding(finding, 'zh', { edition }) });
const withoutPlaces = (figures: Figures): Figures => Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, { ...figure, raw: null, at: null }]));

/** Stores the reading as a version; null where the report has changed since it was compared, which the next run sees. */
async function keep({ db }: Run, key: ReportKey, state: Filed['state'], version: NewVersion): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    await changeCounty(trx, key.countyId);
    if ((await versionsOf(trx, key)).find((entry) => entry.version === key.version)?.state !== state) return null;
    return replaceVersion(trx, key, version);
  });
}

/** An attachment has the figures of some version of its filing, as read or as corrected. */
async function compareAttachment({ db, changed, onPiece }: Run, { key, shown }: Filed, now: ReadReport): Promise<void> {
  const stored: Figures[] = [];
  for (const { version } of await versionsOf(db, key)) stored.push((await figuresOfReport(db, { ...key, version })) ?? {});
  const reread = changed.get(nameOfFiling(key));
  const differing = [...stored, ...(reread ? [reread] : [])].map((figures) => changedFigures(figures, now.figures));
  if (differing.every(({ length }) => length > 0)) onPiece({ kind: 'attachment', ...shown, figures: differing.at(-1) ?? [] });
}

/** Reports that were not read in the document before, or that waited for a body or a year which is now read otherwise. */
async function takeFound({ db, county, options, read, onPiece }: Run, document: StoredDocument, reading: Awaited<ReturnType<ReadBytes>>, found: (ReadReport & { part: number })[]): Promise<void> {
  const news = found.filter(({ part, report }) => {
    const before = document.parts.find((known) => known.part === part);
    return !before || ((before.outcome === 'body_unknown' || before.outcome === 'year_unknown') && (before.body !== report.body || before.year !== report.year));
  });
  if (news.length === 0) return;
  const { sha256, name } = document;
  // Not its bytes but their reading is what is stored now.
  const intake = { countyId: county.countyId, bytes: new Uint8Array(), name, actor: options.actor, today: today(), read, origin: 'command' };
  if (options.keep) await storeDocument(db, { sha256, intake, reading, again: true });
  onPiece({ kind: 'found', file: name, parts: news.map(({ part, report }) => ({ part, body: report.body, year: report.year, scope: report.scope })), kept: options.keep });
}
