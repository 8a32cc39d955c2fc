/** Makers of cases: a whole report with one change, and what the check must say of it. */
import type { TextNeighbours } from '../../src/lib/checks/compare-texts.ts';
import type { CheckedReport, CountyYear, Level, Neighbours, NotEvaluated, Situation, Verdict } from '../../src/lib/checks/finding.ts';
import type { FormDrift } from '../../src/lib/recognition/report.ts';
import { wholeReport, type Cell } from './whole-report.ts';

export interface CheckCase {
  check: string;
  name: string;
  subject: { report: CheckedReport; neighbours?: Neighbours; texts?: TextNeighbours } | { situation: Situation } | { year: CountyYear; body: string };
  verdict: Verdict;
  reason?: NotEvaluated;
  /** Levels of the findings, in order. */
  levels?: Level[];
  /** Text that the Chinese sentence of the first finding must contain. */
  says?: string;
}
export type Expected = Pick<CheckCase, 'verdict' | 'reason' | 'levels' | 'says'>;

export const pass: Expected = { verdict: 'passed' };
export const apart: Expected = { verdict: 'not applicable' };
export const unknown = (reason: NotEvaluated): Expected => ({ verdict: 'not evaluated', reason });
export const fail = (levels: Level[], says: string): Expected => ({ verdict: 'failed', levels, says });

export const of = (check: string, name: string, report: CheckedReport, expected: Expected): CheckCase => ({ check, name, subject: { report }, ...expected });

export const whole = wholeReport('2021');
export const old = wholeReport('2019');
export const blank: Cell = { missing: 'blank' };
export const absent: Cell = { missing: 'absent' };
export const unreadable: Cell = { missing: 'unreadable', raw: '000' };
export const notACount = (raw: string): Cell => ({ missing: 'not_a_count', raw });

export const withCells = (cells: Record<string, Cell>): CheckedReport => wholeReport('2021', cells);
export const without = (table: string, report = whole): CheckedReport => ({ ...report, tables: report.tables.filter((other) => other !== table) });
export const withSections = (change: (sections: CheckedReport['sections']) => CheckedReport['sections']): CheckedReport => ({ ...whole, sections: change(whole.sections) });
export const drifted = (drift: Partial<FormDrift>): CheckedReport => ({ ...whole, drift: [{ kind: 'label', table: '二', ...drift }] });
export const written = (number: number, text: string) => (section: CheckedReport['sections'][number]) => (section.number === number ? { ...section, text } : section);
export const noReport: CheckedReport = { ...whole, title: null, body: null, year: null, sections: [], tables: [], figures: {} };
