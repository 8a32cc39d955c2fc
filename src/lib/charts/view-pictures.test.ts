import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../tests/support/read-svg.ts';
import { compareFigure } from '../comparisons/compare-figures.ts';
import { contributions } from '../comparisons/contributions.ts';
import { flowOf } from '../comparisons/flow.ts';
import { funnelOf } from '../comparisons/funnel.ts';
import { filed } from '../comparisons/rows.fixture.ts';
import { shownPicture, shownTable, type Shown } from './compared-picture.ts';
import { drawSvg } from './draw-svg.ts';
import { en, zh } from './labels.fixture.ts';

const cases = (received: number, processed: number, granted: number) => ({
  't3.received.total': received, 't3.processed.total': processed, 't3.granted.total': granted, 't3.unavailable.not_held.total': processed - granted, 't3.carried_forward.total': received - processed,
});
const rows = [
  filed('001', 2023, cases(40, 38, 10)), filed('001', 2024, cases(52, 50, 12)), filed('002', 2023, cases(9, 9, 8)), filed('002', 2024, cases(4, 4, 4)),
  filed('003', 2023, cases(2, 2, 1)), filed('003', 2024, cases(3, 3, 0)),
];
const compared = compareFigure(rows, { measure: 'I-NEW', link: (row) => `/r/${row.body}/${row.year}` });
const shown: Record<string, Shown> = {
  multiples: { view: 'multiples', comparison: compared, bodies: compared.bodies, shared: false },
  change: { view: 'change', measure: compared.measure, contributions: contributions(compared, [], 2023, 2024) },
  funnel: { view: 'funnel', funnel: funnelOf(rows, 'I-FULL-RATE', [2023, 2024], (body) => `/b/${body}`) },
  flow: { view: 'flow', flow: flowOf(rows, 2024)! },
  scatter: { view: 'scatter', scatter: { across: compared.measure, down: compared.measure, year: 2024, bodies: compared.bodies.map((body) => ({ across: body, down: body })) } },
};
const texts = (view: string, narrow = false) => textsOf(drawSvg(shownPicture(shown[view]!, { labels: zh, narrow }), narrow ? 340 : 1200));

describe('views of a comparison', () => {
  it.each(Object.keys(shown))('%s draws at both widths, in both languages, and every mark names something that is drawn', (view) => {
    for (const labels of [zh, en]) for (const narrow of [false, true]) {
      const picture = shownPicture(shown[view]!, { labels, narrow });
      expect(drawSvg(picture, narrow ? 340 : 1200)).not.toMatch(/NaN|undefined/);
      const series = [picture.option.series ?? []].flat() as { data: unknown[] }[];
      for (const mark of picture.marks) expect(series[mark.series]?.data[mark.item], `${view} ${mark.lines[0]}`).toBeDefined();
      const table = shownTable(shown[view]!, labels);
      for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
    }
  });
  it('small multiples leave out bodies that are below five in every year', () => {
    expect(texts('multiples').filter((text) => text.includes('局'))).toEqual(['青禾县001局', '青禾县002局']);
  });
  it('contributions print signed changes, links and the rest', () => {
    expect(texts('change')).toEqual(expect.arrayContaining(['+12', '−5', '+1']));
    expect(shownTable(shown['change']!, zh).footer?.cells.map(({ text }) => text)).toEqual(['51', '59', '+8', '+15.7%']);
    expect(shownPicture(shown['change']!, { labels: zh, narrow: false }).marks[0]).toMatchObject({ link: '/r/001/2024', lines: ['青禾县001局', '40 → 52', '增减 +12 件'] });
  });
  it('a funnel names only those outside, and lists those below ten', () => {
    expect(texts('funnel')).toContain('青禾县002局');
    expect(shownTable(shown['funnel']!, zh).rows.map(({ label, cells }) => [label, cells[1]!.text])).toEqual([
      ['青禾县001局', '22/88（25.0%）'], ['青禾县002局', '12/13（92.3%）'], ['青禾县003局', '1/5（20.0%）'],
    ]);
  });
  it('a flow prints each step with its cases', () => {
    expect(texts('flow')).toEqual(expect.arrayContaining(['应办 59', '予以公开 16', '无法提供 41']));
    expect(shownTable(shown['flow']!, zh).rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])).toContainEqual(['应办', '予以公开', '16']);
  });
});
