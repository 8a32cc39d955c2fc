/** Several reports in one file: each is read for itself, at its own places. */
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/lib/documents/document.ts';
import { figuresOf } from '../../src/lib/form/figures.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { pageReport, textReport, titleOf, type Printed } from '../support/flattened-reports.ts';

const printed = (first: number): Printed => Object.fromEntries(figuresOf('2021').map(({ id }, index) => [id, String(first + index)]));
const HEAD = titleOf('2021');
const LATER = HEAD.replace('2024', '2025');
const inner = (page: string): string => /<body[^>]*>([\s\S]*)<\/body>/.exec(page)?.[1] ?? page;
const SHAPES: Record<string, (first: number) => string> = {
  tabs: (first) => textReport('tabs', '2021', printed(first)),
  'one cell a line': (first) => textReport('one cell a line', '2021', printed(first)),
  page: (first) => inner(pageReport('plain', '2021', printed(first))),
};

async function read(text: string) {
  const result = await readReports(new TextEncoder().encode(text), 'x');
  if ('unreadable' in result) throw new Error(result.unreadable);
  for (const { report, figures } of result.reports) {
    for (const { at, raw } of Object.values(figures)) if (at) expect(textAt(result.document, at)).toBe(raw);
    for (const { at } of report.sections) expect(textAt(result.document, at).length).toBeGreaterThan(0);
  }
  return result.reports;
}

describe.each(Object.entries(SHAPES))('%s', (_, draw) => {
  it('two years of one body', async () => {
    const reports = await read(`${draw(101)}\n${draw(1101).replaceAll(HEAD, LATER)}`);
    expect(reports.map(({ report: { part, year, tables, drift } }) => ({ part, year, tables, drift }))).toEqual([2024, 2025].map((year, index) => ({ part: index + 1, year, tables: ['二', '三', '四'], drift: [] })));
    reports.forEach(({ figures }, index) => expect(Object.values(figures).map(({ value }) => value)).toEqual(figuresOf('2021').map((_figure, number) => 101 + 1000 * index + number)));
  });
  it('a title that is repeated, or stands in a list of reports, begins no other report', async () => {
    const list = [2021, 2022, 2023].map((year) => HEAD.replace('2024', String(year)));
    const lines = draw === SHAPES['page'] ? [...list, HEAD].map((line) => `<p>${line}</p>`).join('') : `${[...list, HEAD].join('\n')}\n`;
    for (const text of [lines + draw(101), `${draw(101)}\n${lines}`]) {
      const reports = await read(text);
      expect(reports.map(({ report: { part } }) => part)).toEqual([undefined]);
      expect(Object.values(reports[0]!.figures).filter(({ value }) => value !== null)).toHaveLength(200);
    }
  });
});
