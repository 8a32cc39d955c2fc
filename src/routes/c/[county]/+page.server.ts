import { database } from '$lib/server/database/handle.ts';
import { readOverviewPage } from '$lib/server/pages/overview-page.ts';
import { countyOf } from './county.ts';
import type { PageServerLoad } from './$types';

/** The county's own address ends with a slash, its pages' do not. */
export const trailingSlash = 'ignore';

export const load: PageServerLoad = async ({ locals, url }) => ({
  overview: await readOverviewPage(database(), countyOf(locals), url.searchParams.get('year'), locals.language),
});
