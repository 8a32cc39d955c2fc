import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { database } from '$lib/server/database/handle.ts';
import { readBodyPage } from '$lib/server/pages/body-page.ts';
import { countyOf } from '../../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const body = await readBodyPage(database(), countyOf(locals), params.body, url.searchParams.get('year'), locals.language);
  return { body: body ?? error(404, m.error_not_found()) };
};
