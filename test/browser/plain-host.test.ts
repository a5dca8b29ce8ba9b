import type { JsonObject } from '@zhinan/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { servePlainHost, type PlainServer } from '../../playground/hosts/plain/server.ts';
import { launchChromium } from './chromium.ts';
import { answer, field, fillForm } from './fill.ts';
import { applicationValidator, facts, fieldOrder, packageFolder, program } from './generated.ts';
import {
  axeFindings,
  NARROW,
  screenshot,
  sidewaysOverflow,
  watchedPage,
  type WatchedPage,
  WIDE,
} from './page.ts';

const FORM = 'zn-xinjiang-craftsman-application';
const SCENARIO = 'eligible-general';

let browser: Browser;
let host: PlainServer;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await launchChromium();
  host = await servePlainHost({ package: packageFolder(), program });
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

afterEach(() => watched.close());

/** A visitor at the portal, the form on the screen. */
async function visit(viewport = WIDE): Promise<Page> {
  watched = await watchedPage(browser, viewport);
  const { page } = watched;
  await page.goto(host.url);
  await field(page, '/name').waitFor();
  return page;
}

async function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent.trim() ?? '';
  });
}

async function apprenticeNames(page: Page): Promise<readonly string[]> {
  const rows = field(page, '/apprentices').locator('.row');
  const names: string[] = [];
  for (let index = 0; index < (await rows.count()); index += 1)
    names.push(await field(page, `/apprentices/${index}/name`).inputValue());
  return names;
}

describe('a portal with a strict policy and a style sheet of its own', () => {
  it('takes an application filled in by hand, and the server finds it valid', async () => {
    const page = await visit();
    const answers = facts(SCENARIO, 'application');
    await fillForm(page, fieldOrder('application'), answers);

    const apprentices = field(page, '/apprentices');
    const before = await apprenticeNames(page);
    expect(before).toHaveLength(5);
    await apprentices.locator('.row').nth(1).locator('[part~="up"]').click();
    const [first, second, ...rest] = before;
    expect(await apprenticeNames(page)).toEqual([second, first, ...rest]);
    await apprentices.locator('.row').nth(4).locator('[part~="remove"]').click();
    expect(await apprenticeNames(page)).toHaveLength(4);
    await apprentices.locator('[part~="undo"]').click();
    expect(await apprenticeNames(page)).toEqual([second, first, ...rest]);
    await screenshot(page, 'host-filled');
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: '提交申报' }).click();
    await page.locator('#receipt').waitFor();
    expect(await page.locator('#receipt').textContent()).toMatch(/^ZN-\d{4}$/);

    const received = host.received.at(-1) as JsonObject;
    const validator = await applicationValidator();
    expect(validator.issues(received)).toEqual([]);
    expect(received['name']).toBe(answers['name']);
    const names = (received['apprentices'] as readonly JsonObject[]).map(({ name }) => name);
    expect(names).toEqual([second, first, ...rest]);
    expect(received['certificate']).toEqual([
      expect.objectContaining({ name: 'certificate.pdf', ref: expect.stringMatching(/^portal:/) }),
    ]);
    expect(watched.messages).toEqual([]);
  });

  it('sends the visitor to the error summary, and from there to the field', async () => {
    const page = await visit();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'host-empty');
    await page.getByRole('button', { name: '提交申报' }).click();
    const summary = page.locator(`${FORM} [part~="error-summary"]`);
    await summary.waitFor();
    expect(await focusedText(page)).toContain('姓名');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'host-errors');
    await summary.getByRole('link', { name: /姓名/ }).first().click();
    await expect.poll(() => field(page, '/name').evaluate((input) => input.matches(':focus'))).toBe(true);
    expect(page.url()).toBe(host.url);
    expect(watched.messages).toEqual([]);
  });

  it('brings the draft back after a reload', async () => {
    const page = await visit();
    await answer(page, '/name', '测试甲');
    await field(page, '/name').press('Tab');
    await page.locator('#saved').getByText('草稿已保存').waitFor();
    await page.reload();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试甲');
    expect(watched.messages).toEqual([]);
  });

  it('fills in the employer from a register, by its number, and takes it back', async () => {
    const page = await visit();
    await answer(page, '/employerUscc', '91650100MA7EXAM26W');
    const lookup = page.locator(`${FORM} .lookup`);
    await lookup.getByRole('button', { name: '从单位登记信息带出' }).click();
    await expect.poll(() => field(page, '/employerName').inputValue()).toBe('测试精密加工有限公司');
    expect(await field(page, '/legalRepresentative').inputValue()).toBe('测试戊');
    await page.getByText('已核验，来源：演练用单位登记库').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'host-lookup');
    await lookup.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => field(page, '/employerName').inputValue()).toBe('');
    expect(watched.messages).toEqual([]);
  });

  it('keeps its looks under the page’s style sheet, and fits a phone', async () => {
    const page = await visit(NARROW);
    const looks = await field(page, '/name').evaluate((input) => {
      const { fontFamily, fontSize, textTransform } = getComputedStyle(input);
      return { fontFamily, fontSize, textTransform };
    });
    expect(looks.fontFamily).not.toContain('Georgia');
    expect(looks.fontSize).toBe('16px');
    expect(looks.textTransform).toBe('none');
    expect(await sidewaysOverflow(page)).toBe(0);
    await screenshot(page, 'host-empty');
    expect(watched.messages).toEqual([]);
  });

  it('checks again on the server what a page did not check', async () => {
    watched = await watchedPage(browser);
    const response = await fetch(new URL('apply', host.url), {
      method: 'POST',
      body: new URLSearchParams({ application: JSON.stringify({ name: '测试甲' }) }),
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('公民身份号码');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
