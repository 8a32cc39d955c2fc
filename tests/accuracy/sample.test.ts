/** A fixed sample of `npm run fuzz` and of its unchanged reports: what is silently wrong there must be nothing. */
import { describe, expect, it } from 'vitest';
import { cellsOf, emptyTally, addTally } from './judge.ts';
import { fuzzCase, judgeCase } from './fuzz-reports.ts';

const SIZE = 120;

async function sample(first: number, changed: boolean): Promise<{ tally: ReturnType<typeof emptyTally>; wrong: string[] }> {
  const tally = emptyTally();
  const wrong: string[] = [];
  for (let seed = first; seed < first + SIZE; seed++) {
    const one = fuzzCase(seed, changed);
    const { tally: own, faults, trouble } = await judgeCase(one);
    addTally(tally, own);
    const shown = faults.filter(({ outcome }) => outcome !== 'flagged though legible' || !changed);
    if (shown.length > 0 || trouble.length > 0) wrong.push(`seed ${seed}, ${one.printer.form}: ${one.page.changes.join('; ')}: ${[...trouble, ...shown.map(({ id, said }) => `${id}: ${said}`)].slice(0, 3).join(' | ')}`);
  }
  return { tally, wrong };
}

describe('random lawful reports in every form', { timeout: 120_000 }, () => {
  it('as they are: read back equal; nothing wrong, and nothing flagged that is kept apart', async () => {
    const { tally, wrong } = await sample(1, false);
    expect(wrong).toEqual([]);
    expect(tally).toMatchObject({ 'silently wrong': 0, 'inferred wrong': 0, 'flagged though legible': 0 });
    expect(tally.exact).toBeGreaterThan(0.8 * cellsOf(tally));
    expect(tally['inferred right']).toBeGreaterThan(0);
  });

  it('changed: nothing silently wrong, nothing inferred wrong', async () => {
    const { tally, wrong } = await sample(50_001, true);
    expect(wrong).toEqual([]);
    expect(tally).toMatchObject({ 'silently wrong': 0, 'inferred wrong': 0 });
    expect(tally['flagged illegible']).toBeGreaterThan(0);
  });
});
