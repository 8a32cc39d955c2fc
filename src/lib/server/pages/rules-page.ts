/** 审核规则: the checks in words, how often each fails in the county, what was said of it; and many findings judged at once. */
import type { Kysely } from 'kysely';
import { CATALOGUE, catalogueEntry, isWritten } from '../../checks/catalogue.ts';
import type { Check } from '../../checks/entry.ts';
import { EXAMPLES } from '../../checks/examples.ts';
import { LEVELS, type Level } from '../../checks/finding.ts';
import { awaitsJudgement, isNoisy, type Judgement } from '../../checks/judgement.ts';
import { wordCheck, wordFinding } from '../../checks/wording.ts';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import type { Reads } from '../queries/connection.ts';
import { changeCounty, type County } from '../queries/counties.ts';
import { insertJudgements, judgedByCheck } from '../queries/findings.ts';
import { failuresByCheck, findingsOfCheck, insertSilence, listSilences, versionsOfCheck, type FoundByCheck } from '../queries/rules.ts';
import { countyData, nameIn } from './county-data.ts';
import type { Problem } from './filing-acts.ts';
import type { Language } from './report-page.ts';

const GROUP_WORDS: Record<string, () => string> = {
  ID: m.rules_group_id, ST: m.rules_group_st, CELL: m.rules_group_cell, T2: m.rules_group_t2, T3: m.rules_group_t3, T4: m.rules_group_t4, XY: m.rules_group_xy,
  NARR: m.rules_group_narr, TXT: m.rules_group_txt, PII: m.rules_group_pii, TIME: m.rules_group_time,
};
const groupOf = ({ id }: Check): string => id.slice(0, id.indexOf('-'));
const SAID: Record<Judgement, () => string> = { confirmed: m.filings_confirmed, false_alarm: m.filings_false_alarm, explained: m.filings_explained, excepted: m.filings_excepted };

export interface RuleRow {
  link: string;
  title: string;
  what: string;
  level: Level;
  planned: boolean;
  silenced: boolean;
  noisy: boolean;
  n: number;
  judged: number;
  falseAlarms: number;
}

export interface RulesPage {
  groups: { label: string; rules: RuleRow[] }[];
}

/** All checks but those of sums, by what they look at, with what they found in all years. */
export async function readRulesPage(db: Reads, county: County, language: Language): Promise<RulesPage> {
  const failures = await failuresByCheck(db, county.countyId);
  const judged = new Map((await judgedByCheck(db, county.countyId)).map((row) => [row.check, row]));
  const silences = new Map((await listSilences(db, county.countyId)).map((row) => [row.check, row.silenced]));
  const row = (check: Check): RuleRow => {
    const said = judged.get(check.id) ?? { judged: 0, falseAlarms: 0 };
    const { title, what } = wordCheck(check.id, language);
    return {
      link: `/c/${county.code}/rules/${check.id}`, title, what, level: check.levels[0], planned: !isWritten(check), silenced: silences.get(check.id) ?? false,
      noisy: isNoisy(said.judged, said.falseAlarms), n: failures.filter((each) => each.check === check.id).reduce((sum, { n }) => sum + n, 0), judged: said.judged, falseAlarms: said.falseAlarms,
    };
  };
  return { groups: Object.entries(GROUP_WORDS).map(([group, label]) => ({ label: label(), rules: CATALOGUE.filter((check) => groupOf(check) === group).map(row) })) };
}

/** Bodies with the same drift of a label after which it is the county's template that is wrong. */
const TEMPLATE = 5;

export interface RulePage {
  id: string;
  title: string;
  levels: Level[];
  planned: boolean;
  what: string;
  source: string;
  mend: string;
  examples: { right: string; wrong: string } | null;
  years: { year: number; n: number; filings: number; link: string; current: boolean }[];
  judged: number;
  falseAlarms: number;
  noisy: boolean;
  silence: { silenced: boolean; reason: string; on: string; actor: string } | null;
  history: { version: number; since: string; reports: number; current: boolean }[];
  year: number | null;
  /** What many bodies of the year share: one line for the county's template. */
  template: { words: string; bodies: number }[];
  findings: { value: string; name: string; link: string; level: Level; message: string; quote: string | null; said: string; waits: boolean }[];
}

/** The page of one check; undefined where there is none of the name. The year's findings are listed: without a year those of the latest one that has some. */
export async function readRulePage(db: Reads, county: County, id: string, asked: string | null, language: Language): Promise<RulePage | undefined> {
  const entry = catalogueEntry(id);
  if (!entry || entry.family === 'rollup') return undefined;
  const data = await countyData(db, county);
  const base = `/c/${county.code}/rules/${id}`;
  const failures = (await failuresByCheck(db, county.countyId)).filter(({ check }) => check === id);
  const year = failures.some((each) => String(each.year) === asked) ? Number(asked) : (failures.at(-1)?.year ?? null);
  const found = year === null ? [] : await findingsOfCheck(db, county.countyId, id, year);
  const judged = (await judgedByCheck(db, county.countyId)).find(({ check }) => check === id) ?? { judged: 0, falseAlarms: 0 };
  const silence = (await listSilences(db, county.countyId)).find(({ check }) => check === id);
  const worded = ({ parameters, edition }: FoundByCheck): string => wordFinding({ check: id, parameters }, language, { edition });
  const bodies = new Map(data.bodies.map((body) => [body.code, body]));
  const example = EXAMPLES[id];
  const { title, what, source, mend } = wordCheck(id, language);
  return {
    id, title, what, source, mend, levels: LEVELS.filter((level) => entry.levels.includes(level)), planned: !isWritten(entry),
    examples: example ? { right: example.right[language], wrong: example.wrong[language] } : null,
    years: failures.map((each) => ({ year: each.year, n: each.n, filings: each.filings, link: `${base}?year=${each.year}`, current: each.year === year })).reverse(),
    judged: judged.judged, falseAlarms: judged.falseAlarms, noisy: isNoisy(judged.judged, judged.falseAlarms) && !silence?.silenced,
    silence: silence ? { silenced: silence.silenced, reason: silence.reason ?? '', on: silence.decidedAt.slice(0, 10), actor: silence.actor } : null,
    history: (await versionsOfCheck(db, county.countyId, id)).map((run) => ({ ...run, since: run.since.slice(0, 10), current: run.version === entry.version })),
    year, template: id === 'ST-LABEL-DRIFT' ? sharedBy(found, worded) : [],
    findings: found.map((finding) => {
      const { body, scope, version, about, level, quote, judgement } = finding;
      const known = bodies.get(body);
      return {
        value: JSON.stringify([body, finding.year, scope, version, about]), name: known ? nameIn(known, finding.year) : body, link: `/c/${county.code}/reports/${body}/${finding.year}/${scope}?version=${version}`,
        level, message: worded(finding), quote, said: judgement === null ? '' : SAID[judgement](), waits: awaitsJudgement({ level, judgement, ...(quote === null ? {} : { quote }) }),
      };
    }),
  };
}

function sharedBy(found: readonly FoundByCheck[], worded: (finding: FoundByCheck) => string): RulePage['template'] {
  const bodies = new Map<string, Set<string>>();
  for (const finding of found) bodies.set(worded(finding), (bodies.get(worded(finding)) ?? new Set()).add(finding.body));
  return [...bodies].filter(([, who]) => who.size >= TEMPLATE).map(([words, who]) => ({ words, bodies: who.size })).sort((a, b) => b.bodies - a.bodies);
}

const MANY: readonly (Judgement | 'withdrawn')[] = ['confirmed', 'false_alarm', 'withdrawn'];
const DIGEST = /^[0-9a-f]{32}$/;

/** Says the same of many findings, of whichever bodies. Explanations and exceptions are said one by one, where the filing is. */
export async function judgeMany(db: Kysely<Schema>, county: County, form: FormData, actor: string): Promise<Problem> {
  const verdict = MANY.find((known) => known === form.get('verdict'));
  const chosen = form.getAll('finding').flatMap((value) => {
    try {
      const [body, year, scope, version, about] = JSON.parse(String(value)) as unknown[];
      const fits = typeof body === 'string' && Number.isInteger(year) && (scope === 'own' || scope === 'rollup') && Number.isInteger(version) && typeof about === 'string' && DIGEST.test(about);
      return fits ? [{ key: { countyId: county.countyId, body, year: Number(year), scope, version: Number(version) } as const, about }] : [];
    } catch {
      return [];
    }
  });
  if (!verdict || chosen.length === 0) return m.rules_problem_choose();
  return db.transaction().execute(async (trx) => {
    await changeCounty(trx, county.countyId);
    let said = 0;
    for (const { key, about } of chosen) said += await insertJudgements(trx, key, [about], { verdict }, actor);
    if (said !== chosen.length) throw new Changed();
    return undefined;
  }).catch((error: unknown) => {
    if (error instanceof Changed) return m.filings_problem_changed();
    throw error;
  });
}
class Changed extends Error {}

/** Silences the check in this county, with a reason, or takes that back. */
export async function silenceCheck(db: Kysely<Schema>, county: County, check: string, silenced: boolean, form: FormData, actor: string): Promise<Problem> {
  const given = form.get('reason');
  const reason = typeof given === 'string' ? given.replaceAll('\0', '').trim().slice(0, 500) : '';
  if (!catalogueEntry(check) || (silenced && reason === '')) return m.rules_problem_reason();
  await db.transaction().execute(async (trx) => {
    await changeCounty(trx, county.countyId);
    await insertSilence(trx, county.countyId, { check, silenced, reason: reason || null }, actor);
  });
  return undefined;
}
