/** A person corrects a figure: what follows from it, in both databases. */
import { expect, it } from 'vitest';
import { correctFigure, takeBackCorrection, type FigureCorrection } from '../../src/lib/server/ingest/correct-figure.ts';
import { adoptVersion, ingestDocument } from '../../src/lib/server/ingest/ingest-report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { readReportPage } from '../../src/lib/server/pages/report-page.ts';
import type { ReportKey } from '../../src/lib/server/queries/connection.ts';
import { correctionsOf } from '../../src/lib/server/queries/corrections.ts';
import { countyById } from '../../src/lib/server/queries/counties.ts';
import { documentByHash } from '../../src/lib/server/queries/documents.ts';
import { figuresOfReport, sumsByYear } from '../../src/lib/server/queries/figures.ts';
import { checkResultsOf, findingsOf } from '../../src/lib/server/queries/findings.ts';
import { versionsOf } from '../../src/lib/server/queries/reports.ts';
import { wholeFigures } from '../support/whole-report.ts';
import { reportBytes, type ReportWish } from './support/reports.ts';
import { seedCounty } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

const RECEIVED = 't3.received.total';
const right = wholeFigures('2021')[RECEIVED]!.value!;

databaseSuite('corrections', (database) => {
  let counties = 0;
  const fresh = (): Promise<number> => seedCounty(database().db, `99300${(counties += 1)}`);
  const key = (countyId: number, version = 1, year = 2024): ReportKey => ({ countyId, body: '003', year, scope: 'own', version });
  const bring = (countyId: number, wish: ReportWish) => ingestDocument(database().db, { countyId, bytes: reportBytes(wish), name: '年报.html', actor: 'test', today: '2026-02-01', read: readReports });
  const misread = (value: number | null = right): FigureCorrection => ({ figure: RECEIVED, kind: 'reading_corrected', value, reason: '原件如此' });
  const concerning = async (report: ReportKey): Promise<string[]> => (await findingsOf(database().db, report)).filter(({ figures }) => figures.includes(RECEIVED)).map(({ check }) => check);
  const verdict = async (report: ReportKey, check: string): Promise<string | undefined> =>
    (await checkResultsOf(database().db, report)).flatMap(({ results }) => results).find((result) => result.check === check)?.verdict;
  const stateOf = async (report: ReportKey): Promise<unknown> => (await versionsOf(database().db, report)).map(({ version, state, cause }) => [version, state, cause]);

  it('of a misread figure make a version that counts: its finding goes, the sum follows, the reading stays beside; and back again', async () => {
    const { db } = database();
    const countyId = await fresh();
    const { sha256 } = await bring(countyId, { cells: { [RECEIVED]: right + 90 } });
    expect(await concerning(key(countyId))).not.toEqual([]);
    const before = (await countyById(db, countyId))!;

    expect(await correctFigure(db, key(countyId), misread(), 'officer')).toEqual({ version: 2 });
    expect(await stateOf(key(countyId))).toEqual([[1, 'superseded', 'submitted'], [2, 'current', 'corrected']]);
    expect(await concerning(key(countyId, 2))).toEqual([]);
    expect(await concerning(key(countyId, 1))).not.toEqual([]);
    expect((await sumsByYear(db, countyId, [RECEIVED]))[0]?.sums[RECEIVED]).toMatchObject({ value: right, n: 1 });
    expect((await figuresOfReport(db, key(countyId, 2)))![RECEIVED]).toMatchObject({ value: right, raw: String(right + 90), corrected: { kind: 'reading_corrected', read: { value: right + 90 } } });
    expect((await figuresOfReport(db, key(countyId, 1)))![RECEIVED]).toMatchObject({ value: right + 90 });
    expect(await correctionsOf(db, key(countyId))).toMatchObject([{ figure: RECEIVED, readValue: right + 90, value: right, kind: 'reading_corrected', reason: '原件如此', actor: 'officer', version: 2, confirmed: null }]);
    expect((await documentByHash(db, countyId, sha256))?.parts[0]?.detail.version).toBe(2);
    const after = (await countyById(db, countyId))!;
    expect(after.dataVersion).toBeGreaterThan(before.dataVersion);

    expect(await takeBackCorrection(db, key(countyId, 2), RECEIVED, '看错了', 'officer')).toEqual({ version: 3 });
    expect((await figuresOfReport(db, key(countyId, 3)))![RECEIVED]).toEqual((await figuresOfReport(db, key(countyId, 1)))![RECEIVED]);
    expect(await concerning(key(countyId, 3))).toEqual(await concerning(key(countyId, 1)));
    expect((await correctionsOf(db, key(countyId))).map(({ kind, value }) => [kind, value])).toEqual([['taken_back', right + 90], ['reading_corrected', right]]);
  });

  it('stand among the versions on the page of the report, with what they changed', async () => {
    const { db } = database();
    const countyId = await fresh();
    await bring(countyId, { cells: { [RECEIVED]: right + 90 } });
    await correctFigure(db, key(countyId), misread(), 'officer');
    const page = async (against?: number) => (await readReportPage(db, (await countyById(db, countyId))!, { body: '003', year: 2024, scope: 'own', version: null, against }, 'zh'))!;
    const { versions, comparison, personal } = await page();
    expect(versions.map(({ version, state, why, actor }) => [version, state, why.split('：')[0], actor])).toEqual([[2, 'current', '识读更正', 'officer'], [1, 'superseded', '收到文件', 'test']]);
    expect(comparison).toMatchObject({ from: 1, to: 2, figures: [{ figure: RECEIVED, before: { value: right + 90 }, after: { value: right } }], appeared: [] });
    expect(comparison!.gone.some(({ title }) => title !== '')).toBe(true);
    expect(personal).toBe(0);
    await takeBackCorrection(db, key(countyId, 2), RECEIVED, '看错了', 'officer');
    expect((await page(1)).comparison).toEqual({ from: 1, to: 3, figures: [], appeared: [], gone: [] });
    expect((await page(7)).comparison).toMatchObject({ from: 2, to: 3, figures: [{ figure: RECEIVED }] });
  });

  it('reach the findings of next year’s report', async () => {
    const { db } = database();
    const countyId = await fresh();
    await bring(countyId, { year: 2023, cells: { 't3.carried_forward.total': 77 } });
    await bring(countyId, { year: 2024 });
    expect(await verdict(key(countyId), 'XY-CARRY')).toBe('failed');
    const carried = wholeFigures('2021')['t3.carried_in.total']!.value;
    const outcome = await correctFigure(db, key(countyId, 1, 2023), { figure: 't3.carried_forward.total', kind: 'changed_by_body', value: carried, reason: '笔误', confirmed: { by: '王某', on: '2025-02-03', how: '电话' } }, 'officer');
    expect(outcome).toEqual({ version: 2 });
    expect((await findingsOf(db, key(countyId))).filter(({ check, figures }) => check === 'XY-CARRY' && figures.some((id) => id.endsWith('.total')))).toEqual([]);
    expect((await correctionsOf(db, key(countyId, 2, 2023)))[0]).toMatchObject({ kind: 'changed_by_body', confirmed: { by: '王某', on: '2025-02-03', how: '电话' } });
  });

  it('are refused on another version than the one that counts, of figures that the form does not have, and where nothing changes', async () => {
    const { db } = database();
    const countyId = await fresh();
    await bring(countyId, { cells: { [RECEIVED]: right + 1 } });
    expect(await correctFigure(db, key(countyId), misread(), 'one')).toEqual({ version: 2 });
    expect(await correctFigure(db, key(countyId), misread(5), 'other')).toBe('stale');
    expect(await correctFigure(db, key(countyId, 2), misread(), 'other')).toBe('unchanged');
    expect(await correctFigure(db, key(countyId, 2), { ...misread(), figure: 't9.none' }, 'other')).toBe('no such figure');
    expect(await takeBackCorrection(db, key(countyId, 2), 't3.granted.total', '', 'other')).toBe('unchanged');
    expect(await correctionsOf(db, key(countyId))).toHaveLength(1);
    expect(await versionsOf(db, key(countyId))).toHaveLength(2);
  });

  it('leave a draft that waits waiting, which can be adopted afterwards without them', async () => {
    const { db } = database();
    const countyId = await fresh();
    await bring(countyId, { cells: { [RECEIVED]: right + 1 } });
    await bring(countyId, { cells: { [RECEIVED]: right + 2 } });
    expect(await correctFigure(db, key(countyId), misread(), 'one')).toEqual({ version: 3 });
    expect(await stateOf(key(countyId))).toEqual([[1, 'superseded', 'submitted'], [2, 'proposed', 'submitted'], [3, 'current', 'corrected']]);
    await db.transaction().execute((trx) => adoptVersion(trx, key(countyId, 2), 'one', 'web'));
    const adopted = (await figuresOfReport(db, key(countyId, 2)))![RECEIVED]!;
    expect(adopted.value).toBe(right + 2);
    expect(adopted.corrected).toBeUndefined();
  });

  it('give a missing figure a number, or say that there is none', async () => {
    const { db } = database();
    const countyId = await fresh();
    await bring(countyId, { cells: { [RECEIVED]: { missing: 'blank' } } });
    expect((await sumsByYear(db, countyId, [RECEIVED]))[0]?.sums[RECEIVED]).toMatchObject({ value: null, n: 0, missing: 1 });
    await correctFigure(db, key(countyId), { ...misread(0), kind: 'zero_for_body' }, 'one');
    expect((await sumsByYear(db, countyId, [RECEIVED]))[0]?.sums[RECEIVED]).toMatchObject({ value: 0, n: 1, missing: 0 });
    await correctFigure(db, key(countyId, 2), misread(null), 'one');
    expect((await sumsByYear(db, countyId, [RECEIVED]))[0]?.sums[RECEIVED]).toMatchObject({ value: null, n: 0, missing: 1 });
  });
});
