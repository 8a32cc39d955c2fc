/** The picture of a comparison in one of the three views. */
import type { Comparison, ComparedBody } from '../comparisons/compare-figures.ts';
import type { View } from '../comparisons/view-state.ts';
import { barsPicture, drawnYears } from './bars-option.ts';
import { heatmapPicture } from './heatmap-option.ts';
import { linesPicture } from './lines-option.ts';
import type { Drawing, Picture } from './picture.ts';

/** `bodies` in the order in which they are drawn. */
export function comparedPicture(view: View, comparison: Comparison, bodies: readonly ComparedBody[], drawing: Drawing): Picture {
  const of = { measure: comparison.measure, bodies, years: comparison.years };
  return view === 'bars' ? barsPicture(of, drawing) : view === 'lines' ? linesPicture(of, drawing) : heatmapPicture(of, drawing);
}

/** The years that the picture shows, ascending: bars take the newest three. */
export function yearsShown(view: View, years: readonly number[]): number[] {
  return view === 'bars' ? drawnYears(years).reverse() : [...years];
}
