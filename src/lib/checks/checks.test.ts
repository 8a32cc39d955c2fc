import { describe, expect, it } from 'vitest';
import type { CheckCase } from '../../../tests/support/case-makers.ts';
import { CHECK_CASES } from '../../../tests/support/check-cases.ts';
import { WRITTEN } from './catalogue.ts';
import { checkNeighbours, checkPeers, checkReport, checkSituation, checkTexts, type Checked } from './check-report.ts';
import type { CheckResult, Verdict } from './finding.ts';
import { wordFinding } from './wording.ts';

const alone = { lastYear: [], missing: [], functionsMoved: false };

function checked({ check, subject }: CheckCase): Checked {
  if ('situation' in subject) return checkSituation(subject.situation);
  if ('year' in subject) return checkPeers(subject.year).get(subject.body) ?? { results: [], findings: [] };
  if (subject.texts) return checkTexts(subject.report, subject.texts);
  const family = WRITTEN.find(({ id }) => id === check)?.family;
  return family === 'neighbour' ? checkNeighbours(subject.report, subject.neighbours ?? alone) : checkReport(subject.report);
}

describe.each(WRITTEN.map(({ id }) => id))('%s', (id) => {
  const cases = CHECK_CASES.filter(({ check }) => check === id);

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { results, findings } = checked(one);
    const result = results.find(({ check }) => check === id);
    expect(result).toEqual({ check: id, version: 1, verdict: one.verdict, ...(one.reason ? { reason: one.reason } : {}) } satisfies CheckResult);
    const own = findings.filter(({ check }) => check === id);
    expect(own.map(({ level }) => level)).toEqual(one.levels ?? []);
    expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
    if (one.says !== undefined && own[0]) expect(wordFinding(own[0], 'zh', 'report' in one.subject ? { edition: one.subject.report.edition } : {})).toContain(one.says);
  });

  // A check replaced by a constant answer would satisfy cases that all expect that answer: each verdict must occur.
  it('its cases expect every verdict it can give', () => {
    expect(new Set(cases.map(({ verdict }) => verdict))).toEqual(new Set(verdictsOf(id)));
  });
});

/** Checks that can always be evaluated: they ask for nothing that a report may lack. */
const ALWAYS_EVALUATED = [
  'NARR-ROUTE-SUM', 'NARR-SELF-CONTRADICT', 'NARR-SUBTOTAL', 'NARR-FEE', 'TXT-GENERIC-ACTOR', 'TXT-PLACEHOLDER', 'TXT-TRUNCATED', 'TXT-WORD', 'PII-ID', 'PII-MOBILE', 'PII-BANK', 'PII-MAIL', 'PII-APPLICANT',
  'ID-TWO-REPORTS', 'ST-TABLE-IMAGE', 'T2-SHARED-COUNT', 'ST-TABLE-MISSING', 'ST-LABEL-DRIFT', 'ST-COL-MISSING', 'ST-ROW-EXTRA'];

/** Every verdict that the check can give. */
function verdictsOf(id: string): Verdict[] {
  return ALWAYS_EVALUATED.includes(id) ? ['passed', 'failed', 'not applicable'] : ['passed', 'failed', 'not evaluated', 'not applicable'];
}
