import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { database } from '$lib/server/database/handle.ts';
import { readTwoTexts } from '$lib/server/pages/texts-page.ts';
import { countyOf } from '../../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ two: (await readTwoTexts(database(), countyOf(locals), url.searchParams)) ?? error(404, m.error_not_found()) });
