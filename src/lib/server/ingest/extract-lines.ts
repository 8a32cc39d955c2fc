/** What `npm run extract` prints: one object a report. The members are a contract with other tools. */
import { checkReport } from '../../checks/check-report.ts';
import type { Level } from '../../checks/finding.ts';
import { maskPersonal } from '../../checks/mask.ts';
import { wordFinding } from '../../checks/wording.ts';
import type { Place, Unreadable } from '../../documents/document.ts';
import type { Figures } from '../../figures/figure.ts';
import type { Edition } from '../../form/edition.ts';
import type { FigureId } from '../../form/figures.ts';
import type { FormDrift, Scope } from '../../recognition/report.ts';
import { readReports, type ReadReport } from './read-reports.ts';

export interface ExtractedFinding {
  check: string;
  level: Level;
  /** In Chinese. */
  message: string;
  figures: FigureId[];
  expected?: number;
  actual?: number;
  quote?: string;
  at?: Place;
  /** The check of the finding that explains it: one cause, one finding. */
  foldedUnder?: string;
}
export interface ExtractedReport {
  file: string;
  /** 1, 2, … where the file holds several reports. */
  part?: number;
  body: string | null;
  year: number | null;
  edition: Edition;
  scope: Scope | null;
  drift: FormDrift[];
  /** Personal information in the text is masked. */
  sections: { number: number; title: string; text: string }[];
  figures: Figures;
  findings: ExtractedFinding[];
}

function extracted(file: string, { report, figures }: ReadReport): ExtractedReport {
  const { body, year, edition, scope, sections, drift } = report;
  const { findings } = checkReport({ ...report, figures });
  const checkOf = new Map(findings.map(({ key, check }) => [key, check]));
  return {
    file, ...(report.part === undefined ? {} : { part: report.part }), body, year, edition, scope, drift,
    sections: sections.map((section) => ({ number: section.number, title: section.title, text: maskPersonal(section.text) })),
    figures,
    findings: findings.map(({ check, level, figures: ids, parameters, expected, actual, quote, at, foldedUnder }) => ({
      check, level, message: wordFinding({ check, parameters }, 'zh', { edition }), figures: ids,
      ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }),
      ...(quote === undefined ? {} : { quote }), ...(at === undefined ? {} : { at }), ...(foldedUnder === undefined ? {} : { foldedUnder: checkOf.get(foldedUnder) ?? foldedUnder }),
    })),
  };
}

/**
 * The reports of one file as `extract` prints them, with the findings that a report shows by itself; or why the file
 * cannot be read. `file` is the name that the objects carry, `name` the file's own. Nothing is stored.
 */
export async function extractLines(bytes: Uint8Array, name: string, file: string): Promise<ExtractedReport[] | Unreadable> {
  const read = await readReports(bytes, name);
  return 'unreadable' in read ? read : read.reports.map((report) => extracted(file, report));
}
