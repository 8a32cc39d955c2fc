/** The board 收报审核 of a year, and the page of one filing on it: everything in words. */
import { figureLabel } from '../../checks/figure-label.ts';
import { LEVELS, type BodyKind, type Level } from '../../checks/finding.ts';
import { awaitsJudgement, isNoisy, leavesOffice, type Judgement } from '../../checks/judgement.ts';
import { wordCheck, wordFinding } from '../../checks/wording.ts';
import { cumulative, REVIEW_STATES, type FilingPosition, type ReviewState } from '../../comparisons/filing-state.ts';
import { editionOf } from '../../form/edition.ts';
import { m } from '../../paraglide/messages.js';
import type { LetterPart } from '../../writers/write-letter.ts';
import type { FilingEventKind, SaidHow } from '../database/schema.ts';
import type { FilingKey, Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { contactsOfYear, filingEvents, type FilingEvent } from '../queries/filings.ts';
import { countJudged, findingsOf, judgedByCheck, judgementsOf } from '../queries/findings.ts';
import { today } from '../today.ts';
import { chosenYear, KIND_WORDS, KINDS, nameFits } from './bodies-page.ts';
import { countyData, scopeOf } from './county-data.ts';
import { filingBoard, filingPositions, workCounts, type BoardRow, type WorkCounts } from './filing-board.ts';
import { bodyReminder, circularAnnex, feedbackSheet, groupReminder, noticeDue, pointsOf, rectificationNotice } from './filing-letters.ts';
import type { Language } from './report-page.ts';

export const REVIEW_WORDS: Record<ReviewState, () => string> = {
  not_required: m.filings_state_not_required, not_due: m.filings_state_not_due, not_filed: m.filings_state_not_filed, awaiting: m.filings_state_awaiting,
  returned: m.filings_state_returned, not_refiled: m.filings_state_not_refiled, refiled: m.filings_state_refiled, accepted: m.filings_state_accepted, archived: m.filings_state_archived,
};
const wordsOfStates = (): Record<ReviewState, string> => Object.fromEntries(REVIEW_STATES.map((state) => [state, REVIEW_WORDS[state]()])) as Record<ReviewState, string>;
/** A sign for each state, for the heatmap: never colour alone. */
const SIGNS: Record<ReviewState, string> = { not_required: '', not_due: '·', not_filed: '✕', awaiting: '待', returned: '退', not_refiled: '催', refiled: '重', accepted: '✓', archived: '档' };
const JUDGEMENT_WORDS: Record<Judgement | 'withdrawn', () => string> = {
  confirmed: m.filings_confirmed, false_alarm: m.filings_false_alarm, explained: m.filings_explained, excepted: m.filings_excepted, withdrawn: m.filings_withdrawn,
};
const EVENT_WORDS: Record<FilingEventKind, () => string> = {
  received: m.filings_event_received, attached: m.filings_event_attached, proposed: m.filings_event_proposed, adopted: m.filings_event_adopted,
  returned: m.filings_event_returned, accepted: m.filings_event_accepted, published: m.filings_event_published, withdrawn: m.filings_event_withdrawn,
};
const HOW_WORDS: Record<SaidHow, () => string> = { phone: m.filings_how_phone, paper: m.filings_how_paper, visit: m.filings_how_visit };

/** 超县定3天；超法定1天. */
function overWords({ overCounty, overStatutory }: FilingPosition): string {
  return [overCounty === null ? '' : m.filings_over_county({ n: overCounty }), overStatutory === null ? '' : m.filings_over_statutory({ n: overStatutory })].filter(Boolean).join(m.list_separator());
}

export interface FilingsPage {
  year: number | null;
  years: { year: number; link: string }[];
  filter: { kind: string; state: string; q: string };
  kinds: { kind: BodyKind; label: string }[];
  states: { state: string; label: string; n: number }[];
  work: WorkCounts;
  rows: {
    code: string; name: string; link: string; state: ReviewState; words: string; due: string; received: string; over: string; published: string; publishedAt: string | null;
    counts: Record<Level, number>; toJudge: number; report: string | null;
  }[];
  reminder: string;
  curves: { year: number; of: number; undated: number; steps: { day: number; n: number }[] }[];
  heat: { years: number[]; words: Record<ReviewState, string>; signs: Record<ReviewState, string>; rows: { code: string; name: string; states: ReviewState[] }[] };
  defects: { title: string; level: Level; bodies: number; n: number }[];
  noisy: { title: string; judged: number; falseAlarms: number }[];
}

/** Days from 1 January of the year after the report year. */
const dayInCycle = (day: string, year: number): number => Math.round((Date.parse(day) - Date.parse(`${year + 1}-01-01`)) / 86_400_000) + 1;

export async function readFilingsPage(db: Reads, county: County, url: URL, language: Language): Promise<FilingsPage> {
  const data = await countyData(db, county);
  const day = today();
  const year = chosenYear(data, url.searchParams.get('year'));
  const base = `/c/${county.code}/filings`;
  const filter = { kind: url.searchParams.get('kind') ?? '', state: url.searchParams.get('state') ?? '', q: url.searchParams.get('q')?.trim() ?? '' };
  const board = year === null ? [] : await filingBoard(db, county, year, day);
  const fits = ({ body, name, position }: BoardRow): boolean =>
    (filter.kind === '' || body.kind === filter.kind) && (filter.q === '' || nameFits(name, filter.q))
    && (filter.state === '' || position.state === filter.state || (filter.state === 'published' && position.published !== null));
  const years = [...data.years].sort((a, b) => a - b);
  const positions = await filingPositions(db, county, data, years, day);
  const at = (code: string, of: number): FilingPosition => positions.get(`${code}/${of}`)!;
  return {
    year, filter, work: workCounts(board), reminder: year === null ? '' : groupReminder(board, year, day),
    years: data.years.map((to) => ({ year: to, link: `${base}?${new URLSearchParams({ ...Object.fromEntries(url.searchParams), year: String(to) })}` })),
    kinds: KINDS.filter((kind) => board.some((row) => row.body.kind === kind)).map((kind) => ({ kind, label: KIND_WORDS[kind]() })),
    states: [
      ...REVIEW_STATES.map((state) => ({ state: state as string, label: REVIEW_WORDS[state](), n: board.filter((row) => row.position.state === state).length })),
      { state: 'published', label: m.filings_published(), n: board.filter((row) => row.position.published !== null).length },
    ].filter(({ n, state }) => n > 0 || state === filter.state),
    rows: board.filter(fits).map(({ body, name, position, counts, toJudge, due, scope, version }) => ({
      code: body.code, name, link: `${base}/${body.code}/${year}`, state: position.state, words: REVIEW_WORDS[position.state](), due: due.county ?? due.statutory ?? '', received: position.receivedOn ?? '',
      over: overWords(position), published: position.published ? (position.published.on ?? m.filings_published()) : '', publishedAt: position.published?.address ?? null, counts, toJudge,
      report: version === null ? null : `/c/${county.code}/reports/${body.code}/${year}/${scope}`,
    })),
    curves: year === null ? [] : [year, year - 1, year - 2].filter((of) => data.years.includes(of)).map((of) => {
      const owed = data.bodies.map((body) => at(body.code, of)).filter(({ state }) => state !== 'not_required');
      const { steps, undated } = cumulative(owed.filter(({ state }) => state !== 'not_filed' && state !== 'not_due').map(({ receivedOn }) => receivedOn));
      return { year: of, of: owed.length, undated, steps: steps.map((step) => ({ day: dayInCycle(step.day, of), n: step.n })) };
    }),
    heat: {
      years, signs: SIGNS, words: wordsOfStates(),
      rows: data.bodies.filter((body) => years.some((of) => at(body.code, of).state !== 'not_required')).map((body) => ({
        code: body.code, name: body.name, states: years.map((of) => at(body.code, of).state),
      })),
    },
    defects: year === null ? [] : await defectsOf(db, county, year, language),
    noisy: (await judgedByCheck(db, county.countyId)).filter(({ judged, falseAlarms }) => isNoisy(judged, falseAlarms)).map(({ check, ...share }) => ({ title: wordCheck(check, language).title, ...share })),
  };
}

/** Kinds of defects of a year in any draft, by how many bodies had them: what to train next year. Notes and what was judged 不属实 do not count. */
async function defectsOf(db: Reads, county: County, year: number, language: Language): Promise<FilingsPage['defects']> {
  const found = new Map<string, { level: Level; bodies: Map<string, number> }>();
  for (const { check, level, prose, judgement, body, n } of await countJudged(db, county.countyId, year)) {
    const real = leavesOffice({ level, judgement, ...(prose && { quote: '' }) }) || judgement === 'explained' || judgement === 'excepted';
    if (!real) continue;
    const known = found.get(check) ?? { level, bodies: new Map<string, number>() };
    if (LEVELS.indexOf(level) < LEVELS.indexOf(known.level)) known.level = level;
    // Several drafts repeat the same finding: the worst draft of the body counts.
    known.bodies.set(body, Math.max(known.bodies.get(body) ?? 0, n));
    found.set(check, known);
  }
  return [...found].map(([check, { level, bodies }]) => ({ title: wordCheck(check, language).title, level, bodies: bodies.size, n: [...bodies.values()].reduce((sum, n) => sum + n, 0) }))
    .sort((a, b) => b.bodies - a.bodies || b.n - a.n);
}

export interface FilingPage {
  code: string;
  name: string;
  year: number;
  state: ReviewState;
  words: string;
  over: string;
  dueCounty: string;
  dueStatutory: string;
  backBy: string;
  published: { on: string; address: string | null } | null;
  newer: boolean;
  version: number | null;
  report: string | null;
  undo: { id: number; words: string } | null;
  findings: {
    about: string; level: Level; title: string; message: string; quote: string; cells: { label: string; link: string }[]; judgement: Judgement | null; words: string; reason: string;
    before: string; waits: boolean; leaves: boolean;
  }[];
  reminder: string;
  points: number;
  notice: boolean;
  contacts: { on: string; how: string; person: string; note: string; promised: string; actor: string; late: boolean }[];
  history: { key: string; when: string; what: string; detail: string; actor: string }[];
  today: string;
}

/** The page of a body's filing of a year; undefined where the register has no such body or the year is none of the form. */
export async function readFilingPage(db: Reads, county: County, code: string, year: number, language: Language): Promise<FilingPage | undefined> {
  const day = today();
  const row = await boardRow(db, county, code, year, day);
  if (!row) return undefined;
  const key = { countyId: county.countyId, body: code, year, scope: row.scope };
  const stored = row.version === null ? [] : await findingsOf(db, { ...key, version: row.version });
  const points = pointsOf(stored, year);
  const edition = editionOf(year);
  const report = row.version === null ? null : `/c/${county.code}/reports/${code}/${year}/${row.scope}`;
  const { position } = row;
  return {
    code, name: row.name, year, state: position.state, words: REVIEW_WORDS[position.state](), over: overWords(position), dueCounty: row.due.county ?? '', dueStatutory: row.due.statutory ?? '', backBy: position.backBy ?? '',
    published: position.published && { on: position.published.on ?? '', address: position.published.address }, newer: position.newer, version: row.version, report: report && `${report}?version=${row.version}`,
    undo: position.undo && { id: position.undo.id, words: EVENT_WORDS[position.undo.kind]() },
    findings: stored.filter(({ foldedUnder }) => foldedUnder === undefined).map((finding) => ({
      about: finding.about, level: finding.level, title: wordCheck(finding.check, language).title, message: wordFinding(finding, language, { edition }), quote: finding.quote ?? '',
      cells: finding.figures.slice(0, 3).map((id) => ({ label: figureLabel(id, language, edition), link: `${report}?version=${row.version}#${id}` })), judgement: finding.judgement,
      words: finding.judgement ? JUDGEMENT_WORDS[finding.judgement]() : '', reason: finding.reason ?? '', before: finding.before ? JUDGEMENT_WORDS[finding.before]() : '', waits: awaitsJudgement(finding), leaves: leavesOffice(finding),
    })),
    reminder: bodyReminder(row, points, year, day), points: points.length, notice: noticeDue(row), today: day,
    contacts: (await contactsOfYear(db, county.countyId, year)).filter(({ body }) => body === code).map((contact) => ({
      on: contact.on, how: HOW_WORDS[contact.how](), person: contact.person ?? '', note: contact.note, promised: contact.promisedOn ?? '', actor: contact.actor,
      late: contact.promisedOn !== null && contact.promisedOn < day && (position.state === 'not_filed' || position.state === 'not_refiled'),
    })),
    history: [
      ...(await filingEvents(db, key)).map((event, index) => ({ key: `e${index}`, at: event.happenedAt, when: event.dated ?? event.happenedAt.slice(0, 10), what: EVENT_WORDS[event.kind](), detail: eventDetail(event), actor: event.actor })),
      ...(await judgementsOf(db, key)).map(({ check, verdict, reason, saidBy, saidOn, saidHow, actor, judgedAt }, index) => ({
        key: `j${index}`, at: judgedAt, when: judgedAt.slice(0, 10), what: JUDGEMENT_WORDS[verdict](), actor,
        detail: [wordCheck(check, language).title, saidBy, saidOn, saidHow && HOW_WORDS[saidHow](), reason].filter(Boolean).join(m.list_separator()),
      })),
    ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).map(({ at: _at, ...line }) => line),
  };
}

function eventDetail({ detail }: FilingEvent): string {
  return [
    detail.version === undefined ? '' : m.version_n({ n: detail.version }), detail.findings ? m.filings_points({ n: detail.findings.length }) : '',
    detail.dueOn ? m.filings_back_by_day({ day: detail.dueOn }) : '', detail.words ?? '', detail.address ?? '',
  ].filter(Boolean).join(m.list_separator());
}

async function boardRow(db: Reads, county: County, code: string, year: number, day: string): Promise<BoardRow | undefined> {
  const known = (await filingBoard(db, county, year, day)).find(({ body }) => body.code === code);
  if (known) return known;
  const data = await countyData(db, county);
  const body = data.bodies.find((entry) => entry.code === code);
  if (!body || !data.years.includes(year)) return undefined;
  const position = (await filingPositions(db, county, data, [year], day)).get(`${code}/${year}`)!;
  return { body, name: body.name, scope: scopeOf(body.kind), version: null, due: { county: null, statutory: null }, position, counts: { error: 0, query: 0, note: 0 }, toJudge: 0, toSend: 0, past: false };
}

export const SHEETS = ['feedback', 'notice'] as const;
export type Sheet = (typeof SHEETS)[number];

/** A sheet for a body: after a return, with the findings that were chosen then. Undefined where there is none. */
export async function readSheet(db: Reads, county: County, code: string, year: number, sheet: Sheet): Promise<{ name: string; parts: LetterPart[] } | undefined> {
  const day = today();
  const row = await boardRow(db, county, code, year, day);
  if (!row || (sheet === 'notice' ? !noticeDue(row) : row.version === null)) return undefined;
  const key = { countyId: county.countyId, body: code, year, scope: row.scope };
  const findings = row.version === null ? [] : await findingsOf(db, { ...key, version: row.version });
  const returned = row.position.state === 'returned' || row.position.state === 'not_refiled' ? (await filingEvents(db, key)).filter(({ kind }) => kind === 'returned').at(-1)?.detail : undefined;
  const points = pointsOf(findings, year, returned?.findings);
  const office = `${county.name}人民政府办公室`;
  return sheet === 'feedback'
    ? { name: `审核意见反馈单-${row.name}-${year}`, parts: feedbackSheet(row, points, returned?.words, year, day, office) }
    : { name: `督促整改通知书（代拟稿）-${row.name}-${year}`, parts: rectificationNotice(row, points, year, day, office) };
}

/** 通报附表 of a year. */
export async function readAnnex(db: Reads, county: County, year: number): Promise<{ name: string; parts: LetterPart[] }> {
  const day = today();
  const words: Record<ReviewState, string> = { not_required: '当年免报', not_due: '未到期', not_filed: '未报', awaiting: '已报待审', returned: '退回修改', not_refiled: '退回未重报', refiled: '已重报', accepted: '审核通过', archived: '存档' };
  return { name: `通报附表（代拟稿）-${year}`, parts: circularAnnex(await filingBoard(db, county, year, day), year, day, (row) => words[row.position.state]) };
}

/** The filing of a body and year of the county, whether or not anything came of it yet. */
export async function filingKeyOf(db: Reads, county: County, code: string, year: number): Promise<FilingKey | undefined> {
  const data = await countyData(db, county);
  const body = data.bodies.find((entry) => entry.code === code);
  return body && data.years.includes(year) ? { countyId: county.countyId, body: code, year, scope: scopeOf(body.kind) } : undefined;
}
