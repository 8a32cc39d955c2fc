import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { loadReference, removeChange, removeReference, writeChange, type Writing } from '$lib/server/pages/context-acts.ts';
import { readContextPage } from '$lib/server/pages/context-page.ts';
import { countyOf } from '../county.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ context: await readContextPage(database(), countyOf(locals), locals.language) });

/** An act of the page; what cannot be done is said where it was asked. */
const acting = (act: (writing: Writing, form: FormData) => Promise<string | undefined>) => async ({ locals, request, url }: RequestEvent) => {
  const message = await act({ db: database(), county: countyOf(locals), actor: readConfig().actor }, await request.formData());
  return message === undefined ? redirect(303, url.pathname) : fail(400, { message });
};

export const actions: Actions = { load: acting(loadReference), removeReference: acting(removeReference), change: acting(writeChange), removeChange: acting(removeChange) };
