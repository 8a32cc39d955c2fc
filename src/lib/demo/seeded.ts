/**
 * A seeded generator, so that the fictional county is the same on every machine and in every year: the room has no
 * clock and no other chance. Each draw is seeded by what it is about ('109/2024/applications'), so that adding a body
 * leaves all others as they were.
 */
export interface Seeded {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different members, in drawn order; all of them where the list is shorter. */
  some<T>(list: readonly T[], count: number): T[];
  /** A Poisson count. */
  count(mean: number): number;
  /** A key, by its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

export function seeded(seed: string): Seeded {
  // FNV-1a over the code units, then mulberry32.
  let state = 2166136261;
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 16777619);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[whole(0, list.length - 1)];
    if (chosen === undefined) throw new Error('Nothing to pick from');
    return chosen;
  };
  return {
    next,
    whole,
    pick,
    chance: (probability) => next() < probability,
    some: (list, count) => {
      const rest = [...list];
      const drawn = [];
      while (rest.length > 0 && drawn.length < count) drawn.push(...rest.splice(whole(0, rest.length - 1), 1));
      return drawn;
    },
    count: (mean) => {
      const limit = Math.exp(-mean);
      let [drawn, product] = [0, next()];
      while (product > limit) {
        product *= next();
        drawn += 1;
      }
      return drawn;
    },
    weighted: <K extends string>(weights: Readonly<Record<K, number>>) => {
      const keys = Object.keys(weights) as K[];
      let rest = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      const found = keys.find((key) => (rest -= weights[key]) < 0) ?? keys.at(-1);
      if (found === undefined) throw new Error('No weights');
      return found;
    },
  };
}
