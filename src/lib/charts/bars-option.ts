/** Bars over bodies: one measure, in the order given, of up to three years. */
import { acrossBodies, type ComparedBody } from '../comparisons/compare-figures.ts';
import type { Measure } from '../comparisons/measures.ts';
import type { Point } from '../comparisons/series.ts';
import { formatMeasured, lookOf } from './format.ts';
import { categoryAxis, cursor, frame, nameLabels, pointLines, valueAxis, type Drawing, type Mark, type Picture } from './picture.ts';
import { ACCENT, INK, MUTED, PLAIN, SURFACE, YEAR_FILLS, type Fill } from './theme.ts';
import { bodyName } from './series-names.ts';

export interface Bars {
  measure: Measure;
  /** In the order in which they are drawn, from the top. */
  bodies: readonly ComparedBody[];
  /** The newest three of these are drawn. */
  years: readonly number[];
  /** Codes of chosen bodies: the accent is theirs, grey for the rest. */
  accent?: readonly string[];
}

export const MOST_YEARS = 3;

/** The years that are drawn, newest first. */
export function drawnYears(years: readonly number[]): number[] {
  return [...years].sort((a, b) => b - a).slice(0, MOST_YEARS);
}

/** Bars start at zero. A body without a number has no bar but its reason; one not due in any drawn year is left out. */
export function barsPicture(bars: Bars, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const years = drawnYears(bars.years);
  const bodies = bars.bodies.filter((body) => body.points.some((at) => years.includes(Number(at.x)) && lookOf(at) !== 'not due'));
  const accent = new Set(bars.accent);
  const names = bodies.map((body) => bodyName(body, labels));
  const rows = nameLabels(names, narrow ? 108 : 260);
  const marks: Mark[] = [];
  const several = years.length > 1;

  const series = acrossBodies(bodies, years).flatMap((of, index) => {
    const fill: Fill = several ? (YEAR_FILLS[index] ?? { color: PLAIN, ink: INK }) : { color: accent.size > 0 ? PLAIN : ACCENT, ink: INK };
    const at = (item: number): Point => of.points[item] ?? { x: '', value: null, missing: 'not due' };
    bodies.forEach((body, item) => {
      const found = at(item);
      const lines = pointLines([names[item] ?? '', labels.year(Number(of.key))], found, bars.measure, labels);
      const link = found.link === undefined ? {} : { link: found.link };
      // The text beside a missing bar belongs to the second series of the year.
      marks.push({ series: index * 2 + (found.value === null ? 1 : 0), item, lines, ...link });
    });
    const common = { type: 'bar' as const, stack: of.key, cursor: cursor(of.points), barMaxWidth: 18, barGap: '15%', barCategoryGap: '25%', emphasis: { disabled: true } };
    const label = { show: true, position: 'right' as const, color: INK, fontSize: several ? 11 : 12 };
    return [
      {
        ...common, name: labels.year(Number(of.key)), label,
        itemStyle: { color: fill.color, borderColor: SURFACE, borderWidth: several ? 1 : 0, ...(fill.decal ? { decal: fill.decal } : {}) },
        data: bodies.map((body, item) => {
          const found = at(item);
          const chosen = !several && accent.has(body.body) ? { itemStyle: { color: ACCENT } } : {};
          return { value: found.value, label: { formatter: found.value === null ? '' : formatMeasured(found, bars.measure, labels) }, ...chosen };
        }),
      },
      {
        // Not values: where the text of a missing number stands.
        ...common, name: '', itemStyle: { color: 'transparent' }, label: { ...label, color: MUTED },
        data: bodies.map((_, item) => (at(item).value === null ? { value: 0, label: { formatter: formatMeasured(at(item), bars.measure, labels) } } : null)),
      },
    ];
  });
  const top = several ? 26 : 4;
  const rowHeight = several ? years.length * 16 + 10 : rows.twoLines ? 34 : 24;
  return {
    option: {
      ...frame(marks),
      ...(several ? { legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 12, selectedMode: false, textStyle: { color: INK, fontSize: 12 }, data: years.map((year) => labels.year(year)) } } : {}),
      grid: { top, left: 4, right: bars.measure.rate ? (narrow ? 96 : 120) : narrow ? 56 : 72, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: valueAxis(bars.measure),
      yAxis: {
        ...categoryAxis, inverse: true, data: names,
        axisLabel: rows.axisLabel,
      },
      series,
    },
    height: top + Math.max(1, bodies.length) * rowHeight + 34,
    marks,
  };
}
