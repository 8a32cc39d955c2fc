/** The fictional county as files: what an office would have received, and what is known of it beforehand. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FICTION } from '../../lib/demo/county.ts';
import type { DemoCounty } from '../../lib/demo/demo-county.ts';

/** The documents, archives as archives; their paths in the order in which they came. */
export async function writeDocuments({ files }: DemoCounty, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
  return files.map(({ name }) => join(folder, name));
}

/** `documents/` and `manifest.json`: the register, what came when, what is planted, and the printed text of every figure. */
export async function writeCounty(demo: DemoCounty, folder: string): Promise<void> {
  await writeDocuments(demo, join(folder, 'documents'));
  const { county, bodies, bodyYears, successions, filings, documents, manifest } = demo;
  const listed = documents.map(({ bytes: _bytes, ...document }) => document);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ county, fiction: FICTION, bodies, bodyYears, successions, filings, documents: listed, ...manifest }, null, 1));
}
