/** What an option maker gives: the option for ECharts, the height it needs, and its marks in words. */
import { formatMeasured, joinNames, reasonOf } from './format.ts';
import type { Measure } from '../comparisons/measures.ts';
import type { Point } from '../comparisons/series.ts';
import type { ChartOption } from './echarts.ts';
import type { ChartLabels } from './labels.ts';
import { AXIS, FONT, GRID, INK, MUTED, SURFACE } from './theme.ts';

/** A mark that can be pointed at, walked to with the keyboard, and followed. */
export interface Mark {
  /** Index of its series and of its item in the option. */
  series: number;
  item: number;
  /** Heading first; then value, reason, share and coverage, one each. */
  lines: string[];
  link?: string;
}

export interface Picture {
  option: ChartOption;
  /** In CSS pixels, at any width. */
  height: number;
  marks: Mark[];
}

/** The picture drawn by the server as SVG for wide and for narrow frames; the page shows one of them. */
export interface DrawnChart {
  wide: string;
  narrow: string;
}

export interface Drawing {
  labels: ChartLabels;
  /** Less than 480 px wide: shorter names, no labels at line ends. */
  narrow: boolean;
}
export const NARROW_BELOW = 480;

/** Words of one point for tooltip and keyboard: label, year, count, rate, coverage (design: tooltips repeat them). */
export function pointLines(heading: string[], point: Point, measure: Pick<Measure, 'rate' | 'unit'>, labels: ChartLabels): string[] {
  const lines = [heading.filter((part) => part !== '').join(' · ')];
  const unit = measure.rate ? '' : labels.unit(measure.unit);
  const text = formatMeasured(point, measure, labels);
  if (point.value !== null || point.counts) lines.push(unit === '' ? text : `${text} ${unit}`);
  const reason = reasonOf(point, labels);
  if (reason !== undefined) lines.push(reason);
  if (point.partYear) lines.push(labels.partYear(point.partYear.from, point.partYear.to));
  if (point.named !== undefined) lines.push(labels.named(point.named));
  if (point.coverage) {
    const { n, of, missing } = point.coverage;
    lines.push(labels.bodies(n, of));
    if (missing.length > 0) lines.push(labels.without(joinNames(missing, labels)));
  }
  return lines;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Names come from documents: nothing of them may become markup in a tooltip. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** The pointer says whether a click leads anywhere. */
export function cursor(points: readonly Point[]): 'pointer' | 'default' {
  return points.some((at) => at.link !== undefined) ? 'pointer' : 'default';
}

/** Common parts of every option: type, tooltip from the marks, no animation (the browser sets it by its reader's wish). */
export function frame(marks: readonly Mark[]): ChartOption {
  const found = new Map(marks.map((mark) => [`${mark.series} ${mark.item}`, mark]));
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: 12, color: INK },
    tooltip: {
      trigger: 'item', confine: true, backgroundColor: SURFACE, borderColor: AXIS, padding: [6, 10], textStyle: { color: INK, fontSize: 13, fontFamily: FONT },
      formatter: (params) => {
        const at = Array.isArray(params) ? params[0] : params;
        // The links of a flow are numbered apart from its nodes: no mark stands for them but their own words.
        const edge = at && 'dataType' in at && at.dataType === 'edge';
        const [heading, ...lines] = (edge ? undefined : found.get(`${at?.seriesIndex} ${at?.dataIndex}`)?.lines) ?? [];
        return heading === undefined ? '' : [`<b>${escapeText(heading)}</b>`, ...lines.map(escapeText)].join('<br>');
      },
    },
  };
}

export const categoryAxis = { type: 'category', axisTick: { show: false }, axisLine: { lineStyle: { color: AXIS } }, axisLabel: { color: INK, fontSize: 12 } } as const;

/** Whole cases as ticks where cases are counted. */
export function valueAxis(measure: Pick<Measure, 'rate' | 'decimal'>): {
  type: 'value'; minInterval?: number; min?: number; max?: number; interval?: number; splitNumber: number;
  splitLine: { lineStyle: { color: string } }; axisLabel: { color: string; fontSize: number; hideOverlap: true; formatter: (value: number) => string };
} {
  return {
    type: 'value', splitNumber: 4,
    ...(measure.rate ? { min: 0, max: 1, interval: 0.25 } : measure.decimal ? {} : { minInterval: 1 }),
    splitLine: { lineStyle: { color: GRID } },
    axisLabel: { color: MUTED, fontSize: 11, hideOverlap: true, formatter: (value) => (measure.rate ? `${Math.round(value * 100)}%` : value.toLocaleString('en')) },
  };
}

/** Labels of the rows of a picture: as wide as the longest name needs, at most `most`; longer names take two lines. */
export function nameLabels(names: readonly string[], most: number): { width: number; twoLines: boolean; axisLabel: { color: string; fontSize: number; interval: 0; width: number; overflow: 'break'; lineHeight: number } } {
  const needed = Math.max(40, ...names.map((name) => textWidth(name, 12) + 2));
  const width = Math.min(most, Math.ceil(needed));
  return { width, twoLines: needed > most, axisLabel: { ...categoryAxis.axisLabel, interval: 0, width, overflow: 'break', lineHeight: 14 } };
}

/** Estimated width of a text in pixels: Chinese and full-width characters are one em, others a little more than half. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += character.charCodeAt(0) > 0x2e7f || character === '—' || character === '…' ? 1 : 0.58;
  return em * size;
}
