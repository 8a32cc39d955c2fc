/** Documents whose body is not known: given to a body, left aside, and taken back. */
import { describe, expect, it } from 'vitest';
import { claimParts, leaveAside, takeBackClaim } from '../../src/lib/server/ingest/claims.ts';
import { adoptVersion, ingestDocument, type IngestResult } from '../../src/lib/server/ingest/ingest-report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { claim, readUnassignedPage, unclaim } from '../../src/lib/server/pages/unassigned-page.ts';
import { setReader } from '../../src/lib/server/ingest/handle.ts';
import { readOverviewPage } from '../../src/lib/server/pages/overview-page.ts';
import { bodyByCode } from '../../src/lib/server/queries/bodies.ts';
import { partsOfBody, standingClaims } from '../../src/lib/server/queries/claims.ts';
import { insertCorrection } from '../../src/lib/server/queries/corrections.ts';
import { countyByCode, type County } from '../../src/lib/server/queries/counties.ts';
import { documentByHash, waitingBodies } from '../../src/lib/server/queries/documents.ts';
import { filingEvents, insertFilingEvent } from '../../src/lib/server/queries/filings.ts';
import { checkResultsOf } from '../../src/lib/server/queries/findings.ts';
import { currentVersion, versionsOf } from '../../src/lib/server/queries/reports.ts';
import { reportBytes, type ReportWish } from './support/reports.ts';
import { seedCounty } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

databaseSuite('claims', (database) => {
  setReader(readReports);
  let made = 0;
  async function county(): Promise<County> {
    const code = `99310${(made += 1)}`;
    await seedCounty(database().db, code);
    return now(code);
  }
  const now = async (code: string): Promise<County> => (await countyByCode(database().db, code))!;
  const intake = ({ countyId }: County) => ({ countyId, actor: 'test', today: '2025-02-01', read: readReports });
  const bring = (of: County, wish: ReportWish, name = `${wish.body}${wish.year}.html`): Promise<IngestResult> =>
    ingestDocument(database().db, { ...intake(of), bytes: reportBytes(wish), name });
  const key = ({ countyId }: County, year: number, body = '003') => ({ countyId, body, year, scope: 'own' as const });
  const parts = (...results: IngestResult[]) => results.flatMap(({ sha256, parts: each }) => each.map(({ part }) => ({ sha256, part })));
  const names = async ({ countyId }: County, body: string) => (await bodyByCode(database().db, countyId, body))!.names.map(({ name, role }) => `${name} ${role}`);
  const waiting = async ({ countyId }: County) => (await waitingBodies(database().db, countyId)).map(({ body, documents }) => `${body} ${documents.map(({ year }) => year).join()}`);

  it('brings the chosen reports in, remembers the name, and takes later files by it; taken back, all of them wait again and nothing is lost', async () => {
    const { db } = database();
    const of = await county();
    const sent = [await bring(of, { body: '青禾县民政事务局', year: 2022 }), await bring(of, { body: '青禾县民政事务局', year: 2023 })];
    expect(sent.map(({ parts: [part] }) => [part!.outcome, part!.detail.evidence!.map(({ from }) => from)])).toEqual([['body_unknown', ['title', 'metadata', 'signature', 'file name']], ['body_unknown', ['title', 'metadata', 'signature', 'file name']]]);
    expect((await readOverviewPage(db, await now(of.code), '2024', 'zh')).unassigned).toBe(2);

    const page = await readUnassignedPage(db, await now(of.code), null);
    expect(page.groups.map(({ name, from, suggestions, documents }) => [name, from, suggestions.map((each) => each.name), documents.map(({ year }) => year)]))
      .toEqual([['青禾县民政事务局', '标题、网页信息、落款、文件名', ['青禾县民政局'], ['2022年度', '2023年度']]]);
    const claimed = await claim(db, await now(of.code), { keys: page.groups[0]!.documents.map((document) => document.key), body: '003', other: '', remember: true, aside: false }, 'test');
    expect(await names(of, '003')).toEqual(['青禾县民政局 name', '青禾县民政事务局 alias']);
    expect(await currentVersion(db, key(of, 2023))).toBe(1);

    const later = await bring(of, { body: '青禾县民政事务局', year: 2024, cells: { 't3.carried_in.total': 5 } });
    expect(later.parts[0]).toMatchObject({ outcome: 'new', detail: { body: '003', year: 2024 } });
    // A report that names the body itself is not the alias's.
    await bring(of, { body: '青禾县民政局', year: 2025 - 4 });
    const after = await readUnassignedPage(db, await now(of.code), String('id' in claimed && claimed.id));
    expect(after.told).toBe('已归入青禾县民政局：3份，“青禾县民政事务局”已记作别名。');
    expect(after.claimed.map(({ body, alias, parts: each }) => [body!.name, alias, each.map(({ report, outcome }) => `${report} ${outcome}`)]))
      .toEqual([['青禾县民政局', '青禾县民政事务局', ['青禾县民政局 2022年度 已入库', '青禾县民政局 2023年度 已入库', '青禾县民政局 2024年度 已入库']]]);
    const neighbours = async (year: number) => (await checkResultsOf(db, { ...key(of, year), version: 1 })).filter(({ family }) => family === 'neighbour').flatMap(({ results }) => results.map(({ check, verdict }) => `${check} ${verdict}`));
    expect(await neighbours(2022)).not.toContain('XY-CARRY not evaluated');

    expect(await unclaim(db, await now(of.code), after.claimed[0]!.id, 'test')).toEqual({ told: '已撤回，3份年报回到待认领。' });
    expect(await names(of, '003')).toEqual(['青禾县民政局 name']);
    expect(await waiting(of)).toEqual(['青禾县民政事务局 2022,2023,2024']);
    expect(await versionsOf(db, key(of, 2024))).toEqual([]);
    expect((await partsOfBody(db, of.countyId, '003')).map(({ year }) => year)).toEqual([2021]);
    expect((await filingEvents(db, key(of, 2024))).map(({ kind, origin }) => `${kind} ${origin}`)).toEqual(['received ingest', 'withdrawn claim']);
    expect((await documentByHash(db, of.countyId, later.sha256))!.parts[0]!.detail.evidence!.map(({ from }) => from)).toContain('title');
    expect(await standingClaims(db, of.countyId)).toEqual([]);
    expect(await unclaim(db, await now(of.code), after.claimed[0]!.id, 'test')).toMatchObject({ refused: expect.stringContaining('处理过') });
    // Claimed once more it comes in as before.
    expect(await claimParts(db, intake(of), parts(later), '004', false)).toMatchObject({ alias: null });
    expect(await currentVersion(db, key(of, 2024, '004'))).toBe(1);
    expect(await names(of, '004')).toEqual(['青禾县教育局 name']);
  });

  it('evaluates again whoever is judged by what is claimed or taken back', async () => {
    const { db } = database();
    const of = await county();
    await bring(of, { body: '青禾县民政局', year: 2024, cells: { 't3.carried_in.total': 5 } });
    const carry = async () => (await checkResultsOf(db, { ...key(of, 2024), version: 1 })).flatMap(({ results }) => results.filter(({ check }) => check === 'XY-CARRY').map(({ verdict }) => verdict));
    const before = await carry();
    const last = await bring(of, { body: '某民政事务局', year: 2023, cells: { 't3.carried_forward.total': 1 } });
    const claimed = await claimParts(db, intake(of), parts(last), '003', true);
    expect([before, await carry()]).toEqual([['not evaluated'], ['failed']]);
    await takeBackClaim(db, intake(of), 'id' in claimed ? claimed.id : 0);
    expect(await carry()).toEqual(['not evaluated']);
  });

  it('remembers a name only where it is one name, all its files are taken, and nobody else has it', async () => {
    const { db } = database();
    const of = await county();
    const [first, second, other] = [await bring(of, { body: '甲办', year: 2022 }), await bring(of, { body: '甲办', year: 2023 }), await bring(of, { body: '乙办', year: 2023 })];
    expect(await claimParts(db, intake(of), parts(first), '003', true)).toMatchObject({ alias: null });
    expect(await waiting(of)).toEqual(['乙办 2023', '甲办 2023']);
    expect(await claimParts(db, intake(of), parts(second, other), '004', true)).toMatchObject({ alias: null });
    expect(await claimParts(db, intake(of), parts(second), '004', true)).toEqual({ refused: 'gone' });
    expect(await claimParts(db, intake(of), parts(second), '099', true)).toEqual({ refused: 'no_body' });
    expect(await waiting(of)).toEqual([]);
  });

  it('leaves aside what is nobody’s, also when it is sent again, until that is taken back', async () => {
    const { db } = database();
    const of = await county();
    const wish = { body: '邻县水利局', year: 2024 };
    const sent = await bring(of, wish);
    const left = await leaveAside(db, { countyId: of.countyId, actor: 'test' }, parts(sent));
    expect(await waiting(of)).toEqual([]);
    expect(await bring(of, wish)).toMatchObject({ outcome: 'known', parts: [{ outcome: 'left_aside' }] });
    expect((await readOverviewPage(db, await now(of.code), '2024', 'zh')).unassigned).toBe(0);
    expect((await readUnassignedPage(db, await now(of.code), null)).aside.map(({ parts: each }) => each.map(({ report, outcome }) => `${report} ${outcome}`))).toEqual([['邻县水利局 2024年度 已搁置']]);
    expect(await takeBackClaim(db, intake(of), 'id' in left ? left.id : 0)).toEqual({ waiting: 1 });
    expect(await waiting(of)).toEqual(['邻县水利局 2024']);
    expect((await readUnassignedPage(db, await now(of.code), null)).groups[0]!.from).toBe('标题、网页信息、落款、文件名');
  });

  describe('are not taken back, and nothing changes,', () => {
    async function claimed(of: County, wish: ReportWish = { body: '甲办', year: 2023 }): Promise<{ id: number; sent: IngestResult }> {
      const sent = await bring(of, wish);
      const done = await claimParts(database().db, intake(of), parts(sent), '003', true);
      if ('refused' in done) throw new Error(done.refused);
      return { id: done.id, sent };
    }
    const why = async (of: County, id: number) => {
      const taken = await takeBackClaim(database().db, intake(of), id);
      return taken && 'hindrances' in taken ? taken.hindrances.map((each) => each.why) : taken;
    };

    it('where a report was corrected', async () => {
      const { db } = database();
      const of = await county();
      const { id } = await claimed(of);
      await db.transaction().execute((trx) => insertCorrection(trx, { ...key(of, 2023), version: 1 }, { figure: 't3.received.total', kind: 'reading_corrected', readValue: 1, value: 2, reason: '看错', actor: 'test' }));
      expect(await why(of, id)).toEqual(['corrected']);
      expect([await currentVersion(db, key(of, 2023)), await names(of, '003')]).toEqual([1, ['青禾县民政局 name', '甲办 alias']]);
    });

    it('where it was accepted, until that is taken back', async () => {
      const { db } = database();
      const of = await county();
      const { id } = await claimed(of);
      const note = (kind: 'accepted' | 'withdrawn', event?: number) => db.transaction().execute((trx) => insertFilingEvent(trx, key(of, 2023), { kind, detail: { event }, origin: 'board', actor: 'test' }));
      await note('accepted');
      expect(await why(of, id)).toEqual(['judged']);
      await note('withdrawn', (await filingEvents(db, key(of, 2023))).find(({ kind }) => kind === 'accepted')!.id);
      expect(await why(of, id)).toEqual({ waiting: 1 });
    });

    it('where other documents hang on it, until another draft counts', async () => {
      const { db } = database();
      const of = await county();
      const { id } = await claimed(of, { body: '甲办', year: 2023, cells: { 't3.received.total': 9 } });
      await bring(of, { body: '青禾县民政局', year: 2023 });
      expect(await why(of, id)).toEqual(['others']);
      await db.transaction().execute((trx) => adoptVersion(trx, { ...key(of, 2023), version: 2 }, 'test', 'web'));
      expect(await why(of, id)).toEqual({ waiting: 1 });
      expect((await versionsOf(db, key(of, 2023))).map(({ version, state }) => [version, state])).toEqual([[2, 'current']]);
      expect(await waiting(of)).toEqual(['甲办 2023']);
    });
  });

  it('refuse what a form cannot mean', async () => {
    const { db } = database();
    const of = await county();
    const sent = await bring(of, { body: '甲办', year: 2023 });
    const keys = [`${sent.sha256}/1`];
    const asked = { keys, body: '', other: '', remember: true, aside: false };
    for (const [wrong, words] of [[{ keys: [] }, '没有勾选'], [{ keys: ['../1', `${sent.sha256}/x`] }, '没有勾选'], [{}, '没有选单位'], [{ body: '003', other: '004' }, '两家'], [{ body: "'; drop" }, '没有选单位'], [{ keys: [`${'0'.repeat(64)}/1`], body: '003' }, '处理过']] as const)
      expect(await claim(db, of, { ...asked, ...wrong }, 'test'), words).toEqual({ refused: expect.stringContaining(words) });
    expect(await waiting(of)).toEqual(['甲办 2023']);
  });
});
