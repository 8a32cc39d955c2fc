import { describe, expect, it } from 'vitest';
import type { ExtractedReport } from '../../lib/server/ingest/extract-lines.ts';
import { findingLines } from './finding-lines.ts';

const report: ExtractedReport = { file: 'a.txt', body: '青禾县民政局', year: 2024, edition: '2021', scope: 'own', drift: [], sections: [], figures: {}, findings: [] };

describe('lines of a report', () => {
  it('name findings in words with their sentence; a folded one is part of another', () => {
    expect(findingLines({ ...report, part: 2, findings: [
      { check: 'NARR-R1', level: 'query', message: '正文写“收到3件”。', figures: [], quote: '全年收到3件。' }, { check: 'T3-BALANCE', level: 'error', message: '相差1件。', figures: [], foldedUnder: 'T3-STRAY' },
    ] })).toEqual(['青禾县民政局  2024年  ← a.txt（第2份）', '  疑点：正文写“收到3件”。', '    原句：全年收到3件。']);
    expect(findingLines({ ...report, body: null, year: null })).toEqual(['（未识别单位）  （未识别年度）  ← a.txt', '  没有发现问题']);
  });
});
