/** Timing: repeated after a warm-up, told as median with the 10th and 90th percentile. */
export interface Timing {
  runs: number;
  warmUp: number;
  /** Milliseconds. */
  median: number;
  p10: number;
  p90: number;
}

export function timingOf(samples: number[], warmUp: number): Timing {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { runs: sorted.length, warmUp, median: at(0.5), p10: at(0.1), p90: at(0.9) };
}

/** Times a function, or what it promises. */
export async function measure(work: () => unknown, runs = 100, warmUp = 30): Promise<Timing> {
  const samples: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const began = performance.now();
    await work();
    if (run >= 0) samples.push(performance.now() - began);
  }
  return timingOf(samples, warmUp);
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
export const spread = (timing: Timing): string => `${ms(timing.median)} (p10 ${ms(timing.p10)}, p90 ${ms(timing.p90)}, ${timing.runs} runs after ${timing.warmUp})`;
