import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksByCell, segmentsOf } from './segments.ts';

describe('cutting a text at its marks', () => {
  it('marks a range and leaves the rest', () => {
    expect(segmentsOf('行政许可 12 0', [{ key: 'a', at: { block: 0, chars: [5, 7] } }])).toEqual([
      { text: '行政许可 ', keys: [] },
      { text: '12', keys: ['a'] },
      { text: ' 0', keys: [] },
    ]);
  });
  it('gives overlapping marks to the same piece', () => {
    const pieces = segmentsOf('abcd', [
      { key: 'row', at: { block: 0, chars: [0, 4] } },
      { key: 'cell', at: { block: 0, chars: [1, 2] } },
    ]);
    expect(pieces.find((piece) => piece.text === 'b')?.keys).toEqual(['row', 'cell']);
  });
  it('keeps an empty cell as a place', () => {
    expect(segmentsOf('', [{ key: 'a', at: { block: 0 } }])).toEqual([{ text: '', keys: ['a'] }]);
  });
  it('never loses or doubles a character', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
        const pieces = segmentsOf(text, ranges.map((chars, index) => ({ key: String(index), at: { block: 0, chars } })));
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

describe('places', () => {
  it('groups marks by cell', () => {
    const groups = marksByCell([
      { key: 'a', at: { block: 1, row: 2, cell: 3 } },
      { key: 'b', at: { block: 1, row: 2, cell: 3 } },
      { key: 'c', at: { block: 4 } },
    ]);
    expect(groups.get('1:2:3')?.map((mark) => mark.key)).toEqual(['a', 'b']);
    expect(groups.get('4')).toHaveLength(1);
  });
});
