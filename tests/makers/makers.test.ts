/** The makers' own copy of the form against the contract, and the lawfulness of what they draw. */
import { describe, expect, it } from 'vitest';
import { committed, rowsOf } from '../support/contract.ts';
import { PRINTERS } from './documents.ts';
import { APPLICANTS, CASE_GROUPS, CASE_RESULTS, figureIds, resultRows, type Edition } from './form.ts';
import { lawfulReport } from './lawful.ts';
import { change, CHANGES } from './mutate.ts';
import { pageOf } from './page.ts';
import { seeded } from './random.ts';

const EDITIONS: Edition[] = ['2019', '2021'];
const contract = rowsOf(committed('figures.csv'));

describe('the form as the makers draw it', () => {
  it.each(EDITIONS)('has the figures of the contract: %s', (edition) => {
    expect(figureIds(edition).sort()).toEqual(contract.filter((row) => row[`edition_${edition}`] === '1').map((row) => row['figure']).sort());
  });
});

describe('lawful reports', () => {
  it('keep every identity, with empty cells as nothing', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { edition, numbers } = lawfulReport(seeded(seed));
      const of = (id: string): number => numbers.get(id) ?? 0;
      const sum = (ids: string[]): number => ids.reduce((total, id) => total + of(id), 0);
      for (const applicant of APPLICANTS) {
        expect(of(`t3.received.${applicant}`) + of(`t3.carried_in.${applicant}`)).toBe(of(`t3.processed.${applicant}`) + of(`t3.carried_forward.${applicant}`));
        expect(sum(resultRows(edition).map((row) => `t3.${row}.${applicant}`))).toBe(of(`t3.processed.${applicant}`));
      }
      for (const row of [...resultRows(edition), 'received', 'processed']) expect(sum(APPLICANTS.slice(0, 6).map((applicant) => `t3.${row}.${applicant}`))).toBe(of(`t3.${row}.total`));
      for (const group of CASE_GROUPS) expect(sum(CASE_RESULTS.slice(0, 4).map((result) => `t4.${group}.${result}`))).toBe(of(`t4.${group}.total`));
    }
  });

  it('are the same for the same seed, byte by byte', () => {
    for (const { print } of PRINTERS) expect(print(pageOf(lawfulReport(seeded(7))), seeded(8))).toEqual(print(pageOf(lawfulReport(seeded(7))), seeded(8)));
  });
});

describe('changes', () => {
  it.each(Object.keys(CHANGES))('%s: is made, and leaves the truth of every figure known', (kind) => {
    let made = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const page = pageOf(lawfulReport(seeded(seed)));
      change(page, seeded(seed), [kind]);
      made += page.changes.length;
      expect([...page.truth.keys()].sort()).toEqual(figureIds(page.edition).sort());
    }
    expect(made).toBeGreaterThan(10);
  });
});
