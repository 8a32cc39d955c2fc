/** The parts of ECharts that charts use; the browser loads this module only when a chart is on the page. */
import {
  BarChart, HeatmapChart, LineChart, SankeyChart, ScatterChart, type BarSeriesOption, type HeatmapSeriesOption, type LineSeriesOption, type SankeySeriesOption,
  type ScatterSeriesOption,
} from 'echarts/charts';
import {
  GridComponent, LegendPlainComponent, MarkLineComponent, TitleComponent, TooltipComponent, VisualMapPiecewiseComponent,
  type GridComponentOption, type LegendComponentOption, type MarkLineComponentOption, type TitleComponentOption, type TooltipComponentOption, type VisualMapComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption, type ECharts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart, HeatmapChart, LineChart, SankeyChart, ScatterChart, GridComponent, LegendPlainComponent, MarkLineComponent, TitleComponent, TooltipComponent, VisualMapPiecewiseComponent, LabelLayout,
  SVGRenderer,
]);

export type ChartOption = ComposeOption<
  | BarSeriesOption | HeatmapSeriesOption | LineSeriesOption | SankeySeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption
  | MarkLineComponentOption | TitleComponentOption | TooltipComponentOption | VisualMapComponentOption
>;
export type { ECharts, LineSeriesOption };
export { init };
