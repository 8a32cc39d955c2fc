import { describe, expect, it } from 'vitest';
import { today } from './today.ts';

describe('today', () => {
  it('is the day in China, not in UTC', () => {
    expect(today(new Date('2026-01-30T15:59:59Z'))).toBe('2026-01-30');
    expect(today(new Date('2026-01-30T16:00:00Z'))).toBe('2026-01-31');
  });
});
