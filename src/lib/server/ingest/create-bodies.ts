/** First run: bodies for what was read and is not in the register. */
import type { Kysely } from 'kysely';
import type { BodyKind } from '../../checks/finding.ts';
import { FIRST_YEAR } from '../../form/edition.ts';
import type { Schema } from '../database/schema.ts';
import { insertBodies, insertBodyYears, listBodies, type Body, type NewBody } from '../queries/bodies.ts';
import { changeCounty, countyById, updateCounty } from '../queries/counties.ts';
import { bodyYearsOfCounty } from '../queries/county-years.ts';
import { unfinishedDocuments, waitingBodies, type WaitingBody } from '../queries/documents.ts';
import { statutoryYear } from './due-dates.ts';
import { ingestStored, type IngestResult, type Intake } from './ingest-report.ts';
import { guessKind, matchBody, plainName, sameName } from './match-body.ts';

export interface ProposedBody {
  /** The longest of the names that were read. */
  name: string;
  /** Other names that say the same, with or without the place before it. */
  aliases: string[];
  kind: BodyKind;
  /** Years of its waiting reports, the first one first. */
  years: number[];
  documents: number;
}

/** The official order of a register; within a kind by name. */
const ORDER: readonly BodyKind[] = ['government', 'county_office', 'department', 'zone', 'township', 'subdistrict', 'vertical', 'authorised'];

/** What can be created from waiting documents: one body for names that say the same. Documents without a name stay. */
export function proposeBodies(waiting: readonly WaitingBody[], place = ''): ProposedBody[] {
  const names = waiting.flatMap((group) => (group.body !== null && plainName(group.body) !== '' ? [{ ...group, body: group.body }] : []))
    .sort((a, b) => plainName(b.body).length - plainName(a.body).length);
  const proposed: ProposedBody[] = [];
  for (const { body, documents } of names) {
    const years = documents.flatMap(({ year }) => (year === null ? [] : [year]));
    const near = proposed.filter((other) => [other.name, ...other.aliases].some((name) => sameName(name, body, place)));
    const equal = near.find((other) => plainName(other.name) === plainName(body));
    // A short name that fits several long ones belongs to none of them.
    const known = equal ?? (near.length === 1 ? near[0] : undefined);
    if (!known) {
      proposed.push({ name: body.trim(), aliases: [], kind: kindOf(body, documents), years, documents: documents.length });
      continue;
    }
    if (![known.name, ...known.aliases].includes(body.trim())) known.aliases.push(body.trim());
    known.years.push(...years);
    known.documents += documents.length;
  }
  const byName = new Intl.Collator('zh');
  return proposed
    .map((body) => ({ ...body, years: [...new Set(body.years)].sort((a, b) => a - b) }))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || byName.compare(a.name, b.name));
}

/** Whoever reports for a whole area, and never for itself, is its government: 平潭综合实验区, 某开发区管理委员会. */
function kindOf(name: string, documents: WaitingBody['documents']): BodyKind {
  const kind = guessKind(name);
  const area = kind === 'zone' || /[省市县区州盟旗]$/.test(plainName(name));
  return area && documents.every(({ scope }) => scope === 'rollup') ? 'government' : kind;
}

/** Codes count on from the highest number that was ever given. */
function numbered(proposed: readonly ProposedBody[], register: readonly Body[]): (NewBody & { years: number[] })[] {
  const last = Math.max(0, ...register.map((body) => (/^\d+$/.test(body.code) ? Number(body.code) : 0)));
  return proposed.map((body, index) => ({
    code: String(last + index + 1).padStart(3, '0'), kind: body.kind, sortOrder: register.length + index + 1, years: body.years,
    names: [{ name: body.name, role: 'name' as const }, ...body.aliases.map((name) => ({ name, role: 'alias' as const }))],
  }));
}

/** What a person made of a proposed body, by the name that was read; what is not in the map is not created. */
export type ChosenBodies = ReadonlyMap<string, { name: string; kind: BodyKind }>;

/** Names as they were chosen; bodies that were given the same name are one, and what was read stays as an alias. */
function chosenOf(proposed: readonly ProposedBody[], chosen: ChosenBodies): ProposedBody[] {
  const bodies: ProposedBody[] = [];
  for (const body of proposed) {
    const choice = chosen.get(body.name);
    if (!choice) continue;
    const read = [body.name, ...body.aliases];
    const same = bodies.find(({ name }) => plainName(name) === plainName(choice.name));
    const { name } = same ?? choice;
    const aliases = [...new Set([...(same?.aliases ?? []), ...read])].filter((alias) => alias !== name);
    const joined = { name, aliases, kind: same?.kind ?? choice.kind, years: [...new Set([...(same?.years ?? []), ...body.years])].sort((a, b) => a - b), documents: (same?.documents ?? 0) + body.documents };
    if (same) bodies[bodies.indexOf(same)] = joined;
    else bodies.push(joined);
  }
  return bodies;
}

/** Names that were read and that the register does not have. */
export function withoutBody(waiting: readonly WaitingBody[], register: readonly Body[], place = ''): WaitingBody[] {
  return waiting.flatMap((group) => {
    const documents = group.documents.filter(({ year }) => !('body' in matchBody(register, group.body, year, place)));
    return documents.length === 0 ? [] : [{ ...group, documents }];
  });
}

/** Brings in the waiting documents whose body the register has by now. */
export async function ingestWaiting(db: Kysely<Schema>, intake: Omit<Intake, 'bytes' | 'name'>): Promise<IngestResult[]> {
  const { countyId } = intake;
  const [register, place] = [await listBodies(db, countyId), (await countyById(db, countyId))?.name];
  const known = (await waitingBodies(db, countyId)).flatMap(({ body, documents }) => documents.filter(({ year }) => 'body' in matchBody(register, body, year, place)));
  const ingested: IngestResult[] = [];
  for (const sha256 of new Set(known.map((document) => document.sha256))) ingested.push(await ingestStored(db, sha256, intake));
  return ingested;
}

export interface CreatedBodies {
  /** Names of the new bodies, in the order of the register. */
  created: string[];
  /** What became of the documents that waited. */
  ingested: IngestResult[];
}

/**
 * Creates the bodies that waiting documents name, says for each that it must file from its first to its last year seen,
 * and brings the waiting documents in. `county` gives the county its code and name first; without `chosen` all are created.
 * Where the county has a register already, a new body enters only the years that it has: how many reports are due in a
 * year does not grow with each report that comes.
 */
export async function createBodies(
  db: Kysely<Schema>, intake: Omit<Intake, 'bytes' | 'name'>, county?: { code: string; name: string }, chosen?: ChosenBodies,
): Promise<CreatedBodies> {
  const { countyId, actor } = intake;
  const created = await db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    if (county) await updateCounty(trx, countyId, county);
    const place = (await countyById(trx, countyId))?.name;
    const register = await listBodies(trx, countyId);
    const proposed = proposeBodies(withoutBody(await waitingBodies(trx, countyId), register, place), place);
    const bodies = numbered(chosen ? chosenOf(proposed, chosen) : proposed, register);
    const registered = new Set((await bodyYearsOfCounty(trx, countyId)).map(({ year }) => year));
    await insertBodies(trx, countyId, bodies, actor);
    await insertBodyYears(trx, countyId, bodies.flatMap(({ code, kind, years }) =>
      yearsDue(years).filter((year) => registered.size === 0 || registered.has(year)).map((year) => statutoryYear(code, kind, year))), actor);
    return bodies.map((body) => body.names[0]?.name ?? body.code);
  });
  const ingested: IngestResult[] = [];
  for (const { sha256 } of await unfinishedDocuments(db, countyId)) ingested.push(await ingestStored(db, sha256, intake));
  return { created, ingested };
}

/** From the first to the last year, without gaps: a year between them without a report is one that is not filed. */
function yearsDue(years: readonly number[]): number[] {
  const seen = years.filter((year) => year >= FIRST_YEAR);
  const [first, last] = [Math.min(...seen), Math.max(...seen)];
  return seen.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
