import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportBytes } from '../database/support/reports.ts';
import { CHROMIUM, openPage, openSite, sendIn, WITHOUT_CHROMIUM, type Site } from './county.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HERE = '/c/990302/unassigned';
const file = (body: string, year: number) => ({ name: `${body}${year}年报.html`, mimeType: 'text/html', buffer: Buffer.from(reportBytes({ body, year })) });

describe.skipIf(!CHROMIUM)(`unassigned files in the built programme${WITHOUT_CHROMIUM}`, () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
    const { page } = await openPage(site);
    await page.goto('/');
    await page.getByLabel('县（市、区）名称').fill('青禾县');
    await page.getByLabel('行政区划代码').fill('990302');
    await page.getByRole('button', { name: '建立并去送文件' }).click();
    await page.waitForURL('**/documents');
    await page.close();
    await fill();
  });
  /** A register of two bodies, and three files whose bodies it does not have. */
  async function fill(): Promise<void> {
    const { page } = await openPage(site, { script: false });
    await page.goto('/c/990302/register?year=2024');
    await page.getByLabel('CSV 或 xlsx 文件').setInputFiles({ name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from('单位名称,类别\n青禾县水利局,部门\n青禾县民政局,部门') });
    await page.getByRole('button', { name: '先看差异' }).first().click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('列入2家，应报2家').waitFor();
    await page.close();
    const sender = await openPage(site);
    await sendIn(sender.page, '990302', [file('青禾县水务局', 2023), file('青禾县水务局', 2024), file('邻县林业局', 2024)]);
    await sender.page.close();
  }
  afterAll(() => site?.close());

  it('are found from the overview, assigned with two clicks, shown with what was moved, and taken back', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto('/c/990302/?year=2024');
    await page.getByRole('link', { name: '3份待认领文件' }).click();
    await page.getByRole('heading', { name: '待认领文件（3份）' }).waitFor();
    const group = page.locator('form', { hasText: '“青禾县水务局”' });
    expect(await group.innerText()).toContain('读自标题');
    await group.getByRole('radio', { name: '青禾县水利局' }).check();
    await group.getByRole('button', { name: '认领', exact: true }).click();
    await page.getByRole('status').getByText('已归入青禾县水利局：2份，“青禾县水务局”已记作别名。').waitFor();
    const claimed = page.locator('section', { hasText: '已认领' });
    await claimed.getByRole('link', { name: '青禾县水利局 2023年度' }).click();
    await page.getByRole('heading', { level: 1 }).getByText('青禾县水利局').waitFor();
    await page.goBack();
    await claimed.getByRole('button', { name: '撤回 青禾县水利局' }).click();
    await page.getByRole('status').getByText('已撤回，2份年报回到待认领。').waitFor();
    await page.getByRole('heading', { name: '待认领文件（3份）' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('are left aside and brought back, and refuse a form without a body, all without script', async () => {
    const { page } = await openPage(site, { script: false });
    await page.goto(HERE);
    const group = page.locator('form', { hasText: '“邻县林业局”' });
    await group.getByRole('button', { name: '认领', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('没有选单位');
    await group.getByRole('button', { name: '搁置' }).click();
    expect(await page.getByRole('status').innerText()).toBe('已搁置1份。');
    expect(await page.locator('section', { hasText: '已搁置' }).innerText()).toContain('邻县林业局 2024年度');
    await page.getByRole('button', { name: '恢复待认领' }).click();
    expect(await page.getByRole('heading', { name: '待认领文件（3份）' }).isVisible()).toBe(true);
    await page.locator('form', { hasText: '“青禾县水务局”' }).locator('select[name=other]').selectOption({ label: '青禾县民政局' });
    await page.locator('form', { hasText: '“青禾县水务局”' }).getByRole('button', { name: '认领', exact: true }).click();
    expect(await page.getByRole('status').innerText()).toContain('已归入青禾县民政局：2份');
  });

  it.each([[1440, false], [390, true]])('fit %i px and have no serious fault of access (English %s)', async (width, english) => {
    const { page, troubles } = await openPage(site, { width, english });
    await page.goto(HERE, { waitUntil: 'networkidle' });
    const [inner, whole] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    expect(whole).toBeLessThanOrEqual(inner!);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as Window & { axe?: { run: () => Promise<AxeResults> } };
      return (await axe!.run()).violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.slice(0, 2).map((node) => node.html.slice(0, 160)) }));
    });
    expect(found.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
