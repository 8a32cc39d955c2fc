/** A page to blocks: what a reader sees, without scripts and styles; tables as true grids. */
import type { Block, Document, Unreadable } from './document.ts';
import { gridOf, cellsOf, isLayout, rowsOf } from './html-table.ts';
import { attribute, childrenOf, isElement, parseHtml, type Element, type Node } from './html-tree.ts';
import { metadataOf, readLines } from './read-text.ts';

const SKIPPED = new Set(['script', 'style', 'head', 'template', 'noscript', 'select', 'svg', 'math', 'object', 'iframe', 'textarea']);
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figure', 'footer', 'form', 'header',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'html', 'li', 'main', 'nav', 'ol', 'p', 'section', 'ul', 'caption', 'table', 'tr', 'td', 'th',
]);

/** Collapses what HTML collapses; a no-break space is kept, since a cell of it is how pages print a blank. */
const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');

function rawText(node: Node): string {
  return 'value' in node ? node.value : childrenOf(node).map(rawText).join('');
}

/** Text of a cell: its lines (`<br>`, paragraphs) joined by line feeds, empty ones left out. */
function cellText(cell: Element): string {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const text = collapse(line);
    if (text !== '') lines.push(text);
    line = '';
  };
  const walk = (node: Node): void => {
    if ('value' in node) line += node.value;
    if (!isElement(node) || SKIPPED.has(node.tagName)) return;
    const breaks = node.tagName === 'br' || BLOCKS.has(node.tagName);
    if (breaks) end();
    node.childNodes.forEach(walk);
    if (breaks) end();
  };
  cell.childNodes.forEach(walk);
  end();
  return lines.join('\n');
}

/**
 * Blocks of a tree. `lines`: line feeds end paragraphs, for Markdown in which only the tables are HTML.
 */
function blocksOf(root: Node, lines: boolean): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let heading = 0;
  const end = (): void => {
    if (lines) blocks.push(...readLines(text));
    else if (collapse(text) !== '') blocks.push(heading ? { kind: 'paragraph', text: collapse(text), heading } : { kind: 'paragraph', text: collapse(text) });
    text = '';
  };
  const walkTable = (table: Element): void => {
    for (const child of table.childNodes) if (isElement(child) && child.tagName === 'caption') walk(child);
    const rows = rowsOf(table);
    if (isLayout(rows)) rows.flatMap(cellsOf).forEach(walk);
    else blocks.push(gridOf(rows, cellText));
  };
  const walk = (node: Node): void => {
    // Comments carry `data`, text carries `value`.
    if ('value' in node) text += node.value;
    if (!isElement(node)) return void (node.nodeName === '#document' && childrenOf(node).forEach(walk));
    if (SKIPPED.has(node.tagName)) return;
    if (node.tagName === 'br') return end();
    if (node.tagName === 'pre') {
      end();
      return void blocks.push(...readLines(rawText(node)));
    }
    if (!BLOCKS.has(node.tagName)) return node.childNodes.forEach(walk);
    end();
    const outer = heading;
    if (/^h[1-6]$/.test(node.tagName)) heading = Number(node.tagName[1]);
    if (node.tagName === 'table') walkTable(node);
    else node.childNodes.forEach(walk);
    end();
    heading = outer;
  };
  walk(root);
  end();
  return blocks;
}

function elements(root: Node, name: string, found: Element[] = []): Element[] {
  if (isElement(root) && root.tagName === name) found.push(root);
  for (const child of childrenOf(root)) elements(child, name, found);
  return found;
}

/** Undoes the escapes of a script's string: `\"`, `\/`, `\n`, `\u4e00`, `\x3c`. */
function unescapeScript(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, wide?: string, byte?: string, letter = '') => {
    if (wide ?? byte) return String.fromCharCode(Number.parseInt((wide ?? byte)!, 16));
    return letter === 'n' || letter === 'r' ? '\n' : letter === 't' ? '\t' : letter;
  });
}
const ESCAPED = /=\\["']|<\\\/|\\u003c|\\x3c/i;

/** What publishers' systems write into the head of a page. */
function pageMetadata(root: Node): Document['metadata'] {
  const named = new Map<string, string>();
  for (const meta of elements(root, 'meta')) {
    const [name, content] = [attribute(meta, 'name')?.toLowerCase(), attribute(meta, 'content')?.trim()];
    if (name && content && !named.has(name)) named.set(name, content);
  }
  const page = elements(root, 'title')[0];
  return {
    title: named.get('articletitle') ?? (page ? collapse(rawText(page)) || undefined : undefined),
    publisher: named.get('contentsource') ?? named.get('sitename'),
    publishedOn: named.get('pubdate'),
  };
}

/**
 * A page, or the HTML inside a script's string (`var content = "<p>…"`), as sites that build pages in the browser keep
 * the article. A page whose own body has no table is searched for tables in its scripts.
 */
export function readHtml(source: string, encoding: string): Document | Unreadable {
  const escaped = !/^\s*</.test(source) && ESCAPED.test(source);
  const html = escaped ? unescapeScript(source) : source;
  const root = parseHtml(html);
  if (!root) return { unreadable: 'damaged', format: 'html' };
  const blocks = blocksOf(root, !/<(?:p|div|br|body)[\s/>]/i.test(html));
  if (!blocks.some((block) => block.kind === 'table'))
    for (const script of elements(root, 'script')) {
      const code = unescapeScript(rawText(script));
      const inner = /<t[dr][\s>]/i.test(code) ? parseHtml(code) : null;
      if (inner) blocks.push(...blocksOf(inner, false));
    }
  const page = pageMetadata(root);
  const printed = metadataOf(blocks);
  return {
    format: 'html',
    blocks,
    metadata: {
      title: page.title ?? printed.title, publisher: page.publisher ?? printed.publisher, publishedOn: page.publishedOn ?? printed.publishedOn, encoding,
    },
  };
}
