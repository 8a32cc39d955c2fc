/** Rows for the tests of this room: an invented county of few bodies. */
import { editionOf } from '../form/edition.ts';
import { FIGURES } from '../form/figures.ts';
import type { BodyYear } from './body-year.ts';

/** A filed row in which every figure of the edition is 0 (the others null, as the database gives them), save what is given. */
export function filed(body: string, year: number, values: Record<string, number | null> = {}, rest: Partial<BodyYear> = {}): BodyYear {
  const edition = editionOf(year);
  const all = Object.fromEntries(FIGURES.map((figure) => [figure.id, figure.wording[edition] ? 0 : null]));
  return { body, bodyName: `青禾县${body}局`, kind: 'department', year, scope: 'own', filed: true, due: true, edition, values: { ...all, ...values }, ...rest };
}

export function unfiled(body: string, year: number, rest: Partial<BodyYear> = {}): BodyYear {
  return { ...filed(body, year), filed: false, values: {}, ...rest };
}
