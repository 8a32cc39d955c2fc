import { database } from '$lib/server/database/handle.ts';
import { readBodiesPage } from '$lib/server/pages/bodies-page.ts';
import { countyOf } from '../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ list: await readBodiesPage(database(), countyOf(locals), url, locals.language) });
