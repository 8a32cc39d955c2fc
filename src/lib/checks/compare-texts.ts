/** The door of the text comparison: all reports of a year beside last year's of the same bodies and beside each other. */
import { comparedSentences, type ComparedSection, type ComparedSentence } from './prose-shingles.ts';
import { isCountyWording, learnBoilerplate, ownRuns, similarity, similarPairs, takenOver, type Boilerplate, type ComparedText, type CountyWording } from './similar-texts.ts';

/** Fewer runs of section 五 than these say nothing about repeated problems. */
const LEAST_PROBLEMS = 30;

export interface YearText {
  /** Code of the body. */
  body: string;
  /** The body as pages name it. */
  name: string;
  /** All its names and aliases: taken out before texts are compared. */
  names: readonly string[];
  sections: readonly ComparedSection[];
}

/** What a report shares with another. */
export interface Shared {
  /** 0…1; null where one of the two has too little of its own to compare. */
  share: number | null;
  /** The longest sentence that stands in both. */
  sentence: ComparedSentence | null;
}
/** What the checks of texts see beside the report. */
export interface TextNeighbours {
  /** Last year's report of the body; null where there is none. */
  lastYear: (Shared & { problems: number | null }) | null;
  /** Bodies of the year with at least 60 % in common, the most similar first. */
  others: (Shared & { body: string; name: string })[];
  /** Whether enough is left to compare when the county's wording is taken out. */
  enough: boolean;
}

export interface ComparedYear {
  /** In the order of the texts. */
  texts: TextNeighbours[];
  boilerplate: Boilerplate[];
}

const longest = (sentences: readonly ComparedSentence[]): ComparedSentence | null => sentences.reduce<ComparedSentence | null>((best, sentence) => (best && best.core.length >= sentence.core.length ? best : sentence), null);

/** The texts cut into sentences, with the wording that is the county's: learned from this year and last, or uploaded. */
export function prepareTexts(texts: readonly YearText[], lastYear: readonly YearText[], template: readonly number[]): { now: ComparedText[]; before: ComparedText[]; boilerplate: Boilerplate[]; wording: CountyWording } {
  const cut = ({ body, names, sections }: YearText): ComparedText => ({ body, sentences: comparedSentences(sections, names) });
  const [now, before] = [texts.map(cut), lastYear.map(cut)];
  const boilerplate = learnBoilerplate(now);
  const wording = { cores: new Set([...boilerplate, ...learnBoilerplate(before)].map(({ core }) => core)), template: new Set(template) };
  return { now, before, boilerplate, wording };
}

/** Compares every text of a year with last year's of its body and with every other body's. Exact for shares of 60 % and more. */
export function compareTexts(texts: readonly YearText[], lastYear: readonly YearText[], template: readonly number[]): ComparedYear {
  const { now, before, boilerplate, wording } = prepareTexts(texts, lastYear, template);
  const runs = now.map((text) => ownRuns(text, wording));
  const others = now.map((): TextNeighbours['others'] => []);
  for (const { one, other, share } of similarPairs(runs))
    if (now[one]!.body !== now[other]!.body)
      for (const [a, b] of [[one, other], [other, one]] as const)
        others[a]!.push({ body: now[b]!.body, name: texts[b]!.name, share, sentence: longest(takenOver(now[a]!, wording, new Set(runs[b]))) });
  const lastOf = new Map(before.map((text) => [text.body, text]));
  return {
    boilerplate,
    texts: now.map((text, index): TextNeighbours => {
      const last = lastOf.get(text.body);
      const lastRuns = last && ownRuns(last, wording);
      return {
        others: others[index]!, enough: similarity(runs[index]!, runs[index]!) !== null,
        lastYear: last && lastRuns
          ? {
              share: similarity(runs[index]!, lastRuns), sentence: longest(takenOver(text, wording, new Set(lastRuns))),
              problems: similarity(ownRuns(text, wording, 5), ownRuns(last, wording, 5), LEAST_PROBLEMS),
            }
          : null,
      };
    }),
  };
}

/** A sentence as the page of two texts shows it: shared with the other, the county's wording, or its own; short ones are plain. */
export interface ShownSentence {
  section: number;
  text: string;
  kind: 'shared' | 'county' | 'own';
}

/** Both texts in full, each sentence with what it is. `wording` and cuts as `prepareTexts` gives them. */
export function besideEachOther(one: ComparedText, other: ComparedText, wording: CountyWording): [ShownSentence[], ShownSentence[]] {
  const show = (text: ComparedText, beside: ComparedText): ShownSentence[] => {
    const shared = new Set(takenOver(text, wording, new Set(ownRuns(beside, wording))));
    return text.sentences.map((sentence) => ({ section: sentence.section, text: sentence.text, kind: shared.has(sentence) ? 'shared' : isCountyWording(sentence, wording) ? 'county' : 'own' }));
  };
  return [show(one, other), show(other, one)];
}
