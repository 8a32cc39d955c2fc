/** Words for what a cell shows: the number, or why there is none. */
import { m } from '../paraglide/messages.js';
import type { NoNumber, ShownCorrection, ShownFigure } from './shown.ts';

const REASONS: Record<NoNumber, () => string> = {
  blank: m.missing_blank,
  dash: m.missing_dash,
  none: m.missing_none,
  text: m.missing_text,
  not_a_count: m.missing_not_a_count,
  unreadable: m.missing_unreadable,
  absent: m.missing_absent,
  not_in_edition: m.missing_not_in_edition,
  not_filed: m.missing_not_filed,
  not_due: m.missing_not_due,
};

export const reasonText = (reason: NoNumber): string => REASONS[reason]();

const KINDS: Record<ShownCorrection['kind'], () => string> = {
  reading_corrected: m.correction_reading, changed_by_body: m.correction_body, zero_for_body: m.correction_zero, taken_back: m.correction_taken_back,
};
export const correctionText = (kind: ShownCorrection['kind']): string => KINDS[kind]();

/** What stands in the cell. 0 is `0`; missing is `—`; outside the edition 不适用; not yet due is blank (design: four kinds of nothing). */
export function valueText(value: number | null, missing?: NoNumber): string {
  if (value !== null) return String(value);
  if (missing === 'not_in_edition') return m.not_applicable();
  return missing === 'not_due' ? '' : '—';
}

/** The cell in words, for focus and screen readers: label, value or reason, printed text where it differs, last year. */
export function describeFigure(figure: ShownFigure, previousYear?: number): string {
  const parts = [figure.value === null ? reasonText(figure.missing ?? 'absent') : String(figure.value)];
  if (figure.raw !== null && figure.raw.trim() !== '' && figure.raw.trim() !== String(figure.value)) parts.push(m.printed_as({ text: figure.raw.trim().slice(0, 80) }));
  if (figure.corrected) parts.push(m.corrected_words({ kind: correctionText(figure.corrected.kind), read: figure.corrected.read.value ?? reasonText(figure.corrected.read.missing ?? 'absent') }));
  if (figure.inferred) parts.push(m.inferred_because({ evidence: figure.inferred }));
  if (figure.candidates?.length) parts.push(m.candidates({ values: figure.candidates.join(' / ') }));
  if (figure.note) parts.push(m.note_printed({ text: figure.note }));
  if (previousYear !== undefined && figure.previous !== undefined) parts.push(m.previous_value({ year: String(previousYear), value: figure.previous === null ? '—' : String(figure.previous) }));
  return `${figure.label}: ${parts.join(m.list_separator())}`;
}
