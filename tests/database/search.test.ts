/** Search over a county: what is found, where it leads, and what is no search at all. */
import { expect, it } from 'vitest';
import { changeCounty, countyByCode, type County } from '../../src/lib/server/queries/counties.ts';
import { wholeDownload, shownDownload } from '../../src/lib/server/pages/data-page.ts';
import { MOST_PASSAGES, readSearchPage } from '../../src/lib/server/pages/search-page.ts';
import { seedCounty, seedReport } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

databaseSuite('search and downloads', (database) => {
  let made = 0;
  async function county(prose: string): Promise<County> {
    const { db } = database();
    const code = `99110${(made += 1)}`;
    const countyId = await seedCounty(db, code);
    for (const [body, version, current] of [['002', 1, true], ['003', 1, true], ['003', 2, false]] as const)
      await seedReport(db, { countyId, body, year: 2024, scope: 'own', version }, { cells: { 't3.received.total': 10, 't2.fees.amount': { missing: 'blank', raw: '' } }, current });
    await db.transaction().execute(async (trx) => {
      const section = { county_id: countyId, body_code: '003', year: 2024, scope: 'own' as const, position: 50, number: 6, title: '其他需要报告的事项', place: '{}' };
      await trx.insertInto('report_sections').values([{ ...section, version: 1, prose }, { ...section, version: 2, prose: '只在没有采用的一稿里的话' }]).execute();
      await changeCounty(trx, countyId);
    });
    return (await countyByCode(db, code))!;
  }

  it('find bodies by name and alias, figures, indicators and checks in either language', async () => {
    const of = await county('无');
    const { db } = database();
    const found = await readSearchPage(db, of, '县政府办', 'zh');
    expect(found.bodies.map(({ code, link }) => [code, link])).toEqual([['002', `/c/${of.code}/bodies/002`]]);
    expect((await readSearchPage(db, of, '结转', 'zh')).measures.map(({ link }) => link)).toContain(`/c/${of.code}/compare?figure=I-CARRY`);
    for (const language of ['zh', 'en'] as const) {
      expect((await readSearchPage(db, of, 'disclosure rate', language)).measures.map(({ link }) => link)).toContain(`/c/${of.code}/compare?figure=I-OPEN-RATE`);
      expect((await readSearchPage(db, of, 'T3-BALANCE', language)).checks).toHaveLength(1);
    }
  });

  it('show the passage about the first place in a section, of the version that counts alone', async () => {
    const before = '前'.repeat(60);
    const of = await county(`${before}邻里纠纷引发的申请较多，${'后'.repeat(60)}`);
    const { db } = database();
    const { passages } = await readSearchPage(db, of, '纠纷引发', 'zh');
    expect(passages.length).toBeGreaterThan(0);
    expect(passages[0]).toMatchObject({ name: '青禾县民政局', year: 2024, link: `/c/${of.code}/reports/003/2024/own` });
    expect(passages[0]!.parts).toEqual([`…${'前'.repeat(38)}邻里`, '纠纷引发', `的申请较多，${'后'.repeat(34)}…`]);
    expect((await readSearchPage(db, of, '没有采用的一稿', 'zh')).passages).toEqual([]);
  });

  it.each(['', ' ', '政', '\0', '\0\0\0', '%_', '\\', "'; drop table reports; --", '\ud800界'])('take %j as text and nothing else', async (words) => {
    const of = await county('一、二');
    const page = await readSearchPage(database().db, of, words, 'zh');
    expect(page.passages).toEqual([]);
    expect(page.passages.length).toBeLessThanOrEqual(MOST_PASSAGES);
  });

  it('hand out what a view shows, and everything with its dictionary', async () => {
    const of = await county('无');
    const { db } = database();
    const text = (file: { body: string | Uint8Array } | undefined): string => (typeof file?.body === 'string' ? file.body : '');
    const csv = text(await shownDownload(db, of, new URLSearchParams('years=2024'), 'shown.csv', 'zh'));
    expect(csv.split('\r\n')).toEqual(expect.arrayContaining(['\ufeff单位,2024年', '青禾县民政局,10', '青禾县教育局,未报', '各单位合计,20']));
    expect(text(await shownDownload(db, of, new URLSearchParams('years=2024'), 'picture.svg', 'zh'))).toMatch(/^<svg[\s\S]*2024年各单位新收政府信息公开申请数量[\s\S]*来源：各单位/);
    expect((await shownDownload(db, of, new URLSearchParams('years=2024'), 'shown.xlsx', 'zh'))?.body).toBeInstanceOf(Uint8Array);
    expect(await shownDownload(db, of, new URLSearchParams(), 'other.csv', 'zh')).toBeUndefined();
    const whole = text(await wholeDownload(db, of, 'figures.csv', 'zh')).split('\r\n');
    // Two reports that count, 200 figures each, a heading and the end of the last line.
    expect(whole).toHaveLength(2 * 200 + 2);
    expect(whole).toContain(`${of.code},003,青禾县民政局,县直部门,2024,own,2021,t3.received.total,10,`);
    expect(whole).toContain(`${of.code},003,青禾县民政局,县直部门,2024,own,2021,t2.fees.amount,,空白`);
    expect(text(await wholeDownload(db, of, 'dictionary.csv', 'zh')).split('\r\n')).toHaveLength(226 + 2);
    expect((await wholeDownload(db, of, 'figures.xlsx', 'zh'))?.body).toBeInstanceOf(Uint8Array);
  });
});
