import { error, fail } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { decide, readBatchPage, retryBatch } from '$lib/server/pages/batch-page.ts';
import { countyOf } from '../../../county.ts';
import type { Actions, PageServerLoad } from './$types';

const numberOf = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : error(404, m.error_not_found()));

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = Number(url.searchParams.get('page') ?? 1);
  const batch = await readBatchPage(database(), countyOf(locals), numberOf(params.batch), Number.isInteger(page) ? page : 1, locals.language);
  return { batch: batch ?? error(404, m.error_not_found()) };
};

export const actions: Actions = {
  decide: async ({ request, locals, params }) => {
    const message = await decide(database(), countyOf(locals), numberOf(params.batch), await request.formData(), readConfig().actor);
    if (message !== undefined) return fail(409, { message });
  },
  retry: async ({ locals, params }) => retryBatch(database(), countyOf(locals), numberOf(params.batch)),
};
