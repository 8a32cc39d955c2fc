/** What a form of the register says, taken as text that somebody typed. */
import { m } from '$lib/paraglide/messages.js';
import { yearOf } from '$lib/server/pages/register-page.ts';

/** One line, or several where the field has them; without control characters, at most `longest` characters. */
export function textOf(form: FormData, name: string, longest = 100): string {
  const value = form.get(name);
  // eslint-disable-next-line no-control-regex
  return (typeof value === 'string' ? value : '').replace(/[\u0000-\u0009\u000b-\u001f\u007f\ufffe\uffff]/g, '').trim().slice(0, longest);
}

/** The report year of the form, or the sentence that says what it must be. */
export function formYear(form: FormData, name = 'year'): { year: number } | { message: string } {
  const year = yearOf(textOf(form, name));
  return year === undefined ? { message: m.register_refused_year() } : { year };
}
