/** When reports came and were published: the county asks for 20 January, the regulation for 31 January (government: 31 March). */
import type { DemoBody } from './county.ts';
import { seeded } from './seeded.ts';

/** Body-years of which no report ever came. */
export const MISSING: readonly (readonly [body: string, year: number])[] = [
  ['133', 2019], ['142', 2019], ['212', 2020], ['213', 2020], ['130', 2021], ['210', 2022], ['125', 2023], ['122', 2024], ['132', 2025], ['203', 2025],
];
export const isMissing = (body: string, year: number): boolean => MISSING.some(([code, missing]) => code === body && missing === year);

/** After the statutory date. */
const LATE: Record<string, [received: number, published: number]> = { '131/2020': [39, 43], '208/2021': [36, 40], '141/2022': [47, 50], '124/2023': [34, 41], '213/2024': [52, 55], '139/2025': [37, 44] };
/** Published, but no one noted when. */
const UNDATED = ['133/2020', '136/2021', '202/2022', '142/2023', '140/2024', '210/2025'];

/** The nth day of January, running on into February and March of a common year. */
function day(year: number, n: number): string {
  const [month, date] = n <= 31 ? [1, n] : n <= 59 ? [2, n - 31] : [3, n - 59];
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export interface FilingDates {
  countyDueOn: string | null;
  statutoryDueOn: string;
  receivedOn: string | null;
  publishedOn: string | null;
}

export function datesOf(body: DemoBody, year: number): FilingDates {
  const draw = seeded(`${body.code}/${year}/dates`);
  const government = body.kind === 'government';
  const due = { countyDueOn: government ? null : day(year + 1, 20), statutoryDueOn: day(year + 1, government ? 90 : 31) };
  if (isMissing(body.code, year)) return { ...due, receivedOn: null, publishedOn: null };
  const key = `${body.code}/${year}`;
  const late = LATE[key];
  // One in eight misses the county's date and still keeps the statutory one.
  const received = late?.[0] ?? (government ? draw.whole(60, 74) : draw.chance(0.12) ? draw.whole(21, 26) : draw.whole(5, 20));
  const published = late?.[1] ?? received + draw.whole(1, government ? 9 : 5);
  return { ...due, receivedOn: day(year + 1, received), publishedOn: UNDATED.includes(key) ? null : day(year + 1, published) };
}

/** Body-years received or published after the statutory date. */
export const isLate = (body: string, year: number): boolean => `${body}/${year}` in LATE;
export const isUndated = (body: string, year: number): boolean => UNDATED.includes(`${body}/${year}`);
