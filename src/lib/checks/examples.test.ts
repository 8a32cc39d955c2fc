import { describe, expect, it } from 'vitest';
import { catalogueEntry, WRITTEN } from './catalogue.ts';
import { EXAMPLES } from './examples.ts';

describe('examples', () => {
  it('are there for every written check of figures, form and dates, and for no other name', () => {
    expect(WRITTEN.filter(({ id }) => !/^(?:TXT|XY-TEXT)/u.test(id) && !EXAMPLES[id]).map(({ id }) => id)).toEqual([]);
    expect(Object.keys(EXAMPLES).filter((id) => !catalogueEntry(id))).toEqual([]);
  });
  it('tell right from wrong in both languages', () => {
    for (const [id, { right, wrong }] of Object.entries(EXAMPLES)) for (const language of ['zh', 'en'] as const) expect(right[language] !== '' && right[language] !== wrong[language], id).toBe(true);
  });
});
