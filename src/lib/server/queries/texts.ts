/** The prose that is compared, and the lists that a county keeps for it. */
import type { Section } from '../../recognition/report.ts';
import type { Edition } from '../../form/edition.ts';
import type { CountyListsTable } from '../database/schema.ts';
import { filingColumns, type FilingKey, type Reads, type ReportKey, type Writes } from './connection.ts';
import { storedText } from './stored-text.ts';

export interface StoredText {
  key: ReportKey;
  edition: Edition;
  sections: Section[];
}

/** Sections of every report of a year that counts, by body and scope. */
export async function textsOfYear(db: Reads, countyId: number, year: number): Promise<StoredText[]> {
  const rows = await db.selectFrom('report_current as c')
    .innerJoin('reports as r', (join) => join
      .onRef('r.county_id', '=', 'c.county_id').onRef('r.body_code', '=', 'c.body_code').onRef('r.year', '=', 'c.year')
      .onRef('r.scope', '=', 'c.scope').onRef('r.version', '=', 'c.version'))
    .leftJoin('report_sections as s', (join) => join
      .onRef('s.county_id', '=', 'c.county_id').onRef('s.body_code', '=', 'c.body_code').onRef('s.year', '=', 'c.year')
      .onRef('s.scope', '=', 'c.scope').onRef('s.version', '=', 'c.version'))
    .select(['c.body_code as body', 'c.scope', 'c.version', 'r.edition', 's.number', 's.title', 's.prose as text', 's.place as at'])
    .where('c.county_id', '=', countyId).where('c.year', '=', year)
    .orderBy('c.body_code').orderBy('c.scope').orderBy('s.position').execute();
  const texts: StoredText[] = [];
  for (const { body, scope, version, edition, number, title, text, at } of rows) {
    const last = texts.at(-1);
    const of = last?.key.body === body && last.key.scope === scope ? last : { key: { countyId, body, year, scope, version }, edition, sections: [] };
    if (of !== last) texts.push(of);
    if (number !== null && title !== null && text !== null && at !== null) of.sections.push({ number, title, text, at });
  }
  return texts;
}

/** Years with a report that counts and was not yet compared with the others. */
export async function yearsWaiting(db: Reads, countyId: number): Promise<number[]> {
  const rows = await db.selectFrom('report_current as c').select('c.year').distinct()
    .where('c.county_id', '=', countyId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('check_runs as r').select('r.version')
      .whereRef('r.county_id', '=', 'c.county_id').whereRef('r.body_code', '=', 'c.body_code').whereRef('r.year', '=', 'c.year')
      .whereRef('r.scope', '=', 'c.scope').whereRef('r.version', '=', 'c.version').where('r.family', '=', 'texts'))))
    .orderBy('c.year').execute();
  return rows.map(({ year }) => year);
}

/** The filing's reports wait to be compared again. What people said of findings is kept, on their keys. */
export async function forgetTexts(trx: Writes, key: FilingKey): Promise<void> {
  for (const table of ['findings', 'check_runs'] as const) await trx.deleteFrom(table).where((eb) => eb.and({ ...filingColumns(key), family: 'texts' })).execute();
}

export type ListKind = CountyListsTable['kind'];
export interface KeptList {
  id: number;
  content: string;
  actor: string;
  keptAt: string;
}

/** Versions of a list, the last one first. */
export async function keptLists(db: Reads, countyId: number, kind: ListKind, year: number | null = null): Promise<KeptList[]> {
  return db.selectFrom('county_lists').select(['list_id as id', 'content', 'actor', 'kept_at as keptAt'])
    .where('county_id', '=', countyId).where('kind', '=', kind).where('year', 'is not distinct from', year).orderBy('list_id', 'desc').execute();
}

/** Keeps a list in place of the version before, which stays readable. */
export async function keepList(trx: Writes, countyId: number, list: { kind: ListKind; year: number | null; content: string }, actor: string): Promise<void> {
  await trx.insertInto('county_lists').values({ county_id: countyId, kind: list.kind, year: list.year, content: storedText(list.content), actor }).execute();
}
