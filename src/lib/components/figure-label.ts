/** Row and column of a figure in the reader's language, short: what a title or a screen reader says. */
import type { Edition } from '../form/edition.ts';
import { figureDefinition, type FigureId } from '../form/figures.ts';

const lastPart = (text: string): string => text.split(' / ').at(-1) ?? text;

/** In Chinese as the edition prints it (the other edition where this one has no such figure), in English the gloss. */
export function figureLabel(id: FigureId, edition: Edition, language: 'zh' | 'en'): string {
  const definition = figureDefinition(id);
  if (language === 'en') return definition.gloss;
  const wording = definition.wording[edition] ?? definition.wording[edition === '2021' ? '2019' : '2021']!;
  // In table 四 the row is the group of cases; elsewhere the innermost heading is enough to know the row.
  return `表${definition.table} ${lastPart(wording.row)} · ${lastPart(wording.column)}`;
}
