import { describe, expect, it } from 'vitest';
import type { IngestedFile, IngestedReport } from '../../lib/server/ingest/ingest-paths.ts';
import { isUnreadable, linesOf, summaryLines } from './ingest-lines.ts';

const report = (given: Partial<IngestedReport>): IngestedReport => ({
  part: 1, outcome: 'new', detail: { body: '001', year: 2024, scope: 'own', version: 1 }, title: null, body: '青禾县民政局', year: 2024, scope: 'own',
  read: { values: 198, missing: 2, findings: { error: 1, query: 0, note: 3 } }, ...given,
});
const file = (given: Partial<Exclude<IngestedFile, { refused: string }>>): IngestedFile => ({ file: 'a.txt', outcome: 'read', detail: {}, sha256: 'ab', reports: [report({})], ...given });
const summary = { county: { code: '990101', name: '青禾县' }, bodiesCreated: [] };

const STORED = file({});
const TWO = file({ file: 'two.html', reports: [report({}), report({ part: 2, year: 2023, scope: 'rollup', outcome: 'same_figures' })] });
const PDF = file({ file: 'b.pdf', outcome: 'unreadable', detail: { unreadable: 'format', format: 'pdf' }, reports: [] });
const NOBODY = file({ file: 'c.txt', reports: [report({ outcome: 'body_unknown', body: null, detail: {}, read: undefined })] });
const STRANGER = file({ file: 'd.txt', reports: [report({ outcome: 'body_unknown', detail: {}, read: undefined })] });
const LOCKED: IngestedFile = { file: 'e.zip/x.txt', refused: 'encrypted' };
const KNOWN = file({ outcome: 'known' });

describe('lines of an ingest', () => {
  it('tell outcome, body, year, numbers and findings', () => {
    expect(linesOf(STORED)).toEqual(['已入库  青禾县民政局  2024年  读出198 缺2  差错1 疑点0 提示3  ← a.txt']);
    expect(linesOf(KNOWN)[0]).toMatch(/^已经收过：/);
  });

  it('give each report of a document a line', () => {
    const lines = linesOf(TWO);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('2023年（汇总）');
    expect(lines[1]).toContain('two.html（第2份）');
  });

  it('say why a file could not be read', () => {
    expect(linesOf(PDF)[0]).toContain('pdf');
    expect(linesOf(LOCKED)[0]).toContain('密码');
    expect(linesOf(NOBODY)[0]).toContain('单位没有读出');
  });

  it('end with the counts and with what a person has to do, file by file', () => {
    const lines = summaryLines([STORED, TWO, PDF, NOBODY, STRANGER, LOCKED, KNOWN], { ...summary, bodiesCreated: ['青禾县水利局'] });
    expect(lines.at(-1)).toBe('青禾县（990101）：文件7份；已入库2；数字相同，作为附件1；没有读出2；名录里没有这个单位2；已经收过1。');
    expect(lines).toContain('新建单位1个：青禾县水利局');
    const needed = lines.slice(lines.indexOf('需要处理：') + 1).filter((line) => line.startsWith('  '));
    expect(needed.map((line) => line.trim().split('：')[0])).toEqual(['b.pdf', 'c.txt', 'd.txt', 'e.zip/x.txt']);
    expect(needed[1]).toContain('写明单位');
    expect(needed[2]).toContain('--create-bodies');
  });

  it('say once what many files wait for, and name ten of them', () => {
    const many = Array.from({ length: 13 }, (_, index) => ({ ...STRANGER, file: `${index}.txt` }));
    const lines = summaryLines([...many, PDF], summary);
    const needed = lines.slice(lines.indexOf('需要处理：') + 1, -2);
    expect(needed).toHaveLength(1 + 10 + 1 + 1);
    expect(needed[0]).toMatch(/^ {2}13份：.*--create-bodies/);
    expect(needed.slice(1, 12)).toEqual([...many.slice(0, 10).map(({ file: name }) => `    ${name}`), '    另有3份']);
    expect(needed[12]).toMatch(/^ {2}b\.pdf：/);
  });

  it('say nothing needs doing where nothing does', () => expect(summaryLines([STORED], summary)).toEqual(['', '青禾县（990101）：文件1份；已入库1。']));

  it('make the exit status 1 only for what could not be read, also when it was so before', () => {
    expect([STORED, TWO, NOBODY, STRANGER, KNOWN].map(isUnreadable)).toEqual([false, false, false, false, false]);
    expect([PDF, LOCKED, file({ outcome: 'known', detail: { unreadable: 'empty' }, reports: [] })].map(isUnreadable)).toEqual([true, true, true]);
  });
});
