import { describe, expect, it } from 'vitest';
import { cumulative, daysBetween, filingPosition, owes, type DueDates, type StateEvent } from './filing-state.ts';

const DUE: DueDates = { mustFile: true, countyDueOn: '2025-01-20', statutoryDueOn: '2025-01-31', validFrom: null, validTo: null };
let id = 0;
const event = (kind: StateEvent['kind'], dated: string | null = null, detail: StateEvent['detail'] = {}): StateEvent => ({ id: (id += 1), kind, dated, detail });
const at = (events: StateEvent[], today = '2025-02-10', due: Partial<DueDates> = {}) => filingPosition(events, { ...DUE, ...due }, 2024, today);

describe('the position of a filing', () => {
  it('is not yet due up to the county’s date, and not filed after it, with days over both dates', () => {
    expect(at([], '2025-01-20')).toMatchObject({ state: 'not_due', overCounty: null, overStatutory: null });
    expect(at([], '2025-01-23')).toMatchObject({ state: 'not_filed', overCounty: 3, overStatutory: null });
    expect(at([], '2025-02-02')).toMatchObject({ state: 'not_filed', overCounty: 13, overStatutory: 2 });
    expect(at([], '2025-02-02', { countyDueOn: null, statutoryDueOn: null })).toMatchObject({ state: 'not_filed', overCounty: null, overStatutory: null });
  });

  it('is archived where it came as a report of a past year, until something else is proposed', () => {
    const events = [event('received', null, { archive: true }), event('attached'), event('proposed', null, { archive: true })];
    expect(at(events)).toMatchObject({ state: 'archived', overCounty: null, overStatutory: null });
    expect(at([...events, event('proposed')]).state).toBe('awaiting');
  });

  it('goes through received, returned, not refiled, refiled, accepted', () => {
    const events = [event('received', '2025-01-18')];
    expect(at(events)).toMatchObject({ state: 'awaiting', receivedOn: '2025-01-18', overCounty: null });
    events.push(event('returned', '2025-01-22', { dueOn: '2025-01-25' }));
    expect(at(events, '2025-01-25').state).toBe('returned');
    expect(at(events, '2025-01-26')).toMatchObject({ state: 'not_refiled', backBy: '2025-01-25', returns: 1 });
    // Only the prose was mended: the same figures came again.
    events.push(event('attached', '2025-01-26'));
    expect(at(events).state).toBe('refiled');
    events.push(event('accepted', '2025-01-27'));
    expect(at(events)).toMatchObject({ state: 'accepted', acceptedOn: '2025-01-27', newer: false });
    expect(at([...events, event('attached', '2025-01-28')]).newer).toBe(false);
    expect(at([...events, event('proposed', '2025-01-28')])).toMatchObject({ state: 'accepted', newer: true });
  });

  it('has publication as an axis of its own', () => {
    const published = event('published', '2025-01-30', { address: 'https://example.gov.cn/1' });
    expect(at([published], '2025-02-10')).toMatchObject({ state: 'not_filed', published: { on: '2025-01-30', address: 'https://example.gov.cn/1' } });
    expect(at([event('received'), published]).state).toBe('awaiting');
  });

  it('says nothing about lateness where the day of receipt is unknown, and counts the first of several', () => {
    expect(at([event('received', null)])).toMatchObject({ state: 'awaiting', overCounty: null, overStatutory: null });
    expect(at([event('received', '2025-02-03'), event('proposed', '2025-02-05')])).toMatchObject({ receivedOn: '2025-02-03', overCounty: 14, overStatutory: 3 });
  });

  it('takes acts back, one after the other', () => {
    const received = event('received', '2025-01-18');
    const returned = event('returned', '2025-01-22', { dueOn: '2025-01-25' });
    expect(at([received, returned]).undo).toEqual({ id: returned.id, kind: 'returned' });
    const taken = at([received, returned, event('withdrawn', null, { event: returned.id })]);
    expect(taken).toMatchObject({ state: 'awaiting', returns: 0, undo: { id: received.id, kind: 'received' } });
    expect(filingPosition([received], DUE, 2024, '2025-02-10', () => false).undo).toBeNull();
  });

  it('owes nothing of a body that had ceased or did not exist yet', () => {
    expect(owes({ ...DUE, validTo: '2024-06-30' }, 2024)).toBe(false);
    expect(owes({ ...DUE, validTo: '2024-12-31' }, 2024)).toBe(true);
    expect(owes({ ...DUE, validFrom: '2025-01-01' }, 2024)).toBe(false);
    expect(at([], '2025-02-10', { validTo: '2024-06-30' })).toMatchObject({ state: 'not_required', overCounty: null });
    expect(at([event('received')], '2025-02-10', { validTo: '2024-06-30' }).state).toBe('awaiting');
  });
});

it('counts days over months and what had come by each day', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(cumulative(['2025-01-18', null, '2025-01-10', '2025-01-18'])).toEqual({ steps: [{ day: '2025-01-10', n: 1 }, { day: '2025-01-18', n: 3 }], undated: 1 });
});
