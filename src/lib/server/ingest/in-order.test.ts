import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

const later = <T>(value: T, ms: number): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms));

it('keeps the order of the items, and no more than so many under way', async () => {
  let [under, most] = [0, 0];
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, (under += 1));
    await later(0, item === 1 ? 30 : 1);
    under -= 1;
    return item * 10;
  };
  const results: number[] = [];
  for await (const result of inOrder([1, 2, 3, 4, 5], 3, work)) results.push(result);
  expect(results).toEqual([10, 20, 30, 40, 50]);
  expect(most).toBe(3);
});

it('tells an error at the turn of its item', async () => {
  const results: number[] = [];
  const all = (async () => {
    for await (const result of inOrder([1, 2, 3], 3, async (item) => (item === 2 ? Promise.reject(new Error('two')) : later(item, 5)))) results.push(result);
  })();
  await expect(all).rejects.toThrow('two');
  expect(results).toEqual([1]);
});
