import { describe, expect, it } from 'vitest';
import { acrossBodies, change, compareFigure, distribution, orderBodies } from './compare-figures.ts';
import { point } from './series.ts';
import { filed, unfiled } from './rows.fixture.ts';

const received = (n: number | null): Record<string, number | null> => ({ 't3.received.total': n });

describe('compareFigure', () => {
  const rows = [
    filed('002', 2023, received(3)), filed('002', 2024, received(0)),
    filed('001', 2023, received(12)), filed('001', 2024, received(null), { missing: { 't3.received.total': 'blank' } }),
    unfiled('003', 2024), unfiled('004', 2024, { notYet: true }), unfiled('005', 2024, { due: false }),
    filed('000', 2024, received(99), { kind: 'government', scope: 'rollup' }),
    filed('001', 2024, received(50), { scope: 'rollup' }),
  ];
  const compared = compareFigure(rows, { measure: 't3.received.total', link: (row) => `/r/${row.body}/${row.year}` });

  it('gives a series per body and scope in the order of the register, a point for each year', () => {
    expect(compared.years).toEqual([2023, 2024]);
    expect(compared.bodies.map((body) => body.key)).toEqual(['000:rollup', '001', '001:rollup', '002', '003', '004']);
    expect(compared.bodies.find((body) => body.key === '002')?.points).toEqual([
      { x: 2023, value: 3, link: '/r/002/2023' }, { x: 2024, value: 0, link: '/r/002/2024' },
    ]);
  });

  it('tells the kinds of nothing apart, and links only to a report that exists', () => {
    const at = (key: string, year: number) => point(compared.bodies.find((body) => body.key === key)!, year);
    expect(at('001', 2024)).toEqual({ x: 2024, value: null, missing: 'blank', link: '/r/001/2024' });
    expect(at('003', 2024)).toEqual({ x: 2024, value: null, missing: 'not filed' });
    expect(at('003', 2023)).toEqual({ x: 2023, value: null, missing: 'not due' });
    expect(at('004', 2024)).toEqual({ x: 2024, value: null, missing: 'not yet due' });
    expect(at('002', 2024)?.value).toBe(0);
  });

  it('sums own reports of bodies other than the government, and names whom it lacks', () => {
    expect(point(compared.total, 2024)).toEqual({
      x: 2024, value: 0, coverage: { n: 1, of: 4, missing: ['青禾县001局', '青禾县003局', '青禾县004局'] },
    });
    expect(point(compared.total, 2023)).toEqual({ x: 2023, value: 15, coverage: { n: 2, of: 2, missing: [] } });
  });

  it('has no sum where nobody has a number, not 0', () => {
    const none = compareFigure([unfiled('003', 2024)], { measure: 't3.received.total' });
    expect(point(none.total, 2024)).toEqual({ x: 2024, value: null, missing: 'not filed', coverage: { n: 0, of: 1, missing: ['青禾县003局'] } });
  });

  it('refuses rows that count a body twice, and rows without the figure asked for', () => {
    expect(() => compareFigure([filed('001', 2024), filed('001', 2024)], { measure: 't3.received.total' })).toThrow('twice');
    expect(() => compareFigure([{ ...filed('001', 2024), values: {} }], { measure: 't3.received.total' })).toThrow('does not hold t3.received.total');
  });

  it('takes chosen bodies and years only', () => {
    const chosen = compareFigure(rows, { measure: 't3.received.total', bodies: ['002', '003'], years: [2024] });
    expect(chosen.bodies.map((body) => body.key)).toEqual(['002', '003']);
    expect(chosen.total.points).toEqual([{ x: 2024, value: 0, coverage: { n: 1, of: 2, missing: ['青禾县003局'] } }]);
  });
});

describe('comparability across the editions', () => {
  const rows = [
    filed('001', 2020, { 't2.rules.made': 4, 't2.rules.disclosed_total': 44, 't3.other_handling_undivided.total': 5, 't2.fees.items_previous': 7 }),
    filed('001', 2021, { 't2.rules.issued': 2, 't2.rules.in_force': 40, 't3.other_handling.other.total': 6, 't2.fees.amount': 3.25 }),
  ];
  const values = (measure: string) => compareFigure(rows, { measure }).bodies[0]!.points.map(({ value, missing }) => value ?? missing);

  it('joins what is the same', () => {
    const compared = compareFigure(rows, { measure: 't3.received.total' });
    expect(compared.measure.breakAt).toBeNull();
  });

  it('shows issued beside newly made with a caveat and a break', () => {
    expect(values('t2.rules.issued')).toEqual([4, 2]);
    expect(compareFigure(rows, { measure: 't2.rules.issued' }).measure).toMatchObject({ breakAt: 2021, caveat: true });
  });

  it('never puts disclosed in total before in force, or numbers of items before amounts of money', () => {
    expect(values('t2.rules.in_force')).toEqual(['not in edition', 40]);
    expect(values('t2.fees.amount')).toEqual(['not in edition', 3.25]);
    expect(compareFigure(rows, { measure: 't2.fees.amount' }).measure.breakAt).toBe(2021);
    expect(point(compareFigure(rows, { measure: 't2.fees.amount' }).total, 2020)).toEqual({ x: 2020, value: null, missing: 'not in edition' });
  });

  it('compares other handling as a sum alone', () => {
    expect(values('I-OTHER')).toEqual([5, 6]);
    expect(values('t3.other_handling_undivided.total')).toEqual([5, 6]);
    expect(values('t3.other_handling.other.total')).toEqual(['not in edition', 6]);
    expect(compareFigure(rows, { measure: 'I-OTHER' }).measure.breakAt).toBeNull();
  });

  it('adds amounts of money without a binary tail', () => {
    const money = [filed('001', 2024, { 't2.fees.amount': 0.1 }), filed('002', 2024, { 't2.fees.amount': 0.2 })];
    expect(compareFigure(money, { measure: 't2.fees.amount' }).total.points[0]?.value).toBe(0.3);
  });
});

describe('order and change', () => {
  const rows = [
    filed('001', 2024, received(2), { bodyName: '财政局' }), filed('002', 2024, received(null), { bodyName: '审计局' }),
    filed('003', 2024, received(7), { bodyName: '财政局二' }), filed('004', 2024, received(0), { bodyName: '安监局' }), unfiled('005', 2024, { bodyName: '发改委' }),
  ];
  const { bodies } = compareFigure(rows, { measure: 't3.received.total' });
  const keys = (order: 'register' | 'value' | 'name') => orderBodies(bodies, order, 2024).map((body) => body.key);

  it('sorts by value with the missing last, by pinyin, and by code', () => {
    expect(keys('value')).toEqual(['003', '001', '004', '002', '005']);
    expect(keys('name')).toEqual(['004', '001', '003', '005', '002']);
    expect(keys('register')).toEqual(['001', '002', '003', '004', '005']);
  });

  it('turns years × bodies round without losing the reasons', () => {
    expect(acrossBodies(orderBodies(bodies, 'value', 2024), [2024])[0]?.points.map(({ x, value, missing }) => [x, value ?? missing])).toEqual([
      ['003', 7], ['001', 2], ['004', 0], ['002', 'no number'], ['005', 'not filed'],
    ]);
  });

  it('counts bodies by number of cases; what is missing is not zero', () => {
    expect(distribution(bodies, 2024)).toEqual({ zero: ['安监局'], oneToFour: ['财政局'], fiveAndMore: ['财政局二'], missing: ['审计局', '发改委'] });
  });

  it('gives a relative change only from ten on, and none from a missing side', () => {
    expect(change({ x: 2023, value: 9 }, { x: 2024, value: 12 })).toEqual({ absolute: 3, relative: null });
    expect(change({ x: 2023, value: 10 }, { x: 2024, value: 5 })).toEqual({ absolute: -5, relative: -0.5 });
    expect(change({ x: 2023, value: null, missing: 'blank' }, { x: 2024, value: 5 })).toBeNull();
  });
});
