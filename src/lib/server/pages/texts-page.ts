/** 文字比对: how much of the prose of a year is that of other bodies or of last year, and two texts side by side. */
import { besideEachOther, compareTexts, prepareTexts, type ShownSentence } from '../../checks/compare-texts.ts';
import { maskPersonal } from '../../checks/mask.ts';
import { LISTED, ownRuns, similarity } from '../../checks/similar-texts.ts';
import { readYearTexts } from '../ingest/compare-year-texts.ts';
import type { Reads } from '../queries/connection.ts';
import type { County } from '../queries/counties.ts';
import { chosenYear } from './bodies-page.ts';
import { countyData } from './county-data.ts';

/** Whole per cent, rounded down: 60 is never less than 60 %. Null is too little text. */
type Percent = number | null;
const percent = (share: number | null): Percent => (share === null ? null : Math.floor(share * 100 + 1e-9));

export interface TextsPage {
  years: number[];
  year: number | null;
  /** Reports that were compared. */
  n: number;
  /** Pairs of 60 % and more, the most similar first. */
  others: { one: string; other: string; share: Percent; link: string }[];
  lastYear: { name: string; share: Percent; problems: Percent; link: string }[];
  boilerplate: { text: string; bodies: number }[];
}

export async function readTextsPage(db: Reads, county: County, asked: string | null): Promise<TextsPage> {
  const data = await countyData(db, county);
  const year = chosenYear(data, asked);
  if (year === null) return { years: data.years, year, n: 0, others: [], lastYear: [], boilerplate: [] };
  const { texts, lastYear, template } = await readYearTexts(db, county.countyId, year);
  const compared = compareTexts(texts, lastYear, template);
  const link = (one: string, other?: string): string => `/c/${county.code}/texts/beside?${new URLSearchParams({ year: String(year), one, ...(other !== undefined && { other }) })}`;
  const pairs = compared.texts.flatMap(({ others }, index) => {
    const { body, name } = texts[index]!;
    return others.filter((other) => body < other.body).map((other) => ({ one: name, other: other.name, share: other.share ?? 0, link: link(body, other.body) }));
  });
  const own = compared.texts.flatMap(({ lastYear: last }, index) => (last ? [{ name: texts[index]!.name, share: last.share, problems: last.problems, link: link(texts[index]!.body) }] : []));
  return {
    years: data.years, year, n: texts.length,
    others: pairs.sort((a, b) => b.share - a.share).map((pair) => ({ ...pair, share: percent(pair.share) })),
    lastYear: own.sort((a, b) => (b.share ?? -1) - (a.share ?? -1)).map((row) => ({ ...row, share: percent(row.share), problems: percent(row.problems) })),
    boilerplate: compared.boilerplate.map(({ text, bodies }) => ({ text: maskPersonal(text), bodies })),
  };
}

export interface TwoTexts {
  year: number;
  share: Percent;
  /** Above this the pair is listed. */
  listed: boolean;
  sides: { name: string; year: number; report: string; sentences: ShownSentence[] }[];
}

/** Two texts of a year (`one` and `other` as links name them), or one and last year's of the same body; undefined where there is none. */
export async function readTwoTexts(db: Reads, county: County, parameters: URLSearchParams): Promise<TwoTexts | undefined> {
  const year = Number(parameters.get('year'));
  if (!Number.isInteger(year) || year < 2008 || year > 2200) return undefined;
  const [one, other] = [parameters.get('one'), parameters.get('other')];
  const { texts, lastYear, template } = await readYearTexts(db, county.countyId, year);
  const { now, before, wording } = prepareTexts(texts, lastYear, template);
  const left = now.find(({ body }) => body === one);
  const right = other === null ? before.find(({ body }) => body === one) : now.find(({ body }) => body === other);
  if (!left || !right || left === right) return undefined;
  const share = similarity(ownRuns(left, wording), ownRuns(right, wording));
  const shown = besideEachOther(left, right, wording);
  return {
    year, share: percent(share), listed: (share ?? 0) >= LISTED,
    sides: [left, right].map(({ body: key }, index) => {
      const [body = '', scope = ''] = key.split(' ');
      const of = index === 1 && other === null ? year - 1 : year;
      const { name } = [...texts, ...lastYear].find((text) => text.body === key)!;
      return { name, year: of, report: `/c/${county.code}/reports/${body}/${of}/${scope}`, sentences: shown[index]!.map((sentence) => ({ ...sentence, text: maskPersonal(sentence.text) })) };
    }),
  };
}
