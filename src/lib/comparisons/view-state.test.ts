import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIGURES } from '../form/figures.ts';
import { INDICATORS } from './indicator-list.ts';
import { changeView, DEFAULT_ORDER, parseViewState, VIEWS, writeViewState, type ViewState } from './view-state.ts';

const known = { bodies: ['001', '002', '003', 'a&b=c', '民政,局'], years: [2019, 2020, 2021, 2022, 2024] };
const parse = (query: string) => parseViewState(new URLSearchParams(query), known);
const write = (state: ViewState, current = '') => writeViewState(state, new URLSearchParams(current)).toString();
const proper = <T>(all: readonly T[]) => fc.subarray([...all]).map((part) => (part.length === all.length ? [] : part));

const states: fc.Arbitrary<ViewState> = fc.record({
  figure: fc.constantFrom(...FIGURES.map((figure) => figure.id), ...INDICATORS.map((indicator) => indicator.id)),
  bodies: proper(known.bodies), years: proper(known.years),
  view: fc.constantFrom(...VIEWS), order: fc.constantFrom('register' as const, 'value' as const, 'name' as const), table: fc.boolean(),
  scale: fc.constantFrom('shared' as const, 'own' as const), parts: fc.constantFrom('outcomes' as const, 'applicants' as const), against: fc.constantFrom('I-NEW', 'I-CARRY', 't4.review.total'),
});

describe('view state', () => {
  it('comes back from its address as it was, whatever else stands there', () =>
    fc.assert(fc.property(states, fc.constantFrom('', 'version=2', 'figure=x&body=9&years=2020'), (state, current) => {
      const address = write(state, current);
      expect(parse(address)).toEqual(state);
      if (current === 'version=2') expect(address).toContain('version=2');
    })));

  it('reads any address without failing, and writes what it read', () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('figure', 'body', 'years', 'view', 'order', 'scale', 'parts', 'against', 'table', 'z'), fc.string())), (pairs) => {
      const state = parseViewState(new URLSearchParams(pairs), known);
      expect(parse(write(state))).toEqual(state);
    })));

  it('leaves defaults out', () => {
    expect(write(parse(''))).toBe('');
    expect(write(parse('figure=I-NEW&view=bars&order=value&table=0&years=2019-2024&body='))).toBe('');
    expect(write(parse('view=heatmap&order=value'))).toBe('view=heatmap&order=value');
  });

  it('writes years as spans and keeps codes of any letters', () => {
    expect(write({ ...parse(''), years: [2019, 2020, 2021, 2024], bodies: ['a&b=c', '民政,局'] })).toBe(
      `body=a%26b%3Dc&body=${encodeURIComponent('民政,局')}&years=2019-2021.2024`);
    expect(parse('years=2021-2019.20x.1000-9999,2024').years).toEqual([2024]);
  });

  it('falls back from what is unknown', () => {
    expect(parse('figure=t9.x&view=pie&order=random&body=777&years=1999&table=yes')).toEqual(parse(''));
  });

  it('lets a view bring its own order unless one was chosen', () => {
    const bars = parse('');
    expect(changeView(bars, { view: 'heatmap' }).order).toBe(DEFAULT_ORDER.heatmap);
    expect(changeView({ ...bars, order: 'name' }, { view: 'heatmap' }).order).toBe('name');
    expect(changeView(bars, { view: 'funnel' }).figure).toBe('I-OPEN-RATE');
    expect(changeView({ ...bars, figure: 'I-DENY-RATE' }, { view: 'funnel' }).figure).toBe('I-DENY-RATE');
    expect(changeView(bars, { table: true })).toEqual({ ...bars, table: true });
  });
});
