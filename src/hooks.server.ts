/** What every request passes: the language from the cookie, safe headers, the county of the address, and errors that can be named. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { m } from '$lib/paraglide/messages.js';
import { baseLocale, cookieName, isLocale, overwriteServerAsyncLocalStorage, type Locale } from '$lib/paraglide/runtime.js';
import { database } from '$lib/server/database/handle.ts';
import { errorFields, log } from '$lib/server/log.ts';
import { countyByCode } from '$lib/server/queries/counties.ts';

// Paraglide's own middleware clones every request, and with it the body of an upload; only its storage is needed.
const languages = new AsyncLocalStorage<{ locale?: Locale }>();
overwriteServerAsyncLocalStorage(languages);

const language: Handle = ({ event, resolve }) => {
  const wanted = event.cookies.get(cookieName);
  const locale = isLocale(wanted) ? wanted : baseLocale;
  event.locals.language = locale;
  return languages.run({ locale }, () => resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale === 'zh' ? 'zh-CN' : 'en') }));
};

const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
};

/** Asked once for each request under `/c/<county>/`; see routes/c/[county]/county.ts. */
const county: Handle = async ({ event, resolve }) => {
  const code = event.params.county;
  event.locals.county = code === undefined ? null : ((await countyByCode(database(), code)) ?? null);
  return resolve(event);
};

export const handle = sequence(headers, language, county);

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: m.error_not_found() };
  const id = crypto.randomUUID().slice(0, 8);
  log('error', 'page failed', { id, path: event.url.pathname, status, ...errorFields(error) });
  return { message: m.error_page(), id };
};
