/** Charts as pages get them: the data that the browser draws from, and the drawing that is there before any script. */
import { applicantsPicture } from '../../charts/applicants-option.ts';
import { chartLabels } from '../../charts/chart-labels.ts';
import { outcomesPicture } from '../../charts/outcomes-option.ts';
import type { DrawnChart, Picture } from '../../charts/picture.ts';
import { comparedPicture } from '../../charts/compared-picture.ts';
import { entersSums, type BodyYear } from '../../comparisons/body-year.ts';
import { compareFigure, distribution, orderBodies, type ComparedBody, type Comparison } from '../../comparisons/compare-figures.ts';
import { applicantsByYear, outcomesByYear, type Composition, type Of } from '../../comparisons/compositions.ts';
import { chartSvg } from '../exports/chart-svg.ts';
import type { County } from '../queries/counties.ts';
import type { Language } from './report-page.ts';

export interface CompositionChart {
  composition: Composition;
  /** Absent where there is nothing to draw. */
  svg?: DrawnChart;
}
export interface CompositionCharts {
  applicants: CompositionChart;
  outcomes: CompositionChart;
}

/** Server drawing of a chart, kept for the version of the data. `address` is whatever decides what is drawn. */
export function drawnOnce(county: County, address: string, language: Language, draw: (narrow: boolean) => Picture, width?: number): DrawnChart {
  return chartSvg({ county: county.code, dataVersion: county.dataVersion, address, language }, draw, width);
}

/** Applications by applicant and outcomes, year by year: of one body, or the sum of all. */
export function compositionCharts(county: County, rows: readonly BodyYear[], of: Of, language: Language): CompositionCharts {
  const labels = chartLabels(language);
  const chart = (name: string, composition: Composition, picture: typeof applicantsPicture): CompositionChart => {
    if (composition.parts.every((part) => part.points.every((point) => point.value === null))) return { composition };
    return { composition, svg: drawnOnce(county, `${of.body ?? ''}#${name}`, language, (narrow) => picture(composition, { labels, narrow })) };
  };
  return {
    applicants: chart('applicants', applicantsByYear(rows, of), applicantsPicture),
    outcomes: chart('outcomes', outcomesByYear(rows, of), outcomesPicture),
  };
}

export interface AskedChart {
  comparison: Comparison;
  /** Bodies that were asked, the most first. */
  ordered: ComparedBody[];
  /** How many were not asked. */
  zero: number;
  svg?: DrawnChart;
}

/** Which bodies received the applications of a year. Most bodies of a county receive none: they are counted, not drawn. */
export function askedChart(county: County, rows: readonly BodyYear[], year: number, language: Language): AskedChart {
  const comparison = compareFigure(rows.filter(entersSums), {
    measure: 'I-NEW', years: [year], link: (row) => `/c/${county.code}/reports/${row.body}/${row.year}/${row.scope}#t3.received.total`,
  });
  const ordered = orderBodies(comparison.bodies, 'value', year).filter((body) => (body.points[0]?.value ?? 0) > 0);
  const chart = { comparison, ordered, zero: distribution(comparison.bodies, year).zero.length };
  if (ordered.length === 0) return chart;
  const labels = chartLabels(language);
  return { ...chart, svg: drawnOnce(county, `#asked ${year}`, language, (narrow) => comparedPicture('bars', comparison, ordered, { labels, narrow })) };
}
