import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fixtureBundles, tags } from './elements-fixture.ts';
import { hostPage } from './elements-host.ts';
import { field } from './fill.ts';
import { hostSession } from './host-session.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, WIDE } from './page.ts';

const sections = [
  { id: 'person', title: '基本信息', fields: ['name', 'residentId', 'born', 'place', 'side', 'onPost'] },
  { id: 'seat', title: '所在师市', description: '只问兵团的申报人。', fields: ['division'] },
  { id: 'plan', title: '培养计划', fields: ['plan', 'budget', 'years', 'topics', 'proof'] },
  { id: 'team', title: '徒弟与承诺', fields: ['apprentices', 'truth'] },
];

const files: Record<string, string> = {
  'host.js': `
    const form = document.querySelector('#one');
    window.steps = [];
    form.addEventListener('step', ({ detail }) => window.steps.push(detail.section));
    form.addEventListener('submit', ({ detail }) => (window.submitted = detail.value));`,
  'host.css': ':root { color-scheme: light dark } body { margin: 0 }',
  'index.html': hostPage(`<${tags.form} id="one"></${tags.form}>`),
  'wizard.html': hostPage(`<${tags.form} id="one" way="wizard"></${tags.form}>`),
  'deep.html': hostPage(`<${tags.form} id="one" way="wizard" section="plan"></${tags.form}>`),
  'page.html': hostPage(`<${tags.form} id="one" way="page" review missing></${tags.form}>`),
};

// The definition wants a task list; the pages of this test may want something else.
const ui = { 'ui:options': { way: 'task-list' } };
const session = hostSession(async () => ({ ...files, ...(await fixtureBundles({ ui, sections })) }));

async function visit(path = '', viewport = WIDE): Promise<Page> {
  const page = await session.visit(path, viewport);
  await page.locator('.page').waitFor();
  return page;
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Text of what has the focus inside the element. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim() ?? '');

const steps = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { steps: string[] }).steps);

async function fillPerson(page: Page): Promise<void> {
  await field(page, '/name').fill('测试甲');
  await field(page, '/side').getByLabel('自治区').check();
  await field(page, '/onPost').getByLabel('是').check();
}

async function fillTeam(page: Page): Promise<void> {
  await button(page, '添加徒弟').click();
  await field(page, '/apprentices/0/name').fill('徒弟甲');
  await field(page, '/apprentices/0/student').getByLabel('否').check();
  await field(page, '/truth').check();
}

describe('a wizard', () => {
  it('goes through the sections that ask for something, and keeps nobody in one', async () => {
    const page = await visit('wizard.html');
    await page.getByText('第 1 步，共 4 步').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await field(page, '/plan').isVisible()).toBe(false);
    await button(page, '下一步').click();
    await page.getByText('有 3 处需要修改').waitFor();
    await expect.poll(() => focused(page)).toContain('有 3 处需要修改');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'ways-wizard-errors');
    await button(page, '先不改，继续').click();
    await expect.poll(() => focused(page)).toBe('培养计划');
    await page.getByText('第 2 步，共 4 步').waitFor();
    await button(page, '上一步').click();
    await page.getByText('有 3 处需要修改').waitFor();
    await fillPerson(page);
    await field(page, '/side').getByLabel('兵团').check();
    await page.getByText('第 1 步，共 5 步').waitFor();
    await button(page, '下一步').click();
    await expect.poll(() => focused(page)).toBe('所在师市');
    expect(await steps(page)).toEqual(['plan', 'person', 'seat']);
    await button(page, '上一步').click();
    await field(page, '/side').getByLabel('自治区').check();
    await page.getByText('第 1 步，共 4 步').waitFor();
  });

  it('opens where the page wants it, and ends with all answers and a way back to each', async () => {
    const page = await visit('deep.html');
    await page.getByText('第 2 步，共 4 步').waitFor();
    await field(page, '/plan').fill('<img src=x onerror=x>\u202e文档');
    await field(page, '/budget').fill('125000');
    await button(page, '下一步').click();
    await fillTeam(page);
    await button(page, '下一步').click();
    await expect.poll(() => focused(page)).toBe('核对填写内容');
    const answers = page.locator('[part="answers"]');
    await answers.first().waitFor();
    expect(await answers.nth(1).innerText()).toContain('<img src=x onerror=x>⟦U+202E⟧文档');
    expect(await answers.nth(1).innerText()).toContain('125,000 元');
    expect(await answers.first().innerText()).toContain('未填写（必填）');
    expect(await page.getByRole('table', { name: '徒弟的填写内容' }).innerText()).toContain('徒弟甲');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'ways-check-answers');
    await button(page, '确认无误，提交').click();
    await page.getByText('有 3 处需要修改').waitFor();
    await page.locator('[part="error-summary"]').getByRole('link').first().click();
    expect(await field(page, '/name').evaluate((node) => node.matches(':focus'))).toBe(true);
    await fillPerson(page);
    await page.evaluate(() => document.querySelector('#one')?.setAttribute('section', 'check-answers'));
    await button(page, '修改：预算').click();
    expect(await field(page, '/budget').evaluate((node) => node.matches(':focus'))).toBe(true);
    await page.setViewportSize(NARROW);
    await page.evaluate(() => document.querySelector('#one')?.setAttribute('section', 'check-answers'));
    await answers.first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await screenshot(page, 'ways-check-answers');
    await button(page, '确认无误，提交').click();
    await expect.poll(() => page.evaluate(() => 'submitted' in window)).toBe(true);
  });
});

describe('a task list', () => {
  it('shows how far each section has come and what is still missing, also for the rules', async () => {
    const page = await visit();
    const states = (): Promise<readonly string[]> => page.locator('.task [part="state"]').allTextContents();
    await expect.poll(states).toEqual(['未开始', '未开始', '未开始']);
    await page.getByText('判断申报条件还需要').waitFor();
    expect(await page.locator('[part="missing"]').innerText()).toContain('工作地要求（指南二.1d）');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'ways-task-list');
    await button(page, '基本信息').click();
    await expect.poll(() => focused(page)).toBe('基本信息');
    await field(page, '/name').fill('测试甲');
    await button(page, '返回清单').click();
    await expect.poll(states).toEqual(['填写中', '未开始', '未开始']);
    await button(page, '基本信息').click();
    await button(page, '本部分填好了').click();
    await page.getByText('有 2 处需要修改').waitFor();
    await button(page, '本部分填好了').click();
    await expect.poll(states).toEqual(['有问题', '未开始', '未开始']);
    await page.locator('[part="missing"] summary').first().click();
    await button(page, '渠道').click();
    expect(
      await field(page, '/side')
        .locator('input')
        .first()
        .evaluate((node) => node.matches(':focus')),
    ).toBe(true);
    await fillPerson(page);
    await field(page, '/place').selectOption('甲');
    await button(page, '本部分填好了').click();
    await expect.poll(states).toEqual(['已完成', '未开始', '未开始']);
    expect(await page.getByText('判断申报条件还需要').count()).toBe(0);
    await page.setViewportSize(NARROW);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await screenshot(page, 'ways-task-list');
  });

  it('lists every error when all is to be submitted, and takes another way when the page says so', async () => {
    const page = await visit();
    await button(page, '徒弟与承诺').click();
    await fillTeam(page);
    await page.evaluate(() =>
      (document.querySelector('#one') as unknown as { reportValidity(): boolean }).reportValidity(),
    );
    await page.getByText('有 4 处需要修改').waitFor();
    await expect.poll(() => focused(page)).toContain('有 4 处需要修改');
    await page.evaluate(() => document.querySelector('#one')?.setAttribute('way', 'wizard'));
    await page.getByText('第 1 步，共 4 步').waitFor();
    await page.evaluate(() => document.querySelector('#one')?.setAttribute('way', 'page'));
    await page.locator('[part="steps"]').waitFor({ state: 'detached' });
    expect(await field(page, '/truth').isVisible()).toBe(true);
    expect(await field(page, '/name').isVisible()).toBe(true);
  });
});

it('a plain page may say what is missing and lead to all answers', async () => {
  const page = await visit('page.html');
  await page.getByText('还缺什么').waitFor();
  await fillPerson(page);
  expect(await field(page, '/plan').isVisible()).toBe(true);
  await button(page, '核对填写内容').click();
  await expect.poll(() => focused(page)).toBe('核对填写内容');
  expect(await field(page, '/plan').isVisible()).toBe(false);
  await button(page, '返回填写').click();
  await expect.poll(() => field(page, '/plan').isVisible()).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'ways-page');
});
