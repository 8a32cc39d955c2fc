/** A zip archive for tests, with the liberties that real ones take: names in GBK, false sizes, encryption flags. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipSource {
  name: string | Uint8Array;
  bytes: Uint8Array | string;
  /** General purpose flags; the flag for names in UTF-8 is set for names given as text. */
  flags?: number;
  store?: boolean;
  method?: number;
  /** What the archive claims the size to be. */
  claimedSize?: number;
}

const bufferOf = (content: Uint8Array | string): Buffer => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content));

export function makeZip(sources: ZipSource[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const source of sources) {
    const name = bufferOf(source.name);
    const content = bufferOf(source.bytes);
    const data = source.store ? content : deflateRawSync(content);
    const flags = source.flags ?? (typeof source.name === 'string' ? 1 << 11 : 0);
    const method = source.method ?? (source.store ? 0 : 8);
    const fields = Buffer.alloc(26);
    [20, flags, method, 0, 0].forEach((value, index) => fields.writeUInt16LE(value, index * 2));
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(source.claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, data);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name);
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(sources.length, 8);
  end.writeUInt16LE(sources.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}
