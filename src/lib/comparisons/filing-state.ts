/**
 * Where a filing stands (收报审核), derived from its history alone, on two axes: review, and publication. Dates are
 * YYYY-MM-DD; a date that is not known says nothing. Sources: 条例 第四十九条 for the statutory date; the county's own
 * date comes from its notice.
 */
export type ReviewState = 'not_required' | 'not_due' | 'not_filed' | 'awaiting' | 'returned' | 'not_refiled' | 'refiled' | 'accepted' | 'archived';
export const REVIEW_STATES: readonly ReviewState[] = ['not_filed', 'not_due', 'awaiting', 'returned', 'not_refiled', 'refiled', 'accepted', 'archived', 'not_required'];

export interface StateEvent {
  id: number;
  kind: 'received' | 'attached' | 'proposed' | 'adopted' | 'returned' | 'accepted' | 'published' | 'withdrawn';
  dated: string | null;
  detail: {
    /** Of what came as a report of a past year (存档): nobody works on it. */
    archive?: true;
    /** Of a return: by when it is to come back. */
    dueOn?: string;
    /** Of a withdrawal: the event it takes back. */
    event?: number;
    /** Of a publication. */
    address?: string;
  };
}

export interface DueDates {
  mustFile: boolean;
  countyDueOn: string | null;
  statutoryDueOn: string | null;
  /** Days between which the body existed; null where unknown or open. */
  validFrom: string | null;
  validTo: string | null;
}

export interface FilingPosition {
  state: ReviewState;
  /** First day on which it was received, where known. */
  receivedOn: string | null;
  returnedOn: string | null;
  /** By when a returned report is to come back. */
  backBy: string | null;
  acceptedOn: string | null;
  published: { on: string | null; address: string | null } | null;
  /** Something came after acceptance: it waits, the accepted one counts. */
  newer: boolean;
  /** How often it was returned. */
  returns: number;
  /** Days over the county's date and over the statutory one; null where not over, or not known. */
  overCounty: number | null;
  overStatutory: number | null;
  /** The last act of a person that can be taken back. */
  undo: { id: number; kind: StateEvent['kind'] } | null;
}

const DAY = 86_400_000;
/** Whole days from one date to another; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

const over = (due: string | null, day: string | null): number | null => {
  if (due === null || day === null) return null;
  const days = daysBetween(due, day);
  return days > 0 ? days : null;
};

/** Whether a report of the year is due of the body: a body that had ceased by the end of the year, or came later, owes nothing. */
export function owes(due: DueDates, year: number): boolean {
  const end = `${year}-12-31`;
  return due.mustFile && (due.validFrom === null || due.validFrom <= end) && (due.validTo === null || due.validTo >= end);
}

const COMES: readonly StateEvent['kind'][] = ['received', 'attached', 'proposed'];
const ACTS: readonly StateEvent['kind'][] = ['received', 'returned', 'accepted', 'published'];

/**
 * Position of a filing on the day `today`. `events` in their order; `undoable` tells which events a person entered by
 * hand (those of reading a document are not taken back).
 */
export function filingPosition(events: readonly StateEvent[], due: DueDates, year: number, today: string, undoable: (id: number) => boolean = () => true): FilingPosition {
  const taken = new Set(events.flatMap((event) => (event.kind === 'withdrawn' && event.detail.event !== undefined ? [event.detail.event] : [])));
  const standing = events.filter((event) => event.kind !== 'withdrawn' && !taken.has(event.id));
  let review: 'none' | 'awaiting' | 'returned' | 'refiled' | 'accepted' | 'archived' = 'none';
  const position: Omit<FilingPosition, 'state' | 'overCounty' | 'overStatutory'> = { receivedOn: null, returnedOn: null, backBy: null, acceptedOn: null, published: null, newer: false, returns: 0, undo: null };
  for (const event of standing) {
    if (COMES.includes(event.kind)) {
      if (review === 'none') review = event.detail.archive ? 'archived' : 'awaiting';
      else if (review === 'archived' && event.kind === 'proposed' && !event.detail.archive) review = 'awaiting';
      else if (review === 'returned') review = 'refiled';
      else if (review === 'accepted' && event.kind === 'proposed') position.newer = true;
      if (event.dated !== null && (position.receivedOn === null || event.dated < position.receivedOn)) position.receivedOn = event.dated;
    } else if (event.kind === 'returned') {
      review = 'returned';
      Object.assign(position, { returnedOn: event.dated, backBy: event.detail.dueOn ?? null, acceptedOn: null, newer: false, returns: position.returns + 1 });
    } else if (event.kind === 'accepted') {
      review = 'accepted';
      Object.assign(position, { acceptedOn: event.dated, newer: false });
    } else if (event.kind === 'published') position.published = { on: event.dated, address: event.detail.address ?? null };
    if (ACTS.includes(event.kind) && undoable(event.id)) position.undo = { id: event.id, kind: event.kind };
  }
  const dueOn = due.countyDueOn ?? due.statutoryDueOn;
  const waiting = review === 'none';
  const state: ReviewState =
    review === 'returned' ? (position.backBy !== null && position.backBy < today ? 'not_refiled' : 'returned')
    : review !== 'none' ? review
    : !owes(due, year) ? 'not_required'
    : dueOn !== null && today <= dueOn ? 'not_due' : 'not_filed';
  const day = waiting ? (state === 'not_filed' ? today : null) : position.receivedOn;
  return { ...position, state, overCounty: over(due.countyDueOn, day), overStatutory: over(due.statutoryDueOn, day) };
}

/** How many had come by each day: one step a day on which something came. Undated receipts are counted in `undated`. */
export function cumulative(receivedOn: readonly (string | null)[]): { steps: { day: string; n: number }[]; undated: number } {
  const days = receivedOn.filter((day) => day !== null).sort();
  const steps: { day: string; n: number }[] = [];
  for (const [index, day] of days.entries()) {
    const last = steps.at(-1);
    if (last?.day === day) last.n = index + 1;
    else steps.push({ day, n: index + 1 });
  }
  return { steps, undated: receivedOn.length - days.length };
}
