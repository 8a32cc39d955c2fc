/** How far a printed label is from the form's. */

/** Without what is no wording: spaces, width, kinds of brackets and quotes, punctuation. */
export function plainLabel(label: string): string {
  return label.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
}

/** Edit distance (insert, delete, replace) of two labels without their punctuation, in characters. */
export function labelDistance(one: string, other: string): number {
  const [a, b] = [[...plainLabel(one)], [...plainLabel(other)]];
  let above = b.map((_, index) => index + 1);
  above.unshift(0);
  for (const [row, letter] of a.entries()) {
    const here = [row + 1];
    for (const [column, against] of b.entries())
      here.push(Math.min((above[column + 1] ?? 0) + 1, (here[column] ?? 0) + 1, (above[column] ?? 0) + (letter === against ? 0 : 1)));
    above = here;
  }
  return above[b.length] ?? a.length;
}
