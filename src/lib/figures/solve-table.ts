/**
 * Table 三 as an error-detecting code: of every row several readings may be possible, but in each applicant column the
 * results must sum to 总计, and 新收 + 上年结转 must equal 总计 + 结转下年度. What all consistent readings agree on is certain.
 */
import type { Split } from './split-run.ts';

/** Rows by key, each with its possible readings (one where it is legible). */
export interface TableReadings {
  received: Split[];
  carried_in: Split[];
  processed: Split[];
  carried_forward: Split[];
  results: Map<string, Split[]>;
}
/** By row key: the readings that occur in some consistent table; empty map where none is consistent. */
export type Consistent = Map<string, Set<Split>>;

const MOST_STEPS = 200_000;

const numbers = (split: Split): number[] => split.values.map((value) => value ?? 0);
const add = (one: readonly number[], other: readonly number[]): number[] => one.map((value, index) => value + other[index]!);
const equal = (one: readonly number[], other: readonly number[]): boolean => one.every((value, index) => value === other[index]);
const within = (sum: readonly number[], least: readonly number[], most: readonly number[], target: readonly number[]): boolean =>
  target.every((value, index) => sum[index]! + least[index]! <= value && value <= sum[index]! + most[index]!);

/**
 * The readings of each row that are part of a consistent table. Null where the search would cost too much; then nothing
 * is certain.
 */
export function consistentReadings(table: TableReadings): Consistent | null {
  const rows = [...table.results].map(([key, splits]) => ({ key, splits, sums: splits.map(numbers) })).sort((a, b) => a.splits.length - b.splits.length);
  const columns = 7;
  const zero = new Array<number>(columns).fill(0);
  // Least and most that the rows from an index on can add to each column.
  const [least, most] = [[zero], [zero]];
  for (const row of [...rows].reverse()) {
    if (row.sums.length === 0) return new Map();
    least.unshift(add(least[0]!, zero.map((_, column) => Math.min(...row.sums.map((sum) => sum[column]!)))));
    most.unshift(add(most[0]!, zero.map((_, column) => Math.max(...row.sums.map((sum) => sum[column]!)))));
  }
  const consistent: Consistent = new Map();
  const keep = (key: string, split: Split): void => void consistent.set(key, (consistent.get(key) ?? new Set()).add(split));
  let steps = 0;
  for (const processed of table.processed) {
    const target = numbers(processed);
    const chosen: Split[] = [];
    let found = false;
    const go = (index: number, sum: readonly number[]): boolean => {
      if (++steps > MOST_STEPS) return false;
      if (!within(sum, least[index]!, most[index]!, target)) return true;
      if (index === rows.length) {
        found = true;
        rows.forEach((row, at) => keep(row.key, chosen[at]!));
        return true;
      }
      const row = rows[index]!;
      for (const [option, split] of row.splits.entries()) {
        chosen[index] = split;
        if (!go(index + 1, add(sum, row.sums[option]!))) return false;
      }
      return true;
    };
    const balances: [Split, Split, Split][] = [];
    for (const received of table.received)
      for (const carriedIn of table.carried_in)
        for (const carriedForward of table.carried_forward) {
          if (++steps > MOST_STEPS) return null;
          if (equal(add(numbers(received), numbers(carriedIn)), add(target, numbers(carriedForward)))) balances.push([received, carriedIn, carriedForward]);
        }
    if (balances.length === 0) continue;
    if (!go(0, zero)) return null;
    if (!found) continue;
    keep('processed', processed);
    for (const [received, carriedIn, carriedForward] of balances) {
      keep('received', received);
      keep('carried_in', carriedIn);
      keep('carried_forward', carriedForward);
    }
  }
  return consistent;
}
