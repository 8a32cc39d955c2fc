/** The note under each view of 统计分析: what it rests on and what it must not be taken for. */
import type { Shown } from '$lib/charts/compared-picture.ts';
import type { ChartLabels } from '$lib/charts/labels.ts';
import type { FlowGap } from '$lib/comparisons/flow.ts';
import { m } from '$lib/paraglide/messages.js';

export interface NoteWords {
  labels: ChartLabels;
  formatNumber: (value: number) => string;
  signed: (value: number) => string;
  joinNames: (names: string[]) => string;
  undrawn: number;
}

export function noteOf(shown: Shown, words: NoteWords): string {
  const { formatNumber, signed, joinNames } = words;
  const parts: string[] = [];
  if (shown.view === 'change') {
    const { before, after, bodies, rest, left } = shown.contributions;
    parts.push(m.note_change({ n: bodies.length + rest.n, before: formatNumber(before), after: formatNumber(after), change: signed(Math.round((after - before) * 1e6) / 1e6) }));
    if (left.length > 0) parts.push(m.note_change_left({ names: joinNames(left) }));
  } else if (shown.view === 'funnel') {
    parts.push(m.note_funnel());
    if (shown.funnel.years.length > 1) parts.push(m.note_funnel_pooled());
    if (shown.funnel.few.length > 0) parts.push(m.note_funnel_few({ names: joinNames(shown.funnel.few.map(({ name }) => name)) }));
  } else if (shown.view === 'flow') {
    parts.push(...(shown.flow.gaps.length === 0 ? [m.note_flow_even()] : shown.flow.gaps.map((gap) => gapText(gap, words))));
    if (shown.flow.coverage.n < shown.flow.coverage.of) parts.push(m.note_flow_whole());
  } else if (shown.view === 'multiples' && words.undrawn > 0) parts.push(m.note_multiples({ n: words.undrawn }));
  else if (shown.view === 'scatter') parts.push(m.note_scatter());
  return parts.join(m.list_separator());
}

function gapText({ at, left, right }: FlowGap, { labels, formatNumber }: NoteWords): string {
  const sides = { left: formatNumber(left), right: formatNumber(right), n: formatNumber(Math.abs(left - right)) };
  if (at === 'load') return m.note_flow_gap_load(sides);
  return at === 'outcomes' ? m.note_flow_gap_outcomes(sides) : m.note_flow_gap_outcome({ ...sides, outcome: labels.part[at] ?? '' });
}
