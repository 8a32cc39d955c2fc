/** A county's winter post, in the browser: a folder is dropped, and each file in it is treated rightly. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportBytes, type ReportWish } from '../database/support/reports.ts';
import { startServer } from '../support/built-server.ts';
import { makeZip } from '../support/make-zip.ts';
import { CHROMIUM, openPage, openSite, sendIn, WITHOUT_CHROMIUM, type Site } from './county.ts';

const COUNTY = '/c/990102';
const YEAR = new Date().getFullYear() - 1;
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe.skipIf(!CHROMIUM)(`intake in the built programme${WITHOUT_CHROMIUM}`, () => {
  let site: Site;
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  const report = (name: string, wish: ReportWish = {}): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, reportBytes({ body: '青禾县民政局', year: YEAR, ...wish }));
    return path;
  };
  const row = (page: Page, name: string) => page.locator('table.list tbody tr', { hasText: name });

  beforeAll(async () => {
    site = await openSite();
    const { page } = await openPage(site);
    await page.goto('/', { waitUntil: 'networkidle' });
    await page.getByLabel('县（市、区）名称').fill('青禾县');
    await page.getByLabel('行政区划代码').fill('990102');
    await page.getByRole('button', { name: '建立并去送文件' }).click();
    await page.waitForURL(`**${COUNTY}/documents`);
    await sendIn(page, '990102', [report('起始/民政局.html', { year: YEAR - 2 }), report('起始/教育局.html', { body: '青禾县教育局', year: YEAR - 2 })], { archive: true });
    await page.goto(`${COUNTY}/start`);
    await page.getByRole('button', { name: /并入库/ }).click();
    await page.waitForURL(/\/c\/990102\/?$/, { timeout: 60_000 });
    await page.close();
  });
  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  it('lists no archived report as work, and counts its findings', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${COUNTY}/filings?year=${YEAR - 2}`);
    expect(await page.locator('tbody tr', { hasText: '青禾县民政局' }).first().innerText()).toContain('存档');
    expect(await page.locator('main').innerText()).not.toMatch(/超县定|超法定/);
    expect(troubles).toEqual([]);
  });

  it('treats each file of a dropped folder rightly: a wrong total, an unknown body, last year’s report, a picture', async () => {
    const { page, troubles } = await openPage(site);
    const files = [
      ['报送/民政局.html', reportBytes({ body: '青禾县民政局', year: YEAR, cells: { 't3.received.total': 999 } })],
      ['报送/水利局.html', reportBytes({ body: '青禾县水利局', year: YEAR })],
      ['报送/旧/去年.html', reportBytes({ body: '青禾县教育局', year: YEAR - 1 })],
      ['报送/照片.png', PICTURE],
    ] as const;
    for (const [name, bytes] of files) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    await page.goto(`${COUNTY}/documents`, { waitUntil: 'networkidle' });
    await page.getByLabel('整个文件夹').setInputFiles(join(folder, '报送'));
    expect(await page.getByText('已选4个').isVisible()).toBe(true);
    await page.getByRole('button', { name: '送入' }).click();
    await page.waitForURL(/\/documents\/batches\/\d+$/);
    await page.getByText('4个文件都已读完').waitFor({ timeout: 60_000 });
    expect(await row(page, '民政局.html').innerText()).toContain('已入库');
    expect(await row(page, '水利局.html').innerText()).toContain('名录里没有这个单位');
    expect(await row(page, '照片.png').innerText()).toMatch(/现在还不能读这种格式：图片[\s\S]*原件已保留/);
    const asks = page.locator('#asks');
    expect(await asks.innerText()).toContain(`这份是${YEAR - 1}年度的年报，本批是${YEAR}年度。`);
    // The wrong total is found.
    await page.goto((await row(page, '民政局.html').locator('td a').getAttribute('href'))!);
    expect(await page.locator('#findings').innerText()).toMatch(/差错/);
    await page.goBack();

    await asks.getByRole('button', { name: '不收' }).click();
    await page.getByText('决定不收').waitFor();
    expect(await row(page, '去年.html').innerText()).toContain('不收（原件保留）');
    await page.getByRole('button', { name: '撤销' }).click();
    await asks.getByRole('button', { name: `收入${YEAR - 1}年度（存档）` }).click();
    await page.getByText('已收入').waitFor();
    expect(await row(page, '去年.html').innerText()).toContain('已入库');
    await page.goto(`${COUNTY}/filings?year=${YEAR - 1}`);
    expect(await page.locator('tbody tr', { hasText: '青禾县教育局' }).first().innerText()).toContain('存档');
    expect(troubles).toEqual([]);
  });

  it('opens folders and archives that are dropped', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${COUNTY}/documents`, { waitUntil: 'networkidle' });
    const zip = Buffer.from(makeZip([{ name: '教育局.html', bytes: reportBytes({ body: '青禾县教育局', year: YEAR }) }])).toString('base64');
    const transfer = await page.evaluateHandle((packed) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))], '各单位.zip'));
      return dropped;
    }, zip);
    await page.locator('section.panel form').first().dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByText('已选1个').waitFor();
    await page.getByRole('button', { name: '送入' }).click();
    await page.getByText('1个文件都已读完').waitFor({ timeout: 60_000 });
    expect(await row(page, '各单位.zip/教育局.html').innerText()).toContain('已入库');
    expect(troubles).toEqual([]);
  });

  it('asks which of two files of a batch counts, with the cells that differ', async () => {
    const { page, troubles } = await openPage(site);
    await sendIn(page, '990102', [report('两份/民政局.html', { year: YEAR - 3 }), report('两份/民政局盖章.html', { year: YEAR - 3, cells: { 't3.received.total': 998 } })], { year: String(YEAR - 3) });
    const ask = page.locator('#asks li').first();
    expect(await ask.innerText()).toMatch(/数字不一致[\s\S]*新收[\s\S]*998/);
    await ask.getByRole('button', { name: '以这个文件为准' }).click();
    await page.getByText('已收入').waitFor();
    await page.goto((await row(page, '盖章.html').locator('td a').getAttribute('href'))!);
    expect(await page.locator('[data-figure="t3.received.total"] .value').innerText()).toMatch(/998$/);
    expect(troubles).toEqual([]);
  });

  it('takes files and answers without script', async () => {
    const { page } = await openPage(site, { script: false });
    await page.goto(`${COUNTY}/documents`);
    await page.getByLabel('文件', { exact: true }).setInputFiles(report('无脚本/前年.html', { body: '青禾县教育局', year: YEAR - 3 }));
    await page.getByRole('button', { name: '送入' }).click();
    await page.waitForURL(/\/documents\/batches\/\d+$/);
    await expect.poll(async () => {
      await page.reload();
      return page.locator('main').innerText();
    }, { timeout: 30_000 }).toContain('1个文件都已读完');
    await page.locator('#asks').getByRole('button', { name: '不收' }).click();
    expect(await page.locator('main').innerText()).toContain('决定不收');
    await page.goto(`${COUNTY}/documents`);
    await page.getByRole('button', { name: '送入' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('没有选文件');
  });

  it('narrows what was received by outcome, year and batch, in the address', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${COUNTY}/documents`);
    const filters = page.getByRole('navigation', { name: '按结果筛选' });
    await filters.getByRole('link', { name: /^没有读出/ }).click();
    await page.waitForURL(/state=unreadable/);
    expect(await page.locator('table.list tbody tr').count()).toBe(1);
    await page.locator('table.list tbody td a').first().click();
    await page.waitForURL(/\/documents\/batches\/\d+/);
    await page.locator('main p a', { hasText: /^第\d+批$/ }).click();
    await page.waitForURL(/batch=\d+/);
    expect(await page.locator('table.list tbody tr').count()).toBe(4);
    await filters.getByRole('link', { name: String(YEAR), exact: true }).click();
    await page.waitForURL(/year=/);
    expect(await page.locator('table.list tbody tr').count()).toBe(2);
    expect(troubles).toEqual([]);
  });

  it('goes on where it was when the server is stopped in the middle', async () => {
    const files = Array.from({ length: 40 }, (_, index) => ({
      name: `大批/第${index + 1}份.html`, bytes: reportBytes({ body: `青禾县第${index + 1}局`, year: YEAR, cells: { 't3.received.total': index } }),
    }));
    const dataDir = join(folder, 'data');
    let server = await startServer({ DATA_DIR: dataDir });
    const form = (entries: Record<string, string>): RequestInit => ({ method: 'POST', headers: { origin: server.address, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(entries) });
    await fetch(`${server.address}/`, { ...form({ county_name: '另县', county_code: '990103' }), redirect: 'manual' });
    const body = new FormData();
    for (const [name, value] of [['year', ''], ['purpose', 'current']] as const) body.set(name, value);
    for (const { name, bytes } of files) body.append('files', new File([new Uint8Array(bytes)], name));
    const sent = await fetch(`${server.address}/c/990103/documents/batches`, { method: 'POST', headers: { origin: server.address }, body });
    expect(await sent.json()).toEqual({ batch: 1 });
    const shown = async (): Promise<string> => (await fetch(`${server.address}/c/990103/documents/batches/1`)).text();
    expect(await shown()).toMatch(/正在读取，已读\d+\/40/);
    await server.stop('SIGKILL');
    server = await startServer({ DATA_DIR: dataDir });
    try {
      await expect.poll(shown, { timeout: 60_000, interval: 300 }).toContain('40个文件都已读完');
      expect((await shown()).match(/名录里没有这个单位/g)?.length).toBeGreaterThanOrEqual(40);
    } finally {
      await server.stop();
    }
  });
});
