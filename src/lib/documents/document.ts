/**
 * What every reader makes of bytes: blocks in reading order, each a paragraph or a table of cells. Nothing here knows
 * the statutory form. A place in the document is a `Place`; `textAt` reads it back.
 */
export type Format = 'text' | 'html' | 'docx' | 'xlsx' | 'pdf' | 'doc' | 'xls' | 'zip' | 'rar' | '7z' | 'ofd' | 'mail' | 'rtf' | 'image' | 'unknown';

/** Where it stands on a printed page: number from 1, and [x0, y0, x1, y1] in points from the top left corner. */
export interface OnPage {
  page?: number;
  box?: [number, number, number, number];
}

export interface Paragraph extends OnPage {
  kind: 'paragraph';
  text: string;
  /** 1…6 where the format itself marks a heading. */
  heading?: number;
  /** Where the format has pages: its words, from left to right and line by line, [from, to) in the text. */
  words?: ({ chars: [number, number] } & OnPage)[];
}
export interface Cell extends OnPage {
  text: string;
  /** First grid column and row it covers (0-based), and how many. In text without merged cells the spans are 1. */
  column: number;
  colspan: number;
  rowspan: number;
}
export interface Table {
  kind: 'table';
  rows: Cell[][];
  /**
   * Whether columns line up: HTML tables yes; tab- or pipe-separated lines no, since flattening loses merged cells.
   */
  grid: boolean;
}
export type Block = Paragraph | Table;

export interface Document {
  format: Format;
  blocks: Block[];
  /** Of the document itself: page title, publisher's metadata lines, declared encoding. Never trusted over the title. */
  metadata: { title?: string; publisher?: string; publishedOn?: string; encoding?: string };
}

/** Place of something in the document; members that do not apply are left out (house §6). `chars` is [from, to). */
export interface Place extends OnPage {
  block: number;
  row?: number;
  cell?: number;
  chars?: [number, number];
}
/**
 * Page and box of [from, to) of a paragraph: around its words on the page on which it begins. Where nothing is printed at the
 * place (a blank), the word before it.
 */
export function wordsOnPage({ words = [], page, box }: Pick<Paragraph, 'words' | 'page' | 'box'>, from: number, to: number): OnPage {
  const touched = words.filter(({ chars }) => chars[0] < to && chars[1] > from);
  const first = touched[0] ?? words.findLast(({ chars }) => chars[0] <= from);
  if (!first?.box) return onPage({ page, box });
  const boxes = touched.flatMap((word) => (word.page === first.page && word.box ? [word.box] : []));
  return { page: first.page, box: boxes.reduce((one, other) => [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])], first.box) };
}

/** The page and box of a cell or paragraph, for its place; nothing where the format has no pages. */
export const onPage = ({ page, box }: OnPage): OnPage => ({ ...(page === undefined ? {} : { page }), ...(box === undefined ? {} : { box }) });

/**
 * Why bytes are not a document we read. `locked`: it asks for a password. `scan`: pages or tables are pictures, or its characters are
 * not noted as characters; nothing is guessed from pictures.
 */
export interface Unreadable {
  unreadable: 'format' | 'empty' | 'encoding' | 'too_large' | 'damaged' | 'locked' | 'scan' | 'given_up';
  format: Format;
}
export type Reading = Document | Unreadable;

/** The text at a place: of the cell or paragraph, cut to `chars`. Throws where the place does not exist. */
export function textAt(document: Document, place: Place): string {
  const block = document.blocks[place.block];
  if (!block) throw new Error(`No block ${place.block}`);
  const text = block.kind === 'paragraph' ? block.text : block.rows[place.row ?? -1]?.[place.cell ?? -1]?.text;
  if (text === undefined) throw new Error(`No cell at ${JSON.stringify(place)}`);
  return place.chars ? text.slice(place.chars[0], place.chars[1]) : text;
}
