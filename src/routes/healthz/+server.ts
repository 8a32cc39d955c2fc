import { json } from '@sveltejs/kit';
import { database } from '$lib/server/database/handle.ts';
import { errorFields, log } from '$lib/server/log.ts';
import { listCounties } from '$lib/server/queries/counties.ts';
import type { RequestHandler } from './$types';

/** Whether the process answers and its database too. */
export const GET: RequestHandler = async () => {
  try {
    await listCounties(database());
    return json({ status: 'ok', database: 'ok' }, { headers: { 'cache-control': 'no-store' } });
  } catch (failure) {
    log('error', 'health check failed', errorFields(failure));
    return json({ status: 'failed', database: 'failed' }, { status: 503, headers: { 'cache-control': 'no-store' } });
  }
};
