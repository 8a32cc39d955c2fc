/** Stacked bars by year: what a whole is made of, as counts. Used for applicants (columns) and outcomes (bars). */
import type { Composition } from '../comparisons/compositions.ts';
import { point, type Point } from '../comparisons/series.ts';
import { formatCounts, formatNumber, lookOf } from './format.ts';
import type { ChartLabels } from './labels.ts';
import { categoryAxis, cursor, frame, pointLines, textWidth, valueAxis, type Drawing, type Mark, type Picture } from './picture.ts';
import { INK, SURFACE, UNLISTED_FILL, type Fill } from './theme.ts';

const CASES = { rate: false, decimal: false, unit: '件' } as const;

export interface Stack {
  fills: Record<string, Fill>;
  direction: 'columns' | 'bars';
  /** Part that is not in the whole (结转), so it has no share. */
  outside?: string;
  /** Text at the end of the whole. */
  whole: (total: string, labels: ChartLabels) => string;
}

/**
 * Parts of which every year is 0 or missing are left out of the picture, not out of its table. A year without any number
 * says why in the place of its bar.
 */
export function stackPicture(composition: Composition, stack: Stack, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const { years, total } = composition;
  const shown = composition.parts.filter((part) => part.points.some(({ value }) => value !== null && value !== 0));
  const heights = years.map((year) => shown.reduce((sum, part) => sum + Math.max(0, point(part, year)?.value ?? 0), 0));
  const largest = Math.max(1, ...heights);
  const columns = stack.direction === 'columns';
  // Room along the bar for its numbers: a segment prints its count only where it fits.
  const length = columns ? 190 : narrow ? 200 : 430;
  const name = (key: string, fallback: string): string => labels.part[key] ?? fallback;
  const marks: Mark[] = [];

  const series = shown.map((part, index) => {
    const fill = stack.fills[part.key] ?? UNLISTED_FILL;
    return {
      type: 'bar' as const, name: name(part.key, part.name), stack: 'whole', barMaxWidth: columns ? 56 : 26, cursor: cursor(part.points),
      itemStyle: { color: fill.color, borderColor: fill.border ?? SURFACE, borderWidth: 1, ...(fill.decal ? { decal: fill.decal } : {}) },
      emphasis: { disabled: true },
      label: { show: true, position: 'inside' as const, color: fill.ink, fontSize: 11, ...(fill.decal ? { backgroundColor: fill.color, padding: [0, 2] } : {}) },
      data: years.map((year, item) => {
        const at: Point = point(part, year) ?? { x: year, value: null, missing: 'not due' };
        marks.push({ series: index, item, lines: partLines(name(part.key, part.name), at, point(total, year), part.key === stack.outside, labels), ...(at.link === undefined ? {} : { link: at.link }) });
        const text = at.value === null || at.value === 0 ? '' : formatNumber(at.value);
        const fits = (length * (at.value ?? 0)) / largest >= (columns ? 14 : textWidth(text, 11) + 6);
        return { value: at.value, label: { formatter: fits ? text : '' } };
      }),
    };
  });
  const ends = {
    type: 'bar' as const, name: '', stack: 'whole', silent: true, tooltip: { show: false }, itemStyle: { color: 'transparent' }, cursor: 'default',
    label: { show: true, position: columns ? ('top' as const) : ('right' as const), color: INK, fontSize: 12 },
    // Not a value: where the text stands.
    data: years.map((year, index) => ({ value: 0, label: { formatter: endText(point(total, year), composition.coverage[index]?.n, stack, labels) } })),
  };
  const coverage = (index: number): string => {
    const of = composition.coverage[index];
    return of ? `\n${labels.bodies(of.n, of.of)}` : '';
  };
  const category = { ...categoryAxis, data: years.map((year, index) => `${labels.year(year)}${coverage(index)}`), axisLabel: { ...categoryAxis.axisLabel, lineHeight: 16, ...(columns ? { interval: 0, fontSize: narrow ? 10 : 12 } : {}) } };
  const rows = legendRows(shown.map((part) => name(part.key, part.name)), narrow ? 300 : 520);
  const top = rows * 22 + (columns ? 26 : 8);
  return {
    option: {
      ...frame(marks),
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 12, itemGap: 12, selectedMode: false, textStyle: { color: INK, fontSize: 12 }, data: series.map((entry) => entry.name) },
      grid: { top, left: 4, right: columns ? 8 : narrow ? 52 : 72, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: columns ? category : valueAxis(CASES),
      yAxis: columns ? { ...valueAxis(CASES), max: undefined } : { ...category, inverse: true },
      series: [...series, ends],
    },
    height: columns ? top + 262 : top + years.length * 44 + 34,
    marks,
  };
}

/** A total of fewer bodies than have filed says of how many: its bar is of more. */
function endText(total: Point | undefined, filed: number | undefined, stack: Stack, labels: ChartLabels): string {
  if (!total) return '';
  if (total.value !== null) {
    const text = stack.whole(formatNumber(total.value), labels);
    return total.coverage && total.coverage.n !== filed ? `${text}${stack.direction === 'columns' ? '\n' : ' '}(${total.coverage.n}/${total.coverage.of})` : text;
  }
  const look = lookOf(total);
  return look === 'not filed' ? labels.notFiled : look === 'not in edition' ? labels.notInEdition : look === 'not due' ? '' : labels.missing;
}

function partLines(name: string, at: Point, total: Point | undefined, outside: boolean, labels: ChartLabels): string[] {
  const lines = pointLines([name, labels.year(Number(at.x))], at, CASES, labels);
  if (!outside && at.value !== null && total && total.value !== null && total.value >= 5)
    lines.splice(2, 0, labels.share(formatCounts({ numerator: at.value, denominator: total.value }, at.value / total.value, labels.language)));
  return lines;
}

/** Rows that a legend of these names takes in this width. */
export function legendRows(names: readonly string[], width: number): number {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const needed = 14 + 5 + textWidth(name, 12) + 12;
    if (used > 0 && used + needed > width) {
      rows += 1;
      used = 0;
    }
    used += needed;
  }
  return names.length === 0 ? 0 : rows;
}
