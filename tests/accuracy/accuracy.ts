/**
 * npm run accuracy -- [COUNT]: what becomes of the figures of COUNT (60) lawful reports in every format, by hand, printed by
 * Chromium and written by LibreOffice, and of the real reports in ../shared/reports. Prints tables for README. Status 1
 * where a demand is not met: nothing silently wrong, nothing inferred wrong, nothing legible flagged where cells are kept
 * apart, at most 0.5 % in PDF.
 */
import { chromiumPath } from '../support/chromium.js';
import { printPdf, startBrowser } from '../support/print-pdf.ts';
import { readReports } from '../../src/lib/server/ingest/read-reports.ts';
import { asKept, PRINTERS } from '../makers/documents.ts';
import { lawfulReport } from '../makers/lawful.ts';
import { convert, soffice } from '../makers/libreoffice.ts';
import { pageOf, type Page } from '../makers/page.ts';
import { articleHtml } from '../makers/print-html.ts';
import { printDocx, printXlsx } from '../makers/print-office.ts';
import { seeded } from '../makers/random.ts';
import { addTally, cellsOf, emptyTally, judge, type Tally } from './judge.ts';
import { printTallies } from './print-tallies.ts';
import { REAL, realReports } from './real-reports.ts';

const count = Number(process.argv[2] ?? 60);
/** Of producers that take long. */
const few = Math.min(count, 12);
const PDF_FLAGGED = 0.005;

const tallies = new Map<string, Tally>();
const refused = new Map<string, number>();
const unmet: string[] = [];

async function take(key: string, bytes: Uint8Array | undefined, page: Parameters<typeof judge>[1], name?: string): Promise<void> {
  if (!bytes) return void refused.set(`${key}: not written`, (refused.get(`${key}: not written`) ?? 0) + 1);
  const { tally, faults, trouble } = await judge(bytes, page, name);
  const unreadable = trouble.find((line) => line.startsWith('unreadable'));
  if (unreadable) return void refused.set(`${key}: ${unreadable}`, (refused.get(`${key}: ${unreadable}`) ?? 0) + 1);
  const known = tallies.get(key) ?? emptyTally();
  addTally(known, tally);
  tallies.set(key, known);
  for (const line of trouble) unmet.push(`${key}: ${line}`);
  for (const { outcome, id, said } of faults.slice(0, 3)) console.log(`    ${key}: ${outcome}: ${id}: ${said}`);
}

const pageNumber = (index: number): Page => pageOf(lawfulReport(seeded(900_000 + index)));
const pages = Array.from({ length: count }, (_, index) => pageNumber(index));

for (const { format, form, keeping, print } of PRINTERS)
  for (const [index, page] of pages.entries()) {
    const kept = asKept(page, keeping);
    await take(`${format}, ${form}`, print(kept, seeded(index)), kept);
  }

const RULED = 'td { border: 1px solid black; padding: 2px; height: 18px; font-size: 9pt } table { border-collapse: collapse; width: 100% }';
// No lines at all: columns are kept apart by their width alone.
const PLAIN = 'td { padding: 3px 8px; font-size: 9pt; text-align: center } table { width: 100%; border: 0 }';
const forChromium = (page: Page, style: string): string => `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><style>body { font-family: 'Noto Serif CJK SC', serif } ${style}</style></head><body>${articleHtml(page, 'plain').replaceAll(' border="1" cellspacing="0" style="border-collapse:collapse"', '')}</body></html>`;
if (chromiumPath()) {
  const browser = await startBrowser();
  try {
    for (const page of pages.slice(0, few)) {
      await take('PDF, Chromium, ruled', await printPdf(browser, forChromium(page, RULED)), page);
      await take('PDF, Chromium, ruled, landscape', await printPdf(browser, forChromium(page, RULED), { landscape: true }), page);
      const kept = asKept(page, 'filled');
      await take('PDF, Chromium, without lines, landscape', await printPdf(browser, forChromium(kept, PLAIN), { landscape: true }), kept);
    }
  } finally {
    await browser.close();
  }
} else console.log('No Chromium here: its PDF is left out.');

const office = soffice();
if (office) {
  const some = pages.slice(0, few);
  const docx = some.map((page) => printDocx(page, 'plain'));
  const xlsx = some.map((page) => printXlsx(page, 'one sheet'));
  const html = some.map((page) => new TextEncoder().encode(forChromium(page, RULED)));
  const from = { docx, xlsx, html };
  const jobs: [key: string, from: keyof typeof from, to: string][] = [
    ['docx, LibreOffice', 'docx', 'docx:MS Word 2007 XML'], ['doc, LibreOffice', 'docx', 'doc:MS Word 97'], ['odt, LibreOffice', 'docx', 'odt'],
    ['PDF, LibreOffice', 'docx', 'pdf'], ['html, LibreOffice', 'docx', 'html:HTML (StarWriter)'], ['docx from a page, LibreOffice', 'html', 'odt:writer8'],
    ['xlsx, LibreOffice', 'xlsx', 'xlsx:Calc MS Excel 2007 XML'], ['xls, LibreOffice', 'xlsx', 'xls:MS Excel 97'], ['PDF of a sheet, LibreOffice', 'xlsx', 'pdf'],
  ];
  for (const [key, source, to] of jobs) {
    const written = convert(office, from[source], source, to);
    for (const [index, page] of some.entries()) await take(key, written[index], page);
  }
} else console.log('No LibreOffice here: its documents are left out.');

printTallies('made from known figures', tallies);
for (const [line, times] of refused) console.log(`refused: ${line}, ${times} documents`);
for (const [key, tally] of tallies) {
  if (tally['silently wrong'] > 0 || tally['inferred wrong'] > 0) unmet.push(`${key}: ${tally['silently wrong']} silently wrong, ${tally['inferred wrong']} inferred wrong`);
  const most = key.startsWith('PDF') ? PDF_FLAGGED * cellsOf(tally) : 0;
  if (tally['flagged though legible'] > most) unmet.push(`${key}: ${tally['flagged though legible']} flagged though legible`);
}

tallies.clear();
const unknown = new Map<string, { value: number; inferred: number; unreadable: number; other: number }>();
for (const { name, bytes, truth } of realReports()) {
  if (truth) {
    await take(name, bytes, { truth }, name);
    continue;
  }
  const result = await readReports(bytes, name);
  const counts = { value: 0, inferred: 0, unreadable: 0, other: 0 };
  if (!('unreadable' in result)) for (const { value, missing, inferred } of Object.values(result.reports[0]?.figures ?? {})) counts[inferred !== undefined ? 'inferred' : value !== null ? 'value' : missing === 'unreadable' ? 'unreadable' : 'other']++;
  unknown.set(name, counts);
}
if (tallies.size > 0) {
  printTallies('real reports whose figures are known', tallies);
  for (const [key, tally] of tallies) if (tally['silently wrong'] > 0 || tally['inferred wrong'] > 0) unmet.push(`${key}: ${tally['silently wrong']} silently wrong, ${tally['inferred wrong']} inferred wrong`);
  console.log(`\n| real reports with glued digits, whose figures nobody knows | number given | inferred | unreadable | blank, absent, text |\n|---|---:|---:|---:|---:|`);
  const sum = { value: 0, inferred: 0, unreadable: 0, other: 0 };
  for (const counts of unknown.values()) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key];
  console.log(`| ${unknown.size} reports | ${sum.value} | ${sum.inferred} | ${sum.unreadable} | ${sum.other} |`);
} else console.log(`\n${REAL} is not here: real reports are left out.`);

for (const line of unmet) console.log(`NOT MET: ${line}`);
process.exitCode = unmet.length > 0 ? 1 : 0;
