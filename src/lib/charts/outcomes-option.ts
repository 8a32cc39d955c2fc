/** Outcomes by year as counts: stacked bars, one a year, what is carried forward hatched behind them. Never one rate. */
import type { Composition } from '../comparisons/compositions.ts';
import type { Drawing, Picture } from './picture.ts';
import { stackPicture } from './stack-option.ts';
import { OUTCOME_FILLS } from './theme.ts';

export function outcomesPicture(composition: Composition, drawing: Drawing): Picture {
  return stackPicture(
    composition,
    { fills: OUTCOME_FILLS, direction: 'bars', outside: 'carried_forward', whole: (total, labels) => labels.processed(total) },
    drawing,
  );
}
