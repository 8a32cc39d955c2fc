/** 查找: bodies, figures, indicators, checks, and the prose of all reports. */
import { CATALOGUE } from '../../checks/catalogue.ts';
import { maskPersonal } from '../../checks/mask.ts';
import { measureGroups } from '../../comparisons/measures.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { searchProse } from '../queries/prose.ts';
import { nameFits } from './bodies-page.ts';
import { countyData, nameIn } from './county-data.ts';
import type { Language } from './report-page.ts';

export interface SearchPage {
  words: string;
  /** Fewer than two characters find everything and nothing. */
  short: boolean;
  bodies: { code: string; name: string; other: string; link: string }[];
  measures: { name: string; link: string }[];
  checks: { name: string; what: string }[];
  /** `parts` are what stands before the words, the words, and what follows. */
  passages: { name: string; year: number; title: string; parts: [string, string, string]; link: string }[];
  /** More passages than are listed. */
  more: boolean;
}

export const MOST_PASSAGES = 50;
const MOST = 30;

export async function readSearchPage(db: Reads, county: County, asked: string | null, language: Language): Promise<SearchPage> {
  // What PostgreSQL refuses can stand in no report either.
  const words = (asked ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, 60);
  const found: SearchPage = { words, short: [...words].length < 2, bodies: [], measures: [], checks: [], passages: [], more: false };
  if (found.short) return found;
  const data = await countyData(db, county);
  const base = `/c/${county.code}`;
  const has = (text: string): boolean => text.toLowerCase().includes(words.toLowerCase());
  found.bodies = data.bodies.filter((body) => body.code === words || body.names.some(({ name }) => nameFits(name, words))).slice(0, MOST).map((body) => ({
    code: body.code, name: body.name, other: body.names.map(({ name }) => name).filter((name) => name !== body.name && nameFits(name, words)).join('、'), link: `${base}/bodies/${body.code}`,
  }));
  const other = new Map(measureGroups(language === 'zh' ? 'en' : 'zh').flatMap((group) => group.measures).map(({ key, name }) => [key, name]));
  found.measures = measureGroups(language).flatMap((group) => group.measures).filter(({ key, name }) => has(name) || has(other.get(key) ?? '')).slice(0, MOST).map(({ key, name }) => ({ name, link: `${base}/compare?figure=${key}` }));
  found.checks = CATALOGUE.filter((check) => [check.title.zh, check.title.en, check.what.zh, check.what.en].some(has) || check.id === words.toUpperCase()).slice(0, MOST).map((check) => ({ name: check.title[language], what: check.what[language] }));
  const passages = await searchProse(db, county.countyId, words, MOST_PASSAGES + 1);
  found.more = passages.length > MOST_PASSAGES;
  found.passages = passages.slice(0, MOST_PASSAGES).map((passage) => {
    const body = data.bodies.find(({ code }) => code === passage.body);
    const text = maskPersonal(passage.text);
    // Of a number that is masked nothing is left to be marked.
    const at = text.includes(words) ? text.indexOf(words) : text.length;
    return {
      name: body ? nameIn(body, passage.year) : passage.body, year: passage.year, title: passage.title, link: `${base}/reports/${passage.body}/${passage.year}/${passage.scope}`,
      parts: [`${passage.before ? '…' : ''}${text.slice(0, at)}`, text.slice(at, at + words.length), `${text.slice(at + words.length)}${passage.after ? '…' : ''}`],
    };
  });
  return found;
}
