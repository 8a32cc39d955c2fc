/** A filing's winter, in the browser: judged, returned, filed again, accepted, published. */
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { CHROMIUM, openPage, openSite, sendIn, WITHOUT_CHROMIUM, type Site } from './county.ts';

const FILINGS = '/c/990101/filings';

describe.skipIf(!CHROMIUM)(`filings in the built programme${WITHOUT_CHROMIUM}`, () => {
  let site: Site;
  const later = (): string => site.documents.find((path) => basename(path).includes('修改稿'))!;

  async function handIn(page: Page, paths: string[]): Promise<void> {
    await sendIn(page, '990101', paths);
  }

  beforeAll(async () => {
    site = await openSite();
    const { page } = await openPage(site);
    await page.goto('/');
    await page.getByLabel('县（市、区）名称').fill('青禾县');
    await page.getByLabel('行政区划代码').fill('990101');
    await page.getByRole('button', { name: '建立并去送文件' }).click();
    await page.waitForURL('**/c/990101/documents');
    await handIn(page, site.documents.filter((path) => path !== later()));
    await page.goto('/c/990101/start');
    await page.getByRole('button', { name: '建立勾选的单位并入库' }).click();
    await page.waitForURL(/\/c\/990101\/?$/, { timeout: 60_000 });
    await page.close();
  });
  afterAll(async () => {
    await site?.close();
  });

  const open = async (page: Page, year: number, name: string): Promise<void> => {
    await page.goto(`${FILINGS}?year=${year}`);
    await page.getByRole('link', { name, exact: true }).first().click();
    await page.getByRole('heading', { name: '问题审核' }).waitFor();
  };
  const stands = (page: Page, words: string): Promise<void> => page.locator('main > .row b', { hasText: words }).first().waitFor();

  it('are judged without script: an error stands against acceptance until it is accepted by exception', async () => {
    const { page, troubles } = await openPage(site, { script: false });
    await open(page, 2024, '青禾县自然资源局');
    await stands(page, '已报待审');
    await page.getByRole('button', { name: '审核通过', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('没有了结，不能审核通过');
    await open(page, 2024, '青禾县自然资源局');
    const judging = page.locator('#findings');
    for (const item of await judging.locator('li.error input, li.query input').all()) await item.check();
    await judging.getByLabel('说明或理由').fill('机构合并，原始数据无法核实');
    await judging.getByRole('button', { name: '特准通过（差错）' }).click();
    await judging.getByText('特准通过', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '审核通过', exact: true }).click();
    await stands(page, '审核通过');
    expect(troubles.filter((line) => !line.includes('400'))).toEqual([]);
  });

  it('are returned, filed again, accepted and published, and what was done can be taken back', async () => {
    const { page, troubles } = await openPage(site);
    await open(page, 2023, '青禾县农业农村局');
    const acts = page.getByRole('region', { name: '办理' });
    await acts.getByLabel('另外要改的').fill('请核对第三部分表格');
    await acts.getByLabel('重报期限').fill('2099-01-31');
    await acts.getByRole('button', { name: '退回修改', exact: true }).click();
    await stands(page, '退回修改');
    await page.getByRole('link', { name: '审核意见反馈单' }).click();
    await page.getByText('请核对第三部分表格').waitFor();
    const word = await page.request.get(await page.getByRole('link', { name: '下载 Word' }).evaluate((link) => (link as HTMLAnchorElement).href));
    expect([word.status(), (await word.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);

    await handIn(page, [later()]);
    await open(page, 2023, '青禾县农业农村局');
    await stands(page, '已重报');
    await acts.getByRole('button', { name: '审核通过', exact: true }).click();
    await stands(page, '审核通过');
    await page.getByRole('link', { name: '看年报（第2稿）' }).waitFor();

    const publish = page.locator('form[action="?/publish"]');
    await publish.getByLabel('日期').fill('2024-01-20');
    await publish.getByLabel('公开网址').fill('https://example.gov.cn/nb/2023.html');
    await publish.getByRole('button', { name: '登记公开' }).click();
    await stands(page, '已公开 2024-01-20');
    await page.getByRole('button', { name: '撤销：公开' }).click();
    await page.locator('main > .row b', { hasText: '已公开' }).waitFor({ state: 'detached' });
    await stands(page, '审核通过');
    expect(await page.getByRole('region', { name: '操作留痕' }).innerText()).toContain('撤销上一步');

    await page.goto(`${FILINGS}?year=2023&state=accepted`);
    expect(await page.locator('table.list tbody tr').count()).toBe(1);
    expect(troubles).toEqual([]);
  });
});
