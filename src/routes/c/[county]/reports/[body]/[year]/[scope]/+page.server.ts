import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { adopt } from '$lib/server/pages/adopt.ts';
import { takeCorrection, takeCorrectionBack } from '$lib/server/pages/correct.ts';
import { readReportPage } from '$lib/server/pages/report-page.ts';
import { countyOf } from '../../../../county.ts';
import type { Actions, PageServerLoad, RequestEvent, RouteParams } from './$types';

function filingOf(params: RouteParams): { body: string; year: number; scope: 'own' | 'rollup' } {
  if (!/^\d{4}$/.test(params.year) || (params.scope !== 'own' && params.scope !== 'rollup')) error(404, m.error_not_found());
  return { body: params.body, year: Number(params.year), scope: params.scope };
}
/** PostgreSQL refuses what is no smallint; such a version is simply not there. */
const versionOf = (text: FormDataEntryValue | null): number => (typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : 0);

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [asked, against] = [url.searchParams.get('version'), url.searchParams.get('against')];
  const address = { ...filingOf(params), version: asked === null ? null : versionOf(asked), against: against === null ? null : versionOf(against) };
  const report = await readReportPage(database(), countyOf(locals), address, locals.language);
  return { report: report ?? error(404, m.error_not_found()), asked: url.searchParams.get('figure') };
};

/** Does what the form asks, and shows the figure; or says why it was not done. */
async function corrected({ locals, params, request, url }: RequestEvent, take: typeof takeCorrection) {
  const form = await request.formData();
  const done = await take(database(), { countyId: countyOf(locals).countyId, ...filingOf(params) }, versionOf(form.get('version')), form, readConfig().actor);
  if ('message' in done) return fail(400, { refused: done });
  redirect(303, `${url.pathname}#${done.figure}`);
}

export const actions: Actions = {
  correct: (event) => corrected(event, takeCorrection),
  takeBack: (event) => corrected(event, takeCorrectionBack),
  adopt: async ({ locals, params, request, url }) => {
    const version = versionOf((await request.formData()).get('version'));
    const key = { countyId: countyOf(locals).countyId, ...filingOf(params), version };
    if (!(await adopt(database(), key, readConfig().actor))) error(404, m.error_not_found());
    redirect(303, url.pathname);
  },
};
