import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { accept, judge, note, publish, receive, sendBack, takeBack, type Acting, type Problem } from '$lib/server/pages/filing-acts.ts';
import { filingKeyOf, readFilingPage } from '$lib/server/pages/filings-page.ts';
import { today } from '$lib/server/today.ts';
import { countyOf } from '../../../county.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const yearOf = ({ year }: RouteParams): number => (/^\d{4}$/.test(year) ? Number(year) : error(404, m.error_not_found()));

export const load: PageServerLoad = async ({ locals, params }) => {
  const filing = await readFilingPage(database(), countyOf(locals), params.body, yearOf(params), locals.language);
  return { filing: filing ?? error(404, m.error_not_found()) };
};

/** An act on the filing of the address; what cannot be done is said where it was asked. */
const acting = (act: (acting: Acting, form: FormData) => Promise<Problem>) => async ({ locals, params, request, url }: RequestEvent<RouteParams>) => {
  const key = (await filingKeyOf(database(), countyOf(locals), params.body, yearOf(params))) ?? error(404, m.error_not_found());
  const problem = await act({ db: database(), key, actor: readConfig().actor, today: today() }, await request.formData());
  if (problem !== undefined) return fail(400, { problem, act: [...url.searchParams.keys()][0] ?? '' });
  redirect(303, url.pathname);
};

export const actions: Actions = {
  receive: acting(receive), return: acting(sendBack), accept: acting(accept), publish: acting(publish), undo: acting(takeBack), judge: acting(judge), note: acting(note),
};
