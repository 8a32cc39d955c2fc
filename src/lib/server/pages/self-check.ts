/** 自查（不留存）: a draft in, the findings it would get out. Nothing is stored, neither bytes nor findings. */
import type { Kysely } from 'kysely';
import { checkReport } from '../../checks/check-report.ts';
import type { Finding, Level } from '../../checks/finding.ts';
import { wordCheck, wordFinding } from '../../checks/wording.ts';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { reader } from '../ingest/handle.ts';
import { matchBody } from '../ingest/match-body.ts';
import { checkedByNeighbours } from '../ingest/neighbours.ts';
import { countyWords } from '../ingest/county-words.ts';
import { numberedReports, type ReadReport } from '../ingest/read-reports.ts';
import { listBodies, listSuccessions, type Body } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { unreadableWords } from './documents-page.ts';
import type { Language } from './report-page.ts';

export interface SelfChecked {
  reports: {
    title: string;
    /** Whether last year's report of the body was looked at, too. */
    beside: boolean;
    values: number;
    missing: number;
    findings: { title: string; level: Level; message: string; quote: string | null }[];
  }[];
}
export type SelfCheck = SelfChecked | { problem: string };

/** Longest pasted text; a report has some ten thousand characters. */
const LONGEST = 2_000_000;

/** Checks what the form brings: a file, or pasted text. */
export async function selfCheck(db: Kysely<Schema>, county: County, form: FormData, language: Language): Promise<SelfCheck> {
  const [file, text] = [form.get('file'), form.get('text')];
  const pasted = typeof text === 'string' ? text.trim() : '';
  if (pasted.length > LONGEST) return { problem: m.unreadable_too_large() };
  const source = file instanceof File && file.size > 0 ? { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name } : pasted === '' ? null : { bytes: new TextEncoder().encode(pasted), name: 'draft.txt' };
  if (!source) return { problem: m.self_problem_nothing() };
  const reading = await reader()(source.bytes, source.name);
  if ('unreadable' in reading) return { problem: unreadableWords(reading.unreadable, reading.format) };
  const reports = numberedReports(reading.reports);
  if (reports.length === 0) return { problem: m.self_problem_no_report() };
  const bodies = await listBodies(db, county.countyId);
  return { reports: await Promise.all(reports.map((read) => checked(db, county, bodies, read, reports.length, language))) };
}

async function checked(db: Reads, county: County, bodies: Body[], { report, figures }: ReadReport, reportsInFile: number, language: Language): Promise<SelfChecked['reports'][number]> {
  const { year } = report;
  const match = year === null ? undefined : matchBody(bodies, report.body, year, county.name);
  const body = match && 'body' in match ? match.body : undefined;
  const whole = { ...report, figures, reportsInFile, wordList: await countyWords(db, county.countyId), ...(body ? { bodyKind: body.kind, bodyNames: body.names.map(({ name }) => name) } : {}) };
  const key = body && year !== null ? { countyId: county.countyId, body: body.code, year, scope: report.scope ?? (body.kind === 'government' ? ('rollup' as const) : ('own' as const)) } : undefined;
  const neighbours = key ? (await checkedByNeighbours(db, key, whole, await listSuccessions(db, county.countyId))).findings : [];
  const open = [...checkReport(whole).findings, ...neighbours].filter(({ foldedUnder }) => foldedUnder === undefined);
  const order: Record<Level, number> = { error: 0, query: 1, note: 2 };
  const numbers = Object.values(figures);
  return {
    title: [report.body ?? m.self_body_unknown(), year === null ? m.self_year_unknown() : m.self_year({ year: String(year) })].join(' '), beside: key !== undefined,
    values: numbers.filter(({ value }) => value !== null).length, missing: numbers.filter(({ value }) => value === null).length,
    findings: open.sort((a, b) => order[a.level] - order[b.level]).map((finding: Finding) => ({ title: wordCheck(finding.check, language).title, level: finding.level, message: wordFinding(finding, language, { edition: report.edition }), quote: finding.quote ?? null })),
  };
}
