/** Files that hold several reports, one after the other: of several years, or of several bodies. */
import type { Block, Document } from '../documents/document.ts';
import { findHeadings } from './find-sections.ts';
import { flatten } from './flat-text.ts';
import { LONGEST_TITLE, readTitle } from './identify.ts';

const NOTHING: Block = { kind: 'paragraph', text: '' };
const FEWEST_SECTIONS = 3;
/** More titles are a list, and no file of reports. */
const MOST_TITLES = 100;

/** The document with nothing but the blocks [from, to), which keep their numbers. */
function only(document: Document, from: number, to: number): Document {
  return { ...document, blocks: document.blocks.map((block, number) => (from <= number && number < to ? block : NOTHING)) };
}

/** Blocks that are a title with body and year, alone or with the next one; lists of reports and repeated titles among them. */
function titles({ blocks }: Document): { block: number; key: string }[] {
  const text = (number: number): string => {
    const block = blocks[number];
    return block?.kind === 'paragraph' ? block.text.trim() : '';
  };
  const found: { block: number; key: string }[] = [];
  for (let number = 0; number < blocks.length; number++)
    for (const [candidate, lines] of [[text(number), 1], [text(number) + text(number + 1), 2]] as const) {
      if (candidate.length > LONGEST_TITLE || !candidate.includes('报告') || (lines === 2 && text(number) === '')) continue;
      const title = readTitle(candidate);
      if (!title?.body || title.year === null || candidate.replace(/[\s\u00a0#*]+/g, '').length > title.title.length + 4) continue;
      found.push({ block: number, key: `${title.body} ${title.year}` });
      number += lines - 1;
      break;
    }
  return found;
}

/**
 * The reports of a document as documents of their own, places unchanged; one where it holds one. A report begins at its title and has
 * several sections before the next title; the same title again does not begin another.
 */
export function splitReports(document: Document): Document[] {
  const found = titles(document);
  if (new Set(found.map(({ key }) => key)).size < 2 || found.length > MOST_TITLES) return [document];
  const end = document.blocks.length;
  const begun = found.filter(({ block }, index) => findHeadings(flatten(only(document, block, found[index + 1]?.block ?? end))).length >= FEWEST_SECTIONS)
    .filter(({ key }, index, all) => all[index - 1]?.key !== key);
  if (begun.length < 2) return [document];
  return begun.map(({ block }, index) => only({ ...document, metadata: {} }, index === 0 ? 0 : block, begun[index + 1]?.block ?? end));
}
