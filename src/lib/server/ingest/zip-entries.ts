/**
 * Files inside a zip archive, in memory: nothing is written to disk. Archives come from anybody, so what they claim about
 * themselves is only an upper bound, and entries, sizes and their sum are limited.
 */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

export interface ZipEntry {
  /** Path inside the archive, with `/`. */
  name: string;
  bytes: Uint8Array;
}
export type ZipRefusal = 'not a zip' | 'too many entries' | 'too large' | 'encrypted' | 'method' | 'damaged';
export type ZipItem = ZipEntry | { name: string; refused: ZipRefusal };

export interface ZipLimits {
  entries: number;
  /** Bytes of one entry, unpacked. */
  entryBytes: number;
  /** Bytes of all entries together, unpacked. */
  totalBytes: number;
}
export const ZIP_LIMITS: ZipLimits = { entries: 5_000, entryBytes: 64 * 1024 * 1024, totalBytes: 1024 * 1024 * 1024 };

const inflate = promisify(inflateRaw);

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const UTF8_NAME = 1 << 11;
const STORED = 0;
const DEFLATED = 8;

interface DirectoryEntry {
  name: string;
  flags: number;
  method: number;
  packed: number;
  size: number;
  /** Where the entry's own header stands. */
  local: number;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether bytes are an archive of files, and not a docx or xlsx, which are zips of another kind. */
export function isZipOfFiles(bytes: Uint8Array): boolean {
  const zip = bufferOf(bytes);
  if (zip.length < END_BYTES || (zip.readUInt32LE(0) !== LOCAL && zip.readUInt32LE(0) !== END)) return false;
  const directory = readDirectory(zip, ZIP_LIMITS.entries);
  return typeof directory === 'string' || !directory.some((entry) => entry.name === '[Content_Types].xml');
}

/**
 * Yields the files of the archive one by one, folders and the marks that systems leave (`__MACOSX`, dot files) left out.
 * Never throws: an entry that cannot be had is yielded with the reason; an archive that cannot, as one item with name ''.
 */
export async function* zipEntries(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): AsyncGenerator<ZipItem> {
  const zip = bufferOf(bytes);
  const directory = readDirectory(zip, limits.entries);
  if (typeof directory === 'string') return yield { name: '', refused: directory };
  let total = 0;
  for (const entry of directory) {
    const { name, size } = entry;
    if (name.endsWith('/') || isLeftBySystem(name)) continue;
    if (entry.flags & ENCRYPTED) yield { name, refused: 'encrypted' };
    else if (size > limits.entryBytes || total + size > limits.totalBytes) yield { name, refused: 'too large' };
    else if (entry.method !== STORED && entry.method !== DEFLATED) yield { name, refused: 'method' };
    else {
      const content = await unpack(zip, entry);
      total += content?.length ?? 0;
      yield content ? { name, bytes: content } : { name, refused: 'damaged' };
    }
  }
}

/** The central directory, or why there is none. */
function readDirectory(zip: Buffer, mostEntries: number): DirectoryEntry[] | ZipRefusal {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || zip.length - end < END_BYTES || zip.length - end > END_BYTES + LONGEST_COMMENT) return 'not a zip';
  const count = zip.readUInt16LE(end + 10);
  if (count > mostEntries) return 'too many entries';
  const entries: DirectoryEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (entries.length < count) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) return 'damaged';
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const flags = zip.readUInt16LE(at + 8);
    entries.push({
      name: entryName(zip.subarray(at + 46, nameEnd), (flags & UTF8_NAME) !== 0),
      flags, method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20), size: zip.readUInt32LE(at + 24), local: zip.readUInt32LE(at + 42),
    });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The bytes of one entry; undefined where they are damaged or longer than the archive says. */
async function unpack(zip: Buffer, { local, packed, size, method }: DirectoryEntry): Promise<Uint8Array | undefined> {
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL) return undefined;
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + packed > zip.length) return undefined;
  const data = zip.subarray(from, from + packed);
  try {
    const content = method === STORED ? data : await inflate(data, { maxOutputLength: Math.max(size, 1) });
    return content.length === size ? new Uint8Array(content) : undefined;
  } catch {
    return undefined;
  }
}

/** Windows in Chinese writes names in GBK without saying so. */
function entryName(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !utf8 }).decode(bytes).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(bytes).replaceAll('\\', '/');
  }
}

/** Files that systems leave behind and nobody means to send. */
export function isLeftBySystem(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db' || part === 'desktop.ini' || part.startsWith('~$'));
}
