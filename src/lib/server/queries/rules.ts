/** The checks as a county meets them: how often each fails, what was said of it, and which are silenced. */
import { sql } from 'kysely';
import type { CheckResult, Finding, Level } from '../../checks/finding.ts';
import type { Judgement } from '../../checks/judgement.ts';
import type { Edition } from '../../form/edition.ts';
import type { Scope } from '../../recognition/report.ts';
import type { Reads, ReportKey, Writes } from './connection.ts';
import { ABOUT, judged, STANDING } from './findings.ts';

export interface CheckYear {
  check: string;
  year: number;
  /** Findings of versions that count, folded ones left out; filings that have one. */
  n: number;
  filings: number;
}

const ofCurrent = (db: Reads, countyId: number) =>
  judged(db).innerJoin('report_current as c', (join) => join
    .onRef('c.county_id', '=', 'f.county_id').onRef('c.body_code', '=', 'f.body_code').onRef('c.year', '=', 'f.year').onRef('c.scope', '=', 'f.scope').onRef('c.version', '=', 'f.version'))
    .where('f.county_id', '=', countyId).where('f.folded_under', 'is', null);

/** How often each check fails, by year; what was judged 不属实 counts too. */
export async function failuresByCheck(db: Reads, countyId: number): Promise<CheckYear[]> {
  return ofCurrent(db, countyId)
    .select((eb) => ['f.check_id as check', 'f.year', eb.fn.countAll<number>().as('n'), sql<number>`count(distinct (f.body_code, f.scope))`.as('filings')])
    .groupBy(['f.check_id', 'f.year']).orderBy('f.check_id').orderBy('f.year').execute();
}

export interface FoundByCheck {
  body: string;
  year: number;
  scope: Scope;
  version: number;
  edition: Edition;
  level: Level;
  parameters: Finding['parameters'];
  quote: string | null;
  about: string;
  judgement: Judgement | null;
}

/** What a check finds in a year, in versions that count, in the order of the register. */
export async function findingsOfCheck(db: Reads, countyId: number, check: string, year: number): Promise<FoundByCheck[]> {
  return ofCurrent(db, countyId)
    .innerJoin('bodies as b', (join) => join.onRef('b.county_id', '=', 'f.county_id').onRef('b.code', '=', 'f.body_code'))
    .innerJoin('reports as r', (join) => join
      .onRef('r.county_id', '=', 'f.county_id').onRef('r.body_code', '=', 'f.body_code').onRef('r.year', '=', 'f.year').onRef('r.scope', '=', 'f.scope').onRef('r.version', '=', 'f.version'))
    .select(['f.body_code as body', 'f.year', 'f.scope', 'f.version', 'r.edition', 'f.level', 'f.parameters', 'f.quote', ABOUT.as('about'), STANDING.as('judgement')])
    .where('f.check_id', '=', check).where('f.year', '=', year).orderBy('b.sort_order').orderBy('f.body_code').orderBy('f.scope').orderBy('f.finding_key').execute();
}

/** Versions of a check that made the stored runs: since when, and over how many versions of reports. */
export async function versionsOfCheck(db: Reads, countyId: number, check: string): Promise<{ version: number; since: string; reports: number }[]> {
  return db.selectFrom(['check_runs as r', sql<{ value: CheckResult }>`jsonb_array_elements(r.results)`.as('one')])
    .select((eb) => [sql<number>`(one.value ->> 'version')::integer`.as('version'), eb.fn.min('r.run_at').as('since'), eb.fn.countAll<number>().as('reports')])
    .where('r.county_id', '=', countyId).where(sql<boolean>`one.value ->> 'check' = ${check}`).groupBy(sql`1`).orderBy(sql`1`, 'desc').execute();
}

export interface Silence {
  check: string;
  silenced: boolean;
  reason: string | null;
  actor: string;
  decidedAt: string;
}

/** The last decision on each check that was ever silenced. */
export async function listSilences(db: Reads, countyId: number): Promise<Silence[]> {
  return db.selectFrom('check_silences').distinctOn('check_id').select(['check_id as check', 'silenced', 'reason', 'actor', 'decided_at as decidedAt'])
    .where('county_id', '=', countyId).orderBy('check_id').orderBy('silence_id', 'desc').execute();
}

/** Silences a check, with a reason, or takes that back. */
export async function insertSilence(trx: Writes, countyId: number, decision: { check: string; silenced: boolean; reason: string | null }, actor: string): Promise<void> {
  await trx.insertInto('check_silences').values({ county_id: countyId, check_id: decision.check, silenced: decision.silenced, reason: decision.reason, actor }).execute();
}

/** Every version that counts or waits: what is checked again when the checks have changed. Superseded ones keep what was found then. */
export async function liveVersions(db: Reads, countyId: number): Promise<ReportKey[]> {
  const rows = await db.selectFrom('reports as r')
    .leftJoin('report_current as c', (join) => join.onRef('c.county_id', '=', 'r.county_id').onRef('c.body_code', '=', 'r.body_code').onRef('c.year', '=', 'r.year').onRef('c.scope', '=', 'r.scope'))
    .select(['r.body_code as body', 'r.year', 'r.scope', 'r.version'])
    .where('r.county_id', '=', countyId).where((eb) => eb.or([eb('c.version', 'is', null), eb('r.version', '>=', eb.ref('c.version'))]))
    .orderBy('r.year').orderBy('r.body_code').orderBy('r.scope').orderBy('r.version').execute();
  return rows.map((row) => ({ countyId, ...row }));
}
