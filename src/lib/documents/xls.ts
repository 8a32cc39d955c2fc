/**
 * Workbooks before 2007 (.xls and WPS's .et; MS-XLS, BIFF8) → blocks, as those of .xlsx: visible sheets in the order of their tabs, values as the
 * sheet shows them.
 */
import type { Block, Document, Unreadable } from './document.ts';
import { openOle, viewOf } from './ole.ts';
import { UnreadableFile } from './ooxml.ts';
import { metadataOf } from './read-text.ts';
import { addSheet, emptySheet, putCell, type Sheet } from './sheet-grid.ts';
import { builtInFormat, customFormat, numberText, PLAIN, type CellStyle, type NumberFormat } from './xlsx-values.ts';

const RECORD = {
  begin: 0x809, end: 0x0a, password: 0x2f, sheet: 0x85, strings: 0xfc, goesOn: 0x3c, format: 0x41e, style: 0xe0,
  shared: 0xfd, number: 0x203, rk: 0x27e, rks: 0xbd, label: 0x204, richLabel: 0xd6, formula: 0x06, string: 0x207, logical: 0x205, blank: 0x201, blanks: 0xbe, merges: 0xe5,
} as const;
const BIFF8 = 0x600;
const WORKSHEET = { visible: 0, kind: 0 };
const MOST_STRINGS = 500_000;
/** Error values by their code (MS-XLS 2.5.10). */
const ERRORS: Record<number, string> = { 0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A' };

interface BiffRecord {
  type: number;
  body: Uint8Array;
}
/** Records from the place on; one that reaches beyond the end is damage. */
function* recordsFrom(stream: Uint8Array, at: number): Generator<BiffRecord> {
  const view = viewOf(stream);
  while (at + 4 <= stream.length) {
    const [type, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + size > stream.length) throw new UnreadableFile('damaged');
    yield { type, body: stream.subarray(at + 4, at + 4 + size) };
    at += 4 + size;
  }
}

/** Reads over the ends of records: a string that is broken there goes on behind a mark of its own in the next one. */
class Reader {
  private part = 0;
  private at = 0;
  private readonly parts: readonly Uint8Array[];

  constructor(parts: readonly Uint8Array[]) {
    this.parts = parts;
  }
  private toNext(): void {
    while (this.part < this.parts.length && this.at >= this.parts[this.part]!.length) [this.part, this.at] = [this.part + 1, 0];
  }
  /** Unsigned, of so many bytes. */
  number(bytes: 1 | 2 | 4): number {
    let value = 0;
    for (let index = 0; index < bytes; index++) {
      this.toNext();
      const byte = this.parts[this.part]?.[this.at++];
      if (byte === undefined) throw new UnreadableFile('damaged');
      value += byte * 256 ** index;
    }
    return value;
  }
  skip(bytes: number): void {
    for (let left = bytes; left > 0 && this.part < this.parts.length; ) {
      this.toNext();
      const step = Math.min(left, (this.parts[this.part]?.length ?? 0) - this.at);
      if (step <= 0) return;
      this.at += step;
      left -= step;
    }
  }
  /** A string with flags; `count` has one byte in names of sheets. */
  string(count: 1 | 2 = 2): string {
    const length = this.number(count);
    let flags = this.number(1);
    const runs = flags & 8 ? this.number(2) : 0;
    const extra = flags & 4 ? this.number(4) : 0;
    let text = '';
    for (let left = length; left > 0; ) {
      if (this.at >= (this.parts[this.part]?.length ?? 0)) {
        if (this.part + 1 >= this.parts.length) throw new UnreadableFile('damaged');
        [this.part, this.at] = [this.part + 1, 0];
        flags = this.number(1);
      }
      const here = this.parts[this.part]!;
      const width = flags & 1 ? 2 : 1;
      const step = Math.min(left, Math.floor((here.length - this.at) / width));
      if (step === 0) throw new UnreadableFile('damaged');
      const bytes = here.subarray(this.at, this.at + step * width);
      text += width === 2 ? new TextDecoder('utf-16le').decode(bytes) : String.fromCharCode(...bytes);
      this.at += step * width;
      left -= step;
    }
    this.skip(4 * runs + extra);
    return text;
  }
}

interface Workbook {
  sheets: { name: string; at: number }[];
  strings: string[];
  styles: CellStyle[];
}

function readGlobals(stream: Uint8Array): Workbook | Unreadable {
  const book: Workbook = { sheets: [], strings: [], styles: [] };
  const formats = new Map<number, NumberFormat>();
  const styles: { format: number; bordered: boolean }[] = [];
  let strings: Uint8Array[] = [];
  let last = 0;
  for (const { type, body } of recordsFrom(stream, 0)) {
    const view = viewOf(body);
    if (type === RECORD.begin && view.getUint16(0, true) !== BIFF8) return { unreadable: 'format', format: 'xls' };
    if (type === RECORD.password) throw new UnreadableFile('locked');
    if (type === RECORD.sheet && body[4] === WORKSHEET.visible && body[5] === WORKSHEET.kind) book.sheets.push({ at: view.getUint32(0, true), name: new Reader([body.subarray(6)]).string(1) });
    else if (type === RECORD.format) formats.set(view.getUint16(0, true), customFormat(new Reader([body.subarray(2)]).string()));
    // Four sides in four bits each.
    else if (type === RECORD.style) styles.push({ format: view.getUint16(2, true), bordered: view.getUint16(10, true) !== 0 });
    else if (type === RECORD.strings) strings = [body];
    else if (type === RECORD.goesOn && last === RECORD.strings) strings.push(body);
    if (type !== RECORD.goesOn) last = type;
    if (type === RECORD.end) break;
  }
  book.styles = styles.map(({ format, bordered }) => ({ bordered, format: formats.get(format) ?? builtInFormat(format) }));
  if (strings.length > 0) {
    const reader = new Reader(strings);
    reader.skip(4);
    const count = reader.number(4);
    if (count > MOST_STRINGS) throw new UnreadableFile('too_large');
    for (let index = 0; index < count; index++) book.strings.push(reader.string());
  }
  return book;
}

/** A number in four bytes: an integer or the upper half of a decimal, either in hundredths (MS-XLS 2.5.217). */
function rkOf(bits: number): number {
  const half = new DataView(new ArrayBuffer(8));
  half.setUint32(4, bits & 0xfffffffc, true);
  const value = bits & 2 ? bits >> 2 : half.getFloat64(0, true);
  return bits & 1 ? value / 100 : value;
}

function readSheet(stream: Uint8Array, at: number, { strings, styles }: Workbook): Sheet {
  const sheet = emptySheet();
  let formula: { row: number; column: number; style: CellStyle } | undefined;
  let depth = 0;
  for (const { type, body } of recordsFrom(stream, at)) {
    // Charts inside a sheet have a beginning and an end of their own.
    if (type === RECORD.begin) depth++;
    if (type === RECORD.end && --depth <= 0) break;
    if (depth !== 1) continue;
    const view = viewOf(body);
    const put = (text: string, column = view.getUint16(2, true), style = styleAt(4)): void => putCell(sheet, view.getUint16(0, true), column, text, style.bordered);
    const styleAt = (place: number): CellStyle => styles[view.getUint16(place, true)] ?? PLAIN;
    const shown = (value: number, style: CellStyle): string => numberText(String(value), style.format);
    switch (type) {
      case RECORD.shared: {
        const text = strings[view.getUint32(6, true)];
        if (text === undefined) throw new UnreadableFile('damaged');
        put(text);
        break;
      }
      case RECORD.number: put(shown(view.getFloat64(6, true), styleAt(4))); break;
      case RECORD.rk: put(shown(rkOf(view.getInt32(6, true)), styleAt(4))); break;
      case RECORD.rks:
        for (let place = 4, column = view.getUint16(2, true); place + 6 <= body.length - 2; place += 6, column++) put(shown(rkOf(view.getInt32(place + 2, true)), styleAt(place)), column, styleAt(place));
        break;
      case RECORD.blank: put(''); break;
      case RECORD.blanks:
        for (let place = 4, column = view.getUint16(2, true); place + 2 <= body.length - 2; place += 2, column++) put('', column, styleAt(place));
        break;
      case RECORD.label: case RECORD.richLabel: put(new Reader([body.subarray(6)]).string()); break;
      case RECORD.logical: put(body[7] ? (ERRORS[body[6]!] ?? '#?') : body[6] ? 'TRUE' : 'FALSE'); break;
      case RECORD.formula: {
        // The last result: a number, or what kind of other value it is; text follows in a record of its own.
        formula = undefined;
        if (view.getUint16(12, true) !== 0xffff) put(shown(view.getFloat64(6, true), styleAt(4)));
        else if (body[6] === 0) formula = { row: view.getUint16(0, true), column: view.getUint16(2, true), style: styleAt(4) };
        else put(body[6] === 1 ? (body[8] ? 'TRUE' : 'FALSE') : body[6] === 2 ? (ERRORS[body[8]!] ?? '#?') : '');
        break;
      }
      case RECORD.string:
        if (formula) putCell(sheet, formula.row, formula.column, new Reader([body]).string(), formula.style.bordered);
        formula = undefined;
        break;
      case RECORD.merges:
        for (let place = 2; place + 8 <= body.length; place += 8) {
          const [row, last, column, end] = [0, 2, 4, 6].map((offset) => view.getUint16(place + offset, true)) as [number, number, number, number];
          sheet.merges.push({ row, column, rows: last - row + 1, columns: end - column + 1 });
        }
    }
  }
  return sheet;
}

/** The blocks of the visible sheets. Throws on damage and beyond the limits. */
export function readXls(bytes: Uint8Array): Document | Unreadable {
  const streams = openOle(bytes);
  const stream = (streams.get('Workbook') ?? streams.get('Book'))?.();
  if (!stream) throw new UnreadableFile('damaged');
  const book = readGlobals(stream);
  if ('unreadable' in book) return book;
  const blocks: Block[] = [];
  for (const { name, at } of book.sheets) addSheet(blocks, name, readSheet(stream, at, book));
  return blocks.length === 0 ? { unreadable: 'empty', format: 'xls' } : { format: 'xls', blocks, metadata: metadataOf(blocks) };
}
