/**
 * Tables 三 and 四 of one body and year, grown case by case, so that every identity of the form holds because the cases
 * are real: each application is received or carried in, and ends in one outcome or is carried forward.
 */
import { CASE_GROUPS, CASE_RESULTS, type CaseGroup, type CaseResult } from '../form/table-four.ts';
import { APPLICANTS, tableThreeRows, type Applicant } from '../form/table-three.ts';
import { editionOf } from '../form/edition.ts';
import type { FigureId } from '../form/figures.ts';
import { seeded } from './seeded.ts';

export type Values = Record<FigureId, number>;
export type Who = Exclude<Applicant, 'total'>;

const WHO: Record<Who, number> = { natural: 84, business: 7, research: 0.6, welfare: 1, legal_services: 5, other: 2 };

/** Row keys of table 三, by how often they end a case. */
const OUTCOMES: Record<string, number> = {
  granted: 24, granted_in_part: 8,
  'refused.barred_by_law': 1, 'refused.security_stability': 0.3, 'refused.third_party': 2.5, 'refused.internal_affairs': 3, 'refused.deliberative': 4,
  'refused.enforcement_files': 3, 'refused.administrative_query': 2,
  'unavailable.not_held': 27, 'unavailable.must_be_created': 6, 'unavailable.still_unclear': 2,
  'not_processed.petition': 8, 'not_processed.repeated': 3, 'not_processed.publication': 0.4, 'not_processed.excessive': 0.4, 'not_processed.reissue': 0.8,
  'other_handling.not_corrected': 3.5, 'other_handling.fee_unpaid': 0.2, 'other_handling.other': 0.8,
};
const RESULTS: Record<Exclude<CaseResult, 'total'>, number> = { upheld: 55, corrected: 14, other_result: 18, pending: 13 };

export interface YearOfCases {
  values: Values;
  /** Cases still open on 31 December. */
  open: Who[];
}

/** Share of a year's new cases that arrive too late to be concluded in it. */
const LATE = 0.07;
/** A body's demand moves with the year: the form was new in 2019, and the county wrote more letters in 2023. */
const TREND: Record<number, number> = { 2019: 0.76, 2020: 0.8, 2021: 0.9, 2022: 0.95, 2023: 1.08, 2024: 0.98, 2025: 0.92 };

/** `lateCases` are received too late to be concluded, beside what chance brings. */
export function yearOfCases(code: string, year: number, demand: number, carriedIn: readonly Who[], lateCases: readonly Who[] = []): YearOfCases {
  const draw = seeded(`${code}/${year}/cases`);
  const edition = editionOf(year);
  const values: Values = {};
  for (const row of tableThreeRows(edition)) for (const applicant of APPLICANTS) values[`t3.${row.key}.${applicant}`] = 0;
  for (const group of CASE_GROUPS) for (const result of CASE_RESULTS) values[`t4.${group}.${result}`] = 0;
  const add = (id: string): void => {
    values[id] = (values[id] ?? 0) + 1;
  };
  const count = (row: string, who: Who): void => {
    add(`t3.${row}.${who}`);
    add(`t3.${row}.total`);
  };
  const dispute = (group: CaseGroup): void => {
    add(`t4.${group}.${draw.weighted(RESULTS)}`);
    add(`t4.${group}.total`);
  };
  const conclude = (who: Who): void => {
    const outcome = draw.weighted(OUTCOMES);
    count(edition === '2019' && outcome.startsWith('other_handling.') ? 'other_handling_undivided' : outcome, who);
    count('processed', who);
    if (outcome === 'granted') return;
    if (draw.chance(0.05)) dispute('review');
    else if (draw.chance(year < 2024 ? 0.02 : 0.005)) dispute('direct_litigation');
    else if (draw.chance(0.012)) dispute('litigation_after_review');
  };

  for (const who of carriedIn) {
    count('carried_in', who);
    conclude(who);
  }
  const open: Who[] = [];
  for (const who of lateCases) {
    open.push(who);
    count('received', who);
    count('carried_forward', who);
  }
  for (let left = draw.count(demand * (TREND[year] ?? 1)); left > 0; left--) {
    const who = draw.weighted(WHO);
    count('received', who);
    if (draw.chance(LATE)) {
      open.push(who);
      count('carried_forward', who);
    } else conclude(who);
  }
  return { values, open };
}
