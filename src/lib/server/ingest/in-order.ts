/** Work done ahead: results come in the order of the items, whichever is ready first. */

/**
 * Yields what `work` makes of each item, in their order, with at most `ahead` items under way. Where work fails, the
 * error comes at the item's turn.
 */
export async function* inOrder<Item, Result>(items: AsyncIterable<Item> | Iterable<Item>, ahead: number, work: (item: Item) => Promise<Result>): AsyncGenerator<Result> {
  const under: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Seen when its turn comes; until then it is no unhandled rejection.
    result.catch(() => undefined);
    under.push(result);
    if (under.length >= ahead) yield (under.shift() as Promise<Result>);
  }
  for (const result of under) yield result;
}
