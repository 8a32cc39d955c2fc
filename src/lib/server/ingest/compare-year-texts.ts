/**
 * The checks among texts, run after reports have come: all prose of a year at once, since a sentence that five bodies
 * share is the county's wording only once the fifth has come. What waits is known from the runs that are missing, so a
 * comparison that was cut off is made up for by the next.
 */
import type { Kysely } from 'kysely';
import { CATALOGUE_VERSION } from '../../checks/catalogue.ts';
import { checkTexts } from '../../checks/check-report.ts';
import { compareTexts, type YearText } from '../../checks/compare-texts.ts';
import { templateRuns } from '../../checks/prose-shingles.ts';
import type { Schema } from '../database/schema.ts';
import { listBodies } from '../queries/bodies.ts';
import type { Reads, Writes } from '../queries/connection.ts';
import { changeCounty } from '../queries/counties.ts';
import { runsOfYear, storeCheckRun } from '../queries/findings.ts';
import { keptLists, textsOfYear, yearsWaiting, type StoredText } from '../queries/texts.ts';
import { sayingOf } from './neighbours.ts';

export interface YearTexts {
  stored: StoredText[];
  texts: YearText[];
  lastYear: YearText[];
  /** Runs of the model texts that the county keeps. */
  template: number[];
}

/** Everything that the texts of a year are compared by. The county's report and a body's own are texts of two writers. */
export async function readYearTexts(db: Reads, countyId: number, year: number): Promise<YearTexts> {
  const bodies = new Map((await listBodies(db, countyId)).map((body) => [body.code, body]));
  const asText = ({ key, sections }: StoredText): YearText => {
    const body = bodies.get(key.body);
    return { body: `${key.body} ${key.scope}`, name: body?.name ?? key.body, names: body?.names.map(({ name }) => name) ?? [], sections };
  };
  const [stored, before, [model]] = [await textsOfYear(db, countyId, year), await textsOfYear(db, countyId, year - 1), await keptLists(db, countyId, 'model')];
  return { stored, texts: stored.map(asText), lastYear: before.map(asText), template: templateRuns(model?.content ?? '') };
}

/** Compares the texts of a year and keeps what the checks say; only what they now say otherwise is written. */
export async function compareYear(trx: Writes, countyId: number, year: number): Promise<void> {
  const { stored, texts, lastYear, template } = await readYearTexts(trx, countyId, year);
  const compared = compareTexts(texts, lastYear, template);
  const known = new Map((await runsOfYear(trx, countyId, year, 'texts')).map((run) => [`${run.body} ${run.scope} ${run.version}`, sayingOf(run)]));
  for (const [index, { key, edition, sections }] of stored.entries()) {
    const run = checkTexts({ year, edition, sections }, compared.texts[index]!);
    if (known.get(`${key.body} ${key.scope} ${key.version}`) !== sayingOf(run)) await storeCheckRun(trx, key, 'texts', run, CATALOGUE_VERSION);
  }
}

/** Compares the years in which a report waits, and the years after them. Each is its own transaction, the latest first: a year stays waiting until those that look back at it are done. */
export async function compareWaiting(db: Kysely<Schema>, countyId: number): Promise<void> {
  const waiting = await yearsWaiting(db, countyId);
  const years = new Set(waiting.flatMap((year) => [year, year + 1]));
  for (const year of [...years].sort((a, b) => b - a))
    await db.transaction().execute(async (trx) => {
      await changeCounty(trx, countyId);
      await compareYear(trx, countyId, year);
    });
}
