/**
 * Every figure of both editions, derived from the three tables: 226 ids, 198 in the edition of 2019, 200 in that of 2021.
 * The ids are a contract (figures.csv): command line, database columns (dots become underscores) and exports use them.
 */
import type { Edition } from './edition.ts';
import { CASE_GROUP_COLUMNS, CASE_RESULT_COLUMNS, LITIGATION_HEADING } from './table-four.ts';
import { APPLICANT_COLUMNS, APPLICANT_HEADING, ORGANISATION_HEADING, OUTCOMES_HEADING, TABLE_THREE_ROWS } from './table-three.ts';
import { TABLE_TWO } from './table-two.ts';

export type FigureId = string;
export type TableNumber = '二' | '三' | '四';
export const TABLES: readonly TableNumber[] = ['二', '三', '四'];

export interface FigureWording {
  /** Printed row, the parts of a merged heading joined by “ / ” (as in figures.csv). */
  row: string;
  column: string;
}
export interface FigureDefinition {
  id: FigureId;
  table: TableNumber;
  unit: '件' | '万元' | '项' | '';
  kind: 'count' | 'signed count' | 'decimal';
  /** Printed wording by edition; an edition without the figure has no entry. */
  wording: Partial<Record<Edition, FigureWording>>;
  /** English gloss of row and column. */
  gloss: string;
  /** Article of the 条例, '' where none is explicit. */
  article: string;
}

function define(): Map<FigureId, FigureDefinition> {
  const found = new Map<FigureId, FigureDefinition>();
  const add = (edition: Edition, wording: FigureWording, definition: Omit<FigureDefinition, 'wording'>): void => {
    const known = found.get(definition.id);
    if (known) known.wording[edition] = wording;
    else found.set(definition.id, { ...definition, wording: { [edition]: wording } });
  };
  // The edition in force first, so that ids stand in its printed order.
  for (const edition of ['2021', '2019'] as const) {
    for (const block of TABLE_TWO[edition])
      for (const row of block.rows)
        for (const column of block.columns)
          add(edition, { row: `${block.heading} / ${row.label}`, column: column.label }, {
            id: `t2.${row.key}.${column.key}`, table: '二', unit: column.unit, kind: column.kind,
            gloss: `${row.gloss}: ${column.gloss}`, article: block.article,
          });
  }
  for (const row of TABLE_THREE_ROWS) {
    const heading = row.outcome === undefined && row.key !== 'processed' ? '' : `${OUTCOMES_HEADING} /`;
    const printed = heading === '' ? row.label : row.group ? `${heading}${row.group} / ${row.label}` : `${heading}${row.label}`;
    for (const edition of row.editions)
      for (const column of APPLICANT_COLUMNS)
        add(edition, { row: printed, column: `${APPLICANT_HEADING} / ${column.organisation ? `${ORGANISATION_HEADING} / ` : ''}${column.label}` }, {
          id: `t3.${row.key}.${column.key}`, table: '三', unit: '件', kind: 'count',
          gloss: `${row.gloss}: ${column.gloss}`, article: row.article,
        });
  }
  for (const edition of ['2021', '2019'] as const)
    for (const group of CASE_GROUP_COLUMNS)
      for (const result of CASE_RESULT_COLUMNS)
        add(edition, { row: group.litigation ? `${LITIGATION_HEADING} / ${group.label}` : group.label, column: result.label }, {
          id: `t4.${group.key}.${result.key}`, table: '四', unit: '件', kind: 'count',
          gloss: `${group.gloss}: ${result.gloss}`, article: '51',
        });
  return found;
}

const DEFINITIONS = define();

/** All 226 figures, in printed order of the edition of 2021, those of 2019 alone after their table's. */
export const FIGURES: readonly FigureDefinition[] = [...DEFINITIONS.values()].sort((a, b) => TABLES.indexOf(a.table) - TABLES.indexOf(b.table));

/** The definition of a figure; throws on an id that the form does not have (a fault of the programme). */
export function figureDefinition(id: FigureId): FigureDefinition {
  const definition = DEFINITIONS.get(id);
  if (!definition) throw new Error(`No such figure: ${id}`);
  return definition;
}
export function isFigureId(id: string): boolean {
  return DEFINITIONS.has(id);
}

const BY_EDITION: Record<Edition, readonly FigureDefinition[]> = {
  '2019': FIGURES.filter((figure) => figure.wording['2019']),
  '2021': FIGURES.filter((figure) => figure.wording['2021']),
};
/** The figures an edition prints: 198 in 2019, 200 in 2021. */
export function figuresOf(edition: Edition): readonly FigureDefinition[] {
  return BY_EDITION[edition];
}
/** Column of `report_figures` that holds the figure. */
export function columnOf(id: FigureId): string {
  return id.replaceAll('.', '_');
}
