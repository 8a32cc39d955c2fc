/** What is wrong with a file or an entry of the register, in words: where, what, and how to mend it. */
import { m } from '../../paraglide/messages.js';
import type { Refusal } from '../register/edit.ts';
import type { Problem, ProblemKind } from '../register/parse-register.ts';
import type { TableReading } from '../register/table.ts';

const REFUSED: Record<Exclude<Extract<TableReading, { refused: unknown }>['refused'], 'open_quote'>, () => string> = {
  format: m.register_table_format, encoding: m.register_table_encoding, too_large: m.register_table_too_large, damaged: m.register_table_damaged, empty: m.register_table_empty,
  locked: m.register_table_locked, scan: m.register_table_format, given_up: m.register_table_damaged,
};
export const tableRefusal = (table: Extract<TableReading, { refused: unknown }>): string =>
  table.refused === 'open_quote' ? m.register_table_open_quote({ row: table.row ?? 1 }) : REFUSED[table.refused]();

const PROBLEMS: Record<ProblemKind, (values: { value: string }) => string> = {
  no_heading: m.register_problem_no_heading, twice_heading: m.register_problem_twice_heading, no_rows: () => m.register_problem_no_rows(), no_name: () => m.register_problem_no_name(),
  long: m.register_problem_long, code: m.register_problem_code, kind: m.register_problem_kind, yes_no: m.register_problem_yes_no, date: m.register_problem_date,
  government_in_sum: () => m.register_problem_government(), twice_code: m.register_problem_twice, twice_name: m.register_problem_twice, twice_body: m.register_problem_twice_body,
  contacts: m.register_problem_contacts, no_contact: () => m.register_problem_no_contact(), name_of_other: m.register_problem_name_of_other, ambiguous: m.register_problem_ambiguous,
  rename_before: m.register_problem_rename_before, rename_same: () => m.register_problem_rename_same(),
};

/** 第5行“县定时限”：… */
export function problemWords({ row, column, problem, value }: Problem): string {
  const what = PROBLEMS[problem]({ value });
  return column === null ? m.register_at_row({ row, what }) : m.register_at_cell({ row, column, what });
}

export function refusalWords(refusal: Refusal): string {
  switch (refusal.refused) {
    case 'name_taken': return m.register_refused_taken({ name: refusal.name, by: refusal.by });
    case 'rename_before': return m.register_problem_rename_before({ value: refusal.since });
    case 'rename_same': return m.register_problem_rename_same();
    case 'no_name': return m.register_problem_no_name();
    case 'nothing_to_undo': return m.register_refused_no_rename();
    case 'no_body': case 'not_listed': return m.error_not_found();
  }
}

/** A day that somebody typed and that is none. */
export const dateWords = (value: string): string => m.register_problem_date({ value });
