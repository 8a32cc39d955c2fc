/**
 * Workbooks (.xlsx) → blocks: for every visible sheet its name as a heading, then its rows. Values come as the sheet
 * shows them where that can be told: a number without floating-point noise, a date as a date, a percentage as such, so
 * that no date or rate is ever taken for a count.
 */
import type { Block, Document, Unreadable } from './document.ts';
import { UnreadableFile, walkXml, type MainPart, type Package } from './ooxml.ts';
import { metadataOf } from './read-text.ts';
import { addSheet, emptySheet, putCell, type Range, type Sheet } from './sheet-grid.ts';
import { numberText, PLAIN, readStyles, type CellStyle } from './xlsx-values.ts';

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

function readSheet(xml: string, strings: readonly string[], styles: readonly CellStyle[]): Sheet {
  const sheet = emptySheet();
  let [row, column] = [-1, -1];
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
      putCell(sheet, row, column, cellText(), style.bordered);
    },
  });
  return sheet;
}

export interface WorkbookSheet {
  name: string;
  /** Texts of cells as the sheet shows them, by row and column, both from 0. */
  rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** The visible sheets in the order of their tabs. Throws on damaged XML and beyond the limits. */
export function readSheets(file: Package, main: MainPart): (Sheet & WorkbookSheet)[] {
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
  return sheets.flatMap(({ name, relation }) => {
    // A tab may also be a chart or a dialogue.
    const target = relations.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    const xml = target === undefined ? undefined : file.part(target);
    return xml === undefined ? [] : [{ name, ...readSheet(xml, strings, styles) }];
  });
}

/** The blocks of the visible sheets, in the order of their tabs. Throws on damaged XML and beyond the limits. */
export function readXlsx(file: Package, main: MainPart): Document | Unreadable {
  const blocks: Block[] = [];
  for (const { name, ...sheet } of readSheets(file, main)) addSheet(blocks, name, sheet);
  return blocks.length === 0 ? { unreadable: 'empty', format: 'xlsx' } : { format: 'xlsx', blocks, metadata: metadataOf(blocks) };
}
