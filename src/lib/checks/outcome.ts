/** Makers of findings and outcomes: the same key and the same verdict rules for every check. */
import { FIGURES, type FigureDefinition, type FigureId, type TableNumber } from '../form/figures.ts';
import type { Figure } from '../figures/figure.ts';
import type { Outcome } from './entry.ts';
import type { CheckedReport, Finding, NotEvaluated, Parameters } from './finding.ts';
import { maskPersonal } from './mask.ts';

export const passed: Outcome = { verdict: 'passed', findings: [] };
export const notApplicable: Outcome = { verdict: 'not applicable', findings: [] };
export const notEvaluated = (reason: NotEvaluated): Outcome => ({ verdict: 'not evaluated', reason, findings: [] });

/** Failed where there are findings, else passed. */
export function judged(findings: Finding[]): Outcome {
  return findings.length > 0 ? { verdict: 'failed', findings } : passed;
}

/**
 * One outcome of a check's parts (columns, rows, groups): failed when a part failed, else not evaluated when a part
 * could not be (the first reason), else passed; not applicable when every part is.
 */
export function together(parts: readonly Outcome[]): Outcome {
  const findings = parts.flatMap((part) => part.findings);
  if (findings.length > 0) return judged(findings);
  return parts.find((part) => part.verdict === 'not evaluated') ?? parts.find((part) => part.verdict === 'passed') ?? notApplicable;
}

/** Longest key that stays readable; above it the end is a hash, so that a key of 200 figures is as short as others. */
const LONGEST_KEY = 120;

/** FNV-1a over UTF-16 units, twice with different starts: 64 bits are plenty within one report. */
function hash(text: string): string {
  const half = (start: number): string => {
    let state = start;
    for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
    return (state >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x1b873593);
}

/**
 * Stable within the report: check + figures + quote, whatever the order of the figures; where a finding has neither,
 * `subject` tells it from others of its check (a section's number, a label).
 */
export function findingKey(check: string, figures: readonly FigureId[], quote?: string, subject?: string): string {
  const parts = [[...figures].sort().join(','), quote ?? '', subject ?? ''].filter((part) => part !== '');
  const key = [check, ...parts].join('|');
  return key.length <= LONGEST_KEY ? key : `${check}|${hash(key)}`;
}

/** A parameter as it may be written: personal information in words of the report is masked. */
function maskedParameter(value: Parameters[string]): Parameters[string] {
  if (typeof value === 'string') return maskPersonal(value);
  return Array.isArray(value) ? value.map(maskPersonal) : value;
}

/** A finding with its key; its quote and parameters never hold personal information in full. */
export function found(finding: Omit<Finding, 'key'>, subject?: string): Finding {
  const quote = finding.quote === undefined ? undefined : maskPersonal(finding.quote);
  const parameters = Object.fromEntries(Object.entries(finding.parameters).map(([name, value]) => [name, maskedParameter(value)]));
  return { ...finding, ...(quote === undefined ? {} : { quote }), parameters, key: findingKey(finding.check, finding.figures, quote, subject) };
}

const ABSENT: Figure = { value: null, missing: 'absent', raw: null, at: null };

/** The figure of the report; absent where the document does not print it. */
export function figureOf(report: Pick<CheckedReport, 'figures'>, id: FigureId): Figure {
  return report.figures[id] ?? ABSENT;
}
export function isPrinted(report: Pick<CheckedReport, 'figures'>, id: FigureId): boolean {
  return figureOf(report, id).missing !== 'absent';
}
export function hasTable(report: CheckedReport, table: TableNumber): boolean {
  return report.tables.includes(table);
}

export interface PrintedFigure {
  definition: FigureDefinition;
  figure: Figure;
}
/** The figures that the document prints, of either edition, in the form's order; of one table or of all. */
export function printedFigures(report: CheckedReport, table?: TableNumber): PrintedFigure[] {
  return FIGURES.filter((definition) => (table === undefined || definition.table === table) && isPrinted(report, definition.id))
    .map((definition) => ({ definition, figure: figureOf(report, definition.id) }));
}
