/** Title, unit and note of a view of 统计分析: what it shows, what it rests on and what it must not be taken for. */
import type { ChartLabels } from '../../charts/labels.ts';
import { yearsShown, type Shown } from '../../charts/compared-picture.ts';
import { signed } from '../../charts/contributions-option.ts';
import { formatMeasured, formatNumber, joinNames } from '../../charts/format.ts';
import { circled } from '../../charts/lines-option.ts';
import { distribution, largestShare, type Comparison } from '../../comparisons/compare-figures.ts';
import type { FlowGap } from '../../comparisons/flow.ts';
import { indicator } from '../../comparisons/indicators.ts';
import { measureName } from '../../comparisons/measures.ts';
import type { ViewState } from '../../comparisons/view-state.ts';
import { m } from '../../paraglide/messages.js';

export interface Viewed {
  state: ViewState;
  comparison: Comparison;
  shown: Shown | null;
  /** Bodies that small multiples do not draw. */
  undrawn: number;
  /** Names of bodies that are shown and enter no sum, by the register. */
  unsummed: string[];
  /** Reports of part of a year, in words. */
  partYears: string[];
  /** Name of the only body chosen. */
  only: string | null;
  labels: ChartLabels;
}
export interface ViewWords {
  title: string;
  unit: string;
  note: string;
  /** Measure that is defined on the page of indicators. */
  defined: string;
}

export function viewWords(viewed: Viewed): ViewWords {
  const { state, comparison, shown, labels } = viewed;
  const { measure, years } = comparison;
  const drawn = yearsShown(state.view, years);
  const span = drawn.length > 1 ? `${drawn[0]}–${drawn.at(-1)}` : String(drawn[0] ?? '');
  const last = String(years.at(-1) ?? '');
  const name = measureName(state.figure, labels.language);
  const scope = state.bodies.length === 0 ? m.scope_all_bodies() : (viewed.only ?? m.scope_chosen({ n: state.bodies.length }));
  const title = (): string => {
    if (shown?.view === 'composition') return shown.parts === 'outcomes' ? m.title_outcomes({ scope }) : m.title_applicants({ scope });
    if (shown?.view === 'change') return m.title_change({ from: String(shown.contributions.from), to: String(shown.contributions.to), measure: name });
    if (shown?.view === 'scatter') return m.title_scatter({ year: last, across: name, down: measureName(state.against, labels.language) });
    if (shown?.view === 'funnel') return m.title_funnel({ years: span, measure: measureName(shown.funnel.measure, labels.language) });
    return state.view === 'flow' ? m.title_flow({ year: last, scope }) : m.compare_title({ years: span, measure: name });
  };
  const cases = shown?.view === 'composition' || shown?.view === 'flow';
  const unit = cases ? m.unit_cases() : measure.rate || shown?.view === 'funnel' || shown?.view === 'scatter' ? '' : labels.unit(measure.unit);
  const defined = shown?.view === 'funnel' ? shown.funnel.measure : cases ? 'I-OTHER-RATE' : state.figure;
  return { title: title(), unit, defined, note: notes(viewed, last, drawn.length, defined).filter((part) => part !== '').join(m.list_separator()) };
}

function notes(viewed: Viewed, last: string, drawn: number, defined: string): string[] {
  const { state, comparison: { measure, years }, shown, labels } = viewed;
  const ordered = ['bars', 'lines', 'multiples', 'heatmap'].includes(state.view);
  return [
    strip(viewed, last),
    shown ? noteOf(shown, viewed) : '',
    ordered && years.length > 1 ? m.note_coverage_year({ year: last }) : '',
    measure.caveat ? m.note_caveat() : measure.breakAt && state.view !== 'change' ? m.note_break() : '',
    measure.rate || shown?.view === 'funnel' ? m.note_rate({ over: indicator(defined)?.over?.[labels.language] ?? '' }) : '',
    state.view === 'bars' && years.length > drawn ? m.note_three_years() : '',
    viewed.partYears.length > 0 && state.view !== 'funnel' ? m.note_part_year({ names: joinNames(viewed.partYears, labels, 12) }) : '',
    ...lawNotes(viewed),
    viewed.unsummed.length > 0 ? m.note_unsummed({ names: joinNames(viewed.unsummed, labels, 12) }) : '',
    state.bodies.length === 0 ? m.note_no_government() : '',
  ];
}

/** What the numbers on lines over years stand for. */
const lawNotes = ({ state, comparison: { changes = [] } }: Viewed): string[] =>
  state.view === 'lines' ? changes.map(({ year, words, source }, index) => m.note_law_change({ mark: circled(index), year, words, source: source === '' ? m.about_own() : source })) : [];

/** How the bodies spread, which a mean would hide. */
function strip({ state, comparison: { measure, bodies }, labels }: Viewed, last: string): string {
  if (state.view !== 'bars' || measure.rate || measure.decimal) return '';
  const found = distribution(bodies, Number(last));
  const share = largestShare(bodies, Number(last), 5);
  return m.strip_line({
    year: last, zero: found.zero.length, few: found.oneToFour.length, many: found.fiveAndMore.length, missing: found.missing.length,
    share: share === null ? '—' : formatMeasured(share, { rate: true }, labels),
  });
}

function noteOf(shown: Shown, { labels, undrawn }: Viewed): string {
  const parts: string[] = [];
  if (shown.view === 'change') {
    const { before, after, bodies, rest, left } = shown.contributions;
    parts.push(m.note_change({ n: bodies.length + rest.n, before: formatNumber(before), after: formatNumber(after), change: signed(Math.round((after - before) * 1e6) / 1e6) }));
    if (left.length > 0) parts.push(m.note_change_left({ names: joinNames(left, labels, 12) }));
  } else if (shown.view === 'funnel') {
    parts.push(m.note_funnel());
    if (shown.funnel.years.length > 1) parts.push(m.note_funnel_pooled());
    if (shown.funnel.few.length > 0) parts.push(m.note_funnel_few({ names: joinNames(shown.funnel.few.map(({ name }) => name), labels, 12) }));
  } else if (shown.view === 'flow') {
    parts.push(...(shown.flow.gaps.length === 0 ? [m.note_flow_even()] : shown.flow.gaps.map((gap) => gapText(gap, labels))));
    if (shown.flow.coverage.n < shown.flow.coverage.of) parts.push(m.note_flow_whole());
  } else if (shown.view === 'multiples' && undrawn > 0) parts.push(m.note_multiples({ n: undrawn }));
  else if (shown.view === 'scatter') parts.push(m.note_scatter());
  return parts.join(m.list_separator());
}

function gapText({ at, left, right }: FlowGap, labels: ChartLabels): string {
  const sides = { left: formatNumber(left), right: formatNumber(right), n: formatNumber(Math.abs(left - right)) };
  if (at === 'load') return m.note_flow_gap_load(sides);
  return at === 'outcomes' ? m.note_flow_gap_outcomes(sides) : m.note_flow_gap_outcome({ ...sides, outcome: labels.part[at] ?? '' });
}
