/** What pages show, from stored reports to words. */
import { describe, expect, it } from 'vitest';
import { insertBodies, insertBodyYears } from '../../src/lib/server/queries/bodies.ts';
import { changeCounty, countyByCode, type County } from '../../src/lib/server/queries/counties.ts';
import { insertDocument, setDocumentOutcome, setPartOutcome } from '../../src/lib/server/queries/documents.ts';
import { adopt } from '../../src/lib/server/pages/adopt.ts';
import { readBodiesPage } from '../../src/lib/server/pages/bodies-page.ts';
import { readBodyPage } from '../../src/lib/server/pages/body-page.ts';
import { readComparePage } from '../../src/lib/server/pages/compare-page.ts';
import { countyData } from '../../src/lib/server/pages/county-data.ts';
import { readDocumentsPage } from '../../src/lib/server/pages/documents-page.ts';
import { readOverviewPage } from '../../src/lib/server/pages/overview-page.ts';
import { readReportPage } from '../../src/lib/server/pages/report-page.ts';
import { startCounty } from '../../src/lib/server/pages/start-page.ts';
import { balanceFinding, seedCounty, seedReport } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

const RECEIVED = 't3.received.total';

databaseSuite('pages', (database) => {
  let made = 0;
  /** 002 and 003 have filed for 2024, 004 has not; 003 filed 2023 too, and 005 is due in a year to come. */
  async function county(): Promise<County> {
    const { db } = database();
    const code = `99100${(made += 1)}`;
    const countyId = await seedCounty(db, code);
    const own = (body: string, year: number, version = 1) => ({ countyId, body, year, scope: 'own' as const, version });
    await seedReport(db, own('002', 2024), { cells: { [RECEIVED]: 10, 't2.fees.amount': 1.5 } });
    await seedReport(db, own('003', 2024), { cells: { [RECEIVED]: { missing: 'blank', raw: '' } }, findings: [balanceFinding()] });
    await seedReport(db, own('003', 2020), { cells: { [RECEIVED]: 0 } });
    await seedReport(db, own('002', 2024, 2), { cells: { [RECEIVED]: 12, 't2.fees.amount': 1.5 }, current: false });
    await seedReport(db, { countyId, body: '001', year: 2024, scope: 'rollup', version: 1 }, { cells: { [RECEIVED]: 500 } });
    await db.transaction().execute(async (trx) => {
      await insertBodies(trx, countyId, [{ code: '005', kind: 'township', sortOrder: 5, names: [{ name: '青禾县柳泉镇人民政府', role: 'name' }] }], 'test');
      await insertBodyYears(trx, countyId, [{ body: '005', year: 2024, mustFile: true, countyDueOn: '2999-01-20', statutoryDueOn: '2999-01-31', inRollup: true }], 'test');
      await changeCounty(trx, countyId);
    });
    return (await countyByCode(db, code))!;
  }
  const documents = (text: string): URL => new URL(`http://here/c/x/documents?${text}`);
  const query = (text: string): URL => new URL(`http://here/c/x/bodies?${text}`);

  it('sum what was filed on the overview, with the number of bodies it was made of, and never the county’s own report', async () => {
    const page = await readOverviewPage(database().db, await county(), '2024', 'zh');
    expect(page.years).toEqual([2024, 2020]);
    expect(page.filed).toMatchObject({ n: 3, of: 5, missing: [{ code: '004', name: '青禾县教育局' }, { code: '005', name: '青禾县柳泉镇人民政府' }] });
    const received = page.groups[0]!.numbers[0]!;
    expect(received).toMatchObject({ value: 10, n: 1, of: 4, missing: '青禾县民政局' });
    // One in a report, and 004 has not filed.
    expect(page.findings).toEqual({ error: 2, query: 0, note: 0 });
    expect(page.asked?.ordered.map((body) => body.body)).toEqual(['002']);
    expect(page.charts?.applicants.svg?.wide).toContain('<svg');
    expect(page.charts?.applicants.composition.total.points.map((point) => point.value)).toEqual([0, 10]);
  });

  it('tell filed, not filed, not yet due and not required apart in the list, and why a number is missing', async () => {
    const page = await readBodiesPage(database().db, await county(), query('year=2024'), 'zh');
    expect(page.rows.map(({ code, state }) => [code, state])).toEqual([['001', '已报'], ['002', '已报'], ['003', '已报'], ['004', '未报'], ['005', '未到期']]);
    expect(page.rows.map(({ received }) => [received.value, received.missing])).toEqual([[500, undefined], [10, undefined], [null, 'blank'], [null, 'not_filed'], [null, 'not_due']]);
    expect(page.rows[2]!.received.words).toBe('空白');
    expect(page.rows[2]!.findings).toEqual({ error: 1, query: 0, note: 0 });
    expect(page.rows[3]!.situation).toEqual([expect.stringContaining('青禾县教育局')]);
    expect(page.rows[3]!.findings.error).toBe(1);
    expect(page.rows[4]!.situation).toEqual([]);
    expect(page.rows[2]!.years).toBe('2020、2024');
  });

  it.each([['q=民政', ['003']], ['q=县政府办', ['002']], ['kind=township', ['005']], ['state=missing', ['004']], ['level=error', ['003', '004']], ['state=filed&level=note', []]])('filter the list by %s', async (text, codes) => {
    const page = await readBodiesPage(database().db, await county(), query(`year=2024&${text}`), 'zh');
    expect(page.rows.map(({ code }) => code)).toEqual(codes);
    expect(page.registered).toBe(5);
  });

  it('show a body through the years with four kinds of nothing', async () => {
    const page = (await readBodyPage(database().db, await county(), '003', null, 'zh'))!;
    expect(page.columns.map(({ year, report }) => [year, report !== null])).toEqual([[2020, true], [2024, true]]);
    const cells = (key: string): unknown => page.rows.find((row) => row.key === key)!.cells.map(({ value, missing }) => [value, missing]);
    expect(cells(RECEIVED)).toEqual([[0, undefined], [null, 'blank']]);
    expect(cells('t2.fees.amount')).toEqual([[null, 'not_in_edition'], [10, undefined]]);
    // （六）其他处理 is one row in 2020 and three in 2024.
    expect(cells('other_handling')).toEqual([[expect.any(Number), undefined], [expect.any(Number), undefined]]);
    expect(page.latest).toMatchObject({ year: 2024, years: [2020, 2024], previousYear: null });
    expect(await readBodyPage(database().db, await county(), '999', null, 'zh')).toBeUndefined();
  });

  it('word the findings of a report and mark their cells', async () => {
    const page = (await readReportPage(database().db, await county(), { body: '003', year: 2024, scope: 'own', version: null }, 'zh'))!;
    expect(page.counts).toEqual({ error: 1, query: 0, note: 0 });
    expect(page.figures[RECEIVED]).toMatchObject({ value: null, missing: 'blank', level: 'error', label: expect.stringContaining('新收') });
    expect(page.figures['t3.processed.total']!.level).toBe('error');
    expect(page.figures['t3.granted.total']!.level).toBeUndefined();
    expect(page.tables.map(({ layout }) => layout.table)).toEqual(['二', '三', '四']);
    expect(page.checks.counts).toEqual({ passed: 0, failed: 1, notEvaluated: 0, notApplicable: 0 });
    expect(page.extraRows).toEqual(['表三 备注：1']);
  });

  it('show a proposed draft with what it changes, and count it only when it is adopted', async () => {
    const { db } = database();
    const before = await county();
    const address = { body: '002', year: 2024, scope: 'own' as const };
    const draft = (await readReportPage(db, before, { ...address, version: 2 }, 'zh'))!;
    expect(draft).toMatchObject({
      current: false,
      versions: [{ version: 2, state: 'proposed', actor: 'test', at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) }, { version: 1, state: 'current' }],
      comparison: { from: 1, to: 2, figures: [{ figure: RECEIVED, label: expect.stringContaining('新收') }] },
    });
    expect(draft.comparison!.figures[0]!.before.value).not.toBe(draft.comparison!.figures[0]!.after.value);
    expect((await readReportPage(db, before, { ...address, version: null }, 'zh'))!.version).toBe(1);
    expect(await adopt(db, { ...address, countyId: before.countyId, version: 3 }, 'test')).toBe(false);
    expect(await adopt(db, { ...address, countyId: before.countyId, version: 2 }, 'test')).toBe(true);
    const after = (await countyByCode(db, before.code))!;
    expect(after.dataVersion).toBeGreaterThan(before.dataVersion);
    expect((await readReportPage(db, after, { ...address, version: null }, 'zh'))!.version).toBe(2);
    expect((await readOverviewPage(db, after, '2024', 'zh')).groups[0]!.numbers[0]!.value).toBe(12);
  });

  it('read a county once for each version of its data', async () => {
    const { db } = database();
    const now = await county();
    expect(await countyData(db, now)).toBe(await countyData(db, now));
    expect(await countyData(db, { ...now, dataVersion: now.dataVersion + 1 })).not.toBe(await countyData(db, now));
  });

  it('compare what the address asks for', async () => {
    const page = await readComparePage(database().db, await county(), new URLSearchParams(`figure=${RECEIVED}&years=2024&order=value&body=002&body=003&body=004`), 'zh');
    const bodies = page.shown?.view === 'bars' ? page.shown.bodies : [];
    expect(bodies.map((body) => [body.body, body.points[0]!.value, body.points[0]!.missing])).toEqual([['002', 10, undefined], ['003', null, 'blank'], ['004', null, 'not filed']]);
    expect(bodies[0]!.points[0]!.link).toMatch(/\/reports\/002\/2024\/own#t3\.received\.total$/);
    expect(page.comparison.total.points[0]).toMatchObject({ value: 10, coverage: { n: 1, of: 3 } });
    expect(page.svg?.narrow).toContain('青禾县民政局');
    // Without a choice the government's report, which repeats the others, is left out.
    const all = await readComparePage(database().db, await county(), new URLSearchParams(`figure=${RECEIVED}&years=2024`), 'zh');
    expect(all.comparison.bodies.map(({ kind }) => kind)).not.toContain('government');
    expect(all.bodies.map(({ kind }) => kind)).toContain('government');
    for (const view of ['lines', 'heatmap', 'composition', 'scatter'] as const) expect((await readComparePage(database().db, await county(), new URLSearchParams(`view=${view}`), 'zh')).svg?.wide, view).toContain('<svg');
    expect((await readComparePage(database().db, await county(), new URLSearchParams('view=change&figure=I-OPEN-RATE'), 'zh')).hole).toBe('rate');
  });

  describe('of what was received', () => {
    it('say what became of it, why, and what to do', async () => {
      const { db } = database();
      const of = await county();
      const add = (sha256: string, name: string): Promise<unknown> => db.transaction().execute(async (trx) => {
        await insertDocument(trx, of.countyId, { sha256: sha256.padEnd(64, '0'), name, bytes: new TextEncoder().encode(name), actor: 'test', receivedOn: '2025-01-20' });
        return changeCounty(trx, of.countyId);
      });
      await add('a', '扫描件.png');
      await add('b', '水利局年报.txt');
      await db.transaction().execute(async (trx) => {
        await setDocumentOutcome(trx, of.countyId, 'a'.padEnd(64, '0'), { outcome: 'unreadable', mediaType: 'image/png', detail: { unreadable: 'format', format: 'image' } });
        await setDocumentOutcome(trx, of.countyId, 'b'.padEnd(64, '0'), { outcome: 'read', mediaType: 'text/plain' });
        await setPartOutcome(trx, of.countyId, 'b'.padEnd(64, '0'), { part: 1, outcome: 'body_unknown', detail: {}, title: null, body: '青禾县水利局', year: 2024, scope: null }, 1);
      });
      const now = (await countyByCode(db, of.code))!;
      const page = await readDocumentsPage(db, now, documents(''));
      expect(page.waiting).toBe(1);
      expect(page.documents.find(({ name }) => name === '扫描件.png')).toMatchObject({ outcome: '现在还不能读这种格式：图片', link: null, received: '2025-01-20', todo: expect.stringContaining('原件已保留') });
      const waiting = await readDocumentsPage(db, now, documents('state=body_unknown'));
      expect(waiting.documents.map(({ name, report, outcome }) => [name, report, outcome])).toEqual([['水利局年报.txt', '青禾县水利局 2024', '名录里没有这个单位']]);
      // The picture and the report without a body.
      expect((await readOverviewPage(db, now, '2024', 'zh')).toDo).toBe(2);
      expect((await readDocumentsPage(db, now, documents('state=todo'))).documents.map(({ name }) => name).sort()).toEqual(['扫描件.png', '水利局年报.txt'].sort());
    });
  });

  it('refuse a county without a name, with a code that is none, or with one that is taken', async () => {
    const { db } = database();
    const taken = await county();
    expect(await startCounty(db, { name: ' ', code: '1' }, 'test')).toHaveProperty('refused');
    expect(await startCounty(db, { name: '某县', code: 'a b' }, 'test')).toHaveProperty('refused');
    expect(await startCounty(db, { name: '某县', code: taken.code }, 'test')).toEqual({ refused: `代码${taken.code}已由青禾县使用，请换一个。` });
    expect(await startCounty(db, { name: '某县', code: '991999' }, 'test')).toEqual({ code: '991999' });
  });
});
