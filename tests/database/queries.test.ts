/** Reads give back what writes stored, and sums say of how many. */
import { describe, expect, it } from 'vitest';
import { editionOf } from '../../src/lib/form/edition.ts';
import { figuresOf } from '../../src/lib/form/figures.ts';
import { bodyByCode, insertSuccession, listBodies, listSuccessions } from '../../src/lib/server/queries/bodies.ts';
import type { ReportKey } from '../../src/lib/server/queries/connection.ts';
import { changeCounty, countyByCode, listCounties } from '../../src/lib/server/queries/counties.ts';
import { documentBytes, insertDocument, listDocuments, setPartOutcome, unfinishedDocuments, waitingBodies } from '../../src/lib/server/queries/documents.ts';
import { changedFigures, figuresOfCounty, figuresOfReport, sumsByYear } from '../../src/lib/server/queries/figures.ts';
import { coverageByYear, filingEvents, filingsOfYear, listYears } from '../../src/lib/server/queries/filings.ts';
import { checkResultsOf, countFindings, countFindingsByYear, countJudged, findingsOf, insertJudgements, judgedByCheck, judgementsOf, storeCheckRun, type Said } from '../../src/lib/server/queries/findings.ts';
import { currentVersion, readReport, reportsOfBody, setCurrent, versionsOf } from '../../src/lib/server/queries/reports.ts';
import { wholeFigures } from '../support/whole-report.ts';
import { balanceFinding, NAMES, seedCounty, seedReport } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

databaseSuite('queries', (database) => {
  let counties = 0;
  const fresh = async (): Promise<number> => seedCounty(database().db, `99000${(counties += 1)}`);
  const own = (countyId: number, body: string, year = 2024, version = 1): ReportKey => ({ countyId, body, year, scope: 'own', version });

  it('gives back a report as it was stored, with values, reasons, places and prose', async () => {
    const { db } = database();
    const key = own(await fresh(), '003');
    const cells = { 't2.fees.amount': 1646.5, 't3.received.natural': { missing: 'blank' as const, raw: ' ' }, 't4.review.total': { missing: 'absent' as const } };
    const sha256 = await seedReport(db, key, { cells });
    const report = await readReport(db, key);
    expect(report).toMatchObject({ key, edition: '2021', sha256, part: 1, bodyAsPrinted: NAMES['003'], dated: '2025-01-20', period: { from: '2024-01-01', to: '2024-12-31' }, tables: ['二', '三', '四'] });
    expect(report?.figures).toEqual(wholeFigures('2021', cells));
    expect(report?.sections.map((section) => section.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(report?.sections[0]).toMatchObject({ text: '按要求开展工作。', at: { block: 1 } });
    expect(report?.extraRows).toEqual([{ table: '三', label: '备注', cells: ['1'], at: { block: 3, row: 40 } }]);
    expect(report?.drift[0]).toMatchObject({ kind: 'label', printed: '本年度止件数' });
    expect(report?.evidence.body).toEqual([{ from: 'title', value: NAMES['003'] }]);
    expect(await readReport(db, { ...key, version: 2 })).toBeUndefined();
  });

  it('stores text that PostgreSQL refuses with a replacement, and never loses the report', async () => {
    const { db } = database();
    const countyId = await fresh();
    const key = own(countyId, '003');
    await seedReport(db, key, { cells: { 't3.received.natural': { missing: 'text', raw: 'a\u0000b\ud800' } } });
    expect((await figuresOfReport(db, key))?.['t3.received.natural']?.raw).toBe('a\uFFFDb\uFFFD');
  });

  it('sums with the number of reports it was made of, without the government, roll-ups, missing figures and proposed versions', async () => {
    const { db } = database();
    const countyId = await fresh();
    const id = 't3.received.total';
    await seedReport(db, own(countyId, '002'), { cells: { [id]: 10 } });
    await seedReport(db, own(countyId, '003'), { cells: { [id]: { missing: 'blank', raw: '' } } });
    await seedReport(db, own(countyId, '004'), { cells: { [id]: 5, 't2.fees.amount': 0.25 } });
    await seedReport(db, own(countyId, '004', 2024, 2), { cells: { [id]: 1000 }, current: false });
    await seedReport(db, { countyId, body: '001', year: 2024, scope: 'rollup', version: 1 }, { cells: { [id]: 500 } });
    await seedReport(db, own(countyId, '001'), { cells: { [id]: 700 } });
    await seedReport(db, own(countyId, '003', 2020), { cells: { [id]: { missing: 'blank', raw: '' } } });
    expect(await sumsByYear(db, countyId, [id, 't2.fees.amount', 't2.rules.made'])).toEqual([
      { year: 2020, of: 1, sums: {
        [id]: { value: null, n: 0, of: 1, missing: 1 }, 't2.fees.amount': { value: null, n: 0, of: 1, missing: 1 }, 't2.rules.made': { value: 0, n: 1, of: 1, missing: 0 },
      } },
      { year: 2024, of: 3, sums: {
        [id]: { value: 15, n: 2, of: 3, missing: 1 }, 't2.fees.amount': { value: 20.25, n: 3, of: 3, missing: 0 }, 't2.rules.made': { value: null, n: 0, of: 3, missing: 3 },
      } },
    ]);
    await db.updateTable('body_years').set({ in_rollup: false }).where('county_id', '=', countyId).where('body_code', '=', '004').execute();
    expect((await sumsByYear(db, countyId, [id])).at(-1)).toEqual({ year: 2024, of: 2, sums: { [id]: { value: 10, n: 1, of: 2, missing: 1 } } });
    expect(await sumsByYear(db, countyId, [])).toHaveLength(2);
  });

  it('gives the chosen figures of current reports by year and in the order of the register', async () => {
    const { db } = database();
    const countyId = await fresh();
    await seedReport(db, own(countyId, '004'), { cells: { 't3.received.total': 5 } });
    await seedReport(db, own(countyId, '003'), { cells: { 't3.received.total': { missing: 'dash', raw: '-' } } });
    await seedReport(db, { countyId, body: '001', year: 2023, scope: 'rollup', version: 1 });
    const ids = ['t3.received.total', 't2.rules.issued'];
    const rows = await figuresOfCounty(db, countyId, ids);
    expect(rows.map(({ body, year, scope, kind }) => [body, year, scope, kind])).toEqual([
      ['001', 2023, 'rollup', 'government'], ['003', 2024, 'own', 'department'], ['004', 2024, 'own', 'department'],
    ]);
    expect(rows[1]?.values).toEqual({ 't3.received.total': null, 't2.rules.issued': 0 });
    expect(await figuresOfCounty(db, countyId, figuresOf('2021').map((figure) => figure.id), 'own')).toHaveLength(2);
    await expect(figuresOfCounty(db, countyId, ['t3.nonsense'])).rejects.toThrow('No such figure');
  });

  it('says what is due of a year and what came', async () => {
    const { db } = database();
    const countyId = await fresh();
    await seedReport(db, own(countyId, '003'));
    await seedReport(db, { countyId, body: '001', year: 2024, scope: 'rollup', version: 1 });
    const filings = await filingsOfYear(db, countyId, 2024);
    expect(filings.map(({ body, mustFile, inRollup, received }) => [body, mustFile, inRollup, received.map((each) => [each.scope, each.version, each.receivedOn])])).toEqual([
      ['001', false, false, [['rollup', 1, '2025-01-15']]], ['002', true, true, []], ['003', true, true, [['own', 1, '2025-01-15']]], ['004', true, true, []],
    ]);
    expect(filings[1]).toMatchObject({ countyDueOn: '2025-01-20', statutoryDueOn: '2025-01-31' });
    expect(await coverageByYear(db, countyId)).toEqual([{ year: 2024, due: 3, received: 1 }]);
    expect(await listYears(db, countyId)).toEqual([2024]);
    expect(await filingsOfYear(db, countyId, 2019)).toEqual([]);
  });

  it('tells versions that count, are proposed, and were superseded', async () => {
    const { db } = database();
    const countyId = await fresh();
    for (const version of [1, 2, 3]) await seedReport(db, own(countyId, '003', 2024, version), { current: version === 1 });
    const states = async (): Promise<string[]> => (await versionsOf(db, own(countyId, '003'))).map((version) => version.state);
    expect(await states()).toEqual(['current', 'proposed', 'proposed']);
    await db.transaction().execute((trx) => setCurrent(trx, own(countyId, '003', 2024, 2), 'test'));
    expect(await states()).toEqual(['superseded', 'current', 'proposed']);
    expect(await currentVersion(db, own(countyId, '003'))).toBe(2);
    await seedReport(db, own(countyId, '003', 2023));
    const filed = await reportsOfBody(db, countyId, '003');
    expect(filed.map(({ year, scope, versions }) => [year, scope, versions.length])).toEqual([[2023, 'own', 1], [2024, 'own', 3]]);
    expect(filed[1]?.versions[0]).toMatchObject({ documentName: '青禾县民政局2024.html', cause: 'submitted', edition: '2021', receivedOn: '2025-01-15' });
    expect(filed[1]?.versions[0]?.ingestedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('keeps findings whole, counts those of current versions, and keeps what a person said when the check runs again', async () => {
    const { db } = database();
    const countyId = await fresh();
    const key = own(countyId, '003');
    const folded = { ...balanceFinding('B'), level: 'query' as const, foldedUnder: 'A' };
    const note = { ...balanceFinding('N'), level: 'note' as const, check: 'CELL-SLASH', quote: '“/”' };
    await seedReport(db, key, { findings: [note, folded, balanceFinding('A')] });
    await seedReport(db, own(countyId, '003', 2024, 2), { findings: [balanceFinding('A')], current: false });
    const digest: unknown = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(await findingsOf(db, key)).toEqual([balanceFinding('A'), folded, note].map((finding) => ({ ...finding, family: 'report', about: digest, judgement: null, before: null, reason: null, silenced: false })));
    expect(await checkResultsOf(db, key)).toEqual([{ family: 'report', catalogueVersion: 1, results: [{ check: 'T3-BALANCE', version: 1, verdict: 'failed' }] }]);
    expect(await countFindings(db, countyId)).toEqual([{ body: '003', year: 2024, scope: 'own', level: 'error', n: 1 }, { body: '003', year: 2024, scope: 'own', level: 'note', n: 1 }]);
    const aboutOf = async (stable: string, version = 1): Promise<string> => (await findingsOf(db, { ...key, version })).find((finding) => finding.key === stable)!.about;
    const say = async (stable: string, said: Said): Promise<number> => {
      const about = await aboutOf(stable);
      return db.transaction().execute((trx) => insertJudgements(trx, key, [about], said, 'test'));
    };
    expect(await say('N', { verdict: 'false_alarm' })).toBe(1);
    expect(await countFindingsByYear(db, countyId)).toEqual([{ year: 2024, level: 'error', n: 1 }]);
    const words = async (version = 1): Promise<unknown[]> => (await findingsOf(db, { ...key, version })).map(({ key: stable, judgement, before, reason }) => [stable, judgement, before, reason]);
    // The same finding of the next version says the same: the word holds there too. Undone, it is open again.
    await say('A', { verdict: 'excepted', reason: '系统故障' });
    expect(await words(2)).toEqual([['A', 'excepted', null, '系统故障']]);
    await say('A', { verdict: 'withdrawn' });
    expect(await words(2)).toEqual([['A', null, null, null]]);
    expect((await judgementsOf(db, key)).map(({ verdict, actor }) => [verdict, actor])).toEqual([['withdrawn', 'test'], ['excepted', 'test'], ['false_alarm', 'test']]);
    // Checked again: the same finding keeps its word, one that speaks of other values is offered again.
    await db.transaction().execute((trx) => storeCheckRun(trx, key, 'report', { results: [], findings: [note, balanceFinding('C'), balanceFinding('C')] }, 2));
    expect(await words()).toEqual([['C', null, null, null], ['N', 'false_alarm', null, null]]);
    const stale = await aboutOf('N');
    await db.transaction().execute((trx) => storeCheckRun(trx, key, 'report', { results: [], findings: [{ ...note, parameters: { changed: true } }] }, 2));
    expect(await words()).toEqual([['N', null, 'false_alarm', null]]);
    expect(await db.transaction().execute((trx) => insertJudgements(trx, key, [stale], { verdict: 'confirmed' }, 'test'))).toBe(0);
    // So is one whose figures changed, whatever its parameters.
    await say('N', { verdict: 'confirmed' });
    expect(await words()).toEqual([['N', 'confirmed', null, null]]);
    await seedReport(db, own(countyId, '003', 2024, 3), { findings: [{ ...note, parameters: { changed: true } }], cells: { [note.figures[0]!]: 77 }, current: false });
    expect(await words(3)).toEqual([['N', null, 'confirmed', null]]);
    expect(await countJudged(db, countyId, 2024)).toEqual([
      { body: '003', scope: 'own', version: 1, check: 'CELL-SLASH', level: 'note', prose: true, judgement: 'confirmed', n: 1 },
      { body: '003', scope: 'own', version: 2, check: 'T3-BALANCE', level: 'error', prose: false, judgement: null, n: 1 },
      { body: '003', scope: 'own', version: 3, check: 'CELL-SLASH', level: 'note', prose: true, judgement: null, n: 1 },
    ]);
    expect(await judgedByCheck(db, countyId)).toEqual([{ check: 'CELL-SLASH', judged: 1, falseAlarms: 0 }]);
    await expect(say('N', { verdict: 'explained' })).rejects.toThrow('judgements_explained_check');
    await expect(db.deleteFrom('judgements').where('county_id', '=', countyId).execute()).rejects.toThrow('append-only');
    expect(await countFindings(db, countyId, 2023)).toEqual([]);
  });

  it('lists documents with what became of them, and gives the bytes back', async () => {
    const { db } = database();
    const countyId = await fresh();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const sha256 = 'a'.repeat(64);
    const insert = (): Promise<boolean> => db.transaction().execute((trx) => insertDocument(trx, countyId, { sha256, name: '某局 年报.bin', bytes, actor: 'test' }));
    expect([await insert(), await insert()]).toEqual([true, false]);
    const stored = await documentBytes(db, countyId, sha256);
    expect({ ...stored, bytes: [...(stored?.bytes ?? [])] }).toEqual({ name: '某局 年报.bin', mediaType: 'application/octet-stream', bytes: [...bytes] });
    expect(await unfinishedDocuments(db, countyId)).toEqual([{ sha256, name: '某局 年报.bin' }]);
    const part = { part: 1, outcome: 'body_unknown' as const, detail: { candidates: ['003'] }, title: '标题', body: '某局', year: 2024, scope: null };
    await db.transaction().execute((trx) => setPartOutcome(trx, countyId, sha256, part, 1));
    expect(await waitingBodies(db, countyId)).toEqual([{ body: '某局', documents: [{ sha256, name: '某局 年报.bin', part: 1, year: 2024, scope: null, title: '标题', detail: { candidates: ['003'] } }] }]);
    expect(await listDocuments(db, countyId)).toMatchObject([{ sha256, size: 256, outcome: 'received', receivedOn: null, parts: [part] }]);
  });

  it('knows bodies by their names, and successions', async () => {
    const { db } = database();
    const countyId = await fresh();
    expect((await listBodies(db, countyId)).map(({ code, name, kind }) => [code, name, kind])[1]).toEqual(['002', '青禾县人民政府办公室', 'county_office']);
    expect((await bodyByCode(db, countyId, '002'))?.names[1]).toEqual({ name: '县政府办', role: 'alias', validFrom: null, validTo: null });
    expect(await bodyByCode(db, countyId, '999')).toBeUndefined();
    const merged = { predecessor: '003', successor: '004', kind: 'merged' as const, happenedOn: '2024-03-01' };
    await db.transaction().execute((trx) => insertSuccession(trx, countyId, merged, 'test'));
    expect(await listSuccessions(db, countyId)).toEqual([merged]);
  });

  it('raises the data version of the county', async () => {
    const { db } = database();
    const code = `99000${counties + 1}`;
    const countyId = await fresh();
    expect((await countyByCode(db, code))?.dataVersion).toBe(0);
    await db.transaction().execute((trx) => changeCounty(trx, countyId));
    expect((await countyByCode(db, code))?.dataVersion).toBe(1);
    expect((await listCounties(db)).length).toBeGreaterThan(1);
  });

  it('keeps history and versions as they are', async () => {
    const { db } = database();
    const countyId = await fresh();
    await seedReport(db, own(countyId, '003'));
    expect(await filingEvents(db, own(countyId, '003'))).toMatchObject([{ kind: 'received', dated: '2025-01-15', dateSource: 'given', actor: 'test' }]);
    await expect(db.updateTable('filing_events').set({ actor: 'other' }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('filing_events').execute()).rejects.toThrow('append-only');
    await expect(db.updateTable('reports').set({ title: 'other' }).execute()).rejects.toThrow('append-only');
    await expect(db.updateTable('report_figures').set({ t3_received_total: 1 }).execute()).rejects.toThrow('append-only');
  });

  it('rolls a failed transaction back and goes on', async () => {
    const { db } = database();
    const countyId = await fresh();
    await expect(db.transaction().execute(async (trx) => {
      await changeCounty(trx, countyId);
      throw new Error('on purpose');
    })).rejects.toThrow('on purpose');
    await expect(db.transaction().execute((trx) => trx.insertInto('bodies').values({ county_id: countyId, code: '003', kind: 'zone', sort_order: 9, valid_from: null, valid_to: null, actor: 'test' }).execute()))
      .rejects.toMatchObject({ code: '23505', constraint: 'bodies_pkey' });
    expect((await countyByCode(db, `99000${counties}`))?.dataVersion).toBe(0);
  });
});

describe('changedFigures', () => {
  it('compares numbers, not reasons', () => {
    const before = wholeFigures('2021', { 't3.received.total': 5, 't2.rules.issued': { missing: 'blank' } });
    const after = wholeFigures('2021', { 't3.received.total': 6, 't2.rules.issued': { missing: 'dash' } });
    expect(changedFigures(before, after)).toEqual(['t3.received.total']);
    expect(changedFigures(before, wholeFigures(editionOf(2024), { 't3.received.total': { missing: 'blank' }, 't2.rules.issued': 0 }))).toEqual(['t2.rules.issued', 't3.received.total']);
  });
});
