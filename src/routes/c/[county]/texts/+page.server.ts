import { database } from '$lib/server/database/handle.ts';
import { readTextsPage } from '$lib/server/pages/texts-page.ts';
import { countyOf } from '../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ texts: await readTextsPage(database(), countyOf(locals), url.searchParams.get('year')) });
