/**
 * PDF → blocks: ruled tables as grids, joined where they run over pages; the other text as paragraphs without the lines that only
 * belong to the page. Positions decide, not the order in which a programme drew things.
 */
import type { Block, Cell, OnPage, Reading, Table } from './document.ts';
import { openPdf } from './pdf-library.ts';
import { withoutPageLines } from './pdf-margins.ts';
import { readPage, type Box, type PageContent } from './pdf-page.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { cluster, nearest, ruledTables, type PlacedTable } from './pdf-rules.ts';
import { joinTables, takeLinesBeside, withOpenLines } from './pdf-tables.ts';
import { linesOf, type PlacedLine } from './pdf-text.ts';
import { unruledTables, type FlowCell, type Part } from './pdf-unruled.ts';

/** Reports have some ten pages; the whole yearbook of a county some hundred. */
const LIMITS = { bytes: 64 * 1024 * 1024, pages: 300, drawn: 400_000 };

/** A line or a table of a page, in reading order. */
type Item = ({ kind: 'line' } & PlacedLine) | { kind: 'table'; table: PlacedTable };

const areaOf = ([x0, y0, x1, y1]: Box): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
/** Part of the page that the pictures take, each counted once for itself. */
function pictured({ width, height, pictures }: PageContent): number {
  const onPage = pictures.map(([x0, y0, x1, y1]): Box => [Math.max(0, x0), Math.max(0, y0), Math.min(width, x1), Math.min(height, y1)]);
  return Math.min(1, onPage.reduce((sum, picture) => sum + areaOf(picture), 0) / (width * height));
}

/** Characters that a font does not name: private, control, replacement. */
const NAMELESS = /[\p{Cc}\p{Co}\ufffd]/gu;
/** Above this part of nameless characters the text says nothing. */
const MOST_NAMELESS = 0.2;
/** Pictures as large as this, in pages, and no table: the tables are in the pictures. */
const PICTURED_TABLES = 0.25;

const rounded = (box: Box): OnPage['box'] => [Math.round(box[0] * 10) / 10, Math.round(box[1] * 10) / 10, Math.round(box[2] * 10) / 10, Math.round(box[3] * 10) / 10];

/** A table with the columns on which all its cells begin or end. */
function gridOf(table: PlacedTable): Table {
  const edges = cluster(table.rows.flat().flatMap(({ box }) => [box[0], box[2]]));
  const rows = table.rows.map((row) => row.map((cell): Cell => {
    const column = nearest(edges, cell.box[0]);
    return { text: cell.text, column, colspan: Math.max(1, nearest(edges, cell.box[2]) - column), rowspan: cell.rowspan, page: cell.page, box: rounded(cell.box) };
  }));
  return { kind: 'table', rows, grid: true };
}

const gridOfFlow = (rows: readonly FlowCell[][]): Table => ({ kind: 'table', grid: true, rows: rows.map((row) => row.map((cell): Cell => ({ ...cell, box: rounded(cell.box) }))) });

/** The blocks of the pages; tables that follow each other on two pages are joined, other lines are paragraphs. */
function blocksOf(items: readonly Item[], heights: readonly number[]): Block[] {
  const parts: (Part | { kind: 'ruled'; table: PlacedTable })[] = [];
  let lines: PlacedLine[] = [];
  for (const item of items) {
    if (item.kind === 'line') {
      lines.push(item);
      continue;
    }
    const before = parts.at(-1);
    const begun = before?.kind === 'ruled' ? (lines.length === 0 ? before.table : withOpenLines(before.table, lines)) : null;
    const whole = begun && joinTables(begun, item.table);
    if (whole) parts.pop();
    else parts.push(...unruledTables(lines, heights));
    lines = [];
    parts.push({ kind: 'ruled', table: whole ?? item.table });
  }
  parts.push(...unruledTables(lines, heights));
  const prose = parts.flatMap((part) => (part.kind === 'lines' ? part.lines : []));
  return parts.flatMap((part): Block[] => {
    if (part.kind === 'ruled') return [gridOf(part.table)];
    if (part.kind === 'table') return [gridOfFlow(part.rows)];
    if (part.kind === 'texts') return part.texts.map(({ text, page, box }) => ({ kind: 'paragraph', text: text.replaceAll('\n', ''), page, box: rounded(box) }));
    return paragraphsOf(part.lines, prose).map(({ box, words, ...paragraph }) => ({
      kind: 'paragraph', ...paragraph, box: rounded(box), words: words.map((word) => ({ ...word, box: rounded(word.box) })),
    }));
  });
}

/**
 * Reads a PDF. A scan, a report whose tables are pictures, and text in characters that no font names are `scan`. Pages are read
 * within limits of their number and of what is drawn on them. Never throws.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length > LIMITS.bytes) return { unreadable: 'too_large', format: 'pdf' };
  const file = await openPdf(bytes).catch(() => undefined);
  if (file === undefined) return { unreadable: 'damaged', format: 'pdf' };
  if (file === 'locked') return { unreadable: 'locked', format: 'pdf' };
  try {
    if (file.pages > LIMITS.pages) return { unreadable: 'too_large', format: 'pdf' };
    const pages: PageContent[] = [];
    let left = LIMITS.drawn;
    for (let number = 1; number <= file.pages; number++) {
      const content = readPage(await file.page(number), left);
      if (!content) return { unreadable: 'too_large', format: 'pdf' };
      left -= content.glyphs.length + content.rules.length;
      pages.push(content);
    }
    return reading(pages, file.title);
  } catch {
    return { unreadable: 'damaged', format: 'pdf' };
  } finally {
    await file.close().catch(() => undefined);
  }
}

function reading(pages: readonly PageContent[], title: string | undefined): Reading {
  const text = pages.map(({ glyphs }) => glyphs.map((glyph) => glyph.text).join('')).join('').replace(/\s+/g, '');
  const drawn = pages.some((page) => page.drawn || page.pictures.length > 0);
  if (text === '') return { unreadable: drawn ? 'scan' : 'empty', format: 'pdf' };
  if ((text.match(NAMELESS)?.length ?? 0) > MOST_NAMELESS * text.length) return { unreadable: 'scan', format: 'pdf' };
  const perPage = pages.map((content, index) => ({ content, ...ruledTables(content, index + 1) })).map(({ content, tables, rest }) => ({ content, tables, lines: takeLinesBeside(tables, linesOf(rest)) }));
  const kept = withoutPageLines(perPage.map(({ content, lines }) => ({ height: content.height, lines })));
  const items = perPage.flatMap(({ tables }, index): Item[] => [
    ...kept[index]!.map((line): Item => ({ kind: 'line', page: index + 1, line })), ...tables.map((table): Item => ({ kind: 'table', table })),
  ].sort((a, b) => topOf(a) - topOf(b)));
  const blocks = blocksOf(items, pages.map(({ height }) => height));
  const tables = blocks.some((block) => block.kind === 'table');
  if (!tables && pages.reduce((sum, page) => sum + pictured(page), 0) >= PICTURED_TABLES) return { unreadable: 'scan', format: 'pdf' };
  return { format: 'pdf', blocks, metadata: title === undefined ? {} : { title } };
}
const topOf = (item: Item): number => (item.kind === 'line' ? item.line.box[1] : item.table.box[1]);
