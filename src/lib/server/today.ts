/** The only clock for dates. */

const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Today in China as YYYY-MM-DD; `now` for tests. */
export function today(now: Date = new Date()): string {
  return SHANGHAI.format(now);
}

const MINUTE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A moment as it is called in China: 2025-01-20 09:05. */
export const minuteOf = (moment: string): string => MINUTE.format(new Date(moment));
