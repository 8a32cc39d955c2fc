/**
 * npm run fuzz -- [COUNT] [SEED]: COUNT changed reports (20,000), from a seed; prints what became of their figures
 * and every counterexample with its seed. Status 1 where a figure is silently wrong or inferred figures are wrong at 1 in
 * 10,000 or more.
 */
import { writeFileSync } from 'node:fs';
import { addTally, cellsOf, emptyTally, type Tally } from './judge.ts';
import { fuzzCase, judgeCase } from './fuzz-reports.ts';
import { printTallies } from './print-tallies.ts';

const numbers = process.argv.slice(2).filter((word) => /^\d+$/.test(word)).map(Number);
const [count = 20_000, seed = 1] = numbers;
const shown = Number(process.env.SHOW ?? 20);
const one = process.argv.find((word) => word.startsWith('--save='))?.slice('--save='.length);

const byFormat = new Map<string, Tally>();
const byChange = new Map<string, Tally>();
const tallyIn = (tallies: Map<string, Tally>, key: string): Tally => {
  const known = tallies.get(key) ?? emptyTally();
  tallies.set(key, known);
  return known;
};
const all = emptyTally();
let [examples, troubled, slowest] = [0, 0, 0];
const began = performance.now();

for (let at = 0; at < count; at++) {
  const made = fuzzCase(seed + at);
  const start = performance.now();
  const { tally, faults, trouble } = await judgeCase(made);
  slowest = Math.max(slowest, performance.now() - start);
  addTally(all, tally);
  addTally(tallyIn(byFormat, `${made.printer.format}, ${made.printer.form}`), tally);
  for (const kind of new Set(made.kinds.length > 0 ? made.kinds : ['none'])) addTally(tallyIn(byChange, kind), tally);
  if (trouble.length > 0) troubled++;
  const worst = faults.filter(({ outcome }) => outcome !== 'flagged though legible' || process.env.FLAGGED);
  if ((worst.length > 0 || trouble.length > 0) && examples++ < shown) {
    console.log(`seed ${made.seed}, ${made.printer.format} ${made.printer.form}: ${made.page.changes.join('; ') || 'unchanged'}`);
    for (const line of trouble.slice(0, 3)) console.log(`    trouble: ${line}`);
    for (const { outcome, id, said } of worst.slice(0, 4)) console.log(`    ${outcome}: ${id}: ${said}`);
  }
  if (one) writeFileSync(one, made.bytes);
}

printTallies('by format', byFormat);
printTallies('by change (a report with several counts under each)', byChange);
printTallies('all', new Map([['all', all]]));
const inferred = all['inferred right'] + all['inferred wrong'];
const rate = inferred === 0 ? 0 : all['inferred wrong'] / inferred;
console.log(`\n${count} reports from seed ${seed}, ${cellsOf(all)} figures, ${Math.round((performance.now() - began) / 1000)} s, slowest reading ${Math.round(slowest)} ms.`);
console.log(`Silently wrong ${all['silently wrong']}; inferred wrong ${all['inferred wrong']} of ${inferred} inferred (${(rate * 10_000).toFixed(2)} in 10,000); readings with other trouble ${troubled}.`);
process.exitCode = all['silently wrong'] > 0 || rate >= 1e-4 || troubled > 0 ? 1 : 0;
