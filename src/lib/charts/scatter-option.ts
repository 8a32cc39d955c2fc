/** 散点: two measures of bodies in one year. The largest are named, the rest answer to pointer and keys. */
import type { ComparedBody } from '../comparisons/compare-figures.ts';
import type { Measure } from '../comparisons/measures.ts';
import { measureName } from '../comparisons/measures.ts';
import { point, type Point } from '../comparisons/series.ts';
import { formatMeasured } from './format.ts';
import { frame, valueAxis, type Drawing, type Mark, type Picture } from './picture.ts';
import { bodyName } from './series-names.ts';
import { ACCENT, INK, MUTED } from './theme.ts';

export interface Scatter {
  across: Measure;
  down: Measure;
  year: number;
  /** The same bodies in the same order, compared by either measure. */
  bodies: readonly { across: ComparedBody; down: ComparedBody }[];
}
export interface Pair {
  body: ComparedBody;
  x: Point;
  y: Point;
}
/** Bodies with both numbers. */
export function pairsOf(scatter: Scatter): Pair[] {
  return scatter.bodies.flatMap(({ across, down }) => {
    const [x, y] = [point(across, scatter.year), point(down, scatter.year)];
    return x && y && x.value !== null && y.value !== null ? [{ body: across, x, y }] : [];
  });
}
const NAMED = 8;

export function scatterPicture(scatter: Scatter, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const pairs = pairsOf(scatter);
  const named = new Set([...pairs].sort((a, b) => (b.x.value ?? 0) - (a.x.value ?? 0)).slice(0, narrow ? 3 : NAMED).map(({ body }) => body.key));
  const text = (measure: Measure, at: Point): string => `${measureName(measure.key, labels.language)} ${formatMeasured(at, measure, labels)}${measure.rate ? '' : ` ${labels.unit(measure.unit)}`}`;
  const marks: Mark[] = pairs.map(({ body, x, y }, item) => ({
    series: 0, item, lines: [`${bodyName(body, labels)} · ${labels.year(scatter.year)}`, text(scatter.across, x), text(scatter.down, y)], ...(x.link === undefined ? {} : { link: x.link }),
  }));
  const middle = Math.max(0, ...pairs.map(({ x }) => x.value ?? 0)) / 2;
  const name = (measure: Measure): string => `${measureName(measure.key, labels.language)}${measure.rate ? '' : `（${labels.unit(measure.unit)}）`}`;
  return {
    option: {
      ...frame(marks),
      grid: { top: 32, left: 8, right: 24, bottom: 30, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...valueAxis(scatter.across), name: name(scatter.across), nameLocation: 'middle' as const, nameGap: 28, nameTextStyle: { color: MUTED, fontSize: 12 } },
      yAxis: { ...valueAxis(scatter.down), name: name(scatter.down), nameTextStyle: { color: MUTED, fontSize: 12, align: 'left' as const }, nameGap: 12 },
      series: [{
        type: 'scatter', name: '', symbolSize: 10, cursor: 'pointer', itemStyle: { color: ACCENT, opacity: 0.75 }, labelLayout: { hideOverlap: true },
        data: pairs.map(({ body, x, y }) => ({
          value: [x.value ?? 0, y.value ?? 0],
          label: { show: named.has(body.key), formatter: bodyName(body, labels), position: (x.value ?? 0) > middle ? ('left' as const) : ('right' as const), color: INK, fontSize: 12 },
        })),
      }],
    },
    height: narrow ? 340 : 420,
    marks,
  };
}
