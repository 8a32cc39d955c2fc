/**
 * Word documents before 2007 (.doc, and WPS's files, which are the same inside; MS-DOC) → blocks. As in .docx what is deleted or hidden
 * is not read, and a field gives its result. Cells stand in the columns that their row's own borders give.
 */
import type { Block, Document, Unreadable } from './document.ts';
import { modifiers, runAt, runsOf, SPRM, type Run } from './doc-properties.ts';
import { splitLines } from './docx.ts';
import { tableBlocks, type OpenCell } from './docx-table.ts';
import { openOle, viewOf } from './ole.ts';
import { UnreadableFile } from './ooxml.ts';
import { metadataOf } from './read-text.ts';

const MAGIC = 0xa5ec;
/** First version with the structures of Word 97. */
const WORD_97 = 0xc1;
const FLAGS = { encrypted: 0x0100, secondTable: 0x0200 };
/** Where the header says how much text there is, and where it lists the parts of the table stream. */
const HEADER = { flags: 10, textLength: 76, parts: 154 };
const PART = { characters: 12, paragraphs: 13, pieces: 33 };
/** A report has some ten thousand characters. */
const MOST_CHARACTERS = 4_000_000;
/** Tables inside tables. */
const DEEPEST = 16;

interface Piece {
  /** First and end character. */
  from: number;
  to: number;
  /** Where its text begins in the main stream. */
  start: number;
  /** Bytes of a character. */
  width: 1 | 2;
}

/** Pieces of the text in order (MS-DOC 2.9.38). */
function piecesOf(bytes: Uint8Array): Piece[] {
  const view = viewOf(bytes);
  let at = 0;
  while (bytes[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (bytes[at] !== 2) throw new UnreadableFile('damaged');
  const [start, size] = [at + 5, view.getUint32(at + 1, true)];
  const count = Math.floor((size - 4) / 12);
  return Array.from({ length: count }, (_, index): Piece => {
    const place = view.getUint32(start + 4 * (count + 1) + 8 * index + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    return {
      from: view.getUint32(start + 4 * index, true), to: view.getUint32(start + 4 * (index + 1), true),
      start: narrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff, width: narrow ? 1 : 2,
    };
  });
}

/** What a paragraph's properties say of its place in tables. */
interface Mark {
  inTable: boolean;
  rowEnd: boolean;
  /** Ends a cell of a table inside a table; outer cells have a character of their own. */
  cellEnd: boolean;
  depth: number;
  /** Borders of the row's cells in twentieths of a point, and how each is merged. */
  borders?: number[];
  merges?: { right: boolean; down?: 'restart' | 'continue' }[];
}

function markOf(list: Uint8Array, data: Uint8Array | undefined): Mark {
  const mark: Mark = { inTable: false, rowEnd: false, cellEnd: false, depth: 0 };
  const read = (from: Uint8Array, nested: boolean): void => {
    for (const { code, operand } of modifiers(from)) {
      const on = operand[0] === 1;
      if (code === SPRM.inTable) mark.inTable = on;
      else if (code === SPRM.rowEnd || code === SPRM.innerRowEnd) mark.rowEnd = on;
      else if (code === SPRM.innerCell) mark.cellEnd = on;
      else if (code === SPRM.depth && operand.length === 4) mark.depth = viewOf(operand).getInt32(0, true);
      else if (code === SPRM.cells) readCells(mark, operand);
      else if (code === SPRM.verticalMerge && mark.merges?.[operand[0]!]) mark.merges[operand[0]!]!.down = operand[1] === 3 ? 'restart' : operand[1] === 1 ? 'continue' : undefined;
      else if ((code === SPRM.huge || code === SPRM.hugeBefore97) && !nested && data && operand.length === 4) {
        const at = viewOf(operand).getUint32(0, true);
        if (at + 2 <= data.length) read(data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true)), true);
      }
    }
  };
  read(list, false);
  return mark;
}

/** Borders and merges of a row's cells (MS-DOC 2.9.324). */
function readCells(mark: Mark, operand: Uint8Array): void {
  const count = operand[0] ?? 0;
  if (1 + 2 * (count + 1) > operand.length) return;
  const view = viewOf(operand);
  mark.borders = Array.from({ length: count + 1 }, (_, index) => view.getInt16(1 + 2 * index, true));
  mark.merges = Array.from({ length: count }, (_, index) => {
    const at = 1 + 2 * (count + 1) + 20 * index;
    const flags = at + 2 <= operand.length ? view.getUint16(at, true) : 0;
    return { right: (flags & 2) !== 0 && (flags & 1) === 0, down: flags & 0x40 ? 'restart' : flags & 0x20 ? 'continue' : undefined };
  });
}

interface OpenRow {
  cells: Block[][];
  mark: Mark;
}
/** Borders of two rows that differ by less are one. */
const SAME_BORDER = 20;

/** Rows with the columns on which all their cells begin and end; a row whose borders do not fit its cells is counted. */
function gridRows(rows: readonly OpenRow[]): OpenCell[][] {
  const edges: number[] = [];
  for (const edge of rows.flatMap(({ mark }) => mark.borders ?? []).sort((one, other) => one - other)) if (edge - (edges.at(-1) ?? -Infinity) > SAME_BORDER) edges.push(edge);
  const columnOf = (edge: number): number => edges.findLastIndex((other) => other <= edge);
  return rows.map(({ cells, mark: { borders, merges } }) => {
    const placed: OpenCell[] = [];
    cells.forEach((blocks, index) => {
      const fits = borders?.length === cells.length + 1;
      const column = fits ? columnOf(borders[index]!) : index;
      const colspan = fits ? Math.max(1, columnOf(borders[index + 1]!) - column) : 1;
      const { right, down } = (fits ? merges?.[index] : undefined) ?? { right: false };
      const left = placed.at(-1);
      if (right && left) left.colspan += colspan;
      else placed.push({ column, colspan, blocks, ...(down ? { merge: down } : {}) });
    });
    return placed;
  });
}

const NOTHING = new Set([0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x08, 0x1f]);
const ENDS = { cell: 7, column: 12, page: 14, paragraph: 13, line: 11, fieldBegin: 0x13, fieldResult: 0x14, fieldEnd: 0x15, hyphen: 0x1e };

/** Blocks of a .doc file. Throws on damage. */
export function readDoc(bytes: Uint8Array): Document | Unreadable {
  const streams = openOle(bytes);
  const main = streams.get('WordDocument')?.();
  if (!main || main.length < 512) throw new UnreadableFile('damaged');
  const view = viewOf(main);
  if (view.getUint16(0, true) !== MAGIC || view.getUint16(2, true) < WORD_97) return { unreadable: 'format', format: 'doc' };
  const flags = view.getUint16(HEADER.flags, true);
  if (flags & FLAGS.encrypted) throw new UnreadableFile('locked');
  const tables = streams.get(flags & FLAGS.secondTable ? '1Table' : '0Table')?.();
  if (!tables) throw new UnreadableFile('damaged');
  const data = streams.get('Data')?.();
  const part = (number: number): Uint8Array => {
    const from = view.getUint32(HEADER.parts + 8 * number, true);
    return tables.subarray(from, from + view.getUint32(HEADER.parts + 8 * number + 4, true));
  };
  const paragraphs = runsOf(main, part(PART.paragraphs), 'paragraphs');
  const unseen = runsOf(main, part(PART.characters), 'characters').filter(({ list }) => [...modifiers(list)].some(({ code, operand }) => (code === SPRM.deleted || code === SPRM.hidden) && operand[0] !== 0));
  const blocks = readBlocks(main, piecesOf(part(PART.pieces)), view.getUint32(HEADER.textLength, true), paragraphs, unseen, data);
  return blocks.length === 0 ? { unreadable: 'empty', format: 'doc' } : { format: 'doc', blocks, metadata: metadataOf(blocks) };
}

/** A table being read, of which inner ones stand in cells of outer ones. */
interface OpenTable {
  rows: OpenRow[];
  cells: Block[][];
  /** Of the cell being read. */
  blocks: Block[];
}

/** Walks through the text, character by character. */
function readBlocks(main: Uint8Array, pieces: readonly Piece[], length: number, paragraphs: readonly Run[], unseen: readonly Run[], data: Uint8Array | undefined): Block[] {
  const blocks: Block[] = [];
  const latin = new TextDecoder('windows-1252');
  /** Open tables, the innermost last. */
  const tables: OpenTable[] = [];
  /** Whether the results of the open fields have begun. */
  const results: boolean[] = [];
  let text = '';
  let read = 0;
  /** Closes and opens tables until as many are open. */
  const goTo = (depth: number): void => {
    while (tables.length > depth) {
      const { rows, cells, blocks: rest } = tables.pop()!;
      // Cells without the end of their row are text: nobody can tell their columns.
      (tables.at(-1)?.blocks ?? blocks).push(...tableBlocks(gridRows(rows)), ...cells.flat(), ...rest);
    }
    while (tables.length < depth) tables.push({ rows: [], cells: [], blocks: [] });
  };
  const endParagraph = (): void => {
    if (text.trim() !== '') (tables.at(-1)?.blocks ?? blocks).push({ kind: 'paragraph', text });
    text = '';
    if (results.includes(false)) results.length = 0;
  };
  for (const piece of pieces) {
    for (let character = piece.from; character < piece.to && character < length; character++) {
      if (++read > MOST_CHARACTERS) throw new UnreadableFile('too_large');
      const place = piece.start + (character - piece.from) * piece.width;
      if (place + piece.width > main.length) throw new UnreadableFile('damaged');
      const code = piece.width === 2 ? main[place]! | (main[place + 1]! << 8) : main[place]!;
      if (code === ENDS.cell || code === ENDS.paragraph || code === ENDS.column || code === ENDS.page) {
        const mark = markOf(runAt(paragraphs, place)?.list ?? new Uint8Array(), data);
        goTo(Math.min(DEEPEST, Math.max(0, mark.depth, mark.inTable || code === ENDS.cell ? 1 : 0)));
        const table = tables.at(-1);
        if (table && mark.rowEnd) {
          table.rows.push({ cells: table.cells, mark });
          [table.cells, table.blocks, text] = [[], [], ''];
          continue;
        }
        endParagraph();
        if (table && (code === ENDS.cell || mark.cellEnd)) {
          table.cells.push(table.blocks);
          table.blocks = [];
        }
      } else if (code === ENDS.fieldBegin) results.push(false);
      else if (code === ENDS.fieldResult) results.splice(-1, 1, true);
      else if (code === ENDS.fieldEnd) results.pop();
      else if (NOTHING.has(code) || results.includes(false) || (unseen.length > 0 && runAt(unseen, place))) continue;
      else if (code === ENDS.line) text += '\n';
      else if (code === ENDS.hyphen) text += '-';
      else text += piece.width === 1 && code >= 128 ? latin.decode(main.subarray(place, place + 1)) : String.fromCharCode(code);
    }
  }
  endParagraph();
  goTo(0);
  return splitLines(blocks);
}
