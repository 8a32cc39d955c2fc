import { error } from '@sveltejs/kit';
import { database } from '$lib/server/database/handle.ts';
import { documentBytes } from '$lib/server/queries/documents.ts';
import { countyOf } from '../../county.ts';
import type { RequestHandler } from './$types';

/** The original file, always as a download: nothing that somebody else wrote is run from our address. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const document = await documentBytes(database(), countyOf(locals).countyId, params.sha256);
  if (!document) error(404);
  return new Response(new Uint8Array(document.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(document.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
};
