/** db/dictionary.md is the comments of the live schema, table by table. Written only with UPDATE_SQL=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import { expect, it } from 'vitest';
import type { Schema } from '../../src/lib/server/database/schema.ts';
import { databaseSuite } from './support/suite.ts';

const FILE = 'db/dictionary.md';

async function dictionaryOf(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ table: string; about: string; column: string; type: string; nullable: boolean; meaning: string; view: boolean }>`
    select c.relname as "table", obj_description(c.oid) as about, a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, col_description(c.oid, a.attnum) as meaning, c.relkind = 'v' as view
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and c.relname not like 'kysely\\_%'
    order by c.relname, a.attnum`.execute(db);
  let text = '# Data dictionary\n\nOne paragraph per table and column, the same words as the comments in the database (`\\d+` in psql). A test compares this file with the live schema.\nTables named `kysely_…` record which migrations ran.\n';
  let table = '';
  for (const row of rows) {
    if (row.table !== table) text += `\n## ${row.table}${row.view ? ' (view)' : ''}\n\n${row.about}\n\n`;
    table = row.table;
    text += `* **${row.column}** (${row.type}${row.nullable && !row.view ? ', may be empty' : ''}): ${row.meaning}\n`;
  }
  return text;
}

databaseSuite('dictionary', (database) => {
  it('is that of the live schema', async () => {
    const live = await dictionaryOf(database().db);
    if (process.env.UPDATE_SQL === '1') writeFileSync(FILE, live);
    expect(readFileSync(FILE, 'utf8')).toBe(live);
  });
});
