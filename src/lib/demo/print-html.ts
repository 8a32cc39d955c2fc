/** A report as a web page: a clean one, one pasted from Word, and one of a government portal with all that stands around it. */
import type { PrintedCell, PrintedTable, ReportText } from './draft.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const spans = ({ colspan, rowspan }: PrintedCell): string => `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;

interface Manner {
  paragraph(text: string): string;
  heading(text: string): string;
  cell(cell: PrintedCell): string;
  table(rows: string): string;
}

const CLEAN: Manner = {
  paragraph: (text) => `<p>${escaped(text)}</p>`,
  heading: (text) => `<h2>${escaped(text)}</h2>`,
  cell: (cell) => `<td${spans(cell)}>${escaped(cell.text)}</td>`,
  table: (rows) => `<table border="1">\n<tbody>\n${rows}</tbody>\n</table>`,
};

/** Word breaks a run wherever the typist paused, and writes a blank where a cell is empty. */
const run = (text: string, language = ''): string => `<span${language} style="font-size:12.0pt;font-family:仿宋_GB2312">${text === '' ? '&nbsp;' : escaped(text)}</span>`;
const split = (text: string): string => (text.length > 5 ? run(text.slice(0, 3)) + run(text.slice(3)) : run(text, ' lang="EN-US"'));
const WORD: Manner = {
  paragraph: (text) => `<p class="MsoNormal" style="text-indent:32.0pt;line-height:28.0pt">${run(text)}<span lang="EN-US"><o:p></o:p></span></p>`,
  heading: (text) => `<p class="MsoNormal" style="text-indent:32.0pt"><b>${run(text)}</b></p>`,
  cell: (cell) => `<td valign="top"${spans(cell)} style="border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt"><p class="MsoNormal" align="center">${split(cell.text)}<span lang="EN-US"><o:p></o:p></span></p></td>`,
  table: (rows) => `<div align="center"><table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0">\n${rows}</table></div>`,
};

const PORTAL: Manner = {
  paragraph: (text) => `<p style="text-indent: 2em;">${escaped(text)}</p>`,
  heading: (text) => `<p style="text-indent: 2em;"><strong>${escaped(text)}</strong></p>`,
  cell: (cell) => `<td${spans(cell)} style="word-break: break-all;"><p style="text-align: center;">${escaped(cell.text)}</p></td>`,
  table: (rows) => `<table border="1" cellspacing="0" style="width: 100%;"><tbody>\n${rows}</tbody></table>`,
};

function content(text: ReportText, manner: Manner): string {
  const table = ({ rows }: PrintedTable): string => manner.table(rows.map((row) => `<tr>${row.map(manner.cell).join('')}</tr>\n`).join(''));
  return [
    ...text.lead.map(manner.paragraph),
    ...text.sections.flatMap((section) => [
      manner.heading(section.heading), ...section.before.map(manner.paragraph), ...(section.table ? [table(section.table)] : []),
    ]),
    ...text.signature.map((line) => `<p style="text-align: right;">${escaped(line)}</p>`),
  ].join('\n');
}

const page = (title: string, charset: string, body: string): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="${charset}">\n<title>${escaped(title)}</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

export function printCleanPage(text: ReportText, charset = 'utf-8'): string {
  return page(text.title, charset, `<h1>${escaped(text.title)}</h1>\n${content(text, CLEAN)}`);
}

export function printWordPage(text: ReportText): string {
  return page(text.title, 'utf-8', `<div class="WordSection1">\n<p class="MsoNormal" align="center"><b><span style="font-size:22.0pt">${escaped(text.title)}</span></b></p>\n${content(text, WORD)}\n</div>`);
}

/** `publisher` and `publishedOn` stand in the page's own table of metadata. */
export function printPortalPage(text: ReportText, publisher: string, publishedOn: string | null): string {
  const metadata = [['索引号', `QH0000000/${publishedOn?.slice(0, 4) ?? '0000'}-00017`], ['发布机构', publisher], ['发文日期', publishedOn ?? ''], ['名称', text.title]];
  return page(`${text.title} - 青禾县人民政府（虚构）`, 'utf-8', `<div class="header"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/bsfw/">办事服务</a><a href="/hdjl/">互动交流</a></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/nb/">政府信息公开年报</a></div>
<script>var siteId = "990101"; function share(to) { return to + location.href; }</script>
<table class="metadata"><tbody>${metadata.map(([label, value]) => `<tr><th>${label}</th><td>${escaped(value ?? '')}</td></tr>`).join('')}</tbody></table>
<h1 class="title">${escaped(text.title)}</h1>
<div class="tools">来源：${escaped(publisher)}&nbsp;&nbsp;字号：<a>大</a> <a>中</a> <a>小</a> <a>打印</a></div>
<div id="zoom" class="article-content">
${content(text, PORTAL)}
</div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div>
<div class="footer"><p>主办：青禾县人民政府办公室（虚构）</p><p>网站标识码：9901010000</p></div>`);
}
