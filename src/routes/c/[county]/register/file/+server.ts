import { error } from '@sveltejs/kit';
import { database } from '$lib/server/database/handle.ts';
import { registerFile, yearOf } from '$lib/server/pages/register-page.ts';
import { countyOf } from '../../county.ts';
import type { RequestHandler } from './$types';

/** The register of a year, or its empty template, to fill in and load again. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const template = url.searchParams.has('template');
  const year = yearOf(url.searchParams.get('year')) ?? (template ? 2008 : error(404));
  const file = await registerFile(database(), countyOf(locals), year, url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx', template);
  return new Response(new Uint8Array(file.body), { headers: { 'content-type': file.type, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'cache-control': 'no-store' } });
};
