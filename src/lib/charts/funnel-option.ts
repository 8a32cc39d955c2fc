/** 漏斗图: pooled rate against number of cases, with the ranges that follow from the others. Inside them bodies are grey and unnamed. */
import type { Funnel, FunnelBody, Limits } from '../comparisons/funnel.ts';
import { formatCounts, formatRate } from './format.ts';
import type { ChartLabels } from './labels.ts';
import { frame, textWidth, type Drawing, type Mark, type Picture } from './picture.ts';
import { ACCENT, AXIS, GRID, INK, MUTED, PLAIN } from './theme.ts';

export function rangeText(of: Limits, word: (low: string, high: string) => string): string {
  return word(formatRate(of.low), formatRate(of.high));
}

export function funnelLines(body: FunnelBody, labels: ChartLabels): string[] {
  return [
    body.name, formatCounts(body, body.rate, labels.language), body.years.map((year) => labels.year(year)).join(labels.and),
    labels.othersRate(formatCounts(body.others, body.others.numerator / body.others.denominator, labels.language)),
    rangeText(body.near, labels.near), rangeText(body.far, labels.far), labels.place[body.place],
  ];
}

export function funnelPicture(funnel: Funnel, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const { drawn } = funnel;
  const marks: Mark[] = drawn.map((body, item) => ({ series: 0, item, lines: funnelLines(body, labels), ...(body.link === undefined ? {} : { link: body.link }) }));
  const upwards = [...drawn].sort((a, b) => a.denominator - b.denominator);
  const line = (of: (body: FunnelBody) => number, type: 'solid' | 'dashed' | 'dotted') => ({
    type: 'line' as const, name: '', silent: true, symbol: 'none', data: upwards.map((body) => [body.denominator, of(body)]), lineStyle: { color: AXIS, width: 1, type }, z: 1,
  });
  const most = Math.max(20, ...drawn.map(({ denominator }) => denominator));
  return {
    option: {
      ...frame(marks),
      grid: { top: 28, left: 8, right: narrow ? 16 : 24, bottom: 28, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { type: 'value', min: 0, minInterval: 1, name: labels.cases, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: MUTED, fontSize: 12 }, splitLine: { show: false }, axisLabel: { color: MUTED, fontSize: 11, hideOverlap: true } },
      yAxis: { type: 'value', min: 0, max: 1, interval: 0.25, splitLine: { lineStyle: { color: GRID } }, axisLabel: { color: MUTED, fontSize: 11, formatter: (value: number) => `${Math.round(value * 100)}%` } },
      series: [
        {
          type: 'scatter', name: '', cursor: 'pointer', z: 3,
          data: drawn.map((body) => {
            const outside = body.place !== 'inside';
            // Towards the right edge the name stands to the left of its mark.
            const left = (body.denominator / most) * (narrow ? 260 : 1000) + textWidth(body.name, 12) > (narrow ? 260 : 1000);
            return {
              value: [body.denominator, body.rate], symbol: body.place === 'far outside' ? 'diamond' : 'circle', symbolSize: outside ? 12 : 8,
              itemStyle: { color: outside ? ACCENT : PLAIN, borderColor: outside ? INK : PLAIN, borderWidth: outside ? 1 : 0 },
              label: { show: outside, formatter: body.name, position: left ? ('left' as const) : ('right' as const), color: INK, fontSize: 12 },
            };
          }),
          labelLayout: { hideOverlap: true },
        },
        line((body) => body.others.numerator / body.others.denominator, 'solid'),
        line((body) => body.near.low, 'dashed'), line((body) => body.near.high, 'dashed'), line((body) => body.far.low, 'dotted'), line((body) => body.far.high, 'dotted'),
      ],
    },
    height: narrow ? 340 : 420,
    marks,
  };
}
