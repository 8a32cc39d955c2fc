/** What people write beside the figures: context notes, changes of law, reports of other counties. Problems are words, never thrown. */
import type { Kysely } from 'kysely';
import { isFigureId, FIGURES } from '../../form/figures.ts';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { reader } from '../ingest/handle.ts';
import { numberedReports } from '../ingest/read-reports.ts';
import { bodyByCode } from '../queries/bodies.ts';
import type { Writes } from '../queries/connection.ts';
import {
  deleteContextNote, deleteLegalChange, deleteReferenceReport, insertContextNote, saveLegalChange, saveReferenceReport, updateContextNote,
} from '../queries/context.ts';
import { changeCounty } from '../queries/counties.ts';
import { outcomeWords } from './documents-page.ts';
import type { County } from '../queries/counties.ts';

export interface Writing {
  db: Kysely<Schema>;
  county: County;
  actor: string;
}

const text = (form: FormData, name: string, most: number): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '').trim().slice(0, most) : '';
};
const yearOf = (form: FormData): number | null => {
  const year = text(form, 'year', 10);
  return /^\d{4}$/.test(year) && Number(year) >= 2008 && Number(year) <= 2200 ? Number(year) : null;
};

function keep(writing: Writing, work: (trx: Writes) => Promise<string | undefined>): Promise<string | undefined> {
  return writing.db.transaction().execute(async (trx) => {
    await changeCounty(trx, writing.county.countyId);
    return work(trx);
  });
}

/** Writes a note on a body, or rewrites the one whose `id` is given. */
export async function writeNote(writing: Writing, body: string, form: FormData): Promise<string | undefined> {
  const { county: { countyId }, actor } = writing;
  const [year, words, id] = [yearOf(form), text(form, 'words', 1000), text(form, 'id', 12)];
  if (year === null) return m.context_problem_year();
  if (words === '') return m.context_problem_words();
  return keep(writing, async (trx) => {
    if (!(await bodyByCode(trx, countyId, body))) return m.error_not_found();
    if (!/^\d+$/.test(id)) return void (await insertContextNote(trx, countyId, { body, year, words }, actor));
    return (await updateContextNote(trx, countyId, { id: Number(id), body, year, words }, actor)) ? undefined : m.context_problem_gone();
  });
}

export async function removeNote(writing: Writing, body: string, form: FormData): Promise<string | undefined> {
  const id = text(form, 'id', 12);
  if (!/^\d+$/.test(id)) return m.context_problem_gone();
  return keep(writing, async (trx) => void (await deleteContextNote(trx, writing.county.countyId, body, Number(id))));
}

/** Keeps a change of law: one that is known, worded otherwise or hidden, or the county's own. */
export async function writeChange(writing: Writing, form: FormData): Promise<string | undefined> {
  const [year, words, figures, given] = [yearOf(form), text(form, 'words', 60), text(form, 'figures', 80), text(form, 'key', 40)];
  if (year === null) return m.context_problem_year();
  if (words === '') return m.context_problem_words();
  if (!FIGURES.some(({ id }) => id === figures || id.startsWith(`${figures}.`)) || figures === '') return m.context_problem_figures({ figures });
  // The county's own are named by what they are of: the same year and figures are the same change.
  const key = /^[0-9A-Za-z-]+$/.test(given) ? given : `own-${year}-${figures.replace(/[^0-9a-z]+/g, '-')}`.slice(0, 40);
  return keep(writing, async (trx) => void (await saveLegalChange(trx, writing.county.countyId, { key, year, figures, words, source: text(form, 'source', 120), hidden: form.has('hidden') }, writing.actor)));
}

export async function removeChange(writing: Writing, form: FormData): Promise<string | undefined> {
  return keep(writing, async (trx) => void (await deleteLegalChange(trx, writing.county.countyId, text(form, 'key', 40))));
}

/** Reads another county's published report, as every report is read, and keeps its figures to compare with. */
export async function loadReference(writing: Writing, form: FormData): Promise<string | undefined> {
  const [name, address, people] = [text(form, 'name', 60), text(form, 'address', 500), text(form, 'population', 12).replace(/[,，\s]/g, '')];
  const file = form.get('file');
  if (name === '') return m.context_problem_name();
  if (name === writing.county.name) return m.context_problem_own();
  if (people !== '' && !(/^\d{1,9}$/.test(people) && Number(people) > 0)) return m.context_problem_people({ text: people });
  if (address !== '' && !/^https?:\/\/[^\s/]+/.test(address)) return m.filings_problem_address();
  if (!(file instanceof File) || file.size === 0) return m.upload_nothing();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await reader()(bytes, file.name);
  if ('unreadable' in read) return outcomeWords(writing.county, 'unreadable', { unreadable: read.unreadable, ...('format' in read && read.format ? { format: read.format } : {}) }).outcome;
  const reports = numberedReports(read.reports).filter(({ report }) => report.tables.includes('三'));
  const [found] = reports;
  if (!found) return m.context_problem_no_report();
  if (reports.length > 1) return m.context_problem_several({ n: reports.length });
  const year = yearOf(form) ?? found.report.year;
  if (year === null) return m.context_problem_year();
  if (found.report.year !== null && found.report.year !== year) return m.context_problem_other_year({ read: String(found.report.year), given: String(year) });
  const figures = Object.fromEntries(Object.entries(found.figures).filter(([id]) => isFigureId(id)).map(([id, { value, missing }]) => [id, missing === undefined ? { value } : { value, missing }]));
  return keep(writing, async (trx) => void (await saveReferenceReport(trx, writing.county.countyId, {
    name, year, population: people === '' ? null : Number(people), address: address === '' ? null : address, documentName: file.name, bytes, figures,
  }, writing.actor)));
}

export async function removeReference(writing: Writing, form: FormData): Promise<string | undefined> {
  const year = yearOf(form);
  if (year === null) return m.context_problem_year();
  return keep(writing, async (trx) => void (await deleteReferenceReport(trx, writing.county.countyId, text(form, 'name', 60), year)));
}
