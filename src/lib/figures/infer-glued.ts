/**
 * Glued rows read by arithmetic. A figure is inferred only where every reading of its whole table that keeps all
 * identities (勾稽关系) gives it the same value, cells that may be blank included; else it stays unreadable with its
 * candidates. Table 二 has no identities: its cells are never cut.
 */
import type { Place } from '../documents/document.ts';
import { caseSum } from '../form/identities.ts';
import type { FigureId } from '../form/figures.ts';
import { CASE_GROUPS, CASE_RESULTS } from '../form/table-four.ts';
import { APPLICANTS, TABLE_THREE_ROWS } from '../form/table-three.ts';
import type { StatutoryCell } from '../recognition/report.ts';
import type { Figures } from './figure.ts';
import { consistentReadings } from './solve-table.ts';
import { fullBudget, splitsOf, type Budget, type Prefix, type Split } from './split-run.ts';

const MOST_CANDIDATES = 12;

const BY_IDENTITIES = '数字连写；按勾稽关系核算，全表只有这一种切分成立';
const BY_COUNT = '数字连写；全部为0且个数与格数相同，只有一种切分';
const UNDER_FOREIGN_HEAD = '列标题不是本表的；按本表列序读取，全部勾稽关系成立';

/** A run and the figures it holds; `at` is the place of the run, or of each cell where they are apart under a foreign heading. */
interface Row {
  ids: FigureId[];
  cells: StatutoryCell[];
  glued: boolean;
  apart: boolean;
  splits: Split[] | null;
}

/** Sum of values[from … to). Called at every step of the search. */
function sumOf(values: readonly (number | null)[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += values[at] ?? 0;
  return sum;
}

/** 总计 is the last of the applicant columns. */
const rowTotal: Prefix = (values) => values.length < APPLICANTS.length || sumOf(values, 0, values.length - 1) === (values.at(-1) ?? 0);
/** Each group of five ends with its sum. */
const groupTotals: Prefix = (values) => values.length % CASE_RESULTS.length !== 0 || sumOf(values, values.length - CASE_RESULTS.length, values.length - 1) === (values.at(-1) ?? 0);

/** The year at the end of digits that run into `年`. */
function ownDigits(cell: StatutoryCell): string | null {
  if (cell.runsOn === undefined) return cell.raw;
  return cell.runsOn.startsWith('年') && /20\d\d$/.test(cell.raw) ? cell.raw.slice(0, -4) : null;
}

const EMPTY: readonly (string | undefined)[] = ['blank', 'dash', 'none'];

/** Possible readings of a row; one of a legible row; null where a cell cannot be judged or the row is not whole. */
function rowOf(ids: FigureId[], cells: ReadonlyMap<FigureId, StatutoryCell>, figures: Figures, fits: Prefix, budget: Budget): Row | null {
  const own = ids.map((id) => cells.get(id));
  if (own.some((cell) => cell === undefined)) return null;
  const printed = own as StatutoryCell[];
  const indistinct = printed.every((cell) => cell.indistinct);
  const apart = indistinct && new Set(printed.map(({ at }) => `${at.block},${at.row},${at.cell},${at.chars}`)).size === ids.length;
  const row = { ids, cells: printed, glued: indistinct && !apart, apart };
  const places = ids.map((): [number, number] => [0, 0]);
  if (row.glued) {
    const digits = ownDigits(printed[0]!);
    return { ...row, splits: digits === null ? null : splitsOf(digits, ids.length, fits, budget) };
  }
  const values = ids.map((id) => (apart ? (/^\d{1,9}$/.test(cells.get(id)!.raw.trim()) ? Number(cells.get(id)!.raw) : undefined) : EMPTY.includes(figures[id]!.missing) ? null : (figures[id]!.value ?? undefined)));
  if (values.some((value) => value === undefined)) return { ...row, splits: null };
  const split: Split = { values: values as (number | null)[], places };
  return { ...row, splits: fits(split.values) ? [split] : [] };
}

function narrowed(at: Place, [from, to]: [number, number]): Place {
  const base = at.chars?.[0] ?? 0;
  return { ...at, chars: [base + from, base + to] };
}

/** Writes what all `splits` agree on into the figures; the rest keeps its candidates. */
function settle(row: Row, splits: Iterable<Split>, figures: Figures, evidence: string): void {
  const all = [...splits];
  row.ids.forEach((id, index) => {
    const values = new Set(all.map((split) => split.values[index]));
    const places = new Set(all.map((split) => String(split.places[index])));
    const cell = row.cells[index]!;
    const [value] = values;
    if (values.size !== 1 || value === undefined) return;
    // The digits may be cut differently though the value is the same (a zero of two): then the run is its place.
    const place = row.apart || places.size > 1 ? null : all[0]!.places[index]!;
    const found = place ? { raw: cell.raw.slice(...place), at: narrowed(cell.at, place) } : { raw: cell.raw, at: cell.at };
    figures[id] = value === null ? { value, missing: 'blank', ...found, inferred: evidence } : { value, ...found, inferred: evidence };
  });
}

function offerCandidates(row: Row, splits: readonly Split[], figures: Figures): void {
  row.ids.forEach((id, index) => {
    const values = [...new Set(splits.flatMap((split) => split.values[index] ?? []))].sort((a, b) => a - b);
    if (figures[id]!.missing === 'unreadable' && values.length > 0) figures[id] = { ...figures[id]!, candidates: values.slice(0, MOST_CANDIDATES) };
  });
}

/** As many zeros as cells: nothing else can stand there, whatever the rest of the table says. */
function allZeros(row: Row): boolean {
  const digits = row.glued ? ownDigits(row.cells[0]!)?.replace(/\s/g, '') : undefined;
  return digits !== undefined && digits.length === row.ids.length && /^0+$/.test(digits);
}

function inferThree(cells: ReadonlyMap<FigureId, StatutoryCell>, figures: Figures): void {
  const printed = TABLE_THREE_ROWS.filter(({ key }) => cells.has(`t3.${key}.total`));
  const budget = fullBudget();
  const rows = new Map(printed.map(({ key }) => [key, rowOf(APPLICANTS.map((applicant) => `t3.${key}.${applicant}`), cells, figures, rowTotal, budget)]));
  const open = [...rows.values()].filter((row): row is Row => row !== null && (row.glued || row.apart));
  if (open.length === 0) return;
  for (const row of open) if (allZeros(row)) settle(row, row.splits ?? [], figures, BY_COUNT);
  for (const row of open) offerCandidates(row, row.splits ?? [], figures);
  const of = (key: string): Split[] | null => rows.get(key)?.splits ?? null;
  const [received, carriedIn, processed, carriedForward] = [of('received'), of('carried_in'), of('processed'), of('carried_forward')];
  const results = new Map<string, Split[]>();
  for (const { key, outcome } of printed) {
    if (!outcome) continue;
    const splits = of(key);
    if (!splits) return;
    results.set(key, splits);
  }
  if (!received || !carriedIn || !processed || !carriedForward || results.size === 0) return;
  const consistent = consistentReadings({ received, carried_in: carriedIn, processed, carried_forward: carriedForward, results });
  if (!consistent || consistent.size === 0) return;
  for (const [key, row] of rows)
    if (row && (row.glued || row.apart) && !allZeros(row)) {
      const left = [...(consistent.get(key) ?? [])];
      settle(row, left, figures, row.apart ? UNDER_FOREIGN_HEAD : BY_IDENTITIES);
      offerCandidates(row, left, figures);
    }
}

/** Longest number that a doubled cell is sought of. */
const LONGEST_DOUBLE = 6;

/**
 * Whether the run reads as well with one cell too many (`3333` of 33 printed twice): table 四 has three sums for fifteen cells, too few to
 * tell chance from proof then.
 */
function readsWithoutDouble(run: string, cells: number, fits: Prefix, budget: Budget): boolean {
  const digits = run.replace(/\s/g, '').length;
  for (let length = 1; length <= LONGEST_DOUBLE && digits - length >= cells; length++)
    for (let at = 0; at + 2 * length <= run.length; at++) {
      if (run.slice(at, at + length) !== run.slice(at + length, at + 2 * length) || run.slice(at, at + length).includes(' ')) continue;
      const splits = splitsOf(run.slice(0, at) + run.slice(at + length), cells, fits, budget);
      if (!splits || splits.some((split) => split.values.every((value) => value !== null))) return true;
    }
  return false;
}

function inferFour(cells: ReadonlyMap<FigureId, StatutoryCell>, figures: Figures): void {
  // The cells of a group are its identity's: four results, then their total.
  const ids = CASE_GROUPS.flatMap((group) => [...caseSum(group).left, ...caseSum(group).right]);
  const budget = fullBudget();
  const row = rowOf(ids, cells, figures, groupTotals, budget);
  if (!row?.glued || !row.splits) return;
  if (allZeros(row) || !readsWithoutDouble(ownDigits(row.cells[0]!) ?? '', ids.length, groupTotals, budget)) settle(row, row.splits, figures, allZeros(row) ? BY_COUNT : BY_IDENTITIES);
  offerCandidates(row, row.splits, figures);
}

/** Completes the figures of glued rows of tables 三 and 四, in place. `printed`: all cells of the report. */
export function inferGlued(printed: readonly StatutoryCell[], figures: Figures): void {
  if (!printed.some((cell) => cell.indistinct)) return;
  const cells = new Map(printed.map((cell) => [cell.figure, cell]));
  inferThree(cells, figures);
  inferFour(cells, figures);
}
