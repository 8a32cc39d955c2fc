/** Reads the committed copies of the contracts (ids of figures and checks), and the originals where they are present. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
export const committed = (name: string): string => fileURLToPath(new URL(`tests/fixtures/contracts/${name}`, root));
export const original = (name: string): string => fileURLToPath(new URL(`../shared/${name}`, root));
export const isThere = (path: string): boolean => existsSync(path);
export const textOf = (path: string): string => readFileSync(path, 'utf8');

/** Rows of a CSV file with a header line and quoted fields (no line breaks inside a field). */
export function rowsOf(path: string): Record<string, string>[] {
  const lines = textOf(path).split(/\r?\n/u).filter((line) => line.trim() !== '');
  const cells = (line: string): string[] => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
  const header = cells(lines[0] ?? '');
  return lines.slice(1).map((line) => {
    const row = cells(line);
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
  });
}
