/** A small fictional county for the browser tests: documents of a few bodies, handed in as an office would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { demoCounty } from '../../src/lib/demo/demo-county.ts';
import { startServer, type RunningServer } from '../support/built-server.ts';
import { chromiumPath } from '../support/chromium.js';

export const CHROMIUM = chromiumPath();
export const WITHOUT_CHROMIUM = CHROMIUM ? '' : ' (skipped: no Chromium found)';

/**
 * Government, office (its report of 2024 has a wrong sum in table 四), three bureaus (113 sends other figures for 2023
 * afterwards) and a township; 2020 and 2021 stand on both sides of the change of form.
 */
const BODIES = ['001', '002', '105', '109', '113', '205'];
const YEARS = [2020, 2021, 2023, 2024];

export interface Site {
  server: RunningServer;
  browser: Browser;
  folder: string;
  /** Paths of the documents, by file name. */
  documents: string[];
  /** Documents of the last year: each is a body's report. */
  last: number;
  close(): Promise<void>;
}

/** An empty database, a running server, a browser, and documents in a folder that can be handed in. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const documents = demoCounty().documents.filter(
    (document) => (document.role === 'main' || document.role === 'correction') && document.body !== null && BODIES.includes(document.body) && YEARS.includes(document.year ?? 0) && /\.(?:html?|txt|docx)$/.test(document.name),
  );
  const paths = documents.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const scan = join(folder, '民政局扫描件.png');
  writeFileSync(scan, Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
  const server = await startServer({ DATA_DIR: join(folder, 'data') });
  const browser = await chromium.launch({
    executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking'],
  });
  return {
    server, browser, folder, documents: [...paths, scan], last: documents.filter((document) => document.year === YEARS.at(-1) && document.role === 'main').length,
    async close() {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What can be chosen in a file field. */
type Files = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0];

/** Sends files in through the page and waits until they are read; the page then shows their batch. `year` '' is any. */
export async function sendIn(page: Page, county: string, files: Files, { year = '', archive = false }: { year?: string; archive?: boolean } = {}): Promise<void> {
  await page.goto(`/c/${county}/documents`, { waitUntil: 'networkidle' });
  await page.getByLabel('报告年度').selectOption(year);
  if (archive) await page.getByRole('radio', { name: '存档（往年）' }).check();
  await page.getByLabel('文件', { exact: true }).setInputFiles(files);
  await page.getByRole('button', { name: '送入' }).click();
  await page.waitForURL(/\/documents\/batches\/\d+$/);
  await page.getByText(/\d+个文件都已读完/).waitFor({ timeout: 60_000 });
}

export interface Watched {
  page: Page;
  /** Whatever the page complained of, or asked elsewhere for. */
  troubles: string[];
}

/** A page that remembers errors of its console and requests that leave the server. */
export async function openPage(site: Site, options: { width?: number; script?: boolean; english?: boolean; dark?: boolean } = {}): Promise<Watched> {
  const context = await site.browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 }, javaScriptEnabled: options.script ?? true, colorScheme: options.dark ? 'dark' : 'light',
    locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: site.server.address,
  });
  if (options.english) await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'en', url: site.server.address }]);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${message.type()}: ${message.text()}`); });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('request', (request) => { if (!request.url().startsWith(site.server.address) && !/^(?:data|blob):/.test(request.url())) troubles.push(`request: ${request.url()}`); });
  return { page, troubles };
}
