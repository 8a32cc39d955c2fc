import { figureGroups, readIndicatorsPage } from '$lib/server/pages/indicators-page.ts';
import { countyOf } from '../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ indicators: readIndicatorsPage(countyOf(locals), locals.language), figures: figureGroups(countyOf(locals), locals.language) });
