/** Server-drawn pictures: what a reader sees first, without script, and what a download of the server holds. */
import { init } from './echarts.ts';
import { escapeText, type Mark, type Picture } from './picture.ts';
import { ServerDrawing } from './server-drawing.ts';
import { FONT } from './theme.ts';

/** Widths in CSS pixels: half of the content's width, and a telephone's. A frame over the full width asks for more. */
export const WIDE = 640;
export const NARROW = 340;

/**
 * Draws as SVG text of the picture's height. Widths of Chinese text are estimated as one em a character, which is what
 * they are. Throws where ECharts does (a fault of the programme). The output depends on nothing but the picture and the
 * width: ids start with a hash of the drawing, so that several drawings can stand on one page beside those of the browser.
 */
export function drawSvg(picture: Picture, width: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: picture.height });
  try {
    chart.setOption(picture.option);
    return compact(linked(chart.renderToSVGString(), picture.marks), width, picture.height);
  } finally {
    chart.dispose();
  }
}

export function drawChart(draw: (narrow: boolean) => Picture, width: number = WIDE): ServerDrawing {
  return new ServerDrawing(drawSvg(draw(false), width), drawSvg(draw(true), NARROW));
}

/** Marks that lead somewhere become links. The keyboard has the same links in the table: here they are for the pointer. */
function linked(svg: string, marks: readonly Mark[]): string {
  const links = new Map<string, string>(marks.flatMap(({ series, item, link }) => (link === undefined ? [] : [[`${series} ${item}`, link] as const])));
  return svg.replace(/<path [^>]*ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)"[^>]*><\/path>/g, (path: string, series: string, item: string) => {
    const link = links.get(`${series} ${item}`);
    return link === undefined ? path : `<a href="${escapeText(link)}" tabindex="-1">${path}</a>`;
  });
}

/** A third of ECharts' text is what only its own script in the browser would use; the font is named once. */
function compact(svg: string, width: number, height: number): string {
  const inner = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style\s*><!\[CDATA\[[\s\S]*?\]\]>\s*<\/style>/g, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events|baseProfile)="[^"]*"/g, '')
    .replace(/font-family:[^;"]*;?/g, '')
    .replace(/<path [^>]*fill="(?:none|rgb\(0,0,0\))"(?: fill-opacity="0")?(?: stroke="[^"]*" stroke-width="0")?><\/path>\n?/g, '')
    .replace(/ style=""/g, '');
  const id = hash(inner.replace(/zr\d+-/g, 'zr-'));
  const named = inner.replace(/zr\d+-/g, `${id}-`).trim();
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMin meet" style="font-family:${FONT}" aria-hidden="true">${named}</svg>`;
}

/** FNV-1a, as a letter and base 36: an id, not a secret. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return `c${(value >>> 0).toString(36)}`;
}
