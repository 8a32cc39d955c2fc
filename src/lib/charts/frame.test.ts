import { readdirSync, readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { compareFigure } from '../comparisons/compare-figures.ts';
import { filed, unfiled } from '../comparisons/rows.fixture.ts';
import { barsPicture } from './bars-option.ts';
import ChartFrame from './ChartFrame.svelte';
import { drawChart } from './draw-svg.ts';
import { framedSvg } from './framed-svg.ts';
import { zh } from './labels.fixture.ts';
import { faultsOf, textsOf } from '../../../tests/support/read-svg.ts';
import { comparisonTable } from './table-model.ts';
import { fileName } from './take-out.ts';
import { DARK } from './theme.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];
function elements(html: string, name: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node && node.tagName === name) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}
const attribute = (element: Element | undefined, name: string): string | undefined => element?.attrs.find((entry) => entry.name === name)?.value;
const textOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');

const rows = [filed('001', 2024, { 't3.received.total': 12 }), filed('002', 2024, { 't3.received.total': null }, { missing: { 't3.received.total': 'blank' }, bodyName: '<b>局</b>' }), unfiled('003', 2024)];
const compared = compareFigure(rows, { measure: 't3.received.total', link: (row) => `/reports/${row.body}` });
const draw = (narrow: boolean) => barsPicture(compared, { labels: zh, narrow });
const props = {
  title: '2024年各单位新收政府信息公开申请数量', unit: '件', labels: zh, draw, table: comparisonTable(compared, compared.bodies, zh), svg: drawChart(draw),
  coverage: { n: 2, of: 3, missing: ['青禾县003局'] }, source: '年报', asOf: '2026-11-24', note: '口径说明',
};
const html = (more: object = {}): string => render(ChartFrame, { props: { ...props, ...more } }).body;

describe('the frame without script', () => {
  it('has title, unit, both drawings, coverage with the missing named, note, source and date', () => {
    const body = html();
    expect(elements(body, 'h2').map(textOf)).toEqual([props.title]);
    expect(elements(body, 'svg')).toHaveLength(2);
    const text = textOf(parse(body)).replace(/\s+/g, ' ');
    for (const part of ['单位：件', '覆盖 2/3 家 · 缺：青禾县003局', '说明：口径说明', '来源：年报 · 截至 2026-11-24']) expect(text).toContain(part);
    expect(attribute(elements(body, 'div').find((element) => attribute(element, 'role') === 'img'), 'aria-label')).toBe(props.title);
  });

  it('has the table twin, closed or open as the address says, with links and reasons', () => {
    expect(attribute(elements(html(), 'details')[0], 'open')).toBeUndefined();
    const body = html({ tableOpen: true });
    expect(attribute(elements(body, 'details')[0], 'open')).toBe('');
    expect(elements(body, 'caption').map(textOf)).toEqual([props.title]);
    const link = elements(body, 'a').find((element) => attribute(element, 'href') === '/reports/002')!;
    expect([textOf(link), attribute(link, 'title')]).toEqual(['—空白', '空白']);
    expect(elements(body, 'b'), 'a name is text, never markup').toEqual([]);
    expect(textOf(parse(body))).toContain('<b>局</b>');
  });

  it('has states of its own for loading, empty and error', () => {
    expect(elements(html({ status: 'empty', emptyText: '还没有收到年报' }), 'details')).toEqual([]);
    expect(html({ status: 'empty', emptyText: '还没有收到年报' })).toContain('还没有收到年报');
    expect(html({ status: 'loading' })).toContain('aria-busy="true"');
    const failed = html({ status: 'error', errorId: 'a1b2' });
    expect(failed).toContain('错误编号 a1b2');
    expect(elements(failed, 'table'), 'the table is there when the picture is not').toHaveLength(1);
    expect(elements(failed, 'svg')).toHaveLength(0);
  });
});

describe('what is taken out', () => {
  it('is one SVG with the lines of the frame and no variables', () => {
    const svg = framedSvg(props.svg.wide, 640, draw(false).height, { title: props.title, subtitle: '单位：件', lines: ['覆盖 2/3 家', '一'.repeat(120)] });
    expect(faultsOf(svg)).toEqual([]);
    expect(textsOf(svg)).toEqual(expect.arrayContaining([props.title, '单位：件', '覆盖 2/3 家', '12', '未报', '一'.repeat(53)]));
    expect(svg).not.toContain('var(');
  });
  it('has a file name that every system takes', () => expect(fileName('a/b: c*?"<>|', 'svg')).toBe('a-b-c-.svg'));
});

describe('house rules of the room', () => {
  const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

  it('dark mode has the values of the theme', () => {
    const dark = /prefers-color-scheme: dark\) \{([\s\S]*?)\n {2}\}/.exec(read('./Chart.svelte'))![1]!;
    expect(Object.fromEntries([...dark.matchAll(/(--[a-z0-9-]+): (#[0-9a-f]+);/g)].map((match) => [match[1], match[2]]))).toEqual(DARK);
    const used = read('./theme.ts');
    for (const name of Object.keys(DARK)) expect(used, name).toContain(`var(${name},#`);
  });

  it('ECharts reaches the browser by dynamic import alone', () => {
    const importers = readdirSync(new URL('.', import.meta.url)).filter((name) => /(?<!\.test)\.(ts|svelte)$/.test(name) && /import (?!type)[^;]*from '(\.\/echarts\.ts|echarts)/.test(read(`./${name}`)));
    expect(importers.sort()).toEqual(['draw-svg.ts', 'echarts.ts']);
    expect(read('./Chart.svelte')).toContain("import('./echarts.ts')");
  });
});
