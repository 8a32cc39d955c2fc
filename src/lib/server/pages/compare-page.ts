/** 统计分析: bodies × years × one measure, as the address says. */
import { chartLabels } from '../../charts/chart-labels.ts';
import { comparedPicture } from '../../charts/compared-picture.ts';
import type { DrawnChart } from '../../charts/picture.ts';
import type { BodyKind } from '../../checks/finding.ts';
import { compareFigure, orderBodies, type ComparedBody, type Comparison } from '../../comparisons/compare-figures.ts';
import { parseViewState, writeViewState, type ViewState } from '../../comparisons/view-state.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { today } from '../today.ts';
import { KIND_WORDS, KINDS } from './bodies-page.ts';
import { drawnOnce } from './charts.ts';
import { comparedRows, countyData } from './county-data.ts';
import type { Language } from './report-page.ts';

export interface ComparePage {
  state: ViewState;
  /** What can be chosen, in the order of the register. */
  bodies: { code: string; name: string; kind: BodyKind }[];
  kinds: { kind: BodyKind; label: string }[];
  years: number[];
  comparison: Comparison;
  /** Bodies of the comparison in the order in which they are drawn. */
  ordered: ComparedBody[];
  asOf: string | null;
  /** Absent where there is nothing to draw. */
  svg?: DrawnChart;
}

/** Of a frame over the full width. */
const FULL = 1200;

export async function readComparePage(db: Reads, county: County, query: URLSearchParams, language: Language): Promise<ComparePage> {
  const data = await countyData(db, county);
  const years = [...new Set(data.reports.map((report) => report.year))].sort((a, b) => a - b);
  const state = parseViewState(query, { bodies: data.bodies.map((body) => body.code), years });
  // The government's report counts what the bodies count again: it is there only where it was chosen.
  const rows = comparedRows(data, today()).filter((row) => years.includes(row.year) && (state.bodies.length > 0 || row.kind !== 'government'));
  const comparison = compareFigure(rows, {
    measure: state.figure, bodies: state.bodies, years: state.years,
    link: (row) => `/c/${county.code}/reports/${row.body}/${row.year}/${row.scope}${state.figure.startsWith('t') ? `#${state.figure}` : ''}`,
  });
  const ordered = orderBodies(comparison.bodies, state.order, comparison.years.at(-1) ?? 0);
  const page = {
    state, years, comparison, ordered, asOf: data.asOf,
    bodies: data.bodies.map(({ code, name, kind }) => ({ code, name, kind })),
    kinds: KINDS.filter((kind) => data.bodies.some((body) => body.kind === kind)).map((kind) => ({ kind, label: KIND_WORDS[kind]() })),
  };
  if (ordered.length === 0) return page;
  const labels = chartLabels(language);
  const address = `compare?${writeViewState({ ...state, table: false }, new URLSearchParams())}`;
  return { ...page, svg: drawnOnce(county, address, language, (narrow) => comparedPicture(state.view, comparison, ordered, { labels, narrow }), FULL) };
}
