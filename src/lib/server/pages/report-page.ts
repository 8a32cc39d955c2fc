/** What the page of a report shows: its tables with places, last year beside, findings in words, prose, and its source. */
import { figureLabel } from '../../checks/figure-label.ts';
import { LEVELS, type Level } from '../../checks/finding.ts';
import { wordCheck, wordFinding, wordVerdict } from '../../checks/wording.ts';
import type { ShownCorrection, ShownFigure, ShownFigures, ShownFinding } from '../../components/shown.ts';
import { placeOfQuote } from '../../components/segments.ts';
import type { Block } from '../../documents/document.ts';
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
import { changedFigures, currentFiguresOf } from '../queries/figures.ts';
import { checkResultsOf, findingsOf, type StoredFinding } from '../queries/findings.ts';
import { readReport, reportsOfBody, type StoredReport } from '../queries/reports.ts';

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
  /** Figures whose number differs from the current draft. */
  changed: FigureId[];
  versions: { version: number; current: boolean }[];
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
  /** What people corrected in reports of this filing, the last first. */
  corrections: ShownCorrection[];
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六'];

/** The page of a report; undefined where there is none at the address. Without a version: the current one. */
export async function readReportPage(db: Reads, county: County, address: { body: string; year: number; scope: Scope; version: number | null }, language: Language): Promise<ReportPage | undefined> {
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
  const [current] = version.state === 'current' ? [] : await currentFiguresOf(db, [key]);
  const reading = await readDocument(document.bytes, document.name);
  const blocks = 'unreadable' in reading ? null : reading.blocks;
  const figures = shownFigures(report.figures, year, language, previous?.figures ?? null, stored);
  const tables = drawnTables(report.edition);
  return {
    body: { code: body.code, name: body.name }, year, scope, version: version.version, current: version.state === 'current',
    changed: current ? changedFigures(current.figures, report.figures) : [],
    versions: versions.map((entry) => ({ version: entry.version, current: entry.state === 'current' })),
    otherYears: filed.map((filing) => ({
      year: filing.year, current: filing.year === year && filing.scope === scope, link: `/c/${county.code}/reports/${body.code}/${filing.year}/${filing.scope}`,
    })),
    edition: report.edition, tables, figures,
    otherEdition: Object.keys(report.figures).filter((id) => !tables.some(({ layout }) => layout.rows.flat().some((cell) => cell.figure === id))),
    previousYear: previous ? year - 1 : null,
    counts: countLevels(stored),
    findings: stored.map((finding) => shownFinding(finding, report.edition, blocks, language)),
    checks: await checkSummary(db, key, language),
    sections: report.sections.map((section) => ({ heading: `${NUMERALS[section.number] ?? ''}、${section.title}`, text: section.text })),
    extraRows: extraRowsOf(report),
    document: { sha256: version.sha256, name: document.name },
    blocks,
    pdf: reading.format === 'pdf',
    corrections: (await correctionsOf(db, key)).map((correction) => shownCorrection(correction, report.edition, language)),
  };
}

function shownCorrection(correction: StoredCorrection, edition: Edition, language: Language): ShownCorrection {
  const { figure, kind, readValue, value, reason, confirmed, version, actor, madeAt } = correction;
  return { figure, label: figureLabel(figure, language, edition), kind, read: readValue, value, reason, confirmed, version, actor, on: madeAt.slice(0, 10) };
}

function shownFinding(finding: StoredFinding, edition: Edition, blocks: Block[] | null, language: Language): ShownFinding {
  const { key, check, level, figures, quote } = finding;
  const at = finding.at ?? (quote && blocks ? placeOfQuote(blocks, quote) : null);
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

const extraRowsOf = (report: StoredReport): string[] => report.extraRows.map((row) => `表${row.table} ${row.label}：${row.cells.join(' ')}`);
