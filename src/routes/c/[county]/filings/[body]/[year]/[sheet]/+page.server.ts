import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { database } from '$lib/server/database/handle.ts';
import { readSheet, SHEETS } from '$lib/server/pages/filings-page.ts';
import { countyOf } from '../../../../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const wanted = SHEETS.find((known) => known === params.sheet);
  const sheet = wanted && (await readSheet(database(), countyOf(locals), params.body, Number(params.year) || 0, wanted));
  return { sheet: sheet ?? error(404, m.error_not_found()), docx: `${url.pathname}.docx` };
};
