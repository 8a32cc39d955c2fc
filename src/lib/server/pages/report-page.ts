/** What the page of a report shows: its tables with places, last year beside, findings in words, prose, and its source. */
import { figureLabel } from '../../checks/figure-label.ts';
import { LEVELS, type Level } from '../../checks/finding.ts';
import { maskPersonal } from '../../checks/mask.ts';
import { wordCheck, wordFinding, wordVerdict } from '../../checks/wording.ts';
import type { ShownComparison, ShownCorrection, ShownFigure, ShownFigures, ShownFinding, ShownVersion } from '../../components/shown.ts';
import type { Block, Document, OnPage } from '../../documents/document.ts';
import { readDocument } from '../../documents/read-document.ts';
import type { Figures } from '../../figures/figure.ts';
import { counterpart } from '../../form/comparability.ts';
import { editionOf, type Edition } from '../../form/edition.ts';
import { TABLES, type FigureId } from '../../form/figures.ts';
import { layoutOf, type TableLayout } from '../../form/layout.ts';
import { m } from '../../paraglide/messages.js';
import type { Scope } from '../../recognition/report.ts';
import { bodyByCode } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { documentBytes } from '../queries/documents.ts';
import { correctionsOf, type StoredCorrection } from '../queries/corrections.ts';
import { currentFiguresOf } from '../queries/figures.ts';
import { checkResultsOf, findingsOf, type StoredFinding } from '../queries/findings.ts';
import { readReport, reportsOfBody, type StoredReport } from '../queries/reports.ts';
import { today } from '../today.ts';
import { figuresWithPlaces, placeOfQuote, sourceOf } from './report-source.ts';
import { comparedWith, compareVersions, shownVersions } from './report-versions.ts';

export type Language = 'zh' | 'en';
export interface DrawnTable {
  layout: TableLayout;
  caption: string;
}

const CAPTIONS = { 二: m.table_2, 三: m.table_3, 四: m.table_4 };
/** The three tables of an edition with their captions. */
export const drawnTables = (edition: Edition): DrawnTable[] => TABLES.map((table) => ({ layout: layoutOf(table, edition), caption: CAPTIONS[table]() }));

/**
 * Figures as tables show them. `previous` are last year's, if there is a report: only figures that are the same in both
 * editions stand beside each other. Figures of the form that the report does not have are `absent`.
 */
export function shownFigures(figures: Figures, year: number, language: Language, previous: Figures | null, findings: readonly { level: Level; figures: FigureId[] }[] = []): ShownFigures {
  const edition = editionOf(year);
  const levels = new Map<FigureId, Level>();
  for (const level of [...LEVELS].reverse()) for (const finding of findings) if (finding.level === level) for (const id of finding.figures) levels.set(id, level);
  const drawn = TABLES.flatMap((table) => layoutOf(table, edition).rows.flat().flatMap((cell) => cell.figure ?? []));
  const shown: ShownFigures = {};
  for (const id of new Set([...drawn, ...Object.keys(figures)])) {
    const figure: ShownFigure = { ...(figures[id] ?? { value: null, missing: 'absent', raw: null, at: null }), label: figureLabel(id, language, edition) };
    const before = previous && counterpart(id, editionOf(year - 1));
    if (before?.comparability === 'same' && before.figure) figure.previous = previous?.[before.figure]?.value ?? null;
    const level = levels.get(id);
    if (level) figure.level = level;
    shown[id] = figure;
  }
  return shown;
}

export interface ReportPage {
  body: { code: string; name: string };
  year: number;
  scope: Scope;
  version: number;
  current: boolean;
  /** The last first. */
  versions: ShownVersion[];
  /** What differs from another version: the one asked for, else the one that counts, else the one before. */
  comparison: ShownComparison | null;
  otherYears: { year: number; link: string; current: boolean }[];
  edition: Edition;
  tables: DrawnTable[];
  figures: ShownFigures;
  /** Figures of the other edition that the document prints. */
  otherEdition: FigureId[];
  previousYear: number | null;
  counts: Record<Level, number>;
  findings: ShownFinding[];
  checks: { counts: { passed: number; failed: number; notEvaluated: number; notApplicable: number }; notEvaluated: { id: string; title: string; reason: string }[] };
  sections: { heading: string; text: string }[];
  extraRows: string[];
  document: { sha256: string; name: string };
  /** null where the document cannot be read again. */
  blocks: Block[] | null;
  /** Whether the document has pages that can be drawn. */
  pdf: boolean;
  /** Places of the document with personal information, which `blocks` have masked; where they stand on drawn pages. */
  personal: number;
  personalOnPages: OnPage[];
  /** What people corrected in reports of this filing, the last first. */
  corrections: ShownCorrection[];
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六'];

/** The page of a report; undefined where there is none at the address. Without a version: the current one. */
export async function readReportPage(db: Reads, county: County, address: { body: string; year: number; scope: Scope; version: number | null; against?: number | null }, language: Language): Promise<ReportPage | undefined> {
  const { year, scope } = address;
  const filed = await reportsOfBody(db, county.countyId, address.body);
  const body = await bodyByCode(db, county.countyId, address.body);
  const versions = filed.find((filing) => filing.year === year && filing.scope === scope)?.versions ?? [];
  const version = address.version === null ? (versions.find(({ state }) => state === 'current') ?? versions.at(-1)) : versions.find((entry) => entry.version === address.version);
  if (!body || !version) return undefined;
  const key = { countyId: county.countyId, body: body.code, year, scope, version: version.version };
  const report = await readReport(db, key);
  const document = await documentBytes(db, county.countyId, version.sha256);
  if (!report || !document) return undefined;
  const stored = await findingsOf(db, key);
  const [previous] = await currentFiguresOf(db, [{ countyId: county.countyId, body: body.code, year: year - 1, scope }]);
  const corrections = await correctionsOf(db, key);
  const other = comparedWith(versions, version.version, address.against ?? null);
  const reading = await readDocument(document.bytes, document.name);
  const printed = 'unreadable' in reading ? null : reading;
  const source = printed && sourceOf(printed, report.figures);
  const figures = shownFigures(figuresWithPlaces(report.figures, printed), year, language, previous?.figures ?? null, stored);
  const tables = drawnTables(report.edition);
  return {
    body: { code: body.code, name: body.name }, year, scope, version: version.version, current: version.state === 'current',
    versions: shownVersions(versions, corrections, language),
    comparison: other === null ? null : await compareVersions(db, key, other, report.edition, language),
    otherYears: filed.map((filing) => ({
      year: filing.year, current: filing.year === year && filing.scope === scope, link: `/c/${county.code}/reports/${body.code}/${filing.year}/${filing.scope}`,
    })),
    edition: report.edition, tables, figures,
    otherEdition: Object.keys(report.figures).filter((id) => !tables.some(({ layout }) => layout.rows.flat().some((cell) => cell.figure === id))),
    previousYear: previous ? year - 1 : null,
    counts: countLevels(stored),
    findings: stored.map((finding) => shownFinding(finding, report.edition, printed && source ? { document: printed, blocks: source.blocks } : null, language)),
    checks: await checkSummary(db, key, language),
    sections: report.sections.map((section) => ({ heading: `${NUMERALS[section.number] ?? ''}、${section.title}`, text: maskPersonal(section.text) })),
    extraRows: extraRowsOf(report),
    document: { sha256: version.sha256, name: document.name },
    blocks: source?.blocks ?? null,
    pdf: reading.format === 'pdf',
    personal: source?.personal ?? 0, personalOnPages: reading.format === 'pdf' ? (source?.personalOnPages ?? []) : [],
    corrections: corrections.map((correction) => shownCorrection(correction, report.edition, language)),
  };
}

function shownCorrection(correction: StoredCorrection, edition: Edition, language: Language): ShownCorrection {
  const { figure, kind, readValue, value, reason, confirmed, version, actor, madeAt } = correction;
  return { figure, label: figureLabel(figure, language, edition), kind, read: readValue, value, reason, confirmed, version, actor, on: today(new Date(madeAt)) };
}

function shownFinding(finding: StoredFinding, edition: Edition, source: { document: Document; blocks: Block[] } | null, language: Language): ShownFinding {
  const { key, check, level, figures, quote } = finding;
  // A finding knows its section; its sentence is looked for from there.
  const at = (quote && source ? placeOfQuote(source.blocks, source.document, quote, finding.at?.block) : null) ?? finding.at;
  return { key: `${finding.family}:${key}`, check, title: wordCheck(check, language).title, level, message: wordFinding(finding, language, { edition }), figures, ...(quote && { quote }), ...(at && { at }) };
}

export function countLevels(findings: readonly { level: Level }[]): Record<Level, number> {
  const counts = { error: 0, query: 0, note: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}

async function checkSummary(db: Reads, key: Parameters<typeof checkResultsOf>[1], language: Language): Promise<ReportPage['checks']> {
  const results = (await checkResultsOf(db, key)).flatMap((run) => run.results);
  const count = (verdict: string): number => results.filter((result) => result.verdict === verdict).length;
  return {
    counts: { passed: count('passed'), failed: count('failed'), notEvaluated: count('not evaluated'), notApplicable: count('not applicable') },
    notEvaluated: results.filter((result) => result.verdict === 'not evaluated').map(({ check, reason }) => ({
      id: check, title: wordCheck(check, language).title, reason: wordVerdict('not evaluated', reason, language),
    })),
  };
}

const extraRowsOf = (report: StoredReport): string[] => report.extraRows.map((row) => maskPersonal(`表${row.table} ${row.label}：${row.cells.join(' ')}`));
