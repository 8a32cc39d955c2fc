/** First run: what was read and has no body yet, and one step that creates them all. */
import type { Kysely } from 'kysely';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { createBodies, proposeBodies } from '../ingest/create-bodies.ts';
import type { Reads } from '../queries/connection.ts';
import { countyByCode, type County } from '../queries/counties.ts';
import { waitingBodies } from '../queries/documents.ts';
import { today } from '../today.ts';
import { KIND_WORDS, spans } from './bodies-page.ts';

export interface StartPage {
  bodies: { name: string; aliases: string[]; kind: string; years: string; documents: number }[];
  /** Waiting documents in which no name was read. */
  nameless: number;
}

export async function readStartPage(db: Reads, county: County): Promise<StartPage> {
  const waiting = await waitingBodies(db, county.countyId);
  const proposed = proposeBodies(waiting, county.name);
  return {
    bodies: proposed.map(({ name, aliases, kind, years, documents }) => ({ name, aliases, kind: KIND_WORDS[kind](), years: spans(years), documents })),
    nameless: waiting.reduce((n, { documents }) => n + documents.length, 0) - proposed.reduce((n, { documents }) => n + documents, 0),
  };
}

const CODE = /^[0-9A-Za-z-]{1,12}$/;

/** Creates the bodies and brings the waiting documents in; `refused` is a sentence, else the county's code of now. */
export async function startRegister(db: Kysely<Schema>, county: County, given: { name: string; code: string }, actor: string): Promise<{ refused: string } | { code: string }> {
  const [name, code] = [given.name.trim(), given.code.trim()];
  if (name === '' || name.length > 60 || !CODE.test(code)) return { refused: m.start_refused_code() };
  const other = await countyByCode(db, code);
  if (other && other.countyId !== county.countyId) return { refused: m.start_refused_taken({ code, name: other.name }) };
  await createBodies(db, { countyId: county.countyId, actor, today: today(), origin: 'web' }, { code, name });
  return { code };
}
