/**
 * Workbooks (.xlsx) → blocks: for every visible sheet its name as a heading, then its rows. Values come as the sheet
 * shows them where that can be told: a number without floating-point noise, a date as a date, a percentage as such, so
 * that no date or rate is ever taken for a count.
 */
import type { Block, Cell, Document, Unreadable } from './document.ts';
import { UnreadableFile, walkXml, type MainPart, type Package } from './ooxml.ts';
import { metadataOf, readLines } from './read-text.ts';
import { numberText, PLAIN, readStyles, type CellStyle } from './xlsx-values.ts';

/** Excel's own limits are 1,048,576 rows and 16,384 columns; no report comes near these. */
const LIMITS = { row: 50_000, column: 1_000, cells: 500_000 };

/** `_x000D_` stands for a character that XML cannot hold. */
const unescape = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/g, '\n');

/** Shared strings; runs of one string are joined, phonetic readings (`rPh`) left out. */
function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let reading = false;
  let phonetic = false;
  if (xml !== undefined)
    walkXml(xml, {
      open(element) {
        if (element === 'si') strings.push('');
        else if (element === 't') reading = !phonetic;
        else if (element === 'rPh') phonetic = true;
      },
      text(text) {
        if (reading && strings.length > 0) strings[strings.length - 1] += text;
      },
      close(element) {
        if (element === 't') reading = false;
        else if (element === 'rPh') phonetic = false;
      },
    });
  return strings.map(unescape);
}

interface Range {
  row: number;
  column: number;
  rows: number;
  columns: number;
}
/** `B3:D5` → 0-based first row and column with extents; undefined where it is none, or beyond the limits. */
function rangeOf(reference: string): Range | undefined {
  const [from, to] = reference.split(':').map(placeOf);
  if (!from) return undefined;
  const last = to ?? from;
  return { row: from.row, column: from.column, rows: last.row - from.row + 1, columns: last.column - from.column + 1 };
}
function placeOf(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!match) return undefined;
  const column = [...match[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

interface Sheet {
  /** Cells by row and column, those of a format alone as ''. */
  rows: Map<number, Map<number, string>>;
  /** Rows in which a cell has a border. */
  bordered: Set<number>;
  merges: Range[];
}

function readSheet(xml: string, strings: readonly string[], styles: readonly CellStyle[]): Sheet {
  const sheet: Sheet = { rows: new Map(), bordered: new Set(), merges: [] };
  let [row, column, cells] = [-1, -1, 0];
  let type = 'n';
  let style = PLAIN;
  let [value, formula, inline] = ['', '', ''];
  let reading: 'v' | 'f' | 't' | undefined;
  let phonetic = false;
  /** The text of the cell that closes. A formula that nobody computed yet shows itself: it is not blank. */
  const cellText = (): string => {
    switch (type) {
      case 's': {
        const text = strings[Number(value)];
        if (text === undefined) throw new UnreadableFile('damaged');
        return text;
      }
      case 'inlineStr': return unescape(inline);
      case 'b': return value === '1' ? 'TRUE' : 'FALSE';
      case 'str': case 'e': case 'd': return unescape(value);
      default: return value === '' && formula !== '' ? `=${formula}` : numberText(value, style.format);
    }
  };
  walkXml(xml, {
    open(element, attribute) {
      switch (element) {
        case 'row':
          row = attribute('r') === undefined ? row + 1 : Number(attribute('r')) - 1;
          column = -1;
          return;
        case 'c': {
          const place = placeOf(attribute('r') ?? '');
          column = place?.column ?? column + 1;
          row = place?.row ?? row;
          type = attribute('t') ?? 'n';
          style = styles[Number(attribute('s') ?? 0)] ?? PLAIN;
          [value, formula, inline] = ['', '', ''];
          return;
        }
        case 'rPh': phonetic = true; return;
        case 'v': case 'f': case 't':
          reading = element === 't' && phonetic ? undefined : element;
          return;
        case 'mergeCell': {
          const range = rangeOf(attribute('ref') ?? '');
          if (range) sheet.merges.push(range);
        }
      }
    },
    text(text) {
      if (reading === 'v') value += text;
      else if (reading === 'f') formula += text;
      else if (reading === 't') inline += text;
    },
    close(element) {
      if (element === 'rPh') phonetic = false;
      if (element === 'v' || element === 'f' || element === 't') reading = undefined;
      if (element !== 'c') return;
      const text = cellText();
      // Whole rows and columns are often formatted: empty cells far out are nothing, text there is no report.
      const far = row >= LIMITS.row || column >= LIMITS.column;
      if (text === '' && far) return;
      if (far || row < 0 || ++cells > LIMITS.cells) throw new UnreadableFile('too_large');
      const texts = sheet.rows.get(row) ?? new Map<number, string>();
      sheet.rows.set(row, texts.set(column, text));
      if (style.bordered) sheet.bordered.add(row);
    },
  });
  return sheet;
}

/** Which merged range a place belongs to. Ranges are cut to where the sheet has cells. */
function mergesByPlace({ rows, merges }: Sheet): Map<string, Range> {
  const found = new Map<string, Range>();
  const lastRow = Math.max(-1, ...rows.keys());
  let places = 0;
  for (const range of merges) {
    const cut = { ...range, rows: Math.min(range.rows, lastRow + 1 - range.row), columns: Math.min(range.columns, LIMITS.column) };
    if (cut.rows < 1 || cut.columns < 1) continue;
    places += cut.rows * cut.columns;
    if (places > LIMITS.cells) throw new UnreadableFile('too_large');
    for (let row = cut.row; row < cut.row + cut.rows; row++)
      for (let column = cut.column; column < cut.column + cut.columns; column++) found.set(`${row} ${column}`, cut);
  }
  return found;
}

/**
 * Rows as blocks. A row whose only text takes all the cells that the row has (a title merged over the table, a heading
 * alone in its row) is a paragraph, unless it is drawn as part of the table above it; the rows between such rows and empty rows are a table, with one empty row at its end
 * if that row has formatted cells.
 */
function sheetBlocks(sheet: Sheet): Block[] {
  const merged = mergesByPlace(sheet);
  const blocks: Block[] = [];
  let table: number[] = [];
  const endTable = (): void => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: gridOf(table, sheet, merged), grid: true });
    table = [];
  };
  let previous = -1;
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    const cells = [...sheet.rows.get(row)!];
    const texts = cells.filter(([column, text]) => text.trim() !== '' && !isCovered(row, column, merged));
    const [first] = texts;
    // A row all of whose cells are covered by merges from above belongs to its table.
    const empty = !first && !cells.some(([column]) => (merged.get(`${row} ${column}`)?.row ?? row) < row);
    if (row > previous + 1) endTable();
    previous = row;
    if (empty) {
      // Formatted and empty, right under a table: the row that the form leaves to be filled in.
      if (table.length > 0 && cells.length > 1) table.push(row);
      endTable();
      continue;
    }
    const range = first && merged.get(`${row} ${first[0]}`);
    const last = first ? first[0] + (range?.columns ?? 1) : 0;
    const alone = first !== undefined && texts.length === 1 && (range?.rows ?? 1) === 1 && cells.every(([column]) => column >= first[0] && column < last);
    const drawnBelow = sheet.bordered.has(row) && (table.length > 0 || blocks.at(-1)?.kind === 'table');
    if (alone && !drawnBelow) {
      endTable();
      blocks.push(...readLines(first[1]));
    } else table.push(row);
  }
  endTable();
  return blocks;
}

/** Whether a merge begun elsewhere hides the place. */
function isCovered(row: number, column: number, merged: ReadonlyMap<string, Range>): boolean {
  const range = merged.get(`${row} ${column}`);
  return range !== undefined && (range.row !== row || range.column !== column);
}

/** Consecutive rows of the sheet as a grid: from the first to the last column with text, blank cells included. */
function gridOf(numbers: readonly number[], sheet: Sheet, merged: ReadonlyMap<string, Range>): Cell[][] {
  let [from, to] = [Infinity, 0];
  for (const row of numbers)
    for (const [column, text] of sheet.rows.get(row)!)
      if (text.trim() !== '') {
        from = Math.min(from, column);
        to = Math.max(to, column + (merged.get(`${row} ${column}`)?.columns ?? 1));
      }
  return numbers.map((row, index) => {
    const cells: Cell[] = [];
    for (let column = from; column < to; column++) {
      const range = merged.get(`${row} ${column}`);
      // A merge begun above the first of these rows is begun by it here.
      const first = range === undefined || ((range.row === row || index === 0) && Math.max(range.column, from) === column);
      if (!first) continue;
      const colspan = range ? Math.min(range.column + range.columns, to) - column : 1;
      const rowspan = range ? Math.min(range.row + range.rows, numbers.at(-1)! + 1) - row : 1;
      cells.push({ text: sheet.rows.get(row)?.get(column) ?? '', column: column - from, colspan, rowspan });
    }
    return cells;
  });
}

/** Whether a sheet's name heads it: not a name that Excel gave, nor above a title or a heading of the same words. */
function tellsSomething(name: string, first: Block, isFirst: boolean): boolean {
  if (/^(?:Sheet|工作表)\d*$/i.test(name.trim())) return false;
  return first.kind === 'table' || (!isFirst && !first.text.startsWith(name));
}

/** The blocks of the visible sheets, in the order of their tabs. Throws on damaged XML and beyond the limits. */
export function readXlsx(file: Package, main: MainPart): Document | Unreadable {
  const relations = file.relations(main.name);
  const partOf = (type: string): string | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : file.part(target);
  };
  const strings = readSharedStrings(partOf('sharedStrings'));
  const styles = readStyles(partOf('styles'));
  const sheets: { name: string; relation: string }[] = [];
  walkXml(main.text, {
    open(element, attribute) {
      if (element === 'sheet' && (attribute('state') ?? 'visible') === 'visible') sheets.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '' });
    },
  });
  const blocks: Block[] = [];
  for (const { name, relation } of sheets) {
    // A tab may also be a chart or a dialogue.
    const target = relations.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    const xml = target === undefined ? undefined : file.part(target);
    const read = xml === undefined ? [] : sheetBlocks(readSheet(xml, strings, styles));
    if (read.length > 0 && tellsSomething(name, read[0]!, blocks.length === 0)) blocks.push({ kind: 'paragraph', text: name, heading: 1 });
    blocks.push(...read);
  }
  return blocks.length === 0 ? { unreadable: 'empty', format: 'xlsx' } : { format: 'xlsx', blocks, metadata: metadataOf(blocks) };
}
