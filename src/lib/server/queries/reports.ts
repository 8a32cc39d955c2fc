/** Reports in versions. */
import { sql } from 'kysely';
import type { Figures } from '../../figures/figure.ts';
import type { Edition } from '../../form/edition.ts';
import type { ExtraRow, FormDrift, RecognisedReport, Scope, Section } from '../../recognition/report.ts';
import type { ReportsTable } from '../database/schema.ts';
import { filingColumns, reportColumns, type FilingKey, type ReportKey, type Reads, type Writes } from './connection.ts';
import type { DocumentPart } from './documents.ts';
import { figuresOfReport, insertFigures } from './figures.ts';
import { storedJson, storedText, storedTextOrNull } from './stored-text.ts';

export interface ReportVersion {
  version: number;
  cause: ReportsTable['cause'];
  /** current counts · proposed waits for a person · superseded was replaced. A version that a correction made may be later than one that waits. */
  state: 'current' | 'proposed' | 'superseded';
  edition: Edition;
  title: string | null;
  /** Document it was read from. */
  sha256: string;
  documentName: string;
  part: number;
  receivedOn: string | null;
  ingestedAt: string;
  /** Who brought, corrected or read it. */
  actor: string;
}

/** Versions of a filing, the first one first. */
export async function versionsOf(db: Reads, key: FilingKey): Promise<ReportVersion[]> {
  return (await reportsWhere(db, key.countyId, key.body, key)).map(({ year: _year, scope: _scope, ...version }) => version);
}

async function reportsWhere(db: Reads, countyId: number, body: string, filing?: { year: number; scope: Scope }): Promise<(ReportVersion & { year: number; scope: Scope })[]> {
  let query = db.selectFrom('reports as r')
    .innerJoin('documents as d', (join) => join.onRef('d.county_id', '=', 'r.county_id').onRef('d.sha256', '=', 'r.sha256'))
    .innerJoin('document_parts as p', (join) => join.onRef('p.county_id', '=', 'r.county_id').onRef('p.sha256', '=', 'r.sha256').onRef('p.part', '=', 'r.part'))
    .leftJoin('report_current as c', (join) => join
      .onRef('c.county_id', '=', 'r.county_id').onRef('c.body_code', '=', 'r.body_code').onRef('c.year', '=', 'r.year').onRef('c.scope', '=', 'r.scope'))
    .select([
      'r.year', 'r.scope', 'r.version', 'r.cause', 'r.edition', 'r.title', 'r.sha256', 'd.name as documentName', 'r.part', 'd.received_on as receivedOn',
      'r.ingested_at as ingestedAt', 'r.actor', 'c.version as currentVersion', 'p.outcome', 'p.outcome_detail as detail',
    ])
    .where('r.county_id', '=', countyId).where('r.body_code', '=', body)
    .orderBy('r.year').orderBy('r.scope').orderBy('r.version');
  if (filing) query = query.where('r.year', '=', filing.year).where('r.scope', '=', filing.scope);
  return (await query.execute()).map(({ currentVersion, outcome, detail, ...row }) => {
    const waits = outcome === 'proposed' && detail.version !== undefined ? detail.version === row.version : row.version > (currentVersion ?? 0);
    return { ...row, state: row.version === currentVersion ? 'current' : waits ? 'proposed' : 'superseded' };
  });
}

export interface FiledReport {
  year: number;
  scope: Scope;
  versions: ReportVersion[];
}

/** All filings of a body that have a report, by year and scope, with their versions. */
export async function reportsOfBody(db: Reads, countyId: number, body: string): Promise<FiledReport[]> {
  const filed: FiledReport[] = [];
  for (const { year, scope, ...version } of await reportsWhere(db, countyId, body)) {
    const last = filed.at(-1);
    if (last && last.year === year && last.scope === scope) last.versions.push(version);
    else filed.push({ year, scope, versions: [version] });
  }
  return filed;
}

/** Version that counts, or undefined where the filing has none. */
export async function currentVersion(db: Reads, key: FilingKey): Promise<number | undefined> {
  return (await db.selectFrom('report_current').select('version').where((eb) => eb.and(filingColumns(key))).executeTakeFirst())?.version;
}

/** The part of a document that a version was read from. */
export async function partOfVersion(db: Reads, key: ReportKey): Promise<(DocumentPart & { sha256: string }) | undefined> {
  return db.selectFrom('reports as r')
    .innerJoin('document_parts as p', (join) => join.onRef('p.county_id', '=', 'r.county_id').onRef('p.sha256', '=', 'r.sha256').onRef('p.part', '=', 'r.part'))
    .select(['p.sha256', 'p.part', 'p.outcome', 'p.outcome_detail as detail', 'p.read_title as title', 'p.read_body as body', 'p.read_year as year', 'p.read_scope as scope'])
    .where('r.county_id', '=', key.countyId).where('r.body_code', '=', key.body).where('r.year', '=', key.year).where('r.scope', '=', key.scope)
    .where('r.version', '=', key.version).executeTakeFirst();
}

export interface StoredReport {
  key: ReportKey;
  edition: Edition;
  title: string | null;
  bodyAsPrinted: string | null;
  period: { from: string; to: string } | null;
  dated: string | null;
  /** Statutory tables of which cells were found. */
  tables: string[];
  sha256: string;
  part: number;
  readerVersion: number;
  sections: Section[];
  figures: Figures;
  extraRows: ExtraRow[];
  drift: FormDrift[];
  evidence: RecognisedReport['evidence'];
}

/** One version with figures, sources and prose; findings come from `findings.ts`. */
export async function readReport(db: Reads, key: ReportKey): Promise<StoredReport | undefined> {
  const row = await db.selectFrom('reports')
    .select(['edition', 'title', 'body_as_printed as bodyAsPrinted', 'period_from as from', 'period_to as to', 'dated', 'printed_tables as tables', 'sha256', 'part', 'reader_version as readerVersion'])
    .where((eb) => eb.and(reportColumns(key))).executeTakeFirst();
  const sources = await db.selectFrom('report_sources').select(['extra_rows as extraRows', 'drift', 'evidence']).where((eb) => eb.and(reportColumns(key))).executeTakeFirst();
  const sections = await db.selectFrom('report_sections').select(['number', 'title', 'prose as text', 'place as at'])
    .where((eb) => eb.and(reportColumns(key))).orderBy('position').execute();
  const figures = await figuresOfReport(db, key);
  if (!row || !sources || !figures) return undefined;
  const { from, to, ...report } = row;
  return { key, ...report, period: from !== null && to !== null ? { from, to } : null, sections, figures, ...sources };
}

/** What a version stores of a reading besides the figures. */
export type ReportContent = Pick<RecognisedReport, 'edition' | 'title' | 'body' | 'period' | 'dated' | 'extraRows' | 'drift' | 'evidence' | 'sections'> & { tables: string[] };

/** Stores a new version: report, sections, figures and sources. */
export async function insertReport(
  trx: Writes, key: ReportKey,
  report: { recognised: ReportContent; figures: Figures; sha256: string; part: number; cause: ReportsTable['cause']; readerVersion: number; actor: string },
): Promise<void> {
  const { recognised } = report;
  await trx.insertInto('reports').values({
    ...reportColumns(key), cause: report.cause, reader_version: report.readerVersion, sha256: report.sha256, part: report.part, edition: recognised.edition,
    title: storedTextOrNull(recognised.title), body_as_printed: storedTextOrNull(recognised.body),
    period_from: recognised.period?.from ?? null, period_to: recognised.period?.to ?? null, dated: recognised.dated, printed_tables: recognised.tables, actor: report.actor,
  }).execute();
  const sources = await insertFigures(trx, key, report.figures);
  await trx.insertInto('report_sources').values({
    ...reportColumns(key), figures: storedJson(sources), extra_rows: storedJson(recognised.extraRows), drift: storedJson(recognised.drift), evidence: storedJson(recognised.evidence),
  }).execute();
  if (recognised.sections.length > 0)
    await trx.insertInto('report_sections').values(recognised.sections.map((section, index) => ({
      ...reportColumns(key), position: index + 1, number: section.number, title: storedText(section.title), prose: storedText(section.text), place: storedJson(section.at),
    }))).execute();
}

/** Makes the version the one that counts. */
export async function setCurrent(trx: Writes, key: ReportKey, actor: string): Promise<void> {
  await trx.insertInto('report_current').values({ ...reportColumns(key), actor })
    .onConflict((conflict) => conflict.columns(['county_id', 'body_code', 'year', 'scope']).doUpdateSet({ version: key.version, actor, since: sql<string>`now()` })).execute();
}
