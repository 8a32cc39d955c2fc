/** The versions of a report: where each came from, by whom and when, and what changed between two of them. */
import { figureLabel } from '../../checks/figure-label.ts';
import { wordCheck, wordFinding } from '../../checks/wording.ts';
import type { ShownComparison, ShownVersion } from '../../components/shown.ts';
import { TABLES } from '../../form/figures.ts';
import { layoutOf } from '../../form/layout.ts';
import { m } from '../../paraglide/messages.js';
import type { ReportsTable } from '../database/schema.ts';
import type { Reads, ReportKey } from '../queries/connection.ts';
import type { StoredCorrection } from '../queries/corrections.ts';
import { changedFigures, figuresOfReport } from '../queries/figures.ts';
import { findingsOf, type StoredFinding } from '../queries/findings.ts';
import type { ReportVersion } from '../queries/reports.ts';
import { minuteOf } from '../today.ts';
import type { Language } from './report-page.ts';

const CAUSES: Record<ReportsTable['cause'], () => string> = { submitted: m.version_submitted, corrected: m.version_corrected, amended: m.version_amended, reread: m.version_reread };
const KINDS: Record<StoredCorrection['kind'], () => string> = {
  reading_corrected: m.correction_reading, changed_by_body: m.correction_body, zero_for_body: m.correction_zero, taken_back: m.correction_taken_back,
};

/** All versions, the last first. A version that a correction made says which one. */
export function shownVersions(versions: readonly ReportVersion[], corrections: readonly StoredCorrection[], language: Language): ShownVersion[] {
  return [...versions].reverse().map(({ version, state, cause, edition, documentName, sha256, ingestedAt, actor }) => {
    const made = corrections.find((correction) => correction.version === version);
    const why = made ? `${KINDS[made.kind]()}${m.colon()}${figureLabel(made.figure, language, edition)}` : CAUSES[cause]();
    return { version, state, why, document: documentName, sha256, at: minuteOf(ingestedAt), actor };
  });
}

/** The version that another is compared with where nothing else is asked for: the one that counts, or for that one the one before. */
export function comparedWith(versions: readonly ReportVersion[], shown: number, asked: number | null): number | null {
  if (asked !== null && asked !== shown && versions.some(({ version }) => version === asked)) return asked;
  const current = versions.find(({ state }) => state === 'current')?.version;
  if (current !== undefined && current !== shown) return current;
  return versions.filter(({ version }) => version < shown).at(-1)?.version ?? versions.find(({ version }) => version !== shown)?.version ?? null;
}

/** What differs between two versions, told from the earlier one: figures in the order of the form, findings that came and went. */
export async function compareVersions(db: Reads, key: ReportKey, other: number, edition: ReportVersion['edition'], language: Language): Promise<ShownComparison> {
  const [from, to] = [Math.min(key.version, other), Math.max(key.version, other)];
  const before = (await figuresOfReport(db, { ...key, version: from })) ?? {};
  const after = (await figuresOfReport(db, { ...key, version: to })) ?? {};
  const changed = new Set(changedFigures(before, after));
  const printed = TABLES.flatMap((table) => layoutOf(table, edition).rows.flat().flatMap((cell) => cell.figure ?? []));
  const ordered = [...printed.filter((id) => changed.has(id)), ...[...changed].filter((id) => !printed.includes(id))];
  const valueOf = (figures: typeof before, id: string) => ({ value: figures[id]?.value ?? null, missing: figures[id]?.missing ?? ('absent' as const) });
  const [had, has] = [await findingsOf(db, { ...key, version: from }), await findingsOf(db, { ...key, version: to })];
  return {
    from, to,
    figures: ordered.map((figure) => ({ figure, label: figureLabel(figure, language, edition), before: valueOf(before, figure), after: valueOf(after, figure) })),
    appeared: without(has, had).map(worded), gone: without(had, has).map(worded),
  };

  function worded(finding: StoredFinding): ShownComparison['gone'][number] {
    return { key: `${finding.family}:${finding.key}`, level: finding.level, title: wordCheck(finding.check, language).title, message: wordFinding(finding, language, { edition }) };
  }
}

/** What is folded under another finding is part of that one. */
function without(findings: readonly StoredFinding[], others: readonly StoredFinding[]): StoredFinding[] {
  const known = new Set(others.map(({ family, key }) => `${family}:${key}`));
  return findings.filter(({ family, key, foldedUnder }) => foldedUnder === undefined && !known.has(`${family}:${key}`));
}
