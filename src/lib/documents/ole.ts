/**
 * The container of Office files before 2007 (MS-CFB), also of WPS: named streams in chains of sectors. Files come from anybody: a chain
 * that is longer than the file, or leads outside of it, is damage.
 */
import { UnreadableFile } from './ooxml.ts';

const HEADER = 512;
const DIRECTORY_ENTRY = 128;
/** Sector numbers from here on end a chain or mark a sector. */
const SPECIAL = 0xfffffffa;
const STREAM = 2;
const ROOT = 5;
const LONGEST_NAME = 64;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Streams of the container by name; the name of none stands twice. Throws `UnreadableFile` or `RangeError` on damage. */
export function openOle(bytes: Uint8Array): Map<string, () => Uint8Array> {
  const view = viewOf(bytes);
  const [sectorSize, miniSize] = [1 << Math.min(view.getUint16(30, true), 12), 1 << Math.min(view.getUint16(32, true), 12)];
  const most = Math.ceil(bytes.length / sectorSize);
  const sector = (number: number): Uint8Array => {
    const from = HEADER + number * sectorSize;
    if (number >= SPECIAL || from >= bytes.length) throw new UnreadableFile('damaged');
    return bytes.subarray(from, from + sectorSize);
  };

  // Sectors of the allocation table: the first 109 in the header, the others in a chain of their own.
  const tables: number[] = [];
  for (let at = 76; at < HEADER; at += 4) tables.push(view.getUint32(at, true));
  for (let next = view.getUint32(68, true), seen = 0; next < SPECIAL; seen++) {
    if (seen > most) throw new UnreadableFile('damaged');
    const more = viewOf(sector(next));
    for (let at = 0; at < sectorSize - 4; at += 4) tables.push(more.getUint32(at, true));
    next = more.getUint32(sectorSize - 4, true);
  }
  const allocation = tables.filter((number) => number < SPECIAL).slice(0, most).map((number) => viewOf(sector(number)));
  const nextOf = (number: number): number => {
    const table = allocation[Math.floor((number * 4) / sectorSize)];
    if (!table) throw new UnreadableFile('damaged');
    return table.getUint32((number * 4) % sectorSize, true);
  };
  const chain = (first: number, size = Infinity): Uint8Array => {
    const parts: Uint8Array[] = [];
    for (let number = first; number < SPECIAL && parts.length * sectorSize < size; number = nextOf(number)) {
      if (parts.length > most) throw new UnreadableFile('damaged');
      parts.push(sector(number));
    }
    return joined(parts, size);
  };

  const directory = chain(view.getUint32(48, true));
  const entries = viewOf(directory);
  const cutoff = view.getUint32(56, true);
  let mini: { stream: Uint8Array; table: DataView } | undefined;
  const small = (first: number, size: number): Uint8Array => {
    const root = Array.from({ length: Math.floor(directory.length / DIRECTORY_ENTRY) }, (_, index) => index * DIRECTORY_ENTRY).find((at) => directory[at + 66] === ROOT);
    if (root === undefined) throw new UnreadableFile('damaged');
    mini ??= { stream: chain(entries.getUint32(root + 116, true)), table: viewOf(chain(view.getUint32(60, true))) };
    const parts: Uint8Array[] = [];
    for (let number = first; number < SPECIAL && parts.length * miniSize < size; number = mini.table.getUint32(number * 4, true)) parts.push(mini.stream.subarray(number * miniSize, (number + 1) * miniSize));
    return joined(parts, size);
  };

  const streams = new Map<string, () => Uint8Array>();
  for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; at += DIRECTORY_ENTRY) {
    if (directory[at + 66] !== STREAM) continue;
    const length = Math.min(entries.getUint16(at + 64, true), LONGEST_NAME);
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)));
    const [first, size] = [entries.getUint32(at + 116, true), Math.min(entries.getUint32(at + 120, true), bytes.length)];
    if (!streams.has(name)) streams.set(name, () => (size < cutoff ? small(first, size) : chain(first, size)));
  }
  return streams;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const length = Math.min(size, parts.reduce((sum, part) => sum + part.length, 0));
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part.subarray(0, length - at), at);
    at += part.length;
    if (at >= length) break;
  }
  return whole;
}
