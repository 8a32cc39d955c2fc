import { describe, expect, it } from 'vitest';
import { compareFigure } from './compare-figures.ts';
import { contributions } from './contributions.ts';
import { likeForLike, withLikeForLike, type Succession } from './like-for-like.ts';
import { changesFor, legalChanges } from './legal-changes.ts';
import { flowOf } from './flow.ts';
import { funnelOf, limits, wilson } from './funnel.ts';
import { pooledCounts } from './pooled.ts';
import { filed, unfiled } from './rows.fixture.ts';

const received = (value: number | null) => ({ 't3.received.total': value });

describe('contributions to a change', () => {
  const rows = [
    filed('001', 2023, received(10)), filed('001', 2024, received(21)), filed('002', 2023, received(4)), filed('002', 2024, received(3)),
    filed('003', 2023, received(5)), filed('003', 2024, received(5)), filed('004', 2023, received(7)), unfiled('004', 2024),
    filed('005', 2023, received(2)), filed('006', 2023, received(3)), filed('006', 2024, received(9)), filed('007', 2024, received(1)),
    filed('000', 2023, received(90), { kind: 'government', scope: 'rollup' }), filed('000', 2024, received(99), { kind: 'government', scope: 'rollup' }),
  ];
  const of = (successions: Succession[] = [], most?: number) => contributions(compareFigure(rows, { measure: 't3.received.total' }), successions, 2023, 2024, undefined, most);

  it('are like for like, largest first, and add up with the rest', () => {
    const found = of([], 1);
    expect(found).toMatchObject({ before: 22, after: 38, bodies: [{ body: '001', from: 10, to: 21, change: 11 }], rest: { n: 3, change: 5 } });
    expect(found.left).toEqual(['青禾县004局', '青禾县005局', '青禾县007局']);
  });
  it('set a merged body against the sum of its predecessors', () => {
    const found = of([{ predecessor: '005', successor: '006', kind: 'merged', happenedOn: '2024-03-01' }]);
    expect(found.bodies.find(({ body }) => body === '006')).toMatchObject({ from: 5, to: 9, change: 4, merged: ['青禾县005局'] });
    expect(found.left).not.toContain('青禾县005局');
  });
  it('leave out bodies that were split or gave functions away', () => {
    expect(of([{ predecessor: '001', successor: '007', kind: 'functions_moved', happenedOn: '2024-06-01' }]).left).toContain('青禾县001局');
    expect(of([{ predecessor: '001', successor: '007', kind: 'split', happenedOn: '2022-06-01' }]).left).not.toContain('青禾县001局');
  });
});

describe('like for like', () => {
  const at = (body: string, year: number, value: number | null, rest = {}) => filed(body, year, received(value), rest);
  const measure = 't3.received.total';
  const merge = (predecessor: string, successor: string, happenedOn: string, kind: Succession['kind'] = 'merged'): Succession => ({ predecessor, successor, kind, happenedOn });

  it('a renamed body is one line, and says what it was called', () => {
    const [body, ...others] = compareFigure([at('001', 2023, 4, { bodyName: '扶贫办' }), at('001', 2024, 6, { bodyName: '乡村振兴局' })], { measure }).bodies;
    expect(others).toEqual([]);
    expect(body).toMatchObject({ name: '乡村振兴局', points: [{ value: 4, named: '扶贫办' }, { value: 6 }] });
    expect(body!.points[1]).not.toHaveProperty('named');
  });

  it('a body merged in two steps stands against the sum of all its predecessors, chosen or not', () => {
    const rows = [at('001', 2022, 3), at('002', 2022, 4), at('003', 2022, 5), at('002', 2023, 9), at('003', 2023, 6), at('003', 2024, 14)];
    const everyone = compareFigure(rows, { measure }).bodies;
    const successions = [merge('001', '002', '2023-05-01'), merge('002', '003', '2024-01-01')];
    const only = compareFigure(rows, { measure, bodies: ['003'] });
    expect(likeForLike(only.bodies[0]!, everyone, successions, 2022, 2024)).toEqual({ from: 12, to: 14, merged: ['青禾县002局', '青禾县001局'] });
    expect(likeForLike(only.bodies[0]!, only.bodies, successions, 2022, 2024)).toBe('no number');
    expect(contributions(only, successions, 2022, 2024, everyone)).toMatchObject({ before: 12, after: 14, left: [] });
    const drawn = withLikeForLike(only, everyone, successions).bodies[0]!;
    expect(drawn.breaks).toEqual([{ year: 2024, before: { year: 2023, value: 15, merged: ['青禾县002局'] } }]);
    expect(drawn.pair).toEqual({ from: 12, to: 14, merged: ['青禾县002局', '青禾县001局'] });
    expect(likeForLike(everyone.find(({ body }) => body === '002')!, everyone, successions, 2023, 2024)).toBe('merged away');
  });

  it('a split is a break on both sides, and a predecessor without a number makes the sum unknown', () => {
    const rows = [at('001', 2023, 8), at('001', 2024, 5), at('002', 2024, 4), at('003', 2023, 1), at('003', 2024, 2), unfiled('004', 2023)];
    const of = compareFigure(rows, { measure });
    const { bodies } = withLikeForLike(of, of.bodies, [merge('001', '002', '2024-02-01', 'split'), merge('004', '003', '2024-02-01')]);
    expect(bodies.map(({ body, pair, breaks }) => [body, pair, breaks])).toEqual([
      ['001', null, [{ year: 2024 }]], ['002', null, [{ year: 2024 }]], ['003', null, []], ['004', null, []],
    ]);
  });

  it('a report of part of a year tells no change', () => {
    const partYear = { from: '2019-04-01', to: '2019-12-31' };
    const rows = [at('001', 2019, 20, { partYear }), at('001', 2020, 30), at('002', 2019, 1), at('002', 2020, 2)];
    const of = compareFigure(rows, { measure });
    expect(of.bodies[0]!.points[0]).toMatchObject({ value: 20, partYear });
    expect(contributions(of, [], 2019, 2020)).toMatchObject({ before: 1, after: 2, left: ['青禾县001局'] });
    expect(withLikeForLike(of, of.bodies, []).bodies.map(({ pair }) => pair)).toEqual([null, { from: 1, to: 2, merged: [] }]);
  });

  it('of rates there is no pair, and the line of a merged body breaks without a sum', () => {
    const of = compareFigure([at('001', 2023, 8), at('002', 2023, 8), at('002', 2024, 9)], { measure: 'I-OPEN-RATE' });
    expect(withLikeForLike(of, of.bodies, [merge('001', '002', '2024-01-01')]).bodies.map(({ pair }) => pair)).toEqual([null, null]);
  });
});

describe('changes of law', () => {
  const own = { key: 'own', year: 2022, figures: 't3', words: '自定', source: '', hidden: false };
  it('are those known, as the county keeps them', () => {
    expect(legalChanges([], 'zh').map(({ key, year }) => [key, year])).toEqual([['review-centralised', 2021], ['review-first', 2024]]);
    const kept = legalChanges([own, { ...own, key: 'review-first', year: 2024, figures: 't4', words: '改写' }], 'zh');
    expect(kept.map(({ words }) => words)).toEqual(['行政复议职责向县级政府集中', '自定', '改写']);
  });
  it('bear upon figures by their place in the form, between the years shown', () => {
    const all = legalChanges([own], 'zh');
    const keys = (figures: string[], years: number[]): string[] => changesFor(all, figures, years).map(({ key }) => key);
    expect(keys(['t4.review.total'], [2020, 2024])).toEqual(['review-centralised', 'review-first']);
    expect(keys(['t4.direct_litigation.total'], [2020, 2024])).toEqual(['review-first']);
    expect(keys(['t4.review.total'], [2021, 2023])).toEqual([]);
    expect(keys(['t3.received.total'], [2020, 2024])).toEqual(['own']);
    expect(changesFor([{ ...own, hidden: true }], ['t3.received.total'], [2020, 2024])).toEqual([]);
  });
});

describe('years pooled', () => {
  const load = (carried: number, came: number, done: number) => ({ 't3.carried_in.total': carried, 't3.received.total': came, 't3.processed.total': done, 't3.carried_forward.total': carried + came - done });
  const rows = [filed('001', 2022, load(2, 10, 9)), filed('001', 2023, load(3, 6, 5)), filed('001', 2024, load(4, 8, 12))];
  it('count what is carried between them once', () => {
    expect(pooledCounts(rows, 'I-DONE-RATE')).toEqual({ numerator: 26, denominator: 26, years: [2022, 2023, 2024] });
    expect(pooledCounts(rows.slice(0, 2), 'I-CARRY-RATE')).toEqual({ numerator: 4, denominator: 18, years: [2022, 2023] });
    expect(pooledCounts([rows[0]!, rows[2]!], 'I-DONE-RATE')).toEqual({ numerator: 21, denominator: 24, years: [2022, 2024] });
  });
  it('leave out years without both sides', () => {
    expect(pooledCounts([filed('001', 2022, { 't3.processed.total': null }), unfiled('001', 2023)], 'I-OPEN-RATE')).toBeNull();
  });
});

describe('ranges', () => {
  // statutory-report §5.2.
  it.each([[1, 1, 20.7, 100], [0, 1, 0, 79.3], [3, 3, 43.9, 100], [5, 5, 56.6, 100], [6, 12, 25.4, 74.6], [81, 263, 25.5, 36.6]])('Wilson of %d/%d is %d–%d', (numerator, denominator, low, high) => {
    const found = wilson({ numerator, denominator })!;
    expect(found.low * 100).toBeCloseTo(low, 1);
    expect(found.high * 100).toBeCloseTo(high, 1);
  });
  // Binomial(20, 0.5): P(X ≤ 5) = 0.020695, P(X ≤ 6) = 0.057659, so the 2.5% point is 6 − (0.057659 − 0.025) / 0.036964.
  it('are the interpolated binomial’s', () => {
    expect(limits(0.5, 20, 0.05).low * 20).toBeCloseTo(6 - (0.0576591 - 0.025) / 0.0369644, 4);
    expect(limits(0.5, 20, 0.05).low + limits(0.5, 20, 0.05).high).toBeCloseTo(1 - 1 / 20, 1);
    expect(limits(0, 20, 0.05)).toEqual({ low: 0, high: 0 });
    expect(limits(0.3, 5000, 0.002).high).toBeLessThan(0.33);
  });
});

describe('funnel', () => {
  const rate = (body: string, granted: number, processed: number) => filed(body, 2024, { 't3.granted.total': granted, 't3.processed.total': processed });
  const rows = [rate('001', 10, 40), rate('002', 12, 50), rate('003', 29, 30), rate('004', 1, 9), rate('005', 0, 0), unfiled('006', 2024), { ...rate('000', 50, 100), kind: 'government' as const, scope: 'rollup' as const }];
  const found = funnelOf(rows, 'I-FULL-RATE', [2024]);
  it('draws from ten cases, lists below, names those without', () => {
    expect(found.drawn.map(({ body, numerator, denominator }) => [body, numerator, denominator])).toEqual([['002', 12, 50], ['001', 10, 40], ['003', 29, 30]]);
    expect(found.few.map(({ body, denominator }) => [body, denominator])).toEqual([['004', 9]]);
    expect(found.without).toEqual(['青禾县005局', '青禾县006局']);
    expect(found.whole).toEqual({ numerator: 52, denominator: 129 });
  });
  it('takes the limits from the others', () => {
    const third = found.drawn.find(({ body }) => body === '003')!;
    expect(third).toMatchObject({ others: { numerator: 23, denominator: 99 }, place: 'far outside' });
    expect(found.drawn.find(({ body }) => body === '001')?.place).not.toBe('far outside');
  });
});

describe('flow of a year', () => {
  const whole = { 't3.received.total': 30, 't3.carried_in.total': 4, 't3.processed.total': 28, 't3.carried_forward.total': 6, 't3.granted.total': 7, 't3.granted_in_part.total': 2, 't3.refused.third_party.total': 4, 't3.unavailable.not_held.total': 15 };
  const into = (flow: NonNullable<ReturnType<typeof flowOf>>, key: string) => flow.links.filter(({ to }) => to === key).reduce((sum, { value }) => sum + value, 0);
  const out = (flow: NonNullable<ReturnType<typeof flowOf>>, key: string) => flow.links.filter(({ from }) => from === key).reduce((sum, { value }) => sum + value, 0);
  it('has widths that add up at every node', () => {
    const flow = flowOf([filed('001', 2024, whole)], 2024)!;
    expect(flow.gaps).toEqual([]);
    expect([into(flow, 'load'), out(flow, 'load')]).toEqual([34, 34]);
    for (const node of flow.nodes.filter(({ kind }) => kind === 'outcome')) expect(into(flow, node.key)).toBe(node.value);
    expect(flow.links.find(({ to }) => to === 't3.unavailable.not_held.total')).toEqual({ from: 'outcome:unavailable', to: 't3.unavailable.not_held.total', value: 15 });
  });
  it('says where the report does not add up, and still balances', () => {
    const flow = flowOf([filed('001', 2024, { ...whole, 't3.carried_forward.total': 3 })], 2024)!;
    expect(flow.gaps).toEqual([{ at: 'load', left: 34, right: 31 }]);
    expect([into(flow, 'load'), out(flow, 'load')]).toEqual([34, 34]);
    expect(flowOf([filed('001', 2024, { ...whole, 't3.processed.total': 29 })], 2024)!.gaps).toEqual([{ at: 'outcomes', left: 29, right: 28 }]);
  });
  it('is of the bodies that have every number, and takes 其他处理 undivided', () => {
    const rows = [filed('001', 2020, { ...whole, 't3.granted.total': 5, 't3.other_handling_undivided.total': 2 }), filed('002', 2020, { 't3.received.total': null }), unfiled('003', 2020)];
    const flow = flowOf(rows, 2020)!;
    expect(flow.coverage).toEqual({ n: 1, of: 3, missing: ['青禾县002局', '青禾县003局'] });
    expect(flow.gaps).toEqual([]);
    expect(flow.nodes.find(({ key }) => key === 'outcome:other_handling')?.value).toBe(2);
    expect(flowOf([unfiled('003', 2020)], 2020)).toBeNull();
  });
});
