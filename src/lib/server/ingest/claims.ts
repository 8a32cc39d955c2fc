/**
 * Documents whose body was not recognised (待认领文件): a person says whose they are, or leaves them aside. The name that
 * was read is remembered as an alias of the body. A claim is taken back as a whole or not at all.
 */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { listBodies, replaceNames, type Body } from '../queries/bodies.ts';
import { endClaim, insertClaim, partsOfBody, removeFromFiling, standingClaims, type Claim, type NamedPart, type PartKey } from '../queries/claims.ts';
import type { FilingKey, Reads, Writes } from '../queries/connection.ts';
import { correctionsOf } from '../queries/corrections.ts';
import { changeCounty, countyById } from '../queries/counties.ts';
import { setPartOutcome, waitingBodies, type WaitingBody } from '../queries/documents.ts';
import { filingEvents, insertFilingEvent, type FilingEvent } from '../queries/filings.ts';
import { versionsOf } from '../queries/reports.ts';
import { ingestWaiting } from './create-bodies.ts';
import { ingestStored, type Intake } from './ingest-report.ts';
import { matchBody, plainName } from './match-body.ts';
import { checkDependents } from './neighbours.ts';
import { READER_VERSION } from './reader-version.ts';

type Receiving = Omit<Intake, 'bytes' | 'name'>;

/** Why nothing was claimed: none of it waits any more, or there is no such body. */
export type ClaimRefusal = { refused: 'gone' | 'no_body' };

const isOneOf = (parts: readonly PartKey[]) => ({ sha256, part }: PartKey): boolean => parts.some((each) => each.sha256 === sha256 && each.part === part);

/**
 * Gives waiting reports to a body and brings them in. With `remember` the name read in them becomes an alias of the body,
 * where it is one name, nobody else has it, and no other waiting report that names it was left out; whatever else waits
 * under that name then comes in too.
 * @returns the number of the claim
 */
export async function claimParts(db: Kysely<Schema>, intake: Receiving, parts: readonly PartKey[], body: string, remember: boolean): Promise<{ id: number; alias: string | null } | ClaimRefusal> {
  const { countyId, actor } = intake;
  const claimed = await db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    const register = await listBodies(trx, countyId);
    const owner = register.find(({ code }) => code === body);
    if (!owner) return { refused: 'no_body' as const };
    const waiting = await waitingBodies(trx, countyId);
    const chosen = waiting.flatMap(({ documents }) => documents.filter(isOneOf(parts)));
    if (chosen.length === 0) return { refused: 'gone' as const };
    const alias = remember ? aliasOf(waiting, chosen, register, owner) : null;
    if (alias !== null) await replaceNames(trx, countyId, body, [...owner.names, { name: alias, role: 'alias', validFrom: null, validTo: null }], actor);
    return { id: await insertClaim(trx, countyId, { body, alias, parts: chosen, actor }), alias, chosen };
  });
  if ('refused' in claimed) return claimed;
  for (const sha256 of new Set(claimed.chosen.map((part) => part.sha256))) await ingestStored(db, sha256, intake);
  if (claimed.alias !== null) await ingestWaiting(db, intake);
  return { id: claimed.id, alias: claimed.alias };
}

/** The name to remember, or null where it would say too much or nothing. */
function aliasOf(waiting: readonly WaitingBody[], chosen: readonly PartKey[], register: readonly Body[], owner: Body): string | null {
  const groups = waiting.filter(({ documents }) => documents.some(isOneOf(chosen)));
  const [group] = groups;
  if (!group || groups.length > 1 || group.body === null || plainName(group.body) === '' || !group.documents.every(isOneOf(chosen))) return null;
  const name = plainName(group.body);
  const has = (body: Body): boolean => body.names.some((each) => plainName(each.name) === name);
  return register.some((body) => body !== owner && has(body)) || has(owner) ? null : group.body.trim();
}

/** Leaves waiting reports aside: they are kept, and nobody is asked about them again. */
export async function leaveAside(db: Kysely<Schema>, { countyId, actor }: Pick<Intake, 'countyId' | 'actor'>, parts: readonly PartKey[]): Promise<{ id: number } | ClaimRefusal> {
  return db.transaction().execute(async (trx) => {
    await changeCounty(trx, countyId);
    const chosen = (await waitingBodies(trx, countyId)).flatMap(({ body, documents }) => documents.filter(isOneOf(parts)).map((document) => ({ ...document, body })));
    if (chosen.length === 0) return { refused: 'gone' as const };
    for (const { sha256, detail, part, title, body, year, scope } of chosen)
      await setPartOutcome(trx, countyId, sha256, { part, outcome: 'left_aside', detail, title, body, year, scope }, READER_VERSION);
    return { id: await insertClaim(trx, countyId, { body: null, alias: null, parts: chosen, actor }) };
  });
}

/** What a claim moved: the reports it was said of, and those that came later and that the body has by its alias alone. */
export async function movedBy(db: Reads, countyId: number, claim: Claim, register: readonly Body[], claims: readonly Claim[], place = ''): Promise<NamedPart[]> {
  const { alias, body: code } = claim;
  if (code === null || alias === null) return claim.parts;
  const without = register.map((body) => (body.code === code ? { ...body, names: body.names.filter((name) => !isAlias(name, alias)) } : body));
  const byAlias = (part: NamedPart): boolean => {
    const named = [{ name: alias, role: 'alias' as const, validFrom: null, validTo: null }];
    const [withAlias, alone] = [register.map((body) => (body.code === code ? { ...body, names: [...body.names, ...named] } : body)), without].map((bodies) => matchBody(bodies, part.body, part.detail.year ?? part.year, place));
    const isIts = (match: typeof alone): boolean => match !== undefined && 'body' in match && match.body.code === code;
    return isIts(withAlias) && !isIts(alone);
  };
  const others = claims.filter(({ id }) => id !== claim.id).flatMap(({ parts }) => parts);
  const later = (await partsOfBody(db, countyId, code)).filter((part) => !isOneOf(claim.parts)(part) && !isOneOf(others)(part) && byAlias(part));
  return [...claim.parts, ...later];
}

const isAlias = (name: Body['names'][number], alias: string): boolean => name.role === 'alias' && plainName(name.name) === plainName(alias);

/**
 * Why a report cannot leave its body: `corrected`, somebody corrected its figures; `judged`, it was returned, accepted or
 * published; `others`, other documents of the same report hang on it.
 */
export type Hindrance = { part: NamedPart; why: 'corrected' | 'judged' | 'others' };
export type TakenBack = { waiting: number } | { hindrances: Hindrance[] };

/** Undoes the transaction. */
class Hindered extends Error {
  readonly hindrances: Hindrance[];
  constructor(hindrances: Hindrance[]) {
    super('A report cannot leave its body');
    this.hindrances = hindrances;
  }
}

/**
 * Takes a claim back: its alias goes, and what it moved waits again; whoever was judged by these reports is looked at
 * again. Where one of them cannot leave, nothing changes and the reasons are told; null where no such claim stands.
 */
export async function takeBackClaim(db: Kysely<Schema>, intake: Receiving, id: number): Promise<TakenBack | null> {
  const { countyId, actor } = intake;
  try {
    const moved = await db.transaction().execute(async (trx) => {
      await changeCounty(trx, countyId);
      const claims = await standingClaims(trx, countyId);
      const claim = claims.find((each) => each.id === id);
      if (!claim) return null;
      const register = await listBodies(trx, countyId);
      const parts = await movedBy(trx, countyId, claim, register, claims, (await countyById(trx, countyId))?.name);
      const hindrances: Hindrance[] = [];
      for (const { filing, parts: placed } of byFiling(countyId, parts)) hindrances.push(...(await withdraw(trx, filing, placed, actor)));
      if (hindrances.length > 0) throw new Hindered(hindrances);
      const owner = register.find(({ code }) => code === claim.body);
      const { alias } = claim;
      if (owner && alias !== null && owner.names.some((name) => isAlias(name, alias))) await replaceNames(trx, countyId, owner.code, owner.names.filter((name) => !isAlias(name, alias)), actor);
      for (const { sha256, part, title, body, year, scope, detail } of parts)
        await setPartOutcome(trx, countyId, sha256, { part, outcome: 'body_unknown', detail: { candidates: detail.candidates ?? [], evidence: detail.evidence ?? [] }, title, body, year, scope }, READER_VERSION);
      await endClaim(trx, countyId, id, actor);
      return { parts, aside: claim.body === null };
    });
    if (!moved) return null;
    // Read again, so that they say where which name was read.
    if (!moved.aside) for (const sha256 of new Set(moved.parts.map((part) => part.sha256))) await ingestStored(db, sha256, intake);
    return { waiting: moved.parts.length };
  } catch (error) {
    if (error instanceof Hindered) return { hindrances: error.hindrances };
    throw error;
  }
}

/** Parts by the filing that they went to; those that went to none are left out. */
function byFiling(countyId: number, parts: readonly NamedPart[]): { filing: FilingKey; parts: NamedPart[] }[] {
  const filings = new Map<string, { filing: FilingKey; parts: NamedPart[] }>();
  for (const part of parts) {
    const { body, year, scope, version } = part.detail;
    if (body === undefined || year === undefined || scope === undefined || version === undefined) continue;
    const key = `${body}/${year}/${scope}`;
    const known = filings.get(key) ?? { filing: { countyId, body, year, scope }, parts: [] };
    known.parts.push(part);
    filings.set(key, known);
  }
  return [...filings.values()];
}

/** Events that stand for what the documents brought. */
const BROUGHT: readonly FilingEvent['kind'][] = ['received', 'attached', 'proposed', 'adopted'];
const JUDGED: readonly FilingEvent['kind'][] = ['returned', 'accepted', 'published'];

/** Takes parts out of one filing; what hinders it. */
async function withdraw(trx: Writes, filing: FilingKey, parts: readonly NamedPart[], actor: string): Promise<Hindrance[]> {
  const hindered = (why: Hindrance['why']): Hindrance[] => parts.map((part) => ({ part, why }));
  const stored = await versionsOf(trx, filing);
  const gone = stored.filter(isOneOf(parts));
  const numbers = gone.map(({ version }) => version);
  const counts = gone.some(({ state }) => state === 'current');
  const rest = (await partsOfBody(trx, filing.countyId, filing.body)).filter((part) => part.detail.year === filing.year && part.detail.scope === filing.scope && !isOneOf(parts)(part));
  const events = standing(await filingEvents(trx, filing));
  const corrections = await correctionsOf(trx, filing);
  if (counts ? corrections.length > 0 : corrections.some(({ version }) => version !== null && numbers.includes(version))) return hindered('corrected');
  if (counts && events.some(({ kind }) => JUDGED.includes(kind))) return hindered('judged');
  if ((counts && rest.length > 0) || rest.some(({ detail }) => detail.version !== undefined && numbers.includes(detail.version))) return hindered('others');
  for (const part of parts) await removeFromFiling(trx, filing, part, gone.filter(isOneOf([part])).map(({ version }) => version));
  for (const { id, kind, detail } of events) {
    const itsPart = parts.some(({ sha256, part }) => detail.sha256 === sha256 && detail.part === part);
    if (BROUGHT.includes(kind) && (itsPart || (detail.sha256 === undefined && detail.version !== undefined && numbers.includes(detail.version))))
      await insertFilingEvent(trx, filing, { kind: 'withdrawn', detail: { event: id }, origin: 'claim', actor });
  }
  if (counts) await checkDependents(trx, filing);
  return [];
}

function standing(events: readonly FilingEvent[]): FilingEvent[] {
  const taken = new Set(events.flatMap(({ kind, detail }) => (kind === 'withdrawn' && detail.event !== undefined ? [detail.event] : [])));
  return events.filter(({ id, kind }) => kind !== 'withdrawn' && !taken.has(id));
}
