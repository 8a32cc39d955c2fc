/**
 * Text that PostgreSQL can store. It refuses U+0000 anywhere and lone surrogates in JSON; a report is never lost for
 * such a character, which becomes U+FFFD (�). Readers do the same, so that raw texts and places agree.
 */
export function storedText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/\u0000/g, '\uFFFD');
}

/** As `storedText`, for what may be missing. */
export function storedTextOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : storedText(text);
}

/** JSON for a jsonb column. */
export function storedJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === 'string' ? storedText(member) : member));
}
