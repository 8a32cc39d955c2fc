import { fail, redirect } from '@sveltejs/kit';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { isKind } from '$lib/server/pages/bodies-page.ts';
import { readStartPage, startRegister } from '$lib/server/pages/start-page.ts';
import { countyOf } from '../county.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => readStartPage(database(), countyOf(locals));

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const given = { name: String(form.get('county_name') ?? ''), code: String(form.get('county_code') ?? '') };
    const [read, names, kinds, taken] = ['read', 'body_name', 'kind', 'take'].map((field) => form.getAll(field).map(String)) as [string[], string[], string[], string[]];
    const chosen = new Map(read.flatMap((key, index) => {
      const kind = kinds[index] ?? '';
      return taken.includes(key) && isKind(kind) ? [[key, { name: (names[index] ?? '').replace(/\p{Cc}/gu, '').trim(), kind }] as const] : [];
    }));
    const started = await startRegister(database(), countyOf(locals), given, chosen, readConfig().actor);
    if ('refused' in started) return fail(400, { message: started.refused, ...given, chosen: [...chosen] });
    redirect(303, `/c/${started.code}/`);
  },
};
