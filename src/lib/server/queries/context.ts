/** What stands beside the figures: context notes, changes of law as the county keeps them, reports of other counties. */
import { sql } from 'kysely';
import type { FigureId } from '../../form/figures.ts';
import type { ReferenceFigure } from '../database/schema.ts';
import type { Reads, Writes } from './connection.ts';
import { storedJson, storedText, storedTextOrNull } from './stored-text.ts';

export interface ContextNote {
  id: number;
  year: number;
  words: string;
  actor: string;
  notedAt: string;
}

/** Notes on a body, the newest year first. */
export async function contextNotesOf(db: Reads, countyId: number, body: string): Promise<ContextNote[]> {
  return db.selectFrom('context_notes').select(['note_id as id', 'year', 'words', 'actor', 'noted_at as notedAt'])
    .where('county_id', '=', countyId).where('body_code', '=', body).orderBy('year', 'desc').orderBy('note_id').execute();
}

export async function insertContextNote(trx: Writes, countyId: number, note: { body: string; year: number; words: string }, actor: string): Promise<void> {
  await trx.insertInto('context_notes').values({ county_id: countyId, body_code: note.body, year: note.year, words: storedText(note.words), actor }).execute();
}

/** Rewrites a note of the body; false where it is gone. */
export async function updateContextNote(trx: Writes, countyId: number, note: { id: number; body: string; year: number; words: string }, actor: string): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('context_notes').set({ year: note.year, words: storedText(note.words), actor, noted_at: sql<string>`now()` })
    .where('county_id', '=', countyId).where('body_code', '=', note.body).where('note_id', '=', note.id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteContextNote(trx: Writes, countyId: number, body: string, id: number): Promise<void> {
  await trx.deleteFrom('context_notes').where('county_id', '=', countyId).where('body_code', '=', body).where('note_id', '=', id).execute();
}

export interface KeptLegalChange {
  key: string;
  year: number;
  /** Beginning of the ids of the figures it bears upon. */
  figures: string;
  words: string;
  /** '' where none. */
  source: string;
  hidden: boolean;
}

export async function keptLegalChanges(db: Reads, countyId: number): Promise<KeptLegalChange[]> {
  const rows = await db.selectFrom('legal_changes').select(['key', 'year', 'figures', 'words', 'source', 'hidden']).where('county_id', '=', countyId).orderBy('year').orderBy('key').execute();
  return rows.map(({ source, ...row }) => ({ ...row, source: source ?? '' }));
}

/** Keeps a change of law, in place of the one of the same key. */
export async function saveLegalChange(trx: Writes, countyId: number, change: KeptLegalChange, actor: string): Promise<void> {
  const kept = { year: change.year, figures: change.figures, words: storedText(change.words), source: storedTextOrNull(change.source === '' ? null : change.source), hidden: change.hidden, actor, noted_at: sql<string>`now()` };
  await trx.insertInto('legal_changes').values({ county_id: countyId, key: change.key, ...kept })
    .onConflict((conflict) => conflict.columns(['county_id', 'key']).doUpdateSet(kept)).execute();
}

/** The county keeps nothing of this key: what the programme proposes counts again. */
export async function deleteLegalChange(trx: Writes, countyId: number, key: string): Promise<void> {
  await trx.deleteFrom('legal_changes').where('county_id', '=', countyId).where('key', '=', key).execute();
}

export interface ReferenceReport {
  name: string;
  year: number;
  population: number | null;
  address: string | null;
  documentName: string;
  figures: Record<FigureId, ReferenceFigure>;
}

/** Reports of other counties with their figures, without the files. */
export async function referenceReports(db: Reads, countyId: number): Promise<ReferenceReport[]> {
  return db.selectFrom('reference_reports').select(['name', 'year', 'population', 'address', 'document_name as documentName', 'figures'])
    .where('county_id', '=', countyId).orderBy('name').orderBy('year').execute();
}

/** The file that a reference report was read from. */
export async function referenceDocument(db: Reads, countyId: number, name: string, year: number): Promise<{ documentName: string; bytes: Uint8Array } | undefined> {
  return db.selectFrom('reference_reports').select(['document_name as documentName', 'bytes'])
    .where('county_id', '=', countyId).where('name', '=', name).where('year', '=', year).executeTakeFirst();
}

/** Keeps a report of another county, in place of the one of the same county and year. */
export async function saveReferenceReport(trx: Writes, countyId: number, report: ReferenceReport & { bytes: Uint8Array }, actor: string): Promise<void> {
  const kept = {
    population: report.population, address: storedTextOrNull(report.address), document_name: storedText(report.documentName), bytes: report.bytes, figures: storedJson(report.figures), actor,
    loaded_at: sql<string>`now()`,
  };
  await trx.insertInto('reference_reports').values({ county_id: countyId, name: storedText(report.name), year: report.year, ...kept })
    .onConflict((conflict) => conflict.columns(['county_id', 'name', 'year']).doUpdateSet(kept)).execute();
}

export async function deleteReferenceReport(trx: Writes, countyId: number, name: string, year: number): Promise<void> {
  await trx.deleteFrom('reference_reports').where('county_id', '=', countyId).where('name', '=', name).where('year', '=', year).execute();
}
