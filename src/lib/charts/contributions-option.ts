/** 增减来源: each body's part of a change, to the right where it rose and to the left where it fell. */
import type { Contribution, Contributions } from '../comparisons/contributions.ts';
import type { Measure } from '../comparisons/measures.ts';
import { formatNumber } from './format.ts';
import type { ChartLabels } from './labels.ts';
import { categoryAxis, frame, nameLabels, valueAxis, type Drawing, type Mark, type Picture } from './picture.ts';
import { ACCENT, INK, PLAIN, SURFACE } from './theme.ts';

export const signed = (value: number): string => (value > 0 ? `+${formatNumber(value)}` : value < 0 ? `−${formatNumber(-value)}` : '0');

export function contributionName(of: Contribution, labels: ChartLabels): string {
  return of.merged.length > 0 ? labels.merged(of.name, of.merged.join(labels.and)) : of.name;
}

export function contributionsPicture(of: Contributions, measure: Measure, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const rest = of.rest.n > 0 ? [{ name: labels.rest(of.rest.n), change: of.rest.change, lines: [labels.rest(of.rest.n), labels.changeOf(signed(of.rest.change))], link: undefined }] : [];
  const bars = [
    ...of.bodies.map((body) => ({
      name: contributionName(body, labels), change: body.change, link: body.link,
      lines: [contributionName(body, labels), labels.fromTo(formatNumber(body.from), formatNumber(body.to)), labels.changeOf(`${signed(body.change)} ${labels.unit(measure.unit)}`)],
    })),
    ...rest,
  ];
  const marks: Mark[] = bars.map(({ lines, link }, item) => ({ series: 0, item, lines, ...(link === undefined ? {} : { link }) }));
  const rows = nameLabels(bars.map(({ name }) => name), narrow ? 108 : 300);
  return {
    option: {
      ...frame(marks),
      grid: { top: 4, left: 4, right: 48, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: valueAxis(measure),
      yAxis: { ...categoryAxis, inverse: true, data: bars.map(({ name }) => name), axisLabel: rows.axisLabel, axisLine: { show: false, onZero: false } },
      series: [{
        type: 'bar', name: '', barMaxWidth: 18, emphasis: { disabled: true }, cursor: 'pointer',
        data: bars.map(({ change, link }, index) => ({
          value: change, cursor: link === undefined ? 'default' : 'pointer',
          // A fall is told by its sign, its side and its hollow bar.
          itemStyle: change < 0 ? { color: SURFACE, borderColor: ACCENT, borderWidth: 1.5 } : { color: index < of.bodies.length ? ACCENT : PLAIN, borderWidth: 0 },
          label: { show: true, position: change < 0 ? ('left' as const) : ('right' as const), color: INK, fontSize: 12, formatter: signed(change) },
        })),
      }],
    },
    height: Math.max(1, bars.length) * (rows.twoLines ? 34 : 26) + 40,
    marks,
  };
}
