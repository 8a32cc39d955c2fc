/** Pages of the checks: findings of several bodies judged at once, silence, carry-over, and a draft that is checked and not kept. */
import { expect, it } from 'vitest';
import { setReader } from '../../src/lib/server/ingest/handle.ts';
import { ingestDocument } from '../../src/lib/server/ingest/ingest-report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { readCarryPage } from '../../src/lib/server/pages/carry-page.ts';
import { judgeMany, readRulePage, readRulesPage, silenceCheck, type RulePage } from '../../src/lib/server/pages/rules-page.ts';
import { selfCheck } from '../../src/lib/server/pages/self-check.ts';
import { countyById, type County } from '../../src/lib/server/queries/counties.ts';
import { reportBytes } from './support/reports.ts';
import { seedCounty } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

databaseSuite('pages of the checks', (database) => {
  let counties = 0;
  const filled = async (): Promise<() => Promise<County>> => {
    const countyId = await seedCounty(database().db, `99520${(counties += 1)}`);
    for (const body of ['青禾县民政局', '青禾县教育局'])
      await ingestDocument(database().db, { countyId, bytes: reportBytes({ body, cells: { 't4.review.total': 99 } }), name: '年报.html', actor: 'test', today: '2026-02-01', read: readReports });
    return async () => (await countyById(database().db, countyId))!;
  };
  const form = (entries: [string, string][]): FormData => {
    const data = new FormData();
    for (const [name, value] of entries) data.append(name, value);
    return data;
  };

  it('say the same of findings of several bodies at once, and of none that has changed', async () => {
    const { db } = database();
    const county = await filled();
    const page = async (): Promise<RulePage> => (await readRulePage(db, await county(), 'T4-SUM', null, 'zh'))!;
    const { findings, years, year } = await page();
    expect([year, years.map(({ n, filings }) => [n, filings])]).toEqual([2024, [[2, 2]]]);
    expect(new Set(findings.map(({ name }) => name)).size).toBe(2);
    const chosen = findings.map(({ value }): [string, string] => ['finding', value]);
    expect(await judgeMany(db, await county(), form([...chosen, ['verdict', 'false_alarm']]), 'officer')).toBeUndefined();
    expect(await page()).toMatchObject({ judged: 2, falseAlarms: 2, noisy: false, findings: [{ said: '不属实' }, { said: '不属实' }] });
    const changed = JSON.stringify([...(JSON.parse(chosen[0]![1]) as unknown[]).slice(0, 4), '0'.repeat(32)]);
    expect(await judgeMany(db, await county(), form([chosen[1]!, ['finding', changed], ['verdict', 'confirmed']]), 'officer')).toBeTruthy();
    expect(await judgeMany(db, await county(), form([['finding', 'x'], ['verdict', 'confirmed']]), 'officer')).toBeTruthy();
    expect((await page()).findings.map(({ said }) => said)).toEqual(['不属实', '不属实']);
    expect(await judgeMany(db, await county(), form([...chosen, ['verdict', 'withdrawn']]), 'officer')).toBeUndefined();
    expect((await page()).findings.map(({ said }) => said)).toEqual(['', '']);
  });

  it('silence a check with a reason and let it speak again', async () => {
    const { db } = database();
    const county = await filled();
    expect(await silenceCheck(db, await county(), 'T4-SUM', true, form([['reason', ' ']]), 'officer')).toBeTruthy();
    expect(await silenceCheck(db, await county(), 'T4-SUM', true, form([['reason', '误报多']]), 'officer')).toBeUndefined();
    expect((await readRulePage(db, await county(), 'T4-SUM', null, 'zh'))?.silence).toMatchObject({ silenced: true, reason: '误报多', actor: 'officer' });
    expect((await readRulesPage(db, await county(), 'zh')).groups.flatMap(({ rules }) => rules).filter(({ silenced }) => silenced)).toHaveLength(1);
    expect(await silenceCheck(db, await county(), 'T4-SUM', false, form([]), 'officer')).toBeUndefined();
    expect((await readRulePage(db, await county(), 'T4-SUM', null, 'zh'))?.silence?.silenced).toBe(false);
    expect(await readRulePage(db, await county(), 'NO-SUCH', null, 'zh')).toBeUndefined();
  });

  it('show what differs from year to year, down to the cells', async () => {
    const { db } = database();
    const county = await filled();
    const { countyId } = await county();
    await ingestDocument(db, { countyId, bytes: reportBytes({ body: '青禾县民政局', year: 2023, cells: { 't3.carried_forward.total': 77 } }), name: '上年.html', actor: 'test', today: '2026-02-01', read: readReports });
    const page = await readCarryPage(db, await county(), new URL('http://x/?body=003'), 'zh');
    expect(page).toMatchObject({ years: [2024], broken: 1, body: { years: [{ year: 2024, state: 'differs' }] } });
    expect(page.body?.years[0]?.cells.at(-1)).toMatchObject({ left: 77, fromLink: expect.stringContaining('/reports/003/2023/own#t3.carried_forward.total'), link: expect.stringContaining('/reports/003/2024/own#t3.carried_in.total') });
  });

  it('check a draft and keep nothing', async () => {
    const { db } = database();
    const county = await filled();
    setReader(readReports);
    const before = await county();
    const count = async (): Promise<unknown> => db.selectFrom('documents').select((eb) => eb.fn.countAll<number>().as('n')).where('county_id', '=', before.countyId).executeTakeFirst();
    const stored = await count();
    const draft = form([]);
    draft.append('file', new File([new Uint8Array(reportBytes({ body: '青禾县民政局', year: 2024, cells: { 't4.review.total': 98 } }))], '草稿.html'));
    const result = await selfCheck(db, before, draft, 'zh');
    expect(result).toMatchObject({ reports: [{ title: '青禾县民政局 2024年度', beside: true, findings: expect.arrayContaining([expect.objectContaining({ level: 'error', title: '复议诉讼与总计不符' })]) }] });
    expect(await selfCheck(db, before, form([]), 'zh')).toMatchObject({ problem: expect.stringContaining('没有选文件') });
    expect(await selfCheck(db, before, form([['text', '今天天气很好。']]), 'zh')).toMatchObject({ problem: expect.stringContaining('没有读到年报') });
    expect([await count(), await county()]).toEqual([stored, before]);
  });
});
