/** A version of a report with everything that hangs on it: stored, checked, and put in the place of the one before. */
import { CATALOGUE_VERSION } from '../../checks/catalogue.ts';
import { checkReport } from '../../checks/check-report.ts';
import type { Figures } from '../../figures/figure.ts';
import type { ReportsTable } from '../database/schema.ts';
import { bodyByCode, type Body } from '../queries/bodies.ts';
import type { ReportKey, Writes } from '../queries/connection.ts';
import { setPartOutcome } from '../queries/documents.ts';
import { storeCheckRun } from '../queries/findings.ts';
import { insertReport, partOfVersion, setCurrent, versionsOf, type ReportContent, type StoredReport } from '../queries/reports.ts';
import { countyWords } from './county-words.ts';
import { checkByNeighbours, checkDependents, checkedReport } from './neighbours.ts';

export interface NewVersion {
  content: ReportContent;
  figures: Figures;
  /** Text before the first section; not stored, some checks need it. */
  opening: string | null;
  /** Reports in the document; 1 where left out. */
  reportsInFile?: number;
  sha256: string;
  part: number;
  cause: ReportsTable['cause'];
  readerVersion: number;
  actor: string;
}

/** The new version as it would be stored. */
export function asStored(key: ReportKey, { content, figures, sha256, part, readerVersion }: NewVersion): StoredReport {
  const { body, edition, title, sections, drift, tables, extraRows, evidence, period, dated } = content;
  return { key, edition, title, bodyAsPrinted: body, period, dated, tables, sha256, part, readerVersion, sections, figures, extraRows, drift, evidence };
}

/** What a stored version was made of. */
export function contentOf(report: StoredReport): ReportContent {
  const { bodyAsPrinted, edition, title, sections, drift, tables, extraRows, evidence, period, dated } = report;
  return { body: bodyAsPrinted, edition, title, sections, drift, tables, extraRows, evidence, period, dated };
}

/** Stores a version and its findings. */
export async function storeVersion(trx: Writes, key: ReportKey, body: Body, version: NewVersion): Promise<void> {
  const { content, figures, sha256, part, cause, readerVersion, actor } = version;
  await insertReport(trx, key, { recognised: content, figures, sha256, part, cause, readerVersion, actor });
  const checked = checkedReport(asStored(key, version), body, { opening: version.opening, reportsInFile: version.reportsInFile ?? 1 });
  await storeCheckRun(trx, key, 'report', checkReport({ ...checked, wordList: await countyWords(trx, key.countyId) }), CATALOGUE_VERSION);
  await checkByNeighbours(trx, key);
}

/**
 * Stores a version in the place of one that counts or waits: it counts or waits instead, the document leads to it, and
 * whoever is judged by it is looked at again.
 * @returns its number
 */
export async function replaceVersion(trx: Writes, replaced: ReportKey, version: NewVersion): Promise<number> {
  const versions = await versionsOf(trx, replaced);
  const body = await bodyByCode(trx, replaced.countyId, replaced.body);
  if (!body) throw new Error(`No body ${replaced.body}`);
  const key = { ...replaced, version: (versions.at(-1)?.version ?? 0) + 1 };
  await storeVersion(trx, key, body, version);
  const part = await partOfVersion(trx, replaced);
  if (part?.detail.version === replaced.version)
    await setPartOutcome(trx, key.countyId, part.sha256, { ...part, detail: { ...part.detail, version: key.version } }, version.readerVersion);
  if (versions.some((entry) => entry.version === replaced.version && entry.state === 'current')) {
    await setCurrent(trx, key, version.actor);
    await checkDependents(trx, key);
  }
  return key.version;
}
