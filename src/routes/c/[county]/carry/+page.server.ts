import { database } from '$lib/server/database/handle.ts';
import { readCarryPage } from '$lib/server/pages/carry-page.ts';
import { countyOf } from '../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ carry: await readCarryPage(database(), countyOf(locals), url, locals.language) });
