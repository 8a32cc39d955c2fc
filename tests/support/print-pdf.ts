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
