/** Random lawful reports, changed as `mutate.ts` says, printed in every hand-made form, read back and judged. */
import { asKept, PRINTERS, type Printer } from '../makers/documents.ts';
import { lawfulReport } from '../makers/lawful.ts';
import { change, CHANGES } from '../makers/mutate.ts';
import { pageOf, type Page } from '../makers/page.ts';
import { seeded } from '../makers/random.ts';
import { judge, type Judgement } from './judge.ts';

const KINDS = Object.keys(CHANGES);

export interface FuzzCase {
  seed: number;
  printer: Printer;
  page: Page;
  /** Names of the changes that were made. */
  kinds: string[];
  bytes: Uint8Array;
}

/**
 * The document of a seed: one report, one form, and one to three changes (`none` of them where `changed` is false). The same seed gives the
 * same bytes.
 */
export function fuzzCase(seed: number, changed = true): FuzzCase {
  const random = seeded(seed);
  const printer = random.pick(PRINTERS);
  const page = pageOf(lawfulReport(random));
  const many = changed ? random.pick([1, 1, 1, 2, 2, 3]) : 0;
  const kinds = Array.from({ length: many }, () => random.pick(KINDS));
  change(page, random, kinds);
  const kept = asKept(page, printer.keeping);
  return { seed, printer, page: kept, kinds: kept.changes.map((words) => KINDS.find((kind) => words.startsWith(kind.replace('arithmetically wrong', 'arithmetic'))) ?? 'none'), bytes: printer.print(kept, random) };
}

export async function judgeCase(one: FuzzCase): Promise<Judgement> {
  return judge(one.bytes, one.page);
}
