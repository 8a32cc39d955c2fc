/**
 * The identities (勾稽关系) that the form prints or its totals imply: used by checks, and later by the reading of
 * glued digits. Each says that `left` sums to `right`.
 */
import { undividedFigure } from './derived.ts';
import type { Edition } from './edition.ts';
import type { FigureId } from './figures.ts';
import { CASE_GROUPS, CASE_RESULTS, type CaseGroup } from './table-four.ts';
import { APPLICANTS, tableThreeRows, type Applicant } from './table-three.ts';

export interface Identity {
  left: FigureId[];
  right: FigureId[];
}

/** 第一项加第二项之和，等于第三项加第四项之和 (printed in table 三), one applicant column. */
export function balance(applicant: Applicant): Identity {
  const of = (key: string): FigureId => `t3.${key}.${applicant}`;
  return { left: [of('received'), of('carried_in')], right: [of('processed'), of('carried_forward')] };
}

/** （七）总计 = the result rows of the column. `undivided` where the document prints 其他处理 as one row. */
export function resultSum(applicant: Applicant, undivided: boolean): Identity {
  const rows = tableThreeRows(undivided ? '2019' : '2021').filter((row) => row.outcome);
  return { left: rows.map((row) => `t3.${row.key}.${applicant}`), right: [`t3.processed.${applicant}`] };
}

/** 总计 = the six applicant columns of a row of table 三; `row` is the row's key. */
export function rowTotal(row: string): Identity {
  return { left: APPLICANTS.filter((applicant) => applicant !== 'total').map((applicant) => `t3.${row}.${applicant}`), right: [`t3.${row}.total`] };
}

/** 总计 = the four results of a group of table 四. */
export function caseSum(group: CaseGroup): Identity {
  return { left: CASE_RESULTS.filter((result) => result !== 'total').map((result) => `t4.${group}.${result}`), right: [`t4.${group}.total`] };
}

/** All identities of an edition's tables 三 and 四. */
export function identitiesOf(edition: Edition): Identity[] {
  return [
    ...APPLICANTS.map(balance),
    ...APPLICANTS.map((applicant) => resultSum(applicant, edition === '2019')),
    ...tableThreeRows(edition).map((row) => rowTotal(row.key)),
    ...CASE_GROUPS.map(caseSum),
  ];
}

/** Whether the document prints 其他处理 undivided: the undivided row has a place and its parts have none. */
export function printsUndivided(printed: (id: FigureId) => boolean): boolean {
  return printed(undividedFigure('total')) && !printed('t3.other_handling.other.total');
}
