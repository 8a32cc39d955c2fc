import { describe, expect, it } from 'vitest';
import { outcomeFigures, outcomeValue, undividedFigure, type ValueOf } from './derived.ts';
import { balance, caseSum, identitiesOf, printsUndivided, resultSum, rowTotal } from './identities.ts';
import { isFigureId } from './figures.ts';
import { OUTCOMES } from './table-three.ts';

const values = (known: Record<string, number | null>, otherwise: number | null = 0): ValueOf => (id) => (id in known ? (known[id] ?? null) : otherwise);

describe('outcomes', () => {
  it('have 1, 1, 8, 3, 5 and 3 rows', () => {
    expect(OUTCOMES.map((outcome) => outcomeFigures(outcome, 'total').length)).toEqual([1, 1, 8, 3, 5, 3]);
    for (const outcome of OUTCOMES) for (const id of outcomeFigures(outcome, 'business')) expect(isFigureId(id), id).toBe(true);
  });
  it('are the sum of their rows, and missing as soon as one is', () => {
    expect(outcomeValue('refused', 'total', values({ 't3.refused.state_secret.total': 2, 't3.refused.third_party.total': 3 }))).toBe(5);
    expect(outcomeValue('refused', 'total', values({ 't3.refused.state_secret.total': 2, 't3.refused.third_party.total': null }))).toBeNull();
    expect(outcomeValue('granted', 'other', values({ 't3.granted.other': 4 }))).toBe(4);
  });
  it('其他处理 is the undivided row, else the sum of the three', () => {
    const three = { 't3.other_handling.not_corrected.total': 1, 't3.other_handling.fee_unpaid.total': 0, 't3.other_handling.other.total': 6 };
    expect(outcomeValue('other_handling', 'total', values({ ...three, [undividedFigure('total')]: null }, null))).toBe(7);
    expect(outcomeValue('other_handling', 'total', values({ [undividedFigure('total')]: 9 }, null))).toBe(9);
    expect(outcomeValue('other_handling', 'total', values({ ...three, 't3.other_handling.other.total': null, [undividedFigure('total')]: null }, null))).toBeNull();
    expect(outcomeValue('other_handling', 'total', values({ [undividedFigure('total')]: 0 }, null))).toBe(0);
  });
});

describe('identities', () => {
  it('balance a column', () => {
    expect(balance('business')).toEqual({ left: ['t3.received.business', 't3.carried_in.business'], right: ['t3.processed.business', 't3.carried_forward.business'] });
  });
  it('sum 21 result rows, 19 where other handling is one row', () => {
    expect(resultSum('natural', false).left).toHaveLength(21);
    expect(resultSum('natural', true).left).toHaveLength(19);
    expect(resultSum('natural', true).left).toContain(undividedFigure('natural'));
    expect(resultSum('natural', false).right).toEqual(['t3.processed.natural']);
  });
  it('sum six applicants, and four results of cases', () => {
    expect(rowTotal('received').left).toHaveLength(6);
    expect(rowTotal('received').right).toEqual(['t3.received.total']);
    expect(caseSum('review')).toEqual({ left: ['upheld', 'corrected', 'other_result', 'pending'].map((result) => `t4.review.${result}`), right: ['t4.review.total'] });
  });
  it.each([['2019', 23], ['2021', 25]] as const)('of the edition of %s name only figures of the form', (edition, rows) => {
    const all = identitiesOf(edition);
    expect(all).toHaveLength(7 + 7 + rows + 3);
    for (const { left, right } of all) for (const id of [...left, ...right]) expect(isFigureId(id), id).toBe(true);
  });
  it('other handling is undivided where its parts are not printed', () => {
    const printed = (...ids: string[]) => printsUndivided((id) => ids.includes(id));
    expect(printed('t3.other_handling_undivided.total')).toBe(true);
    expect(printed('t3.other_handling_undivided.total', 't3.other_handling.other.total')).toBe(false);
    expect(printed('t3.other_handling.other.total')).toBe(false);
    expect(printed()).toBe(false);
  });
});
