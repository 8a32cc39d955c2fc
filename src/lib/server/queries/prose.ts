/** The prose of reports, searched for a string of characters: Chinese has no words that an index of words would know. */
import { sql } from 'kysely';
import type { Scope } from '../../recognition/report.ts';
import type { Reads } from './connection.ts';

export interface Passage {
  body: string;
  year: number;
  scope: Scope;
  /** Heading of the section as printed. */
  title: string;
  /** The text about the first place in the section. */
  text: string;
  /** The passage begins, ends before the section does. */
  before: boolean;
  after: boolean;
}

const AROUND = 40;

/** Sections of current reports that contain `words` as they stand, the newest year first, at most `most`. */
export async function searchProse(db: Reads, countyId: number, words: string, most: number): Promise<Passage[]> {
  const at = sql<number>`strpos(s.prose, ${words})`;
  return db.selectFrom('report_current as c')
    .innerJoin('report_sections as s', (join) => join
      .onRef('s.county_id', '=', 'c.county_id').onRef('s.body_code', '=', 'c.body_code').onRef('s.year', '=', 'c.year')
      .onRef('s.scope', '=', 'c.scope').onRef('s.version', '=', 'c.version'))
    .select([
      's.body_code as body', 's.year', 's.scope', 's.title',
      sql<string>`substr(s.prose, greatest(1, ${at} - ${AROUND}::int), length(${words}) + ${2 * AROUND}::int)`.as('text'),
      sql<boolean>`${at} > ${AROUND + 1}::int`.as('before'),
      sql<boolean>`length(s.prose) > greatest(1, ${at} - ${AROUND}::int) + length(${words}) + ${2 * AROUND}::int - 1`.as('after'),
    ])
    .where('c.county_id', '=', countyId).where(at, '>', 0)
    .orderBy('s.year', 'desc').orderBy('s.body_code').orderBy('s.scope').orderBy('s.position').limit(most).execute();
}
