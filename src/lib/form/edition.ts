/** The two editions of the statutory form that this product reads (国办公开办函〔2019〕60号, 〔2021〕30号). */
export type Edition = '2019' | '2021';

export const EDITIONS: readonly Edition[] = ['2019', '2021'];

/** The first report year of the form as figures; earlier reports are documents only (statutory-report §1.4). */
export const FIRST_YEAR = 2019;

/**
 * The edition that a report of this year must use: 2019 and 2020 the trial form, from 2021 on the form of 30号.
 * A report that prints another year's form keeps the edition of its year; what deviates is listed as form drift.
 */
export function editionOf(year: number): Edition {
  return year >= 2021 ? '2021' : '2019';
}
