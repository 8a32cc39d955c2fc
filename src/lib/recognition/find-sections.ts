/**
 * The six sections by their headings, on lines of their own or in the middle of flattened text. Every occurrence of a
 * heading's wording is a candidate; the best of each number counts, so that lists of contents and inner headings lose.
 */
import { segmentAt, type FlatText } from './flat-text.ts';
import { bare, distance, withMark } from './labels.ts';

export interface Heading {
  number: number;
  /** As printed, without its ordinal. */
  title: string;
  /** [start, end) in the flat text, the ordinal included. */
  start: number;
  end: number;
}

/** Wordings in letters alone (statutory-report §1.1 and real reports). */
const WORDINGS: RegExp[] = [
  /(?:20\d\d年)?(?:政务公开|政府信息公开|信息公开)?(?:工作)?(?:总体(?:工作|推进)?(?:情况|概述|要求)|概述|基本情况)/g,
  /(?:行政机关)?主动公开政府信息(?:的)?情况/g,
  /(?:行政机关)?收到和处理政府信息公开申请(?:的)?情况/g,
  /因?(?:政府信息公开)?(?:工作)?(?:被申请)?行政法?复议.{0,3}?(?:提起)?行政诉讼(?:的)?情况/g,
  /(?:政府信息公开)?(?:工作)?存在的?(?:主要)?问题.{0,4}?改进(?:情况|措施|工作)?(?:及明年工作计划)?/g,
  /(?:需要说明的其他事项|其他需要?(?:报告|说明)的?事项)(?:与附表)?/g,
];
const CANONICAL = ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议行政诉讼情况', '存在的主要问题及改进情况', '其他需要报告的事项'];
const NUMERALS = '一二三四五六';

/** What may follow a heading on its line: `（有关情况附表）`, a colon. */
const LONGEST_REST = 12;
const LONGEST_TITLE = 40;

interface Candidate extends Heading {
  weight: number;
}

/** Number of a list mark, and whether it is that of an inner heading (`（一）`). */
function readMark(mark: string): { number: number; inner: boolean } {
  const numeral = /[一二三四五六七八九十]/.exec(mark)?.[0];
  const enclosed = /[\u3220-\u3229]/.exec(mark)?.[0];
  const number = numeral ? NUMERALS.indexOf(numeral) + 1 : enclosed ? enclosed.charCodeAt(0) - 0x321f : Number(/\d/.exec(mark)?.[0] ?? 0);
  return { number, inner: /^[（(]/.test(mark) };
}

/** Whether the heading stands alone on its line, and the text behind it there. */
function ownLine(flat: FlatText, start: number, end: number): { alone: boolean; rest: string } {
  const segment = flat.segments[segmentAt(flat, start)]!;
  // No more of a long line is looked at than decides.
  const before = flat.text.slice(Math.max(segment.start, start - LONGEST_TITLE), start);
  const rest = flat.text.slice(end, Math.min(segment.end, end + LONGEST_TITLE));
  return { alone: !/[^\s#*]/.test(before) && end <= segment.end && rest.trim().length <= LONGEST_REST && !/[，。；,;]/.test(rest), rest: rest.trim() };
}

function candidates(flat: FlatText, number: number): Candidate[] {
  const found: Candidate[] = [];
  for (const match of flat.letters.matchAll(WORDINGS[number - 1]!)) {
    const start = flat.index[match.index]!;
    const end = flat.index[match.index + match[0].length - 1]! + 1;
    const { start: marked, mark } = withMark(flat.text, start);
    const ordinal = readMark(mark);
    const { alone, rest } = ownLine(flat, marked, end);
    if (mark === '' && !alone) continue;
    let weight = alone ? 3 : 0;
    if (mark !== '') weight += ordinal.inner ? 1 : ordinal.number === number ? 4 : 2;
    if (match[0].includes(CANONICAL[number - 1]!)) weight += 1;
    // Inner headings (“（一）基本情况”) open no section in running text.
    if (ordinal.inner && !alone) continue;
    // A full stop behind it makes it a sentence.
    if (rest === '。') weight -= 2;
    const title = flat.text.slice(start, alone ? end + (rest === '' ? 0 : flat.text.slice(end).indexOf(rest) + rest.length) : end).trim();
    found.push({ number, title, start: marked, end: alone ? end + flat.text.slice(end).indexOf(rest) + rest.length : end, weight });
  }
  return found;
}

/** Headings nobody listed: a line with the right ordinal whose words are near the form's; for 一、 any short line. */
function drifted(flat: FlatText, number: number, before: number): Heading | null {
  for (const segment of flat.segments) {
    if (segment.start >= before) break;
    const text = flat.text.slice(segment.start, segment.end);
    const found = /^[\s#*]*([一二三四五六])\s{0,3}[、.．]\s*(.{2,40})$/.exec(text);
    if (!found || NUMERALS.indexOf(found[1]!) + 1 !== number || text.length > LONGEST_TITLE || /[。；，]/.test(text)) continue;
    const letters = bare(found[2]!);
    const canonical = CANONICAL[number - 1]!;
    if (number === 1 ? letters.length <= 20 : distance(letters, canonical) <= canonical.length / 3)
      return { number, title: found[2]!.trim(), start: segment.start, end: segment.end };
  }
  return null;
}

/** The headings found, in the order of the document. */
export function findHeadings(flat: FlatText): Heading[] {
  const found = new Map<number, Heading>();
  for (let number = 1; number <= 6; number++) {
    let best: Candidate | null = null;
    // Of equals the last: a list of contents stands before the sections.
    for (const candidate of candidates(flat, number)) if (candidate.weight >= 2 && (!best || candidate.weight >= best.weight)) best = candidate;
    if (best) found.set(number, { number, title: best.title, start: best.start, end: best.end });
  }
  for (let number = 1; number <= 6; number++)
    if (!found.has(number)) {
      const next = [...found.values()].filter((heading) => heading.number > number).sort((a, b) => a.start - b.start)[0];
      const heading = drifted(flat, number, number === 1 ? (next?.start ?? 0) : flat.text.length);
      if (heading && ![...found.values()].some((other) => other.start < heading.end && heading.start < other.end)) found.set(number, heading);
    }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
