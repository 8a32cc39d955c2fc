import { describe, expect, it } from 'vitest';
import { committed, isThere, original, rowsOf, textOf } from '../../../tests/support/contract.ts';
import { CATALOGUE, catalogueEntry, isWritten, NEIGHBOUR_CHECKS, PEER_CHECKS, REPORT_CHECKS, SITUATION_CHECKS, TEXT_CHECKS, WRITTEN } from './catalogue.ts';
import { LEVELS } from './finding.ts';

const FIRST = [
  'ST-SECTION-MISSING', 'ST-TABLE-MISSING', 'ST-OLD-TEMPLATE', 'ST-OTHER-UNDIVIDED', 'ST-LABEL-DRIFT', 'CELL-BLANK', 'CELL-SLASH', 'CELL-TEXT', 'CELL-NONINT',
  'CELL-NEGATIVE', 'T2-RULE-POWER', 'T3-BALANCE', 'T3-RESULT-SUM', 'T3-ROW-TOTAL', 'T4-SUM', 'XY-CARRY', 'TIME-MISSING',
];

describe('catalogue of checks', () => {
  const contract = rowsOf(committed('checks.csv'));

  it('has every check of the contract, with its level, family and basis', () => {
    const inOrder = (a: { check?: string }, b: { check?: string }) => ((a.check ?? '') < (b.check ?? '') ? -1 : 1);
    expect(contract).toHaveLength(121);
    expect(CATALOGUE.map(({ id, levels, family, basis }) => ({ check: id, level: levels[0], family, basis })).sort(inOrder))
      .toEqual(contract.map(({ check, level, family, basis }) => ({ check, level, family, basis })).sort(inOrder));
  });

  it('names further levels only where the method of the contract does', () => {
    for (const { check = '', method = '' } of contract)
      for (const level of LEVELS) {
        const entry = catalogueEntry(check);
        if (entry && entry.levels[0] !== level) expect(entry.levels.includes(level), `${check} ${level}`).toBe(new RegExp(`\\b${level}\\b`, 'u').test(method));
      }
  });

  it('has the first seventeen checks written, and others; a planned one has no function', () => {
    expect(WRITTEN.map(({ id }) => id)).toEqual(expect.arrayContaining(FIRST));
    for (const entry of CATALOGUE) expect('run' in entry, entry.id).toBe(isWritten(entry));
    expect([...REPORT_CHECKS, ...NEIGHBOUR_CHECKS, ...PEER_CHECKS, ...TEXT_CHECKS, ...SITUATION_CHECKS].map(({ id }) => id).sort()).toEqual(WRITTEN.map(({ id }) => id).sort());
  });

  it('has no id twice', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
  });

  it.skipIf(!isThere(original('checks.csv')))('has a copy that equals ../shared/checks.csv (skipped where its folder, with ../shared/reports, is absent)', () => {
    expect(textOf(committed('checks.csv'))).toBe(textOf(original('checks.csv')));
  });
});
