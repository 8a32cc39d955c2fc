/** 指标说明: every indicator with its formula, denominator, source and pitfalls, from the one list that computes them. */
import { INDICATORS, type Indicator } from '../../comparisons/indicator-list.ts';
import { figuresOfIndicator } from '../../comparisons/indicators.ts';
import { figureDefinition } from '../../form/figures.ts';
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

export function readIndicatorsPage(county: { code: string }, language: Language): IndicatorRow[] {
  return INDICATORS.map((of) => ({
    id: of.id, name: of[language], formula: of.formula[language], denominator: of.over?.[language] ?? '', pitfall: of.pitfall?.[language] ?? '',
    source: tablesOf(of, language), undefinedWhen: undefinedWhen(of),
    compare: `/c/${county.code}/compare${of.id === 'I-NEW' ? '' : `?figure=${of.id}`}`,
  }));
}

function tablesOf(of: Indicator, language: Language): string {
  const tables = [...new Set(figuresOfIndicator(of).map((id) => figureDefinition(id).table))];
  const number = { 二: '2', 三: '3', 四: '4' } as const;
  return tables.map((table) => m.indicators_table({ table: language === 'zh' ? table : number[table] })).join(m.enumeration());
}

function undefinedWhen(of: Indicator): string {
  if (of.perHead) return m.indicators_no_people();
  if (of.denominator) return m.indicators_few();
  const figures = figuresOfIndicator(of);
  const only2021 = figures.some((id) => !figureDefinition(id).wording['2019'] && !id.startsWith('t3.other_handling'));
  return only2021 ? m.indicators_2021() : m.indicators_never();
}
