/** 统计分析: bodies × years × one measure, as the address says. */
import { chartLabels } from '../../charts/chart-labels.ts';
import { shownPicture, type Shown } from '../../charts/compared-picture.ts';
import { drawnMultiples } from '../../charts/multiples-option.ts';
import type { DrawnChart } from '../../charts/picture.ts';
import type { BodyKind } from '../../checks/finding.ts';
import type { BodyYear } from '../../comparisons/body-year.ts';
import { compareFigure, orderBodies, type Comparison } from '../../comparisons/compare-figures.ts';
import { applicantsByYear, outcomesByYear } from '../../comparisons/compositions.ts';
import { contributions, type Contributions } from '../../comparisons/contributions.ts';
import { changesFor, legalChanges } from '../../comparisons/legal-changes.ts';
import { withLikeForLike } from '../../comparisons/like-for-like.ts';
import { flowOf } from '../../comparisons/flow.ts';
import { funnelOf } from '../../comparisons/funnel.ts';
import { filingCoverage } from '../../comparisons/sums.ts';
import type { Coverage } from '../../comparisons/series.ts';
import { DEFAULT_RATE, parseViewState, writeViewState, type ViewState } from '../../comparisons/view-state.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { today } from '../today.ts';
import { KIND_WORDS, KINDS } from './bodies-page.ts';
import { drawnOnce } from './charts.ts';
import { viewWords, type ViewWords } from './compare-words.ts';
import { comparedRows, countyData, referenceCode, referenceRows, type CountyData } from './county-data.ts';
import type { Language } from './report-page.ts';

export interface ComparedChoice {
  code: string;
  name: string;
  kind: BodyKind;
  /** Another county, to compare with. */
  reference: boolean;
  group: string | null;
  /** The chosen measure in the last chosen year, for the list's order and bars. */
  value: number | null;
}
/** Why there is nothing to draw. */
export type Hole = 'nothing' | 'rate' | 'years' | 'break' | 'flow' | 'funnel';

export interface ComparePage {
  state: ViewState;
  /** What can be chosen: the chosen first, then in the order of the register. */
  bodies: ComparedChoice[];
  kinds: { kind: BodyKind; label: string }[];
  groups: string[];
  years: number[];
  comparison: Comparison;
  shown: Shown | null;
  hole: Hole | null;
  coverage: Coverage | null;
  words: ViewWords;
  /** Query of this view, for its downloads. */
  query: string;
  asOf: string | null;
  /** Absent where there is nothing to draw. */
  svg?: DrawnChart;
}

/** Of a frame over the full width. */
const FULL = 1200;

export async function readComparePage(db: Reads, county: County, query: URLSearchParams, language: Language): Promise<ComparePage> {
  const data = await countyData(db, county);
  const years = [...new Set(data.reports.map((report) => report.year))].sort((a, b) => a - b);
  const others = [...new Set(data.references.map(({ name }) => name))];
  const state = parseViewState(query, { bodies: [...data.bodies.map((body) => body.code), ...others.map(referenceCode)], years });
  const every = [...comparedRows(data, today()), ...referenceRows(data)].filter((row) => years.includes(row.year));
  // The government's report counts what the bodies count again: it is there only where it was chosen.
  const rows = every.filter((row) => (state.bodies.length > 0 ? state.bodies.includes(row.body) : row.kind !== 'government'));
  const link = (figure: string) => (row: Pick<BodyYear, 'body' | 'year' | 'scope' | 'reference'>): string => row.reference ? `/c/${county.code}/context#references` : `/c/${county.code}/reports/${row.body}/${row.year}/${row.scope}${figure.startsWith('t') ? `#${figure}` : ''}`;
  const choice = { measure: state.figure, years: state.years, link: link(state.figure) };
  const everyone = compareFigure(every, choice).bodies;
  const compared = withLikeForLike(compareFigure(rows, choice), everyone, data.successions);
  const comparison: Comparison = { ...compared, changes: changesFor(legalChanges(data.legalChanges, language), compared.measure.figures, compared.years) };
  const last = comparison.years.at(-1) ?? 0;
  const found = years.length === 0 ? 'nothing' : viewOf(county, state, rows, comparison, link, (from, to) => contributions(comparison, data.successions, from, to, everyone));
  const shown = typeof found === 'string' ? null : found;
  const labels = chartLabels(language);
  const chosen = choices(data, others, every, state, last);
  const undrawn = shown?.view === 'multiples' ? shown.bodies.length - drawnMultiples({ measure: comparison.measure, bodies: shown.bodies }).length : 0;
  const address = writeViewState({ ...state, table: false }, new URLSearchParams()).toString();
  const page: ComparePage = {
    words: viewWords({ state, comparison, shown, undrawn, unsummed: unsummedOf(comparison), partYears: partYearsOf(comparison), only: state.bodies.length === 1 ? (chosen[0]?.name ?? null) : null, labels }), query: address,
    state, years, comparison, shown, hole: typeof found === 'string' ? found : null, asOf: data.asOf,
    coverage: coverageOf(shown, comparison, rows, last),
    bodies: chosen,
    kinds: KINDS.filter((kind) => data.bodies.some((body) => body.kind === kind)).map((kind) => ({ kind, label: KIND_WORDS[kind]() })),
    groups: [...new Set(data.bodies.flatMap((body) => groupOf(data, body.code, last) ?? []))],
  };
  if (!shown) return page;
  return { ...page, svg: drawnOnce(county, `compare?${address}`, language, (narrow) => shownPicture(shown, { labels, narrow }), FULL) };
}

/** Reports of part of a year, each with its year. */
const partYearsOf = ({ bodies, measure }: Comparison): string[] => (measure.rate ? [] : bodies.flatMap(({ name, points }) => points.filter(({ partYear }) => partYear).map(({ x }) => `${name} ${x}`)));

/** Bodies that are shown and count in no sum, but for the government and reports of the whole county, which say so themselves. */
const unsummedOf = ({ bodies }: Comparison): string[] => bodies.filter((body) => !body.summed && body.kind !== 'government' && body.scope === 'own').map(({ name }) => name);

type LinkTo = (figure: string) => (row: Pick<BodyYear, 'body' | 'year' | 'scope' | 'reference'>) => string;

function viewOf(county: County, state: ViewState, rows: readonly BodyYear[], comparison: Comparison, link: LinkTo, between: (from: number, to: number) => Contributions): Shown | Hole {
  const { measure, years } = comparison;
  const [first, last] = [years[0], years.at(-1)];
  if (last === undefined || first === undefined) return 'nothing';
  switch (state.view) {
    case 'composition': {
      const one = state.bodies.length === 1 ? state.bodies[0] : undefined;
      const of = { years, ...(one === undefined ? {} : { body: one }), link: (year: number) => `/c/${county.code}/compare?${writeViewState({ ...state, view: 'flow', years: [year] }, new URLSearchParams())}` };
      const composition = state.parts === 'outcomes' ? outcomesByYear(rows, of) : applicantsByYear(rows, of);
      return composition.parts.every((part) => part.points.every(({ value }) => value === null)) ? 'nothing' : { view: 'composition', parts: state.parts, composition };
    }
    case 'change': {
      if (measure.rate || measure.perHead) return 'rate';
      const from = years.at(-2);
      if (from === undefined) return 'years';
      // Two chosen years are compared with each other; of more, the last two.
      if (measure.breakAt !== null && from < measure.breakAt && last >= measure.breakAt) return 'break';
      return { view: 'change', measure, contributions: between(from, last) };
    }
    case 'scatter': {
      const down = compareFigure(rows, { measure: state.against, years: [last], link: link(state.against) });
      const across = compareFigure(rows, { measure: state.figure, years: [last], link: link(state.figure) });
      const bodies = across.bodies.flatMap((body) => {
        const other = down.bodies.find(({ key }) => key === body.key);
        return other ? [{ across: body, down: other }] : [];
      });
      return bodies.length === 0 ? 'nothing' : { view: 'scatter', scatter: { across: across.measure, down: down.measure, year: last, bodies } };
    }
    case 'funnel': {
      const rate = measure.rate ? state.figure : DEFAULT_RATE;
      const funnel = funnelOf(rows, rate, years, (body) => `/c/${county.code}/bodies/${body}`);
      return funnel.drawn.length === 0 ? 'funnel' : { view: 'funnel', funnel };
    }
    case 'flow': {
      const own = rows.filter((row) => row.year === last);
      const one = new Set(own.map((row) => row.body)).size === 1 ? own[0] : undefined;
      const flow = flowOf(rows, last, (figure) => (one ? link(figure)(one) : `/c/${county.code}/compare?${writeViewState({ ...state, view: 'bars', figure, years: [last], order: 'value' }, new URLSearchParams())}`));
      return flow ? { view: 'flow', flow } : 'flow';
    }
    default: {
      const bodies = orderBodies(comparison.bodies, state.order, last);
      if (bodies.length === 0 || (state.view === 'multiples' && drawnMultiples({ measure, bodies }).length === 0)) return 'nothing';
      return { view: state.view, comparison, bodies, shared: state.scale === 'shared' };
    }
  }
}

function coverageOf(shown: Shown | null, comparison: Comparison, rows: readonly BodyYear[], last: number): Coverage | null {
  if (shown?.view === 'flow') return shown.flow.coverage;
  if (shown?.view === 'composition') return shown.composition.coverage.at(-1) ?? null;
  if (shown?.view === 'funnel') return { n: shown.funnel.drawn.length + shown.funnel.few.length, of: shown.funnel.drawn.length + shown.funnel.few.length + shown.funnel.without.length, missing: shown.funnel.without };
  if (shown?.view === 'change') return filingCoverage(rows, last);
  return comparison.total.points.at(-1)?.coverage ?? null;
}

function choices(data: CountyData, others: readonly string[], rows: readonly BodyYear[], state: ViewState, year: number): ComparedChoice[] {
  const values = new Map(compareFigure(rows, { measure: state.figure, years: [year] }).bodies.map((body) => [body.body, body.points[0]?.value ?? null]));
  const all: ComparedChoice[] = [
    ...data.bodies.map(({ code, name, kind }) => ({ code, name, kind, reference: false, group: groupOf(data, code, year) ?? null, value: values.get(code) ?? null })),
    ...others.map((name): ComparedChoice => ({ code: referenceCode(name), name, kind: 'government', reference: true, group: null, value: values.get(referenceCode(name)) ?? null })),
  ];
  const chosen = new Set(state.bodies);
  return [...all.filter(({ code }) => chosen.has(code)), ...all.filter(({ code }) => !chosen.has(code))];
}

/** The peer group of a body in a year, or in the latest one before. */
function groupOf(data: CountyData, code: string, year: number): string | undefined {
  for (const of of data.years) {
    const group = of <= year ? data.due(code, of)?.peerGroup : undefined;
    if (group) return group;
  }
  return undefined;
}
