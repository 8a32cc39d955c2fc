/** Text comparison of 3,000 reports at once, against comparing each with each. */
import { compareTexts, prepareTexts, type YearText } from '../../src/lib/checks/compare-texts.ts';
import { ownRuns, similarity, similarPairs } from '../../src/lib/checks/similar-texts.ts';

const REPORTS = 3000;
const SAMPLE = 300;

const [FIRST, LAST] = [0x4e00, 0x9fa5];
/** Each Chinese character replaced by another, the same one everywhere: what is alike stays alike, and nothing is like the text it came from. */
const inOtherWords = (text: string, round: number): string => text.replace(/[\u4e00-\u9fa5]/g, (mark) => String.fromCharCode(FIRST + ((mark.charCodeAt(0) - FIRST + round * 997) % (LAST - FIRST + 1))));

/** As many texts as asked for from those there are, each time round in other words. */
function many(texts: readonly YearText[], count: number): YearText[] {
  return Array.from({ length: count }, (_, index) => {
    const [of, round] = [texts[index % texts.length]!, Math.floor(index / texts.length)];
    return { ...of, body: `${of.body}-${round}`, sections: of.sections.map((section) => ({ ...section, text: inOtherWords(section.text, round) })) };
  });
}

/** Prints what 3,000 reports take, as a multiple of the naive way, which is timed on a sample and scaled by the number of pairs. */
export function benchTexts(texts: readonly YearText[]): void {
  const all = many(texts, REPORTS);
  const began = performance.now();
  const compared = compareTexts(all, all.map((text) => ({ ...text })), []);
  const whole = performance.now() - began;
  const { now, wording } = prepareTexts(all, [], []);
  const runs = now.map((text) => ownRuns(text, wording));
  const filtered = performance.now();
  const pairs = similarPairs(runs);
  const pairing = performance.now() - filtered;
  const sample = runs.filter((_, index) => index % (REPORTS / SAMPLE) === 0);
  const naive = performance.now();
  let found = 0;
  for (let one = 0; one < sample.length; one++) for (let other = one + 1; other < sample.length; other++) if ((similarity(sample[one]!, sample[other]!) ?? 0) >= 0.6) found += 1;
  const scaled = ((performance.now() - naive) * REPORTS * (REPORTS - 1)) / (SAMPLE * (SAMPLE - 1));
  const again = similarPairs(sample).length;
  if (again !== found) throw new Error(`${again} pairs where comparing each with each finds ${found}`);
  console.log(`\nTexts: ${REPORTS} reports with last year's, cut, boilerplate learned and compared: ${(whole / 1000).toFixed(1)} s (${compared.boilerplate.length} sentences of the county, ${pairs.length} pairs)`);
  console.log(`  all pairs of 60 % and more: ${(pairing / 1000).toFixed(2)} s ÷ each with each, ${SAMPLE} reports scaled: ${(scaled / 1000).toFixed(2)} s = ${(pairing / scaled).toFixed(3)}; on the sample both find the same ${found} pairs`);
}
