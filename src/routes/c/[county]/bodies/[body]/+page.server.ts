import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { readBodyPage } from '$lib/server/pages/body-page.ts';
import { removeNote, writeNote } from '$lib/server/pages/context-acts.ts';
import { countyOf } from '../../county.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const body = await readBodyPage(database(), countyOf(locals), params.body, url.searchParams.get('year'), locals.language);
  return { body: body ?? error(404, m.error_not_found()) };
};

/** A context note is written, rewritten or removed; what cannot be done is said on the page. */
const noting = (act: typeof writeNote) => async ({ locals, params, request, url }: RequestEvent<RouteParams>) => {
  const message = await act({ db: database(), county: countyOf(locals), actor: readConfig().actor }, params.body, await request.formData());
  return message === undefined ? redirect(303, `${url.pathname}#notes`) : fail(400, { message });
};

export const actions: Actions = { note: noting(writeNote), removeNote: noting(removeNote) };
