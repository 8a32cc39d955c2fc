import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { isKind } from '$lib/server/pages/bodies-page.ts';
import { readRegisteredBody, takeWaiting } from '$lib/server/pages/register-page.ts';
import { dateWords, refusalWords } from '$lib/server/pages/register-words.ts';
import { editBody, renameBody, undoRename, type Refusal } from '$lib/server/register/edit.ts';
import { parseDate } from '$lib/server/register/parse-register.ts';
import { countyOf } from '../../../county.ts';
import { formYear, textOf } from '../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  registered: (await readRegisteredBody(database(), countyOf(locals), params.body, url)) ?? error(404, m.error_not_found()),
});

const keeping = (locals: App.Locals): { countyId: number; actor: string } => ({ countyId: countyOf(locals).countyId, actor: readConfig().actor });

/** The refusal in words, else back to the body, once documents that waited for its name are in. */
async function after(locals: App.Locals, refusal: Refusal | null, body: string, year: number): Promise<ReturnType<typeof fail<{ message: string }>>> {
  if (refusal) return fail(400, { message: refusalWords(refusal) });
  await takeWaiting(database(), countyOf(locals), readConfig().actor);
  return redirect(303, `/c/${countyOf(locals).code}/register/bodies/${encodeURIComponent(body)}?year=${year}&saved=1`);
}

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData();
    const given = formYear(form);
    if ('message' in given) return fail(400, { message: given.message });
    const day = (name: string): string | null | undefined => (textOf(form, name) === '' ? null : parseDate(textOf(form, name)));
    const [countyDueOn, statutoryDueOn] = [day('county_due_on'), day('statutory_due_on')];
    if (countyDueOn === undefined || statutoryDueOn === undefined) return fail(400, { message: dateWords(textOf(form, countyDueOn === undefined ? 'county_due_on' : 'statutory_due_on')) });
    const kind = textOf(form, 'kind');
    if (!isKind(kind)) return fail(400, { message: m.error_not_found() });
    const people = form.getAll('contact_name').map((_, index) => ['contact_name', 'contact_post', 'contact_phone'].map((name) => String(form.getAll(name)[index] ?? '').replace(/\p{Cc}/gu, '').trim().slice(0, 100)));
    const refusal = await editBody(database(), keeping(locals), params.body, given.year, {
      name: textOf(form, 'name'), kind, aliases: [...new Set(textOf(form, 'aliases', 2000).split('\n').map((alias) => alias.trim().slice(0, 100)).filter((alias) => alias !== ''))],
      year: form.has('listed') ? { mustFile: form.has('must_file'), inRollup: form.has('in_rollup'), countyDueOn, statutoryDueOn, peerGroup: textOf(form, 'peer_group', 60) || null, note: textOf(form, 'note', 500) || null } : null,
      contacts: people.flatMap(([name, post, phone]) => (name ? [{ name, post: post || null, phone: phone || null }] : [])),
    });
    return after(locals, refusal, params.body, given.year);
  },
  rename: async ({ request, locals, params }) => {
    const form = await request.formData();
    const given = formYear(form);
    if ('message' in given) return fail(400, { message: given.message });
    const from = parseDate(textOf(form, 'from'));
    if (from === undefined) return fail(400, { message: dateWords(textOf(form, 'from')) });
    return after(locals, await renameBody(database(), keeping(locals), params.body, textOf(form, 'new_name'), from), params.body, given.year);
  },
  undo_rename: async ({ request, locals, params }) => {
    const given = formYear(await request.formData());
    if ('message' in given) return fail(400, { message: given.message });
    return after(locals, await undoRename(database(), keeping(locals), params.body), params.body, given.year);
  },
};
