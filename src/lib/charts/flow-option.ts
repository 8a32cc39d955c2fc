/** 流向 as a Sankey: what came on the left, what became of it in the middle, reasons and what is left on the right. */
import type { Flow, FlowNode } from '../comparisons/flow.ts';
import { measureName } from '../comparisons/measures.ts';
import { OUTCOMES } from '../form/table-three.ts';
import { formatCounts, formatNumber } from './format.ts';
import type { ChartLabels } from './labels.ts';
import { frame, type Drawing, type Mark, type Picture } from './picture.ts';
import { ACCENT, AXIS, INK, MISSING_FILL, OUTCOME_FILLS, PLAIN, type Fill } from './theme.ts';

/** The form's word of a step: a reason without its heading. */
export function flowName(key: string, labels: ChartLabels): string {
  if (key === 'load') return labels.load;
  const [kind, rest] = key.split(':');
  if (kind === 'gap') return labels.gap + (rest !== undefined && labels.part[rest] !== undefined ? `（${labels.part[rest]}）` : '');
  if (kind === 'outcome') return labels.part[rest ?? ''] ?? key;
  const name = measureName(key, labels.language);
  return name.slice(name.search(/[：:]/) + 1).trim();
}

function fillOf(node: FlowNode, reasonsOf: Map<string, string>): Fill {
  const key = node.kind === 'reason' ? (reasonsOf.get(node.key) ?? '') : node.key;
  const outcome = OUTCOMES.find((entry) => key === `outcome:${entry}`);
  if (outcome) return OUTCOME_FILLS[outcome];
  if (node.kind === 'left') return OUTCOME_FILLS.carried_forward;
  if (node.kind === 'gap') return MISSING_FILL;
  return { color: node.kind === 'load' ? ACCENT : PLAIN, ink: INK };
}

export function flowPicture(flow: Flow, drawing: Drawing): Picture {
  const { labels, narrow } = drawing;
  const whole = flow.nodes.find(({ kind }) => kind === 'load')?.value ?? 0;
  const reasonsOf = new Map(flow.links.map(({ from, to }) => [to, from]));
  const marks: Mark[] = flow.nodes.map((node, item) => ({
    series: 0, item, ...(node.link === undefined ? {} : { link: node.link }),
    lines: [
      flowName(node.key, labels), `${formatNumber(node.value)} ${labels.unit('件')}`,
      ...(node.kind !== 'load' && whole >= 5 ? [`${labels.load} ${formatCounts({ numerator: node.value, denominator: whole }, node.value / whole, labels.language)}`] : []),
    ],
  }));
  const deepest = flow.nodes.filter(({ kind }) => kind === 'reason' || kind === 'left' || kind === 'outcome').length;
  // The longest reasons of the form take two lines at this width.
  const width = narrow ? 84 : 300;
  return {
    option: {
      ...frame(marks),
      series: [{
        type: 'sankey', cursor: 'pointer', left: 4, right: narrow ? 96 : 320, top: 8, bottom: 8, nodeWidth: narrow ? 8 : 14, nodeGap: narrow ? 26 : 22, nodeAlign: 'left', draggable: false,
        layoutIterations: 32, emphasis: { disabled: true },
        lineStyle: { color: AXIS, opacity: 0.28, curveness: 0.5 },
        label: { color: INK, fontSize: narrow ? 10 : 12, width, overflow: 'break', lineHeight: narrow ? 12 : 15 },
        data: flow.nodes.map((node) => {
          const fill = fillOf(node, reasonsOf);
          return {
            name: node.key,
            itemStyle: { color: fill.color, borderColor: fill.border ?? AXIS, borderWidth: fill.border === undefined ? 0 : 1, ...(fill.decal ? { decal: fill.decal } : {}) },
            label: { formatter: `${flowName(node.key, labels)} ${formatNumber(node.value)}` },
          };
        }),
        links: flow.links.map(({ from, to, value }) => ({ source: from, target: to, value })),
      }],
    },
    height: Math.max(300, deepest * (narrow ? 46 : 36) + 60),
    marks,
  };
}
