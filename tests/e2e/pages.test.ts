import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCounty } from '../../src/lib/demo/demo-county.ts';
import { CHROMIUM, openPage, openSite, sendIn, WITHOUT_CHROMIUM, type Site } from './county.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COUNTY = '/c/990101';

describe.skipIf(!CHROMIUM)(`the pages of the built programme${WITHOUT_CHROMIUM}`, () => {
  let site: Site;
  /** Address of a report that is known to be there, found on the list of bodies. */
  let report: string;
  let body: string;

  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(async () => {
    await site?.close();
  });

  it('lead from an empty database over files and the register to the overview', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto('/');
    await page.getByLabel('县（市、区）名称').fill('青禾县');
    await page.getByLabel('行政区划代码').fill('990101');
    await page.getByRole('button', { name: '建立并去送文件' }).click();
    await page.waitForURL(`**${COUNTY}/documents`);
    expect(await page.getByText('还没有收到文件').isVisible()).toBe(true);

    const later = site.documents.filter((path) => path.includes('修改稿'));
    const first = site.documents.filter((path) => !later.includes(path));
    await sendIn(page, '990101', first);
    const results = page.locator('tbody tr');
    expect(await results.count()).toBe(first.length);
    expect(await results.last().innerText()).toContain('现在还不能读这种格式：图片');
    expect(await results.first().innerText()).toContain('名录里没有这个单位');
    // What comes later is a later draft, not another file of the same submission.
    await sendIn(page, '990101', later);
    expect(later).toHaveLength(1);

    await page.goto(`${COUNTY}/documents`);
    await page.getByRole('link', { name: '建立单位名录' }).click();
    await page.waitForURL(`**${COUNTY}/start`);
    const bodies = await page.locator('tbody tr').count();
    expect(bodies).toBe(6);
    await page.getByRole('button', { name: '建立勾选的单位并入库' }).click();
    await page.waitForURL(/\/c\/990101\/?$/, { timeout: 30_000 });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('青禾县 · 2024年度总览');
    expect(await page.getByRole('link', { name: `已报 ${site.last} / ${site.last} 家` }).isVisible()).toBe(true);

    await page.getByRole('link', { name: '单位', exact: true }).click();
    await page.waitForURL(`**${COUNTY}/bodies`);
    const row = page.locator('tbody tr', { hasText: '青禾县人民政府办公室' });
    body = (await row.locator('th a').getAttribute('href'))!.split('?')[0]!;
    report = (await row.getByRole('link', { name: '已报' }).getAttribute('href'))!;
    expect(troubles).toEqual([]);
  });

  it('correct a figure: its finding and the sum follow at once; a form on an older draft is refused; taken back, all is as before', async () => {
    const { page, troubles } = await openPage(site);
    // Without script: what a chart adds once its script has come is not compared.
    const plain = await openPage(site, { script: false });
    const overview = async (): Promise<string> => {
      await plain.page.goto(COUNTY);
      return plain.page.locator('main').innerText();
    };
    const findings = async (): Promise<string[]> => page.locator('#findings li b').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('title') ?? '').sort());
    const sums = await overview();
    await page.goto(report);
    const before = await findings();
    const stale = await openPage(site);
    await stale.page.goto(report);
    const cell = page.locator('[data-figure="t3.received.total"]');
    const value = (await cell.locator('.value').innerText()).trim();
    const panel = page.locator('#correction');
    const write = async (form: typeof panel, number: string): Promise<void> => {
      await form.getByRole('radio', { name: '识读更正' }).check();
      await form.getByRole('textbox', { name: '正确的数' }).fill(number);
      await form.getByLabel('理由').fill('核对原件');
      await form.getByRole('button', { name: '保存更正' }).click();
    };
    await cell.click();
    await write(panel, 'abc');
    await panel.getByRole('alert').waitFor();
    expect(await panel.getByRole('alert').innerText()).toContain('“abc”');
    await write(panel, String(Number(value) + 5));
    await page.locator('td.corrected').waitFor();
    expect((await cell.locator('s').innerText()).trim()).toBe(value);
    expect((await cell.locator('.value').innerText()).trim()).toContain(String(Number(value) + 5));
    expect((await findings()).length).toBeGreaterThan(before.length);
    expect(await overview()).not.toBe(sums);

    await stale.page.locator('[data-figure="t3.received.total"]').click();
    await write(stale.page.locator('#correction'), '1');
    await stale.page.getByRole('alert').waitFor();
    expect(await stale.page.getByRole('alert').innerText()).toContain('已有新的版本');

    await page.goto(`${report}?figure=t3.received.total`);
    await panel.getByRole('button', { name: '撤销' }).click();
    await page.waitForURL(/#t3\.received\.total$/);
    await page.locator('td.chosen').waitFor();
    expect(await page.locator('td.corrected').count()).toBe(0);
    expect(await findings()).toEqual(before);
    expect(await overview()).toBe(sums);
    // The browser notes the one form that was refused.
    expect(troubles).toEqual([expect.stringContaining('400 (Bad Request)')]);
  });

  it('correct the wrong sum of a table as the body has confirmed: the finding vanishes, the drafts say what changed; taken back, it is there again', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(report);
    const number = async (figure: string): Promise<number> => Number((await page.locator(`[data-figure="${figure}"] .value`).innerText()).trim().split(/\s/).at(-1));
    let sum = 0;
    for (const part of ['upheld', 'corrected', 'other_result', 'pending']) sum += await number(`t4.review.${part}`);
    const printed = await number('t4.review.total');
    expect(sum).not.toBe(printed);
    const wrong = page.locator('#findings [title="T4-SUM"]');
    expect(await wrong.count()).toBe(1);

    await page.locator('[data-figure="t4.review.total"]').click();
    const panel = page.locator('#correction');
    await panel.getByRole('radio', { name: '单位修改' }).check();
    await panel.getByRole('textbox', { name: '正确的数' }).fill(String(sum));
    await panel.getByLabel('理由').fill('笔误');
    await panel.getByLabel('单位确认人').fill('王某');
    await panel.getByLabel('确认日期').fill('2025-02-03');
    await panel.getByLabel('确认方式').fill('电话');
    await panel.getByRole('button', { name: '保存更正' }).click();
    await page.locator('td.corrected').waitFor();
    expect(await wrong.count()).toBe(0);
    expect((await page.locator('[data-figure="t4.review.total"] s').innerText()).trim()).toBe(String(printed));
    const drafts = page.locator('#versions');
    expect(await drafts.locator('tbody tr').first().innerText()).toMatch(/现用[\s\S]*单位修改：表四/);
    expect(await drafts.locator('.changes tbody tr').innerText()).toMatch(new RegExp(`表四.*\\s${printed}\\s+${sum}$`));
    expect(await drafts.innerText()).toContain('不再有的问题（1）');

    await page.goto(`${report}?figure=t4.review.total`);
    await panel.getByRole('button', { name: '撤销' }).click();
    await page.waitForURL(/#t4\.review\.total$/);
    await wrong.waitFor();
    await drafts.getByRole('combobox').selectOption({ label: '第1稿' });
    await drafts.getByRole('button', { name: '比较' }).click();
    await page.waitForURL(/against=1/);
    expect(await drafts.innerText()).toContain('数字完全相同');
    expect(troubles).toEqual([]);
  });

  it('light places in a Word document as well', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${COUNTY}/bodies`);
    await page.goto((await page.locator('tbody tr', { hasText: '青禾县农业农村局' }).getByRole('link', { name: '已报' }).getAttribute('href'))!);
    expect(await page.getByRole('link', { name: '下载原件' }).locator('xpath=..').innerText()).toContain('.docx');
    for (const figure of ['t2.licensing.decisions', 't3.received.total', 't4.review.total']) {
      const cell = page.locator(`[data-figure="${figure}"]`);
      const value = (await cell.locator('.value').innerText()).trim().split(/\s/).at(-1);
      await cell.click();
      expect((await page.locator('.source .place.chosen').innerText()).trim()).toBe(value);
    }
    expect(troubles).toEqual([]);
  });

  it('draw the pages of a PDF with the place of each figure, lit from the table and back', async () => {
    const { page, troubles } = await openPage(site);
    const original = demoCounty().documents.find((document) => document.role === 'main' && document.body === '109' && document.year === 2022)!;
    const printer = await site.browser.newPage();
    await printer.setContent(new TextDecoder().decode(original.bytes).replace('。', '。申请人王小明（联系电话13800001234）来电。'));
    const pdf = await printer.pdf({ format: 'A4' });
    await printer.close();
    await sendIn(page, '990101', { name: '年报.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.goto((await page.locator('tbody td a').first().getAttribute('href'))!);
    const cell = page.locator('[data-figure="t3.received.total"]');
    const placeOf = (figure: string) => page.locator('.page .place', { has: page.locator(`[id="at-${figure}"]`) });
    const box = placeOf('t3.received.total');
    await box.waitFor({ state: 'attached' });
    await cell.click();
    expect(await box.getAttribute('class')).toContain('chosen');
    await placeOf('t3.granted.natural').click();
    expect(await page.locator('td.chosen').getAttribute('id')).toBe('t3.granted.natural');
    // The page is really drawn: not all of it is white, and the middle of the box lies on the page.
    await page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.page canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels?.some((value, index) => index % 4 === 0 && value < 100 && pixels[index + 3] === 255);
    });
    // Personal information is framed on the pages, which are the original, and masked wherever we write it.
    expect(await page.locator('.page .personal').count()).toBeGreaterThan(0);
    expect(await page.getByText('原件含个人信息', { exact: true }).isVisible()).toBe(true);
    await page.getByRole('button', { name: '读出的文字' }).click();
    expect(await page.locator('.source .place.chosen').count()).toBe(1);
    expect(await page.locator('.source').last().innerText()).toContain('138****1234');
    expect(await page.content()).not.toMatch(/13800001234|王小明/);
    expect(troubles).toEqual([]);
  });

  it('light a figure’s place in the source, and the other way round, by mouse and by keys', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(report);
    const cell = page.locator('[data-figure="t3.received.total"]');
    const value = (await cell.innerText()).trim().split(/\s/)[0];
    await cell.click();
    expect(new URL(page.url()).hash).toBe('#t3.received.total');
    const place = page.locator('.source .place.chosen');
    expect((await place.innerText()).trim()).toBe(value);

    await cell.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#t3.carried_in.total');
    expect(await page.locator('td.chosen').getAttribute('id')).toBe('t3.carried_in.total');

    await page.locator('.source .place', { has: page.locator('[id="at-t3.granted.natural"]') }).click();
    expect(await page.locator('td.chosen').getAttribute('id')).toBe('t3.granted.natural');
    // The other way round by keys: one stop in the source, arrows from place to place.
    await page.locator('.source .place[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.locator('td.chosen').getAttribute('id')).toBe('t3.granted.business');
    // One stop of the tab key for each of the three tables.
    expect(await page.locator('.left td a[tabindex="0"]').count()).toBe(3);

    await page.goto(`${report}#t4.review.total`);
    await page.reload();
    expect(await page.locator('td.chosen').getAttribute('id')).toBe('t4.review.total');
    expect(troubles).toEqual([]);
  });

  it('light the cells of a finding', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(report);
    const finding = page.locator('#findings li', { has: page.locator('[title="T4-SUM"]') });
    expect(await finding.innerText()).toMatch(/差错[\s\S]*行政复议/);
    await finding.getByRole('link', { name: '在表格和原文中查看' }).click();
    expect(await page.locator('td.lit').count()).toBe(5);
    expect(await page.locator('td.chosen').getAttribute('id')).toMatch(/^t4\.review\./);
    expect(await page.locator('td[id="t4.review.total"]').innerText()).toContain('差错');
    expect(await page.locator('.source .place.lit').count()).toBeGreaterThanOrEqual(5);
    expect(troubles).toEqual([]);
  });

  it('take a later draft with other figures only when a person says so', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${COUNTY}/documents?state=proposed`);
    await page.locator('tbody a', { hasText: '农业农村局 2023' }).click();
    await page.getByText('这一稿不是现用版本').waitFor();
    const proposed = await page.locator('[data-figure="t3.received.natural"]').innerText();
    await page.getByRole('link', { name: '看现用版本' }).click();
    await page.getByText('这一稿不是现用版本').waitFor({ state: 'detached' });
    expect(await page.locator('[data-figure="t3.received.natural"]').innerText()).not.toBe(proposed);
    await page.goBack();
    await page.getByRole('button', { name: '采用这一稿' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await page.getByText('第2稿（现用）').isVisible()).toBe(true);
    expect(await page.locator('[data-figure="t3.received.natural"] .value').innerText()).toBe(proposed.split(/\s/).filter((part) => /^\d+$/.test(part))[0]);
    expect(troubles).toEqual([]);
  });

  it('keep the whole comparison in the address, and no control undoes another', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${COUNTY}/compare`);
    await page.getByLabel('指标').selectOption('t3.processed.total');
    await page.waitForURL(/figure=t3\.processed\.total/);
    await page.getByRole('link', { name: '热力' }).click();
    await page.waitForURL(/view=heatmap/);
    await page.getByRole('link', { name: '2023', exact: true }).click();
    await page.waitForURL(/years=2023/);
    await page.keyboard.press('t');
    await page.waitForURL(/table=1/);
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toEqual({ figure: 't3.processed.total', view: 'heatmap', years: '2023', table: '1' });
    const table = page.locator('figure table');
    expect(await table.isVisible()).toBe(true);
    const shown = await table.innerText();
    await page.reload();
    expect(await page.locator('figure table').innerText()).toBe(shown);
    await page.goBack();
    expect(new URL(page.url()).searchParams.has('table')).toBe(false);
    expect(troubles).toEqual([]);
  });

  it('replace the server’s drawing by one that answers to keys', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(COUNTY);
    const host = page.getByRole('application').first();
    await host.locator('svg').waitFor();
    await host.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[aria-live="polite"]').first().innerText()).toMatch(/\d/);
    expect(troubles).toEqual([]);
  });

  it('change the language by a form, and keep the page', async () => {
    const { page, troubles } = await openPage(site);
    await page.goto(`${COUNTY}/bodies?year=2023`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Bodies · 2023' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(page.url()).toContain(`${COUNTY}/bodies?year=2023`);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '单位 · 2023年度' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('say in their own words what is not there', async () => {
    const { page } = await openPage(site);
    for (const path of [`${COUNTY}/bodies/nobody`, `${COUNTY}/reports/001/1999/own`, '/c/none/', `${COUNTY}/reports/001/2024/own?version=99999999999`]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      expect(await page.getByRole('link', { name: '回到首页' }).isVisible(), path).toBe(true);
    }
  });

  it('hand out the original as a download that nothing runs from', async () => {
    const { page } = await openPage(site);
    await page.goto(report);
    const href = await page.getByRole('link', { name: '下载原件' }).getAttribute('href');
    const response = await page.request.get(href!);
    expect(response.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/octet-stream' });
    expect(response.headers()['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(response.headers()['content-security-policy']).toContain('sandbox');
    const name = decodeURIComponent(response.headers()['content-disposition']!.split("''")[1]!);
    const sent = site.documents.find((path) => path.endsWith(name));
    expect((await response.body()).equals(readFileSync(sent!))).toBe(true);
  });

  it('show numbers, tables and drawings without script', async () => {
    const { page } = await openPage(site, { script: false });
    await page.goto(COUNTY);
    expect(await page.locator('figure .first svg text').count()).toBeGreaterThan(10);
    await page.goto(report);
    await page.locator('[data-figure="t3.received.total"]').click();
    expect(new URL(page.url()).hash).toBe('#at-t3.received.total');
    await page.goto(`${COUNTY}/compare`);
    await page.getByLabel('指标').selectOption('t3.granted.total');
    await page.getByRole('button', { name: '看图' }).click();
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toContain('予以公开');
  });

  const paths = (): Record<string, string> => ({
    overview: COUNTY, bodies: `${COUNTY}/bodies`, body, report, compare: `${COUNTY}/compare`, heatmap: `${COUNTY}/compare?view=heatmap&table=1`,
    documents: `${COUNTY}/documents`, start: `${COUNTY}/start`,
  });

  it.each([[1440, false, false], [390, false, false], [390, true, true]])('fit %i px and have no serious fault of access (English %s, dark %s)', async (width, english, dark) => {
    const { page, troubles } = await openPage(site, { width, english, dark });
    for (const [name, path] of Object.entries(paths())) {
      await page.goto(path, { waitUntil: 'networkidle' });
      const [inner, whole] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
      expect(whole, `${name} is wider than the window`).toBeLessThanOrEqual(inner!);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = window as Window & { axe?: { run: () => Promise<AxeResults> } };
        const { violations, passes } = await axe!.run();
        if (passes.length < 10) throw new Error('axe has not looked at the page');
        return violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.slice(0, 3).map((node) => node.html.slice(0, 160)) }));
      });
      expect(found.filter(({ impact }) => impact === 'serious' || impact === 'critical'), name).toEqual([]);
    }
    expect(troubles).toEqual([]);
  });
});
