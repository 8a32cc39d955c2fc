/** 待认领文件: documents that were read and whose body is not known, whose they may be, and what was said of others. */
import type { Kysely } from 'kysely';
import type { Evidence } from '../../recognition/report.ts';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { claimParts, leaveAside, movedBy, takeBackClaim, type Hindrance } from '../ingest/claims.ts';
import { reader } from '../ingest/handle.ts';
import type { Intake } from '../ingest/ingest-report.ts';
import { nearBodies, plainName } from '../ingest/match-body.ts';
import { listBodies, type Body } from '../queries/bodies.ts';
import { standingClaims, type Claim, type NamedPart, type PartKey } from '../queries/claims.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { waitingBodies, type WaitingBody } from '../queries/documents.ts';
import { today } from '../today.ts';
import { KIND_WORDS, KINDS } from './bodies-page.ts';
import { outcomeWords } from './documents-page.ts';

export interface UnassignedGroup {
  /** Name as read; null where none was. */
  name: string | null;
  /** Where it was read, in words. */
  from: string;
  /** Other names that stand in the documents, with where. */
  others: string[];
  suggestions: { code: string; name: string; kind: string }[];
  documents: { key: string; sha256: string; name: string; year: string; title: string }[];
}
export interface ClaimedGroup {
  id: number;
  /** Null where they were left aside. */
  body: { code: string; name: string } | null;
  alias: string | null;
  by: string;
  parts: { key: string; sha256: string; name: string; report: string; outcome: string; link: string | null }[];
}
export interface UnassignedPage {
  /** Reports that wait. */
  waiting: number;
  groups: UnassignedGroup[];
  claimed: ClaimedGroup[];
  aside: ClaimedGroup[];
  /** The register by kind, in its order. */
  register: { label: string; bodies: { code: string; name: string }[] }[];
  /** What the claim of the address came to, in a sentence. */
  told: string | null;
}

const FROM: Record<Evidence['from'], () => string> = {
  title: m.claims_from_title, signature: m.claims_from_signature, metadata: m.claims_from_metadata, 'file name': m.claims_from_file_name,
  period: m.claims_from_text, 'first person': m.claims_from_text, tables: m.claims_from_text,
};
/** Other readings that are shown. */
const OTHERS = 4;

export async function readUnassignedPage(db: Reads, county: County, asked: string | null): Promise<UnassignedPage> {
  const { countyId } = county;
  const [register, waiting, claims] = [await listBodies(db, countyId), await waitingBodies(db, countyId), await standingClaims(db, countyId)];
  const told: ClaimedGroup[] = [];
  for (const claim of claims) told.push(claimedGroup(county, register, claim, await movedBy(db, countyId, claim, register, claims, county.name)));
  // A claim whose documents wait again, since their year or body is read otherwise by now, has nothing to show.
  const groups = waiting.flatMap((group) => (group.body === null ? group.documents.map((document) => ({ body: null, documents: [document] })) : [group])).map((group) => unassignedGroup(register, group, county.name));
  return {
    waiting: waiting.reduce((n, { documents }) => n + documents.length, 0), groups,
    claimed: told.filter(({ body }) => body !== null), aside: told.filter(({ body }) => body === null),
    register: KINDS.flatMap((kind) => {
      const bodies = register.filter((body) => body.kind === kind).map(({ code, name }) => ({ code, name }));
      return bodies.length === 0 ? [] : [{ label: KIND_WORDS[kind](), bodies }];
    }),
    told: claimWords(told.find(({ id }) => String(id) === asked)),
  };
}

function unassignedGroup(register: readonly Body[], { body, documents }: WaitingBody, place: string): UnassignedGroup {
  const evidence = documents.flatMap(({ detail }) => detail.evidence ?? []);
  const isIt = ({ value }: Evidence): boolean => body !== null && plainName(value) === plainName(body);
  const words = (of: readonly Evidence[]): string => [...new Set(of.map(({ from }) => FROM[from]()))].join(m.enumeration());
  const values = [...new Set(evidence.filter((each) => !isIt(each)).map(({ value }) => value))].slice(0, OTHERS);
  const namesakes = [...new Set(documents.flatMap(({ detail }) => detail.candidates ?? []))].flatMap((code) => register.find((each) => each.code === code) ?? []);
  const near = nearBodies(register, [...(body === null ? [] : [body]), ...values, ...documents.map(({ name }) => name.replace(/\.\w+$/, '').replace(/\d+|年度?|政府信息公开|工作|报告/g, ''))], place);
  return {
    name: body, from: words(evidence.filter(isIt)),
    others: values.map((value) => m.claims_reading({ from: words(evidence.filter((each) => each.value === value)), name: value })),
    suggestions: [...new Set([...namesakes, ...near])].map(({ code, name, kind }) => ({ code, name, kind: KIND_WORDS[kind]() })),
    documents: documents.map(({ sha256, part, name, year, title }) => ({ key: `${sha256}/${part}`, sha256, name, year: year === null ? m.year_not_read() : m.claims_year({ year: String(year) }), title: title ?? '' })),
  };
}

function claimedGroup(county: County, register: readonly Body[], claim: Claim, moved: readonly NamedPart[]): ClaimedGroup {
  const nameOf = (code: string): string => register.find((body) => body.code === code)?.name ?? code;
  return {
    id: claim.id, alias: claim.alias, body: claim.body === null ? null : { code: claim.body, name: nameOf(claim.body) },
    by: m.claims_by({ actor: claim.actor, day: today(new Date(claim.claimedAt)) }),
    parts: moved.map((part) => {
      const { outcome, link } = outcomeWords(county, part.outcome, part.detail, part.body === null);
      return { key: `${part.sha256}/${part.part}`, sha256: part.sha256, name: part.documentName, report: reportWords(part, nameOf), outcome, link };
    }),
  };
}

const reportWords = (part: NamedPart, nameOf: (code: string) => string): string =>
  [part.detail.body === undefined ? (part.body ?? m.body_not_read()) : nameOf(part.detail.body), part.year === null ? m.year_not_read() : m.claims_year({ year: String(part.year) })].join(' ');

function claimWords(claim: ClaimedGroup | undefined): string | null {
  if (!claim) return null;
  const n = claim.parts.length;
  if (claim.body === null) return m.claims_told_aside({ n });
  return claim.alias === null ? m.claims_told({ n, body: claim.body.name }) : m.claims_told_alias({ n, body: claim.body.name, alias: claim.alias });
}

/** What a form says, as text that somebody typed: documents as `sha256/part`. */
function partsOf(keys: readonly string[]): PartKey[] {
  return keys.flatMap((key) => {
    const found = /^([0-9a-f]{64})\/(\d{1,6})$/.exec(key);
    return found ? [{ sha256: found[1] ?? '', part: Number(found[2]) }] : [];
  });
}

const receiving = (county: County, actor: string): Omit<Intake, 'bytes' | 'name'> => ({ countyId: county.countyId, actor, today: today(), origin: 'web', read: reader() });

/** What was asked of chosen documents. `body` is a suggestion that was ticked, `other` one from the list. */
export interface AskedClaim {
  keys: readonly string[];
  body: string;
  other: string;
  remember: boolean;
  aside: boolean;
}
/** A sentence that says why not, else the number of the claim. */
export type Claimed = { refused: string } | { id: number };

export async function claim(db: Kysely<Schema>, county: County, asked: AskedClaim, actor: string): Promise<Claimed> {
  const parts = partsOf(asked.keys);
  if (parts.length === 0) return { refused: m.claims_refused_none() };
  if (asked.aside) {
    const left = await leaveAside(db, { countyId: county.countyId, actor }, parts);
    return 'refused' in left ? { refused: m.claims_refused_gone() } : left;
  }
  if (asked.body !== '' && asked.other !== '' && asked.body !== asked.other) return { refused: m.claims_refused_two() };
  const body = asked.body || asked.other;
  if (body === '') return { refused: m.claims_refused_body() };
  const claimed = await claimParts(db, receiving(county, actor), parts, body, asked.remember);
  if (!('refused' in claimed)) return { id: claimed.id };
  return { refused: claimed.refused === 'gone' ? m.claims_refused_gone() : m.claims_refused_body() };
}

const WHY: Record<Hindrance['why'], () => string> = { corrected: m.claims_why_corrected, judged: m.claims_why_judged, others: m.claims_why_others };

/** Takes a claim back: a sentence that says what waits again, or why it cannot be, report by report. */
export async function unclaim(db: Kysely<Schema>, county: County, id: number, actor: string): Promise<{ told: string } | { refused: string; reasons: string[] }> {
  const taken = await takeBackClaim(db, receiving(county, actor), id);
  if (taken === null) return { refused: m.claims_refused_gone(), reasons: [] };
  if ('waiting' in taken) return { told: m.claims_taken_back({ n: taken.waiting }) };
  const names = new Map((await listBodies(db, county.countyId)).map(({ code, name }) => [code, name]));
  return {
    refused: m.claims_refused_hindered(),
    reasons: taken.hindrances.map(({ part, why }) => m.claims_hindrance({ report: reportWords(part, (code) => names.get(code) ?? code), file: part.documentName, why: WHY[why]() })),
  };
}
