/** The real reports beside the project, where they are present; nothing of them is copied here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/documents/document.ts';
import { figuresOf } from '../../src/lib/form/figures.ts';
import { readReports, type ReadReports } from '../../src/lib/server/ingest/read-reports.ts';

const folder = fileURLToPath(new URL('../../../shared/reports/', import.meta.url));
const present = existsSync(folder);
const read = async (name: string): Promise<ReadReports> => {
  const result = await readReports(readFileSync(`${folder}${name}`), basename(name));
  if ('unreadable' in result) throw new Error(result.unreadable);
  return result;
};
function count({ reports }: ReadReports): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { value, missing, inferred } of Object.values(reports[0]!.figures)) {
    const kind = inferred ? 'inferred' : value === null ? missing! : 'value';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describe.skipIf(!present)(`real reports${present ? '' : ' (skipped: the folder ../shared/reports is not there)'}`, () => {
  it('延津 2024: tabs, a misprinted label, moved rows; 200 of 200', async () => {
    const result = await read('yanjin-gongxin-2024.txt');
    expect(count(result)).toEqual({ value: 200 });
    expect(new Set(Object.values(result.reports[0]!.figures).map(({ value }) => value))).toEqual(new Set([0]));
    expect(result.reports[0]!.report).toMatchObject({ body: '延津县工业和信息化局', year: 2024, scope: 'own' });
    expect(result.reports[0]!.report.drift).toHaveLength(1);
    expect(result.reports[0]!.report.drift[0]).toMatchObject({ kind: 'label', expected: '本年废止件数' });
  });

  it('杭州 2025: the numbers of the page in the order of the form; 200 of 200', async () => {
    const result = await read('hangzhou-2025-figures.html');
    const page = [...readFileSync(`${folder}hangzhou-2025-figures.html`, 'utf8').matchAll(/<td[^>]*>(\d+)<\/td>/g)].map((match) => Number(match[1]));
    const { report, figures } = result.reports[0]!;
    expect(page).toHaveLength(200);
    expect(figuresOf('2021').map(({ id }) => figures[id]!.value)).toEqual(page);
    expect(report).toMatchObject({ year: 2025, scope: 'rollup', period: { from: '2025-01-01', to: '2025-12-31' }, drift: [] });
  });

  it('上海 2019: 63 values and 135 blanks, money with its unit', async () => {
    const result = await read('shanghai-office-2019.html');
    expect(count(result)).toEqual({ value: 63, blank: 135 });
    const { report, figures } = result.reports[0]!;
    expect(report).toMatchObject({ year: 2019, edition: '2019', scope: 'own', drift: [] });
    expect(figures['t2.procurement.amount']).toMatchObject({ unit: '元', raw: expect.stringMatching(/元$/) });
    const page = [...readFileSync(`${folder}shanghai-office-2019.html`, 'utf8').matchAll(/<td[^>]*>(?:<p[^>]*>)?(\d+)元?(?:<\/p>)?<\/td>/g)].map((match) => Number(match[1]));
    expect(Object.values(figures).flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b)).toEqual(page.sort((a, b) => a - b));
  });

  it('沭阳 2025: read by printed labels; rows under a foreign heading are not taken without proof', async () => {
    const { report, figures } = (await read('shuyang-county-2025.md')).reports[0]!;
    expect(report).toMatchObject({ year: 2025, scope: 'rollup', tables: ['二', '三', '四'] });
    const foreign = ['other_handling.fee_unpaid', 'other_handling.other', 'processed', 'carried_forward'];
    for (const [id, { value, inferred, candidates }] of Object.entries(figures)) {
      if (foreign.some((row) => id.startsWith(`t3.${row}.`))) expect(inferred !== undefined || (value === null && candidates?.length === 1), id).toBe(true);
      else expect(value, id).not.toBeNull();
    }
  });

  it.each(['平潭经发局_2019.txt', '平潭经发局_2020.txt'])('%s: single spaces; nothing unreadable or inferred', async (name) => {
    expect(count(await read(`pingtan/${name}`))).toEqual({ value: 198 });
  });

  const names = present ? readdirSync(`${folder}pingtan`) : [];
  it.each(names)('%s: body, year, sections and places', async (name) => {
    const { document, reports } = await read(`pingtan/${name}`);
    const { report, figures } = reports[0]!;
    expect(report.year).toBe(Number(/\d{4}/.exec(name)![0]));
    expect(report.body).toMatch(/^平潭综合实验区/);
    expect(report.scope).toBe(name.startsWith('平潭综合实验区') ? 'rollup' : 'own');
    expect(report.tables).toEqual(['二', '三', '四']);
    for (const number of [2, 3, 4, 5]) expect(report.sections.map((section) => section.number)).toContain(number);
    for (const { at, raw } of Object.values(figures)) if (at) expect(textAt(document, at)).toBe(raw);
  });
});
