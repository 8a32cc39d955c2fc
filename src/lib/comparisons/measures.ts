/** What can be compared: a figure of the form or an indicator, under one kind of key. */
import { counterpart } from '../form/comparability.ts';
import { outcomeFigures, outcomeValue } from '../form/derived.ts';
import { figureDefinition, FIGURES, isFigureId, type FigureId, type TableNumber } from '../form/figures.ts';
import { APPLICANT_COLUMNS, APPLICANTS, TABLE_THREE_ROWS } from '../form/table-three.ts';
import type { BodyYear } from './body-year.ts';
import { INDICATORS, type Indicator } from './indicator-list.ts';
import { figuresOfIndicator, indicator, measureIndicator } from './indicators.ts';
import type { Measured } from './series.ts';

export interface Measure {
  /** Figure id, or id of an indicator. */
  key: string;
  unit: '件' | '万元' | '项' | '' | '%' | '件/万人';
  rate: boolean;
  /** Per 10,000 residents: a ratio that is no share. */
  perHead: boolean;
  decimal: boolean;
  /** The figures that rows must hold for it. */
  figures: FigureId[];
  /** First year of the edition of 2021 where values before it are not the same notion: never joined across. */
  breakAt: 2021 | null;
  /** Values before the break stand on the other side of it, of a wider notion (规范性文件 became 行政规范性文件). */
  caveat: boolean;
}

const UNDIVIDED = /^t3\.other_handling_undivided\.(.+)$/;

export function isMeasure(key: string): boolean {
  return isFigureId(key) || indicator(key) !== undefined;
}

/** Throws on a key that is neither a figure nor an indicator (a fault of the programme: addresses are parsed before). */
export function measureOf(key: string): Measure {
  const known = indicator(key);
  if (known) {
    const rate = known.denominator !== undefined;
    const figures = figuresOfIndicator(known);
    const decimal = figures.some((id) => figureDefinition(id).kind === 'decimal');
    const unit = rate ? '%' : known.perHead ? '件/万人' : decimal ? '万元' : '件';
    return { key, unit, rate, perHead: known.perHead === true, decimal: decimal || known.perHead === true, figures, breakAt: null, caveat: false };
  }
  const definition = figureDefinition(key);
  const applicant = APPLICANTS.find((entry) => entry === UNDIVIDED.exec(key)?.[1]);
  const links = (['2019', '2021'] as const).map((edition) => counterpart(key, edition));
  const figures = [...new Set([key, ...(applicant ? outcomeFigures('other_handling', applicant) : []), ...links.flatMap((link) => link.figure ?? [])])];
  // 其他处理 undivided has a successor as a sum; its three rows alone have no history.
  const continuous = applicant !== undefined || links.every((link) => link.comparability === 'same');
  return {
    key, unit: definition.unit, rate: false, perHead: false, decimal: definition.kind === 'decimal', figures,
    breakAt: continuous ? null : 2021, caveat: links.some((link) => link.comparability === 'with a caveat'),
  };
}

/**
 * The measure in one row. A row that is filed must hold every figure of `measure.figures`; one that does not is a fault
 * of the query and throws.
 */
export function measureIn(row: BodyYear, measure: Measure): Measured {
  if (!row.filed) return { value: null, missing: row.due ? (row.notYet ? 'not yet due' : 'not filed') : 'not due' };
  const figure = (id: FigureId): Measured => {
    const value = row.values[id];
    if (value === undefined) throw new Error(`The row of ${row.body} in ${row.year} does not hold ${id}`);
    return value === null ? { value, missing: row.missing?.[id] ?? 'no number' } : { value };
  };
  const known = indicator(measure.key);
  if (!known) return measureFigure(row, measure.key, figure);
  // What the form of the year does not print is not missing from the report.
  return measureIndicator(known, (id) => {
    const own = figure(id);
    return own.value === null && !figureDefinition(id).wording[row.edition] ? { value: null, missing: 'not in edition' } : own;
  }, row.population);
}

function measureFigure(row: BodyYear, id: FigureId, figure: (id: FigureId) => Measured): Measured {
  const own = figure(id);
  // What a document prints counts, also where it uses the other edition's form.
  if (own.value !== null || figureDefinition(id).wording[row.edition]) return own;
  const applicant = APPLICANTS.find((entry) => entry === UNDIVIDED.exec(id)?.[1]);
  if (applicant) {
    const value = outcomeValue('other_handling', applicant, (part) => figure(part).value);
    return value === null ? { value, missing: 'parts missing' } : { value };
  }
  const link = counterpart(id, row.edition);
  return link.figure ? figure(link.figure) : { value: null, missing: 'not in edition' };
}

export type Language = 'zh' | 'en';

const ORDINAL = /^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/;
const bare = (text: string): string => text.replace(ORDINAL, '').replace(/（区分处理的.*）$/, '');

/** Short name of a measure for titles and lists: the form's own words without ordinals, or the English gloss. */
export function measureName(key: string, language: Language): string {
  const known: Indicator | undefined = indicator(key);
  if (known) return known[language];
  const definition = figureDefinition(key);
  if (language === 'en') return definition.gloss.replace(/: Total$/, '');
  const wording = definition.wording['2021'] ?? definition.wording['2019'];
  if (!wording) throw new Error(`${key} is in no edition`);
  if (definition.table === '三') return nameInTableThree(key);
  const row = wording.row.replace(/^第二十条第（.）项 \/ /, '').replace(' / ', '：');
  return `${row}·${wording.column.replace(/（单位：.*）$/, '')}`;
}

function nameInTableThree(id: FigureId): string {
  const applicant = APPLICANT_COLUMNS.find((column) => id.endsWith(`.${column.key}`) && TABLE_THREE_ROWS.some((row) => `t3.${row.key}.${column.key}` === id));
  const row = TABLE_THREE_ROWS.find((entry) => `t3.${entry.key}.${applicant?.key}` === id);
  if (!applicant || !row) throw new Error(`${id} is not in table 三`);
  const printed = row.key === 'processed' ? '办理结果总计' : bare(row.label);
  const name = row.group ? `${bare(row.group)}：${printed}` : printed;
  if (applicant.key === 'total') return name;
  return `${name}·${applicant.key === 'other' ? '其他组织' : applicant.label}`;
}

export interface MeasureGroup {
  of: 'indicators' | TableNumber | '2019 alone';
  measures: { key: string; name: string }[];
}

/** Everything that can be compared, grouped for a list of choices: indicators, then the tables, then what only 2019 prints. */
export function measureGroups(language: Language): MeasureGroup[] {
  const named = (keys: string[]): MeasureGroup['measures'] => keys.map((key) => ({ key, name: measureName(key, language) }));
  const figures = (table: TableNumber): string[] => FIGURES.filter((figure) => figure.table === table && figure.wording['2021']).map((figure) => figure.id);
  return [
    { of: 'indicators', measures: named(INDICATORS.map((entry) => entry.id)) },
    ...(['三', '四', '二'] as const).map((table): MeasureGroup => ({ of: table, measures: named(figures(table)) })),
    { of: '2019 alone', measures: named(FIGURES.filter((figure) => !figure.wording['2021']).map((figure) => figure.id)) },
  ];
}
