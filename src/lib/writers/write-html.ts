/** The form as one HTML page that needs nothing else: headings, prose, tables with rowspan and colspan. */
import { escapeMarkup, reportParts, type GridCell, type StatutoryReport } from './report-parts.ts';

const STYLE = `body{font-family:"Source Han Serif SC","Noto Serif CJK SC",SimSun,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.7}
h1{font-size:1.5rem;text-align:center}h2{font-size:1.15rem}p{text-indent:2em}.closing{text-align:right}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.875rem;line-height:1.4}th,td{border:1px solid;padding:.3em .4em;font-weight:normal}td{text-align:center}`;

function cellMarkup(cell: GridCell): string {
  const tag = cell.role === 'column' || cell.role === 'row' ? 'th' : 'td';
  // A cell with both spans heads the columns to its right as well; rows are headed by what stands beside them.
  const scope = cell.role === 'row' ? ` scope="${cell.rowspan > 1 ? 'rowgroup' : 'row'}"` : cell.role === 'column' ? ` scope="${cell.colspan > 1 ? 'colgroup' : 'col'}"` : '';
  const spans = `${cell.colspan > 1 ? ` colspan="${cell.colspan}"` : ''}${cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : ''}`;
  return `<${tag}${scope}${spans}>${escapeMarkup(cell.text)}</${tag}>`;
}

/** The report as a page (UTF-8). Cells of missing figures are empty. */
export function writeHtml(report: StatutoryReport): string {
  const body = reportParts(report).map((part) => {
    switch (part.kind) {
      case 'title': return `<h1>${escapeMarkup(part.text)}</h1>`;
      case 'heading': return `<h2>${escapeMarkup(part.text)}</h2>`;
      case 'paragraph': return `<p>${escapeMarkup(part.text)}</p>`;
      case 'closing': return `<p class="closing">${escapeMarkup(part.text)}</p>`;
      case 'table': return `<table>\n${part.rows.map((row) => `<tr>${row.filter((cell) => !cell.continued).map(cellMarkup).join('')}</tr>`).join('\n')}\n</table>`;
    }
  });
  return `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>${escapeMarkup(report.title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`;
}
