/** What 统计分析 shows, in whichever view: its picture and its table, from the same plain data on server and in the browser. */
import type { Comparison, ComparedBody } from '../comparisons/compare-figures.ts';
import type { Composition } from '../comparisons/compositions.ts';
import type { Contributions } from '../comparisons/contributions.ts';
import type { Flow } from '../comparisons/flow.ts';
import type { Funnel } from '../comparisons/funnel.ts';
import type { Measure } from '../comparisons/measures.ts';
import type { View } from '../comparisons/view-state.ts';
import { applicantsPicture } from './applicants-option.ts';
import { barsPicture, drawnYears } from './bars-option.ts';
import { contributionsPicture } from './contributions-option.ts';
import { flowPicture } from './flow-option.ts';
import { funnelPicture } from './funnel-option.ts';
import { heatmapPicture } from './heatmap-option.ts';
import type { ChartLabels } from './labels.ts';
import { linesPicture } from './lines-option.ts';
import { multiplesPicture } from './multiples-option.ts';
import { outcomesPicture } from './outcomes-option.ts';
import type { Drawing, Picture } from './picture.ts';
import { scatterPicture, type Scatter } from './scatter-option.ts';
import { comparisonTable, compositionTable, type TableModel } from './table-model.ts';
import { contributionsTable, flowTable, funnelTable, scatterTable } from './view-tables.ts';

export type Shown =
  /** `bodies` in the order in which they are drawn. */
  | { view: 'bars' | 'lines' | 'heatmap' | 'multiples'; comparison: Comparison; bodies: ComparedBody[]; shared: boolean }
  | { view: 'composition'; parts: 'outcomes' | 'applicants'; composition: Composition }
  | { view: 'change'; measure: Measure; contributions: Contributions }
  | { view: 'scatter'; scatter: Scatter }
  | { view: 'funnel'; funnel: Funnel }
  | { view: 'flow'; flow: Flow };

export function shownPicture(shown: Shown, drawing: Drawing): Picture {
  switch (shown.view) {
    case 'composition': return shown.parts === 'outcomes' ? outcomesPicture(shown.composition, drawing) : applicantsPicture(shown.composition, drawing);
    case 'change': return contributionsPicture(shown.contributions, shown.measure, drawing);
    case 'scatter': return scatterPicture(shown.scatter, drawing);
    case 'funnel': return funnelPicture(shown.funnel, drawing);
    case 'flow': return flowPicture(shown.flow, drawing);
    default: return comparedPicture(shown.view, shown.comparison, shown.bodies, drawing, shown.shared);
  }
}

export function shownTable(shown: Shown, labels: ChartLabels): TableModel {
  switch (shown.view) {
    case 'composition': return compositionTable(shown.composition, labels);
    case 'change': return contributionsTable(shown.contributions, labels);
    case 'scatter': return scatterTable(shown.scatter, labels);
    case 'funnel': return funnelTable(shown.funnel, labels);
    case 'flow': return flowTable(shown.flow, labels);
    default: return comparisonTable(shown.comparison, shown.bodies, labels);
  }
}

/** The picture of a comparison over bodies and years. */
export function comparedPicture(view: 'bars' | 'lines' | 'heatmap' | 'multiples', comparison: Comparison, bodies: readonly ComparedBody[], drawing: Drawing, shared = true): Picture {
  const of = { measure: comparison.measure, bodies, years: comparison.years, ...(comparison.changes ? { changes: comparison.changes } : {}) };
  if (view === 'multiples') return multiplesPicture({ ...of, shared }, drawing);
  return view === 'bars' ? barsPicture(of, drawing) : view === 'lines' ? linesPicture(of, drawing) : heatmapPicture(of, drawing);
}

/** The years that the picture shows, ascending: bars take the newest three. */
export function yearsShown(view: View, years: readonly number[]): number[] {
  return view === 'bars' ? drawnYears(years).reverse() : [...years];
}
