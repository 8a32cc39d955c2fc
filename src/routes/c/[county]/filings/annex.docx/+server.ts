import { database } from '$lib/server/database/handle.ts';
import { readAnnex } from '$lib/server/pages/filings-page.ts';
import { countyOf } from '../../county.ts';
import { wordFile } from '../word-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => wordFile(await readAnnex(database(), countyOf(locals), Number(url.searchParams.get('year')) || 0));
