import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureDefinition, type FigureId } from '../form/figures.ts';
import { CASE_GROUPS, CASE_RESULTS } from '../form/table-four.ts';
import { APPLICANTS, tableThreeRows } from '../form/table-three.ts';
import type { StatutoryCell } from '../recognition/report.ts';
import type { Figure, Figures } from './figure.ts';
import { inferGlued } from './infer-glued.ts';
import { readCell } from './read-cell.ts';
import { splitsOf } from './split-run.ts';

type Values = Record<FigureId, number | null>;
const row = (key: string): FigureId[] => APPLICANTS.map((applicant) => `t3.${key}.${applicant}`);
const FOUR: FigureId[] = CASE_GROUPS.flatMap((group) => CASE_RESULTS.map((result) => `t4.${group}.${result}`));
const ROWS = tableThreeRows('2021');

/** A consistent table 三 from the results of each applicant and what was carried over. */
function tableOf(results: number[][], carriedIn: number[], carriedForward: number[]): Values {
  const values: Values = {};
  const write = (key: string, numbers: number[]): void => row(key).forEach((id, index) => (values[id] = index < 6 ? numbers[index]! : numbers.reduce((a, b) => a + b, 0)));
  const processed = [0, 1, 2, 3, 4, 5].map((column) => results.reduce((sum, numbers) => sum + numbers[column]!, 0));
  ROWS.filter(({ outcome }) => outcome).forEach(({ key }, index) => write(key, results[index]!));
  write('processed', processed);
  write('carried_in', carriedIn);
  write('carried_forward', carriedForward);
  write('received', processed.map((value, column) => value + carriedForward[column]! - carriedIn[column]!));
  return values;
}

/** The figures as they are after glueing the rows: of each row one run, spaced as `space` says. */
function glue(values: Values, rows: FigureId[][], space = ''): { cells: StatutoryCell[]; figures: Figures } {
  const figures: Figures = {};
  const cells: StatutoryCell[] = [];
  rows.forEach((ids, block) => {
    const raw = ids.map((id) => values[id] ?? '').join(space).trim();
    for (const figure of ids) {
      const at = { block, chars: [3, 3 + raw.length] as [number, number] };
      cells.push({ figure, raw, at, indistinct: true });
      figures[figure] = { value: null, missing: 'unreadable', raw, at };
    }
  });
  return { cells, figures };
}
const THREE = ROWS.map(({ key }) => row(key));
const infer = ({ cells, figures }: { cells: StatutoryCell[]; figures: Figures }): Figures => {
  inferGlued(cells, figures);
  return figures;
};

const cell = fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: fc.nat(400) });
const table = fc.record({
  results: fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 21, maxLength: 21 }),
  carried: fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }), forward: fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
}).map(({ results, carried, forward }) => tableOf(results, carried.map((value, column) => Math.min(value, results.reduce((sum, numbers) => sum + numbers[column]!, 0) + forward[column]!)), forward));

describe('table 三', () => {
  it('a consistent table is inferred or left open, and never wrong', () => {
    let inferred = 0;
    fc.assert(fc.property(table, (values) => {
      for (const [id, figure] of Object.entries(infer(glue(values, THREE)))) {
        if (figure.inferred) {
          expect(figure.value, id).toBe(values[id]);
          inferred++;
        } else if (figure.candidates && figure.candidates.length < 12) expect(figure.candidates).toContain(values[id]);
      }
    }), { numRuns: 60, endOnFailure: true });
    expect(inferred).toBeGreaterThan(1000);
  });

  const zeros = Array.from({ length: 21 }, () => [0, 0, 0, 0, 0, 0]);
  const simple = tableOf([[4, 0, 0, 0, 0, 0], [11, 0, 0, 0, 0, 0], ...zeros.slice(2)], [0, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0]);

  it('a split that only the columns decide: 110000011 is 11 and 11, not 1, 10 and 11', () => {
    const figures = infer(glue(simple, THREE));
    expect(row('granted_in_part').map((id) => figures[id]!.value)).toEqual([11, 0, 0, 0, 0, 0, 11]);
    expect(figures['t3.granted_in_part.natural']).toMatchObject({ raw: '11', at: { chars: [3, 5] }, inferred: expect.stringContaining('勾稽关系') });
    expect(figures['t3.granted_in_part.total']).toMatchObject({ raw: '11', at: { chars: [10, 12] } });
  });

  it('where two tables keep all identities, the figures in which they differ stay open', () => {
    // Result and 总计 row alike: both may be 11, 0 or 1, 10.
    const values = tableOf([[0, 0, 0, 0, 0, 0], [11, 0, 0, 0, 0, 0], ...zeros.slice(2)], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]);
    const figures = infer(glue(values, THREE));
    expect(figures['t3.processed.natural']).toMatchObject({ value: null, missing: 'unreadable', candidates: [1, 11] });
    expect(figures['t3.processed.business']).toMatchObject({ value: null, candidates: [0, 10] });
    expect(figures['t3.processed.total']).toMatchObject({ value: 11 });
    expect(figures['t3.granted.natural']).toMatchObject({ value: 0 });
  });

  it('a table that breaks an identity is not inferred, apart from rows of seven zeros', () => {
    const broken = { ...simple, 't3.processed.natural': 14, 't3.processed.total': 14 };
    const figures = infer(glue(broken, THREE));
    expect(figures['t3.granted.natural']).toMatchObject({ value: null, missing: 'unreadable', candidates: [4] });
    expect(figures['t3.refused.state_secret.natural']).toMatchObject({ value: 0, inferred: expect.stringContaining('0') });
  });

  it('six zeros for seven cells: which one is blank cannot be told', () => {
    const figures = infer(glue({ ...simple, 't3.refused.third_party.other': null }, THREE, ' '));
    for (const id of row('refused.third_party')) expect(figures[id]).toMatchObject({ value: null, missing: 'unreadable' });
    expect(figures['t3.granted.natural']).toMatchObject({ value: 4 });
  });

  it('the year of a sentence that runs on belongs to no cell', () => {
    const glued = glue(simple, THREE);
    const cells = glued.cells.map((entry) => (entry.figure.startsWith('t3.carried_forward.') ? { ...entry, raw: `${entry.raw}2025`, runsOn: '年，我局' } : entry));
    expect(infer({ ...glued, cells })['t3.carried_forward.natural']).toMatchObject({ value: 2 });
  });

  it('legible rows take part in the proof', () => {
    const { cells, figures } = glue(simple, [row('granted_in_part'), row('processed')]);
    THREE.flat().filter((id) => !(id in figures)).forEach((figure, block) => {
      const raw = String(simple[figure]);
      cells.push({ figure, raw, at: { block: 100 + block } });
      figures[figure] = { ...readCell(raw, figureDefinition(figure)), raw, at: { block: 100 + block } };
    });
    inferGlued(cells, figures);
    expect(figures['t3.processed.natural']).toMatchObject({ value: 15 });
  });
});

describe('table 四', () => {
  const group = fc.tuple(cell, cell, cell, cell).map((results) => [...results, results.reduce((a, b) => a + b, 0)]);
  it('is inferred or left open, and never wrong, spaced or not', () => {
    fc.assert(fc.property(group, group, group, fc.constantFrom('', ' '), (a, b, c, space) => {
      const values: Values = Object.fromEntries([...a, ...b, ...c].map((value, index) => [FOUR[index]!, value]));
      for (const [id, figure] of Object.entries(infer(glue(values, [FOUR], space)))) if (figure.inferred) expect(figure.value, id).toBe(values[id]);
    }), { numRuns: 60, endOnFailure: true });
  });
  it('fifteen zeros are fifteen zeros', () => {
    const figures = infer(glue(Object.fromEntries(FOUR.map((id) => [id, 0])), [FOUR]));
    expect(FOUR.map((id) => figures[id]!.value)).toEqual(new Array(15).fill(0));
  });
});

describe('table 二', () => {
  it('is never cut', () => {
    const ids = ['t2.rules.issued', 't2.rules.repealed', 't2.rules.in_force'];
    const before = glue({ [ids[0]!]: 0, [ids[1]!]: 0, [ids[2]!]: 0 }, [ids]);
    const figures: Record<string, Figure> = infer(before);
    for (const id of ids) expect(figures[id]).toMatchObject({ value: null, missing: 'unreadable', raw: '000' });
  });
});

describe('splits of a run', () => {
  it('finds every cut without leading zeros, blanks included', () => {
    const all = splitsOf('101', 2, () => true)!.map(({ values }) => values);
    expect(all).toEqual(expect.arrayContaining([[10, 1], [101, null], [null, 101]]));
    expect(all).toHaveLength(3);
  });
  it('keeps spaces as borders', () => expect(splitsOf('1 01', 3, () => true)!.map(({ values }) => values)).toEqual([[1, 0, 1]]));
  it('gives up on what is too much to look at', () => expect(splitsOf('123456789'.repeat(8), 15, () => true)).toBeNull());
  it('cuts nothing but digits', () => expect(splitsOf('2648-18538', 3, () => true)).toBeNull());
});
