import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import type { County } from '$lib/server/queries/counties.ts';

/** The county of the address, or the answer that there is none. */
export function countyOf(locals: App.Locals): County {
  return locals.county ?? error(404, m.error_not_found());
}
