import { describe, expect, it } from 'vitest';
import { pageCache, type KeptPage } from './page-cache.ts';

const page = (length: number): KeptPage => ({ body: 'x'.repeat(length), headers: [] });

describe('the cache of pages', () => {
  it('gives back what it keeps, and nothing under another key', () => {
    const cache = pageCache(10_000);
    cache.set('a', page(10));
    expect(cache.get('a')).toEqual(page(10));
    expect(cache.get('b')).toBeUndefined();
  });
  it('lets go what was read longest ago, and never keeps more than its limit', () => {
    const cache = pageCache(10_000);
    for (let index = 0; index < 12; index += 1) {
      cache.set(`page ${index}`, page(480));
      cache.get('page 0');
      expect(cache.size()).toBeLessThanOrEqual(10_000);
    }
    expect(cache.get('page 0')).toBeDefined();
    expect(cache.get('page 1')).toBeUndefined();
    expect(cache.get('page 11')).toBeDefined();
  });
  it('counts a page once when it is kept again, and leaves out one that would push out the rest', () => {
    const cache = pageCache(10_000);
    cache.set('a', page(100));
    const size = cache.size();
    cache.set('a', page(100));
    expect(cache.size()).toBe(size);
    cache.set('huge', page(1_000));
    expect(cache.get('huge')).toBeUndefined();
    expect(cache.size()).toBe(size);
  });
});
