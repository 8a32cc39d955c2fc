/**
 * Reports of a fictional bureau in every shape in which tables of text and HTML are met: drawn from the form's layout,
 * flattened as pages, archives and converters flatten them. Numbers come in; the words are this file's own.
 */
import type { Edition } from '../../src/lib/form/edition.ts';
import { TABLES, type FigureId, type TableNumber } from '../../src/lib/form/figures.ts';
import { layoutOf, type LayoutCell } from '../../src/lib/form/layout.ts';
import { SECTION_HEADINGS } from '../../src/lib/form/sections.ts';

export const BODY = '云岭县农业农村局';
export const YEAR: Record<Edition, number> = { '2019': 2020, '2021': 2024 };

/** Printed text of each cell by figure; a figure left out prints nothing. */
export type Printed = Partial<Record<FigureId, string>>;
type Change = (text: string) => string;

const PROSE: Record<number, string> = {
  1: '全年围绕春耕、畜牧和农机三项工作公开信息，网站更新及时。',
  2: '', 3: '', 4: '',
  5: '存在的问题是解读材料偏少，下一步增加图文解读。',
  6: '本年度没有收取信息处理费。',
};

const same: Change = (text) => text;
const textOf = (cell: LayoutCell, printed: Printed, change: Change): string => (cell.figure ? (printed[cell.figure] ?? '') : change(cell.text));

/** Rows as a spreadsheet would paste them: what a merged cell covers is empty. */
export function sheetRows(table: TableNumber, edition: Edition, printed: Printed, change: Change = same): string[][] {
  const layout = layoutOf(table, edition);
  const taken = new Set<string>();
  return layout.rows.map((row, number) => {
    const line = new Array<string>(layout.columns).fill('');
    let column = 0;
    for (const cell of row) {
      while (taken.has(`${number},${column}`)) column++;
      line[column] = textOf(cell, printed, change);
      for (let down = 0; down < cell.rowspan; down++) for (let across = 0; across < cell.colspan; across++) taken.add(`${number + down},${column + across}`);
      column += cell.colspan;
    }
    return line;
  });
}
const cells = (table: TableNumber, edition: Edition, printed: Printed, change: Change): string[][] =>
  layoutOf(table, edition).rows.map((row) => row.map((cell) => textOf(cell, printed, change)).filter((text) => text !== ''));

function htmlTable(table: TableNumber, edition: Edition, printed: Printed, change: Change, cellHtml: (text: string) => string): string {
  const span = (name: string, count: number): string => (count > 1 ? ` ${name}="${count}"` : '');
  const rows = layoutOf(table, edition).rows.map((row) =>
    `<tr>${row.map((cell) => `<td${span('colspan', cell.colspan)}${span('rowspan', cell.rowspan)}>${cellHtml(textOf(cell, printed, change))}</td>`).join('')}</tr>`);
  return `<table border="1"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

/** As Word saves a page: paragraph, several spans, an empty one, a no-break space for nothing, breaks inside labels. */
function wordCell(text: string): string {
  if (text === '') return '<p class="MsoNormal"><span>&nbsp;</span></p>';
  if (/^[-\d.]+$/.test(text)) return text.length % 2 ? text : `<p class="MsoNormal" align="center"><span lang="EN-US">${text}</span><span></span></p>`;
  const middle = Math.ceil(text.length / 2);
  return text.length % 2 ? `<p><span>${text.slice(0, middle)}</span><span>${text.slice(middle)}</span></p>` : `${text.slice(0, middle)}<br />${text.slice(middle)}`;
}

type DrawTable = (table: TableNumber, edition: Edition, printed: Printed, change: Change) => string;

/** Tables of text. */
const TEXT_TABLES: Record<string, DrawTable> = {
  tabs: (...given) => sheetRows(...given).map((row) => row.join('\t')).join('\n'),
  pipes: (...given) => sheetRows(...given).map((row) => `| ${row.join(' | ')} |`).join('\n'),
  'pipes without borders': (...given) => sheetRows(...given).map((row) => row.join('  | ')).join('\n'),
  'one cell a line': (...given) => cells(...given).flat().join('\n\n'),
  'broken rows with pipes': (...given) => cells(...given).map((row) => `| \n${row.join(' | \n')}`).join('\n'),
  'single spaces': (...given) => cells(...given).flat().join(' '),
  'wide spaces': (...given) => cells(...given).flat().join('　'),
  'lines with spaces': (...given) => cells(...given).map((row) => row.join('    ')).join('\n'),
  'one giant row of pipes': (...given) => sheetRows(...given).flat().join('|'),
  glued: (...given) => cells(...given).flat().join(''),
};
export const TEXT_FORMS = Object.keys(TEXT_TABLES);
/** Forms that keep an empty cell apart from its neighbours. */
export const FORMS_WITH_BLANKS = ['tabs', 'pipes', 'pipes without borders'];

export function titleOf(edition: Edition): string {
  return `${BODY}${YEAR[edition]}年政府信息公开工作年度报告`;
}

/** A report as text. `glued` and the forms of one line come as one paragraph, as archives keep pages. */
export function textReport(form: string, edition: Edition, printed: Printed, change: Change = same): string {
  const draw = TEXT_TABLES[form]!;
  const oneLine = form === 'glued' || form === 'single spaces' || form === 'wide spaces';
  const parts = SECTION_HEADINGS.flatMap(({ number, ordinal, title }) => {
    const table = TABLES[number - 2];
    return [`${ordinal}、${title}`, PROSE[number]!, table ? draw(table, edition, printed, change) : ''].filter((part) => part !== '');
  });
  const signature = `${BODY} ${YEAR[edition] + 1}年1月18日`;
  if (oneLine) return `标题: ${titleOf(edition)}\n发布时间: ${YEAR[edition] + 1}-01-18 10:00\n${parts.join(form === 'glued' ? '' : ' ')} ${signature}\n`;
  return [titleOf(edition), ...parts, signature].join('\n\n');
}

/** How the tables of a page are written. */
export const HTML_FORMS: Record<string, (text: string) => string> = {
  plain: (text) => text,
  word: wordCell,
  'nested table': (text) => (text === '' ? '' : `<table><tr><td>${text}</td></tr></table>`),
};

function article(edition: Edition, draw: (table: TableNumber) => string): string {
  const sections = SECTION_HEADINGS.map(({ number, ordinal, title }) => {
    const table = TABLES[number - 2];
    return `<p>${ordinal}、${title}</p>${PROSE[number] ? `<p>${PROSE[number]}</p>` : ''}${table ? draw(table) : ''}`;
  });
  return `<h1 align="center">${titleOf(edition)}</h1>${sections.join('\n')}<p style="text-align:right">${BODY}</p><p>${YEAR[edition] + 1}年1月18日</p>`;
}

/** A page of a government's site with its menus and scripts around the report. */
export function pageReport(form: string, edition: Edition, printed: Printed, change: Change = same): string {
  const inner = article(edition, (table) => htmlTable(table, edition, printed, change, HTML_FORMS[form]!));
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${titleOf(edition)}_云岭县人民政府</title><meta name="ContentSource" content="云岭县农业农村局办公室"><meta name="PubDate" content="${YEAR[edition] + 1}-01-18 09:30">
<style>td{padding:2px}</style><script>var menu = "<ul><li>首页</li></ul>";</script></head>
<body><div class="nav">当前位置：<a href="/">首页</a> &gt; 政府信息公开年报</div>
<table width="100%"><tr><td><ul><li>政府信息公开指南</li><li>政府信息公开年报</li></ul></td><td>
<div id="zoom">${inner}</div></td></tr></table>
<div class="footer">主办：云岭县人民政府办公室 版权所有<script>count(2024);</script></div></body></html>`;
}

/** The report as the string of a script, as sites that build pages in the browser deliver it. */
export function scriptReport(edition: Edition, printed: Printed): string {
  const html = article(edition, (table) => htmlTable(table, edition, printed, same, (text) => text || '&nbsp;')).replaceAll('align="center"', 'align="center" class="t"');
  return `var detail = {"id": 77, "content": "${html.replaceAll('"', '\\"').replaceAll('</', '<\\/').replaceAll('\n', '\\n')}"};\n`;
}

/** A page whose tables are drawn by a script from a string. */
export function drawnByScript(edition: Edition, printed: Printed): string {
  return `<!DOCTYPE html><html><head><title>${titleOf(edition)}</title></head><body><div id="app">正在加载</div><script>window.data = ${JSON.stringify(article(edition, (table) => htmlTable(table, edition, printed, same, (text) => text))).replaceAll('</', '<\\/')};</script></body></html>`;
}
