/** What many checks ask of the same report is worked out once: its sentences, claims, identities and diagnoses. */
import type { CheckedReport } from './finding.ts';

/** The function with its results kept as long as the report itself; a report is never changed in place. */
export function oncePerReport<Result>(compute: (report: CheckedReport) => Result): (report: CheckedReport) => Result {
  const known = new WeakMap<CheckedReport, { result: Result }>();
  return (report) => {
    const kept = known.get(report) ?? { result: compute(report) };
    known.set(report, kept);
    return kept.result;
  };
}
