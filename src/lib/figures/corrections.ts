/** Corrections over figures as read: the number changes, what was read stays beside it. */
import type { FigureId } from '../form/figures.ts';
import type { CorrectionKind, Figure, Figures } from './figure.ts';

export interface Correction {
  kind: CorrectionKind;
  /** null: there is no number at the place. */
  value: number | null;
}

/** The figure as it was read, without any correction. */
export function readFigure({ corrected, ...figure }: Figure): Figure {
  if (!corrected) return figure;
  const { value: _value, missing: _missing, ...printed } = figure;
  return { ...printed, ...corrected.read };
}

/** The figure with the correction in place of any earlier one. A place where there is no number counts as blank. */
export function correctedFigure(figure: Figure, { kind, value }: Correction): Figure {
  const { value: read, missing, inferred, candidates, ...printed } = readFigure(figure);
  return {
    ...printed, value, ...(value === null && { missing: 'blank' as const }),
    corrected: { kind, read: { value: read, ...(missing && { missing }), ...(inferred !== undefined && { inferred }), ...(candidates && { candidates }) } },
  };
}

/** All figures as they were read. */
export const readFigures = (figures: Figures): Figures => Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, readFigure(figure)]));

/** The corrections that a version carries, by figure. */
export function correctionsIn(figures: Figures): Map<FigureId, Correction> {
  return new Map(Object.entries(figures).flatMap(([id, { corrected, value }]) => (corrected ? [[id, { kind: corrected.kind, value }] as const] : [])));
}

/** A new reading with the corrections applied again. Corrections of figures that the new reading does not have are kept as missing places. */
export function withCorrections(read: Figures, corrections: ReadonlyMap<FigureId, Correction>): Figures {
  const figures = { ...read };
  for (const [id, correction] of corrections) figures[id] = correctedFigure(figures[id] ?? { value: null, missing: 'absent', raw: null, at: null }, correction);
  return figures;
}
