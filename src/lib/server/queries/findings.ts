/** Findings and runs of checks. */
import { sql } from 'kysely';
import type { CheckResult, Finding, Level } from '../../checks/finding.ts';
import type { Scope } from '../../recognition/report.ts';
import type { StoredFamily } from '../database/schema.ts';
import { reportColumns, type Reads, type ReportKey, type Writes } from './connection.ts';
import { storedJson, storedTextOrNull } from './stored-text.ts';

export interface StoredFinding extends Finding {
  family: StoredFamily;
  /** true 属实, false 不属实, null 待核. */
  confirmed: boolean | null;
}

/** Findings of a version: errors first, then queries, then notes; within a level by check and key. */
export async function findingsOf(db: Reads, key: ReportKey): Promise<StoredFinding[]> {
  const rows = await db.selectFrom('findings')
    .select([
      'family', 'finding_key as key', 'check_id as check', 'level', 'figures', 'parameters', 'expected', 'actual', 'quote', 'place as at',
      'folded_under as foldedUnder', 'confirmed',
    ])
    .where((eb) => eb.and(reportColumns(key)))
    .orderBy((eb) => eb.case('level').when('error').then(1).when('query').then(2).else(3).end())
    .orderBy('check_id').orderBy('finding_key').execute();
  return rows.map(({ expected, actual, quote, at, foldedUnder, ...row }) => ({
    ...row,
    ...(expected !== null && { expected }), ...(actual !== null && { actual }), ...(quote !== null && { quote }),
    ...(at !== null && { at }), ...(foldedUnder !== null && { foldedUnder }),
  }));
}

/** Result of every check that was run on a version. */
export async function checkResultsOf(db: Reads, key: ReportKey): Promise<{ family: StoredFamily; catalogueVersion: number; results: CheckResult[] }[]> {
  return db.selectFrom('check_runs').select(['family', 'catalogue_version as catalogueVersion', 'results']).where((eb) => eb.and(reportColumns(key))).orderBy('family', 'desc').execute();
}

export interface FindingCount {
  body: string;
  year: number;
  scope: Scope;
  level: Level;
  n: number;
}

/** Findings of current versions by body, year, scope and level. Those said to be no findings, and folded ones, are not counted. */
export async function countFindings(db: Reads, countyId: number, year?: number): Promise<FindingCount[]> {
  let query = db.selectFrom('report_current as c')
    .innerJoin('findings as f', (join) => join
      .onRef('f.county_id', '=', 'c.county_id').onRef('f.body_code', '=', 'c.body_code').onRef('f.year', '=', 'c.year')
      .onRef('f.scope', '=', 'c.scope').onRef('f.version', '=', 'c.version'))
    .select((eb) => ['f.body_code as body', 'f.year', 'f.scope', 'f.level', eb.fn.countAll<number>().as('n')])
    .where('c.county_id', '=', countyId)
    .where((eb) => eb.or([eb('f.confirmed', 'is', null), eb('f.confirmed', '=', true)]))
    .where('f.folded_under', 'is', null)
    .groupBy(['f.body_code', 'f.year', 'f.scope', 'f.level'])
    .orderBy('f.year').orderBy('f.body_code').orderBy('f.scope').orderBy('f.level');
  if (year !== undefined) query = query.where('c.year', '=', year);
  return query.execute();
}

/** Findings of current versions by year and level. */
export async function countFindingsByYear(db: Reads, countyId: number): Promise<{ year: number; level: Level; n: number }[]> {
  return db.selectFrom('report_current as c')
    .innerJoin('findings as f', (join) => join
      .onRef('f.county_id', '=', 'c.county_id').onRef('f.body_code', '=', 'c.body_code').onRef('f.year', '=', 'c.year')
      .onRef('f.scope', '=', 'c.scope').onRef('f.version', '=', 'c.version'))
    .select((eb) => ['f.year', 'f.level', eb.fn.countAll<number>().as('n')])
    .where('c.county_id', '=', countyId)
    .where((eb) => eb.or([eb('f.confirmed', 'is', null), eb('f.confirmed', '=', true)]))
    .where('f.folded_under', 'is', null)
    .groupBy(['f.year', 'f.level']).orderBy('f.year').orderBy('f.level').execute();
}

/**
 * Stores a run of a family of checks over a version in place of the run before. A finding that is found again keeps
 * what a person said of it.
 */
export async function storeCheckRun(
  trx: Writes, key: ReportKey, family: StoredFamily, run: { results: CheckResult[]; findings: Finding[] }, catalogueVersion: number,
): Promise<void> {
  const columns = { catalogue_version: catalogueVersion, results: storedJson(run.results), run_at: sql<string>`now()` };
  await trx.insertInto('check_runs').values({ ...reportColumns(key), family, ...columns })
    .onConflict((conflict) => conflict.columns(['county_id', 'body_code', 'year', 'scope', 'version', 'family']).doUpdateSet(columns)).execute();
  const findings = [...new Map(run.findings.map((finding) => [finding.key, finding])).values()];
  let gone = trx.deleteFrom('findings').where((eb) => eb.and({ ...reportColumns(key), family }));
  if (findings.length > 0) gone = gone.where('finding_key', 'not in', findings.map((finding) => finding.key));
  await gone.execute();
  if (findings.length === 0) return;
  await trx.insertInto('findings').values(findings.map((finding) => ({
    ...reportColumns(key), family, finding_key: finding.key, check_id: finding.check, level: finding.level, figures: finding.figures,
    parameters: storedJson(finding.parameters), expected: finding.expected ?? null, actual: finding.actual ?? null, quote: storedTextOrNull(finding.quote),
    place: finding.at ? storedJson(finding.at) : null, folded_under: finding.foldedUnder ?? null, confirmed: null, confirmed_actor: null, confirmed_at: null,
  }))).onConflict((conflict) => conflict.columns(['county_id', 'body_code', 'year', 'scope', 'version', 'family', 'finding_key']).doUpdateSet((eb) => ({
    check_id: eb.ref('excluded.check_id'), level: eb.ref('excluded.level'), figures: eb.ref('excluded.figures'), parameters: eb.ref('excluded.parameters'),
    expected: eb.ref('excluded.expected'), actual: eb.ref('excluded.actual'), quote: eb.ref('excluded.quote'), place: eb.ref('excluded.place'),
    folded_under: eb.ref('excluded.folded_under'),
  }))).execute();
}
