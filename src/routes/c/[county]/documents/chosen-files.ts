/** Files that a person chose or dropped, and the pieces in which they are sent. */

export interface ChosenFile {
  file: File;
  /** Name with its folders. */
  path: string;
}

/** Small enough for every limit that a server or a proxy may set, and few enough for progress to be seen. */
const PIECE_BYTES = 8 * 1024 * 1024;
const PIECE_FILES = 20;

/** The files in pieces, in their order; a file larger than a piece goes alone. */
export function pieces(files: readonly ChosenFile[]): ChosenFile[][] {
  const made: ChosenFile[][] = [];
  let bytes = 0;
  for (const chosen of files) {
    const last = made.at(-1);
    if (last && last.length < PIECE_FILES && bytes + chosen.file.size <= PIECE_BYTES) {
      last.push(chosen);
      bytes += chosen.file.size;
    } else {
      made.push([chosen]);
      bytes = chosen.file.size;
    }
  }
  return made;
}

/** Everything that was dropped, folders opened. Entries are asked for at once: they are gone after the event. */
export async function filesDropped(transfer: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) return [{ file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), path }];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  // A folder tells its entries in pieces until an empty one.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    found.push(...some);
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(found.map(filesOf))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
