/** Which body of the register a name read in a report belongs to. */
import type { BodyKind } from '../../checks/finding.ts';
import type { Body } from '../queries/bodies.ts';

/** The body, or why there is none: nobody has the name, or several have. */
export type BodyMatch = { body: Body } | { candidates: string[] };

/** Where a place ends in a name: 延津县|民政局, 平潭综合实验区|经济发展局. */
const PLACE = /(?:省|市|县|区|州|盟|旗|镇|乡|管委会|管理委员会|人民政府)$/;

/** Names that are told apart by their place alone: 白杨镇人民政府 is not 人民政府. */
const PLACE_IS_ALL = /^(?:人民)?政府(?:办|办公室|办公厅)?$|^(?:管理委员会|管委会|街道办事处|办事处)$/;

/** For comparison only: compatibility forms, no spaces, no punctuation. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
}

/**
 * Whether two names say the same: equal, or one has a place before it (延津县民政局 and 民政局). `place` is the name of
 * the county, which may also stand there in short (延津民政局).
 */
export function sameName(one: string, other: string, place = ''): boolean {
  const [long, short] = [withoutPlace(plainName(one), place), withoutPlace(plainName(other), place)].sort((a, b) => b.length - a.length) as [string, string];
  if (long === short) return true;
  return short.length >= 3 && !PLACE_IS_ALL.test(short) && long.endsWith(short) && PLACE.test(long.slice(0, -short.length));
}

function withoutPlace(name: string, place: string): string {
  const full = plainName(place);
  const short = full.replace(/[市县区旗]$/, '');
  const before = [full, short].find((prefix) => prefix.length > 1 && name.startsWith(prefix) && name.length > prefix.length + 2);
  return before === undefined ? name : name.slice(before.length);
}

/**
 * Finds the body by names and aliases that were in use at the end of the report year, else by any name it ever had.
 * Equal names come before names that differ by a place. `year` null asks for any time.
 */
export function matchBody(register: readonly Body[], name: string | null, year: number | null, place = ''): BodyMatch {
  if (name === null || plainName(name) === '') return { candidates: [] };
  const day = year === null ? null : `${year}-12-31`;
  const inUse = (from: string | null, to: string | null): boolean => day === null || ((from === null || from <= day) && (to === null || to >= day));
  const fits = (same: (candidate: string) => boolean, ever: boolean): Body[] =>
    register.filter((body) => body.names.some((entry) => same(entry.name) && (ever || inUse(entry.validFrom, entry.validTo))));
  const equal = (candidate: string): boolean => plainName(candidate) === plainName(name);
  const near = (candidate: string): boolean => sameName(candidate, name, place);
  for (const [same, ever] of [[equal, false], [equal, true], [near, false], [near, true]] as const) {
    const found = fits(same, ever);
    if (found.length === 1) return { body: found[0]! };
    if (found.length > 1) return { candidates: found.map((body) => body.code) };
  }
  return { candidates: [] };
}

/** How much of two names must be alike, by weight, for one to be suggested for the other. */
const NEAR = 0.4;
/** No name of a body is longer; what is read of a page may be. */
const LONGEST = 60;

/**
 * Bodies whose names come near to one that was read, the nearest first: suggestions for a person, never a match. Names are
 * alike by the characters that they share in the same order; a character that many bodies have (局, 镇) says little.
 */
export function nearBodies(register: readonly Body[], readings: readonly string[], place = '', limit = 3): Body[] {
  const plain = (name: string): string[] => [...withoutPlace(plainName(name), place)].slice(0, LONGEST);
  const names = register.map((body) => ({ body, names: body.names.map(({ name }) => plain(name)) }));
  const bearers = new Map<string, number>();
  for (const each of names) for (const character of new Set(each.names.flat())) bearers.set(character, (bearers.get(character) ?? 0) + 1);
  const weight = (character: string): number => Math.log(1 + register.length / (bearers.get(character) ?? 1)) ** 2;
  const weigh = (characters: readonly string[]): number => characters.reduce((sum, character) => sum + weight(character), 0);
  const alike = (one: readonly string[], other: readonly string[]): number => (2 * weigh(shared(one, other, weight))) / (weigh(one) + weigh(other) || 1);
  const read = [...new Set(readings)].map(plain).filter(({ length }) => length > 1);
  return names
    .map(({ body, names: its }) => ({ body, near: Math.max(0, ...its.flatMap((name) => read.map((reading) => alike(name, reading)))) }))
    .filter(({ near }) => near >= NEAR).sort((a, b) => b.near - a.near).slice(0, limit).map(({ body }) => body);
}

/** The heaviest characters that both have in the same order. */
function shared(one: readonly string[], other: readonly string[], weight: (character: string) => number): string[] {
  let above = other.map(() => ({ weight: 0, characters: [] as string[] }));
  for (const character of one) {
    let before = { weight: 0, characters: [] as string[] };
    let left = before;
    above = other.map((candidate, index) => {
      const up = above[index] ?? before;
      const taken = candidate === character ? { weight: before.weight + weight(character), characters: [...before.characters, character] } : left;
      before = up;
      left = [taken, up, left].reduce((best, each) => (each.weight > best.weight ? each : best));
      return left;
    });
  }
  return above.at(-1)?.characters ?? [];
}

/** Kinds by the end of the name, the first that fits. What fits none is a department. */
const KINDS: readonly [RegExp, BodyKind][] = [
  [/街道(?:办事处|办)?$/, 'subdistrict'],
  [/(?:镇|乡)(?:人民)?政府$|(?:镇|乡)$/, 'township'],
  [/(?:人民)?政府办公(?:室|厅)$|(?:县|区|市|旗)政府办$/, 'county_office'],
  [/人民政府$|^.{1,8}(?:县|区|市|旗)政府$/, 'government'],
  [/(?:税务|气象|海关|烟草|烟草专卖|邮政管理|消防救援)(?:局|大队|支队)?$|国家统计局.*调查队$|(?:供电|电力)(?:局|公司)$/, 'vertical'],
  [/(?:管理委员会|管委会|开发区|高新区|功能区)$/, 'zone'],
  [/(?:公司|集团|医院|学校|学院|大学|协会|学会|中学|小学)$/, 'authorised'],
];

/** Guesses the kind of a body from its name; a person may know better. */
export function guessKind(name: string): BodyKind {
  const plain = plainName(name);
  return KINDS.find(([ending]) => ending.test(plain))?.[1] ?? 'department';
}
