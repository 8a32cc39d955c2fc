/** What people write beside the figures, and what pages make of it. */
import { expect, it } from 'vitest';
import { demoCounty } from '../../src/lib/demo/demo-county.ts';
import { setReader } from '../../src/lib/server/ingest/handle.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { readBodyPage } from '../../src/lib/server/pages/body-page.ts';
import { readComparePage } from '../../src/lib/server/pages/compare-page.ts';
import { loadReference, removeChange, removeNote, removeReference, writeChange, writeNote, type Writing } from '../../src/lib/server/pages/context-acts.ts';
import { readContextPage, referenceFile } from '../../src/lib/server/pages/context-page.ts';
import { readOverviewPage } from '../../src/lib/server/pages/overview-page.ts';
import { insertBodies, insertSuccession } from '../../src/lib/server/queries/bodies.ts';
import { changeCounty, countyByCode, type County } from '../../src/lib/server/queries/counties.ts';
import { partYears } from '../../src/lib/server/queries/county-years.ts';
import { seedCounty, seedReport } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

const RECEIVED = 't3.received.total';
const form = (fields: Record<string, string | File>): FormData => {
  const found = new FormData();
  for (const [name, value] of Object.entries(fields)) found.set(name, value);
  return found;
};

databaseSuite('context', (database) => {
  let made = 0;
  /** 003 in 2023 and 2024, into which 009 (2023 alone) was merged; the government in both years. */
  async function county(): Promise<Writing & { now(): Promise<County> }> {
    const { db } = database();
    const code = `99120${(made += 1)}`;
    const countyId = await seedCounty(db, code);
    await db.transaction().execute(async (trx) => {
      await insertBodies(trx, countyId, [{ code: '009', kind: 'department', sortOrder: 9, names: [{ name: '青禾县老龄办', role: 'name' }], validTo: '2024-02-29' }], 'test');
      await insertSuccession(trx, countyId, { predecessor: '009', successor: '003', kind: 'merged', happenedOn: '2024-03-01' }, 'test');
      await changeCounty(trx, countyId);
    });
    const own = (body: string, year: number, received: number, carriedIn: number, left: number) => seedReport(db, { countyId, body, year, scope: body === '001' ? 'rollup' : 'own', version: 1 }, {
      cells: { [RECEIVED]: received, 't3.carried_in.total': carriedIn, 't3.carried_forward.total': left, 't4.review.total': 3, 't4.review.upheld': 1, 't4.review.corrected': 2, 't4.review.other_result': 0, 't4.review.pending': 0 },
    });
    await own('003', 2023, 10, 0, 2);
    await own('009', 2023, 5, 0, 1);
    await own('003', 2024, 21, 4, 0);
    await own('001', 2023, 60, 0, 0);
    await own('001', 2024, 80, 0, 0);
    const now = async (): Promise<County> => (await countyByCode(db, code))!;
    return { db, county: await now(), actor: '王某', now };
  }

  it('a note is written, rewritten and removed, and stands on the body’s page', async () => {
    const of = await county();
    const notes = async () => (await readBodyPage(of.db, await of.now(), '003', null, 'zh'))!.notes;
    expect(await writeNote(of, '003', form({ year: '24', words: '拆迁' }))).toContain('四位数字');
    expect(await writeNote(of, '003', form({ year: '2024', words: ' \0 ' }))).toBe('请写明内容。');
    expect(await writeNote(of, '777', form({ year: '2024', words: '拆迁' }))).toBeDefined();
    const before = (await of.now()).dataVersion;
    expect(await writeNote(of, '003', form({ year: '2024', words: '城中村改造引发12件' }))).toBeUndefined();
    expect((await of.now()).dataVersion).toBeGreaterThan(before);
    const [note] = await notes();
    expect(note).toMatchObject({ year: 2024, words: '城中村改造引发12件', actor: '王某' });
    expect(await writeNote(of, '003', form({ id: String(note!.id), year: '2023', words: '改了' }))).toBeUndefined();
    expect(await writeNote(of, '002', form({ id: String(note!.id), year: '2023', words: '别的单位' }))).toContain('已经不在');
    expect((await notes()).map(({ year, words }) => [year, words])).toEqual([[2023, '改了']]);
    expect(await removeNote(of, '003', form({ id: String(note!.id) }))).toBeUndefined();
    expect(await notes()).toEqual([]);
  });

  it('the profile says what changed in sentences, against the sum of what was merged', async () => {
    const of = await county();
    const page = (await readBodyPage(of.db, of.county, '003', null, 'zh'))!;
    const of001 = page.change!.changed.find(({ key }) => key === 'I-NEW')!;
    expect(of001.words).toBe('新收政府信息公开申请数量21件，上年15件，多6件（+40.0%）（上年含并入的青禾县老龄办）');
    expect(of001.link).toMatch(/\/reports\/003\/2024\/own#t3\.received\.total$/);
    expect(page.change!.changed.find(({ key }) => key === 'I-CARRY')!.words).toBe('结转下年度继续办理数量0件，上年3件，少3件（上年含并入的青禾县老龄办）');
    expect(page.disputes).toHaveLength(6);
    expect(page.disputes.filter(({ words }) => words.startsWith('行政复议')).map(({ year, words }) => [year, words])).toEqual([[2024, '行政复议 3件（结果维持 1、结果纠正 2）'], [2023, '行政复议 3件（结果维持 1、结果纠正 2）']]);
    expect(page.carryOvers).toMatchObject([{ year: 2024, left: 2, taken: 4, state: 'differs', apart: expect.arrayContaining(['总计 2 → 4']) }]);
    expect(page.successions).toEqual(['2024-03-01 青禾县老龄办并入青禾县民政局']);
  });

  it('changes of law are kept, hidden and given back', async () => {
    const of = await county();
    const notes = async (): Promise<string> => (await readComparePage(of.db, await of.now(), new URLSearchParams('figure=t4.review.total&view=lines&years=2023-2024'), 'zh')).words.note;
    expect(await notes()).toContain('①2024年起不服不予公开须先申请行政复议');
    expect(await writeChange(of, form({ key: 'review-first', year: '2024', figures: 't9', words: '改' }))).toContain('“t9”');
    expect(await writeChange(of, form({ key: 'review-first', year: '2024', figures: 't4', words: '改了说法', source: '' }))).toBeUndefined();
    expect(await notes()).toContain('①2024年起改了说法（本县标注）');
    expect(await writeChange(of, form({ key: 'review-first', year: '2024', figures: 't4', words: '改了说法', hidden: 'on' }))).toBeUndefined();
    expect(await notes()).not.toContain('①');
    expect(await removeChange(of, form({ key: 'review-first' }))).toBeUndefined();
    expect(await notes()).toContain('须先申请行政复议');
    expect(await writeChange(of, form({ year: '2024', figures: 't3.received', words: '网上申请开通' }))).toBeUndefined();
    expect((await readContextPage(of.db, await of.now(), 'zh')).changes.map(({ words, kept }) => [words, kept])).toContainEqual(['网上申请开通', true]);
  });

  it('another county’s report is read, compared and never summed', async () => {
    const of = await county();
    setReader(readReports);
    const document = demoCounty().documents.find(({ role, body, year, name }) => role === 'main' && body === '001' && year === 2024 && /\.(?:html?|txt)$/.test(name))
      ?? demoCounty().documents.find(({ role, year, name }) => role === 'main' && year === 2024 && /\.html?$/.test(name))!;
    const file = new File([new Uint8Array(document.bytes)], '参照.html');
    const before = (await readOverviewPage(of.db, await of.now(), '2024', 'zh')).groups[0]!.numbers[0]!.value;
    expect(await loadReference(of, form({ name: '云泽县', population: '三十万', file }))).toContain('三十万');
    expect(await loadReference(of, form({ name: '云泽县', file: new File(['没有表'], 'a.txt') }))).toBeDefined();
    expect(await loadReference(of, form({ name: of.county.name, file }))).toContain('这是本县');
    expect(await loadReference(of, form({ name: '云泽县', population: '321,000', address: 'https://example.org/1', file }))).toBeUndefined();
    const [reference] = (await readContextPage(of.db, await of.now(), 'zh')).references;
    expect(reference).toMatchObject({ name: '云泽县', year: 2024, population: 321000, address: 'https://example.org/1' });
    expect(reference!.received).not.toBeNull();
    const compared = await readComparePage(of.db, await of.now(), new URLSearchParams([['body', '001'], ['body', 'ref:云泽县'], ['years', '2024']]), 'zh');
    expect(compared.comparison.bodies.map(({ body, summed, points }) => [body, summed, points[0]!.value])).toEqual([['001', false, 80], ['ref:云泽县', false, reference!.received]]);
    expect(compared.comparison.total.points[0]!.value).toBeNull();
    expect(compared.svg!.wide).toContain('参照，常住321,000人');
    const perHead = await readComparePage(of.db, await of.now(), new URLSearchParams([['body', 'ref:云泽县'], ['years', '2024'], ['figure', 'I-NEW-HEAD']]), 'zh');
    expect(perHead.comparison.bodies[0]!.points[0]!.value).toBe(Math.round((reference!.received! / 321000) * 1e6) / 100);
    const all = await readComparePage(of.db, await of.now(), new URLSearchParams('years=2024'), 'zh');
    expect(all.comparison.bodies.map(({ body }) => body)).not.toContain('ref:云泽县');
    expect(all.bodies.map(({ code }) => code)).toContain('ref:云泽县');
    expect((await readOverviewPage(of.db, await of.now(), '2024', 'zh')).groups[0]!.numbers[0]!.value).toBe(before);
    expect(new Uint8Array((await referenceFile(of.db, of.county, '云泽县', 2024))!.body as Uint8Array)).toEqual(new Uint8Array(document.bytes));
    expect(await removeReference(of, form({ name: '云泽县', year: '2024' }))).toBeUndefined();
    expect((await readContextPage(of.db, await of.now(), 'zh')).references).toEqual([]);
  });

  it('a report of part of a year is known as such, one that names another year’s days is not', async () => {
    const of = await county();
    const { countyId } = of.county;
    await seedReport(of.db, { countyId, body: '004', year: 2023, scope: 'own', version: 1 });
    const store = async (year: number, from: string, to: string): Promise<void> => {
      await of.db.transaction().execute(async (trx) => {
        const { version: _, ...row } = (await trx.selectFrom('reports').selectAll().where('county_id', '=', countyId).where('body_code', '=', '004').executeTakeFirstOrThrow());
        const { ingested_at: __, ...values } = row;
        await trx.insertInto('filings').values({ county_id: countyId, body_code: '004', year, scope: 'own', actor: 'test' }).onConflict((conflict) => conflict.doNothing()).execute();
        await trx.insertInto('reports').values({ ...values, year, version: 7, period_from: from, period_to: to }).execute();
        await trx.insertInto('report_current').values({ county_id: countyId, body_code: '004', year, scope: 'own', version: 7, actor: 'test' }).execute();
      });
    };
    await store(2019, '2019-04-01', '2019-12-31');
    await store(2020, '2020-01-01', '2020-12-31');
    await store(2021, '2020-01-01', '2020-11-30');
    expect((await partYears(of.db, countyId)).map(({ body, year, from, to }) => [body, year, from, to])).toEqual([['004', 2019, '2019-04-01', '2019-12-31']]);
  });
});
