import { describe, expect, it } from 'vitest';
import { progressLine, rereadLines, rereadSummaryLines } from './reread-lines.ts';
import type { RereadReport } from '../../lib/server/ingest/reread.ts';

const REPORT: RereadReport = {
  kind: 'report', file: 'a.html', body: '青禾县民政局', year: 2024, scope: 'own', version: 3, state: 'current', kept: null,
  figures: [
    { figure: 't3.received.total', before: { value: 95, inferred: false }, after: { value: 5, inferred: false }, corrected: { kind: 'reading_corrected', value: 5, agrees: true } },
    { figure: 't3.granted.total', before: { value: null, missing: 'unreadable', inferred: false }, after: { value: 0, inferred: true } },
  ],
  appeared: [{ check: 'T3-SUM', level: 'query', message: '甲。' }], gone: [{ check: 'T3-BALANCE', level: 'error', message: '乙。' }],
};
const SUMMARY = { county: { code: '990101', name: '青禾县' }, readerVersion: 3, documents: 4, reports: 3, kept: false };

describe('lines of reading again', () => {
  it('tell of a report its figures, corrections and findings', () => {
    const lines = rereadLines(REPORT);
    expect(lines[0]).toBe('青禾县民政局  2024年  第3稿（现用）  ← a.html');
    expect(lines[1]).toMatch(/：95 → 5；已识读更正为5，现在读出的数与更正相同$/);
    expect(lines[2]).toMatch(/：缺（.+） → 0（推定）$/);
    expect(lines.slice(3)).toEqual(['  ＋疑点：甲。', '  －差错：乙。']);
    expect(rereadLines({ ...REPORT, kept: 4 }).at(-1)).toBe('  已存为第4稿');
    expect(rereadLines({ ...REPORT, figures: [], appeared: [], gone: [] })[1]).toContain('数字不变');
  });

  it('say of what is not read any more that it stays', () => {
    const of = { file: 'a.pdf', body: '青禾县民政局', year: 2024, scope: 'rollup', version: 1 } as const;
    expect(rereadLines({ kind: 'lost', ...of, why: { unreadable: 'damaged', format: 'pdf' }, readAs: null }).join('\n')).toMatch(/（汇总）[\s\S]*现在读不出（.+）；保留原来的识读/);
    expect(rereadLines({ kind: 'lost', ...of, why: null, readAs: { body: '青禾县教育局', year: 2024 } })[1]).toContain('现在读作青禾县教育局 2024');
  });

  it('end with the sums, and with what to do', () => {
    const [, sums, end] = rereadSummaryLines([REPORT, { ...REPORT, figures: [], appeared: [], gone: [] }], SUMMARY);
    expect(sums).toBe('青禾县（990101）：用第3版识读程序重读文件4份，比对年报3份；数字有变1份（2格），只有位置或文字有变1份；问题增加1条，消失1条；与更正相同1格。');
    expect(end).toContain('--keep');
    expect(rereadSummaryLines([{ ...REPORT, kept: 4 }, REPORT], { ...SUMMARY, kept: true }).at(-1)).toBe('已保存1份为新的一稿，人工更正照旧适用。另有1份在重读期间被改动，没有保存，请再运行一次。');
    expect(rereadSummaryLines([], SUMMARY).at(-1)).toBe('没有需要保存的变化。');
  });

  it('show progress by tenths where it is no terminal, else in one line', () => {
    const lines = Array.from({ length: 40 }, (_, index) => progressLine({ done: index + 1, of: 40 }, false)).filter((line) => line !== null);
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe('已重读 40 / 40\n');
    expect(progressLine({ done: 3, of: 40 }, true)).toBe('\r已重读 3 / 40');
  });
});
