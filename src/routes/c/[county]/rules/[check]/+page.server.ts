import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import type { Problem } from '$lib/server/pages/filing-acts.ts';
import { judgeMany, readRulePage, silenceCheck } from '$lib/server/pages/rules-page.ts';
import { countyOf } from '../../county.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const rule = await readRulePage(database(), countyOf(locals), params.check, url.searchParams.get('year'), locals.language);
  return { rule: rule ?? error(404, m.error_not_found()) };
};

/** The year stays in the address. */
const acting = (act: (event: RequestEvent<RouteParams>, form: FormData) => Promise<Problem>) => async (event: RequestEvent<RouteParams>) => {
  const form = await event.request.formData();
  const problem = await act(event, form);
  if (problem !== undefined) return fail(400, { problem });
  const year = String(form.get('year') ?? '');
  redirect(303, `${event.url.pathname}${/^\d{4}$/.test(year) ? `?year=${year}` : ''}`);
};

export const actions: Actions = {
  judge: acting(({ locals }, form) => judgeMany(database(), countyOf(locals), form, readConfig().actor)),
  silence: acting(({ locals, params }, form) => silenceCheck(database(), countyOf(locals), params.check, true, form, readConfig().actor)),
  speak: acting(({ locals, params }, form) => silenceCheck(database(), countyOf(locals), params.check, false, form, readConfig().actor)),
};
