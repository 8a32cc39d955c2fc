import { fail, redirect } from '@sveltejs/kit';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { claim, readUnassignedPage, unclaim } from '$lib/server/pages/unassigned-page.ts';
import { countyOf } from '../county.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ unassigned: await readUnassignedPage(database(), countyOf(locals), url.searchParams.get('claim')) });

export const actions: Actions = {
  claim: async ({ request, locals }) => {
    const form = await request.formData();
    const text = (name: string): string => String(form.get(name) ?? '');
    const county = countyOf(locals);
    const asked = { keys: form.getAll('part').map(String), body: text('body'), other: text('other'), remember: form.has('remember'), aside: form.has('aside') };
    const claimed = await claim(database(), county, asked, readConfig().actor);
    if ('refused' in claimed) return fail(400, { message: claimed.refused, reasons: [] });
    return redirect(303, `/c/${county.code}/unassigned?claim=${claimed.id}`);
  },
  take_back: async ({ request, locals }) => {
    const taken = await unclaim(database(), countyOf(locals), Number((await request.formData()).get('id')) || 0, readConfig().actor);
    return 'refused' in taken ? fail(409, { message: taken.refused, reasons: taken.reasons }) : { told: taken.told };
  },
};
