/** Each query's SQL is committed beside its module. Written only with UPDATE_SQL=1, which CI never sets. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedCounty, seedReport } from './support/seed.ts';
import { NO_QUERIES, SQL_CALLS, type SampleCounty } from './sql-calls.ts';
import { databaseSuite, openTestDatabase, type TestDatabase } from './support/suite.ts';

const FOLDER = 'src/lib/server/queries';
const MODULES = import.meta.glob<Record<string, unknown>>('../../src/lib/server/queries/*.ts');
/** Modules without SQL. */
const PLAIN = ['connection', 'stored-text'];

/** One clause a line, and no line longer than a screen. All figures at once are named by their number: they are those of the form. */
function layOut(statement: string): string {
  return statement
    .replace(/"t\d_\w+"(?:, "t\d_\w+"){99,}/g, (columns) => `/* ${columns.split(', ').length} columns of figures */`)
    .replace(/(\$\d+)(?:, \$\d+){99,}/g, (values) => `/* ${values.split(', ').length} parameters */`)
    .replace(/ (from|where|inner join|left join|group by|order by|union|on conflict|do update set|do nothing|values|set|returning|cross join) /g, '\n$1 ')
    .split('\n').flatMap(wrap).join('\n');
}
function wrap(line: string): string[] {
  if (line.length <= 150) return [line];
  const cut = line.lastIndexOf(', ', 150);
  return cut < 20 ? [line] : [line.slice(0, cut + 1), ...wrap(`  ${line.slice(cut + 2)}`)];
}

databaseSuite('SQL snapshots', () => {
  const said: string[] = [];
  let database: TestDatabase | undefined;
  let county: SampleCounty | undefined;
  beforeAll(async () => {
    database = await openTestDatabase((event) => void said.push(event.query.sql));
    const countyId = await seedCounty(database.db);
    county = { countyId, sha256: await seedReport(database.db, { countyId, body: '003', year: 2024, scope: 'own', version: 1 }) };
  });
  afterAll(() => database?.close());

  async function sqlOf(module: string): Promise<string> {
    let text = `-- SQL of ${module}.ts; written by the tests (UPDATE_SQL=1).\n`;
    for (const [name, call] of Object.entries(SQL_CALLS[module] ?? {})) {
      said.length = 0;
      await database!.db.transaction().execute(async (trx) => {
        await call(trx, county!);
        throw new Error('undo');
      }).catch((error: Error) => expect(error.message).toBe('undo'));
      const statements = said.filter((statement) => !/^(begin|commit|rollback)/.test(statement));
      text += `\n-- ${name}\n${statements.map((statement) => `${layOut(statement)};\n`).join('')}`;
    }
    return text;
  }

  it.each(Object.keys(SQL_CALLS))('of %s are as committed', async (module) => {
    const file = `${FOLDER}/${module}.sql`;
    const now = await sqlOf(module);
    if (process.env.UPDATE_SQL === '1') writeFileSync(file, now);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(now);
  });

  it('cover every query', async () => {
    const uncovered: string[] = [];
    for (const [path, load] of Object.entries(MODULES)) {
      const module = path.slice(path.lastIndexOf('/') + 1, -3);
      if (PLAIN.includes(module) || module.endsWith('.test')) continue;
      for (const [name, value] of Object.entries(await load()))
        if (typeof value === 'function' && !NO_QUERIES.includes(name) && !SQL_CALLS[module]?.[name]) uncovered.push(`${module}.${name}`);
    }
    expect(uncovered).toEqual([]);
  });
});
