import { fail } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { readDocumentsPage } from '$lib/server/pages/documents-page.ts';
import { takeUpload } from '$lib/server/pages/upload.ts';
import { countyOf } from '../county.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => readDocumentsPage(database(), countyOf(locals), url.searchParams.get('state'));

export const actions: Actions = {
  upload: async ({ request, locals }) => {
    const county = countyOf(locals);
    const files = (await request.formData()).getAll('files').filter((file) => file instanceof File && file.size > 0) as File[];
    if (files.length === 0) return fail(400, { message: m.upload_nothing() });
    return { results: await takeUpload(database(), county, files, readConfig().actor) };
  },
};
