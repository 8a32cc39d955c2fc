/** Files that came through the page: stored and listed in a batch at once, read by the queue afterwards. */
import type { Kysely } from 'kysely';
import { FIRST_YEAR } from '../../form/edition.ts';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { intakeQueue } from '../ingest/handle.ts';
import { openBatch, receiveFile } from '../ingest/intake.ts';
import type { County } from '../queries/counties.ts';
import { batchByNumber } from '../queries/intake.ts';
import { today } from '../today.ts';

/** Number of the batch, or a sentence that says why nothing was taken. */
export type Uploaded = { batch: number } | { refused: string };

/**
 * Takes the files of a form: `files` and `folder`, with `year` ('' is any), `purpose` and, where more of the same batch is
 * sent, `batch`.
 */
export async function takeUpload(db: Kysely<Schema>, county: County, form: FormData, actor: string): Promise<Uploaded> {
  const files = [...form.getAll('files'), ...form.getAll('folder')].filter((file) => file instanceof File && (file.name !== '' || file.size > 0)) as File[];
  if (files.length === 0) return { refused: m.upload_nothing() };
  const asked = await batchOf(db, county, form, actor);
  if ('refused' in asked) return asked;
  for (const file of files) await receiveFile(db, county.countyId, asked.batch, { name: plainPath(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }, actor);
  intakeQueue().wake();
  return asked;
}

async function batchOf(db: Kysely<Schema>, county: County, form: FormData, actor: string): Promise<Uploaded> {
  const [batch, year, purpose] = ['batch', 'year', 'purpose'].map((name) => form.get(name)) as [FormDataEntryValue | null, FormDataEntryValue | null, FormDataEntryValue | null];
  if (typeof batch === 'string' && batch !== '') {
    const known = /^\d{1,9}$/.test(batch) ? await batchByNumber(db, county.countyId, Number(batch)) : undefined;
    return known ? { batch: known.batch } : { refused: m.intake_bad_batch() };
  }
  const last = Number(today().slice(0, 4));
  const meant = year === null || year === '' ? null : Number(year);
  if (meant !== null && !(Number.isInteger(meant) && meant >= FIRST_YEAR && meant <= last)) return { refused: m.intake_bad_year({ last: String(last) }) };
  return { batch: await openBatch(db, county.countyId, { year: meant, purpose: purpose === 'archive' ? 'archive' : 'current', origin: 'web', actor }) };
}

/** Browsers send the folder before the name, Windows with its own slash. */
const plainPath = (name: string): string => name.replaceAll('\\', '/').replace(/^(?:\.{0,2}\/)+/, '');
