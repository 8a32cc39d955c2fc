/** Heatmap of bodies × years. Zero, missing, not in the edition, not filed and not yet due look different; 0 is not missing. */
import type { ComparedBody } from '../comparisons/compare-figures.ts';
import type { Measure } from '../comparisons/measures.ts';
import { point, type Point } from '../comparisons/series.ts';
import { formatMeasured, formatNumber, formatRate, lookOf, type Look } from './format.ts';
import type { ChartLabels } from './labels.ts';
import { categoryAxis, cursor, frame, nameLabels, pointLines, type Drawing, type Mark, type Picture } from './picture.ts';
import { bodyName } from './series-names.ts';
import { legendRows } from './stack-option.ts';
import { HEAT_FILLS, INK, MISSING_FILL, NEGATIVE_FILL, NOT_DUE_FILL, NOT_FILED_FILL, NOT_IN_EDITION_FILL, SURFACE, ZERO_FILL, type Fill } from './theme.ts';

export interface Heatmap {
  measure: Measure;
  /** In the order in which they are drawn, from the top. */
  bodies: readonly ComparedBody[];
  years: readonly number[];
}

interface Shade {
  label: string;
  fill: Fill;
  dotted?: true;
}

/** Lower bounds of the shades above the first: cases of a county's bodies are few, licences and penalties are many. */
function bounds(largest: number, rate: boolean): readonly [number, number, number] {
  if (rate) return [0.25, 0.5, 0.75];
  return largest < 200 ? [5, 20, 100] : largest < 5000 ? [10, 100, 1000] : [100, 1000, 10_000];
}

export function heatmapPicture(heatmap: Heatmap, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const { measure, bodies } = heatmap;
  const years = [...heatmap.years].sort((a, b) => a - b);
  const names = bodies.map((body) => bodyName(body, labels));
  const values = bodies.flatMap((body) => body.points.flatMap((at) => at.value ?? []));
  const limits = bounds(Math.max(0, ...values), measure.rate);
  const shades = shadesOf(limits, measure, labels);
  const marks: Mark[] = [];
  const used = new Set<number>();

  const cells = bodies.flatMap((body, row) => years.map((year, column) => {
    const at: Point = point(body, year) ?? { x: year, value: null, missing: 'not due' };
    const shade = shadeOf(at, limits);
    used.add(shade);
    return { row, column, year, at, shade, look: shades[shade] ?? { label: '', fill: ZERO_FILL } };
  }));
  // A cell's frame lies half on its neighbours: what has one is drawn after them.
  const framed = (cell: (typeof cells)[number]): number => (cell.look.fill.border === undefined ? 0 : cell.look.dotted ? 1 : 2);
  const drawn = [...cells].sort((a, b) => framed(a) - framed(b));
  const place = new Map(drawn.map((cell, item) => [cell, item]));
  // The keyboard walks row by row all the same.
  for (const cell of cells) {
    const { row, year, at } = cell;
    marks.push({ series: 0, item: place.get(cell) ?? 0, lines: pointLines([names[row] ?? '', labels.year(year)], at, measure, labels), ...(at.link === undefined ? {} : { link: at.link }) });
  }
  const data = drawn.map(({ row, column, at, shade, look }) => {
    const { fill } = look;
    // A narrow cell has room for the rate or the counts, not for both.
    const text = narrow && measure.rate && at.value !== null ? formatRate(at.value) : formatMeasured(at, measure, labels);
    return {
      value: [column, row, shade],
      label: { formatter: text, color: fill.ink, ...(fill.decal ? { backgroundColor: SURFACE, padding: [1, 3] } : {}) },
      itemStyle: styleOf(look),
    };
  });
  const { width: nameWidth, twoLines, axisLabel } = nameLabels(names, narrow ? 100 : 260);
  const shown = shades.filter((_, index) => used.has(index));
  const rows = legendRows(shown.map((shade) => shade.label), narrow ? 300 : 560);
  const top = rows * 22 + 28;
  return {
    option: {
      ...frame(marks),
      grid: { top, left: nameWidth + 12, right: 4, bottom: 4, outerBoundsMode: 'none' },
      xAxis: { ...categoryAxis, position: 'top', axisLine: { show: false }, data: years.map((year) => labels.year(year)), axisLabel: { ...categoryAxis.axisLabel, interval: 0, fontSize: narrow ? 10 : 12 } },
      yAxis: { ...categoryAxis, inverse: true, axisLine: { show: false }, data: names, axisLabel },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 12, itemGap: 12, selectedMode: false, textStyle: { color: INK, fontSize: 12 }, data: shown.map((shade) => shade.label) },
      // ECharts wants one; the shades are given with the cells, as patterns and frames cannot be mapped.
      visualMap: { type: 'piecewise', show: false, seriesIndex: 0, dimension: 2, inRange: { opacity: 1 }, pieces: [{ gte: 0 }] },
      series: [
        { type: 'heatmap', data, cursor: cursor(bodies.flatMap((body) => body.points)), label: { show: true, fontSize: narrow ? 10 : 12 }, emphasis: { disabled: true } },
        // Nothing is drawn of these: they are the legend.
        ...shown.map((shade) => ({ type: 'bar' as const, name: shade.label, data: [], silent: true, itemStyle: styleOf(shade) })),
      ],
    },
    height: top + Math.max(1, bodies.length) * (twoLines ? 34 : 26) + 8,
    marks,
  };
}

function styleOf({ fill, dotted }: Shade) {
  return {
    color: fill.color, borderColor: fill.border ?? SURFACE, borderWidth: 1, borderType: dotted ? [2, 3] : ('solid' as const),
    ...(fill.decal ? { decal: fill.decal } : {}),
  };
}

const NOTHING: readonly Exclude<Look, 'value'>[] = ['zero', 'missing', 'not in edition', 'not filed', 'not due'];

/** The kinds of nothing first, then a value below zero, a rate over too few cases, and the four shades. */
function shadesOf(limits: readonly number[], measure: Measure, labels: ChartLabels): Shade[] {
  const bound = (value: number): string => (measure.rate ? `${value * 100}%` : formatNumber(value));
  return [
    { label: '0', fill: ZERO_FILL }, { label: `— ${labels.absence['no number']}`, fill: MISSING_FILL },
    { label: `${labels.notInEdition} ${labels.absence['not in edition']}`, fill: NOT_IN_EDITION_FILL }, { label: labels.notFiled, fill: NOT_FILED_FILL },
    { label: labels.notDue, fill: NOT_DUE_FILL, dotted: true },
    { label: '<0', fill: NEGATIVE_FILL }, { label: labels.absence['too few'], fill: ZERO_FILL },
    ...HEAT_FILLS.map((fill, index): Shade => ({ label: index === 0 ? '>0' : `≥${bound(limits[index - 1] ?? 0)}`, fill })),
  ];
}

function shadeOf(at: Point, limits: readonly number[]): number {
  const look = lookOf(at);
  if (look !== 'value') return NOTHING.indexOf(look);
  if (at.value === null) return 6;
  const value = at.value;
  return value < 0 ? 5 : 7 + limits.filter((limit) => value >= limit).length;
}
