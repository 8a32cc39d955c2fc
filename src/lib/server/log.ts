/**
 * One JSON object a line on stderr. Callers give codes, counts, durations and hashes; never names of persons, the text
 * of a document, request bodies or query strings.
 */
export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** The line that `log` writes; fields that are undefined are left out. */
export function logLine(level: LogLevel, event: string, fields: LogFields, time: Date): string {
  return JSON.stringify({ time: time.toISOString(), level, event, ...fields });
}

/** Writes one line. `event` is a fixed phrase that can be searched for. */
export function log(level: LogLevel, event: string, fields: LogFields = {}): void {
  process.stderr.write(`${logLine(level, event, fields, new Date())}\n`);
}

/**
 * An error as fields. Only the message and the first frame of our own code: messages of the database may quote values of
 * a row (`detail`), so those members are not taken.
 */
export function errorFields(error: unknown): { error: string; at?: string } {
  if (!(error instanceof Error)) return { error: String(error) };
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ') && !line.includes('node:internal'));
  return { error: `${error.name}: ${error.message}`, at: frame?.trim().slice(3) };
}
