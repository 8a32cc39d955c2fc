/** How a sheet shows a stored number: by the formats of its cell styles. */
import { walkXml } from './ooxml.ts';

export type NumberFormat = { kind: 'number'; suffix: string } | { kind: 'date' } | { kind: 'percent' };

/** Built-in formats of dates and times (14–22, 45–47) and the East Asian ones (27–36, 50–58); 9 and 10 are percentages. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) return { kind: 'date' };
  return id === 9 || id === 10 ? { kind: 'percent' } : { kind: 'number', suffix: '' };
}
/** What a format of the workbook's own shows: `yyyy"年"m"月"` a date, `0.0%` a percentage, `0"万元"` a number with its unit. */
export function customFormat(code: string): NumberFormat {
  const positive = code.split(';')[0] ?? '';
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/[ymdhs]/i.test(bare.replace(/general/i, ''))) return { kind: 'date' };
  if (bare.includes('%')) return { kind: 'percent' };
  return { kind: 'number', suffix: /^[#0,]*[#0](?:\.[0#]+)?"([^"]*)"$/.exec(positive)?.[1] ?? '' };
}

export interface CellStyle {
  format: NumberFormat;
  /** Whether a line is drawn at any side. */
  bordered: boolean;
}
export const PLAIN: CellStyle = { format: { kind: 'number', suffix: '' }, bordered: false };

/** Cell styles in the order of `cellXfs`. */
export function readStyles(xml: string | undefined): CellStyle[] {
  const custom = new Map<number, NumberFormat>();
  const borders: boolean[] = [];
  const styles: CellStyle[] = [];
  let inside = false;
  if (xml !== undefined)
    walkXml(xml, {
      open(element, attribute) {
        if (element === 'numFmt') custom.set(Number(attribute('numFmtId')), customFormat(attribute('formatCode') ?? ''));
        else if (element === 'border') borders.push(false);
        else if (SIDES.has(element) && (attribute('style') ?? 'none') !== 'none') borders[borders.length - 1] = true;
        else if (element === 'cellXfs') inside = true;
        else if (element === 'xf' && inside) {
          const format = Number(attribute('numFmtId') ?? 0);
          styles.push({ format: custom.get(format) ?? builtInFormat(format), bordered: borders[Number(attribute('borderId') ?? 0)] ?? false });
        }
      },
      close(element) {
        if (element === 'cellXfs') inside = false;
      },
    });
  return styles;
}

/** Sides of a cell; left and right are called so or, in strict files, start and end. */
const SIDES = new Set(['left', 'right', 'start', 'end', 'top', 'bottom']);

/**
 * A stored number as it is shown: Excel keeps 17 digits and works with 15, so 0.1+0.2, stored as 0.30000000000000004, is
 * 0.3. Text that is no number stays as it is.
 */
export function numberText(stored: string, format: NumberFormat): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (format.kind === 'date') return dateText(value);
  const plain = (number: number): string => Number(number.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return format.kind === 'percent' ? `${plain(value * 100)}%` : plain(value) + format.suffix;
}
/** Days since 1899-12-30 (Excel takes 1900 for a leap year); a time of day follows where there is one. */
function dateText(days: number): string {
  const milliseconds = Math.round(days * 86_400_000);
  const date = new Date(Date.UTC(1899, 11, 30) + milliseconds);
  if (Number.isNaN(date.getTime())) return String(days);
  const [day, time] = date.toISOString().split('T') as [string, string];
  return days < 1 ? time.slice(0, 5) : milliseconds % 86_400_000 === 0 ? day : `${day} ${time.slice(0, 5)}`;
}
