/** Tables beside the views that are no series over years: contributions, funnel, flow, scatter. */
import type { Contributions } from '../comparisons/contributions.ts';
import type { Flow } from '../comparisons/flow.ts';
import type { Funnel } from '../comparisons/funnel.ts';
import { measureName, type Measure } from '../comparisons/measures.ts';
import { point, type Counts, type Point } from '../comparisons/series.ts';
import { contributionName, signed } from './contributions-option.ts';
import { flowName } from './flow-option.ts';
import { formatCounts, formatMeasured, formatNumber, formatRate, lookOf, reasonOf } from './format.ts';
import type { ChartLabels } from './labels.ts';
import type { Scatter } from './scatter-option.ts';
import { bodyName } from './series-names.ts';
import type { TableCell, TableModel, TableRow } from './table-model.ts';

const number = (value: number, href?: string): TableCell => ({ text: formatNumber(value), value, look: value === 0 ? 'zero' : 'value', ...(href === undefined ? {} : { href }) });
const words = (text: string): TableCell => ({ text, value: null, look: 'value' });
const none: TableCell = { text: '', value: null, look: 'not due' };

export function contributionsTable(of: Contributions, labels: ChartLabels): TableModel {
  const change = (value: number): TableCell => ({ ...number(value), text: signed(value) });
  const relative = (value: number, base: number): TableCell => (base >= 10 ? { text: `${value > 0 ? '+' : ''}${formatRate(value / base)}`, value: value / base, look: 'value' } : none);
  return {
    corner: labels.body, rate: false,
    columns: [
      { key: 'from', label: labels.year(of.from) }, { key: 'to', label: labels.year(of.to) },
      { key: 'change', label: labels.change(String(of.from), String(of.to)) }, { key: 'relative', label: labels.relative },
    ],
    rows: [
      ...of.bodies.map((body): TableRow => ({ key: body.body, label: contributionName(body, labels), cells: [number(body.from), number(body.to, body.link), change(body.change), relative(body.change, body.from)] })),
      ...(of.rest.n > 0 ? [{ key: 'rest', label: labels.rest(of.rest.n), cells: [none, none, change(of.rest.change), none] }] : []),
    ],
    footer: { key: 'total', label: labels.sumOfBodies, cells: [number(of.before), number(of.after), change(of.after - of.before), relative(of.after - of.before, of.before)] },
  };
}

export function funnelTable(of: Funnel, labels: ChartLabels): TableModel {
  const counts = (at: Counts, rate: boolean): TableCell => ({
    text: formatCounts(at, rate ? at.numerator / at.denominator : null, labels.language), value: rate ? at.numerator / at.denominator : null, look: 'value', counts: at,
  });
  const range = (low: number, high: number): TableCell => words(`${formatRate(low)}–${formatRate(high)}`);
  const heads = [labels.cases, labels.rate, labels.near('', '').replace(/[–\s]+$/, ''), labels.far('', '').replace(/[–\s]+$/, ''), labels.placeHead];
  return {
    corner: labels.body, rate: false, columns: heads.map((label) => ({ key: label, label })),
    rows: [
      ...of.drawn.map((body): TableRow => ({
        key: body.body, label: body.name,
        cells: [number(body.denominator, body.link), counts(body, true), range(body.near.low, body.near.high), range(body.far.low, body.far.high), words(labels.place[body.place])],
      })),
      ...of.few.map((body): TableRow => ({ key: body.body, label: body.name, cells: [number(body.denominator), counts(body, body.denominator >= 5), none, none, words(labels.fewDrawn)] })),
    ],
    footer: { key: 'total', label: labels.sumOfBodies, cells: [number(of.whole.denominator), counts(of.whole, of.whole.denominator >= 5), none, none, none] },
  };
}

export function flowTable(of: Flow, labels: ChartLabels): TableModel {
  const value = (key: string): string | undefined => of.nodes.find((node) => node.key === key)?.link;
  return {
    corner: labels.flowFrom, rate: false, columns: [{ key: 'to', label: labels.flowTo }, { key: 'cases', label: labels.cases }],
    rows: of.links.map(({ from, to, value: cases }) => ({ key: `${from} ${to}`, label: flowName(from, labels), cells: [words(flowName(to, labels)), number(cases, value(to) ?? value(from))] })),
  };
}

export function scatterTable(of: Scatter, labels: ChartLabels): TableModel {
  const cell = (at: Point | undefined, measure: Measure): TableCell => {
    const found: Point = at ?? { x: of.year, value: null, missing: 'not due' };
    const reason = reasonOf(found, labels);
    return {
      text: formatMeasured(found, measure, labels), value: found.value, look: lookOf(found), ...(reason === undefined ? {} : { reason }),
      ...(found.link === undefined ? {} : { href: found.link }), ...(found.counts ? { counts: found.counts } : {}),
    };
  };
  return {
    corner: labels.body, rate: false,
    columns: [of.across, of.down].map((measure, index) => ({ key: `${index}`, label: measureName(measure.key, labels.language) })),
    rows: of.bodies.map(({ across, down }) => ({ key: across.key, label: bodyName(across, labels), cells: [cell(point(across, of.year), of.across), cell(point(down, of.year), of.down)] })),
  };
}
