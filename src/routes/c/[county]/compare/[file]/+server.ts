import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { database } from '$lib/server/database/handle.ts';
import { download } from '$lib/server/exports/data-files.ts';
import { shownDownload } from '$lib/server/pages/data-page.ts';
import { countyOf } from '../../county.ts';
import type { RequestHandler } from './$types';

/** What a view shows, as a file: the same address as the view's. */
export const GET: RequestHandler = async ({ locals, params, url }) =>
  download((await shownDownload(database(), countyOf(locals), url.searchParams, params.file, locals.language)) ?? error(404, m.error_not_found()));
