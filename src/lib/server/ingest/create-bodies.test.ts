import { describe, expect, it } from 'vitest';
import type { WaitingBody } from '../queries/documents.ts';
import { proposeBodies } from './create-bodies.ts';

const waiting = (body: string | null, years: (number | null)[], scope: 'own' | 'rollup' | null = 'own'): WaitingBody =>
  ({ body, documents: years.map((year, index) => ({ sha256: `${body}${index}`, name: '', part: 1, year, scope, title: null, detail: {} })) });

describe('proposeBodies', () => {
  it('takes names that say the same as one body, the longest first', () => {
    const proposed = proposeBodies([waiting('民政局', [2023]), waiting('青禾县民政局', [2024, 2022, 2024]), waiting('青禾民政局', [2021]), waiting('水利局', [2024])], '青禾县');
    expect(proposed).toEqual([
      { name: '青禾县民政局', aliases: ['青禾民政局', '民政局'], kind: 'department', years: [2021, 2022, 2023, 2024], documents: 5 },
      { name: '水利局', aliases: [], kind: 'department', years: [2024], documents: 1 },
    ].sort((a, b) => new Intl.Collator('zh').compare(a.name, b.name)));
  });

  it('gives a short name that fits several bodies to none of them', () => {
    const proposed = proposeBodies([waiting('东县民政局', [2024]), waiting('西县民政局', [2024]), waiting('民政局', [2024])]);
    expect(proposed.map(({ name, aliases }) => [name, aliases])).toHaveLength(3);
  });

  it('leaves out documents without a name, and keeps the official order', () => {
    const proposed = proposeBodies([waiting(null, [2024]), waiting('白杨镇人民政府', [2024]), waiting('青禾县民政局', [null]), waiting('青禾县人民政府', [2024], 'rollup')]);
    expect(proposed.map(({ name, kind, years }) => [name, kind, years])).toEqual([
      ['青禾县人民政府', 'government', [2024]], ['青禾县民政局', 'department', []], ['白杨镇人民政府', 'township', [2024]],
    ]);
  });

  it('takes for a government who only reports for its area', () => {
    expect(proposeBodies([waiting('平潭综合实验区', [2023, 2024], 'rollup')])[0]?.kind).toBe('government');
    expect(proposeBodies([waiting('青禾开发区管理委员会', [2023], 'rollup')])[0]?.kind).toBe('government');
    expect(proposeBodies([waiting('青禾开发区管理委员会', [2023], 'own')])[0]?.kind).toBe('zone');
    expect(proposeBodies([waiting('青禾县民政局', [2023], 'rollup')])[0]?.kind).toBe('department');
  });
});
