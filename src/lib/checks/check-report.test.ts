import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeFigures, wholeReport, type Cell } from '../../../tests/support/whole-report.ts';
import { FIGURES } from '../form/figures.ts';
import { MISSING_REASONS, type Figure } from '../figures/figure.ts';
import { REPORT_CHECKS } from './catalogue.ts';
import { checkNeighbours, checkReport } from './check-report.ts';
import type { CheckedReport } from './finding.ts';
import { wordFinding } from './wording.ts';

const anyFigure: fc.Arbitrary<Figure> = fc.oneof(
  fc.record({ value: fc.integer({ min: -5, max: 5 }), raw: fc.string(), at: fc.constant(null) }),
  fc.record({ value: fc.constant(null), missing: fc.constantFrom(...MISSING_REASONS), raw: fc.option(fc.string()), at: fc.constant(null) }),
);
const anyEvidence = fc.array(fc.record({
  from: fc.constantFrom('title' as const, 'signature' as const, 'metadata' as const, 'file name' as const, 'period' as const, 'first person' as const), value: fc.constantFrom('2024', '2023', '青禾县民政局', '青禾县水利局', '我局', '全县各行政机关'),
}), { maxLength: 4 });
const anyReport: fc.Arbitrary<CheckedReport> = fc.record({
  body: fc.option(fc.oneof(fc.string(), fc.constantFrom('青禾县民政局', '江安市', '河川省人民政府'))),
  year: fc.option(fc.integer({ min: 2019, max: 2030 })),
  edition: fc.constantFrom('2019' as const, '2021' as const),
  scope: fc.constant(null),
  title: fc.option(fc.string()),
  period: fc.option(fc.constant({ from: '2024-01-01', to: '2024-11-30' })),
  dated: fc.option(fc.constantFrom('2023-05-01', '2025-01-15')),
  evidence: fc.record({ body: anyEvidence, year: anyEvidence, scope: anyEvidence }),
  opening: fc.option(fc.string()),
  extraRows: fc.array(fc.record({ table: fc.constantFrom('二' as const, '三' as const), label: fc.string(), cells: fc.array(fc.string()), at: fc.constant({ block: 0 }) }), { maxLength: 2 }),
  sections: fc.array(fc.record({ number: fc.integer({ min: 0, max: 7 }), title: fc.string(), text: fc.string(), at: fc.constant({ block: 0 }) }), { maxLength: 8 }),
  figures: fc.dictionary(fc.oneof(fc.constantFrom(...FIGURES.map(({ id }) => id)), fc.string()), anyFigure, { maxKeys: 60 }),
  drift: fc.array(fc.record({
    kind: fc.constantFrom('label' as const, 'old_table' as const, 'other_undivided' as const, 'row_missing' as const),
    table: fc.constantFrom('二' as const, '三' as const, '四' as const), printed: fc.option(fc.string(), { nil: undefined }), expected: fc.option(fc.string(), { nil: undefined }),
  }), { maxLength: 4 }),
  tables: fc.subarray(['二', '三', '四']),
});

describe('checking a report', () => {
  it('gives one result a written check, and for a consistent report nothing to say', () => {
    for (const edition of ['2019', '2021'] as const) {
      const { results, findings } = checkReport(wholeReport(edition));
      expect(results.map(({ check }) => check)).toEqual(REPORT_CHECKS.map(({ id }) => id));
      expect(findings).toEqual([]);
      const apart = results.filter(({ verdict }) => verdict !== 'passed').map(({ check, verdict }) => [check, verdict]);
      // Only governments give an account of assessment.
      const foreign = REPORT_CHECKS.filter(({ id, editions }) => !editions.includes(edition) || id === 'TXT-GOV-ACCOUNT');
      expect(apart).toEqual(foreign.map(({ id }) => [id, 'not applicable']));
    }
  });

  it('a missing table is one finding, and its identities do not apply', () => {
    const absent = Object.fromEntries(FIGURES.filter(({ table, wording }) => table === '三' && wording['2021']).map(({ id }): [string, Cell] => [id, { missing: 'absent' }]));
    const report = wholeReport('2021', absent, { tables: ['二', '四'] });
    const { results, findings } = checkReport(report);
    expect(findings.map(({ check, parameters }) => [check, parameters['table'], parameters['count']])).toEqual([['ST-TABLE-MISSING', '三', 175]]);
    for (const check of ['T3-BALANCE', 'T3-RESULT-SUM', 'T3-ROW-TOTAL']) expect(results.find((result) => result.check === check)?.verdict).toBe('not applicable');
    expect(checkNeighbours(report, { lastYear: [{ body: '青禾县民政局', figures: wholeFigures('2021') }], missing: [], functionsMoved: false }).results[0]?.verdict).toBe('not applicable');
  });

  it('an empty form is one query a table and no error', () => {
    const cells = Object.fromEntries(FIGURES.filter(({ wording }) => wording['2021']).map(({ id }): [string, Cell] => [id, { missing: 'blank' }]));
    const { results, findings } = checkReport(wholeReport('2021', cells));
    expect(findings.map(({ check, level, parameters }) => [check, level, parameters['count']])).toEqual([['CELL-BLANK', 'query', 10], ['CELL-BLANK', 'query', 175], ['CELL-BLANK', 'query', 15]]);
    expect(results.find(({ check }) => check === 'T3-BALANCE')).toMatchObject({ verdict: 'not evaluated', reason: 'blanks could satisfy it' });
  });

  it('lists errors first', () => {
    const { findings } = checkReport(wholeReport('2021', { 't4.review.total': 99, 't3.granted.natural': { missing: 'blank' }, 't2.rules.issued': { missing: 'dash', raw: '/' } }));
    expect(findings.map(({ level }) => level)).toEqual(['error', 'query', 'note']);
  });

  it('folds what a diagnosis explains under it, and nothing else', () => {
    const empty = Object.fromEntries(Object.keys(wholeReport('2021').figures).filter((id) => id.startsWith('t3.processed.')).map((id) => [id, 0]));
    const { findings } = checkReport(wholeReport('2021', { ...empty, 't4.review.total': 99 }));
    const roots = findings.filter(({ foldedUnder }) => foldedUnder === undefined);
    expect(roots.map(({ check, level }) => [check, level])).toEqual([['T3-TOTAL-ROW-EMPTY', 'error'], ['T4-SUM', 'error']]);
    const folded = findings.filter(({ foldedUnder }) => foldedUnder === roots[0]?.key);
    expect(folded.map(({ check }) => check)).toEqual([...Array<string>(7).fill('T3-BALANCE'), ...Array<string>(7).fill('T3-RESULT-SUM'), 'T3-STALE', 'T3-OTHER-LARGE']);
    expect(findings).toHaveLength(18);
  });

  it('folds each of two slips under its own diagnosis', () => {
    const cells = Object.fromEntries(Object.keys(wholeReport('2021').figures).filter((id) => id.startsWith('t3.')).map((id): [string, Cell] => [id, /^t3\.(?:received|granted)\.natural$/u.test(id) ? 2 : 0]));
    const { findings } = checkReport(wholeReport('2021', cells));
    const under = (root: string): string[] => findings.filter(({ foldedUnder }) => foldedUnder?.startsWith(root)).map(({ check, parameters }) => `${check} ${String(parameters['row'] ?? parameters['column'])}`);
    expect(under('T3-TOTAL-COLUMN-EMPTY')).toEqual(['T3-ROW-TOTAL t3.received.total', 'T3-ROW-TOTAL t3.granted.total']);
    expect(under('T3-TOTAL-ROW-EMPTY')).toEqual(['T3-BALANCE t3.processed.natural', 'T3-RESULT-SUM t3.processed.natural']);
  });

  it('folds across checks: an empty stock, an early date, another body’s signature', () => {
    const stock = checkReport(wholeReport('2021', { 't2.normative_documents.issued': 9, 't2.normative_documents.in_force': 0 })).findings;
    expect(stock.map(({ check, foldedUnder }) => [check, foldedUnder])).toEqual([['T2-STOCK-ZERO', undefined], ['T2-STOCK-FLOOR', stock[0]?.key]]);
    const period = checkReport(wholeReport('2021', {}, {
      period: { from: '2023-01-01', to: '2023-12-31' }, evidence: { body: [], year: [{ from: 'title', value: '2024' }, { from: 'period', value: '2023' }], scope: [] },
    })).findings;
    expect(period.map(({ check, foldedUnder }) => [check, foldedUnder])).toEqual([['ST-PERIOD', undefined], ['ID-YEAR', period[0]?.key]]);
  });

  it('writes personal information nowhere in full', () => {
    const prose = '申请人王小明（公民身份号码99010119850307101X，电话14700000000，账号6222020000000000000）不服，寄信至 someone@qq.com。';
    const whole = wholeReport('2021');
    const number = [...'0123456789X'].map((digit) => `99010119850307101${digit}`).find((text) => checkReport({ ...whole, opening: text }).findings.some(({ check }) => check === 'PII-ID'));
    const { findings } = checkReport({ ...whole, opening: prose.replace('99010119850307101X', number ?? '') });
    expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['PII-ID', 'PII-MOBILE', 'PII-BANK', 'PII-MAIL', 'PII-APPLICANT']));
    const written = JSON.stringify(findings) + findings.map((finding) => wordFinding(finding, 'zh') + wordFinding(finding, 'en')).join('');
    for (const secret of [number ?? '', '14700000000', '6222020000000000000', 'someone@qq.com', '王小明']) expect(written).not.toContain(secret);
  });

  it('folds a broken carry-over under the slip in the table that breaks it', () => {
    const rows = { 't3.received.total': 0, 't3.carried_in.natural': 0, 't3.carried_in.business': 0, 't3.carried_in.research': 0, 't3.carried_in.welfare': 0, 't3.carried_in.legal_services': 0, 't3.carried_in.other': 0 };
    const base = wholeReport('2021', rows);
    const value = (row: string, applicant: string): number => base.figures[`t3.${row}.${applicant}`]?.value ?? 0;
    const people = ['natural', 'business', 'research', 'welfare', 'legal_services', 'other'];
    const received = Object.fromEntries(people.map((applicant) => [`t3.received.${applicant}`, value('processed', applicant) + value('carried_forward', applicant)]));
    const report = wholeReport('2021', { ...rows, ...received, 't3.carried_in.total': Object.values(received).reduce((sum, count) => sum + count, 0) });
    const nothing = wholeFigures('2021', Object.fromEntries(people.concat('total').map((applicant) => [`t3.carried_forward.${applicant}`, 0])));
    const { findings } = checkNeighbours(report, { lastYear: [{ body: '青禾县民政局', figures: nothing }], missing: [], functionsMoved: false });
    const root = checkReport(report).findings.find(({ check }) => check === 'T3-TOTAL-ROW-LOW');
    const capped = checkNeighbours(wholeReport('2021', { 't2.normative_documents.repealed': 99 }), { lastYear: [{ body: '青禾县民政局', figures: wholeFigures('2021') }], missing: [], functionsMoved: false }).findings;
    expect(capped.find(({ check }) => check === 'XY-VALID')?.foldedUnder).toBe(capped.find(({ check }) => check === 'T2-REPEAL-CAP')?.key);
    expect(findings.filter(({ check }) => check === 'XY-CARRY').map(({ foldedUnder }) => foldedUnder)).toEqual([root?.key]);
  });

  it('never throws, whatever the report holds, and every finding can be worded', () => {
    fc.assert(fc.property(anyReport, anyReport, (report, last) => {
      const neighbours = { lastYear: [{ body: '甲', figures: last.figures }], missing: [], functionsMoved: false };
      for (const { results, findings } of [checkReport(report), checkNeighbours(report, neighbours)]) {
        for (const result of results) {
          expect(result.verdict === 'failed').toBe(findings.some(({ check }) => check === result.check));
          expect(result.verdict === 'not evaluated').toBe(result.reason !== undefined);
        }
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
        for (const finding of findings) expect(wordFinding(finding, 'zh').length).toBeGreaterThan(4);
      }
    }), { numRuns: 300 });
  });

  it('gives the same keys in whatever order figures and drift stand', () => {
    fc.assert(fc.property(anyReport, (report) => {
      const turned = { ...report, figures: Object.fromEntries(Object.entries(report.figures).reverse()), drift: [...report.drift].reverse() };
      const keys = (of: CheckedReport): string[] => checkReport(of).findings.map(({ key }) => key).sort();
      expect(keys(turned)).toEqual(keys(report));
    }), { numRuns: 100 });
  });
});
