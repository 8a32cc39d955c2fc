/**
 * Colours and patterns of charts (design: one meaning per colour, never colour alone). Every colour is a CSS variable with
 * its light value as fallback: one drawing serves light, dark and print, and a saved picture keeps the fallbacks.
 */
import type { Applicant, Outcome } from '../form/table-three.ts';

export const INK = 'var(--text,#1b1f24)';
export const MUTED = 'var(--text-soft,#545c66)';
export const GRID = 'var(--line,#d3d8de)';
export const AXIS = 'var(--line-strong,#838b95)';
export const SURFACE = 'var(--ground,#ffffff)';
/** The bars of bodies, and lines where there are many. */
export const PLAIN = 'var(--chart-plain,#7d8ea1)';
/** The chosen body, or the newest of several years. */
export const ACCENT = 'var(--chart-accent,#1f4e79)';
/** In single quotes: ECharts writes it into attributes unescaped. */
export const FONT = "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

const DARK_INK = '#1b1f24';
const LIGHT_INK = '#ffffff';

/** A pattern over a colour: stripes are read in black-and-white print where two greys are not. */
export interface Decal {
  symbol: 'rect' | 'circle';
  symbolSize: number;
  dashArrayX: number | number[] | number[][];
  dashArrayY: number | number[];
  rotation: number;
  color: string;
}
const stripes = (rotation: number, gap: number, color: string): Decal => ({ symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [1.5, gap], rotation, color });
const dots = (color: string): Decal => ({ symbol: 'circle', symbolSize: 0.5, dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0], rotation: 0, color });

export interface Fill {
  color: string;
  /** Of numbers printed on it. */
  ink: string;
  decal?: Decal;
  /** Frame where the colour alone would not stand against the page. */
  border?: string;
}

/** What lies beside another always differs in lightness or pattern, so that it can be told apart without colour. */
export const OUTCOME_FILLS: Record<Outcome | 'carried_forward', Fill> = {
  granted: { color: 'var(--chart-granted,#4477AA)', ink: LIGHT_INK },
  granted_in_part: { color: 'var(--chart-part,#66CCEE)', ink: DARK_INK },
  refused: { color: 'var(--chart-refused,#DDAA33)', ink: DARK_INK, decal: stripes(-Math.PI / 4, 7, 'rgba(27,31,36,0.28)') },
  unavailable: { color: 'var(--chart-unavailable,#EECC66)', ink: DARK_INK },
  not_processed: { color: 'var(--chart-not-processed,#AA3377)', ink: LIGHT_INK },
  other_handling: { color: 'var(--chart-other,#BBBBBB)', ink: DARK_INK, decal: dots('rgba(27,31,36,0.35)') },
  carried_forward: { color: SURFACE, ink: INK, decal: stripes(Math.PI / 4, 4, '#838b95'), border: AXIS },
};

/** One blue for persons, a scale of warm tones for the five kinds of organisation. */
export const APPLICANT_FILLS: Record<Exclude<Applicant, 'total'>, Fill> = {
  natural: { color: 'var(--chart-natural,#4477AA)', ink: LIGHT_INK },
  business: { color: 'var(--chart-business,#F0C9A0)', ink: DARK_INK },
  research: { color: 'var(--chart-research,#7A3E12)', ink: LIGHT_INK, decal: stripes(Math.PI / 4, 5, 'rgba(255,255,255,0.45)') },
  welfare: { color: 'var(--chart-welfare,#E09A55)', ink: DARK_INK },
  legal_services: { color: 'var(--chart-legal,#A85A1F)', ink: LIGHT_INK, decal: dots('rgba(255,255,255,0.5)') },
  other: { color: 'var(--chart-organisation,#F7E2CC)', ink: DARK_INK, decal: stripes(-Math.PI / 4, 5, 'rgba(122,62,18,0.35)') },
};

/** What a total holds that no part names: outlined, without a colour of its own. */
export const UNLISTED_FILL: Fill = { color: SURFACE, ink: INK, decal: dots('#838b95'), border: AXIS };

/** At most seven lines have a colour of their own; dashes and symbols tell them apart in print. */
export const LINES: readonly { color: string; dash: 'solid' | 'dashed' | 'dotted' | number[]; symbol: string }[] = [
  { color: 'var(--chart-line-1,#1f5a94)', dash: 'solid', symbol: 'circle' },
  { color: 'var(--chart-line-2,#b04a00)', dash: 'dashed', symbol: 'rect' },
  { color: 'var(--chart-line-3,#2f7d4f)', dash: 'dotted', symbol: 'triangle' },
  { color: 'var(--chart-line-4,#7b4fa3)', dash: [8, 3, 2, 3], symbol: 'diamond' },
  { color: 'var(--chart-line-5,#8a6d00)', dash: 'solid', symbol: 'emptyRect' },
  { color: 'var(--chart-line-6,#00787a)', dash: 'dashed', symbol: 'emptyCircle' },
  { color: 'var(--chart-line-7,#a3386b)', dash: 'dotted', symbol: 'emptyTriangle' },
];

/** Bars of up to three years, newest first. */
export const YEAR_FILLS: readonly Fill[] = [
  { color: ACCENT, ink: LIGHT_INK },
  { color: 'var(--chart-year-2,#8fb3d4)', ink: DARK_INK },
  { color: 'var(--chart-year-3,#c9ccd1)', ink: DARK_INK, decal: stripes(-Math.PI / 4, 5, 'rgba(27,31,36,0.25)') },
];

/** Shades of the heatmap, of increasing values; then its kinds of nothing. */
export const HEAT_FILLS: readonly Fill[] = [
  { color: 'var(--chart-heat-1,#d9e7f4)', ink: 'var(--chart-heat-ink-1,#1b1f24)' },
  { color: 'var(--chart-heat-2,#a6c8e4)', ink: 'var(--chart-heat-ink-2,#1b1f24)' },
  { color: 'var(--chart-heat-3,#4f8fc4)', ink: 'var(--chart-heat-ink-3,#0b1622)' },
  { color: 'var(--chart-heat-4,#1f4e79)', ink: 'var(--chart-heat-ink-4,#ffffff)' },
];
export const ZERO_FILL: Fill = { color: SURFACE, ink: MUTED, border: GRID };
export const NEGATIVE_FILL: Fill = { color: 'var(--chart-negative,#f2ddc8)', ink: 'var(--chart-negative-ink,#1b1f24)' };
export const MISSING_FILL: Fill = { color: SURFACE, ink: INK, decal: stripes(-Math.PI / 4, 4, 'rgba(138,109,0,0.45)'), border: 'var(--chosen-line,#9a6700)' };
export const NOT_IN_EDITION_FILL: Fill = { color: 'var(--chart-not-in-edition,#dcdfe4)', ink: MUTED };
export const NOT_FILED_FILL: Fill = { color: SURFACE, ink: INK, border: INK };
export const NOT_DUE_FILL: Fill = { color: SURFACE, ink: MUTED, border: AXIS };

/** Values of the variables that dark mode changes; `Chart.svelte` declares them, a test holds both together. */
export const DARK: Record<string, string> = {
  '--chart-plain': '#8494a6', '--chart-accent': '#8bbcec', '--chart-not-processed': '#b8408a', '--chart-research': '#9c5a2a',
  '--chart-line-1': '#6fb1ef', '--chart-line-2': '#f0935a', '--chart-line-3': '#6cc48f', '--chart-line-4': '#bb97e0', '--chart-line-5': '#d9b94a',
  '--chart-line-6': '#4fc3c5', '--chart-line-7': '#ec86b4', '--chart-year-2': '#47698a', '--chart-year-3': '#5a626c',
  '--chart-heat-1': '#1d3247', '--chart-heat-2': '#28537c', '--chart-heat-3': '#4f8fc4', '--chart-heat-4': '#b9dbf7',
  '--chart-heat-ink-1': '#e6e9ed', '--chart-heat-ink-2': '#ffffff', '--chart-heat-ink-4': '#0b1622',
  '--chart-negative': '#4a3420', '--chart-negative-ink': '#e6e9ed', '--chart-not-in-edition': '#2d343d',
};

/** A saved picture has no page around it: every variable becomes its light value. */
export function withoutVariables(svg: string): string {
  return svg.replace(/var\(--[a-z0-9-]+,(#[0-9a-fA-F]{3,8})\)/g, '$1');
}
