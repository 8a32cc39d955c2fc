/** Texts of a year compared as reports come, and the county's word list at ingest. */
import { expect, it } from 'vitest';
import { compareWaiting } from '../../src/lib/server/ingest/compare-year-texts.ts';
import { insertBodies } from '../../src/lib/server/queries/bodies.ts';
import { insertCounty } from '../../src/lib/server/queries/counties.ts';
import { checkResultsOf, findingsOf } from '../../src/lib/server/queries/findings.ts';
import { keepList, keptLists, yearsWaiting } from '../../src/lib/server/queries/texts.ts';
import { ingestDocument } from '../../src/lib/server/ingest/ingest-report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { readTextsPage, readTwoTexts } from '../../src/lib/server/pages/texts-page.ts';
import { countyByCode } from '../../src/lib/server/queries/counties.ts';
import { databaseSuite } from './support/suite.ts';

const OWN = '开设惠民补贴专栏并按月更新，逐村张贴补助名单，组织干部入户讲解政策，把群众来信整理成问答发布。邀请企业代表座谈，汇总十类高频事项编成手册，在服务大厅设置查询终端供办事人使用。';
const report = (name: string, year: number, first: string, fifth = '解读材料偏少，图解不多，部分栏目更新较慢，队伍力量不足，业务培训次数少，今后将逐月检查栏目并增加图解。'): Uint8Array =>
  new TextEncoder().encode(`${name}${year}年政府信息公开工作年度报告\n一、总体情况\n${first}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n${fifth}\n六、其他需要报告的事项\n无。\n`);

databaseSuite('texts', (database) => {
  it('are compared once they have come, both ways, again when a neighbour comes, and shown side by side', async () => {
    const { db } = database();
    const countyId = await db.transaction().execute(async (trx) => {
      const id = await insertCounty(trx, { code: '990777', name: '青禾县', actor: 'test' });
      await insertBodies(trx, id, [['001', '青禾县水利局'], ['002', '青禾县司法局']].map(([code, name], index) => ({ code: code!, kind: 'department' as const, sortOrder: index, names: [{ name: name!, role: 'name' as const }] })), 'test');
      await keepList(trx, id, { kind: 'words', year: null, content: '按月更新 → 每月更新\n' }, 'test');
      return id;
    });
    const take = async (name: string, year: number, text = OWN) => {
      const result = await ingestDocument(db, { countyId, bytes: report(name, year, text), name: `${name}${year}.txt`, actor: 'test', today: '2025-03-01', read: readReports });
      expect(result.parts.map(({ outcome }) => outcome)).toEqual(['new']);
      await compareWaiting(db, countyId);
      expect(await yearsWaiting(db, countyId)).toEqual([]);
    };
    const key = (body: string, year: number) => ({ countyId, body, year, scope: 'own' as const, version: 1 });
    const found = async (body: string, year: number) => (await findingsOf(db, key(body, year))).filter(({ family }) => family === 'texts').map(({ check, foldedUnder }) => (foldedUnder === undefined ? check : `(${check})`)).sort();

    await take('青禾县水利局', 2024);
    expect(await found('001', 2024)).toEqual([]);
    expect((await checkResultsOf(db, key('001', 2024))).find(({ family }) => family === 'texts')?.results.find(({ check }) => check === 'XY-TEXT-DUP')).toMatchObject({ verdict: 'not evaluated', reason: 'no report of last year' });
    await take('青禾县水利局', 2023);
    // The later report is judged by the earlier one, whichever came first.
    expect(await found('001', 2024)).toEqual(['(TXT-PROBLEM-REPEAT)', 'XY-TEXT-DUP'].filter((check) => check === 'XY-TEXT-DUP' || check.startsWith('(')));
    await take('青禾县司法局', 2024);
    expect(await found('001', 2024)).toContain('TXT-CROSS-DUP');
    expect(await found('002', 2024)).toEqual(['TXT-CROSS-DUP']);

    const words = (await findingsOf(db, key('002', 2024))).filter(({ check }) => check === 'TXT-WORD');
    expect(words.map(({ parameters }) => [parameters['words'], parameters['instead']])).toEqual([['按月更新', '每月更新']]);
    expect(words[0]?.quote).toContain('按月更新');
    expect((await keptLists(db, countyId, 'words')).map(({ actor }) => actor)).toEqual(['test']);

    const county = (await countyByCode(db, '990777'))!;
    const page = await readTextsPage(db, county, '2024');
    expect(page.others.map(({ one, other, share }) => [one, other, share])).toEqual([['青禾县水利局', '青禾县司法局', 100]]);
    expect(page.lastYear.map(({ name, share }) => [name, share])).toEqual([['青禾县水利局', 100]]);
    const two = await readTwoTexts(db, county, new URL(page.others[0]!.link, 'http://x').searchParams);
    expect(two?.sides.map(({ name, sentences }) => [name, sentences.every(({ kind }) => kind === 'shared')])).toEqual([['青禾县水利局', true], ['青禾县司法局', true]]);
    expect((await readTwoTexts(db, county, new URL(page.lastYear[0]!.link, 'http://x').searchParams))?.sides.map(({ year }) => year)).toEqual([2024, 2023]);
    expect(await readTwoTexts(db, county, new URLSearchParams({ year: '2024', one: '009 own' }))).toBeUndefined();
  });
});
