/** Plain text and Markdown to blocks. */
import type { Block, Cell, Document, Table } from './document.ts';

const cell = (text: string, column: number): Cell => ({ text: text.replace(/^ +| +$/g, ''), column, colspan: 1, rowspan: 1 });

function pipeRow(line: string): string[] {
  const inner = line.trim().replaceAll('｜', '|');
  return (inner.startsWith('|') ? inner.slice(1) : inner).replace(/\|$/, '').split('|');
}

/** `|---|:--:|`, the line that Markdown draws under a header. A single dash is a cell (“-” for nothing). */
const isRule = (cells: string[]): boolean => cells.length > 0 && cells.every((text) => /^\s*:?-{2,}:?\s*$/.test(text));

/** The cells of a line, or null where it is prose. A line that only begins with tabs is an indented paragraph. */
function cellsOf(line: string): string[] | null {
  if (line.includes('\t')) return /^\t+[^\t]+$/.test(line) ? null : line.split('\t');
  return line.includes('|') || line.includes('｜') ? pipeRow(line) : null;
}

/**
 * Lines to blocks: consecutive lines with tabs or pipes are one table (`grid: false`, since flattening loses merged
 * cells), every other line is a paragraph. Empty lines end a table.
 */
export function readLines(text: string): Block[] {
  const blocks: Block[] = [];
  let table: Table | null = null;
  for (const line of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
    const cells = cellsOf(line);
    if (cells) {
      if (isRule(cells)) continue;
      if (!table) blocks.push((table = { kind: 'table', rows: [], grid: false }));
      table.rows.push(cells.map(cell));
      continue;
    }
    table = null;
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const mark = /^#{1,6} /.exec(trimmed)?.[0].length;
    blocks.push(mark ? { kind: 'paragraph', text: trimmed.slice(mark).trim(), heading: mark - 1 } : { kind: 'paragraph', text: trimmed });
  }
  return blocks;
}

const METADATA = /^(标 ?题|名 ?称|信息名称|发布机构|公开主体|发布单位|来源|发布时间|发布日期|成文日期|生成日期)\s?[:：]\s?(.{1,200})$/;
const LINES_OF_METADATA = 40;

/** What lines such as `标题: …`, `发布机构：…` at the head of a text say; the first of each kind counts. */
export function metadataOf(blocks: readonly Block[]): Document['metadata'] {
  const metadata: Document['metadata'] = {};
  for (const block of blocks.slice(0, LINES_OF_METADATA)) {
    const found = block.kind === 'paragraph' ? METADATA.exec(block.text) : null;
    if (!found) continue;
    const [key, value] = [found[1]!.replace(' ', ''), found[2]!.trim()];
    if (key === '标题' || key === '名称' || key === '信息名称') metadata.title ??= value;
    else if (/时间|日期/.test(key)) metadata.publishedOn ??= value;
    else metadata.publisher ??= value;
  }
  return metadata;
}
/** Whether a paragraph is such a line, and so neither title nor prose of the report. */
export function isMetadataLine(text: string): boolean {
  return METADATA.test(text) || /^(?:原文链接|本地目录|文号|栏目|索引号|主题分类|浏览次数)\s?[:：]/.test(text);
}

/** A text file; `encoding` is what it was decoded with. */
export function readText(text: string, encoding: string): Document {
  const blocks = readLines(text);
  return { format: 'text', blocks, metadata: { ...metadataOf(blocks), encoding } };
}
