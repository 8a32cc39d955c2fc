/** The county's list of words as the checks see it, and what they find again when it changes. */
import { parseWords } from '../../checks/county-lists.ts';
import type { ListedWord } from '../../checks/words.ts';
import type { Reads } from '../queries/connection.ts';
import { keptLists } from '../queries/texts.ts';

/** The words that count; none where the county keeps no list. */
export async function countyWords(db: Reads, countyId: number): Promise<ListedWord[]> {
  const [last] = await keptLists(db, countyId, 'words');
  return parseWords(last?.content ?? '').words;
}
