/** Lines that belong to the page and not to the text: page numbers, and what stands at the same place on several pages. */
import { textOfLine, type Line } from './pdf-text.ts';

/** Part of the height in which such lines stand, at the top and at the bottom. */
const MARGIN = 0.12;
const PAGE_NUMBER = /^(?:[-—–－_~·.\s]*\d{1,3}[-—–－_~·.\s]*|第\s*\d{1,3}\s*页(?:[，,\s]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/;
const SAME_HEIGHT = 4;

/** The lines of each page without page numbers and running titles. */
export function withoutPageLines(pages: readonly { height: number; lines: readonly Line[] }[]): Line[][] {
  /** Wording with every number as one sign, and height, of the lines in the margins. */
  const margins = pages.map(({ height, lines }) => lines.map((line) => {
    const middle = (line.box[1] + line.box[3]) / 2;
    const inMargin = middle < MARGIN * height || middle > (1 - MARGIN) * height;
    return inMargin ? { text: textOfLine(line.glyphs), wording: textOfLine(line.glyphs).replace(/\d+/g, '#'), middle } : undefined;
  }));
  return pages.map(({ lines }, page) => lines.filter((_, index) => {
    const here = margins[page]![index];
    if (!here) return true;
    const outermost = [0, lines.length - 1].includes(index);
    if (outermost && PAGE_NUMBER.test(here.text)) return false;
    const near = [margins[page - 2], margins[page - 1], margins[page + 1], margins[page + 2]].flatMap((others) => others ?? []);
    return !near.some((other) => other !== undefined && other.wording === here.wording && Math.abs(other.middle - here.middle) < SAME_HEIGHT);
  }));
}
