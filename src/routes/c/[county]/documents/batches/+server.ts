import { json } from '@sveltejs/kit';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { takeUpload } from '$lib/server/pages/upload.ts';
import { countyOf } from '../../county.ts';
import type { RequestHandler } from './$types';

/** A piece of what a person sends in; the answer names the batch, for the next piece. */
export const POST: RequestHandler = async ({ request, locals }) => {
  const uploaded = await takeUpload(database(), countyOf(locals), await request.formData(), readConfig().actor);
  return json(uploaded, { status: 'refused' in uploaded ? 400 : 200 });
};
