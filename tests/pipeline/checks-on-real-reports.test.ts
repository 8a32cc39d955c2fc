import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/lib/checks/check-report.ts';
import type { Finding } from '../../src/lib/checks/finding.ts';
import { wordFinding } from '../../src/lib/checks/wording.ts';
import { readDocument } from '../../src/lib/documents/read-document.ts';
import { extractFigures } from '../../src/lib/figures/extract-figures.ts';
import { recogniseReports } from '../../src/lib/recognition/recognise-report.ts';

const FOLDER = '../shared/reports';

/**
 * Reports that are wrong as published, and the checks that may say so (catalogue of real failures beside the reports).
 * Not all of them can be read yet; any other error is a false one.
 */
const TABLE_THREE = ['T3-BALANCE', 'T3-RESULT-SUM', 'T3-ROW-TOTAL', 'T3-TOTAL-ROW-EMPTY', 'T3-TOTAL-MISPLACED'];
const REALLY_WRONG: Record<string, string[]> = {
  平潭国资局_2019: ['T2-RULE-POWER', 'ST-PERIOD'], 平潭国资局_2021: ['T2-RULE-POWER'],
  平潭审批局_2024: ['T4-SUM', 'T4-TOTAL-EMPTY'], 平潭社会事业局_2021: ['ST-OLD-TEMPLATE'], 平潭社会事业局_2024: ['T4-SUM'],
  平潭经发局_2023: TABLE_THREE, 平潭经发局_2024: TABLE_THREE, 平潭经发局_2025: [...TABLE_THREE, 'T4-SUM', 'T4-TOTAL-EMPTY'],
  平潭综合实验区_2020: TABLE_THREE, 平潭资源生态局_2020: TABLE_THREE, 平潭资源生态局_2021: TABLE_THREE, 平潭资源生态局_2023: TABLE_THREE,
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));

/** Findings of every report of a file; none where the file is of a format that is not read yet. */
async function findingsOf(path: string): Promise<Finding[]> {
  const reading = await readDocument(readFileSync(path), path);
  if ('unreadable' in reading) return [];
  return recogniseReports(reading, path).flatMap((report) => checkReport({ ...report, figures: extractFigures(report) }).findings);
}

describe.skipIf(!existsSync(FOLDER))(`checks on real reports (skipped where ${FOLDER} is absent)`, () => {
  const files = existsSync(FOLDER) ? filesIn(FOLDER).filter((path) => !/(?:README|VARIATIONS)\.md$/u.test(path)) : [];
  const nameOf = (path: string): string => path.replace(/^.*\//u, '').replace(/\.\w+$/u, '');

  it.each(files.map((path) => [nameOf(path), path] as const))('%s: no false error', async (name, path) => {
    const errors = (await findingsOf(path)).filter(({ level }) => level === 'error');
    const wrong = errors.filter(({ check }) => !(REALLY_WRONG[name] ?? []).includes(check)).map((finding) => wordFinding(finding, 'zh'));
    expect(wrong).toEqual([]);
  });

  it('asks little: at most two queries a report on the median', async () => {
    const counts = (await Promise.all(files.map(findingsOf))).map((findings) => findings.filter(({ level, foldedUnder }) => level === 'query' && foldedUnder === undefined).length).sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(2);
  });

  it('says what is wrong, and only that, in reports that are legible', async () => {
    const found = async (name: string): Promise<string[]> => {
      const path = files.find((file) => nameOf(file) === name);
      return path === undefined ? ['file not found'] : (await findingsOf(path)).map(({ check, level }) => `${level} ${check}`);
    };
    expect(await found('yanjin-gongxin-2024')).toEqual(['note ST-LABEL-DRIFT', 'note TXT-PROBLEM-GENERIC']);
    // Its prose is cut to a few sentences.
    expect(await found('hangzhou-2025-figures')).toEqual(['query TXT-ASPECT-MISSING', 'note T3-SECRET', 'note TXT-PROBLEM-GENERIC']);
    expect(await found('shanghai-office-2019')).toEqual(['query CELL-BLANK', 'query CELL-BLANK', 'query NARR-RATE']);
    expect((await found('blank-template-2021')).filter((finding) => finding.startsWith('error'))).toEqual([]);
    expect(await found('平潭社会事业局_2021')).toContain('error ST-OLD-TEMPLATE');
  });
});
