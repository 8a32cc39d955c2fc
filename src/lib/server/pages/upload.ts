/** Files that came through the page: each goes the same way as with the command, and is told in words. */
import type { Kysely } from 'kysely';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { expand, type RefusedFile } from '../ingest/files-at.ts';
import { reader } from '../ingest/handle.ts';
import { ingestDocument, type IngestResult } from '../ingest/ingest-report.ts';
import type { County } from '../queries/counties.ts';
import { today } from '../today.ts';
import { outcomeWords } from './documents-page.ts';

export interface UploadedFile {
  name: string;
  outcome: string;
  link: string | null;
  todo: string;
}

const REFUSED: Record<RefusedFile['refused'], () => string> = {
  'not a zip': m.refused_damaged_zip, damaged: m.refused_damaged_zip, 'too many entries': m.refused_too_many, 'too large': m.unreadable_too_large,
  encrypted: m.refused_encrypted, method: m.refused_method, 'not found': m.refused_damaged_zip, 'not permitted': m.refused_damaged_zip,
  'no file': m.unreadable_empty, 'cannot be read': m.refused_damaged_zip,
};

/** Brings the files in, one after the other; what cannot be had is told with its reason and never stops the rest. */
export async function takeUpload(db: Kysely<Schema>, county: County, files: readonly File[], actor: string): Promise<UploadedFile[]> {
  const taken: UploadedFile[] = [];
  for (const file of files) {
    for await (const found of expand(file.name, file.name, new Uint8Array(await file.arrayBuffer()))) {
      if ('refused' in found) taken.push({ name: found.file, outcome: REFUSED[found.refused](), link: null, todo: '' });
      else taken.push(...wordsOf(county, found.file, await ingestDocument(db, { countyId: county.countyId, bytes: found.bytes, name: found.name, actor, today: today(), origin: 'web', read: reader() })));
    }
  }
  return taken;
}

function wordsOf(county: County, name: string, result: IngestResult): UploadedFile[] {
  const known = result.outcome === 'known' ? m.outcome_known() : '';
  const state = result.outcome === 'known' || result.outcome === 'read' ? 'not_a_report' : result.outcome;
  if (result.parts.length === 0) {
    const words = outcomeWords(county, result.detail.unreadable ? 'unreadable' : state, result.detail);
    return [{ name, ...words, outcome: [known, words.outcome].filter(Boolean).join(m.list_separator()) }];
  }
  return result.parts.map((part) => {
    const words = outcomeWords(county, part.outcome, part.detail, part.body === null);
    return { name, ...words, outcome: [known, words.outcome].filter(Boolean).join(m.list_separator()) };
  });
}
