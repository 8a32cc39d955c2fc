/** 指标说明: every indicator with its formula, denominator, source and pitfalls, from the one list that computes them. */
import { INDICATORS, type Indicator } from '../../comparisons/indicator-list.ts';
import { figuresOfIndicator } from '../../comparisons/indicators.ts';
import { measureName } from '../../comparisons/measures.ts';
import { counterpart, type Comparability } from '../../form/comparability.ts';
import { figureDefinition, FIGURES, TABLES } from '../../form/figures.ts';
import { m } from '../../paraglide/messages.js';
import type { Language } from './report-page.ts';

export interface IndicatorRow {
  id: string;
  name: string;
  formula: string;
  denominator: string;
  source: string;
  pitfall: string;
  undefinedWhen: string;
  compare: string;
}

export interface FigureRow {
  id: string;
  name: string;
  /** Where it stands in the form in force, or in that of 2019. */
  place: string;
  unit: string;
  article: string;
  comparability: string;
  compare: string;
}
export interface FigureGroup {
  table: string;
  figures: FigureRow[];
}

const COMPARABLE: Record<Comparability, () => string> = { same: m.comparable_same, 'same as a sum': m.comparable_sum, 'with a caveat': m.comparable_caveat, 'not comparable': m.comparable_not };

/** Every figure of both editions with its place in the form. */
export function figureGroups(county: { code: string }, language: Language): FigureGroup[] {
  return TABLES.map((table) => ({
    table: m.indicators_table({ table: language === 'zh' ? table : TABLE_NUMBERS[table] }),
    figures: FIGURES.filter((figure) => figure.table === table).map(({ id, wording, unit, article }) => {
      const edition = wording['2021'] ? '2021' : '2019';
      const place = wording[edition];
      return {
        id, name: measureName(id, language), place: place ? `${place.row} · ${place.column}${edition === '2019' ? m.only_2019() : ''}` : '', unit, article,
        comparability: COMPARABLE[counterpart(id, edition === '2021' ? '2019' : '2021').comparability](), compare: `/c/${county.code}/compare?figure=${id}`,
      };
    }),
  }));
}

export function readIndicatorsPage(county: { code: string }, language: Language): IndicatorRow[] {
  return INDICATORS.map((of) => ({
    id: of.id, name: of[language], formula: of.formula[language], denominator: of.over?.[language] ?? '', pitfall: of.pitfall?.[language] ?? '',
    source: tablesOf(of, language), undefinedWhen: undefinedWhen(of),
    compare: `/c/${county.code}/compare${of.id === 'I-NEW' ? '' : `?figure=${of.id}`}`,
  }));
}

const TABLE_NUMBERS = { 二: '2', 三: '3', 四: '4' } as const;

function tablesOf(of: Indicator, language: Language): string {
  const tables = [...new Set(figuresOfIndicator(of).map((id) => figureDefinition(id).table))];
  return tables.map((table) => m.indicators_table({ table: language === 'zh' ? table : TABLE_NUMBERS[table] })).join(m.enumeration());
}

function undefinedWhen(of: Indicator): string {
  if (of.perHead) return m.indicators_no_people();
  if (of.denominator) return m.indicators_few();
  const figures = figuresOfIndicator(of);
  const only2021 = figures.some((id) => !figureDefinition(id).wording['2019'] && !id.startsWith('t3.other_handling'));
  return only2021 ? m.indicators_2021() : m.indicators_never();
}
