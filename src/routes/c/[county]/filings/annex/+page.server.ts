import { database } from '$lib/server/database/handle.ts';
import { readAnnex } from '$lib/server/pages/filings-page.ts';
import { countyOf } from '../../county.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const year = Number(url.searchParams.get('year')) || 0;
  return { sheet: await readAnnex(database(), countyOf(locals), year), docx: `${url.pathname}.docx?year=${year}` };
};
