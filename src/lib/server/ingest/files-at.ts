/** The files that paths stand for: a file itself, everything in a folder, everything in a zip archive. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLeftBySystem, isZipOfFiles, ZIP_LIMITS, zipEntries, type ZipRefusal } from './zip-entries.ts';

export interface FoundFile {
  /** Where it was found: path, and inside an archive the path of the archive and of the entry. */
  file: string;
  /** Name alone, for recognition. */
  name: string;
  bytes: Uint8Array;
}
export interface RefusedFile {
  file: string;
  refused: ZipRefusal | 'not found' | 'not permitted' | 'no file' | 'cannot be read';
  /** Bytes that can be kept, though not read: the file, or the archive it is in. */
  kept?: { name: string; bytes: Uint8Array };
}

/**
 * Yields the files in a stable order: paths as given, folders by name. Files that systems leave behind (dot files,
 * Thumbs.db, ~$…) inside folders and archives are passed over; links to folders are not followed. Never throws for a file
 * that cannot be read: it is yielded with the reason.
 */
export async function* filesAt(paths: string[]): AsyncGenerator<FoundFile | RefusedFile> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) yield* filesIn(path);
      else yield* filesOf(path);
    } catch (error) {
      yield { file: path, refused: reason(error) };
    }
  }
}

async function* filesIn(folder: string): AsyncGenerator<FoundFile | RefusedFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (isLeftBySystem(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesAt([path]);
    else if (!entry.isSymbolicLink() || (await stat(path).catch(() => undefined))?.isFile()) yield* filesOf(path);
  }
}

async function* filesOf(path: string): AsyncGenerator<FoundFile | RefusedFile> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return yield { file: path, refused: 'no file' };
    if (found.size > ZIP_LIMITS.totalBytes) return yield { file: path, refused: 'too large' };
    yield* expand(path, basename(path), new Uint8Array(await readFile(path)));
  } catch (error) {
    yield { file: path, refused: reason(error) };
  }
}

/** What bytes that were handed over stand for: the file, or the files of the archive. Also for uploads. */
export async function* expand(file: string, name: string, bytes: Uint8Array): AsyncGenerator<FoundFile | RefusedFile> {
  if (!isZipOfFiles(bytes)) {
    yield bytes.byteLength > ZIP_LIMITS.entryBytes ? { file, refused: 'too large', kept: { name, bytes } } : { file, name, bytes };
    return;
  }
  for await (const item of zipEntries(bytes)) {
    const inside = item.name ? `${file}/${item.name}` : file;
    yield 'refused' in item ? { file: inside, refused: item.refused, kept: { name, bytes } } : { file: inside, name: basename(item.name), bytes: item.bytes };
  }
}

function reason(error: unknown): RefusedFile['refused'] {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? 'not found' : code === 'EACCES' || code === 'EPERM' ? 'not permitted' : 'cannot be read';
}
