/**
 * Labels as people print and misprint them: compared by their letters and digits alone, so that line breaks inside a
 * word, width, brackets, quotes and list marks make no difference; and within an edit distance that grows with length.
 */

const isLetter = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  || (code >= 0xff10 && code <= 0xff19) || (code >= 0x3220 && code <= 0x3229) || code === 0x3007;

/** The letters and digits of a text, and for each where it stands. Full-width digits become plain. */
export function lettersOf(text: string): { letters: string; index: Uint32Array } {
  const index = new Uint32Array(text.length + 1);
  const letters: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isLetter(code)) continue;
    index[letters.length] = at;
    letters.push(code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xff10 + 48) : text[at]!);
  }
  index[letters.length] = text.length;
  return { letters: letters.join(''), index: index.subarray(0, letters.length + 1) };
}
/** The letters and digits alone, as `lettersOf` gives them. */
export function bare(text: string): string {
  const letters = text.replace(/[^\u3400-\u9fff0-9A-Za-z\uff10-\uff19\u3220-\u3229\u3007]+/g, '');
  return /[\uff10-\uff19]/.test(letters) ? lettersOf(letters).letters : letters;
}

/** List marks before a label: `一、` `（三）` `1.` `8、` `三三、`; of a digit only one, since digits before it may be cells. */
const MARK = /(?:[（(]\s?[一二三四五六七八九十]{1,2}\s?[）)]\s*[、.．]?|[一二三四五六七八九十]{1,2}\s{0,3}[、.．，,]|[\u3220-\u3229]|第[一二三四五六]部分|[（(]?\d[）)]?\s?[.．、,，)）])[\s#*|]*$/;
const LONGEST_MARK = 14;

/** Where the label at `start` begins with its list mark, and the mark's text ('' where there is none). */
export function withMark(text: string, start: number): { start: number; mark: string } {
  const before = text.slice(Math.max(0, start - LONGEST_MARK), start);
  const found = MARK.exec(before);
  return found ? { start: start - (before.length - found.index), mark: found[0].trim() } : { start, mark: '' };
}
/** The label without a list mark in front. */
export function withoutMark(text: string): string {
  return text.replace(/^[\s#*]*(?:[（(]\s?[一二三四五六七八九十]{1,2}\s?[）)]|[一二三四五六七八九十]{1,2}\s{0,3}[、.．，,]|[\u3220-\u3229]|第[一二三四五六]部分|[（(]?\d[）)]?\s?[.．、,，)）])\s*/, '');
}

/** How many letters may be wrong: of short labels none, since 行政许可 and 行政检查 or 其他 and 其它 are near each other. */
export function tolerance(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3;
}

/** Edit distance of two short texts, or a number above `most` as soon as it cannot be within it. */
export function distance(one: string, other: string, most = Infinity): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  // Each letter that the other text lacks costs at least one edit: nearly all pairs of labels end here.
  let lacking = 0;
  for (const letter of one) if (!other.includes(letter) && ++lacking > most) return most + 1;
  const row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    let diagonal = row[0]!;
    let least = (row[0] = at);
    for (let column = 1; column <= other.length; column++) {
      const above = row[column]!;
      const cost = Math.min(above + 1, row[column - 1]! + 1, diagonal + (one[at - 1] === other[column - 1] ? 0 : 1));
      diagonal = above;
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
  }
  return row[other.length]!;
}

export interface Match {
  start: number;
  end: number;
  distance: number;
}

/** The place in `text` nearest to the label (exact first), or null where none is within tolerance (Sellers' algorithm). */
export function findNear(text: string, label: string, most = tolerance(label.length)): Match | null {
  const exact = text.indexOf(label);
  if (exact >= 0) return { start: exact, end: exact + label.length, distance: 0 };
  if (most === 0) return null;
  // Cost of matching the first `row` letters of the label so that they end here, and where that match began.
  let cost = Array.from({ length: label.length + 1 }, (_, row) => row);
  let began = new Array<number>(label.length + 1).fill(0);
  let best: Match | null = null;
  for (let at = 0; at < text.length; at++) {
    const [nextCost, nextBegan] = [[0], [at + 1]];
    for (let row = 1; row <= label.length; row++) {
      const replaced = cost[row - 1]! + (label[row - 1] === text[at] ? 0 : 1);
      const [skipped, added] = [nextCost[row - 1]! + 1, cost[row]! + 1];
      const least = Math.min(replaced, skipped, added);
      nextCost.push(least);
      nextBegan.push(least === replaced ? (row === 1 ? at : began[row - 1]!) : least === skipped ? nextBegan[row - 1]! : began[row]!);
    }
    [cost, began] = [nextCost, nextBegan];
    const total = cost[label.length]!;
    const start = began[label.length]!;
    // Of equals the one of the label's length: 执法案件 stands for 执法案卷, not 执法案.
    if (total <= most && (!best || total < best.distance || (total === best.distance && Math.abs(at + 1 - start - label.length) < Math.abs(best.end - best.start - label.length))))
      best = { start, end: at + 1, distance: total };
  }
  return best;
}
