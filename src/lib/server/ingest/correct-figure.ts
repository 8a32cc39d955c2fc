/**
 * A person corrects a figure. A correction is stored, makes a new version of the report that counts at once, and with it
 * the findings, those of next year's report, and every sum: in one transaction.
 */
import type { Kysely } from 'kysely';
import { correctedFigure, readFigure, type Correction } from '../../figures/corrections.ts';
import type { Figure } from '../../figures/figure.ts';
import type { FigureId } from '../../form/figures.ts';
import type { Schema } from '../database/schema.ts';
import type { Reads, ReportKey } from '../queries/connection.ts';
import { insertCorrection, type Confirmation } from '../queries/corrections.ts';
import { changeCounty } from '../queries/counties.ts';
import { documentBytes } from '../queries/documents.ts';
import { currentVersion, readReport } from '../queries/reports.ts';
import { compareWaiting } from './compare-year-texts.ts';
import type { OfReading } from './neighbours.ts';
import { numberedReports, readReports } from './read-reports.ts';
import { contentOf, replaceVersion } from './versions.ts';

export interface FigureCorrection extends Correction {
  figure: FigureId;
  reason: string;
  /** Of a change by the body. */
  confirmed?: Confirmation;
}

/** The version that counts now, or why nothing was changed. `stale`: another version counts than the one it was made on. */
export type CorrectionOutcome = { version: number } | 'stale' | 'no such figure' | 'unchanged';

/** Corrects a figure of the version that counts. */
export async function correctFigure(db: Kysely<Schema>, key: ReportKey, correction: FigureCorrection, actor: string): Promise<CorrectionOutcome> {
  return change(db, key, correction.figure, actor, (figure) => {
    const same = figure.value === correction.value && (figure.corrected?.kind ?? correction.kind) === correction.kind;
    return same ? undefined : { ...correction, figure: correctedFigure(figure, correction) };
  });
}

/** Takes the correction of a figure back: it is again as read. */
export async function takeBackCorrection(db: Kysely<Schema>, key: ReportKey, id: FigureId, reason: string, actor: string): Promise<CorrectionOutcome> {
  return change(db, key, id, actor, (figure) => (figure.corrected ? { kind: 'taken_back', value: readFigure(figure).value, reason, figure: readFigure(figure) } : undefined));
}

interface Change {
  kind: Correction['kind'] | 'taken_back';
  value: number | null;
  reason: string;
  confirmed?: Confirmation;
  figure: Figure;
}

async function change(db: Kysely<Schema>, key: ReportKey, id: FigureId, actor: string, changeOf: (figure: Figure) => Change | undefined): Promise<CorrectionOutcome> {
  const ofReading = await readAgain(db, key);
  const outcome = await db.transaction().execute(async (trx): Promise<CorrectionOutcome> => {
    await changeCounty(trx, key.countyId);
    const report = await readReport(trx, key);
    if (!report || (await currentVersion(trx, key)) !== key.version) return 'stale';
    const figure = report.figures[id];
    if (!figure) return 'no such figure';
    const made = changeOf(figure);
    if (!made) return 'unchanged';
    const { sha256, part, readerVersion } = report;
    const version = await replaceVersion(trx, key, {
      content: contentOf(report), figures: { ...report.figures, [id]: made.figure }, ...ofReading, sha256, part, cause: 'corrected', readerVersion, actor,
    });
    await insertCorrection(trx, { ...key, version }, { figure: id, readValue: readFigure(figure).value, value: made.value, kind: made.kind, reason: made.reason, confirmed: made.confirmed, actor });
    return { version };
  });
  await compareWaiting(db, key.countyId);
  return outcome;
}

/** What a stored version's document says beside what is stored, read again. */
export async function readAgain(db: Reads, key: ReportKey): Promise<OfReading> {
  const report = await readReport(db, key);
  const document = report && (await documentBytes(db, key.countyId, report.sha256));
  const reading = document && (await readReports(document.bytes, document.name));
  const reports = reading && 'reports' in reading ? numberedReports(reading.reports) : [];
  return { opening: reports.find(({ part }) => part === report?.part)?.report.opening ?? null, reportsInFile: Math.max(1, reports.length) };
}
