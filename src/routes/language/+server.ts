import { redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '$lib/paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** Keeps the chosen language in the cookie and goes back. Only paths of our own are gone back to. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const language = form.get('language');
  const back = new URL(String(form.get('back') ?? '/'), url.origin);
  // The browser's own code reads the cookie too: it is a preference, not a secret.
  if (isLocale(language)) cookies.set(cookieName, language, { path: '/', maxAge: cookieMaxAge, httpOnly: false, sameSite: 'lax', secure: false });
  redirect(303, back.origin === url.origin ? back.pathname + back.search : '/');
};
