/** Pages as Chromium prints them to PDF, the way most published reports that began as web pages were made. */
import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from './chromium.js';

export const CHROMIUM = chromiumPath();

/** Starts the browser; the caller closes it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A4, with the margins of an office letter; `landscape` for wide tables. */
export async function printPdf(browser: Browser, html: string, options: { landscape?: boolean } = {}): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(html);
    const pdf = await page.pdf({ format: 'A4', landscape: options.landscape ?? false, margin: { top: '2.5cm', bottom: '2.5cm', left: '2.5cm', right: '2.5cm' }, printBackground: true, tagged: false, outline: false });
    return new Uint8Array(pdf);
  } finally {
    await page.close();
  }
}

/** How tables of published pages look when they are printed; added to the style of the page. */
export const TABLE_STYLES = {
  'single lines': '',
  'double lines': 'table{border-collapse:separate;border-spacing:2px;border:1px outset}th,td{border:1px inset}',
  'dotted lines, wide rows': 'th,td{border:1px dotted;padding:10px 5px;vertical-align:top}',
  'thick lines, large letters': 'table{font-size:14pt}th,td{border:2px solid #ccc}td{text-align:right}',
  'fixed columns': 'table{table-layout:fixed;line-height:1.2}td{text-align:left}',
  'no lines': 'th,td{border:none}',
} as const;
export type TableStyle = keyof typeof TABLE_STYLES;

/** The page with tables in the style. */
export const styled = (html: string, style: TableStyle): string => html.replace('</head>', () => `<style>${TABLE_STYLES[style]}</style></head>`);
