import { describe, expect, it } from 'vitest';
import { besideEachOther, compareTexts, prepareTexts, type YearText } from './compare-texts.ts';
import { comparedSentences, coreOf, shinglesOf, templateRuns } from './prose-shingles.ts';
import { LEAST, learnBoilerplate, similarity, similarPairs } from './similar-texts.ts';

/** Numbers that look random and are always the same. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

/** A sentence of letters that no other seed has. */
const sentence = (seed: number, length = 24): string => {
  const next = numbers(seed * 7919 + 1);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(next() * 4000))).join('') + '。';
};
const prose = (from: number, count: number): string => Array.from({ length: count }, (_, index) => sentence(from + index)).join('');
const text = (body: string, first: string, fifth = ''): YearText =>
  ({ body, name: `青禾县${body}局`, names: [`青禾县${body}局`, `${body}局`], sections: [{ number: 1, text: first, at: { block: 3 } }, { number: 5, text: fifth }] });

describe('sentences as compared', () => {
  it('leaves names, years, numbers, words for oneself and punctuation out', () => {
    expect(coreOf('2024年，青禾县民政局（我局）公开信息1,204条。', ['青禾县民政局'])).toBe(coreOf('2023年度，本单位公开信息 98条；', []));
  });
  it('knows only sections 一 and 五, no headings and no words of the Regulation', () => {
    expect(comparedSentences([
      { number: 1, text: '根据《中华人民共和国政府信息公开条例》要求，编制本报告。\n（一）主动公开。\n公布救助标准和办理指南。' }, { number: 2, text: '公布救助标准和办理指南。' },
    ], []).map(({ text: of }) => of)).toEqual(['公布救助标准和办理指南。']);
  });
  it('has each run of three once, and no two runs share a number', () => {
    expect(shinglesOf('甲乙丙甲乙丙')).toHaveLength(3);
    expect(new Set([...shinglesOf('\uffff\u4e00\u4e00'), ...shinglesOf('\ufffe\u4e00\u4e00'), ...shinglesOf('\uffff\u4e01\u4e00')]).size).toBe(3);
  });
});

describe('pairs', () => {
  it('are exactly those that comparing each with each finds', () => {
    const next = numbers(42);
    const texts = Array.from({ length: 160 }, (_, index) => {
      // Families of texts that share ever less with their first.
      const family = Math.floor(index / 8);
      const runs = new Set<number>();
      for (let run = 0; run < 90 + Math.floor(next() * 300); run++) runs.add(next() < (index % 8) * 0.07 ? 1e6 + Math.floor(next() * 1e5) : family * 400 + run);
      return Float64Array.from(runs).sort();
    });
    const naive = texts.flatMap((one, a) => texts.slice(a + 1).flatMap((other, rest) => {
      const share = similarity(one, other) ?? 0;
      return share >= 0.6 ? [[a, a + 1 + rest, share] as const] : [];
    }));
    expect(naive.length).toBeGreaterThan(50);
    const found = similarPairs(texts).map(({ one, other, share }) => [one, other, share] as const);
    const inOrder = (pairs: (readonly [number, number, number])[]) => [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    expect(inOrder(found)).toEqual(inOrder(naive));
    expect(found.map(([, , share]) => share)).toEqual(found.map(([, , share]) => share).sort((a, b) => b - a));
  });
  it('say nothing of texts with few runs', () => {
    expect(similarity(new Float64Array(LEAST - 1), new Float64Array(LEAST))).toBeNull();
    expect(similarPairs([Float64Array.from([1, 2]), Float64Array.from([1, 2])])).toEqual([]);
  });
});

describe('a year', () => {
  const common = prose(1000, 4);
  const bodies = ['水利', '司法', '财政', '统计', '审计'].map((body, index) => text(body, common + prose(index * 100, 5)));

  it('what five bodies share is the county’s wording and no copy', () => {
    expect(learnBoilerplate(prepareTexts(bodies, [], []).now).map(({ bodies: n }) => n)).toEqual([5, 5, 5, 5]);
    expect(learnBoilerplate(prepareTexts(bodies.slice(1), [], []).now)).toEqual([]);
    expect(compareTexts(bodies, [], []).texts.map(({ others }) => others)).toEqual([[], [], [], [], []]);
  });
  it('a text copied under another name is found, with the sentence and from both sides', () => {
    const copy = text('林业', prose(100, 5).replaceAll('司法', '林业'));
    const { texts } = compareTexts([...bodies, copy], [], []);
    expect(texts[5]!.others.map(({ name, share }) => [name, share])).toEqual([['青禾县司法局', 1]]);
    expect(texts[1]!.others.map(({ name }) => name)).toEqual(['青禾县林业局']);
    expect(prose(100, 5)).toContain(texts[5]!.others[0]!.sentence!.text);
  });
  it('last year’s text is found again; its problems by themselves', () => {
    const [now, before] = [text('水利', prose(0, 5), prose(500, 3)), text('水利', prose(600, 5), prose(500, 3))];
    const { lastYear } = compareTexts([now], [before], []).texts[0]!;
    expect(lastYear!.problems).toBe(1);
    expect(lastYear!.share).toBeGreaterThan(0.3);
    expect(lastYear!.share).toBeLessThan(0.45);
    expect(compareTexts([now], [], []).texts[0]!.lastYear).toBeNull();
  });
  it('what the county’s model text says is not compared, and a text of nothing else is not judged', () => {
    const two = [text('水利', prose(0, 5)), text('司法', prose(0, 5))];
    expect(compareTexts(two, [], []).texts[0]!.others).toHaveLength(1);
    const modelled = compareTexts(two, [], templateRuns(prose(0, 5)));
    expect(modelled.texts.map(({ others, enough }) => [others.length, enough])).toEqual([[0, false], [0, false]]);
  });
  it('shows each sentence of two texts as shared, as the county’s or as its own', () => {
    const one = text('林业', common + prose(100, 5) + sentence(900));
    const { now, wording } = prepareTexts([...bodies, one], [], []);
    const [left] = besideEachOther(now[5]!, now[1]!, wording);
    expect(left.map(({ kind }) => kind)).toEqual([...Array<string>(4).fill('county'), ...Array<string>(5).fill('shared'), 'own']);
  });
});
