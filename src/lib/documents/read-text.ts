/** Plain text and Markdown to blocks. */
import type { Block, Cell, Document } from './document.ts';

/** Without the spaces at both ends; a no-break space is kept. A pattern for it takes hours on a megabyte of spaces. */
function withoutSpaces(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return text.slice(from, to);
}
const cell = (text: string, column: number): Cell => ({ text: withoutSpaces(text), column, colspan: 1, rowspan: 1 });

/** Cells of consecutive lines with pipes. A pipe at the edge is a border where all lines have it, else it follows an empty cell. */
function pipeRows(lines: readonly string[]): string[][] {
  const trimmed = lines.map((line) => line.trim().replaceAll('｜', '|'));
  const left = trimmed.every((line) => line.startsWith('|')) ? 1 : 0;
  const right = trimmed.every((line) => line.endsWith('|')) ? 1 : 0;
  return trimmed.map((line) => line.slice(left, Math.max(left, line.length - right)).split('|'));
}

/** `|---|:--:|`, the line that Markdown draws under a header. A single dash is a cell (“-” for nothing). */
const isRule = (cells: string[]): boolean => cells.length > 0 && cells.every((text) => /^\s*:?-{2,}:?\s*$/.test(text));

type Kind = 'tabs' | 'pipes' | 'prose';

/** A line that only begins with tabs is an indented paragraph. */
function kindOf(line: string): Kind {
  if (line.trim() === '') return 'prose';
  if (line.includes('\t')) return /^\t+[^\t]+$/.test(line) ? 'prose' : 'tabs';
  return line.includes('|') || line.includes('｜') ? 'pipes' : 'prose';
}

function paragraph(line: string): Block {
  const mark = /^#{1,6} /.exec(line)?.[0].length;
  return mark ? { kind: 'paragraph', text: line.slice(mark).trim(), heading: mark - 1 } : { kind: 'paragraph', text: line };
}

/**
 * Lines to blocks: consecutive lines with tabs, or with pipes, are one table (`grid: false`, since flattening loses
 * merged cells), every other line is a paragraph. Empty lines end a table.
 */
export function readLines(text: string): Block[] {
  const blocks: Block[] = [];
  let waiting: string[] = [];
  let kind: Kind = 'prose';
  const end = (): void => {
    const cells = kind === 'tabs' ? waiting.map((line) => line.split('\t')) : pipeRows(waiting);
    const rows = cells.filter((row) => kind !== 'pipes' || !isRule(row)).map((row) => row.map(cell));
    if (rows.length > 0) blocks.push({ kind: 'table', rows, grid: false });
    waiting = [];
  };
  for (const line of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
    const next = kindOf(line);
    if (next !== kind) end();
    kind = next;
    if (kind !== 'prose') waiting.push(line);
    else if (line.trim() !== '') blocks.push(paragraph(line.trim()));
  }
  end();
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
