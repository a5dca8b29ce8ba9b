import type { FieldPermissions, JsonObject } from '@zhinan/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { field } from './fill.ts';
import { facts, elementScripts } from './generated.ts';
import { axeFindings, screenshot, watchedPage, WIDE, type WatchedPage } from './page.ts';

/** What the tests use of the element, from inside the page. */
interface FormLike extends HTMLElement {
  value: JsonObject;
  permissions: FieldPermissions | undefined;
}

const tag = 'zn-xinjiang-craftsman-application';

/** A step after the first: who is on the form stands fast, what it plans may be mended. */
const step: FieldPermissions = {
  readonly: ['*', 'apprentices.currentLevel', 'apprentices.isStudent'],
  editable: ['email', 'trainingPlan', 'apprentices', 'awards'],
  hidden: ['mobile', 'apprentices.residentId', 'declareBasic', 'declareHealth', 'declareTruth'],
  required: ['email'],
};

let browser: Browser;
let host: StrictHost;
let watched: WatchedPage;
let page: Page;
let stored: JsonObject;

beforeAll(async () => {
  browser = await launchChromium();
  const { email: _, ...given } = facts('eligible-general', 'application');
  stored = given;
  host = await strictHost({
    // The host's script comes first: what it sets waits for the upgrade.
    'index.html': hostPage(`<${tag} id="one"></${tag}>`).replace(
      '<script type="module" src="/elements.bundle.js">',
      '<script src="/early.js" defer></script>$&',
    ),
    'early.js': `
      const form = document.querySelector('#one');
      form.permissions = ${JSON.stringify(step)};
      form.value = ${JSON.stringify(stored)};
      form.addEventListener('submit', ({ detail }) => (window.submitted = detail.value));`,
    'host.js': '',
    'host.css': '',
    ...elementScripts(),
  });
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

beforeEach(async () => {
  watched = await watchedPage(browser, WIDE);
  page = watched.page;
  await page.goto(host.url);
  await page.locator(`${tag} .page`).waitFor();
});

afterEach(async () => {
  const { messages } = watched;
  await watched.close();
  if (messages.length > 0) throw new Error(`the console is not clean:\n${messages.join('\n')}`);
});

function set(part: Partial<FormLike>): Promise<void> {
  return page.evaluate((given) => {
    Object.assign(document.querySelector('#one') as FormLike, given);
  }, part as never);
}

const submit = () => page.locator('[part~="submit"]').click();
const submitted = () =>
  page.evaluate(() => (window as unknown as { submitted?: JsonObject }).submitted ?? null);
/** What is to be corrected, once the form has loaded what explains it. */
const complaints = async (): Promise<readonly string[]> => {
  await page.locator('.summary').waitFor();
  return page.locator('.summary li').allInnerTexts();
};
const buttonsOf = async (pointer: string): Promise<readonly string[]> => {
  const texts = await field(page, pointer).locator('[part~="button"]:not([part~="pick"])').allTextContents();
  return texts.map((text) => text.trim());
};

describe('a form at a step with permissions', () => {
  it('shows what is hidden nowhere, and hands it in all the same', async () => {
    for (const pointer of ['/mobile', '/apprentices/0/residentId', '/declareTruth'])
      expect(await field(page, pointer).count()).toBe(0);
    const markup = await page.evaluate(() => document.querySelector('#one')?.shadowRoot?.innerHTML);
    expect(markup).not.toContain(String(stored['mobile']));
    await field(page, '/email').fill('a@example.com');
    await submit();
    expect(await submitted()).toEqual({ ...stored, email: 'a@example.com' });
  });

  it('shows locked answers as text that is named by its label, and no control passed over in silence', async () => {
    const level = page.getByRole('status', { name: '职业技能等级' });
    expect(await level.innerText()).toBe(stored['skillLevel']);
    expect(await field(page, '/side').locator('output').innerText()).toBe(stored['side']);
    expect(await field(page, '/side').getAttribute('aria-readonly')).toBe('true');
    expect(await field(page, '/name').getAttribute('readonly')).toBe('');
    expect(await field(page, '/trainingPlan').getAttribute('readonly')).toBe(null);
    expect(await field(page, '/apprentices/0/currentLevel').isVisible()).toBe(false);
    expect(await page.locator(`${tag} :disabled`).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'elements-permissions');
  });

  it('asks for what the step requires although the form does not', async () => {
    await submit();
    expect(await complaints()).toEqual(['「电子邮箱」还没有填写']);
    expect(await field(page, '/email').getAttribute('aria-required')).toBe('true');
    expect(await field(page, '/email').getAttribute('aria-invalid')).toBe('true');
    expect(await submitted()).toBe(null);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('names what is wrong in a locked field with who must mend it, and does not mark the field', async () => {
    await set({ value: { ...stored, email: 'a@example.com', employerUscc: '1', mobile: '12' } });
    await submit();
    const told = await complaints();
    expect(told).toHaveLength(2);
    expect(told).toContain('「手机号码」有误（由前一环节填写）');
    expect(told.find((text) => text.includes('统一社会信用代码'))).toMatch(/（由前一环节填写）$/);
    // What is hidden has no place to go to; what is locked can be looked at.
    expect(await page.locator('.summary a').count()).toBe(1);
    await page.locator('.summary a').click();
    expect(await field(page, '/employerUscc').evaluate((node) => node.matches(':focus'))).toBe(true);
    expect(await page.locator(`${tag} [aria-invalid]`).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('lets rows come and go only where that changes nothing locked', async () => {
    expect(await buttonsOf('/careers')).toEqual([]);
    expect(await field(page, '/careers').locator('[part~="pick"]:visible').count()).toBe(0);
    expect(await field(page, '/results').locator('[part="answer"]').textContent()).toBe('未填写');
    // A column is locked: stored rows stay where they are, but another may be added and taken out again.
    expect(await buttonsOf('/apprentices')).toEqual(['添加徒弟', '从表格粘贴']);
    await field(page, '/apprentices').locator('[part~="add"]').click();
    await expect.poll(() => buttonsOf('/apprentices')).toEqual(['删除', '添加徒弟', '从表格粘贴']);
    await field(page, '/awards').locator('[part~="add"]').click();
    await expect.poll(() => buttonsOf('/awards')).toEqual(expect.arrayContaining(['上移', '下移', '删除']));
  });

  it('follows permissions that are set later', async () => {
    await set({ permissions: undefined });
    await field(page, '/mobile').waitFor();
    expect(await field(page, '/mobile').inputValue()).toBe(stored['mobile']);
    expect(await field(page, '/skillLevel').inputValue()).toBe(stored['skillLevel']);
    expect(await page.locator(`${tag} output`).count()).toBe(0);
    expect(await field(page, '/email').getAttribute('aria-required')).toBe('false');
    await set({ permissions: { hidden: ['*'] } });
    await field(page, '/mobile').waitFor({ state: 'detached' });
    expect(await page.locator(`${tag} .section:visible`).count()).toBe(0);
    const value = await page.evaluate(() => (document.querySelector('#one') as FormLike).value);
    expect(value).toEqual(stored);
  });
});
