/** Server-drawn pictures: what a reader sees first, without script, and what a download of the server holds. */
import { init } from './echarts.ts';
import type { DrawnChart, Picture } from './picture.ts';
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
    return compact(chart.renderToSVGString(), width, picture.height);
  } finally {
    chart.dispose();
  }
}

export function drawChart(draw: (narrow: boolean) => Picture, width: number = WIDE): DrawnChart {
  return { wide: drawSvg(draw(false), width), narrow: drawSvg(draw(true), NARROW) };
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
