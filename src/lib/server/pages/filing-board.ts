/** Where every filing of a county stands: one function for the board, the overview and the sheets that leave the office. */
import { awaitsJudgement, leavesOffice } from '../../checks/judgement.ts';
import type { Level } from '../../checks/finding.ts';
import { filingPosition, type FilingPosition } from '../../comparisons/filing-state.ts';
import type { Scope } from '../../recognition/report.ts';
import type { Body } from '../queries/bodies.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { filingEventsOfYears, versionsOfYear } from '../queries/filings.ts';
import { countJudged, type JudgedCount } from '../queries/findings.ts';
import { countyData, nameIn, scopeOf, type CountyData } from './county-data.ts';

/** Origin of what a person entered on the board: only that can be taken back there. */
export const BOARD = 'board';

export interface BoardRow {
  body: Body;
  /** Official name in the year. */
  name: string;
  scope: Scope;
  /** Version under review: the last one, but the accepted one while it counts; null where nothing was read. */
  version: number | null;
  due: { county: string | null; statutory: string | null };
  position: FilingPosition;
  /** Findings of that version that are not closed. */
  counts: Record<Level, number>;
  /** Findings that wait for a person's word, and those that the body is to be told. */
  toJudge: number;
  toSend: number;
  /** The whole year is an archive (存档): nobody is late in it, and nobody is asked for anything. */
  past: boolean;
}

/** Positions of every body and year that the county has, by `body/year`. */
export async function filingPositions(db: Reads, county: County, data: CountyData, years: readonly number[], day: string): Promise<Map<string, FilingPosition>> {
  const events = new Map<string, Awaited<ReturnType<typeof filingEventsOfYears>>>();
  for (const event of await filingEventsOfYears(db, county.countyId, years)) {
    const key = `${event.body}/${event.year}/${event.scope}`;
    const known = events.get(key);
    if (known) known.push(event);
    else events.set(key, [event]);
  }
  return new Map(data.bodies.flatMap((body) => years.map((year): [string, FilingPosition] => {
    const history = events.get(`${body.code}/${year}/${scopeOf(body.kind)}`) ?? [];
    const due = data.due(body.code, year);
    const dates = { mustFile: due?.mustFile ?? false, countyDueOn: due?.countyDueOn ?? null, statutoryDueOn: due?.statutoryDueOn ?? null, validFrom: body.validFrom, validTo: body.validTo };
    return [`${body.code}/${year}`, filingPosition(history, dates, year, day, (id) => history.some((event) => event.id === id && event.origin === BOARD))];
  })));
}

/** The board of a year, in the order of the register. Bodies of which nothing is due and nothing came are left out. */
export async function filingBoard(db: Reads, county: County, year: number, day: string): Promise<BoardRow[]> {
  const data = await countyData(db, county);
  const positions = await filingPositions(db, county, data, [year], day);
  const versions = new Map((await versionsOfYear(db, county.countyId, year)).map((entry) => [`${entry.body}/${entry.scope}`, entry]));
  const judged = new Map<string, JudgedCount[]>();
  for (const count of await countJudged(db, county.countyId, year)) {
    const key = `${count.body}/${count.scope}/${count.version}`;
    judged.set(key, [...(judged.get(key) ?? []), count]);
  }
  return asArchive(data.bodies.flatMap((body): BoardRow[] => {
    const position = positions.get(`${body.code}/${year}`)!;
    const scope = scopeOf(body.kind);
    const stored = versions.get(`${body.code}/${scope}`);
    if (position.state === 'not_required' && !stored && !position.published) return [];
    const version = !stored ? null : position.state === 'accepted' ? stored.current : stored.last;
    const due = data.due(body.code, year);
    return [{
      body, name: nameIn(body, year), scope, version, due: { county: due?.countyDueOn ?? null, statutory: due?.statutoryDueOn ?? null }, position,
      ...summed(judged.get(`${body.code}/${scope}/${version}`) ?? []), past: false,
    }];
  }));
}

const IN_WORK: readonly FilingPosition['state'][] = ['awaiting', 'returned', 'not_refiled', 'refiled'];

/** Findings of archived reports are counted and are nobody's work; where a year has no others, those that never came are not late. */
function asArchive(board: BoardRow[]): BoardRow[] {
  const past = board.some(({ position }) => position.state === 'archived') && !board.some(({ position }) => IN_WORK.includes(position.state));
  return board.map((row) => {
    if (row.position.state === 'archived') return { ...row, toJudge: 0, toSend: 0, past };
    return past && row.position.state === 'not_filed' ? { ...row, position: { ...row.position, overCounty: null, overStatutory: null }, past } : { ...row, past };
  });
}

function summed(counts: readonly JudgedCount[]): Pick<BoardRow, 'counts' | 'toJudge' | 'toSend'> {
  const sum = { counts: { error: 0, query: 0, note: 0 }, toJudge: 0, toSend: 0 };
  for (const { level, prose, judgement, n } of counts) {
    const finding = { level, judgement, ...(prose && { quote: '' }) };
    if (judgement === null || judgement === 'confirmed') sum.counts[level] += n;
    if (awaitsJudgement(finding)) sum.toJudge += n;
    if (leavesOffice(finding)) sum.toSend += n;
  }
  return sum;
}

export interface WorkCounts {
  due: number;
  came: number;
  missing: number;
  /** Received and not judged yet, sent back and not come again, accepted, published. */
  toReview: number;
  notRefiled: number;
  accepted: number;
  published: number;
}

/** What is to be done, in numbers: the same on the board and on the overview. Came: of the bodies that owe a report. */
export function workCounts(board: readonly BoardRow[]): WorkCounts {
  const count = (fits: (row: BoardRow) => boolean): number => board.filter(fits).length;
  const came = (row: BoardRow): boolean => row.position.state !== 'not_filed' && row.position.state !== 'not_due';
  const owed = board.filter((row) => row.position.state !== 'not_required');
  return {
    due: owed.length, came: owed.filter(came).length, missing: owed.filter((row) => !came(row)).length,
    toReview: count(({ position }) => position.state === 'awaiting' || position.state === 'refiled'),
    notRefiled: count(({ position }) => position.state === 'not_refiled'),
    accepted: count(({ position }) => position.state === 'accepted'), published: count(({ position }) => position.published !== null),
  };
}
