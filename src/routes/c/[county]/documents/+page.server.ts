import { fail, redirect } from '@sveltejs/kit';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { readDocumentsPage } from '$lib/server/pages/documents-page.ts';
import { takeUpload } from '$lib/server/pages/upload.ts';
import { countyOf } from '../county.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => readDocumentsPage(database(), countyOf(locals), url);

export const actions: Actions = {
  upload: async ({ request, locals }) => {
    const county = countyOf(locals);
    const uploaded = await takeUpload(database(), county, await request.formData(), readConfig().actor);
    if ('refused' in uploaded) return fail(400, { message: uploaded.refused });
    redirect(303, `/c/${county.code}/documents/batches/${uploaded.batch}`);
  },
};
