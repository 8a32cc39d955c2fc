/** What every request passes: the language from the cookie, safe headers, the county of the address, and errors that can be named. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { sequence } from '@sveltejs/kit/hooks';
import { m } from '$lib/paraglide/messages.js';
import { baseLocale, cookieName, isLocale, overwriteServerAsyncLocalStorage, type Locale } from '$lib/paraglide/runtime.js';
import { database, isOpen, setDatabase } from '$lib/server/database/handle.ts';
import { errorFields, log } from '$lib/server/log.ts';
import { PAGES } from '$lib/server/pages/page-cache.ts';
import { listCounties } from '$lib/server/queries/counties.ts';
import { today } from '$lib/server/today.ts';

/** `vite dev` has no entry of ours around it, so the database is opened here, once for the process. */
export const init: ServerInit = async () => {
  if (!dev || isOpen()) return;
  const [{ openDatabase }, { readConfig }, { readReports }, { setIntakeQueue, setReader }, { openIntakeQueue }] = await Promise.all([
    import('$lib/server/database/connect.ts'), import('$lib/server/config.ts'), import('$lib/server/ingest/read-reports.ts'), import('$lib/server/ingest/handle.ts'),
    import('$lib/server/ingest/intake-queue.ts'),
  ]);
  // While developing, documents are read in this thread: the sources need no build.
  setReader(readReports);
  setDatabase(await openDatabase(readConfig()));
  setIntakeQueue(openIntakeQueue(database(), readReports));
};

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

/** Asked once for each request; see routes/c/[county]/county.ts. */
const county: Handle = async ({ event, resolve }) => {
  // The health check asks the database itself and says so in its own way.
  event.locals.counties = event.route.id === '/healthz' ? [] : await listCounties(database());
  event.locals.county = event.locals.counties.find(({ code }) => code === event.params.county) ?? null;
  return resolve(event);
};

/** Pages of a county are kept as long as its data stays the same. */
const kept: Handle = async ({ event, resolve }) => {
  const { county: of, counties, language: words } = event.locals;
  if (dev || !of || event.request.method !== 'GET' || event.isDataRequest) return resolve(event);
  const key = JSON.stringify([of.code, of.name, of.dataVersion, counties.length, words, today(), event.url.pathname, event.url.search]);
  const known = PAGES.get(key);
  if (known) return new Response(known.body, { headers: known.headers });
  const response = await resolve(event);
  if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const page = { body: await response.text(), headers: [...response.headers] };
  PAGES.set(key, page);
  return new Response(page.body, { headers: page.headers });
};

export const handle = sequence(headers, language, county, kept);

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: m.error_not_found() };
  const id = crypto.randomUUID().slice(0, 8);
  log('error', 'page failed', { id, path: event.url.pathname, status, ...errorFields(error) });
  return { message: m.error_page(), id };
};
