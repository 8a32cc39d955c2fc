/**
 * Real reports beside the project and what they print, found without the reader: by the order of the numbers in the file, which
 * is the form's, or written down from the pages. Where digits are glued nobody knows; those reports are only counted.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { figureIds, type Edition } from '../makers/form.ts';
import type { Truth } from '../makers/page.ts';

export const REAL = '../shared/reports';

export interface RealReport {
  name: string;
  bytes: Uint8Array;
  /** Absent where nobody can say what is printed. */
  truth?: Map<string, Truth>;
}

const printed = (text: string): Truth => {
  const plain = text.replace(/[\s\u00a0]|&nbsp;/g, '');
  return plain === '' ? { value: null, reasons: ['blank'], also: new Map(), legible: true }
    : { value: Number(plain.replace(/元$/, '')), reasons: [], also: new Map(), legible: true };
};
/** The texts in printed order as the truth of the figures; undefined where their number is another. */
function inOrder(texts: readonly string[], ids: readonly string[]): Map<string, Truth> | undefined {
  return texts.length === ids.length ? new Map(ids.map((id, index) => [id, printed(texts[index]!)])) : undefined;
}

const cellsOfHtml = (html: string): string[] => [...html.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map((match) => match[1]!.replace(/<[^>]+>/g, '').replace(/&nbsp;|\u00a0/g, '').trim());
const spaced = (text: string): string[] => text.slice(text.indexOf('规章')).split(/\n\s*五、|五、存在/)[0]!.split(/\s+/).filter((word) => /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(word));

/** Written down from the pages: tables 二 and 四, and of table 三 what is not 0 (natural persons and 总计 alike). */
const HONGZE = {
  two: [0, 0, 0, 3, 0, 8, 9487, 2776, 84, 7545], four: [1, 1, 0, 0, 2, 1, 0, 0, 0, 1, 2, 0, 1, 0, 3],
  three: { received: 95, granted: 50, granted_in_part: 9, 'refused.security_stability': 1, 'refused.deliberative': 1, 'refused.enforcement_files': 1,
    'unavailable.not_held': 31, 'unavailable.must_be_created': 1, 'not_processed.petition': 1, processed: 95 } as Record<string, number>,
};
/** A report of the year 2024 whose table 三 has （六）其他处理 as one row. */
function hongze(): Map<string, Truth> {
  const truth = new Map<string, Truth>();
  const ids = [...figureIds('2021').filter((id) => !id.startsWith('t3.other_handling')), ...figureIds('2019').filter((id) => id.startsWith('t3.other_handling_undivided'))];
  const of = (table: string): string[] => ids.filter((id) => id.startsWith(`${table}.`));
  HONGZE.two.forEach((value, index) => truth.set(of('t2')[index]!, printed(String(value))));
  HONGZE.four.forEach((value, index) => truth.set(of('t4')[index]!, printed(String(value))));
  for (const id of of('t3')) {
    const [, row = '', column = ''] = /^t3\.(.*)\.(\w+)$/.exec(id) ?? [];
    truth.set(id, printed(String(column === 'natural' || column === 'total' ? (HONGZE.three[row] ?? 0) : 0)));
  }
  for (const id of figureIds('2021')) if (id.startsWith('t3.other_handling.')) truth.set(id, { value: null, reasons: ['absent'], also: new Map(), legible: true });
  return truth;
}

function truthOf(name: string, bytes: Uint8Array): Map<string, Truth> | undefined {
  const text = new TextDecoder().decode(bytes);
  switch (name) {
    case 'yanjin-gongxin-2024.txt': return new Map(figureIds('2021').map((id) => [id, printed('0')]));
    case 'blank-template-2021.docx': return new Map(figureIds('2021').map((id) => [id, printed('')]));
    case 'hongze-2024.pdf': return hongze();
    case 'hangzhou-2025-figures.html': return inOrder(cellsOfHtml(text).filter((cell) => /^\d+$/.test(cell)), figureIds('2021'));
    case 'shanghai-office-2019.html': return inOrder(cellsOfHtml(text).filter((cell) => /^\d*元?$/.test(cell)), figureIds('2019'));
    case 'shuyang-county-2025.md': return inOrder(text.split('\n').filter((line) => line.startsWith('|')).flatMap((line) => line.split('|')).map((cell) => cell.trim()).filter((cell) => /^[\d.]+$/.test(cell)), figureIds('2021'));
    default: {
      const edition: Edition = Number(/_(\d{4})/.exec(name)?.[1]) >= 2021 ? '2021' : '2019';
      return inOrder(spaced(text), figureIds(edition));
    }
  }
}

/** All of them; none where the folder is not there. */
export function realReports(): RealReport[] {
  if (!existsSync(REAL)) return [];
  const files = [...readdirSync(REAL), ...readdirSync(`${REAL}/pingtan`).map((name) => `pingtan/${name}`)].filter((name) => /\.(?:txt|docx|html|pdf)$|shuyang.*\.md$/.test(name));
  return files.sort().map((path) => {
    const bytes = new Uint8Array(readFileSync(`${REAL}/${path}`));
    const name = path.replace('pingtan/', '');
    const truth = truthOf(name, bytes);
    return { name, bytes, ...(truth ? { truth } : {}) };
  });
}
