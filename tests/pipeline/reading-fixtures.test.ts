/**
 * The committed documents: each figure against literals written beside them, and each raw text read back from its
 * place. The documents are frozen copies of what tests/support/flattened-reports.ts draws, so that a change of the form's
 * data cannot change document and expectation together.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/documents/document.ts';
import { extractLines } from '../../src/lib/server/ingest/extract-lines.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';

const folder = fileURLToPath(new URL('../fixtures/documents/', import.meta.url));
interface Expected {
  body: string;
  year: number;
  edition: string;
  scope: string;
  /** By figure id: the number, or the reason why there is none. */
  figures: Record<string, number | string>;
  /** Files of `documents` that hold exactly this. */
  documents: string[];
}
const expectations = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Expected);
const cases = expectations.flatMap((expected) => expected.documents.map((file) => ({ file, expected })));

describe('committed documents', () => {
  it('each document has an expectation', () => {
    expect(cases.map(({ file }) => file).sort()).toEqual(readdirSync(folder).filter((name) => /^reading-.*\.(?:txt|md|html)$/.test(name)).sort());
  });

  it.each(cases)('$file', async ({ file, expected }) => {
    const bytes = readFileSync(`${folder}${file}`);
    const read = await readReports(bytes, file);
    if ('unreadable' in read) throw new Error(read.unreadable);
    expect(read.reports).toHaveLength(1);
    const { report, figures } = read.reports[0]!;
    expect(report).toMatchObject({ body: expected.body, year: expected.year, edition: expected.edition, scope: expected.scope });
    for (const { at, raw } of Object.values(figures)) if (at) expect(textAt(read.document, at)).toBe(raw);
    expect(Object.fromEntries(Object.entries(figures).map(([id, { value, missing }]) => [id, value ?? missing]))).toEqual(expected.figures);
  });

  it.each(cases)('$file as extract prints it', async ({ file, expected }) => {
    const [line, ...more] = (await extractLines(readFileSync(`${folder}${file}`), file, `documents/${file}`)) as object[];
    expect(more).toEqual([]);
    expect(Object.keys(line!).sort()).toEqual(['body', 'drift', 'edition', 'figures', 'file', 'findings', 'scope', 'sections', 'year']);
    expect(line).toMatchObject({ file: `documents/${file}`, body: expected.body, year: expected.year });
    expect(JSON.parse(JSON.stringify(line))).toEqual(line);
  });

  it('a file that cannot be read is named', async () => {
    expect(await extractLines(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'a.txt', 'a.txt')).toEqual({ unreadable: 'format', format: 'image' });
  });
});
