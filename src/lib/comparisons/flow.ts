/** 流向: what came, what became of it, for what reason, and what is left: a year's applications of a body or of several. */
import { outcomeFigures, undividedFigure } from '../form/derived.ts';
import type { FigureId } from '../form/figures.ts';
import { OUTCOMES, type Outcome } from '../form/table-three.ts';
import type { BodyYear } from './body-year.ts';
import { summedRows } from './sums.ts';
import type { Coverage } from './series.ts';

export type FlowKind = 'in' | 'load' | 'outcome' | 'reason' | 'left' | 'gap';
export interface FlowNode {
  /** Figure id, or `load`, `outcome:…`, `gap:…`. */
  key: string;
  kind: FlowKind;
  value: number;
  link?: string;
}
export interface FlowLink {
  from: string;
  to: string;
  value: number;
}
/** Two sides that should be equal and are not: the report does not add up there, and the picture says so. */
export interface FlowGap {
  /** load: what came against what was processed and left · outcomes: 总计 against the six · an outcome against its reasons. */
  at: 'load' | 'outcomes' | Outcome;
  left: number;
  right: number;
}
export interface Flow {
  year: number;
  nodes: FlowNode[];
  links: FlowLink[];
  gaps: FlowGap[];
  /** Bodies of which every number of the flow is there; the flow is theirs alone. */
  coverage: Coverage;
}

const IN = ['t3.carried_in.total', 't3.received.total'] as const;
const PROCESSED = 't3.processed.total';
const LEFT = 't3.carried_forward.total';
const REASONS: readonly Outcome[] = ['refused', 'unavailable', 'not_processed', 'other_handling'];
/** A single outcome without rows of its own below it has no reasons. */
const figuresOfOutcome = (outcome: Outcome): FigureId[] => outcomeFigures(outcome, 'total');

/** The flow of the bodies in `rows` (one or many) in a year; null where no body has all its numbers. */
export function flowOf(rows: readonly BodyYear[], year: number, link?: (figure: FigureId) => string | undefined): Flow | null {
  const one = new Set(rows.filter((row) => row.year === year).map((row) => row.body)).size === 1;
  const own = one ? rows.filter((row) => row.year === year).slice(0, 1) : summedRows(rows, year);
  const used = own.filter(complete);
  if (used.length === 0) return null;
  const sum = (id: FigureId): number => used.reduce((so, row) => so + (row.values[id] ?? 0), 0);
  const nodes: FlowNode[] = [];
  const links: FlowLink[] = [];
  const gaps: FlowGap[] = [];
  const node = (key: string, kind: FlowKind, value: number, figure?: FigureId): void => {
    const address = figure === undefined ? undefined : link?.(figure);
    nodes.push({ key, kind, value, ...(address === undefined ? {} : { link: address }) });
  };
  const join = (from: string, to: string, value: number): void => {
    if (value > 0) links.push({ from, to, value });
  };
  /** Where one side is larger, a node of its own takes the difference, so that widths add up. */
  const balance = (at: FlowGap['at'], hub: string, left: number, right: number): void => {
    if (left === right) return;
    gaps.push({ at, left, right });
    const key = `gap:${at}`;
    node(key, 'gap', Math.abs(left - right));
    if (left > right) join(hub, key, left - right);
    else join(key, hub, right - left);
  };

  for (const id of IN) if (sum(id) > 0) node(id, 'in', sum(id), id);
  const [came, processed, left] = [sum(IN[0]) + sum(IN[1]), sum(PROCESSED), sum(LEFT)];
  const went = OUTCOMES.map((outcome) => ({ outcome, value: used.reduce((so, row) => so + outcomeOf(row, outcome), 0) }));
  const replied = went.reduce((so, { value }) => so + value, 0);
  node('load', 'load', Math.max(came, replied + left));
  for (const id of IN) join(id, 'load', sum(id));
  for (const { outcome, value } of went) {
    const key = `outcome:${outcome}`;
    if (value === 0) continue;
    node(key, 'outcome', value, figuresOfOutcome(outcome)[0]);
    join('load', key, value);
    if (!REASONS.includes(outcome)) continue;
    let named = 0;
    for (const id of figuresOfOutcome(outcome)) {
      const reason = sum(id);
      if (reason === 0) continue;
      named += reason;
      node(id, 'reason', reason, id);
      join(key, id, reason);
    }
    const undivided = outcome === 'other_handling' ? used.reduce((so, row) => so + (row.values[undividedFigure('total')] ?? 0), 0) : 0;
    if (named + undivided !== value) balance(outcome, key, value, named + undivided);
  }
  if (left > 0) {
    node(LEFT, 'left', left, LEFT);
    join('load', LEFT, left);
  }
  if (processed !== replied) gaps.push({ at: 'outcomes', left: processed, right: replied });
  balance('load', 'load', came, replied + left);
  return {
    year, nodes, links, gaps,
    coverage: { n: used.length, of: own.length, missing: own.filter((row) => !used.includes(row)).map((row) => row.bodyName) },
  };
}

function outcomeOf(row: BodyYear, outcome: Outcome): number {
  if (outcome === 'other_handling' && row.values[undividedFigure('total')] !== null && row.values[undividedFigure('total')] !== undefined) return row.values[undividedFigure('total')] ?? 0;
  return figuresOfOutcome(outcome).reduce((so, id) => so + (row.values[id] ?? 0), 0);
}

/** Every number of the flow is there: a missing one would look like 0. */
function complete(row: BodyYear): boolean {
  if (!row.filed) return false;
  const has = (id: FigureId): boolean => row.values[id] !== null && row.values[id] !== undefined;
  return [...IN, PROCESSED, LEFT].every(has) && OUTCOMES.every((outcome) => (outcome === 'other_handling' && has(undividedFigure('total'))) || figuresOfOutcome(outcome).every(has));
}
