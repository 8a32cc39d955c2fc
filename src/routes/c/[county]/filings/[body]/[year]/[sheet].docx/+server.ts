import { error } from '@sveltejs/kit';
import { database } from '$lib/server/database/handle.ts';
import { readSheet, SHEETS } from '$lib/server/pages/filings-page.ts';
import { countyOf } from '../../../../county.ts';
import { wordFile } from '../../../word-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const wanted = SHEETS.find((known) => known === params.sheet);
  const sheet = wanted && (await readSheet(database(), countyOf(locals), params.body, Number(params.year) || 0, wanted));
  return wordFile(sheet ?? error(404));
};
