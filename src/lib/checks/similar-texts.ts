/**
 * How much of two texts is the same: 2 × shared runs ÷ runs of both (Dice), over the runs of three characters that are
 * left when the county's boilerplate is taken out. Exact: no sampling and no hashing that could collide.
 */
import type { ComparedSentence } from './prose-shingles.ts';

/** A sentence that so many bodies of a year share is the county's wording (a model text), not a copy. */
export const SHARED_BY = 5;
/** Fewer runs than these say nothing about copying. */
export const LEAST = 60;
/** Pairs below this share are not listed. */
export const LISTED = 0.6;

export interface ComparedText {
  /** The body: the boilerplate is counted by bodies. */
  body: string;
  sentences: readonly ComparedSentence[];
}
export interface Boilerplate {
  core: string;
  /** The sentence as one of the bodies wrote it. */
  text: string;
  bodies: number;
}

/** Sentences that `least` or more bodies share, the most shared first. */
export function learnBoilerplate(texts: readonly ComparedText[], least = SHARED_BY): Boilerplate[] {
  const known = new Map<string, { text: string; bodies: Set<string> }>();
  for (const { body, sentences } of texts)
    for (const { core, text } of sentences) {
      const entry = known.get(core);
      if (entry) entry.bodies.add(body);
      else known.set(core, { text, bodies: new Set([body]) });
    }
  return [...known].flatMap(([core, { text, bodies }]) => (bodies.size >= least ? [{ core, text, bodies: bodies.size }] : []))
    .sort((a, b) => b.bodies - a.bodies || (a.core < b.core ? -1 : 1));
}

/** The county's wording: cores of learned sentences, and runs of the uploaded model texts. */
export interface CountyWording {
  cores: ReadonlySet<string>;
  template: ReadonlySet<number>;
}
/** A sentence with this share of its runs in another text is taken over from there. */
export const TAKEN_OVER = 0.8;

const shareIn = (sentence: ComparedSentence, runs: ReadonlySet<number>): number => sentence.shingles.filter((run) => runs.has(run)).length / sentence.shingles.length;

export const isCountyWording = (sentence: ComparedSentence, wording: CountyWording): boolean =>
  wording.cores.has(sentence.core) || (wording.template.size > 0 && shareIn(sentence, wording.template) >= TAKEN_OVER);

/** Of a text's own sentences, those that stand in the other text. */
export function takenOver(text: ComparedText, wording: CountyWording, other: ReadonlySet<number>): ComparedSentence[] {
  return text.sentences.filter((sentence) => !isCountyWording(sentence, wording) && shareIn(sentence, other) >= TAKEN_OVER);
}

/** The runs of a text without the county's wording, sorted; of one section only where it is named. */
export function ownRuns(text: ComparedText, wording: CountyWording, section?: number): Float64Array {
  const runs = new Set<number>();
  for (const sentence of text.sentences)
    if ((section ?? sentence.section) === sentence.section && !isCountyWording(sentence, wording)) for (const run of sentence.shingles) runs.add(run);
  return Float64Array.from(runs).sort();
}

/** Numbers that stand in both, from a place in each; both are sorted. May stop as soon as it cannot become `enough`. */
function sharedCount(one: Float64Array | Int32Array, other: Float64Array | Int32Array, from = 0, otherFrom = 0, enough = 0): number {
  let [a, b, shared] = [from, otherFrom, 0];
  while (a < one.length && b < other.length) {
    const difference = one[a]! - other[b]!;
    if (difference === 0) shared += 1;
    else if (shared + Math.min(one.length - a, other.length - b) < enough) return shared;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return shared;
}

/** 0…1; null where one of the two has too few runs to say anything. */
export function similarity(one: Float64Array, other: Float64Array, least = LEAST): number | null {
  return one.length < least || other.length < least ? null : (2 * sharedCount(one, other)) / (one.length + other.length);
}

export interface SimilarPair {
  one: number;
  other: number;
  share: number;
}

/**
 * All pairs of texts (by their index) with a share of `least` or more, the most similar first. Two texts with that share
 * have a run in common among the rarest runs of each (prefix filter of Bayardo, Ma and Srikant, Scaling up all pairs
 * similarity search, 2007), so only these are indexed, and what meets there is counted exactly: none is lost.
 */
export function similarPairs(texts: readonly Float64Array[], least = LISTED): SimilarPair[] {
  const { ranked, often } = byRarity(texts);
  // A list for each run of who has it: entries stand at starts[run] … ends[run].
  const starts = new Int32Array(often.length + 1);
  for (let run = 0; run < often.length; run++) starts[run + 1] = starts[run]! + often[run]!;
  const ends = starts.slice();
  const [owners, places] = [new Int32Array(starts[often.length]!), new Int32Array(starts[often.length]!)];
  // By length: the partner met in the lists is never longer, and one that is too short is passed over.
  const order = ranked.map((_, index) => index).filter((index) => ranked[index]!.length >= LEAST).sort((a, b) => ranked[a]!.length - ranked[b]!.length);
  const prefix = (length: number, share: number): number => length - Math.ceil(share * length - 1e-9) + 1;
  const ratio = least / (2 - least);
  const met = new Int32Array(texts.length).fill(-1);
  const pairs: SimilarPair[] = [];
  for (const one of order) {
    const runs = ranked[one]!;
    // A longer partner shares at least `least` of this text, a shorter one at least `ratio`: the first are listed, all are asked for.
    const [asked, listed] = [prefix(runs.length, ratio), prefix(runs.length, least)];
    for (let place = 0; place < asked; place++) {
      const run = runs[place]!;
      if (often[run] === 1) continue;
      for (let entry = starts[run]!; entry < ends[run]!; entry++) {
        const other = owners[entry]!;
        if (met[other] === one) continue;
        met[other] = one;
        const partner = ranked[other]!;
        const enough = (least / 2) * (runs.length + partner.length);
        // This is the rarest run that both have: nothing before it is shared.
        if (partner.length < ratio * runs.length || Math.min(runs.length - place, partner.length - places[entry]!) < enough) continue;
        const shared = sharedCount(runs, partner, place, places[entry]!, enough);
        if (shared >= enough) pairs.push({ one: Math.min(one, other), other: Math.max(one, other), share: (2 * shared) / (runs.length + partner.length) });
      }
      if (place < listed) {
        owners[ends[run]!] = one;
        places[ends[run]!++] = place;
      }
    }
  }
  return pairs.sort((a, b) => b.share - a.share || a.one - b.one || a.other - b.other);
}

/** The texts with their runs numbered by how many texts have them, the rarest first; and that many, by number. */
function byRarity(texts: readonly Float64Array[]): { ranked: Int32Array[]; often: Int32Array } {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const numbered = texts.map((runs) => Int32Array.from(runs, (run) => {
    let number = numbers.get(run);
    if (number === undefined) {
      number = counts.push(0) - 1;
      numbers.set(run, number);
    }
    counts[number]! += 1;
    return number;
  }));
  const order = Int32Array.from(counts.keys()).sort((a, b) => counts[a]! - counts[b]! || a - b);
  const rank = new Int32Array(counts.length);
  order.forEach((number, index) => (rank[number] = index));
  return { ranked: numbered.map((runs) => runs.map((number) => rank[number]!).sort()), often: order.map((number) => counts[number]!) };
}
