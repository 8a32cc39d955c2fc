import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openPage, openSite, WITHOUT_CHROMIUM, type Site } from './county.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const REGISTER = '/c/990301/register';
const csv = (text: string) => ({ name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

describe.skipIf(!CHROMIUM)(`the register in the built programme${WITHOUT_CHROMIUM}`, () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
    const { page } = await openPage(site);
    await page.goto('/');
    await page.getByLabel('县（市、区）名称').fill('青禾县');
    await page.getByLabel('行政区划代码').fill('990301');
    await page.getByRole('button', { name: '建立并去送文件' }).click();
    await page.waitForURL('**/documents');
  });
  afterAll(() => site?.close());

  it('is loaded from a file: faults are told by row and column, then the difference, then it is kept; all without script', async () => {
    const { page, troubles } = await openPage(site, { script: false });
    await page.goto(`${REGISTER}?year=2024`);
    expect(await page.getByRole('heading', { name: '2024年度还没有报送单位名录' }).isVisible()).toBe(true);
    const choose = async (text: string): Promise<void> => {
      await page.getByLabel('CSV 或 xlsx 文件').setInputFiles(csv(text));
      await page.getByRole('button', { name: '先看差异' }).first().click();
    };
    await choose('单位名称,类别,县定时限\n青禾县民政局,局,2025-01-20\n青禾县财政局,部门,2025-02-30');
    const alert = page.getByRole('alert');
    expect(await alert.locator('li').allInnerTexts()).toEqual([expect.stringContaining('第2行“类别”：“局”不是类别。'), '第3行“县定时限”：“2025-02-30”不是日期。请写成 2026-01-20。']);
    expect(await page.getByRole('heading', { name: '2024年度还没有报送单位名录' }).isVisible()).toBe(true);

    await choose('单位名称,类别,县定时限,联系人,电话\n青禾县人民政府办公室,县政府办公室,2025-01-20,李某,0373-1\n青禾县民政局,部门,2025-01-20,,\n青禾县财政局,部门,2025-01-20,,');
    expect(await page.getByText('新登记3家').isVisible()).toBe(true);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    expect(await page.getByText('列入3家，应报3家').isVisible()).toBe(true);
    expect(await page.locator('tbody tr').first().innerText()).toMatch(/青禾县人民政府办公室[\s\S]*2025-01-20[\s\S]*2025-01-31[\s\S]*李某 0373-1/);
    // The browser notes the answer to the wrong file.
    expect(troubles).toEqual([expect.stringContaining('400')]);
  });

  it('hands out what it has, and takes it back without a change', async () => {
    const { page } = await openPage(site, { script: false });
    for (const format of ['csv', 'xlsx']) {
      const response = await page.request.get(`${REGISTER}/file?year=2024&format=${format}`);
      expect(response.headers()['content-disposition']).toContain(encodeURIComponent('报送单位名录2024年度'));
      await page.goto(`${REGISTER}?year=2024`);
      await page.getByLabel('CSV 或 xlsx 文件').setInputFiles({ name: `名录.${format}`, mimeType: 'application/octet-stream', buffer: await response.body() });
      await page.getByRole('button', { name: '先看差异' }).first().click();
      expect(await page.getByText('不变3家').isVisible(), format).toBe(true);
    }
    expect((await (await page.request.get(`${REGISTER}/file?template=1&format=csv`)).text()).split('\r\n')[0]).toContain('代码,单位名称,更名日期,类别');
  });

  it('is edited in place: a body, its order, a rename, a succession that is taken back', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${REGISTER}?year=2024`);
    await page.getByRole('link', { name: '青禾县民政局' }).click();
    await page.getByLabel('别名，一行一个').fill('民政局\n县民政局');
    await page.getByLabel('应报', { exact: true }).uncheck();
    await page.getByLabel('情况备注').fill('机构改革');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存。').waitFor();
    expect(await page.getByLabel('别名，一行一个').inputValue()).toBe('民政局\n县民政局');
    await page.getByLabel('新名称').fill('青禾县财政局');
    await page.getByLabel('自', { exact: true }).fill('2024-06-01');
    await page.getByRole('button', { name: '登记更名' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('已是青禾县财政局的名称');
    await page.getByLabel('新名称').fill('青禾县民政事务局');
    await page.getByLabel('自', { exact: true }).fill('2024-06-01');
    await page.getByRole('button', { name: '登记更名' }).click();
    await page.getByRole('heading', { name: '青禾县民政事务局 · 2024年度名录' }).waitFor();

    await page.getByRole('link', { name: '回到名录' }).click();
    await page.getByLabel('顺序 青禾县财政局').fill('0.5');
    await page.getByRole('button', { name: '保存顺序' }).click();
    await page.locator('tbody tr').first().getByText('青禾县财政局').waitFor();
    expect(await page.getByText('列入3家，应报2家').isVisible()).toBe(true);

    await page.locator('select[name=predecessor]').selectOption({ label: '青禾县财政局' });
    await page.locator('select[name=succession]').selectOption('abolished');
    await page.getByLabel('日期', { exact: true }).fill('2024-09-01');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('青禾县财政局撤销', { exact: true }).waitFor();
    await page.goto(`${REGISTER}?year=2025&copy=2024`);
    expect(await page.locator('section', { hasText: '从2024年度复制到2025年度' }).first().innerText()).toContain('已不存续，不复制1家');
    await page.goto(`${REGISTER}?year=2024`);
    await page.getByRole('button', { name: '撤回 青禾县财政局撤销' }).click();
    await page.getByText('还没有登记。').waitFor();
    // The browser notes the answer to the name that is another body's.
    expect(troubles).toEqual([expect.stringContaining('400')]);
  });

  it('is copied to the next year with the differences shown', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${REGISTER}?year=2025`);
    await page.getByRole('link', { name: '从2024年度复制名录' }).click();
    const preview = page.locator('section', { hasText: '从2024年度复制到2025年度' }).first();
    expect(await preview.innerText()).toContain('县定时限：2025-01-20 → 2026-01-20');
    expect(await preview.innerText()).toContain('情况备注：机构改革 → （空）');
    await preview.getByRole('button', { name: '保存' }).click();
    await page.getByText('列入3家，应报2家').waitFor();
    expect(await page.locator('tbody tr').nth(1).innerText()).toContain('李某 0373-1');
    expect(troubles).toEqual([]);
  });

  it.each([[1440, false], [390, true]])('fits %i px and has no serious fault of access (English %s)', async (width, english) => {
    const { page, troubles } = await openPage(site, { width, english });
    for (const path of [`${REGISTER}?year=2025`, `${REGISTER}?year=2026&copy=2025`, `${REGISTER}/bodies/002?year=2025`]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      const [inner, whole] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
      expect(whole, path).toBeLessThanOrEqual(inner!);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = window as Window & { axe?: { run: () => Promise<AxeResults> } };
        return (await axe!.run()).violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.slice(0, 2).map((node) => node.html.slice(0, 160)) }));
      });
      expect(found.filter(({ impact }) => impact === 'serious' || impact === 'critical'), path).toEqual([]);
    }
    expect(troubles).toEqual([]);
  });
});
