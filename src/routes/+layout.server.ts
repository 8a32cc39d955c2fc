import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { language, county, counties } }) => ({
  language, county: county && { code: county.code, name: county.name }, counties: counties.map(({ code, name }) => ({ code, name })),
});
