/** A small county for tests of queries: two departments, a county office, the government. */
import type { Kysely } from 'kysely';
import type { Finding } from '../../../src/lib/checks/finding.ts';
import type { Schema } from '../../../src/lib/server/database/schema.ts';
import { insertBodies, insertBodyYears } from '../../../src/lib/server/queries/bodies.ts';
import type { ReportKey } from '../../../src/lib/server/queries/connection.ts';
import { insertCounty } from '../../../src/lib/server/queries/counties.ts';
import { insertDocument, setDocumentOutcome, setPartOutcome } from '../../../src/lib/server/queries/documents.ts';
import { ensureFiling, insertFilingEvent } from '../../../src/lib/server/queries/filings.ts';
import { storeCheckRun } from '../../../src/lib/server/queries/findings.ts';
import { insertReport, setCurrent } from '../../../src/lib/server/queries/reports.ts';
import { editionOf } from '../../../src/lib/form/edition.ts';
import { wholeFigures } from '../../support/whole-report.ts';
import { recognised, type ReportWish } from './reports.ts';

export const NAMES: Record<string, string> = { '001': '青禾县人民政府', '002': '青禾县人民政府办公室', '003': '青禾县民政局', '004': '青禾县教育局' };

export async function seedCounty(db: Kysely<Schema>, code = '990001'): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const countyId = await insertCounty(trx, { code, name: '青禾县', actor: 'test' });
    await insertBodies(trx, countyId, [
      { code: '001', kind: 'government', sortOrder: 1, names: [{ name: NAMES['001']!, role: 'name' }] },
      { code: '002', kind: 'county_office', sortOrder: 2, names: [{ name: NAMES['002']!, role: 'name' }, { name: '县政府办', role: 'alias' }] },
      { code: '003', kind: 'department', sortOrder: 3, names: [{ name: NAMES['003']!, role: 'name' }] },
      { code: '004', kind: 'department', sortOrder: 4, names: [{ name: NAMES['004']!, role: 'name' }] },
    ], 'test');
    await insertBodyYears(trx, countyId, ['002', '003', '004'].map((body) => ({ body, year: 2024, mustFile: true, countyDueOn: '2025-01-20', statutoryDueOn: '2025-01-31', inRollup: true })), 'test');
    return countyId;
  });
}

/** Stores one version as the line does; the document is named after it. `current` false leaves it proposed. */
export async function seedReport(db: Kysely<Schema>, key: ReportKey, wish: Omit<ReportWish, 'body' | 'year' | 'scope'> & { current?: boolean; findings?: Finding[] } = {}): Promise<string> {
  const body = NAMES[key.body] ?? key.body;
  const sha256 = `${key.body}${key.year}${key.scope === 'own' ? '0' : '1'}${key.version}`.padEnd(64, '0');
  const figures = wholeFigures(editionOf(key.year), wish.cells);
  const report = recognised({ body, year: key.year, scope: key.scope });
  await db.transaction().execute(async (trx) => {
    await insertDocument(trx, key.countyId, { sha256, name: `${body}${key.year}.html`, bytes: new TextEncoder().encode(sha256), actor: 'test', receivedOn: '2025-01-15' });
    const part = { part: 1, outcome: 'new' as const, detail: { body: key.body, year: key.year, scope: key.scope, version: key.version }, title: report.title, body, year: key.year, scope: key.scope };
    await setPartOutcome(trx, key.countyId, sha256, part, 1);
    await setDocumentOutcome(trx, key.countyId, sha256, { outcome: 'read', mediaType: 'text/html' });
    await ensureFiling(trx, key, 'test');
    await insertFilingEvent(trx, key, { kind: 'received', dated: '2025-01-15', dateSource: 'given', detail: { version: key.version, sha256, part: 1 }, origin: 'ingest', actor: 'test' });
    await insertReport(trx, key, { recognised: report, figures, sha256, part: 1, cause: 'submitted', readerVersion: 1, actor: 'test' });
    await storeCheckRun(trx, key, 'report', { results: [{ check: 'T3-BALANCE', version: 1, verdict: wish.findings?.length ? 'failed' : 'passed' }], findings: wish.findings ?? [] }, 1);
    if (wish.current ?? true) await setCurrent(trx, key, 'test');
  });
  return sha256;
}

export const balanceFinding = (key = 'T3-BALANCE|t3.received.total'): Finding => ({
  check: 'T3-BALANCE', level: 'error', key, figures: ['t3.received.total', 't3.processed.total'], parameters: { applicant: 'total', difference: 2, listed: ['a', 'b'] },
  expected: 7, actual: 9, at: { block: 4, row: 1, cell: 9 },
});
