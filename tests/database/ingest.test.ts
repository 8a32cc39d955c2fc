/** The whole line, from bytes to findings in the database. */
import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import type { Schema } from '../../src/lib/server/database/schema.ts';
import { createBodies } from '../../src/lib/server/ingest/create-bodies.ts';
import { adoptVersion, ingestDocument, type IngestResult } from '../../src/lib/server/ingest/ingest-report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { insertBodies, insertSuccession, listBodies } from '../../src/lib/server/queries/bodies.ts';
import type { ReportKey } from '../../src/lib/server/queries/connection.ts';
import { countyById, insertCounty } from '../../src/lib/server/queries/counties.ts';
import { documentBytes, listDocuments } from '../../src/lib/server/queries/documents.ts';
import { coverageByYear, filingEvents, filingsOfYear } from '../../src/lib/server/queries/filings.ts';
import { checkResultsOf, findingsOf } from '../../src/lib/server/queries/findings.ts';
import { readReport, versionsOf } from '../../src/lib/server/queries/reports.ts';
import { figuresOf } from '../../src/lib/form/figures.ts';
import { wholeFigures } from '../support/whole-report.ts';
import { reportBytes, type ReportWish } from './support/reports.ts';
import { NAMES, seedCounty } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

const TODAY = '2026-02-01';
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

databaseSuite('ingest', (database) => {
  let counties = 0;
  const fresh = (): Promise<number> => seedCounty(database().db, `99000${(counties += 1)}`);
  const key = (countyId: number, year = 2024, version = 1, body = '003'): ReportKey => ({ countyId, body, year, scope: 'own', version });
  const bring = (countyId: number, wish: ReportWish = {}, name = '年报.html'): Promise<IngestResult> =>
    ingestDocument(database().db, { countyId, bytes: reportBytes(wish), name, actor: 'test', today: TODAY, read: readReports });
  const outcomes = (result: IngestResult): string[] => result.parts.map((part) => part.outcome);
  const carry = async (report: ReportKey): Promise<string | undefined> =>
    (await checkResultsOf(database().db, report)).flatMap(({ results }) => results).find((result) => result.check === 'XY-CARRY')?.verdict;
  const carriedIn = wholeFigures('2021');

  it('stores document, report, every figure, prose, history and findings', async () => {
    const { db } = database();
    const countyId = await fresh();
    const cells = { 't3.received.total': 999, 't3.granted.natural': { missing: 'blank' as const } };
    const result = await ingestDocument(db, { countyId, bytes: reportBytes({ cells }), name: '年报.html', actor: 'test', today: TODAY, read: readReports, receivedOn: '2025-01-18' });
    expect(result).toMatchObject({ outcome: 'read', parts: [{ outcome: 'new', body: NAMES['003'], year: 2024, detail: { body: '003', year: 2024, scope: 'own', version: 1 } }] });
    const report = await readReport(db, key(countyId));
    const expected = wholeFigures('2021', cells);
    const values = Object.fromEntries(Object.entries(report?.figures ?? {}).map(([id, figure]) => [id, figure.value]));
    expect(values).toEqual(Object.fromEntries(figuresOf('2021').map(({ id }) => [id, expected[id]?.value ?? null])));
    expect(report?.figures['t3.granted.natural']).toMatchObject({ value: null, missing: 'blank' });
    expect(report?.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    const found = await findingsOf(db, key(countyId));
    expect(found.map(({ check }) => check)).toEqual(expect.arrayContaining(['T3-ROW-TOTAL', 'T3-BALANCE', 'CELL-BLANK']));
    expect(found.find(({ check }) => check === 'T3-ROW-TOTAL')?.figures).toContain('t3.received.total');
    expect(await filingEvents(db, key(countyId))).toMatchObject([{ kind: 'received', dated: '2025-01-18', actor: 'test', detail: { version: 1, sha256: result.sha256 } }]);
    expect((await documentBytes(db, countyId, result.sha256))?.mediaType).toBe('text/html');
    expect((await countyById(db, countyId))?.dataVersion).toBe(2);
  });

  it('knows the same bytes again, under any name', async () => {
    const countyId = await fresh();
    const first = await bring(countyId);
    const again = await bring(countyId, {}, '另名.html');
    expect(again).toMatchObject({ outcome: 'known', sha256: first.sha256, parts: [{ outcome: 'new' }] });
    expect(await listDocuments(database().db, countyId)).toMatchObject([{ name: '年报.html' }]);
    expect(await versionsOf(database().db, key(countyId))).toHaveLength(1);
  });

  it('attaches another document with the same figures', async () => {
    const { db } = database();
    const countyId = await fresh();
    await bring(countyId);
    const copy = await ingestDocument(db, { countyId, bytes: new Uint8Array([...reportBytes(), 10, 10]), name: '盖章件.html', actor: 'test', today: TODAY, read: readReports });
    expect(copy.parts).toMatchObject([{ outcome: 'same_figures', detail: { version: 1 } }]);
    expect(await versionsOf(db, key(countyId))).toHaveLength(1);
    expect((await filingEvents(db, key(countyId))).map(({ kind }) => kind)).toEqual(['received', 'attached']);
  });

  it('proposes other figures as the next version, and counts them only when adopted', async () => {
    const { db } = database();
    const countyId = await fresh();
    await bring(countyId);
    const later = await bring(countyId, { cells: { 't3.received.total': 999 } });
    expect(later.parts).toMatchObject([{ outcome: 'proposed', detail: { version: 2, against: 1, cells: [{ figure: 't3.received.total', before: expect.any(Number), after: 999 }] } }]);
    expect((await versionsOf(db, key(countyId))).map(({ state }) => state)).toEqual(['current', 'proposed']);
    expect((await findingsOf(db, key(countyId, 2024, 2))).map(({ check }) => check)).toContain('T3-ROW-TOTAL');
    await db.transaction().execute((trx) => adoptVersion(trx, key(countyId, 2024, 2), 'test', 'web'));
    expect((await versionsOf(db, key(countyId))).map(({ state }) => state)).toEqual(['superseded', 'current']);
    expect((await filingEvents(db, key(countyId))).map(({ kind }) => kind)).toEqual(['received', 'proposed', 'adopted']);
    expect((await listDocuments(db, countyId)).flatMap(({ parts }) => parts.map((part) => part.outcome))).toEqual(['new', 'new']);
  });

  it('looks again at next year when a year comes later, and when another version is adopted', async () => {
    const { db } = database();
    const countyId = await fresh();
    const carriedForward = carriedIn['t3.carried_forward.total']?.value ?? 0;
    // Carried in agrees with what the year before carries forward, column by column.
    const agreeing = Object.fromEntries(Object.entries(carriedIn).flatMap(([id, { value }]) =>
      id.startsWith('t3.carried_forward.') ? [[id.replace('forward', 'in'), value ?? 0]] : []));
    await bring(countyId, { year: 2024, cells: agreeing });
    expect(await carry(key(countyId, 2024))).toBe('not evaluated');
    await bring(countyId, { year: 2023 });
    expect(await carry(key(countyId, 2024))).toBe('passed');
    await bring(countyId, { year: 2023, cells: { 't3.carried_forward.total': carriedForward + 1 } });
    expect(await carry(key(countyId, 2024))).toBe('passed');
    await db.transaction().execute((trx) => adoptVersion(trx, key(countyId, 2023, 2), 'test', 'web'));
    expect(await carry(key(countyId, 2024))).toBe('failed');
    expect((await findingsOf(db, key(countyId, 2024))).find(({ check }) => check === 'XY-CARRY')).toMatchObject({ family: 'neighbour', level: 'error', expected: carriedForward + 1, actual: carriedForward });
  });

  it('looks again at the successor of a merged body', async () => {
    const { db } = database();
    const countyId = await fresh();
    await db.transaction().execute(async (trx) => {
      await insertBodies(trx, countyId, [{ code: '005', kind: 'department', sortOrder: 5, names: [{ name: '青禾县民政教育局', role: 'name' }] }], 'test');
      for (const predecessor of ['003', '004']) await insertSuccession(trx, countyId, { predecessor, successor: '005', kind: 'merged', happenedOn: '2024-03-01' }, 'test');
    });
    const sum = Object.fromEntries(Object.entries(carriedIn).flatMap(([id, { value }]) => (id.startsWith('t3.carried_forward.') ? [[id.replace('forward', 'in'), 2 * (value ?? 0)]] : [])));
    await bring(countyId, { year: 2024, body: '青禾县民政教育局', cells: sum });
    const merged = key(countyId, 2024, 1, '005');
    expect(await carry(merged)).toBe('not evaluated');
    await bring(countyId, { year: 2023, body: NAMES['003'] });
    expect(await carry(merged)).toBe('not evaluated');
    await bring(countyId, { year: 2023, body: NAMES['004'] });
    expect(await carry(merged)).toBe('passed');
  });

  it('keeps what it cannot use, and says why', async () => {
    const { db } = database();
    const countyId = await fresh();
    const take = async (bytes: Uint8Array, name: string): Promise<IngestResult> => ingestDocument(db, { countyId, bytes, name, actor: 'test', today: TODAY, read: readReports });
    expect(await take(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), '扫描.txt')).toMatchObject({ outcome: 'unreadable', detail: { format: 'image' }, parts: [] });
    expect(await take(new Uint8Array(0), '空.html')).toMatchObject({ outcome: 'unreadable', parts: [] });
    expect(await take(text('各单位：\n请于1月31日前报送材料。\n联系人：办公室'), '通知.txt')).toMatchObject({ outcome: 'not_a_report', parts: [] });
    expect(outcomes(await bring(countyId, { body: '青禾县水利局' }))).toEqual(['body_unknown']);
    expect(outcomes(await bring(countyId, { year: 2026 }))).toEqual(['new']);
    expect(outcomes(await bring(countyId, { year: 2027 }))).toEqual(['year_unknown']);
    expect(outcomes(await bring(countyId, { year: 2017 }))).toEqual(['before_form']);
    expect(await listDocuments(db, countyId)).toHaveLength(7);
    expect((await take(new Uint8Array(0), '又空.html')).outcome).toBe('known');
  });

  it('reads what waits again when it comes again, under a name that says the year', async () => {
    const { db } = database();
    const countyId = await fresh();
    const bytes = text(new TextDecoder().decode(reportBytes()).replaceAll('2024年', '').replaceAll('2025年', ''));
    const take = (name: string): Promise<IngestResult> => ingestDocument(db, { countyId, bytes, name, actor: 'test', today: TODAY, read: readReports });
    expect(outcomes(await take('年报.html'))).toEqual(['year_unknown']);
    expect(outcomes(await take('年报.html'))).toEqual(['year_unknown']);
    expect(await take('青禾县民政局2024年年报.html')).toMatchObject({ outcome: 'read', parts: [{ outcome: 'new', year: 2024, detail: { body: '003' } }] });
    expect(await take('年报.html')).toMatchObject({ outcome: 'known', parts: [{ outcome: 'new' }] });
    expect((await listDocuments(db, countyId)).map(({ name }) => name)).toEqual(['青禾县民政局2024年年报.html']);
  });

  it('takes the same bytes that come twice at once as one document', async () => {
    const { db } = database();
    const countyId = await fresh();
    const results = await Promise.all([bring(countyId), bring(countyId)]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['known', 'read']);
    expect(await listDocuments(db, countyId)).toMatchObject([{ parts: [{ outcome: 'new' }] }]);
    expect((await filingEvents(db, key(countyId))).map(({ kind }) => kind)).toEqual(['received']);
  });

  it('creates bodies from what waits, then brings the waiting documents in', async () => {
    const { db } = database();
    const countyId = await db.transaction().execute((trx) => insertCounty(trx, { code: `99100${(counties += 1)}`, name: '本县', actor: 'test' }));
    const names: [string, number][] = [['青禾县民政局', 2022], ['青禾县民政局', 2024], ['青禾县人民政府', 2024], ['青禾县白杨镇人民政府', 2023], ['青禾县人民政府办公室', 2024]];
    for (const [body, year] of names) expect(outcomes(await bring(countyId, { body, year }))).toEqual(['body_unknown']);
    const intake = { countyId, actor: 'test', today: TODAY, read: readReports };
    const { created, ingested } = await createBodies(db, intake, { code: `99200${counties}`, name: '青禾县' });
    expect(created).toEqual(['青禾县人民政府', '青禾县人民政府办公室', '青禾县民政局', '青禾县白杨镇人民政府']);
    expect(ingested.flatMap(outcomes)).toEqual(['new', 'new', 'new', 'new', 'new']);
    expect((await listBodies(db, countyId)).map(({ code, kind }) => [code, kind])).toEqual([['001', 'government'], ['002', 'county_office'], ['003', 'department'], ['004', 'township']]);
    expect(await coverageByYear(db, countyId)).toEqual([{ year: 2024, due: 3, received: 3 }, { year: 2023, due: 2, received: 1 }, { year: 2022, due: 1, received: 1 }]);
    expect((await filingsOfYear(db, countyId, 2024))[0]).toMatchObject({ body: '001', statutoryDueOn: '2025-03-31', inRollup: false, received: [{ scope: 'rollup' }] });
    expect(await countyById(db, countyId)).toMatchObject({ name: '青禾县', code: `99200${counties}` });
    expect(await createBodies(db, intake)).toEqual({ created: [], ingested: [] });
  });

  it('completes a document that was stored and then cut off', async () => {
    const { db } = database();
    const countyId = await fresh();
    const failing = failOnce(db, 'report_figures');
    await expect(ingestDocument(failing, { countyId, bytes: reportBytes(), name: '年报.html', actor: 'test', today: TODAY, read: readReports })).rejects.toThrow('cut off');
    expect(await listDocuments(db, countyId)).toMatchObject([{ outcome: 'received', parts: [] }]);
    expect(await versionsOf(db, key(countyId))).toEqual([]);
    expect(await bring(countyId)).toMatchObject({ outcome: 'read', parts: [{ outcome: 'new' }] });
  });
});

/** The database as it is, but for the first insert into the table, which fails. */
function failOnce(db: Kysely<Schema>, table: string): Kysely<Schema> {
  let failed = false;
  return db.withPlugin({
    transformQuery: ({ node }) => {
      if (!failed && node.kind === 'InsertQueryNode' && JSON.stringify(node.into).includes(`"${table}"`)) {
        failed = true;
        throw new Error('cut off');
      }
      return node;
    },
    transformResult: async ({ result }) => result,
  });
}
