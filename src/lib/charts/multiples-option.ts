/** 小图组: one small line chart a body, on one scale or on each its own. Bodies with few cases are in the table, not drawn. */
import type { ComparedBody } from '../comparisons/compare-figures.ts';
import type { Measure } from '../comparisons/measures.ts';
import { point } from '../comparisons/series.ts';
import { formatMeasured, formatNumber } from './format.ts';
import { frame, pointLines, textWidth, type Drawing, type Mark, type Picture } from './picture.ts';
import { bodyName } from './series-names.ts';
import { ACCENT, AXIS, INK, MUTED } from './theme.ts';

export interface Multiples {
  measure: Measure;
  bodies: readonly ComparedBody[];
  years: readonly number[];
  /** One scale for all; else each its own, with its largest value said. */
  shared: boolean;
}

/** Below this in every year a body's line would be noise: it is in the table (statutory-report §5.2). */
const FEWEST = 5;

/** The bodies that are drawn: for counts those that reach five in some year, for rates those with a rate in two years. */
export function drawnMultiples({ measure, bodies }: Pick<Multiples, 'measure' | 'bodies'>): ComparedBody[] {
  return bodies.filter((body) => (measure.rate || measure.perHead
    ? body.points.filter(({ value }) => value !== null).length >= 2
    : body.points.some(({ value }) => value !== null && Math.abs(value) >= FEWEST)));
}

const CELL = { height: 118, head: 34, foot: 18 };

export function multiplesPicture(of: Multiples, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const { measure } = of;
  const years = [...of.years].sort((a, b) => a - b);
  const bodies = drawnMultiples(of);
  const across = narrow ? 2 : 5;
  const marks: Mark[] = [];
  const largest = (body: ComparedBody): number => Math.max(0, ...body.points.map(({ value }) => value ?? 0));
  const top = Math.max(...bodies.map(largest), measure.rate ? 0.01 : 1);
  // The break of the form is a gap of its own, so that no line crosses it.
  const breaks = measure.breakAt !== null && years.some((year) => year < (measure.breakAt ?? 0)) ? measure.breakAt : null;
  const columns: (number | null)[] = years.flatMap((year) => (year === breaks ? [null, year] : [year]));
  const cut = (name: string): string => {
    const room = narrow ? 150 : 210;
    let text = name;
    while (textWidth(`${text}…`, 12) > room && text.length > 1) text = text.slice(0, -1);
    return text === name ? name : `${text}…`;
  };
  const cells = bodies.map((body, index) => {
    const values = columns.map((year, item) => {
      const at = year === null ? undefined : point(body, year);
      if (!at || year === null) return null;
      marks.push({ series: index, item, lines: pointLines([bodyName(body, labels), labels.year(year)], at, measure, labels), ...(at.link === undefined ? {} : { link: at.link }) });
      return at.value;
    });
    const last = [...years].reverse().find((year) => point(body, year)?.value !== null && point(body, year) !== undefined);
    const lastPoint = last === undefined ? undefined : point(body, last);
    return { body, values, max: of.shared ? top : Math.max(largest(body), measure.rate ? 0.01 : 1), last: lastPoint ? `${last} · ${formatMeasured(lastPoint, measure, labels)}` : '' };
  });
  const left = (index: number): string => `${(index % across) * (100 / across) + 1}%`;
  const row = (index: number): number => Math.floor(index / across) * CELL.height;
  return {
    option: {
      ...frame(marks),
      title: cells.map(({ body, last, max }, index) => ({
        left: left(index), top: row(index), text: cut(bodyName(body, labels)), subtext: of.shared || measure.rate ? last : `${last} · ${labels.largest(formatNumber(max))}`, itemGap: 2, padding: 0,
        textStyle: { fontSize: 12, color: INK, fontWeight: 600 }, subtextStyle: { fontSize: 11, color: MUTED },
      })),
      grid: cells.map((_, index) => ({ left: left(index), width: `${100 / across - 3}%`, top: row(index) + CELL.head, height: CELL.height - CELL.head - CELL.foot - 14, outerBoundsMode: 'none' as const })),
      xAxis: cells.map((_, index) => ({
        gridIndex: index, type: 'category' as const, data: columns.map((year) => (year === null ? '' : String(year))), axisTick: { show: false }, axisLine: { lineStyle: { color: AXIS } },
        axisLabel: { color: MUTED, fontSize: 10, interval: (at: number) => at === 0 || at === columns.length - 1, alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const },
      })),
      yAxis: cells.map(({ max, values }, index) => ({ gridIndex: index, type: 'value' as const, show: false, min: Math.min(0, ...values.map((value) => value ?? 0)), max })),
      series: cells.map(({ body, values }, index) => ({
        type: 'line' as const, name: bodyName(body, labels), xAxisIndex: index, yAxisIndex: index, data: values, connectNulls: false, showAllSymbol: true, symbol: 'circle', symbolSize: 5, cursor: 'pointer',
        lineStyle: { color: ACCENT, width: 1.8 }, itemStyle: { color: ACCENT }, emphasis: { disabled: true },
      })),
    },
    height: Math.max(1, Math.ceil(cells.length / across)) * CELL.height + 4,
    marks,
  };
}
