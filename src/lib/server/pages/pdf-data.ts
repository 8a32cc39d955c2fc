/** Character maps and standard fonts that pdf.js asks for while it draws a page: files of its own package, and no others. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Bytes of the file; undefined where there is none of this name. */
export async function readPdfData(folder: string, file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!['cmaps', 'standard_fonts'].includes(folder) || !/^[\w-]+(?:\.\w+)?$/.test(file)) return undefined;
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return readFile(join(root, folder, file)).then((bytes) => new Uint8Array(bytes), () => undefined);
}
