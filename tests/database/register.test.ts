/** The register on both engines: a file, a copy, single changes; what each leaves behind, and that nothing is kept by halves. */
import { describe, expect, it } from 'vitest';
import { bodyByCode, listBodies, listSuccessions } from '../../src/lib/server/queries/bodies.ts';
import { changeCounty, countyByCode, type County } from '../../src/lib/server/queries/counties.ts';
import { contactsOfYear } from '../../src/lib/server/queries/contacts.ts';
import { checkResultsOf } from '../../src/lib/server/queries/findings.ts';
import { waitingBodies } from '../../src/lib/server/queries/documents.ts';
import { createBodies } from '../../src/lib/server/ingest/create-bodies.ts';
import { setReader } from '../../src/lib/server/ingest/handle.ts';
import { ingestDocument } from '../../src/lib/server/ingest/ingest-report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { checkLoad, keepShownCopy, keepShownLoad, readRegisterPage, takeWaiting } from '../../src/lib/server/pages/register-page.ts';
import { readOverviewPage } from '../../src/lib/server/pages/overview-page.ts';
import { addBody, editBody, renameBody, setCountyDate, setOrder, undoRename } from '../../src/lib/server/register/edit.ts';
import { enterSuccession, readRegister, takeBackSuccession } from '../../src/lib/server/register/keep.ts';
import { reportBytes } from './support/reports.ts';
import { seedCounty, seedReport } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

const url = (query: string): URL => new URL(`http://here/register?${query}`);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

databaseSuite('register', (database) => {
  // Pages read with the process's reader: here, in this thread.
  setReader(readReports);
  let made = 0;
  async function county(): Promise<County> {
    const code = `99300${(made += 1)}`;
    await seedCounty(database().db, code);
    return now(code);
  }
  const now = async (code: string): Promise<County> => (await countyByCode(database().db, code))!;
  const keeping = ({ countyId }: County): { countyId: number; actor: string } => ({ countyId, actor: 'test' });
  const names = async (of: County): Promise<string[]> => (await listBodies(database().db, of.countyId)).map(({ code, name }) => `${code} ${name}`);

  it('keeps a file as it was shown, in its order, with contacts, and bumps the version', async () => {
    const { db } = database();
    const of = await county();
    const file = bytes('代码,单位名称,更名日期,应报,联系人,电话\n4,青禾县教育和体育局,2024-05-01,否,李某；王某,1；2\n003,青禾县民政局,,是,,\n,青禾县水利局,,,,');
    const checked = await checkLoad(db, of, 2024, file, true);
    if ('refused' in checked) throw new Error(checked.refused);
    expect(checked.load.plan.rows.map(({ code, state }) => `${code} ${state}`)).toEqual(['004 有变化', '005 新登记', '002 从本年名录去掉']);
    expect(await names(of)).toHaveLength(4);
    expect(await keepShownLoad(db, of, checked.load, 'test')).toBeNull();
    expect(await names(of)).toEqual(['004 青禾县教育和体育局', '003 青禾县民政局', '005 青禾县水利局', '001 青禾县人民政府', '002 青禾县人民政府办公室']);
    const register = await readRegister(db, of.countyId, 2024);
    expect([...register.years].map(([code, { mustFile, statutoryDueOn }]) => [code, mustFile, statutoryDueOn])).toEqual([['003', true, '2025-01-31'], ['004', false, '2025-01-31'], ['005', true, '2025-01-31']]);
    expect(await contactsOfYear(db, of.countyId, 2024)).toEqual([{ body: '004', name: '李某', post: null, phone: '1' }, { body: '004', name: '王某', post: null, phone: '2' }]);
    expect((await bodyByCode(db, of.countyId, '004'))!.names).toEqual([{ name: '青禾县教育局', role: 'name', validFrom: null, validTo: '2024-04-30' }, { name: '青禾县教育和体育局', role: 'name', validFrom: '2024-05-01', validTo: null }]);
    expect((await now(of.code)).dataVersion).toBe(of.dataVersion + 1);
  });

  it('keeps nothing where the data changed after it was shown, and shows what it would change now', async () => {
    const { db } = database();
    const of = await county();
    const checked = await checkLoad(db, of, 2024, bytes('单位名称\n青禾县水利局'), false);
    if ('refused' in checked) throw new Error(checked.refused);
    await addBody(db, keeping(of), '青禾县水利局', 'department', 2024);
    const again = await keepShownLoad(db, of, checked.load, 'test');
    expect(again).toMatchObject({ load: { plan: { same: 1, rows: [] }, version: of.dataVersion + 1 } });
    expect(await names(of)).toHaveLength(5);
    expect(await keepShownCopy(db, of, 2024, 2025, of.dataVersion, 'test')).toBe(false);
    expect((await readRegister(db, of.countyId, 2025)).years.size).toBe(0);
  });

  it('copies a year; the overview says when a year has none, and its number of due reports stays as reports come', async () => {
    const { db } = database();
    let of = await county();
    await ingestDocument(db, { countyId: of.countyId, bytes: reportBytes({ body: '青禾县民政局', year: 2025 }), name: '年报.html', actor: 'test', today: '2026-02-01', read: readReports });
    of = await now(of.code);
    expect((await readOverviewPage(db, of, '2025', 'zh')).unregistered).toEqual({ from: 2024 });
    expect((await readOverviewPage(db, of, '2024', 'zh')).unregistered).toBeNull();
    expect((await readRegisterPage(db, of, url('year=2025&copy=2024'))).copy.plan!.rows.map(({ code, differences }) => [code, differences])).toEqual(
      ['002', '003', '004'].map((code) => [code, ['县定时限：2025-01-20 → 2026-01-20', '法定时限：2025-01-31 → 2026-01-31']]));
    expect(await keepShownCopy(db, of, 2024, 2025, of.dataVersion, 'test')).toBe(true);
    const page = await readOverviewPage(db, await now(of.code), '2025', 'zh');
    expect([page.unregistered, page.filed.n, page.filed.of]).toEqual([null, 1, 3]);
  });

  it('edits a body, renames it and takes that back, orders, dates, and refuses names of others', async () => {
    const { db } = database();
    const of = await county();
    const edited = { name: '青禾县民政局', kind: 'zone' as const, aliases: ['民政局'], contacts: [{ name: '李某', post: '联络员', phone: null }], year: { mustFile: true, countyDueOn: '2025-01-10', statutoryDueOn: null, inRollup: true, peerGroup: '一组', note: null } };
    expect(await editBody(db, keeping(of), '003', 2024, edited)).toBeNull();
    expect(await editBody(db, keeping(of), '003', 2024, { ...edited, aliases: ['县政府办'] })).toEqual({ refused: 'name_taken', name: '县政府办', by: '青禾县人民政府办公室' });
    expect(await renameBody(db, keeping(of), '003', '青禾县教育局', '2024-03-01')).toMatchObject({ refused: 'name_taken' });
    expect(await renameBody(db, keeping(of), '003', '青禾县民政和老龄局', '2024-03-01')).toBeNull();
    expect(await renameBody(db, keeping(of), '003', '再改', '2024-03-01')).toEqual({ refused: 'rename_before', since: '2024-03-01' });
    expect(await bodyByCode(db, of.countyId, '003')).toMatchObject({ kind: 'zone', name: '青禾县民政和老龄局' });
    expect(await undoRename(db, keeping(of), '003')).toBeNull();
    expect(await undoRename(db, keeping(of), '003')).toEqual({ refused: 'nothing_to_undo' });
    expect((await bodyByCode(db, of.countyId, '003'))!.names).toEqual([{ name: '青禾县民政局', role: 'name', validFrom: null, validTo: null }, { name: '民政局', role: 'alias', validFrom: null, validTo: null }]);
    await setOrder(db, keeping(of), new Map([['004', 0]]));
    expect((await names(of))[0]).toBe('004 青禾县教育局');
    expect(await setCountyDate(db, keeping(of), 2024, null)).toBe(3);
    expect((await readRegister(db, of.countyId, 2024)).years.get('003')).toMatchObject({ countyDueOn: null, statutoryDueOn: null, peerGroup: '一组' });
    expect(await editBody(db, keeping(of), '003', 2024, { ...edited, year: null })).toBeNull();
    expect(await contactsOfYear(db, of.countyId, 2024)).toEqual([]);
  });

  it('evaluates reports again for whom a succession is entered or taken back', async () => {
    const { db } = database();
    const of = await county();
    const key = (body: string, year: number) => ({ countyId: of.countyId, body, year, scope: 'own' as const, version: 1 });
    for (const [body, year] of [['003', 2023], ['004', 2023], ['004', 2024]] as const) await seedReport(db, key(body, year), { cells: { 't3.received.total': 3 } });
    const carry = async (): Promise<string> => JSON.stringify((await checkResultsOf(db, key('004', 2024))).filter(({ family }) => family === 'neighbour').flatMap(({ results }) => results.map(({ check, verdict }) => `${check} ${verdict}`)));
    const succession = { predecessor: '003', successor: '004', kind: 'functions_moved' as const, happenedOn: '2024-05-01' };
    expect(await carry()).toBe('[]');
    expect(await enterSuccession(db, keeping(of), succession)).toBe(true);
    const moved = await carry();
    expect(moved).toContain('XY-CARRY not evaluated');
    expect(await enterSuccession(db, keeping(of), succession)).toBe(false);
    const [entered] = (await readRegisterPage(db, of, url('year=2024'))).successions;
    expect(entered!.words).toBe('青禾县民政局的部分职能划转青禾县教育局');
    expect(await takeBackSuccession(db, keeping(of), entered!.id)).toBe(true);
    expect(await takeBackSuccession(db, keeping(of), entered!.id)).toBe(false);
    expect(await listSuccessions(db, of.countyId)).toEqual([]);
    expect(await carry()).toContain('XY-CARRY failed');
  });

  describe('and what waits', () => {
    it('creates only the chosen bodies, under the names and kinds they were given; the rest goes on waiting', async () => {
      const { db } = database();
      const of = await county();
      for (const body of ['青禾县水利局', '青禾县林业局', '青禾县林业和草原局', '青禾县商务局'])
        await ingestDocument(db, { countyId: of.countyId, bytes: reportBytes({ body, year: 2024 }), name: `${body}.html`, actor: 'test', today: '2025-02-01', read: readReports });
      const given = { name: '青禾县林业和草原局', kind: 'zone' as const };
      const { created } = await createBodies(db, { countyId: of.countyId, actor: 'test', today: '2025-02-01', read: readReports }, undefined, new Map<string, { name: string; kind: 'department' | 'zone' }>([['青禾县水利局', { name: '青禾县水务局', kind: 'department' }], ['青禾县林业局', given], ['青禾县林业和草原局', given]]));
      expect(created.toSorted()).toEqual(['青禾县林业和草原局', '青禾县水务局'].toSorted());
      expect((await waitingBodies(db, of.countyId)).map(({ body }) => body)).toEqual(['青禾县商务局']);
      expect((await listBodies(db, of.countyId)).find(({ name }) => name === '青禾县水务局')!.names.map(({ name, role }) => `${name} ${role}`)).toEqual(['青禾县水务局 name', '青禾县水利局 alias']);
      await addBody(db, keeping(of), '青禾县商务局', 'department', 2024);
      await takeWaiting(db, of, 'test');
      expect(await waitingBodies(db, of.countyId)).toEqual([]);
    });
    it('gives a new body no year that has no register', async () => {
      const { db } = database();
      const of = await county();
      await db.transaction().execute((trx) => changeCounty(trx, of.countyId));
      await ingestDocument(db, { countyId: of.countyId, bytes: reportBytes({ body: '青禾县水利局', year: 2025 }), name: '年报.html', actor: 'test', today: '2026-02-01', read: readReports });
      await createBodies(db, { countyId: of.countyId, actor: 'test', today: '2026-02-01', read: readReports });
      expect((await readRegister(db, of.countyId, 2025)).years.size).toBe(0);
    });
  });
});
