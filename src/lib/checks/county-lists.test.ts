import { describe, expect, it } from 'vitest';
import { changedLines, parsePoints, parseWords, pointsIn } from './county-lists.ts';

describe('list of words', () => {
  it('reads a word with what should stand instead, and a word alone', () => {
    expect(parseWords('信息公开办 → 政务公开办\n# 说明\n\n截止年底\nA局->B局').words).toEqual([
      { word: '信息公开办', instead: '政务公开办' }, { word: '截止年底', instead: null }, { word: 'A局', instead: 'B局' },
    ]);
  });
  it('names lines that are none: one character, nothing instead, the same, two arrows', () => {
    expect(parseWords('的\n甲乙 →\n甲乙 → 甲乙\n甲乙 → 丙丁 → 戊己\n好词').bad.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });
  it('keeps the last line of a word', () => {
    expect(parseWords('甲乙 → 丙\n甲乙 → 丁').words).toEqual([{ word: '甲乙', instead: '丁' }]);
  });
});

describe('demanded points', () => {
  const { points, bad } = parsePoints('优化营商环境：营商环境、惠企政策\n基层政务公开\n空：、\n义务教育：教');
  it('reads a point with its keywords; alone it is its own', () => {
    expect(points).toEqual([{ point: '优化营商环境', keywords: ['营商环境', '惠企政策'] }, { point: '基层政务公开', keywords: ['基层政务公开'] }]);
    expect(bad.map(({ line }) => line)).toEqual([3, 4]);
  });
  it('finds them in a text whatever its spaces', () => {
    expect(pointsIn('公布惠 企\n政策12件。', points)).toEqual(['惠企政策', null]);
  });
});

it('tells which lines came and went', () => {
  expect(changedLines('甲\n乙', '乙 \r\n丙\n')).toEqual({ added: ['丙'], removed: ['甲'] });
});
