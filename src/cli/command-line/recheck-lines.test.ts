import { describe, expect, it } from 'vitest';
import type { RecheckedReport } from '../../lib/server/ingest/recheck.ts';
import { recheckLine, recheckSummaryLines } from './recheck-lines.ts';

const report: RecheckedReport = { kind: 'report', body: '青禾县民政局', year: 2024, scope: 'rollup', version: 2, failing: ['T4-SUM'], passing: ['T3-BALANCE'] };

describe('lines of a recheck', () => {
  it('name what newly fails and passes', () => {
    expect(recheckLine(report)).toMatch(/^青禾县民政局 {2}2024年（汇总） {2}第2稿 {2}＋.+（T4-SUM） {2}－收办不平衡（T3-BALANCE）$/);
  });
  it('sum by check, and say whether it was stored', () => {
    const summary = { county: { code: '990101', name: '青禾县' }, catalogueVersion: 6, reports: 9, stored: false };
    const lines = recheckSummaryLines([report, { ...report, passing: [] }], summary);
    expect(lines[0]).toContain('重审9份，有变2份');
    expect(lines[1]).toContain('（T3-BALANCE）：新出现0份，不再出现1份');
    expect(lines[2]).toContain('（T4-SUM）：新出现2份，不再出现0份');
    expect(lines.at(-1)).toContain('只看未存');
    expect(recheckSummaryLines([], { ...summary, stored: true }).at(-1)).toContain('人工认定不变');
  });
});
