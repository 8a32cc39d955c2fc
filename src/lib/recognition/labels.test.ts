import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, distance, findNear, lettersOf, withMark, withoutMark } from './labels.ts';

describe('letters', () => {
  it('leave out spaces, brackets, quotes and marks, and know where each stood', () => {
    const { letters, index } = lettersOf('“三 安全”（１2）');
    expect(letters).toBe('三安全12');
    expect([...index]).toEqual([1, 3, 4, 7, 8, 10]);
  });
  it('bare gives the same letters', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('规', '章', '１', '2', 'a', ' ', '（', '、', '\u00a0', '㈠', '〇') }), (text) => {
      expect(bare(text)).toBe(lettersOf(text).letters);
    }));
  });
});

describe('list marks', () => {
  it.each([['（三）', '0000（三）不予公开'], ['2.', '00000002.其他'], ['三、', '0三、收到'], ['三三、', '三三、本年度'], ['1、', '1、属于'], ['(一)', '(一) 予以公开'], ['', '0不予公开'], ['', '12不予公开']])('%j in %j', (mark, text) => {
    const start = text.search(/不予|其他|收到|本年|属于|予以/);
    expect(withMark(text, start).mark).toBe(mark);
  });
  it('are taken off', () => expect(['一、总体', '（七）总计', '1. 属于', '## 二、主动', '总计'].map(withoutMark)).toEqual(['总体', '总计', '属于', '主动', '总计']));
});

describe('distances', () => {
  it.each([['本年废止件数', '本年度止件数', 1], ['现行有效件数', '先行有效件', 2], ['行政许可', '行政检查', 2], ['', '规章', 2]])('%s and %s', (one, other, far) => {
    expect(distance(one, other)).toBe(far);
    expect(distance(other, one, far)).toBe(far);
    expect(distance(one, other, far - 1)).toBe(far);
  });
  it('the nearest place in a text is the best of all its parts', () => {
    const text = fc.string({ unit: fc.constantFrom('本', '年', '件', '数'), maxLength: 14 });
    const label = fc.string({ unit: fc.constantFrom('本', '年', '件', '数'), minLength: 1, maxLength: 5 });
    fc.assert(fc.property(text, label, (within, sought) => {
      let best = Infinity;
      for (let from = 0; from < within.length; from++) for (let to = from + 1; to <= within.length; to++) best = Math.min(best, distance(within.slice(from, to), sought));
      const near = findNear(within, sought, 2);
      if (best > 2) expect(near === null || near.distance >= sought.length).toBe(true);
      else {
        expect(near?.distance).toBe(best);
        expect(distance(within.slice(near!.start, near!.end), sought)).toBe(best);
      }
    }));
  });
});
