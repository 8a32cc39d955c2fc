import { describe, expect, it } from 'vitest';
import { counterpart } from './comparability.ts';
import { FIGURES } from './figures.ts';

const both = FIGURES.filter(({ wording }) => wording['2019'] && wording['2021']);
const verdict = (id: string, other: '2019' | '2021' = '2019') => counterpart(id, other);

describe('comparing the editions (statutory-report §1.3)', () => {
  it('a figure of both editions is the same', () => {
    // Table 三 without 其他处理 and its undivided row, table 四, and the three decisions of table 二.
    expect(both).toHaveLength(22 * 7 + 15 + 3);
    for (const { id } of both) expect(counterpart(id, '2019')).toEqual({ comparability: 'same', figure: id });
    expect(verdict('t2.licensing.decisions').comparability).toBe('same');
    expect(verdict('t3.carried_in.total').comparability).toBe('same');
  });
  it('本年制发件数 follows 本年新制作数量 with a caveat, in both directions', () => {
    for (const row of ['rules', 'normative_documents']) {
      expect(verdict(`t2.${row}.issued`)).toEqual({ comparability: 'with a caveat', figure: `t2.${row}.made` });
      expect(verdict(`t2.${row}.made`, '2021')).toEqual({ comparability: 'with a caveat', figure: `t2.${row}.issued` });
    }
  });
  it('其他处理 compares only as the sum', () => {
    for (const row of ['other_handling.not_corrected', 'other_handling.fee_unpaid', 'other_handling.other', 'other_handling_undivided'])
      expect(verdict(`t3.${row}.natural`, row.includes('undivided') ? '2021' : '2019')).toEqual({ comparability: 'same as a sum' });
  });
  it.each(['t2.rules.repealed', 't2.normative_documents.repealed', 't2.normative_documents.in_force', 't2.rules.in_force', 't2.fees.amount'])('%s has no predecessor', (id) => {
    expect(verdict(id)).toEqual({ comparability: 'not comparable' });
  });
  it.each([
    't2.normative_documents.disclosed_total', 't2.normative_documents.newly_disclosed', 't2.fees.items_previous', 't2.fees.items_change',
    't2.licensing.items_previous', 't2.other_services.decisions', 't2.procurement.amount',
  ])('%s has no successor', (id) => {
    expect(verdict(id, '2021')).toEqual({ comparability: 'not comparable' });
  });
});
