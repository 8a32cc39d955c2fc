/** Figures of reports. NULL is missing and never 0; a sum always says of how many reports it was made. */
import { sql, type RawBuilder } from 'kysely';
import type { BodyKind } from '../../checks/finding.ts';
import type { Figure, Figures } from '../../figures/figure.ts';
import type { Edition } from '../../form/edition.ts';
import { columnOf, FIGURES, isFigureId, type FigureId } from '../../form/figures.ts';
import type { Scope } from '../../recognition/report.ts';
import type { FigureColumn, FigureSource } from '../database/schema.ts';
import { reportColumns, type FilingKey, type ReportKey, type Reads, type Writes } from './connection.ts';

/**
 * The column of a figure.
 * @throws on an id that the form does not have: ids from addresses are checked before
 */
export function figureColumn(id: FigureId): FigureColumn {
  if (!isFigureId(id)) throw new Error(`No such figure: ${id}`);
  return columnOf(id) as FigureColumn;
}
const ALL_COLUMNS = FIGURES.map((figure) => figureColumn(figure.id));

type FigureRow = Partial<Record<FigureColumn, number | null>>;

/** Values and sources as one: the figures that the report's form has. */
function figuresFrom(row: FigureRow, sources: Record<FigureId, FigureSource>): Figures {
  const figures: Figures = {};
  for (const { id } of FIGURES) {
    const source = sources[id];
    if (source) figures[id] = { value: row[figureColumn(id)] ?? null, ...source };
  }
  return figures;
}

export interface ReportValues {
  body: string;
  kind: BodyKind;
  year: number;
  scope: Scope;
  /** By figure id; null is missing or not in the report's edition. */
  values: Record<FigureId, number | null>;
}

/** The chosen figures of all current reports of a county, by year and in the order of the register. `scope` narrows. */
export async function figuresOfCounty(db: Reads, countyId: number, ids: readonly FigureId[], scope?: Scope): Promise<ReportValues[]> {
  let query = currentFigures(db, countyId)
    .innerJoin('bodies as b', (join) => join.onRef('b.county_id', '=', 'f.county_id').onRef('b.code', '=', 'f.body_code'))
    .select(['f.body_code as body', 'b.kind', 'f.year', 'f.scope', rowText(ids).as('row')])
    .orderBy('f.year').orderBy('b.sort_order').orderBy('f.body_code').orderBy('f.scope');
  if (scope) query = query.where('f.scope', '=', scope);
  const rows = await query.execute();
  return rows.map(({ row, ...report }) => {
    const values = row.slice(1, -1).split(',');
    return { ...report, values: Object.fromEntries(ids.map((id, index) => [id, values[index] ? Number(values[index]) : null])) };
  });
}

/**
 * Figures as the text of one row, `(12,,0.5)`: an empty place is NULL. Handed over column by column, all 226 of 400 reports
 * take ten times as long in the embedded database.
 */
const rowText = (ids: readonly FigureId[]): RawBuilder<string> => sql`row(${sql.join(ids.map((id) => sql.ref(`f.${figureColumn(id)}`)))})::text`;

export interface BodyOfYear {
  body: string;
  /** The official name in use, or the last one. */
  name: string;
  kind: BodyKind;
  version: number;
  edition: Edition;
  powers: string[];
  peerGroup: string | null;
  values: Record<FigureId, number | null>;
}

/** The chosen figures of the own reports of a year that count, with what the register says of the bodies in that year; never of the county government. */
export async function bodiesOfYear(db: Reads, countyId: number, year: number, ids: readonly FigureId[]): Promise<BodyOfYear[]> {
  const rows = await currentFigures(db, countyId)
    .innerJoin('bodies as b', (join) => join.onRef('b.county_id', '=', 'f.county_id').onRef('b.code', '=', 'f.body_code'))
    .innerJoin('reports as r', (join) => join
      .onRef('r.county_id', '=', 'f.county_id').onRef('r.body_code', '=', 'f.body_code').onRef('r.year', '=', 'f.year').onRef('r.scope', '=', 'f.scope').onRef('r.version', '=', 'f.version'))
    .leftJoin('body_years as y', (join) => join.onRef('y.county_id', '=', 'f.county_id').onRef('y.body_code', '=', 'f.body_code').onRef('y.year', '=', 'f.year'))
    .select((eb) => [
      'f.body_code as body', 'b.kind', 'f.version', 'r.edition', 'y.powers', 'y.peer_group as peerGroup', ...ids.map((id) => `f.${figureColumn(id)}` as const),
      eb.selectFrom('body_names as n').select('n.name').whereRef('n.county_id', '=', 'f.county_id').whereRef('n.body_code', '=', 'f.body_code').where('n.role', '=', 'name')
        .orderBy(sql`n.valid_to is null`, 'desc').orderBy('n.number', 'desc').limit(1).as('name'),
    ])
    .where('c.year', '=', year).where('c.scope', '=', 'own').where('b.kind', '<>', 'government').orderBy('b.sort_order').orderBy('f.body_code').execute();
  return rows.map((row) => ({
    body: row.body, name: row.name ?? row.body, kind: row.kind, version: row.version, edition: row.edition, powers: row.powers ?? [], peerGroup: row.peerGroup,
    values: Object.fromEntries(ids.map((id) => [id, row[figureColumn(id)] ?? null])),
  }));
}

const currentFigures = (db: Reads, countyId: number) =>
  db.selectFrom('report_current as c')
    .innerJoin('report_figures as f', (join) => join
      .onRef('f.county_id', '=', 'c.county_id').onRef('f.body_code', '=', 'c.body_code').onRef('f.year', '=', 'c.year')
      .onRef('f.scope', '=', 'c.scope').onRef('f.version', '=', 'c.version'))
    .where('c.county_id', '=', countyId);

/** A sum with its denominator: `n` reports have a number, `missing` have none, of `of`. `value` is null when n is 0. */
export interface Sum {
  value: number | null;
  n: number;
  of: number;
  missing: number;
}

/**
 * Sums over the own reports of a county's bodies (各单位合计), by year, the earliest first. A body of kind government and
 * roll-ups never enter; nor do bodies that the register keeps out of the sum in that year. Reports whose edition lacks
 * the figure count among `of` and `missing`: ask for figures of one edition, or say so.
 */
export async function sumsByYear(db: Reads, countyId: number, ids: readonly FigureId[]): Promise<{ year: number; of: number; sums: Record<FigureId, Sum> }[]> {
  const rows = await currentFigures(db, countyId)
    .innerJoin('bodies as b', (join) => join.onRef('b.county_id', '=', 'f.county_id').onRef('b.code', '=', 'f.body_code'))
    .leftJoin('body_years as y', (join) => join.onRef('y.county_id', '=', 'f.county_id').onRef('y.body_code', '=', 'f.body_code').onRef('y.year', '=', 'f.year'))
    .where('f.scope', '=', 'own').where('b.kind', '<>', 'government').where((eb) => eb(eb.fn.coalesce('y.in_rollup', sql<boolean>`true`), '=', true))
    .select((eb) => [
      'f.year', eb.fn.countAll<number>().as('of'),
      numbers(ids.map((id) => sql`sum(${sql.ref(`f.${figureColumn(id)}`)})`)).as('values'),
      numbers(ids.map((id) => sql`count(${sql.ref(`f.${figureColumn(id)}`)})`)).as('counts'),
    ])
    .groupBy('f.year').orderBy('f.year').execute();
  return rows.map(({ year, of, values, counts }) => ({
    year, of,
    sums: Object.fromEntries(ids.map((id, index) => {
      const n = counts[index] ?? 0;
      return [id, { value: values[index] ?? null, n, of, missing: of - n }];
    })),
  }));
}

/** Aggregates as one JSON array: any number of columns under one name, read alike by both engines. */
const numbers = (aggregates: RawBuilder<unknown>[]): RawBuilder<(number | null)[]> => sql`to_json(array[${sql.join(aggregates)}]::numeric[])`;

/** Figures with their sources of one version. */
export async function figuresOfReport(db: Reads, key: ReportKey): Promise<Figures | undefined> {
  const row = await db.selectFrom('report_figures').select(ALL_COLUMNS).where((eb) => eb.and(reportColumns(key))).executeTakeFirst();
  const sources = await db.selectFrom('report_sources').select('figures').where((eb) => eb.and(reportColumns(key))).executeTakeFirst();
  return row && sources && figuresFrom(row, sources.figures);
}

/** Figures with their sources of the current version of each of these filings that has one. */
export async function currentFiguresOf(db: Reads, keys: FilingKey[]): Promise<{ body: string; figures: Figures }[]> {
  const found: { body: string; figures: Figures }[] = [];
  for (const key of keys) {
    const current = await db.selectFrom('report_current').select('version')
      .where('county_id', '=', key.countyId).where('body_code', '=', key.body).where('year', '=', key.year).where('scope', '=', key.scope).executeTakeFirst();
    const figures = current && (await figuresOfReport(db, { ...key, version: current.version }));
    if (figures) found.push({ body: key.body, figures });
  }
  return found;
}

/** Stores values, reasons, raw texts and places of a new version. */
export async function insertFigures(trx: Writes, key: ReportKey, figures: Figures): Promise<Record<FigureId, FigureSource>> {
  const values: FigureRow = {};
  const sources: Record<FigureId, FigureSource> = {};
  for (const [id, { value, ...source }] of Object.entries(figures) as [FigureId, Figure][]) {
    values[figureColumn(id)] = value;
    sources[id] = source;
  }
  await trx.insertInto('report_figures').values({ ...reportColumns(key), ...values }).execute();
  return sources;
}

/** Ids whose number differs between two readings; a reason against another reason is no difference. */
export function changedFigures(before: Figures, after: Figures): FigureId[] {
  const valueOf = (figures: Figures, id: FigureId): number | null => figures[id]?.value ?? null;
  return FIGURES.map((figure) => figure.id).filter((id) => valueOf(before, id) !== valueOf(after, id));
}
