import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { database } from '$lib/server/database/handle.ts';
import { download } from '$lib/server/exports/data-files.ts';
import { wholeDownload } from '$lib/server/pages/data-page.ts';
import { countyOf } from '../../county.ts';
import type { RequestHandler } from './$types';

/** Everything, and what its columns mean. */
export const GET: RequestHandler = async ({ locals, params }) =>
  download((await wholeDownload(database(), countyOf(locals), params.file, locals.language)) ?? error(404, m.error_not_found()));
