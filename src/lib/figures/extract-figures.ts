/** The door of this room: the cells of a recognised report to figures. */
import { figureDefinition, figuresOf } from '../form/figures.ts';
import type { RecognisedReport, StatutoryCell } from '../recognition/report.ts';
import type { Figure, Figures } from './figure.ts';
import { inferGlued } from './infer-glued.ts';
import { readCell } from './read-cell.ts';

/** What digits that run into prose may be: `02025` before 年 is 0 and the year 2025, never 02025. */
function candidatesOf(cell: StatutoryCell): number[] {
  const digits = cell.raw.trim();
  const whole = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
  if (cell.runsOn === undefined) return whole.test(digits) ? [Number(digits)] : [];
  const heads = cell.runsOn.startsWith('年') && /20\d\d$/.test(digits) ? [digits.slice(0, -4)] : Array.from({ length: digits.length - 1 }, (_, index) => digits.slice(0, index + 1));
  return heads.filter((head) => whole.test(head)).map(Number).filter(Number.isSafeInteger).slice(0, 12);
}

function figureOf(cell: StatutoryCell, alone: boolean): Figure {
  const at = { raw: cell.raw, at: cell.at };
  if (!cell.indistinct) return { ...readCell(cell.raw, figureDefinition(cell.figure), cell.unit), ...at };
  const candidates = alone ? candidatesOf(cell) : [];
  return { value: null, missing: 'unreadable', ...at, ...(candidates.length > 0 ? { candidates } : {}) };
}

/**
 * All figures of the edition of the report's year, and those of the other edition that the document prints; what is
 * not printed is `absent`. Cells that could not be told apart are `unreadable` with the text of their row, unless the
 * table's identities leave one reading (`inferred`).
 */
export function extractFigures(report: RecognisedReport): Figures {
  const figures: Figures = {};
  for (const { id } of figuresOf(report.edition)) figures[id] = { value: null, missing: 'absent', raw: null, at: null };
  const sharing = new Map<string, number>();
  const key = ({ at }: StatutoryCell): string => `${at.block},${at.row},${at.cell},${at.chars}`;
  for (const cell of report.cells) sharing.set(key(cell), (sharing.get(key(cell)) ?? 0) + 1);
  for (const cell of report.cells) figures[cell.figure] = figureOf(cell, sharing.get(key(cell)) === 1);
  inferGlued(report.cells, figures);
  return figures;
}
