/** The text of a cell to a number, or the reason there is none (house rule 8). */
import type { FigureDefinition } from '../form/figures.ts';
import { LARGEST_COUNT, type Figure } from './figure.ts';

/** What a cell gives, before it is known where it stands. */
export type CellReading = Pick<Figure, 'value' | 'missing' | 'candidates' | 'unit' | 'note'>;

const missing = (reason: NonNullable<Figure['missing']>, more: Partial<CellReading> = {}): CellReading => ({ value: null, missing: reason, ...more });

/** Full-width digits, signs and brackets as plain ones; minus signs of all kinds as `-`. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[−–—―]/g, '-').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}

const MONEY: Record<string, number> = { 元: 0, 万元: 4, 亿元: 8 };
const UNITS = /^ ?(万元|亿元|元|件次|件|项|笔|宗|条|份|个|次|起)/;
const CONFUSABLE: Record<string, string> = { o: '0', O: '0', 〇: '0', '○': '0', l: '1', I: '1', '|': '1' };

/** The decimal number with its point moved by `digits` (exact, on the digits themselves). */
export function movePoint(number: string, digits: number): number {
  const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  if (digits >= 0) return Number(`${sign}${whole}${part.slice(0, digits).padEnd(digits, '0')}.${part.slice(digits) || '0'}`);
  const padded = whole.padStart(1 - digits, '0');
  return Number(`${sign}${padded.slice(0, digits)}.${padded.slice(digits)}${part}`);
}

/** A number as printed, without comma groups; null where the text is none. */
function numberOf(text: string): string | null {
  if (/^[+-]? ?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replace(/[, ]/g, '');
  return /^[+-]? ?\d+(?:\.\d+)?$/.test(text) ? text.replace(' ', '') : null;
}

/** The value of a number in the figure's column. Counts must be whole and within what is stored; only 本年增/减 may fall. */
function valueOf(number: string, definition: FigureDefinition, unit: string | undefined): CellReading {
  const shift = definition.unit === '万元' && unit !== undefined && unit in MONEY ? MONEY[unit]! - MONEY['万元']! : 0;
  const value = definition.kind === 'decimal' ? movePoint(number, shift) : Number(number);
  const given = unit === undefined ? {} : { unit };
  if (definition.kind === 'decimal') return { value, ...given };
  if (!Number.isInteger(value) || Math.abs(value) > LARGEST_COUNT || (value < 0 && definition.kind === 'count')) return missing('not_a_count', given);
  return { value: value === 0 ? 0 : value, ...given };
}

/** What the letters O, l, I would be as digits, for the reader to confirm. */
function confused(text: string): string | null {
  if (!/^[+-]?[\doOlI〇○|.]{1,12}$/.test(text) || !/[oOlI〇○|]/.test(text)) return null;
  return numberOf([...text].map((letter) => CONFUSABLE[letter] ?? letter).join(''));
}

/**
 * Reads one cell. Full-width digits and comma groups in threes are numbers; a note in brackets and a unit behind the
 * number are kept beside it; money in 元 or 亿元 is converted where the form's column is in 万元 (`heading`: the unit its
 * printed heading names instead). Letters that look like digits, and several numbers in one cell, are unreadable with
 * what they could be; so are digits behind a leading zero, which were several cells.
 */
export function readCell(raw: string, definition: FigureDefinition, heading?: string): CellReading {
  // Nearly all cells.
  if (/^(?:0|[1-9]\d{0,8})$/.test(raw)) return valueOf(raw, definition, heading);
  const text = plain(raw);
  if (text === '') return missing('blank');
  if (/^[-_/\\]{1,4}$/.test(text)) return missing('dash');
  if (/^(?:无|不适用|暂无|没有|无数据|N\/A)[。.]?$/i.test(text)) return missing('none');
  // Nobody prints 03 or 000: cells ran together.
  if (/^[+-]? ?0\d/.test(text)) return missing('unreadable');
  const simple = numberOf(text);
  if (simple !== null) return valueOf(simple, definition, heading);
  const head = /^[+-]? ?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0] ?? '';
  const number = numberOf(head);
  if (number !== null) {
    let rest = text.slice(head.length);
    const unit = UNITS.exec(rest)?.[1];
    if (unit) rest = rest.replace(UNITS, '');
    const note = /^ ?\(([^()]{1,80})\)$/.exec(rest)?.[1];
    if (rest.trim() === '' || note !== undefined) {
      const asUnit = note !== undefined && note in MONEY ? note : undefined;
      const reading = valueOf(number, definition, unit ?? asUnit ?? heading);
      return note === undefined || asUnit ? reading : { ...reading, note };
    }
  }
  const letters = confused(text.replaceAll(' ', ''));
  if (letters !== null) return missing('unreadable', { candidates: [Number(letters)] });
  const numbers = text.match(/\d+(?:\.\d+)?/g) ?? [];
  if (/^[\d\s.,，+\-件笔项元万]+$/.test(text) && numbers.length > 0) return missing('unreadable', { candidates: [...new Set(numbers.slice(0, 8).map(Number))] });
  return missing('text');
}
