/** What a supervisor does with a filing. Each act is one transaction; what cannot be done is answered in words, never thrown. */
import type { Kysely } from 'kysely';
import { JUDGEMENTS, mayBeSaid, standsAgainst, type Judgement } from '../../checks/judgement.ts';
import { m } from '../../paraglide/messages.js';
import type { SaidHow, Schema } from '../database/schema.ts';
import { compareWaiting } from '../ingest/compare-year-texts.ts';
import { adoptVersion } from '../ingest/ingest-report.ts';
import type { FilingKey, Writes } from '../queries/connection.ts';
import { changeCounty } from '../queries/counties.ts';
import { insertDocument, linkDocument, setDocumentOutcome } from '../queries/documents.ts';
import { ensureFiling, filingEvents, insertContact, insertFilingEvent } from '../queries/filings.ts';
import { findingsOf, insertJudgements } from '../queries/findings.ts';
import { currentVersion, versionsOf } from '../queries/reports.ts';
import { BOARD } from './filing-board.ts';

/** What went wrong, in words; undefined where it was done. */
export type Problem = string | undefined;

const HOW: readonly SaidHow[] = ['phone', 'paper', 'visit'];
const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 2000) : '';
};
/** A day that exists, not after `latest`. */
function dayOf(form: FormData, name: string, latest = '9999-12-31'): string | null {
  const value = text(form, name);
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.valueOf()) && date.toISOString().slice(0, 10) === value && value >= '2000-01-01' && value <= latest ? value : null;
}
const howOf = (form: FormData): SaidHow | undefined => HOW.find((how) => how === text(form, 'how'));
const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const digests = (form: FormData): string[] => form.getAll('finding').filter((value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)) as string[];

export interface Acting {
  db: Kysely<Schema>;
  key: FilingKey;
  actor: string;
  today: string;
}

/** In one transaction under the county's lock; a problem undoes whatever was written. */
async function act({ db, key, actor }: Acting, work: (trx: Writes) => Promise<Problem>): Promise<Problem> {
  class Refused extends Error {}
  return db.transaction().execute(async (trx) => {
    await changeCounty(trx, key.countyId);
    await ensureFiling(trx, key, actor);
    const problem = await work(trx);
    if (problem !== undefined) throw new Refused(problem);
    return undefined;
  }).catch((error: unknown) => {
    if (error instanceof Refused) return error.message;
    throw error;
  });
}

/** Paper or a file that was not read here has come. */
export async function receive(acting: Acting, form: FormData): Promise<Problem> {
  const dated = dayOf(form, 'on', acting.today);
  if (dated === null) return m.filings_problem_date();
  return act(acting, async (trx) => {
    await insertFilingEvent(trx, acting.key, { kind: 'received', dated, dateSource: BOARD, detail: {}, origin: BOARD, actor: acting.actor });
    return undefined;
  });
}

/** Sent back until a day, with the findings that were chosen or words of the office. Only what is confirmed or certain is sent. */
export async function sendBack(acting: Acting, form: FormData): Promise<Problem> {
  const dueOn = dayOf(form, 'dueOn');
  if (dueOn === null || dueOn < acting.today) return m.filings_problem_back_by();
  return act(acting, async (trx) => {
    const version = (await versionsOf(trx, acting.key)).at(-1)?.version;
    if (version === undefined) return m.filings_problem_nothing_read();
    const chosen = digests(form);
    const sendable = (await findingsOf(trx, { ...acting.key, version })).filter((finding) => standsAgainst(finding) && (finding.judgement === 'confirmed' || (finding.level === 'error' && finding.quote === undefined)));
    const words = text(form, 'words');
    if ((chosen.length === 0 && words === '') || !chosen.every((about) => sendable.some((finding) => finding.about === about))) return m.filings_problem_choose();
    await insertFilingEvent(trx, acting.key, { kind: 'returned', dated: acting.today, dateSource: BOARD, detail: { version, findings: chosen, dueOn, ...(words && { words }) }, origin: BOARD, actor: acting.actor });
    return undefined;
  });
}

/** Accepted: the last version counts from now on. Refused while errors or unanswered queries stand against it. */
export async function accept(acting: Acting): Promise<Problem> {
  const problem = await act(acting, async (trx) => {
    const version = (await versionsOf(trx, acting.key)).at(-1)?.version;
    if (version === undefined) return m.filings_problem_nothing_read();
    const against = (await findingsOf(trx, { ...acting.key, version })).filter((finding) => finding.foldedUnder === undefined && standsAgainst(finding)).length;
    if (against > 0) return m.filings_problem_open({ n: against });
    if ((await currentVersion(trx, acting.key)) !== version) await adoptVersion(trx, { ...acting.key, version }, acting.actor, BOARD);
    await insertFilingEvent(trx, acting.key, { kind: 'accepted', dated: acting.today, dateSource: BOARD, detail: { version }, origin: BOARD, actor: acting.actor });
    return undefined;
  });
  await compareWaiting(acting.db, acting.key.countyId);
  return problem;
}

/** Published: when and where, with the saved page as proof where there is one. */
export async function publish(acting: Acting, form: FormData): Promise<Problem> {
  const dated = dayOf(form, 'on', acting.today);
  if (dated === null) return m.filings_problem_date();
  const address = text(form, 'address');
  if (address !== '' && !/^https?:\/\/[^\s/]+/.test(address)) return m.filings_problem_address();
  const proof = form.get('proof');
  const bytes = proof instanceof File && proof.size > 0 ? new Uint8Array(await proof.arrayBuffer()) : null;
  if (address === '' && bytes === null) return m.filings_problem_no_proof();
  return act(acting, async (trx) => {
    let sha256: string | undefined;
    if (bytes && proof instanceof File) {
      sha256 = hexOf(await crypto.subtle.digest('SHA-256', bytes));
      if (await insertDocument(trx, acting.key.countyId, { sha256, name: proof.name, bytes, actor: acting.actor }))
        await setDocumentOutcome(trx, acting.key.countyId, sha256, { outcome: 'read', mediaType: 'application/octet-stream' });
      await linkDocument(trx, acting.key, { sha256, part: 1, role: 'publication', ...(address && { address }), dated, actor: acting.actor });
    }
    await insertFilingEvent(trx, acting.key, { kind: 'published', dated, dateSource: BOARD, detail: { ...(address && { address }), ...(sha256 && { sha256 }) }, origin: BOARD, actor: acting.actor });
    return undefined;
  });
}

/** Takes back an act that was entered on the board; it stays in the history. */
export async function takeBack(acting: Acting, form: FormData): Promise<Problem> {
  const event = Number(text(form, 'event'));
  return act(acting, async (trx) => {
    const history = await filingEvents(trx, acting.key);
    const done = history.find(({ id, origin, kind }) => id === event && origin === BOARD && kind !== 'withdrawn' && kind !== 'adopted');
    if (!done || history.some(({ kind, detail }) => kind === 'withdrawn' && detail.event === event)) return m.filings_problem_gone();
    await insertFilingEvent(trx, acting.key, { kind: 'withdrawn', detail: { event }, origin: BOARD, actor: acting.actor });
    return undefined;
  });
}

/** A word on the chosen findings of a version, or its withdrawal. */
export async function judge(acting: Acting, form: FormData): Promise<Problem> {
  const version = Number(text(form, 'version'));
  const wanted = text(form, 'verdict');
  const verdict: Judgement | 'withdrawn' | undefined = wanted === 'withdrawn' ? wanted : JUDGEMENTS.find((word) => word === wanted);
  const chosen = digests(form);
  if (verdict === undefined || chosen.length === 0 || !Number.isInteger(version)) return m.filings_problem_choose_judge();
  const reason = text(form, 'reason');
  const said = { by: text(form, 'saidBy'), on: dayOf(form, 'saidOn', acting.today), how: howOf(form) };
  if (verdict === 'excepted' && reason === '') return m.filings_problem_reason();
  if (verdict === 'explained' && (reason === '' || said.by === '' || said.on === null || said.how === undefined)) return m.filings_problem_explanation();
  return act(acting, async (trx) => {
    const key = { ...acting.key, version };
    const findings = (await findingsOf(trx, key)).filter(({ about }) => chosen.includes(about));
    if (findings.length !== chosen.length) return m.filings_problem_changed();
    if (verdict !== 'withdrawn' && !findings.every((finding) => mayBeSaid(finding, verdict))) return verdict === 'explained' ? m.filings_problem_no_explaining() : m.filings_problem_no_exception();
    const words = verdict === 'explained' && said.on !== null ? { reason, saidBy: said.by, saidOn: said.on, saidHow: said.how } : verdict === 'excepted' ? { reason } : {};
    await insertJudgements(trx, key, chosen, { verdict, ...words }, acting.actor);
    return undefined;
  });
}

/** A call, visit or letter, and what was promised. */
export async function note(acting: Acting, form: FormData): Promise<Problem> {
  const [on, how, words] = [dayOf(form, 'on', acting.today), howOf(form), text(form, 'note')];
  if (on === null || how === undefined || words === '') return m.filings_problem_contact();
  const promisedOn = text(form, 'promisedOn') === '' ? null : dayOf(form, 'promisedOn');
  if (promisedOn === null && text(form, 'promisedOn') !== '') return m.filings_problem_date();
  return act(acting, async (trx) => {
    await insertContact(trx, acting.key, { on, how, person: text(form, 'person') || null, note: words, promisedOn, actor: acting.actor });
    return undefined;
  });
}
