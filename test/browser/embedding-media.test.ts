import { extractText, getDocumentProxy } from 'unpdf';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { contract, facts, form as formOf, packageFolder } from './generated.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screenshot, sidewaysOverflow, watchedPage, type WatchedPage } from './page.ts';

const TAG = 'zn-xinjiang-craftsman-application';

/** A screen of 1280 × 1024 at 400 %, as WCAG 1.4.10 measures. */
const ZOOMED = { width: 320, height: 256 };

let browser: Browser;
let host: StrictHost;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  const folder = packageFolder();
  const scripts = [
    'elements.bundle.js',
    ...readdirSync(join(folder, 'chunks')).map((name) => `chunks/${name}`),
  ];
  host = await strictHost({
    ...Object.fromEntries(scripts.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    'host.js': '',
    'host.css': 'body { margin: 0 }',
    'index.html': hostPage(`<${TAG}></${TAG}>`),
  });
  watched = await watchedPage(browser, ZOOMED);
  ({ page } = watched);
  await page.goto(host.url);
  await page.locator('[id="f/name"]').waitFor();
  await page.evaluate(
    ([tag = '', text = '']) =>
      Object.assign(document.querySelector(tag) ?? {}, { value: JSON.parse(text) as object }),
    [TAG, JSON.stringify(facts('eligible-general', 'application'))],
  );
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

describe('a filled application form', () => {
  it('needs no scrolling sideways at 400 %, and nothing in it is cut off', async () => {
    await expect.poll(() => page.locator('[id="f/apprentices"] .row').count()).toBe(5);
    expect(await sidewaysOverflow(page)).toBe(0);
    const wide = await page.evaluate((tag) => {
      const root = document.querySelector(tag)?.shadowRoot;
      return [...(root?.querySelectorAll<HTMLElement>('*') ?? [])]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
        .filter((element) => element.checkVisibility())
        .map((element) => `${element.localName}.${element.className} ${element.id}`);
    }, TAG);
    expect(wide).toEqual([]);
    await screenshot(page, 'embedding-zoomed');
  });

  it('keeps its borders, its marks and its focus ring in forced colours', async () => {
    await page.setViewportSize({ width: 900, height: 700 });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.locator('[id="f/name"]').focus();
    const seen = await page.evaluate((tag) => {
      const root = document.querySelector(tag)?.shadowRoot;
      const outlineless = [
        ...(root?.querySelectorAll('input:not([type=file]), select, textarea, button') ?? []),
      ]
        .filter((element) => element.checkVisibility())
        .filter((element) => !['radio', 'checkbox'].includes((element as HTMLInputElement).type))
        .filter((element) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
          return borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 1;
        })
        .map((element) => element.className);
      const focused = root?.querySelector(':focus-visible');
      return { outlineless, ring: focused ? getComputedStyle(focused).outlineStyle : 'none' };
    }, TAG);
    expect(seen).toEqual({ outlineless: [], ring: 'solid' });
    await screenshot(page, 'embedding-forced-colours');
    await page.emulateMedia({ forcedColors: null });
  });

  it('is printed whole: every section and answer, no buttons', async () => {
    await page.emulateMedia({ media: 'print' });
    await screenshot(page, 'embedding-print');
    const pdf = await page.pdf({ format: 'A4' });
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
      mergePages: true,
    });
    const flat = text.normalize('NFKC').replaceAll(/\s+/g, '');
    const { sections } = formOf('application');
    expect(
      sections.map(({ title = '' }) => title.replaceAll(/\s+/g, '')).filter((title) => !flat.includes(title)),
    ).toEqual([]);
    for (const answer of ['测试甲', '650103198003150111', '徒弟戊', 'certificate.pdf'])
      expect(flat).toContain(answer);
    for (const button of ['添加', '上移', '选择文件', '提交申报']) expect(flat).not.toContain(button);
    expect(totalPages).toBeGreaterThan(1);
    expect(watched.messages).toEqual([]);
    expect(flat).toContain(contract().programs['craftsman']?.forms['application']?.title ?? '');
  });
});
