/** A correction as the form of the report page sends it: read, refused in words, or done. */
import type { Kysely } from 'kysely';
import { LARGEST_COUNT, type CorrectionKind } from '../../figures/figure.ts';
import { figureDefinition, isFigureId, type FigureId } from '../../form/figures.ts';
import { m } from '../../paraglide/messages.js';
import type { Schema } from '../database/schema.ts';
import { correctFigure, takeBackCorrection, type CorrectionOutcome, type FigureCorrection } from '../ingest/correct-figure.ts';
import type { FilingKey } from '../queries/connection.ts';
import { today } from '../today.ts';

/** What the form sent, for showing it again; `message` says what to mend. */
export interface RefusedCorrection {
  message: string;
  figure: FigureId;
  values: Record<'kind' | 'value' | 'reason' | 'by' | 'on' | 'how', string>;
}

const KINDS: readonly CorrectionKind[] = ['reading_corrected', 'changed_by_body', 'zero_for_body'];
const LONGEST_TEXT = 500;

/** The number in the field, NaN where it is none; people type full-width digits and separators of thousands. */
function numberIn(text: string, figure: FigureId): number {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  const count = figureDefinition(figure).kind === 'count';
  const value = (count ? /^\d{1,10}$/ : /^\d{1,12}(?:\.\d{1,6})?$/).test(plain) ? Number(plain) : Number.NaN;
  return count && value > LARGEST_COUNT ? Number.NaN : value;
}

function read(form: FormData): FigureCorrection | RefusedCorrection {
  const field = (name: string): string => {
    const sent = form.get(name);
    return typeof sent === 'string' ? sent.trim().slice(0, LONGEST_TEXT) : '';
  };
  const figure = field('figure');
  const values = { kind: field('kind'), value: field('value'), reason: field('reason'), by: field('by'), on: field('on'), how: field('how') };
  const refuse = (message: string): RefusedCorrection => ({ message, figure, values });
  if (!isFigureId(figure)) return refuse(m.correction_no_figure());

  const candidate = field('candidate');
  const text = candidate || values.value;
  const none = candidate === '' && form.get('none') !== null;
  const kind = candidate ? 'reading_corrected' : KINDS.find((known) => known === values.kind);
  if (!kind) return refuse(m.correction_kind_missing());
  if (none && text !== '') return refuse(m.correction_both());
  const value = kind === 'zero_for_body' ? 0 : none ? null : numberIn(text, figure);
  if (Number.isNaN(value)) return refuse((figureDefinition(figure).kind === 'count' ? m.correction_bad_count : m.correction_bad_amount)({ text }));
  const reason = values.reason || (candidate ? m.correction_candidate_reason() : '');
  if (reason === '') return refuse(m.correction_reason_missing());
  if (kind !== 'changed_by_body') return { figure, kind, value, reason };
  const { by, on, how } = values;
  if (by === '' || how === '' || !/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on)) || on > today()) return refuse(m.correction_confirmed_missing());
  return { figure, kind, value, reason, confirmed: { by, on, how } };
}

const REFUSALS: Record<Exclude<CorrectionOutcome, object>, () => string> = {
  stale: m.correction_stale, unchanged: m.correction_unchanged, 'no such figure': m.correction_no_figure,
};

/** Corrects as the form says, on the version that it was made on; why not, where it cannot be. */
export async function takeCorrection(db: Kysely<Schema>, key: FilingKey, version: number, form: FormData, actor: string): Promise<RefusedCorrection | { figure: FigureId }> {
  const wanted = read(form);
  if ('message' in wanted) return wanted;
  const outcome = await correctFigure(db, { ...key, version }, wanted, actor);
  if (typeof outcome === 'object') return { figure: wanted.figure };
  const { figure, kind, value, reason, confirmed } = wanted;
  const values = { kind, value: value === null ? '' : String(value), reason, by: confirmed?.by ?? '', on: confirmed?.on ?? '', how: confirmed?.how ?? '' };
  return { message: REFUSALS[outcome](), figure, values };
}

/** Takes the correction of a figure back. */
export async function takeCorrectionBack(db: Kysely<Schema>, key: FilingKey, version: number, form: FormData, actor: string): Promise<RefusedCorrection | { figure: FigureId }> {
  const figure = form.get('figure');
  const values = { kind: '', value: '', reason: '', by: '', on: '', how: '' };
  if (typeof figure !== 'string' || !isFigureId(figure)) return { message: m.correction_no_figure(), figure: '', values };
  const outcome = await takeBackCorrection(db, { ...key, version }, figure, m.correction_taken_back_reason(), actor);
  return typeof outcome === 'object' ? { figure } : { message: REFUSALS[outcome](), figure, values };
}
