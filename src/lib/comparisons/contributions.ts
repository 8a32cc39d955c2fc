/**
 * 增减来源: where the change of a sum between two years comes from. Like for like only: bodies with a number in both
 * years, a merged body against the sum of its predecessors; whoever has none on one side is named and not counted.
 */
import { point } from './series.ts';
import type { ComparedBody, Comparison } from './compare-figures.ts';

/** What the register knows of who took over from whom. `happenedOn` is YYYY-MM-DD. */
export interface Succession {
  predecessor: string;
  successor: string | null;
  kind: 'merged' | 'split' | 'functions_moved' | 'abolished';
  happenedOn: string;
}

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

/** Throws nothing; rates have no contributions, so a comparison of a rate gives none. */
export function contributions(comparison: Comparison, successions: readonly Succession[], from: number, to: number, most = FEWEST_SHOWN): Contributions {
  const bodies = comparison.bodies.filter((body) => body.summed);
  const byCode = new Map(bodies.map((body) => [body.body, body]));
  const between = successions.filter(({ happenedOn }) => Number(happenedOn.slice(0, 4)) > from && Number(happenedOn.slice(0, 4)) <= to);
  const broken = new Set(between.filter(({ kind }) => kind === 'split' || kind === 'functions_moved').flatMap(({ predecessor, successor }) => [predecessor, ...(successor === null ? [] : [successor])]));
  const mergedInto = new Map(between.flatMap(({ kind, predecessor, successor }) => (kind === 'merged' && successor !== null ? [[predecessor, successor] as const] : [])));
  const found: Contribution[] = [];
  const left: string[] = [];
  for (const body of bodies) {
    // A predecessor is counted with its successor, where that is among the bodies compared.
    const successor = mergedInto.get(body.body);
    if (successor !== undefined && byCode.has(successor)) continue;
    const predecessors = [...mergedInto].flatMap(([code, into]) => (into === body.body ? (byCode.get(code) ?? []) : []));
    const before = [body, ...predecessors].map((entry) => point(entry, from)).filter((at) => at !== undefined && at.missing !== 'not due');
    const after = point(body, to);
    const known = before.flatMap((at) => (at && at.value !== null ? [at.value] : []));
    if (broken.has(body.body) || known.length === 0 || known.length < before.length || !after || after.value === null) {
      if (before.length > 0 || (after && after.missing !== 'not due')) left.push(body.name);
      continue;
    }
    const sum = known.reduce((so, value) => so + value, 0);
    found.push({ body: body.body, name: body.name, merged: predecessors.map(nameOf), from: sum, to: after.value, change: tidy(after.value - sum), ...(after.link === undefined ? {} : { link: after.link }) });
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

const nameOf = (body: ComparedBody): string => body.name;
/** Amounts have two decimals; their binary difference would show more. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
