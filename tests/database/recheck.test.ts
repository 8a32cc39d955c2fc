/** Stored reports checked again with the present checks, in both databases. */
import { expect, it } from 'vitest';
import { ingestDocument } from '../../src/lib/server/ingest/ingest-report.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { recheckReports, type RecheckPiece } from '../../src/lib/server/ingest/recheck.ts';
import { countyById } from '../../src/lib/server/queries/counties.ts';
import { countJudged, findingsOf, insertJudgements, storeCheckRun } from '../../src/lib/server/queries/findings.ts';
import { failuresByCheck, insertSilence, listSilences, versionsOfCheck } from '../../src/lib/server/queries/rules.ts';
import { reportBytes } from './support/reports.ts';
import { balanceFinding, seedCounty } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

databaseSuite('checking again', (database) => {
  const recheck = async (countyId: number, whatIf: boolean): Promise<RecheckPiece[]> => {
    const pieces: RecheckPiece[] = [];
    const { code } = (await countyById(database().db, countyId))!;
    await recheckReports(database().db, readReports, { county: code, whatIf }, (piece) => pieces.push(piece));
    return pieces.filter((piece) => piece.kind === 'report');
  };

  it('tells what newly passes and fails, stores it only when asked to, and keeps what people said', async () => {
    const { db } = database();
    const countyId = await seedCounty(db, '995101');
    const key = { countyId, body: '003', year: 2024, scope: 'own' as const, version: 1 };
    await ingestDocument(db, { countyId, bytes: reportBytes({ cells: { 't4.review.total': 99 } }), name: '年报.html', actor: 'test', today: '2026-02-01', read: readReports });
    expect(await recheck(countyId, true)).toEqual([]);
    const found = (await findingsOf(db, key)).find(({ check }) => check === 'T4-SUM')!;
    expect(found).toBeDefined();
    await db.transaction().execute((trx) => insertJudgements(trx, key, [found.about], { verdict: 'false_alarm' }, 'officer'));

    // As an earlier catalogue might have left it: something found that is not so, and nothing of table 四.
    await db.transaction().execute((trx) => storeCheckRun(trx, key, 'report', { results: [{ check: 'T3-BALANCE', version: 1, verdict: 'failed' }, { check: 'T4-SUM', version: 1, verdict: 'passed' }], findings: [balanceFinding()] }, 1));
    const changed = [{ kind: 'report', body: '青禾县民政局', year: 2024, version: 1, failing: expect.arrayContaining(['T4-SUM']), passing: ['T3-BALANCE'] }];
    expect(await recheck(countyId, true)).toMatchObject(changed);
    expect((await findingsOf(db, key)).map(({ check }) => check)).toContain('T3-BALANCE');
    expect(await recheck(countyId, false)).toMatchObject(changed);
    const after = await findingsOf(db, key);
    expect(after.map(({ check }) => check)).not.toContain('T3-BALANCE');
    expect(after.find(({ check }) => check === 'T4-SUM')).toMatchObject({ key: found.key, judgement: 'false_alarm' });
    expect(await recheck(countyId, false)).toEqual([]);
    expect(await versionsOfCheck(db, countyId, 'T4-SUM')).toMatchObject([{ version: 1, reports: 1 }]);
  });

  it('neither counts nor asks about a silenced check, until it speaks again', async () => {
    const { db } = database();
    const countyId = await seedCounty(db, '995102');
    const key = { countyId, body: '003', year: 2024, scope: 'own' as const, version: 1 };
    await ingestDocument(db, { countyId, bytes: reportBytes({ cells: { 't4.review.total': 99 } }), name: '年报.html', actor: 'test', today: '2026-02-01', read: readReports });
    const counted = async (): Promise<boolean> => (await countJudged(db, countyId, 2024)).some(({ check }) => check === 'T4-SUM');
    const silence = (silenced: boolean): Promise<void> => db.transaction().execute((trx) => insertSilence(trx, countyId, { check: 'T4-SUM', silenced, reason: silenced ? '误报多' : null }, 'officer'));
    expect(await counted()).toBe(true);
    await silence(true);
    expect(await counted()).toBe(false);
    expect((await findingsOf(db, key)).find(({ check }) => check === 'T4-SUM')).toMatchObject({ silenced: true });
    expect((await failuresByCheck(db, countyId)).find(({ check }) => check === 'T4-SUM')).toMatchObject({ year: 2024, n: 1, filings: 1 });
    await silence(false);
    expect(await counted()).toBe(true);
    expect(await listSilences(db, countyId)).toMatchObject([{ check: 'T4-SUM', silenced: false }]);
    await expect(db.transaction().execute((trx) => insertSilence(trx, countyId, { check: 'T4-SUM', silenced: true, reason: null }, 'officer'))).rejects.toThrow('check_silences_reason_check');
  });
});
