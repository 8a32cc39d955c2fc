/**
 * 增减来源: where the change of a sum between two years comes from. Like for like only: bodies with a number in both
 * years, a merged body against the sum of its predecessors; whoever has none on one side is named and not counted.
 */
import type { ComparedBody, Comparison } from './compare-figures.ts';
import { likeForLike, tidy, type Succession } from './like-for-like.ts';
import { point } from './series.ts';

export interface Contribution {
  /** Code of the body. */
  body: string;
  name: string;
  /** Names of the bodies that were merged into it: their numbers are in `from`. */
  merged: string[];
  from: number;
  to: number;
  change: number;
  link?: string;
}
export interface Contributions {
  from: number;
  to: number;
  /** Sums over the like-for-like bodies. */
  before: number;
  after: number;
  /** Largest change first, at most `most`; a body without change is in the rest. */
  bodies: Contribution[];
  /** The other like-for-like bodies together (其余n家). */
  rest: { n: number; change: number };
  /** Names of bodies that are not like for like: no number in one of the years, split, or with functions moved. */
  left: string[];
}

const FEWEST_SHOWN = 12;

/**
 * Throws nothing; rates have no contributions, so a comparison of a rate gives none. `everyone`: all bodies of the measure
 * and years, so that predecessors that were not chosen are counted all the same.
 */
export function contributions(
  comparison: Comparison, successions: readonly Succession[], from: number, to: number, everyone: readonly ComparedBody[] = comparison.bodies, most = FEWEST_SHOWN,
): Contributions {
  const found: Contribution[] = [];
  const left: string[] = [];
  for (const body of comparison.bodies.filter(({ summed }) => summed)) {
    const pair = likeForLike(body, everyone, successions, from, to);
    if (typeof pair === 'string') {
      // A body that is there in neither year, or that is counted with its successor, is not left out of anything.
      const there = [from, to].some((year) => (point(body, year)?.missing ?? 'not due') !== 'not due' || point(body, year)?.value !== null);
      if (there && (pair !== 'merged away' || !counted(body, comparison, successions, from, to))) left.push(body.name);
      continue;
    }
    const link = point(body, to)?.link;
    found.push({ body: body.body, name: body.name, merged: pair.merged, from: pair.from, to: pair.to, change: tidy(pair.to - pair.from), ...(link === undefined ? {} : { link }) });
  }
  const changed = found.filter(({ change }) => change !== 0).sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.body < b.body ? -1 : 1));
  const shown = changed.slice(0, most);
  const rest = found.filter((entry) => !shown.includes(entry));
  const total = (of: (entry: Contribution) => number, entries: Contribution[]): number => tidy(entries.reduce((so, entry) => so + of(entry), 0));
  return {
    from, to, before: total((entry) => entry.from, found), after: total((entry) => entry.to, found), bodies: shown,
    rest: { n: rest.length, change: total((entry) => entry.change, rest) }, left,
  };
}

/** The body that it was merged into is among those compared. */
function counted(body: ComparedBody, comparison: Comparison, successions: readonly Succession[], from: number, to: number): boolean {
  const next = successions.find(({ kind, predecessor, happenedOn }) => kind === 'merged' && predecessor === body.body && Number(happenedOn.slice(0, 4)) > from && Number(happenedOn.slice(0, 4)) <= to)?.successor;
  const successor = comparison.bodies.find((entry) => entry.body === next);
  return successor !== undefined;
}
