/** What `npm run fuzz` once found: each was a number that nobody printed, given without a word. */
import { describe, expect, it } from 'vitest';
import { asKept, PRINTERS } from '../makers/documents.ts';
import { figureIds, type DrawnCell } from '../makers/form.ts';
import type { LawfulReport } from '../makers/lawful.ts';
import { pageOf, type Page } from '../makers/page.ts';
import { seeded } from '../makers/random.ts';
import { judge } from './judge.ts';

/** All zeros but one row of table 三, which keeps every identity with the row 总计 and 新收. */
function report(texts: Record<string, string> = {}, edition: '2019' | '2021' = '2021'): Page {
  const row: Record<string, number> = { natural: 12, business: 3, total: 15 };
  const numbers = new Map<string, number | null>(figureIds(edition).map((id) => {
    const [, key = '', column = ''] = /^t3\.(.*)\.(\w+)$/.exec(id) ?? [];
    return [id, ['received', 'granted', 'processed'].includes(key) ? (row[column] ?? 0) : 0];
  }));
  const printed = new Map([...numbers].map(([id, value]) => [id, String(value)]));
  for (const [id, text] of Object.entries(texts)) {
    printed.set(id, text);
    numbers.set(id, /^\d/.test(text) ? Number(text) : null);
  }
  const lawful: LawfulReport = { edition, body: '清溪县水务局', year: edition === '2021' ? 2024 : 2020, size: 'county', habit: 'zeros', numbers, printed };
  return pageOf(lawful);
}
const rowOf = (page: Page, figure: string): DrawnCell[] => page.tables.flatMap(({ rows }) => rows).find((row) => row.some((cell) => cell.figure === figure))!;
const blur = (page: Page, row: readonly DrawnCell[]): void => row.forEach(({ figure }) => figure && Object.assign(page.truth.get(figure)!, { legible: false, reasons: [] }));
async function faults(page: Page, form: string): Promise<string[]> {
  const printer = PRINTERS.find((one) => one.form === form)!;
  const kept = asKept(page, printer.keeping);
  const { faults: found, trouble } = await judge(printer.print(kept, seeded(1)), kept);
  return [...trouble, ...found.filter(({ outcome }) => outcome !== 'flagged though legible').map(({ outcome, id, said }) => `${outcome}: ${id}: ${said}`)];
}

describe('counterexamples', () => {
  it.each(['tabs', 'plain', 'one sheet, all text'])('a whole row in one cell is no number: 012003, %s', async (form) => {
    const page = report();
    const row = rowOf(page, 't3.refused.third_party.natural').filter(({ figure }) => figure);
    row.forEach((cell, index) => void (cell.text = index === 0 ? '0120012' : ''));
    blur(page, row);
    for (const { figure } of row) page.truth.get(figure!)!.also.set('as one number', null);
    expect(await faults(page, form)).toEqual([]);
  });

  it.each(['tabs', 'pipes', 'plain', 'runs'])('an empty cell and one cell too many do not make a whole row, %s', async (form) => {
    const page = report({ 't3.granted.business': '', 't3.granted.research': '3' });
    const row = rowOf(page, 't3.granted.natural');
    row.push({ text: row.at(-1)!.text, colspan: 1, rowspan: 1 });
    blur(page, row);
    expect(await faults(page, form)).toEqual([]);
  });

  it.each(['pipes', 'plain', 'one sheet'])('a row whose first cell is empty, with another one twice, is not moved by a cell, %s', async (form) => {
    const page = report({ 't3.granted_in_part.natural': '', 't3.granted_in_part.research': '9', 't3.granted_in_part.total': '9' });
    const row = rowOf(page, 't3.granted_in_part.natural');
    row.push({ text: row.at(-1)!.text, colspan: 1, rowspan: 1 });
    blur(page, row);
    expect(await faults(page, form)).toEqual([]);
  });

  it('a first cell that is empty in table 二, with the next one twice, shifts nothing into it, markdown', async () => {
    const page = report({ 't2.rules.issued': '', 't2.rules.repealed': '8', 't2.rules.in_force': '9' });
    const row = rowOf(page, 't2.rules.issued');
    row.push({ text: '9', colspan: 1, rowspan: 1 });
    blur(page, row);
    expect(await faults(page, 'markdown')).toEqual([]);
  });

  it('one full line with a cell too many does not tell where the columns of the others begin', async () => {
    const empty = figureIds('2021').filter((id) => id.startsWith('t3.'));
    const page = report({ ...Object.fromEntries(empty.map((id) => [id, ''])), 't3.granted_in_part.business': '5', 't3.granted_in_part.total': '5', 't3.received.natural': '7', 't3.received.total': '7',
      ...Object.fromEntries(['business', 'research', 'welfare', 'legal_services', 'other', 'total'].map((column, index) => [`t3.refused.third_party.${column}`, String(index)])) });
    const row = rowOf(page, 't3.refused.third_party.natural');
    row.push({ text: row.at(-1)!.text, colspan: 1, rowspan: 1 });
    blur(page, row);
    expect(await faults(page, 'markdown')).toEqual([]);
  });

  it.each(['plain', 'runs'])('a doubled cell of table 四 shifts nothing into empty cells, %s', async (form) => {
    const page = report({ 't4.litigation_after_review.total': '', 't4.review.corrected': '4', 't4.review.other_result': '' });
    const row = rowOf(page, 't4.review.upheld');
    row.unshift({ ...row[0]!, figure: undefined });
    blur(page, row);
    expect(await faults(page, form)).toEqual([]);
  });

  it.each(['single spaces', 'wide spaces', 'lines with spaces'])('the ordinal of a label that stands twice is not the seventh number, %s', async (form) => {
    const page = report({ 't3.not_processed.excessive.other': '' });
    const three = page.tables[1]!;
    const row = rowOf(page, 't3.not_processed.excessive.natural');
    three.rows.splice(three.rows.indexOf(row), 0, row.map((cell) => ({ ...cell })));
    blur(page, row);
    expect(await faults(page, form)).toEqual([]);
  });

  it.each(['single spaces', 'wide spaces'])('a heading printed again is not the seventh number, %s', async (form) => {
    const page = report({ 't3.refused.administrative_query.other': '' });
    page.breaks.push({ table: '三', row: page.tables[1]!.rows.indexOf(rowOf(page, 't3.unavailable.not_held.natural')), kind: 'heading again' });
    blur(page, rowOf(page, 't3.refused.administrative_query.natural'));
    expect(await faults(page, form)).toEqual([]);
  });

  it('a page number is not two cells of the row above it', async () => {
    const page = report({ 't3.granted.other': '', 't3.granted.research': '', 't3.granted.welfare': '' });
    page.breaks.push({ table: '三', row: page.tables[1]!.rows.indexOf(rowOf(page, 't3.refused.state_secret.natural')), kind: 'page number' });
    blur(page, rowOf(page, 't3.granted.natural'));
    expect(await faults(page, 'lines with spaces')).toEqual([]);
  });

  it.each(['—', '无', '/'])('glued cells that begin with %s are not an empty row', async (nothing) => {
    const page = report({ 't3.granted.natural': nothing, 't3.granted.business': '15', 't2.licensing.decisions': '7' });
    expect(await faults(page, 'glued')).toEqual([]);
  });

  it('a second row （六）其他处理 is not the row 3.其他', async () => {
    const page = report({ 't3.other_handling_undivided.natural': '9', 't3.other_handling_undivided.total': '9' }, '2019');
    const three = page.tables[1]!;
    const row = rowOf(page, 't3.other_handling_undivided.natural');
    three.rows.splice(three.rows.indexOf(row), 0, row.map((cell) => ({ ...cell })));
    expect(await faults(page, 'lines with spaces')).toEqual([]);
  });

  it('table 四, glued with a cell printed twice, is not read by chance', async () => {
    const values = [37, 6, 0, 41, 84, 0, 6, 33, 28, 67, 0, 0, 0, 0, 0];
    const page = report();
    const row = rowOf(page, 't4.review.upheld');
    row.forEach((cell, index) => {
      cell.text = String(values[index]);
      page.truth.get(cell.figure!)!.value = values[index]!;
    });
    row.splice(7, 0, { ...row[7]!, figure: undefined });
    expect(await faults(page, 'glued')).toEqual([]);
  });
});
