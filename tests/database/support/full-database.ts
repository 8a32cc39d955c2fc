/** Databases for tests of backups: one full of what is hard to carry, new ones without tables, and their content as text. */
import { randomUUID } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import { inject } from 'vitest';
import { insertContact } from '../../../src/lib/server/queries/filings.ts';
import { loadCounty } from '../../../src/cli/demo/load-county.ts';
import { demoCounty } from '../../../src/lib/demo/demo-county.ts';
import { clientOf, openPglite } from '../../../src/lib/server/database/pglite-client.ts';
import { PgliteDialect } from '../../../src/lib/server/database/pglite-dialect.ts';
import { openPool, postgresDialect } from '../../../src/lib/server/database/postgres.ts';
import type { Schema } from '../../../src/lib/server/database/schema.ts';
import { insertBodies, insertBodyYears } from '../../../src/lib/server/queries/bodies.ts';
import { insertContextNote, saveLegalChange, saveReferenceReport } from '../../../src/lib/server/queries/context.ts';
import { endClaim, insertClaim } from '../../../src/lib/server/queries/claims.ts';
import { replaceContacts } from '../../../src/lib/server/queries/contacts.ts';
import { insertDocument, setDocumentOutcome } from '../../../src/lib/server/queries/documents.ts';
import { insertBatch, insertDecision, insertItem } from '../../../src/lib/server/queries/intake.ts';
import { seedCounty, seedReport, balanceFinding } from './seed.ts';
import { withDatabase } from './prepare.ts';
import { engine } from './suite.ts';

/** Documents of the fictional county that are read: a few of each format and year. */
const DOCUMENTS = 24;

/** Text that breaks careless quoting, of every length in bytes; the last two only look alike. */
export const HARD_TEXT = '引号"\'`、反斜线\\、换行\n回车\r制表\t、𠮷😀、\u2028、{a,b}、NULL、é、e\u0301';

/** Fills a migrated, empty database: a county read by the line, and a second one with what is hard to carry. */
export async function fillHard(db: Kysely<Schema>): Promise<void> {
  const demo = demoCounty();
  const step = Math.floor(demo.documents.length / DOCUMENTS);
  const documents = demo.documents.filter((_, index) => index % step === 0);
  await loadCounty(db, { ...demo, documents }, { actor: HARD_TEXT, today: '2026-02-01' });

  // Numbers that were given out and not used: a new county must not get one of them.
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('counties').values({ code: '990008', name: '撤回', actor: 'test' }).execute();
    throw new Error('undo');
  }).catch(() => undefined);
  const countyId = await seedCounty(db, '990001');
  const key = { countyId, body: '003', year: 2024, scope: 'own' as const, version: 1 };
  const sha256 = await seedReport(db, key, { cells: { 't2.fees.amount': 123456.5, 't3.received.total': 2147483647, 't3.granted.natural': { missing: 'blank' } }, findings: [balanceFinding()] });
  await db.transaction().execute(async (trx) => {
    // Capital and small letters are ordered differently from server to server.
    await insertBodies(trx, countyId, ['a1', 'B1', 'b-1', 'Z'].map((code, sortOrder) => ({ code, kind: 'zone' as const, sortOrder, names: [{ name: HARD_TEXT, role: 'name' as const }] })), 'test');
    await insertBodyYears(trx, countyId, [{ body: 'a1', year: 2024, mustFile: true, countyDueOn: null, statutoryDueOn: '2025-01-31', inRollup: false, powers: ['licensing', 'fees'] }], 'test');
    await replaceContacts(trx, countyId, 'a1', 2024, [{ name: HARD_TEXT, post: '', phone: null }, { name: '李某', post: null, phone: '+86 0373-1' }], HARD_TEXT);
    await sql`update body_years set note = '' where county_id = ${countyId} and body_code = 'a1'`.execute(trx);
    await sql`insert into corrections (county_id, body_code, year, scope, figure, read_value, value, kind, reason, actor, made_at, version, confirmed_by, confirmed_on, confirmed_how)
      values (${countyId}, '003', 2024, 'own', 't2.fees.amount', 0.10, 123456789012345678901.2300, 'changed_by_body', ${HARD_TEXT}, 'test', '2025-01-31 23:59:59.123456+08', 1, ${HARD_TEXT}, '2025-01-31', '')`.execute(trx);
    await sql`update findings set place = '{"z": 1.0, "a": [null, true, "\\u2028"]}' where county_id = ${countyId}`.execute(trx);
    await sql`insert into judgements (county_id, body_code, year, scope, version, finding_key, check_id, about, verdict, reason, said_by, said_on, said_how, actor, judged_at)
      values (${countyId}, '003', 2024, 'own', 1, 'k', 'T3-BALANCE', '', 'explained', ${HARD_TEXT}, ${HARD_TEXT}, '2025-01-21', 'paper', '', '2025-03-30 01:30:00+08')`.execute(trx);
    await sql`insert into check_silences (county_id, check_id, silenced, reason, actor, decided_at) values (${countyId}, 'T3-SECRET', true, ${HARD_TEXT}, '', '2025-03-30 01:30:00+08'), (${countyId}, 'T3-SECRET', false, null, 'test', now())`.execute(trx);
    await sql`insert into county_lists (county_id, kind, year, content, actor, kept_at) values (${countyId}, 'words', null, ${HARD_TEXT}, '', '2025-03-30 01:30:00+08'), (${countyId}, 'points', 2024, '', 'test', now())`.execute(trx);
    await insertContact(trx, key, { on: '2025-01-21', how: 'visit', person: null, note: HARD_TEXT, promisedOn: '2025-01-22', actor: 'test' });
    await insertContextNote(trx, countyId, { body: '003', year: 2024, words: HARD_TEXT }, HARD_TEXT);
    await saveLegalChange(trx, countyId, { key: 'own', year: 2022, figures: 't4.review', words: HARD_TEXT, source: '', hidden: true }, 'test');
    await saveReferenceReport(trx, countyId, { name: HARD_TEXT, year: 2024, population: null, address: null, documentName: HARD_TEXT, bytes: new Uint8Array([0, 255]), figures: { 't2.fees.amount': { value: 0.1 }, 't3.received.total': { value: null, missing: 'blank' } } }, 'test');
    await insertClaim(trx, countyId, { body: '003', alias: HARD_TEXT, parts: [{ sha256, part: 1 }], actor: HARD_TEXT });
    await endClaim(trx, countyId, await insertClaim(trx, countyId, { body: null, alias: null, parts: [{ sha256, part: 1 }], actor: 'test' }), HARD_TEXT);
    const batch = await insertBatch(trx, countyId, { year: null, purpose: 'archive', origin: 'web', actor: HARD_TEXT });
    await insertItem(trx, countyId, batch, { name: HARD_TEXT, sha256: null, last: true, state: 'done', outcome: 'refused', detail: { refused: HARD_TEXT }, actor: 'test' });
    await insertItem(trx, countyId, batch, { name: '年报', sha256, last: false, state: 'waiting', outcome: null, detail: {}, actor: 'test' });
    await insertDecision(trx, countyId, { sha256, part: 1, held: 'other_year', decision: 'left_out', actor: HARD_TEXT });
    const everyByte = new Uint8Array(2_500_000).map((_, index) => (index * 7 + (index >> 8)) & 0xff);
    for (const [name, bytes] of [['空', new Uint8Array(0)], ['大', everyByte]] as const) {
      const hash = name === '空' ? '0'.repeat(64) : 'f'.repeat(64);
      await insertDocument(trx, countyId, { sha256: hash, name: HARD_TEXT, bytes, actor: 'test' });
      await setDocumentOutcome(trx, countyId, hash, { outcome: 'unreadable', mediaType: 'application/octet-stream', detail: { unreadable: 'damaged', format: 'unknown' } });
    }
  });
}

/** An embedded database in memory, without tables, whatever the engine of the suite. */
export async function newEmbedded(): Promise<Kysely<Schema>> {
  return new Kysely<Schema>({ dialect: new PgliteDialect(clientOf(await openPglite())) });
}

/** Address of a new PostgreSQL database without tables, that orders text as people do; dropped with those of the suite. */
export async function newPostgres(): Promise<string> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `${inject('prepared')}_${randomUUID().slice(0, 8)}`;
  const admin = new Kysely<Schema>({ dialect: postgresDialect(openPool(server)) });
  await sql`create database ${sql.id(name)} template template0 encoding 'UTF8' locale_provider icu icu_locale 'und' lc_collate 'C' lc_ctype 'C'`.execute(admin);
  await admin.destroy();
  return withDatabase(server, name);
}

/** A database of the suite's engine without tables. */
export async function newDatabase(): Promise<Kysely<Schema>> {
  return engine === 'embedded' ? newEmbedded() : openUrl(await newPostgres());
}

export const openUrl = (url: string): Kysely<Schema> => new Kysely<Schema>({ dialect: postgresDialect(openPool(url)) });

/** Every row of every table as PostgreSQL writes whole rows: another way than that of the backup. */
export async function contentOf(db: Kysely<Schema>): Promise<Record<string, string[]>> {
  return db.transaction().execute(async (trx) => {
    await sql`set local timezone to 'UTC'`.execute(trx);
    await sql`set local datestyle to 'ISO'`.execute(trx);
    const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%' order by 1`.execute(trx);
    const content: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.table(name)} as t`.execute(trx);
      content[name] = rows.map(({ line }) => line).sort();
    }
    return content;
  });
}
