/** TXT-WORD: words of the county's own list, characters written twice, brackets and quotes without their partner. */
import { BOTH_EDITIONS, type Check, type Outcome } from './entry.ts';
import type { CheckedReport, Finding, Parameters } from './finding.ts';
import { found, judged, notApplicable } from './outcome.ts';
import { LEFT_OUT, sentencesIn, type Sentence } from './sentences.ts';

/** An entry of the county's list: what should not stand in a report, and what should stand there instead. */
export interface ListedWord {
  word: string;
  instead: string | null;
}

const SECTIONS = [1, 2, 3, 4, 5, 6];

/** Particles that never stand twice, but for the words before them that end in the same character (为了了解, 参与与). */
const TWICE = /(?<!目)的的|(?<!为)了了|(?<!参)与与|(?<![合归])并并|(?<![普以涉])及及|(?<![行作认成])为为|(?<![现存所])在在|(?<![总共])和和|(?<![绝相])对对|(?<![可所予加给])以以|(?<![于但还只])是是(?!非)|(?<![，、；：])[，、；：]{2}(?![，、；：])|[，、；：]。|。[，、；]/u;
/** A word of two to six characters written twice; 一项一项, 逐条逐条 and 层层层层 are idiom. */
const WORD_TWICE = /([\p{Script=Han}]{2,6})\1/gu;

function doubledIn(text: string): string | null {
  const particle = TWICE.exec(text)?.[0];
  if (particle !== undefined) return particle;
  for (const [whole, word = ''] of text.matchAll(WORD_TWICE)) if (!/^[一逐每]|^(.)\1/u.test(word)) return whole;
  return null;
}

const PARTNERS: Record<string, string> = { '（': '）', '《': '》', '“': '”', '〔': '〕', '【': '】' };
const CLOSING = new Map(Object.entries(PARTNERS).map(([open, close]) => [close, open]));
/** Marks of lists close a bracket that nothing opened: 1） 一） */
const LIST_MARK = /(?<![（(\d一二三四五六七八九十])[一二三四五六七八九十\d]{1,3}[）)]/gu;

/** The first bracket or quote of the sentences without its partner. Lines may break inside: the whole section is looked at. */
function unmatched(sentences: readonly Sentence[]): { sentence: Sentence; mark: string } | null {
  const open: { sentence: Sentence; mark: string }[] = [];
  for (const sentence of sentences)
    for (const mark of sentence.text.replace(LIST_MARK, '').replaceAll('(', '（').replaceAll(')', '）')) {
      if (mark in PARTNERS) open.push({ sentence, mark });
      else if (CLOSING.has(mark)) {
        const last = open.pop();
        if (last?.mark !== CLOSING.get(mark)) return last ?? { sentence, mark };
      }
    }
  return open[0] ?? null;
}

const slip = (sentence: Sentence, parameters: Parameters, subject: string): Finding =>
  found({ check: 'TXT-WORD', level: 'note', figures: [], quote: sentence.text, at: sentence.at, parameters }, subject);

/** TXT-WORD: one finding for each listed word, with its first sentence; one for each doubling; one unmatched mark a section. Wrong: 政务公开公开平台; 《条例. */
export function wordCheck(report: CheckedReport): Outcome {
  if (report.title === null && report.sections.length === 0 && report.tables.length === 0) return notApplicable;
  const sentences = sentencesIn(report, SECTIONS);
  const listed = (report.wordList ?? []).flatMap(({ word, instead }): Finding[] => {
    const holding = sentences.filter(({ text }) => text.includes(word) && !(instead?.includes(word) && !text.replaceAll(instead, '').includes(word)));
    const [first] = holding;
    if (!first) return [];
    return [slip(first, { case: instead === null ? 'listed' : 'instead', words: word, n: holding.length, ...(instead === null ? {} : { instead }) }, word)];
  });
  const doubled = sentences.flatMap((sentence) => {
    const words = doubledIn(sentence.text);
    return words === null ? [] : [slip(sentence, { case: 'doubled', words }, 'doubled')];
  });
  const marks = SECTIONS.flatMap((section) => {
    const own = sentences.filter((sentence) => sentence.section === section);
    const lone = own.some(({ context }) => LEFT_OUT.test(context)) ? null : unmatched(own);
    return lone === null ? [] : [slip(lone.sentence, { case: 'unmatched', words: lone.mark }, 'mark')];
  });
  return judged([...new Map([...listed, ...doubled, ...marks].map((finding) => [finding.key, finding])).values()]);
}

export const WORDS: readonly Check[] = [
  {
    id: 'TXT-WORD', version: 1, levels: ['note'], family: 'report', editions: BOTH_EDITIONS, basis: '', run: wordCheck,
    title: { zh: '用词差错', en: 'Slips' }, what: { zh: '不用县级词表所列的词，没有重复字，括号引号配对', en: 'words of the county’s own list, doubled characters, unmatched brackets and quotes' },
    mend: { zh: '核对原句改正。', en: 'Correct the sentence.' },
    sentences: {
      listed: { zh: '正文有词表所列的“{words}”（{n}句）。请改正。', en: 'The prose has “{words}” of the county’s list ({n} sentences). Correct it.' },
      instead: { zh: '正文写“{words}”（{n}句），应为“{instead}”。请改正。', en: 'The prose has “{words}” ({n} sentences); it should be “{instead}”. Correct it.' },
      doubled: { zh: '“{words}”疑似重复。请核对原句。', en: '“{words}” seems to be written twice. Check the sentence.' },
      unmatched: { zh: '“{words}”没有配对。请核对原句。', en: '“{words}” has no partner. Check the sentence.' },
    },
  },
];
