/**
 * Whole tables as text, for backup and restore: which there are is read from the catalogue of the database, so that a
 * table added by a migration is in the next backup. All of this runs inside one transaction.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Writes } from './connection.ts';

export interface StoredTable {
  name: string;
  columns: { name: string; /** As PostgreSQL writes it, for example `timestamp with time zone`. */ type: string }[];
  /** Terms of `order by` for the primary key; text by code point, the same on every server. */
  order: string[];
  /** Other tables that its foreign keys point to. */
  references: string[];
}
/** One value a column, in PostgreSQL's own text form; bytea in base64. */
export type StoredRow = (string | null)[];

/** The last number an identity column gave out, null where none. */
export interface StoredSequence {
  table: string;
  column: string;
  last: string | null;
}

/** Rows fetched at once; of tables that hold files one, so that memory holds one file. */
const PAGE = 100;

/** Makes the text forms the same whatever server, role or session says. Holds to the end of the transaction. */
export async function fixTextForms(trx: Writes): Promise<void> {
  await sql`set local datestyle to 'ISO, YMD'`.execute(trx);
  await sql`set local intervalstyle to 'postgres'`.execute(trx);
  await sql`set local timezone to 'UTC'`.execute(trx);
  await sql`set local extra_float_digits to 1`.execute(trx);
}

/**
 * The tables, each after those it refers to, else by name. Without the record of migrations and what belongs to extensions.
 * @throws where a table has no primary key, or tables refer to each other in a circle
 */
export async function storedTables(trx: Writes): Promise<StoredTable[]> {
  const { rows } = await sql<StoredTable>`
    select c.relname as name,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(jsonb_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by array_position(i.indkey::int2[], a.attnum)), '[]')
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as "order",
      (select coalesce(jsonb_agg(distinct p.relname), '[]')
        from pg_constraint f join pg_class p on p.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "references"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'kysely\\_%'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(trx);
  const keyless = rows.find(({ order }) => order.length === 0);
  if (keyless) throw new Error(`Table ${keyless.name} has no primary key`);
  return inOrderOfReferences(rows);
}

function inOrderOfReferences(tables: StoredTable[]): StoredTable[] {
  const ordered: StoredTable[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ references }) => !references.some((name) => waiting.some((table) => table.name === name)));
    if (next < 0) throw new Error(`Tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}

/** All rows of a table in the order of its primary key, in pages. One at a time in a transaction. */
export async function* storedRows(trx: Writes, table: StoredTable): AsyncGenerator<StoredRow[]> {
  const page = sql.lit(table.columns.some(({ type }) => type === 'bytea') ? 1 : PAGE);
  const texts = table.columns.map(({ name, type }) => sql`${asText(name, type)} as ${sql.ref(name)}`);
  // Sorted first and turned into text afterwards: else the sort would carry the text of whole files.
  await sql`declare stored_rows no scroll cursor for select ${sql.join(texts)} from (select * from ${sql.table(table.name)} order by ${sql.raw(table.order.join(', '))}) as sorted`.execute(trx);
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`fetch forward ${page} from stored_rows`.execute(trx);
    if (rows.length === 0) break;
    yield rows.map((row) => table.columns.map(({ name }) => row[name] ?? null));
  }
  await sql`close stored_rows`.execute(trx);
}

/** PostgreSQL breaks base64 into lines. */
const asText = (name: string, type: string): RawBuilder<unknown> =>
  type === 'bytea' ? sql`translate(encode(${sql.ref(name)}, 'base64'), chr(10), '')` : sql`${sql.ref(name)}::text`;

/** Stores rows as `storedRows` gave them. `table` is that of this database, not of a file. */
export async function insertStoredRows(trx: Writes, table: StoredTable, rows: StoredRow[]): Promise<void> {
  const names = table.columns.map(({ name }) => sql.ref(name));
  const values = table.columns.map(({ type }, index) =>
    type === 'bytea' ? sql`decode(r.v ->> ${sql.lit(index)}, 'base64')` : sql`(r.v ->> ${sql.lit(index)})::${sql.raw(type)}`);
  await sql`insert into ${sql.table(table.name)} (${sql.join(names)})
    select ${sql.join(values)} from jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) with ordinality as r (v, place) order by r.place`.execute(trx);
}

/** Keeps others from writing until the end of the transaction; they may read. */
export async function lockStoredTables(trx: Writes, tables: StoredTable[]): Promise<void> {
  await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in share row exclusive mode`.execute(trx);
}

/** Names of the tables that hold rows. */
export async function filledTables(trx: Writes, tables: StoredTable[]): Promise<string[]> {
  const each = tables.map(({ name }) => sql`select ${sql.lit(name)} as name where exists (select from ${sql.table(name)})`);
  return (await sql<{ name: string }>`${sql.join(each, sql` union all `)}`.execute(trx)).rows.map(({ name }) => name);
}

/** The sequences behind identity columns. Not part of any snapshot: at least as far as the rows that a snapshot shows. */
export async function storedSequences(trx: Writes): Promise<StoredSequence[]> {
  const { rows } = await sql<StoredSequence>`
    select c.relname as "table", a.attname as "column", pg_sequence_last_value(s.oid)::text as last
    from pg_class s
    join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    join pg_class c on c.oid = d.refobjid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and c.relnamespace = 'public'::regnamespace
    order by c.relname, a.attname`.execute(trx);
  return rows;
}

/** Lets an identity column go on after its last number. Not undone by a rollback: numbers are only left out. */
export async function setStoredSequence(trx: Writes, { table, column, last }: StoredSequence): Promise<void> {
  if (last === null) return;
  await sql`select setval(pg_get_serial_sequence(quote_ident(${table}), ${column}), ${last}::text::bigint)`.execute(trx);
}

/** Major and minor version of the server, for example 18.6. */
export async function serverVersion(trx: Writes): Promise<string> {
  return (await sql<{ version: string }>`select current_setting('server_version') as version`.execute(trx)).rows[0]!.version;
}
