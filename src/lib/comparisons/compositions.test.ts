import { describe, expect, it } from 'vitest';
import { applicantsByYear, COMPOSITION_FIGURES, outcomesByYear } from './compositions.ts';
import { isFigureId } from '../form/figures.ts';
import { filed, unfiled } from './rows.fixture.ts';

const rows = [
  filed('001', 2020, { 't3.received.natural': 5, 't3.received.total': 5, 't3.granted.total': 2, 't3.other_handling_undivided.total': 3, 't3.processed.total': 5 }),
  filed('001', 2021, { 't3.received.natural': 6, 't3.received.business': 2, 't3.received.total': 8, 't3.other_handling.fee_unpaid.total': 1, 't3.processed.total': 7, 't3.carried_forward.total': 1 }),
  filed('002', 2021, { 't3.received.natural': 1, 't3.received.business': null, 't3.received.total': 1 }),
  unfiled('003', 2021),
  filed('000', 2021, { 't3.received.natural': 70, 't3.received.total': 70 }, { kind: 'government', scope: 'rollup' }),
];

describe('compositions by year', () => {
  it('sums applicants over bodies, never the government, with the coverage of each number', () => {
    const found = applicantsByYear(rows, { years: [2021, 2020], link: (year) => `/y/${year}` });
    expect(found.years).toEqual([2020, 2021]);
    expect(found.parts.map((part) => part.key)).toEqual(['natural', 'business', 'research', 'welfare', 'legal_services', 'other']);
    expect(found.total.points.map(({ value }) => value)).toEqual([5, 9]);
    expect(found.parts[1]?.points[1]).toEqual({ x: 2021, value: 2, coverage: { n: 1, of: 3, missing: ['青禾县002局', '青禾县003局'] }, link: '/y/2021' });
    expect(found.coverage).toEqual([{ n: 1, of: 1, missing: [] }, { n: 2, of: 3, missing: ['青禾县003局'] }]);
  });

  it('keeps other handling on one line over both editions, and what is carried forward apart', () => {
    const found = outcomesByYear(rows, { years: [2020, 2021] });
    expect(found.parts.map(({ name }) => name)).toEqual(['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理', '结转下年度']);
    expect(found.parts[5]?.points.map(({ value }) => value)).toEqual([3, 1]);
    expect(found.parts[6]?.points.map(({ value }) => value)).toEqual([0, 1]);
    expect(found.total.points.map(({ value }) => value)).toEqual([5, 7]);
  });

  it('names what of the total no part names, where a report left rows blank, and only there', () => {
    const blank = [...rows, filed('004', 2021, { 't3.granted.total': null, 't3.refused.third_party.total': 2, 't3.processed.total': 9 })];
    const found = outcomesByYear(blank, { years: [2020, 2021] });
    expect(found.parts.map((part) => part.key).slice(-2)).toEqual(['unlisted', 'carried_forward']);
    // 2021: 7 + 0 + 9 processed; named are 1 (fee unpaid) and 2 (refused).
    expect(found.parts.find((part) => part.key === 'unlisted')?.points.map(({ value }) => value)).toEqual([0, 13]);
    expect(outcomesByYear(rows, { years: [2020, 2021] }).parts.map((part) => part.key)).not.toContain('unlisted');
    const one = outcomesByYear(blank, { years: [2021], body: '004' });
    expect(one.parts.find((part) => part.key === 'unlisted')?.points[0]?.value).toBe(7);
  });

  it('shows one body alone, the government too', () => {
    const found = applicantsByYear(rows, { years: [2021, 2022], body: '000' });
    expect(found.parts[0]?.points).toEqual([{ x: 2021, value: 70 }, { x: 2022, value: null, missing: 'not due' }]);
    expect(found.coverage).toEqual([]);
  });

  it('asks for figures of the form', () => expect(COMPOSITION_FIGURES.every(isFigureId)).toBe(true));
});
