/** The words of charts in both languages, for tests. */
import { chartLabels } from './chart-labels.ts';

export const zh = chartLabels('zh');
export const en = chartLabels('en');
