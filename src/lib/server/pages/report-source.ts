/**
 * The document beside the figures as a page may show it: personal information is masked, every letter in its place, so
 * that figures and quotations are still lit where they stand; on pages that are drawn as they are it is marked.
 */
import { maskInPlace, maskPersonal, personalSpots } from '../../checks/mask.ts';
import { textAt, wordsOnPage, type Block, type Cell, type Document, type OnPage, type Place } from '../../documents/document.ts';
import type { Figure, Figures } from '../../figures/figure.ts';

export interface ReportSource {
  /** Without what only readers need. */
  blocks: Block[];
  /** Places with personal information. */
  personal: number;
  /** Where it stands on drawn pages. */
  personalOnPages: OnPage[];
}

type Range = [number, number];

/** Ranges of figures by block and cell: digits that are figures are no telephone number, whatever they look like together. */
function figureRanges(figures: Figures): Map<string, Range[]> {
  const ranges = new Map<string, Range[]>();
  for (const { at } of Object.values(figures)) {
    if (!at) continue;
    const key = `${at.block}:${at.row ?? ''}:${at.cell ?? ''}`;
    ranges.set(key, [...(ranges.get(key) ?? []), at.chars ?? [0, Infinity]]);
  }
  return ranges;
}

/** What the page draws of the document. */
export function sourceOf(document: Document, figures: Figures): ReportSource {
  const ranges = figureRanges(figures);
  const source: ReportSource = { blocks: [], personal: 0, personalOnPages: [] };
  const masked = (text: string, key: string, onPage: (range: Range) => OnPage): string => {
    const own = ranges.get(key) ?? [];
    const spots = personalSpots(text).filter(({ from, to }) => own.every((range) => range[1] <= from || range[0] >= to));
    source.personal += spots.length;
    source.personalOnPages.push(...spots.map(({ from, to }) => onPage([from, to])).filter(({ box }) => box !== undefined));
    return maskInPlace(text, spots);
  };
  source.blocks = document.blocks.map((block, number): Block => {
    if (block.kind === 'paragraph') {
      const text = masked(block.text, `${number}::`, ([from, to]) => wordsOnPage(block, from, to));
      return { kind: 'paragraph', text, ...(block.heading !== undefined && { heading: block.heading }) };
    }
    const rows = block.rows.map((cells, row) => cells.map(({ text, column, colspan, rowspan, page, box }, cell): Cell =>
      ({ text: masked(text, `${number}:${row}:${cell}`, () => ({ page, box })), column, colspan, rowspan })));
    return { kind: 'table', rows, grid: block.grid };
  });
  return source;
}

/**
 * The figures as a page may show them. A place at which the present reader finds another text, since the report was read
 * by an earlier one, is no place: nothing wrong is lit.
 */
export function figuresWithPlaces(figures: Figures, document: Document | null): Figures {
  return Object.fromEntries(Object.entries(figures).map(([id, figure]): [string, Figure] => {
    const { at, raw, note, missing } = figure;
    // Digits that cannot be told apart are shown whole: a person has to.
    const words = { raw: raw === null || missing === 'unreadable' ? raw : maskPersonal(raw), ...(note !== undefined && { note: maskPersonal(note) }) };
    return [id, { ...figure, ...words, at: at && document && stands(document, at, raw) ? at : null }];
  }));
}

function stands(document: Document, at: Place, raw: string | null): boolean {
  try {
    return raw === null || textAt(document, at) === raw;
  } catch {
    return false;
  }
}

/**
 * Where a quotation stands, which findings store masked; null where it is not found in one paragraph. `blocks` are those
 * of the page, the document's own tell where it is printed.
 */
export function placeOfQuote(blocks: readonly Block[], document: Document, quote: string, from = 0): Place | null {
  // Of a mailbox, more or fewer letters are masked than stand there.
  const words = quote.split(/\*{3,}/u).sort((one, other) => other.length - one.length)[0] ?? quote;
  for (const wanted of [quote, words]) {
    for (let number = from; number < blocks.length; number++) {
      const [block, printed] = [blocks[number], document.blocks[number]];
      if (block?.kind !== 'paragraph' || printed?.kind !== 'paragraph') continue;
      const start = block.text.indexOf(wanted);
      const chars: Range = [start, start + wanted.length];
      if (start >= 0) return { block: number, ...wordsOnPage(printed, ...chars), chars };
    }
  }
  return null;
}
