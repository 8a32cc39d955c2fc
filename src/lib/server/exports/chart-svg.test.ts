import { describe, expect, it } from 'vitest';
import { barsPicture } from '../../charts/bars-option.ts';
import { chartLabels } from '../../charts/chart-labels.ts';
import { compareFigure } from '../../comparisons/compare-figures.ts';
import { filed } from '../../comparisons/rows.fixture.ts';
import { chartCache, type ChartKey } from './chart-svg.ts';

const key: ChartKey = { county: '000000', dataVersion: 1, address: '/c/000000/?year=2024#outcomes', language: 'zh' };

function drawing(value: number) {
  let drawn = 0;
  const compared = compareFigure([filed('001', 2024, { 't3.received.total': value })], { measure: 't3.received.total' });
  const draw = (narrow: boolean) => {
    drawn += 1;
    return barsPicture(compared, { labels: chartLabels('zh'), narrow });
  };
  return { draw, times: () => drawn / 2 };
}

describe('cache of server-drawn charts', () => {
  it('draws once for a key, and again for another version of the data, address, language, county or width', () => {
    const cache = chartCache(10_000_000);
    const { draw, times } = drawing(7);
    const first = cache.get(key, draw);
    expect(first.wide).toContain('>7</text>');
    expect(cache.get({ ...key }, draw)).toBe(first);
    expect(times()).toBe(1);
    for (const other of [{ dataVersion: 2 }, { address: '/c/000000/' }, { language: 'en' as const }, { county: '410726' }]) cache.get({ ...key, ...other }, draw);
    cache.get(key, draw, 1200);
    expect(times()).toBe(6);
  });

  it('keeps within its bytes; what was read longest ago goes first', () => {
    const one = chartCache(10_000_000);
    one.get(key, drawing(1).draw);
    const cache = chartCache(Math.ceil(one.size() * 2.5));
    const [a, b, c] = [drawing(1), drawing(2), drawing(3)];
    const at = (dataVersion: number): ChartKey => ({ ...key, dataVersion });
    cache.get(at(1), a.draw);
    cache.get(at(2), b.draw);
    cache.get(at(1), a.draw);
    cache.get(at(3), c.draw);
    expect(cache.size()).toBeLessThanOrEqual(one.size() * 2.5);
    cache.get(at(1), a.draw);
    cache.get(at(3), c.draw);
    expect([a.times(), b.times(), c.times()]).toEqual([1, 1, 1]);
    cache.get(at(2), b.draw);
    expect(b.times()).toBe(2);
  });

  it('draws what is larger than itself without keeping it', () => {
    const cache = chartCache(100);
    const { draw, times } = drawing(5);
    cache.get(key, draw);
    cache.get(key, draw);
    expect([times(), cache.size()]).toEqual([2, 0]);
  });
});
