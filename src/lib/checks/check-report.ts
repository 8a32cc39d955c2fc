/** The door of the checks: runs every written check of a family. Planned checks are not reported. */
import { NEIGHBOUR_CHECKS, REPORT_CHECKS, SITUATION_CHECKS } from './catalogue.ts';
import type { Outcome, WrittenCheck } from './entry.ts';
import { LEVELS, type CheckedReport, type CheckResult, type Finding, type Neighbours, type Situation } from './finding.ts';
import { notApplicable } from './outcome.ts';

export interface Checked {
  /** One result a written check of the family, in the catalogue's order. */
  results: CheckResult[];
  /** Errors first, then queries, then notes; within a level in the catalogue's order. */
  findings: Finding[];
}

function run<Entry extends WrittenCheck>(checks: readonly Entry[], outcomeOf: (check: Entry) => Outcome): Checked {
  const outcomes = checks.map((check) => ({ check, outcome: outcomeOf(check) }));
  const results = outcomes.map(({ check, outcome }): CheckResult => ({
    check: check.id, version: check.version, verdict: outcome.verdict, ...(outcome.reason ? { reason: outcome.reason } : {}),
  }));
  const findings = outcomes.flatMap(({ outcome }) => outcome.findings).sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return { results, findings };
}

/** The edition follows from the year; where the year is unknown it is a guess, and the check says so itself. */
const concerns = (check: WrittenCheck, report: CheckedReport): boolean => report.year === null || check.editions.includes(report.edition);

/**
 * Family *report*: what one report says about itself. Never throws, whatever figures the report holds; a report without
 * tables gives one finding a table.
 */
export function checkReport(report: CheckedReport): Checked {
  return run(REPORT_CHECKS, (check) => (concerns(check, report) ? check.run(report) : notApplicable));
}

/** Family *neighbour*: the report beside last year's. To be run again when a neighbour arrives or changes. */
export function checkNeighbours(report: CheckedReport, neighbours: Neighbours): Checked {
  return run(NEIGHBOUR_CHECKS, (check) => (concerns(check, report) ? check.run(report, neighbours) : notApplicable));
}

/** Family *situation*: a filing on a day, whether or not a report exists. Computed when asked, never stored. */
export function checkSituation(situation: Situation): Checked {
  return run(SITUATION_CHECKS, (check) => check.run(situation));
}
