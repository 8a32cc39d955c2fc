/**
 * Prose as it is compared: sentences without names, numbers and punctuation, each cut into its runs of three characters.
 * Three UTF-16 units fit exactly into a double, so two runs are the same number only if they are the same characters.
 */
import type { Place } from '../documents/document.ts';
import { sentencesOf } from './sentences.ts';

/** Sections that are written anew every year; the others are mostly tables and words of the form. */
export const COMPARED_SECTIONS: readonly number[] = [1, 5];

/** Shorter sentences are headings and list marks: they are neither compared nor learned. */
const SHORTEST = 6;

const SELF = /(?:我|本)(?:局|委|办|镇|乡|街道|县|区|市|单位|机关|中心|站|所|分局|会|社|院|厅|部门)|管委会/gu;
/** What a model text leaves open: XX局, ××镇, ____. */
const LEFT_OPEN = /[X×*＊_]{2,}(?:县|市|区)?(?:局|委|办|镇|乡|街道|单位|机关|中心)?/giu;
const NUMBERS = /[\d.%〇○]+(?:年度?|月份?|日)?/gu;
/** Words that the Regulation itself puts at the head of every report. */
const STATUTORY = /^(?:根据|按照|依照|依据).{0,12}《?中华人民共和国政府信息公开条例》?.*(?:报告|公布|编制)/u;

export interface ComparedSentence {
  section: number;
  text: string;
  /** Where its section begins. */
  at?: Place;
  /** The sentence as compared: the same for two bodies that only changed names, years and numbers. */
  core: string;
  /** Its runs of three, each once. */
  shingles: readonly number[];
}

/** Written by another hand in each report, and therefore taken out: the body's names, the longest first. */
function withoutNames(text: string, names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length).reduce((rest, name) => (name.length < 2 ? rest : rest.replaceAll(name, '')), text);
}

/** The sentence without names, years, numbers, words for oneself and punctuation. */
export function coreOf(text: string, names: readonly string[]): string {
  return withoutNames(text.normalize('NFKC').replace(/\s+/gu, ''), names).replace(LEFT_OPEN, '').replace(SELF, '').replace(NUMBERS, '').replace(/[^\p{L}]+/gu, '');
}

/** Runs of three characters, each once; a core of fewer is one run. */
export function shinglesOf(core: string): number[] {
  const found = new Set<number>();
  for (let index = 0; index + 2 < core.length; index++)
    found.add(core.charCodeAt(index) * 2 ** 32 + core.charCodeAt(index + 1) * 2 ** 16 + core.charCodeAt(index + 2));
  return [...found];
}

export interface ComparedSection {
  number: number;
  text: string;
  at?: Place;
}

/** The sentences of the compared sections that are long enough; words of the Regulation are left out. */
export function comparedSentences(sections: readonly ComparedSection[], names: readonly string[]): ComparedSentence[] {
  return sections.filter(({ number }) => COMPARED_SECTIONS.includes(number)).flatMap(({ number, text, at }) =>
    sentencesOf(text).flatMap((sentence): ComparedSentence[] => {
      const core = coreOf(sentence.text, names);
      if (core.length < SHORTEST || STATUTORY.test(sentence.text.normalize('NFKC'))) return [];
      return [{ section: number, text: sentence.text, core, shingles: shinglesOf(core), ...(at && { at }) }];
    }));
}

/** Runs of a model text that the office uploaded. */
export function templateRuns(text: string): number[] {
  return sentencesOf(text).flatMap((sentence) => shinglesOf(coreOf(sentence.text, [])));
}
