import { describe, expect, it } from 'vitest';
import { isFigureId } from '../form/figures.ts';
import { compareFigure } from './compare-figures.ts';
import { INDICATORS } from './indicator-list.ts';
import { figuresOfIndicator } from './indicators.ts';
import { filed } from './rows.fixture.ts';
import type { Measured } from './series.ts';

/** One body of 2024, computed by hand: 30 received, 4 carried in, 28 processed, 6 carried forward. */
const CASES = {
  't3.received.total': 30, 't3.carried_in.total': 4, 't3.processed.total': 28, 't3.carried_forward.total': 6,
  't3.granted.total': 7, 't3.granted_in_part.total': 2, 't3.refused.state_secret.total': 1, 't3.refused.third_party.total': 3,
  't3.unavailable.not_held.total': 5, 't3.not_processed.petition.total': 6, 't3.other_handling.not_corrected.total': 1, 't3.other_handling.other.total': 3,
  't4.review.corrected': 2, 't4.review.upheld': 3, 't4.review.pending': 4, 't4.review.total': 9,
  't4.direct_litigation.corrected': 1, 't4.direct_litigation.upheld': 1, 't4.direct_litigation.total': 2,
  't4.litigation_after_review.other_result': 3, 't4.litigation_after_review.total': 3,
  't3.received.natural': 21, 't3.received.business': 6, 't3.received.research': 0, 't3.received.welfare': 1, 't3.received.legal_services': 2, 't3.received.other': 0,
  't2.normative_documents.issued': 2, 't2.normative_documents.repealed': 5, 't2.licensing.decisions': 120, 't2.penalties.decisions': 31, 't2.compulsion.decisions': 7, 't2.fees.amount': 3.25,
};
const measured = (id: string, rows = [filed('001', 2024, CASES)]): Measured => {
  const { x: _, ...rest } = compareFigure(rows, { measure: id }).bodies[0]!.points[0]!;
  return rest;
};

describe('indicators', () => {
  it.each([
    ['I-NEW', 30], ['I-LOAD', 34], ['I-DONE', 28], ['I-CARRY', 6], ['I-GRANTED', 7], ['I-PART', 2], ['I-DENY', 4], ['I-UNABLE', 5], ['I-NOTPROC', 6], ['I-OTHER', 4],
    ['I-DOC-NET', -3], ['I-LIC', 120], ['I-PEN', 31], ['I-ENF', 7], ['I-FEE', 3.25],
  ])('%s counts %d', (id, value) => expect(measured(id)).toEqual({ value }));

  it.each([
    ['I-DONE-RATE', 28, 34], ['I-CARRY-RATE', 6, 34], ['I-OPEN-RATE', 9, 28], ['I-FULL-RATE', 7, 28], ['I-DENY-RATE', 4, 28], ['I-UNABLE-RATE', 5, 28],
    ['I-NOTPROC-RATE', 6, 28], ['I-OTHER-RATE', 4, 28], ['I-SUBST-OPEN', 9, 18], ['I-REV-CORRECT', 2, 5], ['I-LIT-LOSS', 1, 5], ['I-DISPUTE', 11, 28],
    ['I-APPLICANT-NATURAL', 21, 30], ['I-APPLICANT-BUSINESS', 6, 30], ['I-APPLICANT-RESEARCH', 0, 30], ['I-APPLICANT-WELFARE', 1, 30], ['I-APPLICANT-LEGAL-SERVICES', 2, 30], ['I-APPLICANT-OTHER', 0, 30],
  ])('%s is %d of %d', (id, numerator, denominator) =>
    expect(measured(id)).toEqual({ value: numerator / denominator, counts: { numerator, denominator } }));

  it('every indicator is tested above, has both names and rests on figures of the form', () => {
    expect(INDICATORS).toHaveLength(34);
    for (const entry of INDICATORS) {
      expect(entry.zh && entry.en && entry.formula.zh && entry.formula.en, entry.id).toBeTruthy();
      expect(figuresOfIndicator(entry).every(isFigureId), entry.id).toBe(true);
    }
  });

  it('counts per 10,000 residents where the register has them, and sums cases over summed residents', () => {
    const with2 = [filed('001', 2024, CASES, { population: 20_000 }), filed('002', 2024, { 't3.received.total': 3 }, { population: 40_000 }), filed('003', 2024, { 't3.received.total': 9 })];
    expect(measured('I-NEW-HEAD', with2)).toEqual({ value: 15, counts: { numerator: 30, denominator: 20_000 } });
    expect(measured('I-NEW-HEAD')).toEqual({ value: null, missing: 'no population' });
    expect(compareFigure(with2, { measure: 'I-NEW-HEAD' }).total.points[0]).toMatchObject({ value: 5.5, coverage: { n: 2, of: 3 } });
  });

  it('is not in the form of 2019 where that prints none of it', () => {
    for (const id of ['I-DOC-NET', 'I-FEE']) expect(measured(id, [filed('001', 2020)])).toEqual({ value: null, missing: 'not in edition' });
  });

  it('six outcome rates add up to one', () => {
    const sum = ['I-FULL-RATE', 'I-DENY-RATE', 'I-UNABLE-RATE', 'I-NOTPROC-RATE', 'I-OTHER-RATE'].reduce((so, id) => so + measured(id).value!, 2 / 28);
    expect(sum).toBeCloseTo(1, 12);
  });

  it('gives no rate below five cases, and none over nothing, but the counts', () => {
    const few = [filed('001', 2024, { 't3.processed.total': 4, 't3.granted.total': 3 })];
    expect(measured('I-OPEN-RATE', few)).toEqual({ value: null, missing: 'too few', counts: { numerator: 3, denominator: 4 } });
    expect(measured('I-OPEN-RATE', [filed('001', 2024)])).toEqual({ value: null, missing: 'no cases', counts: { numerator: 0, denominator: 0 } });
    expect(measured('I-OPEN-RATE', [filed('001', 2024, { 't3.processed.total': 5, 't3.granted.total': 5 })]).value).toBe(1);
  });

  it('is missing as soon as one of its parts is, with a single figure’s own reason', () => {
    expect(measured('I-LOAD', [filed('001', 2024, { ...CASES, 't3.carried_in.total': null })])).toEqual({ value: null, missing: 'parts missing' });
    expect(measured('I-DENY', [filed('001', 2024, { ...CASES, 't3.refused.deliberative.total': null })])).toEqual({ value: null, missing: 'parts missing' });
    expect(measured('I-NEW', [filed('001', 2024, { 't3.received.total': null }, { missing: { 't3.received.total': 'dash' } })])).toEqual({ value: null, missing: 'dash' });
  });

  it('takes a county’s rate from summed counts, never from averages, of bodies with both sides', () => {
    const rows = [
      filed('001', 2024, { 't3.processed.total': 4, 't3.granted.total': 4 }), filed('002', 2024, { 't3.processed.total': 16, 't3.granted.total': 1 }),
      filed('003', 2024, { 't3.processed.total': null, 't3.granted.total': 9 }),
    ];
    expect(compareFigure(rows, { measure: 'I-OPEN-RATE' }).total.points).toEqual([
      { x: 2024, value: 0.25, counts: { numerator: 5, denominator: 20 }, coverage: { n: 2, of: 3, missing: ['青禾县003局'] } },
    ]);
  });
});
