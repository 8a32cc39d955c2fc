import { database } from '$lib/server/database/handle.ts';
import { readRulesPage } from '$lib/server/pages/rules-page.ts';
import { countyOf } from '../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ rules: await readRulesPage(database(), countyOf(locals), locals.language) });
