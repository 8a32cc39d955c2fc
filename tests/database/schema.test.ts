/** The live schema against the column types, the form, and the rules for keys. */
import { sql, type Kysely } from 'kysely';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { columnOf, FIGURES } from '../../src/lib/form/figures.ts';
import type { Schema } from '../../src/lib/server/database/schema.ts';
import { databaseSuite, engine } from './support/suite.ts';

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

async function liveColumns(db: Kysely<Schema>): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select table_name as "table", column_name as "column", data_type as "type", is_nullable = 'YES' as nullable
    from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely\\_%' order by table_name, ordinal_position`.execute(db);
  return rows;
}

/** Every table and column of the `Schema` type: what reading it gives. The figures' columns are a pattern there. */
function typedColumns(): Map<string, { type: string; nullable: boolean }> {
  const file = 'src/lib/server/database/schema.ts';
  const program = ts.createProgram([file], { strict: true, noEmit: true, allowImportingTsExtensions: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, skipLibCheck: true, target: ts.ScriptTarget.ES2022, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file)!;
  const schema = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!).find((symbol) => symbol.name === 'Schema')!;
  const found = new Map<string, { type: string; nullable: boolean }>();
  for (const table of checker.getDeclaredTypeOfSymbol(schema).getProperties())
    for (const column of checker.getTypeOfSymbolAtLocation(table, source).getProperties()) {
      const written = checker.getTypeOfSymbolAtLocation(column, source);
      const select = written.getProperty('__select__');
      const read = select ? checker.getTypeOfSymbolAtLocation(select, source) : written;
      const nullable = checker.typeToString(read).split(' | ').includes('null');
      found.set(`${table.name}.${column.name}`, { type: kindOf(checker, checker.getNonNullableType(read)), nullable });
    }
  return found;
}

function kindOf(checker: ts.TypeChecker, type: ts.Type): string {
  const base = checker.typeToString(checker.getBaseTypeOfLiteralType(type));
  if (base === 'string' || (type.isUnion() && type.types.every((each) => each.isStringLiteral()))) return 'string';
  if (base === 'number' || base === 'boolean') return base;
  if (base.startsWith('Uint8Array')) return 'bytes';
  return 'object';
}

const KINDS: Record<string, string> = {
  text: 'string', date: 'string', 'timestamp with time zone': 'string', integer: 'number', smallint: 'number', bigint: 'number', numeric: 'number',
  boolean: 'boolean', bytea: 'bytes', jsonb: 'object', ARRAY: 'object',
};

databaseSuite('schema', (database) => {
  it('has the columns, types and nullability of the column types', async () => {
    const typed = typedColumns();
    const live = (await liveColumns(database().db)).filter(({ table, column }) => table !== 'report_figures' || !/^t\d_/.test(column));
    const view = (table: string): boolean => table === 'report_facts';
    expect(live.map(({ table, column, type, nullable }) => `${table}.${column} ${KINDS[type] ?? type}${!view(table) && nullable ? ' null' : ''}`).sort())
      .toEqual([...typed].map(([name, { type, nullable }]) => `${name} ${type}${nullable ? ' null' : ''}`).sort());
  });

  it('has one column for each figure of the form: counts as integer, amounts as numeric, all nullable', async () => {
    const live = (await liveColumns(database().db)).filter(({ table, column }) => table === 'report_figures' && /^t\d_/.test(column));
    expect(live.map(({ column, type, nullable }) => ({ column, type, nullable })))
      .toEqual(FIGURES.map((figure) => ({ column: columnOf(figure.id), type: figure.kind === 'decimal' ? 'numeric' : 'integer', nullable: true })));
    expect(live).toHaveLength(226);
  });

  it('lists every figure in the view of facts', async () => {
    const { rows } = await sql<{ definition: string }>`select pg_get_viewdef('report_facts'::regclass) as definition`.execute(database().db);
    for (const figure of FIGURES) expect(rows[0]!.definition).toMatch(new RegExp(`'${figure.id.replaceAll('.', '\\.')}'(::text)?, ?\\(?r\\.${columnOf(figure.id)}\\b`));
  });

  it('puts county_id first in every primary and unique key', async () => {
    const { rows } = await sql<{ table: string; index: string; first: string }>`
      select t.relname as "table", i.relname as "index", a.attname as first
      from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = t.relnamespace
      join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where n.nspname = 'public' and x.indisunique and t.relname not like 'kysely\\_%'`.execute(database().db);
    expect(rows.filter(({ first }) => first !== 'county_id').map(({ index }) => index)).toEqual(['counties_code_key']);
    expect(new Set(rows.map(({ table }) => table)).size).toBe(31);
  });

  it('can partition every table that grows by hash of the county, keys included', async () => {
    const { rows } = await sql<{ table: string }>`
      select relname as "table" from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely\\_%' and relname <> 'counties'`.execute(database().db);
    expect(rows).toHaveLength(30);
    for (const { table } of rows) {
      const copy = sql.id(`${table}_partitioned`);
      // Keys and unique indexes come along; PostgreSQL refuses them unless they contain the partitioning column.
      await sql`create table ${copy} (like ${sql.id(table)} including all) partition by hash (county_id)`.execute(database().db);
      await sql`create table ${sql.id(`${table}_part`)} partition of ${copy} for values with (modulus 1, remainder 0)`.execute(database().db);
      const { rows: keys } = await sql<{ n: number }>`select count(*) as n from pg_index where indrelid = ${`${table}_partitioned`}::regclass and indisprimary`.execute(database().db);
      expect(keys[0]!.n).toBe(1);
      await sql`drop table ${copy}`.execute(database().db);
    }
  });

  it('names every constraint and comments every table and column', async () => {
    const { rows: uncommented } = await sql<{ what: string }>`
      select c.relname || coalesce('.' || a.attname, '') as what
      from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and c.relname not like 'kysely\\_%'
        and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)`.execute(database().db);
    expect(uncommented).toEqual([]);
    const { rows: constraints } = await sql<{ name: string; table: string }>`
      select conname as name, conrelid::regclass::text as "table" from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c') and conrelid::regclass::text not like 'kysely\\_%'`.execute(database().db);
    for (const { name, table } of constraints) expect(name).toMatch(new RegExp(`^${table}_[a-z0-9_]+_(pkey|key|fkey|check)$|^${table}_pkey$`));
  });
});

describe('engine', () => {
  it('is the one of the project', () => {
    expect(['embedded', 'postgres']).toContain(engine);
  });
});
