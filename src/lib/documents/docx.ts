/**
 * Word documents (.docx, of Word, WPS and LibreOffice) → blocks. What a reader of the printed page sees is read: tracked
 * insertions are kept and deletions dropped, a field gives its result, hidden text gives nothing, the prompt of an unfilled
 * content control is text. Automatic numbering is not text and does not appear; footnotes, headers and comments stand in
 * parts of their own and are not read.
 */
import type { Block, Document, Paragraph, Unreadable } from './document.ts';
import { headingOfLevel, readStyles } from './docx-styles.ts';
import { tableBlocks, type OpenCell } from './docx-table.ts';
import { isOn, UnreadableFile, walkXml, type MainPart, type Package } from './ooxml.ts';
import { metadataOf, readLines } from './read-text.ts';

/** Word allows 63 columns; a span beyond any table is a fault or an attack. */
const MOST_COLUMNS = 1000;

const columns = (value: string | undefined, least: number): number => Math.min(MOST_COLUMNS, Math.max(least, Math.trunc(Number(value)) || least));

interface OpenTable {
  rows: OpenCell[][];
  row: OpenCell[];
  rowDeleted: boolean;
  column: number;
}
interface OpenParagraph {
  text: string;
  heading?: number;
  style?: string;
  markDeleted: boolean;
  runs: boolean[];
}

/**
 * Paragraphs with line breaks as one block a line; runs of paragraphs with tabs as the tables that they draw, as in text.
 */
export function splitLines(blocks: readonly Block[]): Block[] {
  const read: Block[] = [];
  let plain: string[] = [];
  const end = (): void => {
    read.push(...readLines(plain.join('\n')));
    plain = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.heading === undefined) {
      plain.push(block.text);
      continue;
    }
    end();
    if (block.kind === 'table') read.push(block);
    else read.push(...block.text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((text) => ({ ...block, text })));
  }
  end();
  return read;
}

/** Elements whose content is not part of the text: former states of tracked changes, readings above characters. */
const SKIPPED = new Set(['del', 'moveFrom', 'rt', 'rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange', 'tblPrExChange', 'tblGridChange', 'sectPrChange', 'numberingChange']);
const TEXT_OF: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Blocks of the document in `main`. Throws on damaged XML. */
export function readDocx(file: Package, main: MainPart): Document | Unreadable {
  const stylesPart = file.relations(main.name).find(({ type }) => type === 'styles')?.target;
  const styleOf = readStyles(stylesPart === undefined ? undefined : file.part(stylesPart));

  const blocks: Block[] = [];
  const path: string[] = [];
  const tables: OpenTable[] = [];
  /** Where closed paragraphs and tables go: the document or a cell, the innermost last. */
  const containers: Block[][] = [blocks];
  const paragraphs: OpenParagraph[] = [];
  /** Fields being read, innermost last: whether their result has begun. */
  const fields: boolean[] = [];
  /** For each mc:AlternateContent being read, whether a choice was taken. */
  const choices: boolean[] = [];
  /** Depth at which skipping began. */
  let skippedFrom = Infinity;
  /** Text of paragraphs whose mark is deleted: it goes on in the next. */
  let carried = '';

  const parent = (): string | undefined => path.at(-2);
  const skip = (): void => {
    skippedFrom = path.length;
  };
  const append = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph && !paragraph.runs.at(-1) && fields.every(Boolean)) paragraph.text += text;
  };

  const flush = (heading?: number): void => {
    const block: Paragraph = { kind: 'paragraph', text: carried, ...(heading === undefined ? {} : { heading }) };
    if (carried.trim() !== '') containers.at(-1)!.push(block);
    carried = '';
  };
  const closeParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    // Results of fields run over paragraphs, their codes do not; a field left open must not swallow the document.
    if (paragraphs.length === 0 && fields.includes(false)) fields.length = 0;
    carried += paragraph.text;
    if (!paragraph.markDeleted) flush(paragraph.heading ?? styleOf(paragraph.style).heading);
  };

  /** Properties of the cell, row, paragraph or run that is open. */
  const property = (element: string, value: string | undefined, attribute: (local: string) => string | undefined): void => {
    const table = tables.at(-1);
    const cell = table?.row.at(-1);
    const paragraph = paragraphs.at(-1);
    switch (parent()) {
      case 'tcPr':
        if (!cell) return;
        if (element === 'gridSpan') cell.colspan = columns(value, 1);
        else if (element === 'vMerge') cell.merge = value === 'restart' ? 'restart' : 'continue';
        else if (element === 'cellDel') cell.gone = 'deleted';
        // Of old converters, instead of gridSpan.
        else if (element === 'hMerge' && value !== 'restart' && cell.column > 0) cell.gone = 'merged';
        return;
      case 'trPr':
        if (!table) return;
        if (element === 'gridBefore') table.column = columns(value, 0);
        else if (element === 'del') table.rowDeleted = true;
        return;
      case 'pPr':
        if (element === 'pStyle' && paragraph) paragraph.style = value;
        else if (element === 'outlineLvl' && paragraph) paragraph.heading = headingOfLevel(value);
        return;
      case 'rPr':
        if (!paragraph) return;
        if (path.at(-3) === 'pPr') {
          // Properties of the paragraph's mark, not of its text.
          if (element === 'del' || element === 'moveFrom') paragraph.markDeleted = true;
        } else if (element === 'vanish') paragraph.runs[paragraph.runs.length - 1] = isOn(value);
        else if (element === 'rStyle') paragraph.runs[paragraph.runs.length - 1] ||= styleOf(value).hidden === true;
        return;
      case 'r':
        if (element === 'fldChar') {
          const type = attribute('fldCharType');
          if (type === 'begin') fields.push(false);
          else if (type === 'separate') fields.splice(-1, 1, true);
          else if (type === 'end') fields.pop();
        } else append(TEXT_OF[element] ?? '');
    }
  };

  walkXml(main.text, {
    open(element, attribute) {
      path.push(element);
      if (skippedFrom <= path.length) return;
      // As a property of a row or of a paragraph's mark, del says that this is deleted; elsewhere it holds what is.
      const mark = (element === 'del' || element === 'moveFrom') && (parent() === 'rPr' || parent() === 'trPr');
      if (SKIPPED.has(element) && !mark) return skip();
      switch (element) {
        case 'p': {
          paragraphs.push({ text: '', markDeleted: false, runs: [] });
          return;
        }
        case 'r': {
          const paragraph = paragraphs.at(-1);
          paragraph?.runs.push(styleOf(paragraph.style).hidden === true);
          return;
        }
        case 'tbl':
          tables.push({ rows: [], row: [], rowDeleted: false, column: 0 });
          return;
        case 'tr': {
          const table = tables.at(-1);
          if (table) Object.assign(table, { row: [], rowDeleted: false, column: 0 });
          return;
        }
        case 'tc': {
          const table = tables.at(-1);
          if (!table) throw new UnreadableFile('damaged');
          const cell: OpenCell = { column: table.column, colspan: 1, blocks: [] };
          table.row.push(cell);
          containers.push(cell.blocks);
          return;
        }
        case 'mc:AlternateContent':
          choices.push(false);
          return;
        case 'mc:Choice':
          if (choices.at(-1)) skip();
          else choices[choices.length - 1] = true;
          return;
        case 'mc:Fallback':
          if (choices.at(-1)) skip();
          return;
        default:
          property(element, attribute('val'), attribute);
      }
    },
    text(text) {
      const element = path.at(-1);
      if (path.length < skippedFrom && (element === 't' || element === 'm:t')) append(text);
    },
    close(element) {
      const skipped = path.length >= skippedFrom;
      if (path.length === skippedFrom) skippedFrom = Infinity;
      path.pop();
      if (skipped) return;
      const table = tables.at(-1);
      switch (element) {
        case 'p':
          return closeParagraph();
        case 'r':
          paragraphs.at(-1)?.runs.pop();
          return;
        case 'tc': {
          flush();
          containers.pop();
          const cell = table?.row.at(-1);
          if (!table || !cell) return;
          if (cell.gone) table.row.pop();
          const left = table.row.at(-1);
          if (cell.gone === 'merged' && left) left.colspan += cell.colspan;
          table.column = cell.gone === 'deleted' ? cell.column : cell.column + cell.colspan;
          return;
        }
        case 'tr':
          if (table && !table.rowDeleted && table.row.length > 0) table.rows.push(table.row);
          return;
        case 'tbl':
          tables.pop();
          if (table) containers.at(-1)!.push(...tableBlocks(table.rows));
          return;
        case 'mc:AlternateContent':
          choices.pop();
      }
    },
  });
  flush();
  const read = splitLines(blocks);
  return read.length === 0 ? { unreadable: 'empty', format: 'docx' } : { format: 'docx', blocks: read, metadata: metadataOf(read) };
}
