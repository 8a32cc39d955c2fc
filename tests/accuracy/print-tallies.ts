/** Tables of outcomes as Markdown, to be copied into README as they are. */
import { cellsOf, OUTCOMES, type Tally } from './judge.ts';

export function tableOfTallies(name: string, tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, tally]) => `| ${key} | ${cellsOf(tally)} | ${OUTCOMES.map((outcome) => tally[outcome]).join(' | ')} |`);
  return [`| ${name} | figures | ${OUTCOMES.join(' | ')} |`, `|---|${'---:|'.repeat(OUTCOMES.length + 1)}`, ...rows].join('\n');
}

export function printTallies(name: string, tallies: ReadonlyMap<string, Tally>): void {
  console.log(`\n${tableOfTallies(name, tallies)}`);
}
