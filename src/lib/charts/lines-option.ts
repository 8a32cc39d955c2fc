/** Lines over years, one a body. Nothing is joined across a year without a number, nor across a break of the form. */
import type { ComparedBody } from '../comparisons/compare-figures.ts';
import type { LegalChange } from '../comparisons/legal-changes.ts';
import type { Measure } from '../comparisons/measures.ts';
import { point, type Point } from '../comparisons/series.ts';
import type { LineSeriesOption } from './echarts.ts';
import { formatNumber } from './format.ts';
import { categoryAxis, cursor, frame, pointLines, textWidth, valueAxis, type Drawing, type Mark, type Picture } from './picture.ts';
import { legendRows } from './stack-option.ts';
import { bodyName } from './series-names.ts';
import { ACCENT, AXIS, INK, LINES, MUTED, PLAIN } from './theme.ts';

export interface Lines {
  measure: Measure;
  bodies: readonly ComparedBody[];
  years: readonly number[];
  /** What the law changed between the years; the note under the picture says what the numbers stand for. */
  changes?: readonly LegalChange[];
  /** Codes of chosen bodies: drawn in the accent where there are more lines than colours. */
  accent?: readonly string[];
}

/** More lines than colours are grey. */
const NAMED_OF_MANY = 5;

export function linesPicture(lines: Lines, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const years = [...lines.years].sort((a, b) => a - b);
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  // A body without any number has no line; the table names it.
  const bodies = lines.bodies.filter((body) => body.points.some((at) => at.value !== null));
  const many = bodies.length > LINES.length;
  const accent = new Set(lines.accent);
  const named = new Set(many ? largest(bodies, last) : bodies.map((body) => body.key));
  for (const body of bodies) if (accent.has(body.body)) named.add(body.key);
  const breakAt = breakBetween(lines.measure.breakAt, first, last);
  // The break is a gap of its own between two years, so that no line can cross it.
  const columns: (number | null)[] = years.flatMap((year) => (year === breakAt ? [null, year] : [year]));
  const marks: Mark[] = [];
  const lift = narrow ? new Map<string, number>() : labelLifts(bodies.filter((body) => named.has(body.key)), years);

  const series: LineSeriesOption[] = [];
  bodies.forEach((body, index) => {
    const style = many ? undefined : LINES[index];
    const color = style?.color ?? (accent.has(body.body) ? ACCENT : PLAIN);
    const at = (year: number | null): Point | undefined => (year === null ? undefined : point(body, year));
    const end = columns.findLastIndex((year) => (at(year)?.value ?? null) !== null);
    // ECharts' own endLabel has no place where the last year is missing: the name stands at the last number instead.
    const label = {
      show: true, position: 'right' as const, formatter: '{a}', color: many && !accent.has(body.body) ? MUTED : color, fontSize: 12, distance: 8,
      offset: [0, 0 - (lift.get(body.key) ?? 0)],
    };
    const common = {
      type: 'line' as const, name: bodyName(body, labels), cursor: cursor(body.points), connectNulls: false, showSymbol: true, showAllSymbol: true,
      symbol: style?.symbol ?? 'circle', symbolSize: many ? 5 : 8, z: accent.has(body.body) ? 3 : 2,
      itemStyle: { color, borderColor: color },
      emphasis: { focus: 'series' as const, lineStyle: { color, width: 3 }, itemStyle: { color, borderColor: color } },
      blur: { lineStyle: { opacity: 0.25 }, itemStyle: { opacity: 0.25 } },
    };
    const lineStyle = { color, width: many && !accent.has(body.body) ? 1.2 : 2.2, type: style?.dash ?? ('solid' as const) };
    // A merger or a split breaks the line: each stretch is a series of its own.
    const starts = [0, ...(body.breaks ?? []).map(({ year }) => columns.indexOf(year)).filter((item) => item > 0), columns.length];
    starts.slice(1).forEach((stop, stretch) => {
      const start = starts[stretch] ?? 0;
      const data = columns.map((year, item) => {
        const found = item >= start && item < stop ? at(year) : undefined;
        if (!found) return null;
        marks.push({ series: series.length, item, lines: pointLines([bodyName(body, labels), labels.year(year ?? 0)], found, lines.measure, labels), ...(found.link === undefined ? {} : { link: found.link }) });
        return item === end && lift.has(body.key) ? { value: found.value, label } : found.value;
      });
      series.push({ ...common, data, lineStyle, ...(series.length === 0 ? { markLine: markLine(lines, columns, drawing) } : {}) });
    });
    for (const { year, before } of body.breaks ?? []) {
      const [from, to] = [columns.indexOf(before?.year ?? NaN), columns.indexOf(year)];
      const value = at(year)?.value ?? null;
      // From the sum of the predecessors, a hollow mark, to what followed; never across a break of the form.
      if (!before || value === null || from < 0 || to !== from + 1) continue;
      marks.push({ series: series.length, item: from, lines: [`${bodyName(body, labels)} · ${labels.year(before.year)}`, labels.beforeMerger(before.merged.join(labels.and)), `${formatNumber(before.value)} ${labels.unit(lines.measure.unit)}`] });
      series.push({
        ...common, cursor: 'default', lineStyle: { ...lineStyle, type: 'dotted' },
        data: columns.map((_, item) => (item === from ? { value: before.value, symbol: 'emptyCircle' } : item === to ? { value, symbol: 'none' } : null)),
      });
    }
  });
  const endWidth = narrow ? 16 : Math.min(280, Math.max(24, ...bodies.filter((body) => lift.has(body.key)).map((body) => textWidth(bodyName(body, labels), 12) + 20)));
  // On a narrow screen names cannot stand at the ends: a legend, as long as there are colours to tell apart.
  const legend = narrow && !many;
  const top = (legend ? legendRows(bodies.map((body) => bodyName(body, labels)), 300) * 22 : 0) + 26;
  return {
    option: {
      ...frame(marks),
      ...(legend ? { legend: { top: 0, left: 0, itemWidth: 22, itemGap: 12, selectedMode: false, textStyle: { color: INK, fontSize: 12 } } } : {}),
      grid: { top, left: 4, right: endWidth, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...categoryAxis, data: columns.map((year) => (year === null ? '' : labels.year(year))), axisLabel: { ...categoryAxis.axisLabel, interval: 0, fontSize: narrow ? 10 : 12 } },
      yAxis: valueAxis(lines.measure),
      series,
    },
    height: top + 300,
    marks,
  };
}

const PLOT_HEIGHT = 270;
const LABEL_HEIGHT = 15;

/** How far each name is lifted above its last number, in pixels, so that names of close numbers do not cover each other or the axis. */
function labelLifts(bodies: readonly ComparedBody[], years: readonly number[]): Map<string, number> {
  const last = (body: ComparedBody): number => [...years].reverse().map((year) => point(body, year)?.value ?? null).find((value) => value !== null) ?? 0;
  const highest = Math.max(1, ...bodies.flatMap((body) => body.points.map((at) => at.value ?? 0)));
  const lifts = new Map<string, number>();
  let free = 0;
  for (const body of [...bodies].sort((a, b) => last(a) - last(b))) {
    const height = (Math.max(0, last(body)) / highest) * PLOT_HEIGHT;
    const placed = Math.max(height, free);
    lifts.set(body.key, placed - height);
    free = placed + LABEL_HEIGHT;
  }
  return lifts;
}

/** The break is drawn only where both sides are on the picture. */
function breakBetween(breakAt: number | null, first: number, last: number): number | null {
  return breakAt !== null && first < breakAt && last >= breakAt ? breakAt : null;
}

function largest(bodies: readonly ComparedBody[], year: number): string[] {
  const value = (body: ComparedBody): number => point(body, year)?.value ?? -Infinity;
  return bodies.filter((body) => value(body) > 0).sort((a, b) => value(b) - value(a)).slice(0, NAMED_OF_MANY).map((body) => body.key);
}

/** ① … ⑨: stands for a change of law, on the picture and in the note below it. */
export const circled = (index: number): string => String.fromCharCode(0x2460 + Math.min(index, 19));

/** Where the form changed its notion, and where the law changed. */
function markLine({ changes = [] }: Lines, columns: readonly (number | null)[], { labels }: Drawing) {
  const gap = columns.indexOf(null);
  const law = changes.flatMap(({ year }, index) => {
    const item = columns.indexOf(year);
    return item > 0 ? [{ xAxis: item, name: circled(index) }] : [];
  });
  const data = [...(gap < 0 ? [] : [{ xAxis: gap, name: labels.formBreak }]), ...law];
  return {
    silent: true, symbol: 'none', animation: false, lineStyle: { color: AXIS, type: 'dashed' as const, width: 1 },
    label: { formatter: '{b}', color: MUTED, fontSize: 12, position: 'end' as const, distance: 4 }, data,
  };
}
