import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureDefinition } from '../form/figures.ts';
import { movePoint, readCell, type CellReading } from './read-cell.ts';

const count = figureDefinition('t3.received.natural');
const signed = figureDefinition('t2.licensing.items_change');
const fee = figureDefinition('t2.fees.amount');
const procurement = figureDefinition('t2.procurement.amount');

describe('counts', () => {
  it.each<[string, CellReading]>([
    ['0', { value: 0 }], ['11398889', { value: 11398889 }], [' 12 ', { value: 12 }], ['\u00a012', { value: 12 }], ['１２', { value: 12 }],
    ['1,234', { value: 1234 }], ['1，234', { value: 1234 }], ['12,345,678', { value: 12345678 }], ['+5', { value: 5 }], ['2147483647', { value: 2147483647 }], ['3.0', { value: 3 }],
    ['12件', { value: 12, unit: '件' }], ['12 件', { value: 12, unit: '件' }], ['55（含自然失效29件）', { value: 55, note: '含自然失效29件' }], ['55(含失效)', { value: 55, note: '含失效' }],
    ['', { value: null, missing: 'blank' }], [' \u00a0\u3000', { value: null, missing: 'blank' }],
    ['-', { value: null, missing: 'dash' }], ['—', { value: null, missing: 'dash' }], ['——', { value: null, missing: 'dash' }], ['–', { value: null, missing: 'dash' }], ['/', { value: null, missing: 'dash' }], ['／', { value: null, missing: 'dash' }],
    ['无', { value: null, missing: 'none' }], ['不适用', { value: null, missing: 'none' }],
    ['3.5', { value: null, missing: 'not_a_count' }], ['2147483648', { value: null, missing: 'not_a_count' }], ['-3', { value: null, missing: 'not_a_count' }], ['－3', { value: null, missing: 'not_a_count' }],
    ['若干', { value: null, missing: 'text' }], ['三', { value: null, missing: 'text' }], ['见附件', { value: null, missing: 'text' }], ['12%', { value: null, missing: 'text' }], ['1e3', { value: null, missing: 'text' }],
    ['O', { value: null, missing: 'unreadable', candidates: [0] }], ['l2', { value: null, missing: 'unreadable', candidates: [12] }],
    ['1,23', { value: null, missing: 'unreadable', candidates: [1, 23] }], ['1 2', { value: null, missing: 'unreadable', candidates: [1, 2] }],
  ])('%j', (raw, expected) => expect(readCell(raw, count)).toEqual(expected));

  it('any whole number that can be stored is itself', () => {
    fc.assert(fc.property(fc.nat(2_147_483_647), (value) => {
      expect(readCell(String(value), count)).toEqual({ value });
    }));
  });
});

describe('changes and money', () => {
  it.each(['+19', '＋19'])('%s of 本年增/减', (raw) => expect(readCell(raw, signed)).toEqual({ value: 19 }));
  it.each(['-18', '−18', '－18', '–18'])('%s of 本年增/减', (raw) => expect(readCell(raw, signed)).toEqual({ value: -18 }));

  it.each<[string, CellReading]>([
    ['316441', { value: 316441 }], ['24252.311082', { value: 24252.311082 }], ['0.092', { value: 0.092 }], ['-2.5', { value: -2.5 }],
    ['20.001万元', { value: 20.001, unit: '万元' }], ['70487元', { value: 7.0487, unit: '元' }], ['400元', { value: 0.04, unit: '元' }], ['1.5亿元', { value: 15000, unit: '亿元' }], ['3（元）', { value: 0.0003, unit: '元' }],
  ])('fee %s in 万元', (raw, expected) => expect(readCell(raw, fee)).toEqual(expected));

  it('a heading in 元 converts the column', () => expect(readCell('70487', fee, '元')).toEqual({ value: 7.0487, unit: '元' }));
  it('procurement has no unit in the form: nothing is converted', () => {
    expect(readCell('251000元', procurement)).toEqual({ value: 251000, unit: '元' });
    expect(readCell('45.82万元', procurement)).toEqual({ value: 45.82, unit: '万元' });
    expect(readCell('2笔 984361元', procurement)).toEqual({ value: null, missing: 'unreadable', candidates: [2, 984361] });
  });

  it('conversion is exact on the digits', () => {
    fc.assert(fc.property(fc.nat(999_999_999), fc.nat(99), (whole, part) => {
      const decimals = String(part).padStart(2, '0');
      expect(movePoint(`${whole}.${decimals}`, -4)).toBe(Number(`${whole}${decimals}e-6`));
      expect(movePoint(String(whole), 4)).toBe(whole * 10_000);
    }));
  });
});
