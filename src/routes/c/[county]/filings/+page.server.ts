import { database } from '$lib/server/database/handle.ts';
import { readFilingsPage } from '$lib/server/pages/filings-page.ts';
import { countyOf } from '../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ filings: await readFilingsPage(database(), countyOf(locals), url, locals.language) });
