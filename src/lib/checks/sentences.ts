/** The prose of a report in sentences, and the numbers written in it. */
import type { Place } from '../documents/document.ts';
import type { CheckedReport } from './finding.ts';
import { oncePerReport } from './once-per-report.ts';

export interface Sentence {
  /** 0 for the opening before the first section, 1…6. */
  section: number;
  text: string;
  /** The paragraph it stands in. */
  context: string;
  /** Where its section begins; nothing for the opening. */
  at?: Place;
}

/** A text that says of itself that passages were left out: […], [……], 【...】. */
export const LEFT_OUT = /[[［【〔](?:…{1,4}|[.。·]{3,6})[\]］】〕]/u;

/** Ends of sentences; a passage that was left out ends one, too. */
const END = /[[［【〔](?:…{1,4}|[.。·]{3,6})[\]］】〕]|(?<=[。！？])/u;

/** Only a line as long as others of a printed page is broken by its edge; a short one ends by itself (a heading, a name). */
const PRINTED_LINE = 24;

/** Paragraphs: a line that an extractor broke within a sentence (long, and ending in a letter) goes on in the next. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let goesOn = false;
  for (const line of text.split('\n')) {
    const last = paragraphs.length - 1;
    if (goesOn && /^\p{Script=Han}/u.test(line)) paragraphs[last] = `${paragraphs[last]}${line}`;
    else paragraphs.push(line);
    goesOn = line.length >= PRINTED_LINE && /[\p{Script=Han}，、]$/u.test(line);
  }
  return paragraphs;
}

/** The sentences of a text with their paragraphs, trimmed, none empty. Right: “收到3件。办结3件。” → two. */
export function sentencesOf(text: string): { text: string; context: string }[] {
  return paragraphsOf(text).flatMap((context) => context.split(END).map((sentence) => ({ text: sentence.trim(), context })).filter((sentence) => sentence.text !== ''));
}

const allSentences = oncePerReport((report): readonly Sentence[] => [
  ...(report.opening === null ? [] : sentencesOf(report.opening).map((sentence): Sentence => ({ section: 0, ...sentence }))),
  ...report.sections.flatMap(({ number, text, at }) => sentencesOf(text).map((sentence): Sentence => ({ section: number, ...sentence, at }))),
]);

/** Sentences of the opening and the sections, in order; of some sections only where they are named. */
export function sentencesIn(report: CheckedReport, sections?: readonly number[]): readonly Sentence[] {
  return sections === undefined ? allSentences(report) : allSentences(report).filter(({ section }) => sections.includes(section));
}

/** Text of a section, or null where the report has none; its parts joined where it stands twice. */
export function sectionText(report: Pick<CheckedReport, 'sections'>, number: number): string | null {
  const parts = report.sections.filter((section) => section.number === number);
  return parts.length === 0 ? null : parts.map(({ text }) => text).join('\n');
}
export const leavesOut = (report: CheckedReport): boolean => report.sections.some(({ text }) => LEFT_OUT.test(text));

const DIGITS: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A whole number in figures (with comma groups) or in Chinese below 10,000: 1,204 → 1204, 十二 → 12; null for anything else. */
export function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,，]/gu, '');
  if (/^\d+$/u.test(plain)) return Number(plain);
  if (!/^[零〇一二两三四五六七八九十百千]+$/u.test(plain)) return null;
  let [sum, digit] = [0, 0];
  for (const letter of plain) {
    const unit = UNITS[letter];
    if (unit === undefined) digit = DIGITS[letter] ?? 0;
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

/** A number in a pattern, to be read by `numberOf`. */
export const NUMBER = '(?:\\d{1,3}(?:[,，]\\d{3})+|\\d+|[零〇一二两三四五六七八九十百千]+)';
