import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, catalogueTags, type Catalogue } from './catalogue.ts';
import { launchChromium } from './chromium.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, watchedPage, WIDE } from './page.ts';
import type { WatchedPage } from './page.ts';

interface FormLike extends HTMLElement {
  value: object;
  reportValidity(): boolean;
  updateComplete: Promise<unknown>;
}

const { form } = catalogueTags;
let browser: Browser;
let host: StrictHost;
let made: Catalogue;
let watched: WatchedPage | undefined;

beforeAll(async () => {
  [browser, made] = await Promise.all([launchChromium(), catalogue()]);
  host = await strictHost({
    ...made.scripts,
    'index.html': hostPage('<div id="place"></div>'),
    'host.js': '',
    'host.css': ':root { color-scheme: light dark }',
  });
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** The form under a `lang` that a part of the page has, filled or with all its errors. */
async function open(lang: string, filled: boolean, viewport = WIDE): Promise<Page> {
  if (watched) await watched.renew(viewport);
  else watched = await watchedPage(browser, viewport);
  const { page } = watched;
  await page.goto(host.url);
  await page.evaluate(
    async ({ tag, language, answers }) => {
      await customElements.whenDefined(tag);
      const place = document.querySelector<HTMLElement>('#place');
      const element = document.createElement(tag) as FormLike;
      if (place) place.lang = language;
      place?.replaceChildren(element);
      if (answers) element.value = answers;
      await element.updateComplete;
      if (!answers) element.reportValidity();
    },
    { tag: form, language: lang, answers: (filled ? made.answers : undefined) as unknown as object },
  );
  await page.locator(`${form} .field`).first().waitFor();
  return page;
}

async function box(page: Page, selector: string) {
  const found = await page.locator(`${form} ${selector}`).first().boundingBox();
  if (!found) throw new Error(`${selector} is not drawn`);
  return { start: found.x, end: found.x + found.width, top: found.y, bottom: found.y + found.height };
}

const scripts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

describe('a form in another language', () => {
  it('loads no translation for a Chinese page, and one for a page that asks for it', async () => {
    const chinese = await open('zh-CN', false);
    const before = await scripts(chinese);
    expect(await chinese.locator(`${form} .title`).innerText()).toBe('每种控件各一项');
    const english = await open('en', false);
    expect(await english.locator(`${form} .title`).innerText()).toBe('One of every control');
    expect((await scripts(english)).length).toBeGreaterThan(before.length);
    expect(await english.locator(`${form} .error`).first().innerText()).toBe(
      'Error: “Name” has not been answered',
    );
    expect(watched?.messages).toEqual([]);
  });

  it.each([WIDE, NARROW])('runs from right to left in Uyghur at $width', async (viewport) => {
    const page = await open('ug', false, viewport);
    const [title, label, input] = [
      await box(page, '.title'),
      await box(page, '.field > label'),
      await box(page, '.field > input'),
    ];
    const text = await textBox(page, '.field > label');
    expect(text.end).toBeCloseTo(input.end, 0);
    expect(label.end).toBeCloseTo(title.end, 0);
    const second = await page.locator(`${form} .field > input`).nth(1).boundingBox();
    // Beside the first on a wide screen, below it on a narrow one.
    const beside = (second?.x ?? 0) + (second?.width ?? 0) < input.start;
    expect({ beside, below: (second?.y ?? 0) > input.bottom }).toEqual({
      beside: viewport === WIDE,
      below: viewport === NARROW,
    });
    expect(await page.locator(`${form} .unreviewed`).innerText()).toContain('未经审校');
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'language-ug-errors');
    expect(watched?.messages).toEqual([]);
  });

  it('keeps the focus where it was when the page changes its language', async () => {
    const page = await open('zh-CN', true);
    const field = page.locator(`${form} [id="f/email"]`);
    await field.focus();
    await page.evaluate(() => document.querySelector('#place')?.setAttribute('lang', 'en'));
    await page.locator(`${form} .title`, { hasText: 'One of every control' }).waitFor();
    expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
  });

  it('keeps figures and codes left to right, and Chinese names in their own direction', async () => {
    const page = await open('ug', true);
    const direction = (selector: string) =>
      page
        .locator(`${form} ${selector}`)
        .first()
        .evaluate((node) => getComputedStyle(node).direction);
    expect(await direction('.page')).toBe('rtl');
    expect(await direction('input[inputmode="numeric"]')).toBe('ltr');
    expect(await direction('input[spellcheck="false"]')).toBe('ltr');
    const bidi = await page
      .locator(`${form} .field > input`)
      .first()
      .evaluate((node) => getComputedStyle(node).unicodeBidi);
    expect(bidi).toBe('plaintext');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'language-ug-filled');
  });

  it('speaks its words in ranks, search boxes and pasting too, Chinese where it has none, and forgets them with the language', async () => {
    const page = await open('ug', false);
    const status = page.locator(`${form} [part="status"]`);
    const wishes = page.locator(`${form} [id="f/wishes"]`);
    const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u2068\u2069]/g, '');
    const labels = async (): Promise<readonly string[]> =>
      (
        await wishes.locator('button').evaluateAll((buttons) => buttons.map((each) => each.ariaLabel ?? ''))
      ).map(plain);
    await expect.poll(labels).toContain('研发: تاللاڭ (1)');
    expect(await wishes.innerText()).toContain('按先后点选');
    await wishes.locator('button', { hasText: '研发' }).click();
    await expect.poll(async () => plain(await status.innerText())).toBe('研发 قوشۇلدى (1)');

    const place = page.locator(`${form} [id="f/homePlace"]`);
    await place.fill('喀什');
    const found = page.locator(`${form} .choices [role="status"]`);
    await expect.poll(async () => plain(await found.innerText())).toMatch(/^[1-9]$/);
    await place.fill('没有这个地方');
    await expect.poll(() => found.innerText()).toBe('يوق');
    await place.press('Escape');
    await place.fill('');

    await page.locator(`${form} [id="f/apprentices"] .paste`).click();
    const dialog = page.locator(`${form} dialog`);
    await dialog.locator('textarea').fill('徒弟姓名\t拜师日期\n测试甲\t\n测试乙\t2025-10-08');
    await expect.poll(async () => plain(await dialog.locator('.primary').innerText())).toBe('2 قوشۇش');
    expect(await dialog.locator('.cell-empty').allInnerTexts()).toEqual(['تولدۇرۇلمىغان']);
    expect(await dialog.innerText()).toContain('从表格粘贴');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'language-ug-paste');
    await dialog.getByRole('button', { name: 'بىكار قىلىش' }).click();

    await page.evaluate(() => document.querySelector('#place')?.setAttribute('lang', 'zh-CN'));
    await expect.poll(labels).toContain('教学，选为第 2 位');
    expect(watched?.messages).toEqual([]);
  });

  it('stands in lines from left to right in Mongolian, and can be filled in', async () => {
    const page = await open('mn-Mong', false);
    const [title, summary, first, label] = [
      await box(page, '.title'),
      await box(page, '.summary'),
      await box(page, '.field > input'),
      await box(page, '.field > label'),
    ];
    expect(title.end).toBeLessThan(summary.start);
    expect(summary.end).toBeLessThan(label.start);
    expect(label.end).toBeLessThanOrEqual(first.start);
    expect(first.bottom - first.top).toBeGreaterThan(4 * (first.end - first.start));
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'language-mn-Mong-errors');

    // The link of the summary goes to its field, though it stands far to the side; what is typed arrives.
    await page.locator(`${form} .summary a`).first().click();
    await page.keyboard.type('测试甲');
    expect(await page.evaluate((tag) => document.querySelector<FormLike>(tag)?.value, form)).toMatchObject({
      name: '测试甲',
    });
    const add = page.locator(`${form} .row-actions button`).first();
    await add.click();
    await expect.poll(() => page.locator(`${form} .row`).count()).toBe(1);
    const row = await box(page, '.row');
    expect(row.end - row.start).toBeGreaterThan(0);
    expect(watched?.messages).toEqual([]);
  });
});

/** Where the letters of an element stand, not its box. */
async function textBox(page: Page, selector: string) {
  return page
    .locator(`${form} ${selector}`)
    .first()
    .evaluate((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      return { start: left, end: right };
    });
}
