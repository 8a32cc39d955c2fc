import { describe, expect, it } from 'vitest';
import { correctedFigure, correctionsIn, readFigure, readFigures, withCorrections } from './corrections.ts';
import type { Figure, Figures } from './figure.ts';

const at = { block: 1, row: 2, cell: 3 };
const unreadable: Figure = { value: null, missing: 'unreadable', raw: '1 2', at, candidates: [1, 12] };

describe('corrections', () => {
  it('change the number and keep what was read, its text and its place', () => {
    const corrected = correctedFigure(unreadable, { kind: 'reading_corrected', value: 12 });
    expect(corrected).toEqual({ value: 12, raw: '1 2', at, corrected: { kind: 'reading_corrected', read: { value: null, missing: 'unreadable', candidates: [1, 12] } } });
    expect(readFigure(corrected)).toEqual(unreadable);
  });

  it('replace an earlier one, and never take it for the reading', () => {
    const twice = correctedFigure(correctedFigure(unreadable, { kind: 'reading_corrected', value: 12 }), { kind: 'changed_by_body', value: 13 });
    expect(twice).toMatchObject({ value: 13, corrected: { kind: 'changed_by_body', read: { value: null, missing: 'unreadable' } } });
  });

  it('can say that there is no number, which is missing and not 0', () => {
    const none = correctedFigure({ value: 3, raw: '3', at, inferred: '全表' }, { kind: 'reading_corrected', value: null });
    expect(none).toMatchObject({ value: null, missing: 'blank', corrected: { read: { value: 3, inferred: '全表' } } });
    expect(none.inferred).toBeUndefined();
  });

  it('are applied again to another reading, whatever that reads', () => {
    const stored: Figures = { a: correctedFigure(unreadable, { kind: 'reading_corrected', value: 12 }), b: { value: 5, raw: '5', at } };
    const fresh: Figures = { a: { value: 12, raw: '12', at }, b: { value: 6, raw: '6', at } };
    const again = withCorrections(fresh, correctionsIn(stored));
    expect(again).toEqual({ a: { value: 12, raw: '12', at, corrected: { kind: 'reading_corrected', read: { value: 12 } } }, b: fresh.b });
    expect(readFigures(again)).toEqual(fresh);
    expect(withCorrections({}, correctionsIn(stored))['a']).toMatchObject({ value: 12, corrected: { read: { missing: 'absent' } } });
  });
});
