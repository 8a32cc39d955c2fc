/** The door of the checks: runs every written check of a family. Planned checks are not reported. */
import { NEIGHBOUR_CHECKS, PEER_CHECKS, REPORT_CHECKS, SITUATION_CHECKS, TEXT_CHECKS } from './catalogue.ts';
import type { TextNeighbours } from './compare-texts.ts';
import type { Outcome, WrittenCheck } from './entry.ts';
import { LEVELS, type CheckedReport, type CheckResult, type CountyYear, type Finding, type Level, type Neighbours, type Situation, type TextReport } from './finding.ts';
import { notApplicable } from './outcome.ts';
import { correctedBy, diagnosesOf } from './table-three-diagnoses.ts';

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
  const findings = folded(outcomes.map(({ outcome }) => outcome)).sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return { results, findings };
}

/**
 * One cause, one finding: what a diagnosis explains is kept and marked with the diagnosis' key; the diagnosis takes the
 * highest level of what it explains. The first diagnosis that explains a finding has it.
 */
function folded(outcomes: readonly Outcome[]): Finding[] {
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const under = new Map<string, string>();
  for (const { root, keys } of outcomes.flatMap((outcome) => outcome.folds ?? [])) for (const key of keys) if (!under.has(key)) under.set(key, root);
  const levelOf = (finding: Finding): Level => {
    const levels = [finding, ...findings.filter(({ key }) => under.get(key) === finding.key)].map(({ level }) => LEVELS.indexOf(level));
    return LEVELS[Math.min(...levels)] ?? finding.level;
  };
  return findings.map((finding) => {
    const root = under.get(finding.key);
    return root === undefined ? { ...finding, level: levelOf(finding) } : { ...finding, foldedUnder: root };
  });
}

/** The edition follows from the year; where the year is unknown it is a guess, and the check says so itself. */
const concerns = (check: WrittenCheck, report: Pick<CheckedReport, 'year' | 'edition'>): boolean => report.year === null || check.editions.includes(report.edition);

/**
 * What goes with the only possible correction of a slip in table 三 is folded under its diagnosis: a broken carry-over, a
 * sentence that the corrected total agrees with. `check` runs the family again over the corrected report.
 */
function withDiagnoses(report: CheckedReport, { results, findings }: Checked, check: (report: CheckedReport) => Checked): Checked {
  const diagnoses = diagnosesOf(report);
  const roots = new Set(diagnoses.map(({ finding }) => finding.key));
  const open = findings.filter(({ key, foldedUnder }) => foldedUnder === undefined && !roots.has(key));
  if (open.length === 0) return { results, findings };
  const under = new Map<string, string>();
  for (const diagnosis of diagnoses) {
    const corrected = correctedBy(report, diagnosis);
    if (corrected === report) continue;
    const left = new Set(check(corrected).findings.map(({ key }) => key));
    for (const { key } of open) if (!left.has(key) && !under.has(key)) under.set(key, diagnosis.finding.key);
  }
  return { results, findings: findings.map((finding) => ({ ...finding, ...(under.has(finding.key) ? { foldedUnder: under.get(finding.key) } : {}) })) };
}

/**
 * Family *report*: what one report says about itself. Never throws, whatever figures the report holds; a report without
 * tables gives one finding a table.
 */
export function checkReport(report: CheckedReport): Checked {
  const check = (of: CheckedReport): Checked => run(REPORT_CHECKS, (entry) => (concerns(entry, of) ? entry.run(of) : notApplicable));
  return withDiagnoses(report, check(report), check);
}

/** Family *neighbour*: the report beside last year's. To be run again when a neighbour arrives or changes. */
export function checkNeighbours(report: CheckedReport, neighbours: Neighbours): Checked {
  const check = (of: CheckedReport): Checked => run(NEIGHBOUR_CHECKS, (entry) => (concerns(entry, of) ? entry.run(of, neighbours) : notApplicable));
  return withDiagnoses(report, check(report), check);
}

/** Family *neighbour* again: every body among the own reports of its year, by code. To be run again when one of them changes. */
export function checkPeers(year: CountyYear): Map<string, Checked> {
  return new Map(year.bodies.map((body) => [body.code, run(PEER_CHECKS, (check) => (check.editions.includes(body.edition) ? check.run(body, year) : notApplicable))]));
}

/** What a finding stands for among those of other runs over the same version: one cause, one finding. */
export const FOLDS_ACROSS: Readonly<Record<string, readonly string[]>> = {
  'T3-ROW-COPIED': ['T3-BALANCE', 'T3-RESULT-SUM', 'T3-ROW-TOTAL'],
  'T4-ORGAN': ['T4-NO-SOURCE', 'T4-SCALE'],
};

/** Of the neighbour family, what is judged by all texts of the year. To be run again when one of them or the county's wording changes. */
export function checkTexts(report: TextReport, texts: TextNeighbours): Checked {
  return run(TEXT_CHECKS, (check) => (concerns(check, report) ? check.run(report, texts) : notApplicable));
}

/** Family *situation*: a filing on a day, whether or not a report exists. Computed when asked, never stored. */
export function checkSituation(situation: Situation): Checked {
  return run(SITUATION_CHECKS, (check) => check.run(situation));
}
