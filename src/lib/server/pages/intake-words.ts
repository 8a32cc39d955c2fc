/** Words of batches, and what the form that sends files in offers. */
import { FIRST_YEAR } from '../../form/edition.ts';
import { m } from '../../paraglide/messages.js';
import type { RefusedFile } from '../ingest/files-at.ts';
import type { Batch } from '../queries/intake.ts';

export interface IntakeForm {
  /** Report years to choose from, the latest first. */
  years: number[];
  /** The year whose reports are due now: last year. */
  year: number;
}

/** What the form offers on a day (YYYY-MM-DD). */
export function intakeForm(day: string): IntakeForm {
  const last = Number(day.slice(0, 4));
  return { years: Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => last - index), year: last - 1 };
}

/** 2024年度 · 本期报送. */
export function batchWords({ year, purpose }: Pick<Batch, 'year' | 'purpose'>): string {
  return [year === null ? m.intake_year_any() : m.intake_year_of({ year: String(year) }), purpose === 'archive' ? m.intake_purpose_archive() : m.intake_purpose_current()].join(' · ');
}

const REFUSED: Record<RefusedFile['refused'], () => string> = {
  'not a zip': m.refused_damaged_zip, damaged: m.refused_damaged_zip, 'too many entries': m.refused_too_many, 'too large': m.unreadable_too_large,
  encrypted: m.refused_encrypted, method: m.refused_method, 'not found': m.refused_damaged_zip, 'not permitted': m.refused_damaged_zip,
  'no file': m.unreadable_empty, 'cannot be read': m.refused_damaged_zip,
};

/** Why a file of an archive could not be had. */
export function refusedWords(refused: string | undefined): string {
  const known = Object.entries(REFUSED).find(([key]) => key === refused);
  return (known?.[1] ?? m.refused_damaged_zip)();
}
