import { describe, expect, it } from 'vitest';
import { field } from './fill.ts';
import { contract, EDITION, facts, program } from './generated.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow } from './page.ts';
import { servePlayground } from './playground-server.ts';
import { playgroundSession } from './playground-session.ts';

const SCENARIO = 'eligible-general';

const session = playgroundSession(servePlayground);

const formPage = (query: string): string => `${EDITION}/${program}/form?${query}`;

describe('home', () => {
  it('lists the guideline with its dates, and leads to its pages by keyboard', async () => {
    const page = await session.visit('');
    const { title, clauses } = contract();
    await page.getByRole('heading', { name: title }).waitFor();
    const card = page.locator('.guideline').filter({ hasText: EDITION });
    expect(await card.locator('.figures dd').first().textContent()).toBe(String(clauses.length));
    expect(await card.locator('.instants time').allTextContents()).toEqual([
      '2025-10-08 20:00',
      '2025-10-13 20:00',
      '2025-10-17 20:00',
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'home');
    await card.getByRole('link', { name: '流程' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.states > li').first().waitFor();
    expect(session.messages).toEqual([]);
  });

  it('speaks English when asked, and remembers', async () => {
    const page = await session.visit('', NARROW);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Generated guidelines' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Generated guidelines' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await sidewaysOverflow(page)).toBe(0);
    await screenshot(page, 'home');
  });
});

describe('form page', () => {
  it('shows data, problems and verdict beside the element as it is filled in', async () => {
    const page = await session.visit(formPage(''));
    await field(page, '/name').pressSequentially('测试乙');
    await expect.poll(() => page.locator('.json').textContent()).toContain('"name": "测试乙"');
    expect(Number(await page.locator('[data-issues]').getAttribute('data-issues'))).toBeGreaterThan(5);
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('undecided');
    await page.locator('.issues button').first().click();
    const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id);
    expect(focused).toMatch(/^f\//);

    await page.locator('[data-scenarios]').selectOption(SCENARIO);
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试甲');
    expect(await page.locator('[data-issues]').getAttribute('data-issues')).toBe('0');
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('eligible');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'form');
    expect(session.messages).toEqual([]);
  });

  it('keeps a draft in the browser', async () => {
    const page = await session.visit(formPage(''));
    await field(page, '/name').fill('测试丙');
    await page.getByRole('button', { name: '存草稿' }).click();
    await page.getByText('草稿已存在本机浏览器').waitFor();
    await page.reload();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试丙');
    await page.getByRole('button', { name: '清空' }).click();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('');
    expect(session.messages).toEqual([]);
  });

  it('renders and checks the same form and data through RJSF', async () => {
    const page = await session.visit(formPage(`scenario=${SCENARIO}&view=rjsf`));
    const rjsf = page.locator('pg-rjsf-host');
    const name = rjsf.locator('#root_name');
    await name.waitFor();
    const answers = facts(SCENARIO, 'application');
    expect(await name.inputValue()).toBe(answers['name']);
    const list = answers['apprentices'] as readonly unknown[];
    expect(await rjsf.locator('[id^="root_apprentices_"][id$="_name"]').count()).toBe(list.length);
    await screenshot(page, 'form-rjsf');

    await name.fill('');
    await rjsf.locator('button[type="submit"]').click();
    await rjsf.locator('.panel, .error-detail').first().waitFor();
    expect(Number(await page.locator('[data-issues]').getAttribute('data-issues'))).toBe(1);
    await name.fill('测试丁');
    await rjsf.locator('button[type="submit"]').click();
    await page.getByText('数据通过校验').waitFor();

    await page.getByRole('tab', { name: '网页组件' }).click();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试丁');
    expect(session.messages).toEqual([]);
  });

  it('fits a phone', async () => {
    const page = await session.visit(formPage(`scenario=${SCENARIO}`), NARROW);
    await field(page, '/name').waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    await screenshot(page, 'form');
    expect(session.messages).toEqual([]);
  });
});

describe('clauses page', () => {
  it('says for every clause what carries it', async () => {
    const page = await session.visit(`${EDITION}/${program}/clauses`);
    const clauses = page.locator('.clause-list > li');
    await clauses.first().waitFor();
    expect(await clauses.count()).toBe(contract().clauses.length);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'clauses');
    await page.getByRole('searchbox').fill('公示');
    const found = await clauses.allTextContents();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(contract().clauses.length);
    expect(session.messages).toEqual([]);
  });

  it('fits a phone', async () => {
    const page = await session.visit(`${EDITION}/${program}/clauses`, NARROW);
    await page.locator('.clause-list > li').first().waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    await screenshot(page, 'clauses');
  });
});
