import { fail } from '@sveltejs/kit';
import { database } from '$lib/server/database/handle.ts';
import { selfCheck } from '$lib/server/pages/self-check.ts';
import { countyOf } from '../county.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const result = await selfCheck(database(), countyOf(locals), await request.formData(), locals.language);
    return 'problem' in result ? fail(400, result) : result;
  },
};
