import { database } from '$lib/server/database/handle.ts';
import { listCounties } from '$lib/server/queries/counties.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const counties = await listCounties(database());
  return { language: locals.language, county: locals.county && { code: locals.county.code, name: locals.county.name }, counties: counties.map(({ code, name }) => ({ code, name })) };
};
