/**
 * Which numbers of two years may be set against each other (statutory-report §7.3): a renamed body is one body; a merged
 * one stands against the sum of its predecessors; a split, or functions moved, is a break; a report of part of a year
 * tells no change.
 */
import type { ComparedBody, Comparison } from './compare-figures.ts';
import { point, type Point } from './series.ts';

/** What the register knows of who took over from whom. `happenedOn` is YYYY-MM-DD. */
export interface Succession {
  predecessor: string;
  successor: string | null;
  kind: 'merged' | 'split' | 'functions_moved' | 'abolished';
  happenedOn: string;
}

export interface LikePair {
  from: number;
  to: number;
  /** Names of the bodies that were merged into it meanwhile: their numbers are in `from`. */
  merged: string[];
}
/** Why two years of a body do not compare. */
export type Unlike = 'merged away' | 'split' | 'part year' | 'no number' | 'not there';

/** `everyone`: all bodies of the comparison's measure and years, chosen or not; a predecessor must be among them to be counted. */
export function likeForLike(body: ComparedBody, everyone: readonly ComparedBody[], successions: readonly Succession[], from: number, to: number): LikePair | Unlike {
  const between = successions.filter(({ happenedOn }) => Number(happenedOn.slice(0, 4)) > from && Number(happenedOn.slice(0, 4)) <= to);
  const merges = between.filter(({ kind, successor }) => kind === 'merged' && successor !== null);
  if (merges.some(({ predecessor, successor }) => predecessor === body.body && successor !== body.body)) return 'merged away';
  const codes = mergedInto(body.body, merges);
  const split = between.some(({ kind, predecessor, successor }) => (kind === 'split' || kind === 'functions_moved') && [predecessor, successor].some((code) => code !== null && codes.has(code)));
  if (split) return 'split';
  const before: Point[] = [];
  const merged: string[] = [];
  for (const code of codes) {
    const one = code === body.body ? body : everyone.find((entry) => entry.body === code && entry.scope === 'own');
    const at = one && point(one, from);
    // A predecessor that is not known here would silently be taken for nothing.
    if (!one || !at) return 'no number';
    if (at.missing === 'not due') continue;
    before.push(at);
    if (one !== body) merged.push(one.name);
  }
  const after = point(body, to);
  if (before.length === 0 || !after || after.missing === 'not due') return 'not there';
  if (after.value === null || before.some(({ value }) => value === null)) return 'no number';
  if (after.partYear || before.some(({ partYear }) => partYear)) return 'part year';
  return { from: tidy(before.reduce((sum, { value }) => sum + (value ?? 0), 0)), to: after.value, merged };
}

/** The body and all that were merged into it, one after the other where it went in steps. */
function mergedInto(body: string, merges: readonly Succession[]): Set<string> {
  const codes = new Set([body]);
  for (const code of codes) for (const { predecessor, successor } of merges) if (successor === code) codes.add(predecessor);
  return codes;
}

/** Amounts have two decimals; their binary sum would show more. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Where a body's line must not run on: nothing joins the year to the one before it in the comparison. */
export interface SeriesBreak {
  year: number;
  /** Of a merger: the sum of all predecessors in the year before, and who they are. */
  before?: { year: number; value: number; merged: string[] };
}

/** The comparison with each body's change over its years, and the breaks of its line. `everyone` as for `likeForLike`. */
export function withLikeForLike(comparison: Comparison, everyone: readonly ComparedBody[], successions: readonly Succession[]): Comparison {
  const { years, measure } = comparison;
  const [first, last] = [years[0], years.at(-1)];
  const ratio = measure.rate || measure.perHead;
  const bodies = comparison.bodies.map((body): ComparedBody => {
    const breaks = years.slice(1).flatMap((year, index): SeriesBreak[] => {
      const from = years[index] ?? year;
      const pair = likeForLike(body, everyone, successions, from, year);
      if (pair === 'split') return [{ year }];
      if (typeof pair === 'string' || pair.merged.length === 0) return [];
      // The rate of several bodies is no sum of rates: the line breaks, and says no more.
      return [{ year, ...(ratio ? {} : { before: { year: from, value: pair.from, merged: pair.merged } }) }];
    });
    const pair = first !== undefined && last !== undefined && first !== last && !ratio ? likeForLike(body, everyone, successions, first, last) : null;
    return { ...body, breaks, pair: pair === null || typeof pair === 'string' ? null : pair };
  });
  return { ...comparison, bodies };
}
