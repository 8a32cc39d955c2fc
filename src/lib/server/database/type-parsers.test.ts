import { describe, expect, it } from 'vitest';
import { TYPE_PARSERS } from './type-parsers.ts';

describe('type parsers', () => {
  it('keep dates as they are written', () => {
    expect(TYPE_PARSERS[1082]?.('2025-01-31')).toBe('2025-01-31');
  });
  it.each([
    ['2025-01-31 08:00:00+08', '2025-01-31T00:00:00.000Z'],
    ['2025-01-31 00:00:00.123456+00', '2025-01-31T00:00:00.123Z'],
    ['2025-01-31 05:30:00+05:30', '2025-01-31T00:00:00.000Z'],
    ['2025-01-30 19:00:00-05', '2025-01-31T00:00:00.000Z'],
  ])('make UTC of %s', (text, utc) => {
    expect(TYPE_PARSERS[1184]?.(text)).toBe(utc);
  });
  it('make numbers of bigint and numeric', () => {
    expect([TYPE_PARSERS[20]?.('9007199254740991'), TYPE_PARSERS[1700]?.('1646.50')]).toEqual([9007199254740991, 1646.5]);
  });
});
