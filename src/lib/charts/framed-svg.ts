/** A picture for taking out: title, unit, picture, coverage, note, source and date in one SVG that stands alone. */
import { escapeText, textWidth } from './picture.ts';
import { FONT, withoutVariables } from './theme.ts';

export interface FrameText {
  title: string;
  /** Below the title: the unit. */
  subtitle: string;
  /** Below the picture: coverage, note, source, as of. */
  lines: string[];
}

const MARGIN = 16;

/** `svg` as drawn by the server or by the browser, `width` × `height` its size in pixels. Colours become the light ones. */
export function framedSvg(svg: string, width: number, height: number, text: FrameText): string {
  const parts: string[] = [];
  let y = MARGIN;
  const write = (content: string, size: number, color: string, weight = 400): void => {
    for (const line of wrap(content, size, width)) {
      y += size * 1.4;
      parts.push(`<text x="${MARGIN}" y="${round(y - size * 0.3)}" font-size="${size}" font-weight="${weight}" fill="${color}">${escapeText(line)}</text>`);
    }
  };
  write(text.title, 16, '#1b1f24', 600);
  if (text.subtitle !== '') write(text.subtitle, 12, '#545c66');
  y += 8;
  const inner = svg.trim().replace(/^<svg([^>]*)>/, (_, attributes: string) =>
    `<svg x="${MARGIN}" y="${round(y)}" width="${width}" height="${height}"${attributes.replace(/ (?:width|height|x|y)="[^"]*"/g, '')}>`);
  y += height + 4;
  for (const line of text.lines) write(line, 12, '#545c66');
  const [outerWidth, outerHeight] = [width + 2 * MARGIN, Math.ceil(y + MARGIN)];
  return withoutVariables(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${outerWidth}" height="${outerHeight}" viewBox="0 0 ${outerWidth} ${outerHeight}" font-family="${FONT}">` +
      `<rect width="100%" height="100%" fill="#ffffff"/>${parts.join('')}${inner}</svg>`,
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Lines that fit; Chinese breaks anywhere, Latin words are kept whole. */
function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+/g) ?? []) {
    if (line !== '' && textWidth(line + piece, size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
