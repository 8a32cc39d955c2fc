import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { database } from '$lib/server/database/handle.ts';
import { readReportPage } from '$lib/server/pages/report-page.ts';
import { countyOf } from '../../../../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const county = countyOf(locals);
  const [year, version] = [Number(params.year), url.searchParams.get('version')];
  if (!Number.isInteger(year) || (params.scope !== 'own' && params.scope !== 'rollup')) error(404, m.error_not_found());
  const address = { body: params.body, year, scope: params.scope, version: version === null ? null : Number(version) } as const;
  const report = await readReportPage(database(), county, address, locals.language);
  return { report: report ?? error(404, m.error_not_found()) };
};
