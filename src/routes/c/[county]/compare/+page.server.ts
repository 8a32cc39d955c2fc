import { database } from '$lib/server/database/handle.ts';
import { readComparePage } from '$lib/server/pages/compare-page.ts';
import { countyOf } from '../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ compare: await readComparePage(database(), countyOf(locals), url.searchParams, locals.language) });
