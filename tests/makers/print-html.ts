/** Pages as government sites publish them: merged cells, Word's habits, a table in every cell, tables for layout, tables cut at page ends. */
import { SECTIONS, type DrawnCell, type DrawnTable } from './form.ts';
import { PROSE, titleOf, type Page } from './page.ts';

const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** As Word saves a cell: paragraphs, several spans, an empty one, a no-break space for nothing, breaks inside labels. */
function wordCell({ text, figure }: DrawnCell): string {
  if (text === '') return '<p class="MsoNormal"><span lang="EN-US">&nbsp;</span></p>';
  if (figure !== undefined) return `<p class="MsoNormal" align="center" style="text-align:center"><span lang="EN-US">${escape(text)}<o:p></o:p></span><span></span></p>`;
  const middle = Math.ceil(text.length / 2);
  const [one, two] = [escape(text.slice(0, middle)), escape(text.slice(middle))];
  return text.length % 2 ? `<p class="MsoNormal"><span>${one}</span><span style="font-size:9pt">${two}</span></p>` : `${one}<br />${two}`;
}

interface HtmlForm {
  cell: (cell: DrawnCell) => string;
  tag?: string;
}
export const HTML_FORMS: Readonly<Record<string, HtmlForm>> = {
  plain: { cell: ({ text }) => escape(text) },
  'as Word saves': { cell: wordCell },
  'a table in every cell': { cell: ({ text }) => (text === '' ? '' : `<table width="100%"><tr><td>${escape(text)}</td></tr></table>`) },
  'headings as th': { cell: ({ text, figure }) => (figure === undefined ? `<strong>${escape(text)}</strong>` : `<span>\n  ${escape(text) || '&nbsp;'}\n</span>`), tag: 'th' },
};

const span = (name: string, count: number): string => (count > 1 ? ` ${name}="${count}"` : '');
const open = '<table border="1" cellspacing="0" style="border-collapse:collapse"><tbody>\n';
const close = '</tbody></table>';

/** Rows [from, to) of a table, with the headings that reach in from above begun anew, as a table cut at the end of a page has them. */
function cut(table: DrawnTable, from: number, to: number): DrawnCell[][] {
  const rows = table.rows.slice(from, to).map((row, number) => row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, to - from - number) })));
  const reaching = table.rows.slice(0, from).flatMap((row, number) => row.filter((cell) => number + cell.rowspan > from).map((cell) => ({ ...cell, rowspan: Math.min(number + cell.rowspan, to) - from })));
  rows[0]?.unshift(...reaching);
  return rows;
}

function tableHtml(page: Page, table: DrawnTable, form: HtmlForm): string {
  const tag = (cell: DrawnCell): string => (cell.figure === undefined && form.tag ? form.tag : 'td');
  const rowsHtml = (rows: readonly DrawnCell[][]): string => rows.map((row) =>
    `<tr>${row.map((cell) => `<${tag(cell)}${span('colspan', cell.colspan)}${span('rowspan', cell.rowspan)}>${form.cell(cell)}</${tag(cell)}>`).join('')}</tr>`).join('\n');
  const ends = page.breaks.find((one) => one.table === table.name);
  if (!ends || ends.kind === 'heading again') return `${open}${rowsHtml(table.rows)}\n${close}`;
  const between = ends.kind === 'page number' ? '<p align="center">— 3 —</p>' : '';
  const first = table.rows.findIndex((row) => row.some(({ figure }) => figure !== undefined));
  const heading = ends.kind === 'new table with heading' ? rowsHtml(cut(table, 0, first)) : '';
  return `${open}${rowsHtml(cut(table, 0, ends.row))}\n${close}${between}${open}${heading}\n${rowsHtml(cut(table, ends.row, table.rows.length))}\n${close}`;
}

/** The report alone: title, sections, tables, signature. */
export function articleHtml(page: Page, name: string): string {
  const form = HTML_FORMS[name]!;
  const sections = SECTIONS.map(([ordinal, title, table]) => {
    const drawn = page.tables.find((one) => one.name === table);
    return `<p><b>${ordinal}、${title}</b></p>${PROSE[ordinal] ? `<p>${PROSE[ordinal]}</p>` : ''}${drawn ? tableHtml(page, drawn, form) : ''}`;
  });
  return `<h1 align="center">${titleOf(page)}</h1>\n${sections.join('\n')}\n<p align="right">${page.body}</p><p align="right">${page.year + 1}年1月18日</p>`;
}

export function printHtml(page: Page, name: string): Uint8Array {
  return new TextEncoder().encode(`<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>${titleOf(page)}_政府信息公开</title><style>td { padding: 2px }</style><script>var menu = "<ul><li>首页</li></ul>";</script></head>
<body><div class="nav">当前位置：<a href="/">首页</a> &gt; 政府信息公开年报</div>
<table width="100%"><tr><td><ul><li>政府信息公开指南</li><li>政府信息公开年报</li></ul></td><td><div id="zoom">${articleHtml(page, name)}</div></td></tr></table>
<div class="footer">版权所有 主办单位：政府办公室</div></body></html>`);
}
