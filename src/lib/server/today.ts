/** The only clock for dates. */

const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Today in China as YYYY-MM-DD; `now` for tests. */
export function today(now: Date = new Date()): string {
  return SHANGHAI.format(now);
}
