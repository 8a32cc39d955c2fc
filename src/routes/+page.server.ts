import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { startCounty } from '$lib/server/pages/start-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { counties } }) => {
  if (counties.length === 1) redirect(307, `/c/${counties[0]!.code}/`);
  const { countyCode, countyName } = readConfig();
  return { suggested: { code: countyCode, name: countyName } };
};

export const actions: Actions = {
  /** Only while there is no county: later ones come by command. */
  default: async ({ request, locals }) => {
    if (locals.counties.length > 0) error(409, m.county_exists());
    const form = await request.formData();
    const given = { name: String(form.get('county_name') ?? ''), code: String(form.get('county_code') ?? '') };
    const started = await startCounty(database(), given, readConfig().actor);
    if ('refused' in started) return fail(400, { message: started.refused, ...given });
    redirect(303, `/c/${started.code}/documents`);
  },
};
