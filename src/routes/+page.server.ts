import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { counties } = await parent();
  if (counties.length === 1) redirect(307, `/c/${counties[0]!.code}/`);
};
