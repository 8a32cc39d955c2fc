/**
 * What is planted in the fictional county, and the small tools for planting. A defect says which findings it must give,
 * at which figure or sentence; an oddity is lawful, looks like a defect, and must give no error.
 */
import type { FigureId } from '../form/figures.ts';
import { APPLICANTS, type Applicant } from '../form/table-three.ts';
import type { Draft, ReportText } from './draft.ts';
import type { Style } from './print-document.ts';

export interface Expected {
  check: string;
  level: 'error' | 'query' | 'note';
  /** The figure at which it must be found; or words of the sentence; neither where it is about the whole report. */
  figure?: FigureId;
  words?: string;
}
interface Planting {
  /** Names the sort of thing, in words of our own. */
  kind: string;
  body: string;
  year: number;
  /** What was done, for the reader of the manifest. */
  what: string;
  style?: Style;
  /** Before prose and tables are made of the draft. */
  draft?(draft: Draft, others: Others): void;
  /** After that: prose and tables part. */
  text?(text: ReportText, draft: Draft, others: Others): void;
}
/** Another report of the county as it was before planting: what one copies from. */
export type Others = (body: string, year: number) => { draft: Draft; text: ReportText };

export interface Defect extends Planting {
  expected: Expected[];
  /** The check that, once it exists, names the one cause of what is expected. */
  diagnosis?: string;
}
export interface Oddity extends Planting {
  /** The check of which a careless reading would speak. */
  looksLike: string;
}

/** A planting that does not fit the county it is planted in is a fault of the programme. */
export function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Cannot plant: ${what}`);
}

export const value = (draft: Draft, figure: FigureId): number => draft.values[figure] ?? 0;
export function set(draft: Draft, figure: FigureId, to: number): void {
  must(figure in draft.values, `${figure} is not in the report ${draft.body.code}/${draft.year}`);
  draft.values[figure] = to;
}
export function add(draft: Draft, figure: FigureId, change: number): void {
  set(draft, figure, value(draft, figure) + change);
}
/** Changes a row's applicant column and its total together. */
export function addCase(draft: Draft, row: string, who: Applicant, change: number): void {
  add(draft, `t3.${row}.${who}`, change);
  add(draft, `t3.${row}.total`, change);
}

/** Keys of the result rows of table 三 that the draft's edition has. */
export const resultRows = (draft: Draft): string[] => Object.keys(draft.values)
  .flatMap((id) => /^t3\.(.+)\.total$/.exec(id)?.[1] ?? []).filter((row) => !['received', 'carried_in', 'processed', 'carried_forward'].includes(row));
/** The first result row that has cases of the applicant. */
export function filledRow(draft: Draft, who: Applicant): string {
  const found = resultRows(draft).find((row) => value(draft, `t3.${row}.${who}`) > 0);
  must(found !== undefined, `no case of ${who} in ${draft.body.code}/${draft.year}`);
  return found ?? '';
}
/** The applicant column with cases in the row. */
export function filledColumn(draft: Draft, row: string): Applicant {
  const found = APPLICANTS.find((who) => who !== 'total' && value(draft, `t3.${row}.${who}`) > 0);
  must(found !== undefined, `row ${row} is empty in ${draft.body.code}/${draft.year}`);
  return found ?? 'natural';
}

/** Replaces words of the prose; they must be there. */
export function reword(text: ReportText, section: number, from: RegExp, to: string): void {
  const paragraphs = text.sections.find((entry) => entry.number === section)?.before ?? [];
  const index = paragraphs.findIndex((paragraph) => from.test(paragraph));
  must(index >= 0, `no ${from} in section ${section} of ${text.title}`);
  paragraphs[index] = paragraphs[index]?.replace(from, to) ?? '';
}
export function write(text: ReportText, section: number, paragraphs: string[]): void {
  const found = text.sections.find((entry) => entry.number === section);
  must(found !== undefined, `no section ${section}`);
  if (found) found.before = paragraphs;
}
export function append(text: ReportText, section: number, paragraph: string): void {
  const found = text.sections.find((entry) => entry.number === section);
  must(found !== undefined, `no section ${section}`);
  found?.before.push(paragraph);
}
