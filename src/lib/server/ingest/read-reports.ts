/** The line from bytes to figures: the pure rooms one after the other, nothing stored. */
import type { Document, Unreadable } from '../../documents/document.ts';
import { readDocument } from '../../documents/read-document.ts';
import { extractFigures } from '../../figures/extract-figures.ts';
import type { Figures } from '../../figures/figure.ts';
import { recogniseReports } from '../../recognition/recognise-report.ts';
import type { RecognisedReport } from '../../recognition/report.ts';

export interface ReadReport {
  report: RecognisedReport;
  figures: Figures;
}
export interface ReadReports {
  document: Document;
  reports: ReadReport[];
}

/** How bytes are read: in this thread (`readReports`) or by a pool; whoever ingests says which. */
export type ReadBytes = (bytes: Uint8Array, name: string) => Promise<{ document: Pick<Document, 'format'>; reports: ReadReport[] } | Unreadable>;

/** The reports in a file with their figures, or why the file cannot be read. Never throws on any bytes. */
export async function readReports(bytes: Uint8Array, name: string): Promise<ReadReports | Unreadable> {
  const document = await readDocument(bytes, name);
  if ('unreadable' in document) return document;
  return { document, reports: recogniseReports(document, name).map((report) => ({ report, figures: extractFigures(report) })) };
}

/** Those that are reports, with their number within the document, from 1. */
export function numberedReports(reports: readonly ReadReport[]): (ReadReport & { part: number })[] {
  return reports.filter(({ report }) => isReport(report)).map((read, index) => ({ ...read, part: read.report.part ?? index + 1 }));
}

/** A document without tables that names neither a body nor a year, or no section at all, is something else. */
const isReport = (report: RecognisedReport): boolean =>
  report.tables.length > 0 || (report.sections.length > 0 && (report.body !== null || report.year !== null));
