/** First run: what was read and has no body yet, and one step that creates them all. */
import type { Kysely } from 'kysely';
import type { BodyKind } from '../../checks/finding.ts';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { createBodies, proposeBodies, withoutBody, type ChosenBodies } from '../ingest/create-bodies.ts';
import { reader } from '../ingest/handle.ts';
import { listBodies } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import { countyByCode, insertCounty, type County } from '../queries/counties.ts';
import { waitingBodies } from '../queries/documents.ts';
import { today } from '../today.ts';
import { KIND_WORDS, KINDS, spans } from './bodies-page.ts';

export interface StartPage {
  bodies: { name: string; aliases: string[]; kind: BodyKind; years: string; documents: number }[];
  kinds: { kind: BodyKind; label: string }[];
  /** Waiting documents in which no name was read. */
  nameless: number;
}

export async function readStartPage(db: Reads, county: County): Promise<StartPage> {
  const waiting = withoutBody(await waitingBodies(db, county.countyId), await listBodies(db, county.countyId), county.name);
  const proposed = proposeBodies(waiting, county.name);
  return {
    bodies: proposed.map(({ name, aliases, kind, years, documents }) => ({ name, aliases, kind, years: spans(years), documents })),
    kinds: KINDS.map((kind) => ({ kind, label: KIND_WORDS[kind]() })),
    nameless: waiting.reduce((n, { documents }) => n + documents.length, 0) - proposed.reduce((n, { documents }) => n + documents, 0),
  };
}

export interface GivenCounty {
  name: string;
  code: string;
}
/** A sentence that says why not, else the county's code of now. */
export type Started = { refused: string } | { code: string };

const CODE = /^[0-9A-Za-z-]{1,12}$/;

/** What somebody typed as a county, or why it cannot be one. `own` is the county that may keep its code. */
async function checkCounty(db: Reads, given: GivenCounty, own: number | null): Promise<GivenCounty | { refused: string }> {
  const [name, code] = [given.name.trim(), given.code.trim()];
  if (name === '' || name.length > 60 || !CODE.test(code)) return { refused: m.start_refused_code() };
  const other = await countyByCode(db, code);
  return other && other.countyId !== own ? { refused: m.start_refused_taken({ code, name: other.name }) } : { name, code };
}

/** The first county of an empty database. */
export async function startCounty(db: Kysely<Schema>, given: GivenCounty, actor: string): Promise<Started> {
  const county = await checkCounty(db, given, null);
  if ('refused' in county) return county;
  await db.transaction().execute((trx) => insertCounty(trx, { ...county, actor }));
  return { code: county.code };
}

/** Creates the chosen bodies and brings the waiting documents in. */
export async function startRegister(db: Kysely<Schema>, county: County, given: GivenCounty, chosen: ChosenBodies, actor: string): Promise<Started> {
  if (chosen.size === 0) return { refused: m.start_refused_none() };
  if ([...chosen.values()].some(({ name }) => name === '' || name.length > 100)) return { refused: m.start_refused_name() };
  const checked = await checkCounty(db, given, county.countyId);
  if ('refused' in checked) return checked;
  await createBodies(db, { countyId: county.countyId, actor, today: today(), origin: 'web', read: reader() }, checked, chosen);
  return { code: checked.code };
}
