import { fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import { readConfig } from '$lib/server/config.ts';
import { database } from '$lib/server/database/handle.ts';
import { isKind } from '$lib/server/pages/bodies-page.ts';
import { checkLoad, isSuccessionKind, keepShownCopy, keepShownLoad, readRegisterPage, takeWaiting } from '$lib/server/pages/register-page.ts';
import { dateWords, refusalWords } from '$lib/server/pages/register-words.ts';
import { listBodies } from '$lib/server/queries/bodies.ts';
import { addBody, setCountyDate, setOrder } from '$lib/server/register/edit.ts';
import { enterSuccession, takeBackSuccession } from '$lib/server/register/keep.ts';
import { parseDate } from '$lib/server/register/parse-register.ts';
import { countyOf } from '../county.ts';
import { formYear, textOf } from './fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({ register: await readRegisterPage(database(), countyOf(locals), url) });

/** Where the year's register stands, after something was kept. */
const back = (locals: App.Locals, year: number): never => redirect(303, `/c/${countyOf(locals).code}/register?year=${year}`);
const keeping = (locals: App.Locals): { countyId: number; actor: string } => ({ countyId: countyOf(locals).countyId, actor: readConfig().actor });

export const actions: Actions = {
  check: async ({ request, locals }) => {
    const form = await request.formData();
    const given = formYear(form);
    if ('message' in given) return fail(400, { message: given.message, problems: [] });
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) return fail(400, { message: m.register_refused_file(), problems: [] });
    const checked = await checkLoad(database(), countyOf(locals), given.year, new Uint8Array(await file.arrayBuffer()), form.has('remove_absent'));
    return 'refused' in checked ? fail(400, { message: checked.refused, problems: checked.problems }) : { load: checked.load };
  },
  keep: async ({ request, locals }) => {
    const form = await request.formData();
    const given = formYear(form);
    if ('message' in given) return fail(400, { message: given.message, problems: [] });
    const shown = { year: given.year, table: String(form.get('table') ?? ''), version: Number(form.get('version')), removeAbsent: form.has('remove_absent') };
    const now = await keepShownLoad(database(), countyOf(locals), shown, readConfig().actor);
    if (now === null) return back(locals, given.year);
    return 'refused' in now ? fail(400, { message: now.refused, problems: now.problems }) : fail(409, { message: m.register_changed_meanwhile(), problems: [], load: now.load });
  },
  copy: async ({ request, locals }) => {
    const form = await request.formData();
    const [to, from] = [formYear(form), formYear(form, 'from')];
    if ('message' in to || 'message' in from) return fail(400, { message: m.register_refused_year(), problems: [] });
    const kept = await keepShownCopy(database(), countyOf(locals), from.year, to.year, Number(form.get('version')), readConfig().actor);
    return kept ? back(locals, to.year) : fail(409, { message: m.register_changed_meanwhile(), problems: [] });
  },
  order: async ({ request, locals }) => {
    const form = await request.formData();
    const given = formYear(form);
    if ('message' in given) return fail(400, { message: given.message, problems: [] });
    const codes = form.getAll('code');
    const places = form.getAll('place').map(Number);
    await setOrder(database(), keeping(locals), new Map(codes.flatMap((code, index) => (Number.isFinite(places[index]) ? [[String(code), places[index]!] as const] : []))));
    return back(locals, given.year);
  },
  date: async ({ request, locals }) => {
    const form = await request.formData();
    const given = formYear(form);
    if ('message' in given) return fail(400, { message: given.message, problems: [] });
    const text = textOf(form, 'county_due_on');
    const day = text === '' ? null : parseDate(text);
    if (day === undefined) return fail(400, { message: dateWords(text), problems: [] });
    await setCountyDate(database(), keeping(locals), given.year, day);
    return back(locals, given.year);
  },
  add: async ({ request, locals }) => {
    const form = await request.formData();
    const given = formYear(form);
    if ('message' in given) return fail(400, { message: given.message, problems: [] });
    const kind = textOf(form, 'kind');
    const added = await addBody(database(), keeping(locals), textOf(form, 'name'), isKind(kind) ? kind : 'department', given.year);
    if ('refused' in added) return fail(400, { message: refusalWords(added), problems: [] });
    await takeWaiting(database(), countyOf(locals), readConfig().actor);
    return back(locals, given.year);
  },
  succession: async ({ request, locals }) => {
    const form = await request.formData();
    const given = formYear(form);
    const [kind, predecessor, successor, day] = [textOf(form, 'succession'), textOf(form, 'predecessor'), textOf(form, 'successor'), parseDate(textOf(form, 'happened_on'))];
    const bodies = await listBodies(database(), countyOf(locals).countyId);
    const known = (code: string): boolean => bodies.some((body) => body.code === code);
    const fits = isSuccessionKind(kind) && known(predecessor) && (kind === 'abolished' ? successor === '' : known(successor) && successor !== predecessor);
    if ('message' in given || !fits || !isSuccessionKind(kind) || day === undefined) return fail(400, { message: m.register_refused_succession(), problems: [] });
    const entered = await enterSuccession(database(), keeping(locals), { kind, predecessor, successor: successor || null, happenedOn: day, note: textOf(form, 'note', 300) || undefined });
    return entered ? back(locals, given.year) : fail(400, { message: m.register_refused_succession_known(), problems: [] });
  },
  take_back: async ({ request, locals }) => {
    const form = await request.formData();
    const given = formYear(form);
    if ('message' in given) return fail(400, { message: given.message, problems: [] });
    await takeBackSuccession(database(), keeping(locals), Number(form.get('id')) || 0);
    return back(locals, given.year);
  },
};
