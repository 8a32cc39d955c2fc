/** Stored documents read again with another reader than the one they came in with, in both databases. */
import { expect, it } from 'vitest';
import type { Figures } from '../../src/lib/figures/figure.ts';
import type { FigureId } from '../../src/lib/form/figures.ts';
import { correctFigure } from '../../src/lib/server/ingest/correct-figure.ts';
import { ingestDocument } from '../../src/lib/server/ingest/ingest-report.ts';
import { readReports, type ReadBytes } from '../../src/lib/server/ingest/read-reports.ts';
import { rereadDocuments, type RereadPiece } from '../../src/lib/server/ingest/reread.ts';
import type { ReportKey } from '../../src/lib/server/queries/connection.ts';
import { countyById } from '../../src/lib/server/queries/counties.ts';
import { documentByHash } from '../../src/lib/server/queries/documents.ts';
import { figuresOfReport, sumsByYear } from '../../src/lib/server/queries/figures.ts';
import { findingsOf } from '../../src/lib/server/queries/findings.ts';
import { versionsOf } from '../../src/lib/server/queries/reports.ts';
import { wholeFigures } from '../support/whole-report.ts';
import { reportBytes, type ReportWish } from './support/reports.ts';
import { seedCounty } from './support/seed.ts';
import { databaseSuite } from './support/suite.ts';

const RECEIVED = 't3.received.total';
const FORWARD = 't3.carried_forward.total';
const whole = wholeFigures('2021');
const right = whole[RECEIVED]!.value!;

/** A reader that reads some figures wrongly, as an earlier one may have. */
const misreading = (wrong: Record<FigureId, number>): ReadBytes => async (bytes, name) => {
  const read = await readReports(bytes, name);
  if ('unreadable' in read) return read;
  const mangled = (figures: Figures): Figures => Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, id in wrong ? { ...figure, value: wrong[id]! } : figure]));
  return { ...read, reports: read.reports.map(({ report, figures }) => ({ report, figures: mangled(figures) })) };
};

databaseSuite('reading again', (database) => {
  let counties = 0;
  const fresh = (): Promise<number> => seedCounty(database().db, `99500${(counties += 1)}`);
  const key = (countyId: number, version = 1, year = 2024): ReportKey => ({ countyId, body: '003', year, scope: 'own', version });
  const bring = (countyId: number, wish: ReportWish, read: ReadBytes) =>
    ingestDocument(database().db, { countyId, bytes: reportBytes(wish), name: '年报.html', actor: 'test', today: '2026-02-01', read });
  const reread = async (countyId: number, keep: boolean, read: ReadBytes = readReports): Promise<Exclude<RereadPiece, { kind: 'progress' }>[]> => {
    const pieces: RereadPiece[] = [];
    const { code } = (await countyById(database().db, countyId))!;
    await rereadDocuments(database().db, read, { county: code, keep, actor: 'officer' }, (piece) => pieces.push(piece));
    expect(pieces.at(-1)).toMatchObject({ kind: 'progress' });
    return pieces.filter((piece) => piece.kind !== 'progress');
  };
  const stateOf = async (report: ReportKey): Promise<unknown> => (await versionsOf(database().db, report)).map(({ version, state, cause }) => [version, state, cause]);
  const keysOf = async (report: ReportKey): Promise<string[]> => (await findingsOf(database().db, report)).map(({ family, key: name }) => `${family}:${name}`).sort();

  it('shows what changes and stores nothing; kept, it is a version that counts, and what it showed is what came', async () => {
    const { db } = database();
    const countyId = await fresh();
    const { sha256 } = await bring(countyId, {}, misreading({ [RECEIVED]: right + 90 }));
    const before = { county: await countyById(db, countyId), findings: await keysOf(key(countyId)) };
    const preview = await reread(countyId, false);
    expect(preview).toMatchObject([{
      kind: 'report', file: '年报.html', body: '青禾县民政局', year: 2024, version: 1, state: 'current', kept: null, appeared: [],
      figures: [{ figure: RECEIVED, before: { value: right + 90, inferred: false }, after: { value: right, inferred: false } }],
    }]);
    const [shown] = preview;
    expect(shown?.kind === 'report' && shown.gone.map(({ check }) => check)).toContain('T3-BALANCE');
    expect(await countyById(db, countyId)).toEqual(before.county);
    expect(await stateOf(key(countyId))).toEqual([[1, 'current', 'submitted']]);

    expect(await reread(countyId, true)).toEqual([{ ...shown, kept: 2 }]);
    expect(await stateOf(key(countyId))).toEqual([[1, 'superseded', 'submitted'], [2, 'current', 'reread']]);
    expect((await figuresOfReport(db, key(countyId, 2)))![RECEIVED]).toMatchObject({ value: right, raw: String(right) });
    expect((await sumsByYear(db, countyId, [RECEIVED]))[0]?.sums[RECEIVED]).toMatchObject({ value: right, n: 1 });
    expect(await keysOf(key(countyId, 1))).toEqual(before.findings);
    expect((await keysOf(key(countyId, 2))).some((name) => name.includes('T3-BALANCE'))).toBe(false);
    expect((await documentByHash(db, countyId, sha256))?.parts[0]).toMatchObject({ outcome: 'new', detail: { version: 2 } });
    expect(await reread(countyId, true)).toEqual([]);
  });

  it('tells what it changes in the findings of next year’s report, whose own reading is the same', async () => {
    const { db } = database();
    const countyId = await fresh();
    // Read later, though it came first: the years are gone through in their order.
    await bring(countyId, { year: 2024 }, readReports);
    await bring(countyId, { year: 2023, cells: { [FORWARD]: whole['t3.carried_in.total']!.value! } }, misreading({ [FORWARD]: 77 }));
    const before = await keysOf(key(countyId));
    const preview = await reread(countyId, false);
    expect(preview.map((piece) => [piece.kind, 'year' in piece && piece.year])).toEqual([['report', 2023], ['neighbour', 2024]]);
    const next = preview[1]!;
    expect(next.kind === 'neighbour' && next.gone.map(({ check }) => check)).toEqual(['XY-CARRY']);
    await reread(countyId, true);
    const after = await keysOf(key(countyId));
    expect(before.filter((name) => !after.includes(name)).some((name) => name.startsWith('neighbour:XY-CARRY'))).toBe(true);
    expect(await stateOf(key(countyId))).toEqual([[1, 'current', 'submitted']]);
    expect((await figuresOfReport(db, key(countyId, 2, 2023)))![FORWARD]!.value).toBe(whole['t3.carried_in.total']!.value);
  });

  it('applies corrections again, and says where the machine now reads the same', async () => {
    const { db } = database();
    const countyId = await fresh();
    await bring(countyId, {}, misreading({ [RECEIVED]: right + 90, [FORWARD]: 41 }));
    const forward = whole[FORWARD]!.value!;
    expect(await correctFigure(db, key(countyId), { figure: RECEIVED, kind: 'reading_corrected', value: right, reason: '原件如此' }, 'one')).toEqual({ version: 2 });
    const changedByBody = { figure: FORWARD, kind: 'changed_by_body', value: 42, reason: '笔误', confirmed: { by: '王某', on: '2025-02-03', how: '电话' } } as const;
    expect(await correctFigure(db, key(countyId, 2), changedByBody, 'one')).toEqual({ version: 3 });
    const [shown] = await reread(countyId, true);
    expect(shown).toMatchObject({ kind: 'report', version: 3, kept: 4 });
    expect(shown?.kind === 'report' && shown.figures.map(({ figure, after, corrected }) => [figure, after.value, corrected])).toEqual(expect.arrayContaining([
      [RECEIVED, right, { kind: 'reading_corrected', value: right, agrees: true }], [FORWARD, forward, { kind: 'changed_by_body', value: 42, agrees: false }],
    ]));
    const figures = (await figuresOfReport(db, key(countyId, 4)))!;
    expect(figures[RECEIVED]).toMatchObject({ value: right, corrected: { kind: 'reading_corrected', read: { value: right } } });
    expect(figures[FORWARD]).toMatchObject({ value: 42, raw: String(forward), corrected: { kind: 'changed_by_body', read: { value: forward } } });
  });

  it('leaves a draft that waits waiting, and superseded ones as they are', async () => {
    const countyId = await fresh();
    await bring(countyId, {}, readReports);
    await bring(countyId, { cells: { [RECEIVED]: right + 1 } }, misreading({ [RECEIVED]: 5 }));
    expect(await stateOf(key(countyId))).toEqual([[1, 'current', 'submitted'], [2, 'proposed', 'submitted']]);
    expect(await reread(countyId, true)).toMatchObject([{ kind: 'report', state: 'proposed', version: 2, kept: 3 }]);
    expect(await stateOf(key(countyId))).toEqual([[1, 'current', 'submitted'], [2, 'superseded', 'submitted'], [3, 'proposed', 'reread']]);
    expect(await reread(countyId, true)).toEqual([]);
  });

  it('keeps what is no longer read, or read as another report, and says so', async () => {
    const countyId = await fresh();
    await bring(countyId, {}, readReports);
    expect(await reread(countyId, true, () => Promise.resolve({ unreadable: 'damaged', format: 'html' }))).toMatchObject([{ kind: 'lost', body: '青禾县民政局', why: { unreadable: 'damaged', format: 'html' }, readAs: null }]);
    const asOther: ReadBytes = (_bytes, name) => readReports(reportBytes({ body: '青禾县教育局' }), name);
    expect(await reread(countyId, true, asOther)).toMatchObject([{ kind: 'lost', readAs: { body: '青禾县教育局', year: 2024 } }]);
    expect(await reread(countyId, true, (_bytes, name) => readReports(reportBytes({ year: 2022 }), name))).toMatchObject([{ kind: 'lost', readAs: { year: 2022 } }]);
    expect(await stateOf(key(countyId))).toEqual([[1, 'current', 'submitted']]);
  });

  it('takes in what could not be read before', async () => {
    const countyId = await fresh();
    const { sha256, outcome } = await bring(countyId, {}, () => Promise.resolve({ unreadable: 'format', format: 'html' }));
    expect(outcome).toBe('unreadable');
    const found = { kind: 'found', file: '年报.html', parts: [{ part: 1, body: '青禾县民政局', year: 2024, scope: 'own' }] };
    expect(await reread(countyId, false)).toEqual([{ ...found, kept: false }]);
    expect((await documentByHash(database().db, countyId, sha256))?.outcome).toBe('unreadable');
    expect(await reread(countyId, true)).toEqual([{ ...found, kept: true }]);
    expect((await documentByHash(database().db, countyId, sha256))).toMatchObject({ outcome: 'read', parts: [{ outcome: 'new', detail: { body: '003', version: 1 } }] });
    expect(await stateOf(key(countyId))).toEqual([[1, 'current', 'submitted']]);
    expect(await reread(countyId, true)).toEqual([]);
  });

  it('says where an attachment no longer has the figures of its version', async () => {
    const countyId = await fresh();
    await bring(countyId, {}, readReports);
    const blank = { cells: { 't4.review.total': { missing: 'blank' } } } as const;
    const second = await bring(countyId, blank, misreading({ 't4.review.total': whole['t4.review.total']!.value! }));
    expect(second.parts[0]?.outcome).toBe('same_figures');
    expect(await reread(countyId, true)).toMatchObject([{ kind: 'attachment', version: 1, figures: ['t4.review.total'] }]);
    expect(await stateOf(key(countyId))).toEqual([[1, 'current', 'submitted']]);
  });
});
