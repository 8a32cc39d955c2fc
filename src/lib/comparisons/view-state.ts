/**
 * The view of 统计分析 ⇄ its address. The address is the state: defaults are left out, unknown values fall back, and
 * parameters of others are kept, so that each write starts from the current address.
 */
import type { Order } from './compare-figures.ts';
import { isMeasure, measureOf } from './measures.ts';

export const VIEWS = ['bars', 'lines', 'multiples', 'heatmap', 'composition', 'change', 'scatter', 'funnel', 'flow'] as const;
export type View = (typeof VIEWS)[number];
export const SCALES = ['shared', 'own'] as const;
export const PARTS = ['outcomes', 'applicants'] as const;
const ORDERS: readonly Order[] = ['register', 'value', 'name'];

export interface ViewState {
  /** Figure id or indicator. */
  figure: string;
  /** Codes in the order of the register; empty means all but the government, whose report repeats the others'. */
  bodies: string[];
  /** Ascending; empty means all. */
  years: number[];
  view: View;
  order: Order;
  /** Of small multiples: one scale for all, or each its own. */
  scale: (typeof SCALES)[number];
  /** What a composition is by. */
  parts: (typeof PARTS)[number];
  /** The other measure of a scatter. */
  against: string;
  /** The table twin is shown instead of the picture. */
  table: boolean;
}

/** What the county has: codes and years outside it are dropped from an address. */
export interface Known {
  bodies: readonly string[];
  years: readonly number[];
}

export const DEFAULT_FIGURE = 'I-NEW';
export const DEFAULT_AGAINST = 'I-CARRY';
/** What a funnel shows where the chosen measure is no rate. */
export const DEFAULT_RATE = 'I-OPEN-RATE';
const DEFAULT_VIEW: View = 'bars';
/** Pictures over bodies are sorted by value; those with time keep the register's order. */
export const DEFAULT_ORDER: Record<View, Order> = {
  bars: 'value', lines: 'register', multiples: 'value', heatmap: 'register', composition: 'register', change: 'register', scatter: 'register', funnel: 'register', flow: 'register',
};

const NAMES = ['figure', 'body', 'years', 'view', 'order', 'scale', 'parts', 'against', 'table'] as const;

/** Reads an address. Never fails: what is unknown, doubled or malformed falls back to the default. */
export function parseViewState(from: URLSearchParams, known: Known): ViewState {
  const figure = from.get('figure');
  const against = from.get('against');
  const view = VIEWS.find((entry) => entry === from.get('view')) ?? DEFAULT_VIEW;
  const bodies = new Set(from.getAll('body'));
  const years = new Set(readYears(from.get('years') ?? ''));
  return {
    figure: figure !== null && isMeasure(figure) ? figure : DEFAULT_FIGURE,
    bodies: chosen(known.bodies, bodies),
    years: chosen([...known.years].sort((a, b) => a - b), years),
    view,
    order: ORDERS.find((entry) => entry === from.get('order')) ?? DEFAULT_ORDER[view],
    scale: SCALES.find((entry) => entry === from.get('scale')) ?? 'shared',
    parts: PARTS.find((entry) => entry === from.get('parts')) ?? 'outcomes',
    against: against !== null && isMeasure(against) ? against : DEFAULT_AGAINST,
    table: from.get('table') === '1',
  };
}

/** All chosen and none chosen are the same view: everything. */
function chosen<T>(known: readonly T[], wanted: ReadonlySet<T>): T[] {
  const found = known.filter((entry) => wanted.has(entry));
  return found.length === known.length ? [] : found;
}

/** The address of a view, starting from the current one: parameters that are not the view's stay as they are. */
export function writeViewState(state: ViewState, current: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(current);
  for (const name of NAMES) written.delete(name);
  if (state.figure !== DEFAULT_FIGURE) written.set('figure', state.figure);
  for (const body of state.bodies) written.append('body', body);
  if (state.years.length > 0) written.set('years', writeYears(state.years));
  if (state.view !== DEFAULT_VIEW) written.set('view', state.view);
  if (state.order !== DEFAULT_ORDER[state.view]) written.set('order', state.order);
  if (state.scale !== 'shared') written.set('scale', state.scale);
  if (state.parts !== 'outcomes') written.set('parts', state.parts);
  if (state.against !== DEFAULT_AGAINST) written.set('against', state.against);
  if (state.table) written.set('table', '1');
  return written;
}

/** A view with some parts changed; another view takes its own default order unless the order was chosen. */
export function changeView(state: ViewState, change: Partial<ViewState>): ViewState {
  const changed = { ...state, ...change };
  const defaulted = state.order === DEFAULT_ORDER[state.view] && change.order === undefined;
  // A funnel is of a rate: a count gives way to one.
  if (change.view === 'funnel' && !measureOf(changed.figure).rate) changed.figure = DEFAULT_RATE;
  return defaulted ? { ...changed, order: DEFAULT_ORDER[changed.view] } : changed;
}

/** `2019-2021.2024` → 2019, 2020, 2021, 2024. Spans over a century are nobody's wish. */
function readYears(text: string): number[] {
  return text.split(/[.,]/).flatMap((part) => {
    const span = /^(\d{4})(?:-(\d{4}))?$/.exec(part);
    if (!span) return [];
    const first = Number(span[1]);
    const last = Number(span[2] ?? span[1]);
    return last < first || last - first > 100 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function writeYears(years: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const open = spans.at(-1);
    if (open && open[1] === year - 1) open[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join('.');
}
