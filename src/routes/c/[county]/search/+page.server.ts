import { database } from '$lib/server/database/handle.ts';
import { readSearchPage } from '$lib/server/pages/search-page.ts';
import { countyOf } from '../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ search: await readSearchPage(database(), countyOf(locals), url.searchParams.get('q'), locals.language) });
