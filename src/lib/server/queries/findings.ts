/** Findings and runs of checks. */
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { CheckResult, Finding, Level } from '../../checks/finding.ts';
import type { Judgement } from '../../checks/judgement.ts';
import type { Scope } from '../../recognition/report.ts';
import type { SaidHow, StoredFamily } from '../database/schema.ts';
import { filingColumns, reportColumns, type FilingKey, type Reads, type ReportKey, type Writes } from './connection.ts';
import { storedJson, storedTextOrNull } from './stored-text.ts';

export interface StoredFinding extends Finding {
  family: StoredFamily;
  /** Digest of what it says and of the figures it names: names it in forms, and tells whether a judgement still fits. */
  about: string;
  /** What a supervisor says of it; null is 待核. */
  judgement: Judgement | null;
  /** What was said when it spoke of other figures: offered again. */
  before: Judgement | null;
  /** Explanation or reason of the judgement that stands. */
  reason: string | null;
  /** Its check is silenced in the county: nobody is asked. */
  silenced: boolean;
}

/** The same text wherever the finding and its figures are the same. */
export const ABOUT = sql<string>`md5(concat_ws('|', f.finding_key, f.parameters::text, f.expected::text, f.actual::text, (
  select string_agg(id || '=' || coalesce(to_jsonb(v) ->> replace(id, '.', '_'), ''), ',' order by id collate "C") from unnest(f.figures) as id
  join report_figures v on (v.county_id, v.body_code, v.year, v.scope, v.version) = (f.county_id, f.body_code, f.year, f.scope, f.version))))`;

/** Findings `f` with the last word on their key, `j`. */
export function judged(db: Reads) {
  return db.selectFrom('findings as f').leftJoinLateral(
    (eb) => eb.selectFrom('judgements as w').select(['w.verdict', 'w.about', 'w.reason'])
      .whereRef('w.county_id', '=', 'f.county_id').whereRef('w.body_code', '=', 'f.body_code').whereRef('w.year', '=', 'f.year')
      .whereRef('w.scope', '=', 'f.scope').whereRef('w.finding_key', '=', 'f.finding_key')
      .orderBy('w.judgement_id', 'desc').limit(1).as('j'),
    (join) => join.onTrue(),
  );
}
/** The digest is only worked out where something was said. */
export const STANDING = sql<Judgement | null>`case when j.verdict is null or j.verdict = 'withdrawn' then null when j.about = ${ABOUT} then j.verdict end`;

/** Whether the county has silenced the finding's check. */
const SILENCED = sql<boolean>`coalesce((select s.silenced from check_silences s where s.county_id = f.county_id and s.check_id = f.check_id order by s.silence_id desc limit 1), false)`;

/** Findings of a version: errors first, then queries, then notes; within a level by check and key. */
export async function findingsOf(db: Reads, key: ReportKey): Promise<StoredFinding[]> {
  const rows = await judged(db)
    .select([
      'f.family', 'f.finding_key as key', 'f.check_id as check', 'f.level', 'f.figures', 'f.parameters', 'f.expected', 'f.actual', 'f.quote', 'f.place as at',
      'f.folded_under as foldedUnder', ABOUT.as('about'), STANDING.as('judgement'), SILENCED.as('silenced'), 'j.verdict', 'j.reason',
    ])
    .where('f.county_id', '=', key.countyId).where('f.body_code', '=', key.body).where('f.year', '=', key.year).where('f.scope', '=', key.scope).where('f.version', '=', key.version)
    .orderBy((eb) => eb.case('f.level').when('error').then(1).when('query').then(2).else(3).end())
    .orderBy('f.check_id').orderBy('f.finding_key').execute();
  return rows.map(({ expected, actual, quote, at, foldedUnder, verdict, reason, ...row }) => ({
    ...row, before: row.judgement === null && verdict !== 'withdrawn' ? verdict : null, reason: row.judgement === null ? null : reason,
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

export interface JudgedCount {
  body: string;
  scope: Scope;
  version: number;
  check: string;
  level: Level;
  /** Read from prose: certain only by a person's word. */
  prose: boolean;
  judgement: Judgement | null;
  n: number;
}

/** Findings of every version of a year by check, level and what was said of them; folded and silenced ones are left out. */
export async function countJudged(db: Reads, countyId: number, year: number): Promise<JudgedCount[]> {
  return judged(db)
    .select((eb) => ['f.body_code as body', 'f.scope', 'f.version', 'f.check_id as check', 'f.level', sql<boolean>`f.quote is not null`.as('prose'), STANDING.as('judgement'), eb.fn.countAll<number>().as('n')])
    .where('f.county_id', '=', countyId).where('f.year', '=', year).where('f.folded_under', 'is', null).where(sql<boolean>`not ${SILENCED}`)
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7`)
    .orderBy('f.body_code').orderBy('f.scope').orderBy('f.version').orderBy('f.check_id').orderBy('f.level').execute();
}

/** Findings of current versions by body, year, scope and level. Those that were closed, and folded ones, are not counted. */
export async function countFindings(db: Reads, countyId: number, year?: number): Promise<FindingCount[]> {
  let query = counted(db, countyId)
    .select((eb) => ['f.body_code as body', 'f.year', 'f.scope', 'f.level', eb.fn.countAll<number>().as('n')])
    .groupBy(['f.body_code', 'f.year', 'f.scope', 'f.level'])
    .orderBy('f.year').orderBy('f.body_code').orderBy('f.scope').orderBy('f.level');
  if (year !== undefined) query = query.where('c.year', '=', year);
  return query.execute();
}

/** Findings of current versions by year and level. */
export async function countFindingsByYear(db: Reads, countyId: number): Promise<{ year: number; level: Level; n: number }[]> {
  return counted(db, countyId)
    .select((eb) => ['f.year', 'f.level', eb.fn.countAll<number>().as('n')])
    .groupBy(['f.year', 'f.level']).orderBy('f.year').orderBy('f.level').execute();
}

/** Findings of current versions that are neither closed nor folded. */
function counted(db: Reads, countyId: number) {
  return judged(db)
    .innerJoin('report_current as c', (join) => join
      .onRef('c.county_id', '=', 'f.county_id').onRef('c.body_code', '=', 'f.body_code').onRef('c.year', '=', 'f.year')
      .onRef('c.scope', '=', 'f.scope').onRef('c.version', '=', 'f.version'))
    .where('c.county_id', '=', countyId)
    .where(sql<boolean>`coalesce(${STANDING}, 'confirmed') = 'confirmed'`)
    .where('f.folded_under', 'is', null).where(sql<boolean>`not ${SILENCED}`);
}

/**
 * Stores a run of a family of checks over a version in place of the run before. What a person said of a finding is kept
 * apart, on its key.
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
    place: finding.at ? storedJson(finding.at) : null, folded_under: finding.foldedUnder ?? null,
  }))).onConflict((conflict) => conflict.columns(['county_id', 'body_code', 'year', 'scope', 'version', 'family', 'finding_key']).doUpdateSet((eb) => ({
    check_id: eb.ref('excluded.check_id'), level: eb.ref('excluded.level'), figures: eb.ref('excluded.figures'), parameters: eb.ref('excluded.parameters'),
    expected: eb.ref('excluded.expected'), actual: eb.ref('excluded.actual'), quote: eb.ref('excluded.quote'), place: eb.ref('excluded.place'),
    folded_under: eb.ref('excluded.folded_under'),
  }))).execute();
}

/**
 * Folds findings under those of another run that stand for them (root check → checks), and unfolds what was folded under one that
 * is gone. To be called after the runs of a version are stored.
 */
export async function foldAcross(trx: Writes, key: ReportKey, folds: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const { county_id, body_code, year, scope, version } = reportColumns(key);
  const own = sql<boolean>`f.county_id = ${county_id} and f.body_code = ${body_code} and f.year = ${year} and f.scope = ${scope} and f.version = ${version}`;
  const pairs = Object.entries(folds).flatMap(([root, checks]) => checks.map((check) => ({ root, check })));
  const root = sql`(select r.finding_key from findings r join unnest(${pairs.map((pair) => pair.root)}::text[], ${pairs.map(({ check }) => check)}::text[]) as p(root, folded)
    on p.root = r.check_id where p.folded = f.check_id and (r.county_id, r.body_code, r.year, r.scope, r.version) = (f.county_id, f.body_code, f.year, f.scope, f.version) order by r.finding_key limit 1)`;
  await sql`update findings f set folded_under = ${root} where ${own} and f.check_id = any(${pairs.map(({ check }) => check)}::text[])
    and (f.folded_under is null or split_part(f.folded_under, '|', 1) = any(${Object.keys(folds)}::text[])) and f.folded_under is distinct from ${root}`.execute(trx);
}

/** The last stored run of a family over the reports of a year that count: what it found, in JSON texts that compare. */
export async function runsOfYear(db: Reads, countyId: number, year: number, family: StoredFamily): Promise<{ body: string; scope: Scope; version: number; results: CheckResult[]; findings: { key: string; level: Level; parameters: Finding['parameters'] }[] }[]> {
  return db.selectFrom('report_current as c')
    .innerJoin('check_runs as r', (join) => join
      .onRef('r.county_id', '=', 'c.county_id').onRef('r.body_code', '=', 'c.body_code').onRef('r.year', '=', 'c.year').onRef('r.scope', '=', 'c.scope').onRef('r.version', '=', 'c.version'))
    .select((eb) => [
      'c.body_code as body', 'c.scope', 'c.version', 'r.results',
      jsonArrayFrom(
        eb.selectFrom('findings as f').select(['f.finding_key as key', 'f.level', 'f.parameters'])
          .whereRef('f.county_id', '=', 'r.county_id').whereRef('f.body_code', '=', 'r.body_code').whereRef('f.year', '=', 'r.year').whereRef('f.scope', '=', 'r.scope')
          .whereRef('f.version', '=', 'r.version').whereRef('f.family', '=', 'r.family').orderBy('f.finding_key'),
      ).as('findings'),
    ])
    .where('c.county_id', '=', countyId).where('c.year', '=', year).where('r.family', '=', family).orderBy('c.body_code').orderBy('c.scope').execute();
}

/** What is said of a finding: `withdrawn` takes the last word back. An explanation says who gave it, when and how. */
export interface Said {
  verdict: Judgement | 'withdrawn';
  reason?: string;
  saidBy?: string;
  saidOn?: string;
  saidHow?: SaidHow;
}

/**
 * Writes a judgement on each of the version's findings named by its digest; how many there were. A finding that has
 * changed since it was looked at has another digest, and nothing is said of it.
 */
export async function insertJudgements(trx: Writes, key: ReportKey, about: readonly string[], said: Said, actor: string): Promise<number> {
  if (about.length === 0) return 0;
  const columns = ['county_id', 'body_code', 'year', 'scope', 'version', 'finding_key', 'check_id', 'about', 'verdict', 'reason', 'said_by', 'said_on', 'said_how', 'actor'] as const;
  const result = await trx.insertInto('judgements').columns(columns).expression((eb) => eb.selectFrom('findings as f').select([
    'f.county_id', 'f.body_code', 'f.year', 'f.scope', 'f.version', 'f.finding_key', 'f.check_id', ABOUT.as('about'),
    sql<Said['verdict']>`${said.verdict}::text`.as('verdict'), sql<string | null>`${said.reason ?? null}::text`.as('reason'), sql<string | null>`${said.saidBy ?? null}::text`.as('said_by'),
    sql<string | null>`${said.saidOn ?? null}::date`.as('said_on'), sql<SaidHow | null>`${said.saidHow ?? null}::text`.as('said_how'), sql<string>`${actor}::text`.as('actor'),
  ]).where('f.county_id', '=', key.countyId).where('f.body_code', '=', key.body).where('f.year', '=', key.year).where('f.scope', '=', key.scope)
    .where('f.version', '=', key.version).where(ABOUT, 'in', [...about])).executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

export interface JudgementRow {
  check: string;
  key: string;
  verdict: Judgement | 'withdrawn';
  reason: string | null;
  saidBy: string | null;
  saidOn: string | null;
  saidHow: SaidHow | null;
  actor: string;
  judgedAt: string;
}

/** Everything that was said of a filing's findings, the latest first. */
export async function judgementsOf(db: Reads, key: FilingKey): Promise<JudgementRow[]> {
  return db.selectFrom('judgements')
    .select(['check_id as check', 'finding_key as key', 'verdict', 'reason', 'said_by as saidBy', 'said_on as saidOn', 'said_how as saidHow', 'actor', 'judged_at as judgedAt'])
    .where((eb) => eb.and(filingColumns(key))).orderBy('judgement_id', 'desc').execute();
}

/** Of every check: findings with a word, by the last one of each, and how many of these are 不属实. */
export async function judgedByCheck(db: Reads, countyId: number): Promise<{ check: string; judged: number; falseAlarms: number }[]> {
  return db.selectFrom((eb) => eb.selectFrom('judgements').distinctOn(['body_code', 'year', 'scope', 'finding_key'])
      .select(['check_id', 'verdict']).where('county_id', '=', countyId)
      .orderBy('body_code').orderBy('year').orderBy('scope').orderBy('finding_key').orderBy('judgement_id', 'desc').as('w'))
    .select((eb) => ['w.check_id as check', eb.fn.countAll<number>().as('judged'), eb.fn.countAll<number>().filterWhere('w.verdict', '=', 'false_alarm').as('falseAlarms')])
    .where('w.verdict', '<>', 'withdrawn').groupBy('w.check_id').orderBy('w.check_id').execute();
}
