import { describe, expect, it } from 'vitest';
import { APPLICANTS } from '../form/table-three.ts';
import { carryOvers, type CarryReport, type CarrySuccession } from './carry-over.ts';

const report = (body: string, year: number, forward: number | null, taken: number | null): CarryReport => ({
  body, year, values: Object.fromEntries(APPLICANTS.flatMap((who) => [[`t3.carried_forward.${who}`, forward], [`t3.carried_in.${who}`, taken]])),
});
const states = (reports: CarryReport[], successions: CarrySuccession[] = []): string[] => carryOvers(reports, successions).map(({ body, year, state, from }) => `${body} ${year} ${state} ${from.join('+')}`);
const merger = (predecessor: string, successor: string, kind: CarrySuccession['kind'] = 'merged'): CarrySuccession => ({ predecessor, successor, kind, happenedOn: '2024-05-01' });

describe('carry-over', () => {
  it('agrees, differs, or is unknown; the first year has none', () => {
    expect(states([report('a', 2023, 2, 0), report('a', 2024, 1, 2), report('a', 2025, 0, 0)])).toEqual(['a 2024 even a', 'a 2025 differs a']);
    expect(states([report('a', 2022, 2, 0), report('a', 2024, 1, 2)])).toEqual(['a 2024 unknown a']);
    expect(states([report('a', 2023, null, 0), report('a', 2024, 1, 2)])).toEqual(['a 2024 unknown a']);
    expect(states([report('a', 2023, 1, 0), report('a', 2024, 1, null)])).toEqual(['a 2024 unknown a']);
  });
  it('sums the predecessors of a merger, with the body’s own report where it had one', () => {
    const before = [report('a', 2023, 2, 0), report('b', 2023, 3, 0)];
    expect(states([...before, report('c', 2024, 0, 5)], [merger('a', 'c'), merger('b', 'c')])).toEqual(['c 2024 even a+b']);
    expect(states([...before, report('a', 2024, 0, 5)], [merger('b', 'a')])).toEqual(['a 2024 even a+b']);
    expect(states([...before, report('a', 2024, 0, 4)], [merger('b', 'a')])).toEqual(['a 2024 differs a+b']);
    expect(states([...before, report('a', 2024, 0, 5)], [{ ...merger('b', 'a'), happenedOn: '2023-05-01' }])).toEqual(['a 2024 differs a']);
  });
  it('does not hold numbers against each other where functions moved', () => {
    expect(states([report('a', 2023, 2, 0), report('a', 2024, 0, 5)], [merger('b', 'a', 'functions_moved')])).toEqual(['a 2024 moved a']);
  });
  it('is given for each kind of applicant', () => {
    const [year] = carryOvers([report('a', 2023, 2, 0), { ...report('a', 2024, 0, 2), values: { ...report('a', 2024, 0, 2).values, 't3.carried_in.natural': 1 } }], []);
    expect(year?.cells.filter(({ left, taken }) => left !== taken)).toEqual([{ applicant: 'natural', left: 2, taken: 1 }]);
  });
});
