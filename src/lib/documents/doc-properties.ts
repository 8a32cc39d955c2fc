/** Properties in Word's binary files: which characters are hidden or deleted, which paragraphs end cells and rows (MS-DOC 2.6, 2.9.116). */
import { viewOf } from './ole.ts';

/** Single property modifiers that decide what is read, and how. */
export const SPRM = {
  deleted: 0x0800, hidden: 0x083c, inTable: 0x2416, rowEnd: 0x2417, depth: 0x6649, innerCell: 0x244b, innerRowEnd: 0x244c, cells: 0xd608, verticalMerge: 0xd62b, huge: 0x6646, hugeBefore97: 0x6645,
} as const;
const CHANGE_TABS = 0xc615;
/** Bytes of an operand by the highest bits of its modifier; of 6 the first byte tells. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3];

/** Modifier and operand, one after the other. A list that breaks off ends there. */
export function* modifiers(list: Uint8Array): Generator<{ code: number; operand: Uint8Array }> {
  const view = viewOf(list);
  for (let at = 0; at + 3 <= list.length; ) {
    const code = view.getUint16(at, true);
    let [from, size] = [at + 2, OPERANDS[code >> 13]!];
    if (size === 0) {
      if (code === SPRM.cells) {
        if (from + 2 > list.length) return;
        [from, size] = [from + 2, view.getUint16(from, true) - 1];
      } else [from, size] = [from + 1, list[from]!];
      // 255 tab stops or more: their length is not told here, and nothing that is read follows them.
      if ((code === CHANGE_TABS && size === 255) || size < 0) return;
    }
    yield { code, operand: list.subarray(from, from + size) };
    at = from + size;
  }
}

export interface Run {
  /** [from, to) in the stream of the text. */
  from: number;
  to: number;
  list: Uint8Array;
}

const PAGE = 512;
const MOST_RUNS = 200_000;

/** Runs of characters, or of paragraphs, with their modifiers; `index` lists the pages on which they stand. */
export function runsOf(main: Uint8Array, index: Uint8Array, of: 'characters' | 'paragraphs'): Run[] {
  const view = viewOf(index);
  const pages = Math.max(0, Math.floor((index.length - 4) / 8));
  const runs: Run[] = [];
  for (let page = 0; page < pages && runs.length < MOST_RUNS; page++) {
    const start = (view.getUint32(4 * (pages + 1) + 4 * page, true) & 0x3fffff) * PAGE;
    if (start + PAGE > main.length) continue;
    const bytes = main.subarray(start, start + PAGE);
    const inside = viewOf(bytes);
    const count = bytes[PAGE - 1]!;
    const width = of === 'characters' ? 1 : 13;
    if (4 * (count + 1) + width * count > PAGE) continue;
    for (let run = 0; run < count; run++) {
      const at = 2 * bytes[4 * (count + 1) + width * run]!;
      runs.push({ from: inside.getUint32(4 * run, true), to: inside.getUint32(4 * (run + 1), true), list: at === 0 ? bytes.subarray(0, 0) : listAt(bytes, at, of) });
    }
  }
  return runs.sort((one, other) => one.from - other.from);
}

function listAt(page: Uint8Array, at: number, of: 'characters' | 'paragraphs'): Uint8Array {
  const size = page[at]!;
  if (of === 'characters') return page.subarray(at + 1, at + 1 + size);
  // A paragraph's list begins with the number of its style.
  return size === 0 ? page.subarray(at + 4, at + 2 + 2 * page[at + 1]!) : page.subarray(at + 3, at + 2 * size);
}

/** The run in which the place lies. */
export function runAt(runs: readonly Run[], place: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.to <= place) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run && run.from <= place ? run : undefined;
}
