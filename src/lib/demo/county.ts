/**
 * The fictional county. No county of this name or code exists: 99 is no province of GB/T 2260. Every document says so in
 * its second line, and the county's own name carries the word.
 */
export const COUNTY = { code: '990101', name: '青禾县（虚构）', place: '青禾县', city: '云澜市' } as const;

/** Printed under the title of every document. */
export const FICTION = '（虚构文稿：青禾县并不存在，文中机关、人物、事件和数据均属虚构。）';

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;
export const FIRST = YEARS[0];
export const LAST = 2025;

/** The same words as the register's (room `checks` is not ours to import). */
export type Kind = 'government' | 'county_office' | 'department' | 'township' | 'subdistrict' | 'zone' | 'vertical' | 'authorised';

export interface BodyName {
  name: string;
  role: 'name' | 'alias';
  /** First and last day; null where open. */
  from: string | null;
  to: string | null;
}

/** What a body does in a usual year; the generator draws around it. */
export interface Profile {
  /** Applications a year. */
  demand: number;
  /** Decisions a year, by powers; 0 is no power. */
  licences: number;
  penalties: number;
  compulsion: number;
  /** 行政事业性收费 a year, in yuan. */
  fees: number;
  /** Normative documents: in force at the end of 2018, issued a year. */
  stock: number;
  issued: number;
  /** What its prose speaks about. */
  topics: readonly string[];
}

export interface DemoBody {
  code: string;
  kind: Kind;
  names: readonly BodyName[];
  /** First and last report year. */
  from: number;
  to: number | null;
  validFrom: string | null;
  validTo: string | null;
  peerGroup: string;
  /** Residents, in persons: townships and the county. */
  population: number | null;
  profile: Profile;
}

/** Renames are names of one body; these are of several. */
export interface DemoSuccession {
  kind: 'merged' | 'split' | 'functions_moved';
  predecessor: string;
  successor: string;
  on: string;
  note: string;
}

/** The official name that a report of the year carries (at the end of that year). */
export function nameIn(body: DemoBody, year: number): string {
  const end = `${year}-12-31`;
  const found = body.names.find((entry) => entry.role === 'name' && (entry.from === null || entry.from <= end) && (entry.to === null || entry.to >= end));
  if (!found) throw new Error(`${body.code} has no name in ${year}`);
  return found.name;
}

export const exists = (body: DemoBody, year: number): boolean => body.from <= year && (body.to === null || year <= body.to);
