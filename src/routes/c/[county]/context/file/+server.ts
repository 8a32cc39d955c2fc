import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { database } from '$lib/server/database/handle.ts';
import { download } from '$lib/server/exports/data-files.ts';
import { referenceFile } from '$lib/server/pages/context-page.ts';
import { countyOf } from '../../county.ts';
import type { RequestHandler } from './$types';

/** The original of a reference report. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const year = Number(url.searchParams.get('year'));
  const file = Number.isInteger(year) ? await referenceFile(database(), countyOf(locals), (url.searchParams.get('name') ?? '').replaceAll('\0', ''), Math.max(0, Math.min(9999, year))) : undefined;
  return download(file ?? error(404, m.error_not_found()));
};
