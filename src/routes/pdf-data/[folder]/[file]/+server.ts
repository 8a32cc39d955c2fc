import { error } from '@sveltejs/kit';
import { readPdfData } from '$lib/server/pages/pdf-data.ts';
import type { RequestHandler } from './$types';

/** Character maps and standard fonts for drawing PDF pages in the browser. */
export const GET: RequestHandler = async ({ params }) => {
  const bytes = await readPdfData(params.folder, params.file);
  if (!bytes) error(404);
  return new Response(bytes, { headers: { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=86400' } });
};
