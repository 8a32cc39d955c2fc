/** Reports that keep every identity of the form, from a hamlet's zeros to a city's millions, with the habits of those who fill it in. */
import { APPLICANTS, CASE_GROUPS, CASE_RESULTS, figureIds, resultRows, type Edition } from './form.ts';
import type { Random } from './random.ts';

export const SIZES = ['zero', 'township', 'county', 'city'] as const;
export type Size = (typeof SIZES)[number];
/** How nothing is printed: as 0, not at all, not at all in whole rows, as a stroke, as 无; `some blank`: now and then a cell is left out. */
export const HABITS = ['zeros', 'blank', 'blank rows', 'stroke', 'none', 'some blank'] as const;
export type Habit = (typeof HABITS)[number];

export interface LawfulReport {
  edition: Edition;
  body: string;
  year: number;
  size: Size;
  habit: Habit;
  /** null where nothing is printed for the figure. */
  numbers: Map<string, number | null>;
  printed: Map<string, string>;
}

const BODIES = ['清溪县水务局', '云岭县农业农村局', '青禾县民政局', '长岗县人民政府', '白石县柳林镇人民政府', '东平县市场监督管理局'];
const people = APPLICANTS.filter((applicant) => applicant !== 'total');

/** Most counts are 0; the others have a size's number of digits. */
function count(random: Random, size: Size): number {
  if (size === 'zero') return 0;
  const [filled, digits] = size === 'township' ? [0.08, 1] : size === 'county' ? [0.3, 2] : [0.75, 4];
  return random.chance(filled) ? 1 + random.below(10 ** (1 + random.below(digits)) - 1) : 0;
}

function fillThree(random: Random, size: Size, edition: Edition, set: (id: string, value: number) => void): void {
  const rows = ['received', 'carried_in', ...resultRows(edition), 'processed', 'carried_forward'];
  const sums = new Map<string, number>();
  for (const applicant of people) {
    // Natural persons apply; most bodies never hear of a research institution.
    const scale: Size = applicant === 'natural' || size === 'city' || random.chance(0.25) ? size : size === 'county' ? 'township' : 'zero';
    const column = new Map(resultRows(edition).map((row) => [row, count(random, scale)]));
    const processed = [...column.values()].reduce((sum, value) => sum + value, 0);
    const forward = random.chance(0.4) ? Math.min(count(random, scale), processed + 3) : 0;
    const carried = Math.min(random.chance(0.4) ? count(random, scale) : 0, processed + forward);
    column.set('processed', processed).set('carried_forward', forward).set('carried_in', carried).set('received', processed + forward - carried);
    for (const row of rows) {
      set(`t3.${row}.${applicant}`, column.get(row) ?? 0);
      sums.set(row, (sums.get(row) ?? 0) + (column.get(row) ?? 0));
    }
  }
  for (const row of rows) set(`t3.${row}.total`, sums.get(row) ?? 0);
}

function fillTwo(random: Random, size: Size, edition: Edition, set: (id: string, value: number) => void): void {
  for (const id of figureIds(edition).filter((figure) => figure.startsWith('t2.'))) {
    const large = size === 'city' && random.chance(0.3) ? random.below(9_000_000) : count(random, size);
    if (id.endsWith('.amount')) set(id, size === 'zero' || random.chance(0.4) ? 0 : Math.round((large + random.next()) * 10 ** 4) / 10 ** 4);
    else if (id.endsWith('.items_change')) set(id, random.chance(0.4) ? -count(random, size) : count(random, size));
    else if (id.startsWith('t2.rules.') && size !== 'city') set(id, 0);
    else set(id, large);
  }
}

function fillFour(random: Random, size: Size, set: (id: string, value: number) => void): void {
  for (const group of CASE_GROUPS) {
    const parts = CASE_RESULTS.slice(0, 4).map((result) => [result, size === 'township' ? count(random, random.chance(0.2) ? size : 'zero') : count(random, size)] as const);
    for (const [result, value] of parts) set(`t4.${group}.${result}`, value);
    set(`t4.${group}.total`, parts.reduce((sum, [, value]) => sum + value, 0));
  }
}

const EMPTY: Partial<Record<Habit, string[]>> = { blank: [''], 'blank rows': [''], stroke: ['-', '/', '—'], none: ['无'], 'some blank': [''] };

/** A report; the same random numbers give the same one. */
export function lawfulReport(random: Random, edition: Edition = random.pick(['2019', '2021'])): LawfulReport {
  const size = random.pick([...SIZES, 'county'] as const);
  const habit = random.pick(['zeros', 'zeros', 'zeros', ...HABITS] as const);
  const numbers = new Map<string, number | null>();
  const set = (id: string, value: number): void => void numbers.set(id, value === 0 ? 0 : value);
  fillTwo(random, size, edition, set);
  fillThree(random, size, edition, set);
  fillFour(random, size, set);
  const empty = random.pick(EMPTY[habit] ?? ['']);
  const printed = new Map<string, string>();
  const rowOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));
  const rowIsZero = (id: string): boolean => [...numbers].every(([other, value]) => rowOf(other) !== rowOf(id) || !value);
  const emptyRows = new Map([...numbers.keys()].map((id) => [rowOf(id), habit === 'blank rows' && rowIsZero(id)]));
  for (const [id, value] of numbers) {
    const left = habit === 'blank rows' ? emptyRows.get(rowOf(id)) : habit === 'some blank' ? random.chance(0.1) : habit !== 'zeros';
    if (value === 0 && left) {
      numbers.set(id, null);
      printed.set(id, empty);
    } else printed.set(id, id.endsWith('.items_change') && value! > 0 && random.chance(0.3) ? `+${value}` : String(value));
  }
  return { edition, body: random.pick(BODIES), year: edition === '2019' ? 2019 + random.below(2) : 2021 + random.below(5), size, habit, numbers, printed };
}
