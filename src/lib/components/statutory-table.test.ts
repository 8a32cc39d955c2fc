import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../form/figures.ts';
import { layoutOf } from '../form/layout.ts';
import SourceBlocks from './SourceBlocks.svelte';
import type { ShownFigures } from './shown.ts';
import StatutoryTable from './StatutoryTable.svelte';

type Element = DefaultTreeAdapterMap['element'];

function elements(html: string, name: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node && node.tagName === name) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((entry) => entry.name === name)?.value;
function textOf(node: DefaultTreeAdapterMap['node']): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const figures: ShownFigures = Object.fromEntries(
  figuresOf('2021').map(({ id }, index) => [id, { value: index, raw: String(index), at: { block: 0, row: index, cell: 0 }, label: id }]),
);
const draw = (overrides: ShownFigures = {}, props: Partial<{ previousYear: number; english: boolean }> = {}): string =>
  render(StatutoryTable, { props: { layout: layoutOf('三', '2021'), caption: '表三', figures: { ...figures, ...overrides }, english: false, ...props } }).body;

describe('StatutoryTable', () => {
  it('draws every figure of the table once, under its id, with its value', () => {
    const cells = elements(draw(), 'td').filter((cell) => attribute(cell, 'id'));
    expect(cells).toHaveLength(175);
    expect(new Set(cells.map((cell) => attribute(cell, 'id'))).size).toBe(175);
    for (const cell of cells) expect(textOf(cell).trim()).toBe(String(figures[attribute(cell, 'id')!]!.value));
  });
  it('leads each cell to its place in the source', () => {
    const link = elements(draw(), 'a').find((anchor) => attribute(anchor, 'data-figure') === 't3.received.total');
    expect(attribute(link!, 'href')).toBe('#at-t3.received.total');
  });
  it('shows 0 as 0, a missing figure as — with its reason, and an item outside the edition as 不适用', () => {
    const html = draw({
      't3.received.natural': { value: 0, raw: '0', at: null, label: '新收' },
      't3.received.business': { value: null, missing: 'blank', raw: '', at: { block: 0 }, label: '新收 商业企业' },
      't3.received.research': { value: null, missing: 'not_in_edition', raw: null, at: null, label: '新收 科研机构' },
      't3.received.welfare': { value: null, missing: 'not_due', raw: null, at: null, label: '新收 社会公益组织' },
    });
    const shown = Object.fromEntries(elements(html, 'td').filter((cell) => attribute(cell, 'id')).map((cell) => [attribute(cell, 'id')!, cell]));
    expect(textOf(shown['t3.received.natural']!).trim()).toBe('0');
    expect(textOf(shown['t3.received.business']!).trim()).toBe('—');
    expect(attribute(elements(html, 'a').find((anchor) => attribute(anchor, 'data-figure') === 't3.received.business')!, 'title')).toContain('空白');
    expect(textOf(shown['t3.received.research']!).trim()).toBe('不适用');
    expect(textOf(shown['t3.received.welfare']!).trim()).toBe('');
  });
  it('puts the level of a finding and last year’s value into the cell', () => {
    const html = draw({ 't3.processed.total': { value: 7, raw: '7', at: null, label: '总计', level: 'error', previous: 5 } }, { previousYear: 2023 });
    const cell = elements(html, 'td').find((entry) => attribute(entry, 'id') === 't3.processed.total')!;
    expect(textOf(cell)).toContain('差错');
    expect(textOf(cell).replace(/\s+/g, ' ')).toMatch(/7 5/);
  });
  it('adds the English gloss below the statutory wording when asked', () => {
    expect(draw({}, { english: true })).toContain('Applications received this year');
    expect(draw()).not.toContain('Applications received this year');
  });
});

describe('SourceBlocks', () => {
  const blocks = [
    { kind: 'paragraph' as const, text: '收到申请 <b>3</b> 件 & 其他' },
    { kind: 'table' as const, grid: true, rows: [[{ text: '规章', column: 0, colspan: 1, rowspan: 2 }, { text: '6', column: 1, colspan: 1, rowspan: 1 }]] },
  ];
  it('never lets the document’s own markup through', () => {
    const html = render(SourceBlocks, { props: { blocks, places: [] } }).body;
    expect(elements(html, 'b')).toHaveLength(0);
    expect(textOf(elements(html, 'p')[0]!)).toBe('收到申请 <b>3</b> 件 & 其他');
  });
  it('makes a figure’s place a link to its cell, lit when chosen', () => {
    const places = [{ figure: 't2.rules.issued', at: { block: 1, row: 0, cell: 1 }, label: '规章' }];
    const html = render(SourceBlocks, { props: { blocks, places, chosen: 't2.rules.issued' } }).body;
    const link = elements(html, 'a')[0]!;
    expect(attribute(link, 'href')).toBe('#t2.rules.issued');
    expect(attribute(link, 'class')).toContain('chosen');
    expect(textOf(link)).toBe('6');
    expect(attribute(elements(html, 'span')[0]!, 'id')).toBe('at-t2.rules.issued');
    expect(attribute(elements(html, 'td')[0]!, 'rowspan')).toBe('2');
  });
  it('lights the characters of a quoted sentence', () => {
    const html = render(SourceBlocks, { props: { blocks, places: [], quoted: { block: 0, chars: [0, 4] } } }).body;
    expect(textOf(elements(html, 'mark')[0]!)).toBe('收到申请');
  });
});
