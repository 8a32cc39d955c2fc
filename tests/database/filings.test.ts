/** Acts on the board, from the first receipt to publication, and what leaves the office. */
import { expect, it } from 'vitest';
import { accept, judge, note, publish, receive, sendBack, takeBack, type Acting } from '../../src/lib/server/pages/filing-acts.ts';
import { filingBoard, workCounts, type BoardRow } from '../../src/lib/server/pages/filing-board.ts';
import { readAnnex, readFilingPage, readFilingsPage, readSheet } from '../../src/lib/server/pages/filings-page.ts';
import { countyByCode, type County } from '../../src/lib/server/queries/counties.ts';
import { findingsOf } from '../../src/lib/server/queries/findings.ts';
import { currentVersion } from '../../src/lib/server/queries/reports.ts';
import type { Finding } from '../../src/lib/checks/finding.ts';
import { balanceFinding, seedCounty, seedReport } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

const DAY = '2025-02-03';
const claim: Finding = {
  check: 'NARR-R1', level: 'query', key: 'NARR-R1|t3.received.total|q', figures: ['t3.received.total'], parameters: { claimed: 9, stands: 7 }, quote: '全年新收到申请9件，申请人王小明，电话13812345678。',
};
const formOf = (fields: Record<string, string | string[] | File>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of Array.isArray(value) ? value : [value]) form.append(name, each);
  return form;
};

databaseSuite('filings', (database) => {
  let made = 0;
  async function seeded(): Promise<{ county: County; acting: Acting; again: () => Promise<County>; row: (code?: string) => Promise<BoardRow> }> {
    const { db } = database();
    const code = `99200${(made += 1)}`;
    const countyId = await seedCounty(db, code);
    const key = { countyId, body: '003', year: 2024, scope: 'own' as const };
    await seedReport(db, { ...key, version: 1 }, { findings: [balanceFinding(), claim], cells: { 't3.received.total': 7 } });
    const again = async (): Promise<County> => (await countyByCode(db, code))!;
    const row = async (body = '003'): Promise<BoardRow> => (await filingBoard(db, await again(), 2024, DAY)).find((entry) => entry.body.code === body)!;
    return { county: await again(), acting: { db, key, actor: '审核员', today: DAY }, again, row };
  }
  const digest = async ({ db, key }: Acting, check: string, version = 1): Promise<string> => (await findingsOf(db, { ...key, version })).find((finding) => finding.check === check)!.about;

  it('go from judging over return, refiling and acceptance to publication', async () => {
    const { acting, row, again } = await seeded();
    const { db, key } = acting;
    expect(await row()).toMatchObject({ version: 1, counts: { error: 1, query: 1 }, toJudge: 1, toSend: 1, position: { state: 'awaiting', receivedOn: '2025-01-15' } });
    const [error, query] = [await digest(acting, 'T3-BALANCE'), await digest(acting, 'NARR-R1')];
    expect(await accept(acting)).toContain('2处');
    // What nobody has confirmed is not sent.
    expect(await sendBack(acting, formOf({ finding: [error, query], dueOn: '2025-02-06' }))).toContain('属实');
    expect(await judge(acting, formOf({ version: '1', finding: [query], verdict: 'confirmed' }))).toBeUndefined();
    expect(await sendBack(acting, formOf({ finding: [error, query], dueOn: '2025-02-02' }))).toContain('不能早于今天');
    expect(await sendBack(acting, formOf({ finding: [error, query], dueOn: '2025-02-06' }))).toBeUndefined();
    expect((await row()).position).toMatchObject({ state: 'returned', backBy: '2025-02-06', returns: 1 });

    // Two digits of the claim are mended: the query speaks of another figure now, and is offered again.
    await seedReport(db, { ...key, version: 2 }, { findings: [claim], cells: { 't3.received.total': 8 }, current: false });
    expect(await row()).toMatchObject({ version: 2, toJudge: 1, position: { state: 'refiled' } });
    const page = (await readFilingPage(db, await again(), '003', 2024, 'zh'))!;
    expect(page.findings).toMatchObject([{ judgement: null, before: '属实', waits: true, leaves: false }]);
    expect(await judge(acting, formOf({ version: '2', finding: [query], verdict: 'confirmed' }))).toContain('变了');
    const offered = await digest(acting, 'NARR-R1', 2);
    expect(await judge(acting, formOf({ version: '2', finding: [offered], verdict: 'explained', reason: '含上年结转1件' }))).toContain('谁说的');
    expect(await judge(acting, formOf({ version: '2', finding: [offered], verdict: 'excepted', reason: '特殊' }))).toContain('只用于差错');
    expect(await judge(acting, formOf({ version: '2', finding: [offered], verdict: 'explained', reason: '含上年结转1件', saidBy: '联络员', saidOn: '2025-02-03', how: 'phone' }))).toBeUndefined();
    expect(await currentVersion(db, key)).toBe(1);
    expect(await accept(acting)).toBeUndefined();
    expect(await currentVersion(db, key)).toBe(2);
    expect((await row()).position).toMatchObject({ state: 'accepted', acceptedOn: DAY });

    expect(await publish(acting, formOf({ on: '2025-02-04', address: 'https://example.gov.cn/1.html' }))).toContain('不能晚于今天');
    expect(await publish(acting, formOf({ on: '2025-02-03', address: 'javascript:alert(1)' }))).toContain('http');
    expect(await publish(acting, formOf({ on: '2025-02-03' }))).toContain('网址');
    const proof = new File(['<html>民政局年报</html>'], '公开页.html', { type: 'text/html' });
    expect(await publish(acting, formOf({ on: '2025-02-03', address: 'https://example.gov.cn/1.html', proof }))).toBeUndefined();
    expect((await row()).position.published).toEqual({ on: '2025-02-03', address: 'https://example.gov.cn/1.html' });
    const { rows } = { rows: await db.selectFrom('filing_documents').select(['role', 'address', 'dated']).where('county_id', '=', key.countyId).where('role', '=', 'publication').execute() };
    expect(rows).toEqual([{ role: 'publication', address: 'https://example.gov.cn/1.html', dated: '2025-02-03' }]);

    // One act back at a time; the history keeps both.
    const undo = (await row()).position.undo!;
    expect(undo.kind).toBe('published');
    expect(await takeBack(acting, formOf({ event: String(undo.id) }))).toBeUndefined();
    expect(await takeBack(acting, formOf({ event: String(undo.id) }))).toContain('已经撤销');
    expect(await row()).toMatchObject({ position: { published: null, state: 'accepted' } });
    expect((await readFilingPage(db, await again(), '003', 2024, 'zh'))!.history.map(({ what, actor }) => `${what} ${actor}`).filter((line) => line.endsWith('审核员')))
      .toEqual(expect.arrayContaining(['撤销上一步 审核员', '公开 审核员', '审核通过 审核员', '说明采纳 审核员', '退回修改 审核员', '属实 审核员']));
  });

  it('accept an error by exception with a reason, and not by explanation', async () => {
    const { acting } = await seeded();
    const error = await digest(acting, 'T3-BALANCE');
    expect(await judge(acting, formOf({ version: '1', finding: [error], verdict: 'excepted' }))).toContain('理由');
    expect(await judge(acting, formOf({ version: '1', finding: [error], verdict: 'explained', reason: 'x', saidBy: 'y', saidOn: DAY, how: 'paper' }))).toContain('差错不能用说明了结');
    expect(await judge(acting, formOf({ version: '1', finding: [error], verdict: 'excepted', reason: '机构撤并，数据无法更正' }))).toBeUndefined();
    expect(await accept(acting)).toContain('1处');
    await judge(acting, formOf({ version: '1', finding: [await digest(acting, 'NARR-R1')], verdict: 'false_alarm' }));
    expect(await accept(acting)).toBeUndefined();
  });

  it('count work the same way everywhere, word reminders, and log promises', async () => {
    const { acting, county, again } = await seeded();
    const { db } = acting;
    expect(workCounts(await filingBoard(db, county, 2024, DAY))).toEqual({ due: 3, came: 1, missing: 2, toReview: 1, notRefiled: 0, accepted: 0, published: 0 });
    const page = await readFilingsPage(db, county, new URL('http://here/?year=2024&state=not_filed'), 'zh');
    expect(page.rows.map(({ code, words }) => [code, words])).toEqual([['002', '未报'], ['004', '未报']]);
    expect(page.reminder).toContain('应报3家，已报1家，未报2家，退回未重报0家');
    expect(page.reminder).toContain('未报：青禾县人民政府办公室、青禾县教育局。');
    expect(page.curves[0]).toEqual({ year: 2024, of: 3, undated: 0, steps: [{ day: 15, n: 1 }] });
    const missing = { ...acting, key: { ...acting.key, body: '004' } };
    expect(await note(missing, formOf({ on: DAY, how: 'phone', note: '' }))).toContain('内容');
    expect(await note(missing, formOf({ on: DAY, how: 'phone', person: '办公室', note: '明天报送', promisedOn: '2025-02-04' }))).toBeUndefined();
    expect((await readFilingPage(db, await again(), '004', 2024, 'zh'))!.contacts).toMatchObject([{ how: '电话', note: '明天报送', promised: '2025-02-04', actor: '审核员' }]);
    expect(await receive(missing, formOf({ on: '2025-02-30' }))).toContain('日期不对');
    expect(await receive(missing, formOf({ on: '2025-02-02' }))).toBeUndefined();
    expect((await filingBoard(db, await again(), 2024, DAY)).find(({ body }) => body.code === '004')?.position).toMatchObject({ state: 'awaiting', overCounty: 13, overStatutory: 2 });
    expect(await accept(missing)).toContain('还没有读入');
  });

  it('let only what is confirmed or certain leave, with personal information masked', async () => {
    const { acting, county, again } = await seeded();
    const { db } = acting;
    const text = async (): Promise<string> => JSON.stringify((await readSheet(db, await again(), '003', 2024, 'feedback'))!.parts);
    expect(await text()).toContain('以下1处需要修改');
    expect(await text()).not.toContain('新收到申请9件');
    await judge(acting, formOf({ version: '1', finding: [await digest(acting, 'NARR-R1')], verdict: 'confirmed' }));
    expect(await text()).toContain('以下2处需要修改');
    expect(await text()).toContain('新收到申请9件');
    expect(await text()).not.toMatch(/13812345678|王小明/);
    expect(JSON.stringify(await readSheet(db, county, '004', 2024, 'notice'))).toContain('第四十七条');
    expect(await readSheet(db, county, '003', 2024, 'notice')).toBeUndefined();
    expect(JSON.stringify(await readAnnex(db, county, 2024))).toContain('青禾县教育局');
  });
});
