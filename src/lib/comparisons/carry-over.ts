/** 结转衔接: what the year before left, against what this year took over, for each kind of applicant and through successions. */
import { APPLICANTS, type Applicant } from '../form/table-three.ts';

export interface CarryReport {
  body: string;
  year: number;
  /** t3.carried_forward.* and t3.carried_in.*; null where missing. */
  values: Readonly<Record<string, number | null>>;
}
export interface CarrySuccession {
  predecessor: string;
  successor: string | null;
  kind: 'merged' | 'split' | 'functions_moved' | 'abolished';
  happenedOn: string;
}

export type CarryState = 'even' | 'differs' | 'unknown' | 'moved';
export interface CarryCell {
  applicant: Applicant;
  /** Of last year, of predecessors together; null as soon as one number is missing. */
  left: number | null;
  taken: number | null;
}
export interface CarryYear {
  body: string;
  year: number;
  state: CarryState;
  cells: CarryCell[];
  /** Bodies whose reports of last year were summed. */
  from: string[];
}

/**
 * Carry-over of every report that follows one. Moved: functions went or came with a split or a transfer, so that the numbers
 * cannot be held against each other. Unknown: a report or a number of either year is missing. The first year has none.
 */
export function carryOvers(reports: readonly CarryReport[], successions: readonly CarrySuccession[]): CarryYear[] {
  const of = new Map(reports.map((report) => [`${report.body}/${report.year}`, report]));
  const first = Math.min(...reports.map(({ year }) => year));
  return reports.filter(({ year }) => year > first).map(({ body, year, values }) => {
    const touching = successions.filter(({ happenedOn, predecessor, successor }) => happenedOn.startsWith(`${year}-`) && (predecessor === body || successor === body));
    const merged = touching.filter(({ kind, successor }) => kind === 'merged' && successor === body).map(({ predecessor }) => predecessor);
    const own = of.has(`${body}/${year - 1}`) || merged.length === 0 ? [body] : [];
    const from = [...own, ...merged];
    const cells = APPLICANTS.map((applicant): CarryCell => {
      const left = from.map((code) => of.get(`${code}/${year - 1}`)?.values[`t3.carried_forward.${applicant}`] ?? null);
      return { applicant, left: left.includes(null) ? null : left.reduce<number>((sum, value) => sum + (value ?? 0), 0), taken: values[`t3.carried_in.${applicant}`] ?? null };
    });
    const moved = touching.some(({ kind }) => kind === 'split' || kind === 'functions_moved');
    const differs = cells.some(({ left, taken }) => left !== null && taken !== null && left !== taken);
    const state: CarryState = moved ? 'moved' : differs ? 'differs' : cells.some(({ left, taken }) => left === null || taken === null) ? 'unknown' : 'even';
    return { body, year, state, cells, from };
  });
}
