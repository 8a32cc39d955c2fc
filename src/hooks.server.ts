/** What every request passes: the language from the cookie, safe headers, and errors that can be named. */
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { m } from '$lib/paraglide/messages.js';
import { paraglideMiddleware } from '$lib/paraglide/server.js';
import { log } from '$lib/server/log.ts';

const language: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    event.locals.language = locale;
    return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale === 'zh' ? 'zh-CN' : 'en') });
  });

const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
};

export const handle = sequence(headers, language);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message: m.error_not_found() };
  const id = crypto.randomUUID().slice(0, 8);
  log('error', 'page failed', { id, path: event.url.pathname, status, cause: error instanceof Error ? (error.stack ?? error.message) : message });
  return { message: m.error_page(), id };
};
