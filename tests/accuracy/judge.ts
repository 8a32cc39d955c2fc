/**
 * What became of each figure of a document whose truth is known. Truth is what a person reads at the figure's printed
 * row and column.
 *
 * - exact: that number; or no number, with the reason that is printed (blank, stroke, 无, row not printed).
 * - inferred right, inferred wrong: marked as inferred, and that or not.
 * - flagged: no number, and it says so (unreadable, text, not a count, a row that is reported as missing), though a
 *   person could read it (legible) or because nobody could (illegible: glued, lost or moved cells).
 * - silently wrong: a number that is not printed there and is not marked; or a printed number given as blank, stroke,
 *   无, or absent without the row being reported as missing.
 */
import { textAt, type Document } from '../../src/lib/documents/document.ts';
import type { Figure } from '../../src/lib/figures/figure.ts';
import { figureDefinition } from '../../src/lib/form/figures.ts';
import { readReports, type ReadReport } from '../../src/lib/server/ingest/read-reports.ts';
import type { Page, Truth, Way } from '../makers/page.ts';

export const OUTCOMES = ['exact', 'inferred right', 'inferred wrong', 'flagged though legible', 'flagged illegible', 'silently wrong'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Tally = Record<Outcome, number>;
export const emptyTally = (): Tally => ({ exact: 0, 'inferred right': 0, 'inferred wrong': 0, 'flagged though legible': 0, 'flagged illegible': 0, 'silently wrong': 0 });
export const cellsOf = (tally: Tally): number => Object.values(tally).reduce((sum, count) => sum + count, 0);
export function addTally(to: Tally, from: Tally): void {
  for (const outcome of OUTCOMES) to[outcome] += from[outcome];
}

const FLAGS: readonly (string | undefined)[] = ['unreadable', 'text', 'not_a_count'];

/** Whether the report says of the figure's row, column or table that it is missing. */
function saidMissing(id: string, { report }: ReadReport): boolean {
  const { table, wording } = figureDefinition(id);
  if (!report.tables.includes(table)) return true;
  return report.drift.some(({ kind, table: of, expected }) => of === table && (kind === 'row_missing' || kind === 'column_missing') && expected !== undefined
    && (id.includes(expected) || Object.values(wording).some(({ row, column }) => row.endsWith(expected) || column.endsWith(expected))));
}

/** Rows are read whole: table 四 is one. */
const rowOf = (id: string): string => (id.startsWith('t4.') ? 't4' : id.slice(0, id.lastIndexOf('.')));

/** The way in which the row was read: of the right ones that with which most of the given numbers agree; undefined: as it was meant. */
function wayOf(row: readonly (readonly [string, Truth])[], figures: ReadReport['figures']): Way | undefined {
  const ways = [...new Set(row.flatMap(([, truth]) => [...truth.also.keys()]))];
  const against = (way: Way | undefined): number => row.filter(([id, truth]) => {
    const figure = figures[id];
    return figure !== undefined && !FLAGS.includes(figure.missing) && figure.value !== valueBy(truth, way);
  }).length;
  return ways.reduce<Way | undefined>((best, way) => (against(way) < against(best) ? way : best), undefined);
}
const valueBy = (truth: Truth, way: Way | undefined): number | null => (way !== undefined && truth.also.has(way) ? truth.also.get(way)! : truth.value);

export function outcomeOf(id: string, figure: Figure | undefined, truth: Truth, way: Way | undefined, read: ReadReport): Outcome {
  const flagged: Outcome = truth.legible ? 'flagged though legible' : 'flagged illegible';
  const value = valueBy(truth, way);
  // The id of another edition than the one that was recognised.
  if (!figure) return value === null ? 'exact' : 'silently wrong';
  const right = figure.value === value;
  if (figure.inferred !== undefined) return right ? 'inferred right' : 'inferred wrong';
  if (figure.value !== null) return right ? 'exact' : 'silently wrong';
  if (FLAGS.includes(figure.missing)) return flagged;
  if (value === null) return truth.value !== null || truth.reasons.length === 0 || truth.reasons.some((reason) => reason === figure.missing) ? 'exact' : flagged;
  return figure.missing === 'absent' && saidMissing(id, read) ? flagged : 'silently wrong';
}

export interface Judgement {
  tally: Tally;
  /** Figures that are silently wrong, inferred wrong, or flagged though legible, in words. */
  faults: { outcome: Outcome; id: string; said: string }[];
  /** What else is wrong with the reading: not one report, another body or year, a place that does not hold what was read. */
  trouble: string[];
}

const said = (figure: Figure | undefined, truth: Truth): string =>
  `${figure ? `${figure.value ?? figure.missing}${figure.inferred === undefined ? '' : ' (inferred)'} from ${JSON.stringify(figure.raw)}` : 'no such figure'}, printed ${truth.value ?? (truth.reasons.join('/') || 'nothing')}${truth.also.size > 0 ? ` or ${[...truth.also].map(([way, value]) => `${value} ${way}`).join(', ')}` : ''}`;

function misplaced(document: Document, figures: ReadReport['figures']): string[] {
  return Object.entries(figures).flatMap(([id, { at, raw }]) => (at && textAt(document, at) !== raw ? [`${id}: its place holds ${JSON.stringify(textAt(document, at))}, not ${JSON.stringify(raw)}`] : []));
}

/** Reads the document through the real line and compares every figure of the page with its truth. */
export async function judge(bytes: Uint8Array, page: Pick<Page, 'truth'> & Partial<Pick<Page, 'body' | 'year'>>, name = 'report'): Promise<Judgement> {
  const tally = emptyTally();
  const result = await readReports(bytes, name);
  const read = 'unreadable' in result ? undefined : result.reports[0];
  if ('unreadable' in result || !read || result.reports.length !== 1) {
    for (const { legible } of page.truth.values()) tally[legible ? 'flagged though legible' : 'flagged illegible']++;
    return { tally, faults: [], trouble: ['unreadable' in result ? `unreadable: ${result.unreadable}` : `${result.reports.length} reports`] };
  }
  const faults: Judgement['faults'] = [];
  const rows = new Map<string, [string, Truth][]>();
  for (const entry of page.truth) rows.set(rowOf(entry[0]), [...(rows.get(rowOf(entry[0])) ?? []), entry]);
  const ways = new Map([...rows].map(([key, row]) => [key, wayOf(row, read.figures)]));
  for (const [id, truth] of page.truth) {
    const outcome = outcomeOf(id, read.figures[id], truth, ways.get(rowOf(id)), read);
    tally[outcome]++;
    if (outcome === 'silently wrong' || outcome === 'inferred wrong' || outcome === 'flagged though legible') faults.push({ outcome, id, said: said(read.figures[id], truth) });
  }
  const trouble = misplaced(result.document, read.figures);
  if (page.body !== undefined && read.report.body !== page.body) trouble.push(`body: ${read.report.body}`);
  if (page.year !== undefined && read.report.year !== page.year) trouble.push(`year: ${read.report.year}`);
  // What the page does not print must not be given.
  for (const [id, { value }] of Object.entries(read.figures)) if (value !== null && !page.truth.has(id)) {
    tally['silently wrong']++;
    faults.push({ outcome: 'silently wrong', id, said: `${value}, where the document has no such cell` });
  }
  return { tally, faults, trouble };
}
