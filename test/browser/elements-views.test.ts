import type { CaseView } from '@zhinan/model';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fixtureBundles, tags } from './elements-fixture.ts';
import { hostPage } from './elements-host.ts';
import { hostSession } from './host-session.ts';
import { axeFindings, NARROW, screenshot } from './page.ts';

const view: CaseView = {
  title: '测试项目申报',
  status: 'active',
  at: '2025-10-09T09:00:00+08:00',
  steps: [
    {
      path: 'filling',
      title: '个人填报',
      clauses: ['三(一)'],
      status: 'done',
      actors: ['申报人'],
      enteredAt: '2025-09-20T09:00:00+08:00',
      leftAt: '2025-10-08T18:30:00+08:00',
    },
    {
      path: 'notice',
      title: '用人单位公示',
      clauses: ['三(二).a'],
      status: 'current',
      actors: ['用人单位'],
      enteredAt: '2025-10-09T09:00:00+08:00',
    },
    { path: 'review', title: '评审', clauses: ['三(三)'], status: 'upcoming', actors: ['评审委员会'] },
  ],
  due: [{ title: '公示期', clause: '三(二).a', at: '2025-10-13T24:00:00+08:00', workdaysLeft: 3 }],
  undated: [{ title: '补充材料', clause: '三(四)', since: '2025-10-09T09:00:00+08:00' }],
  log: [
    {
      at: '2025-10-08T18:30:00+08:00',
      title: '提交申报',
      actor: '申报人',
      reason: '等级不足的说明',
      clauses: ['二.1c'],
    },
  ],
};

const body = `<${tags.form} id="one" no-submit></${tags.form}>
  <${tags.eligibility} id="check" for="one"></${tags.eligibility}>
  <${tags.case} id="case"></${tags.case}>`;

const files: Record<string, string> = {
  'host.js': `window.verdicts = [];
    document.querySelector('#check').addEventListener('verdict', ({ detail }) => verdicts.push(detail.verdict));`,
  'host.css': ':root { color-scheme: light dark }',
  'index.html': hostPage(body),
};

const session = hostSession(async () => ({ ...files, ...(await fixtureBundles()) }));

async function visit(): Promise<Page> {
  const page = await session.visit();
  await page.locator('[id="f/name"]').waitFor();
  return page;
}

describe('the eligibility view', () => {
  it('follows a form as it is filled in: undecided, needs a reason, eligible', async () => {
    const page = await visit();
    const check = page.locator('#check');
    await check.getByText('尚不能判断').waitFor();
    await check.getByText('还需填写：工作地').first().waitFor();
    await check.getByRole('button', { name: '去填写“工作地”' }).first().click();
    expect(await page.locator('[id="f/place"]').evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.locator('[id="f/place"]').selectOption('乙');
    await check.getByText('可以申报，有条款需说明理由').waitFor();
    await check.getByText('说明：工作地要求').waitFor();
    await page.locator('[id="f/place"]').selectOption('甲');
    await check.getByText('放宽后符合').waitFor();
    // Whether this host hears the first one, undecided, hangs on what was loaded first.
    expect(
      await page.evaluate(() => (window as unknown as { verdicts: string[] }).verdicts.slice(-2)),
    ).toEqual(['needs-reason', 'eligible']);
    expect(await axeFindings(page, '#check')).toEqual([]);
  });

  it('shows an amount as a range until it is decided, then names the cap', async () => {
    const page = await visit();
    const check = page.locator('#check');
    const amount = check.locator('[part="amounts"] .amount').first();
    await expect.poll(() => amount.textContent()).toBe('不少于 20 万元');
    await page.locator('[id="f/budget"]').fill('225000');
    await check.getByText('已按上限 20 万元 计算').waitFor();
    expect(await amount.textContent()).toBe('20 万元');
  });

  it('takes a list for open while it is empty or being filled, and closes it once that is done', async () => {
    const page = await visit();
    const open = page.locator('#check .amount').nth(1);
    await expect.poll(() => open.textContent()).toBe('不少于 0 元');
    await page.evaluate(() => {
      (document.querySelector('#one') as unknown as { value: unknown }).value = {
        apprentices: [{ name: '徒弟甲', student: false }],
      };
    });
    await expect.poll(() => open.textContent()).toBe('5,000 元');
    await page.getByRole('button', { name: '添加徒弟' }).click();
    await expect.poll(() => open.textContent()).toBe('不少于 1 万元');
    await page.locator('[id="f/apprentices/1/name"]').fill('徒弟乙');
    await page.locator('[id="f/apprentices/1/student"]').getByLabel('否').check();
    await expect.poll(() => open.textContent()).toBe('不少于 1 万元');
    await page.locator('[id="f/name"]').fill('测试甲');
    await expect.poll(() => open.textContent()).toBe('1 万元');
  });

  it('reads facts given by the host where there is no form', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const check = document.querySelector('#check') as unknown as { for: string | null; facts: unknown };
      check.for = null;
      check.facts = { entry: { place: 'a' } };
    });
    await expect.poll(() => page.locator('#check .badge').first().textContent()).toBe('放宽后符合');
  });
});

describe('the case view', () => {
  it('says what is done, who acts until when, and what was recorded', async () => {
    const page = await visit();
    const shown = page.locator('#case');
    await shown.getByText('尚无办理记录').waitFor();
    await page.evaluate((given) => {
      (document.querySelector('#case') as unknown as { view: unknown }).view = given;
    }, view);
    await shown.getByText('当前环节：用人单位公示（由用人单位办理）').waitFor();
    await shown.getByText('公示期：截止 2025-10-13 24:00，还有 3 个工作日').waitFor();
    await shown.getByText('补充材料：2025-10-09 09:00 起，截止时间无法推算').waitFor();
    const current = shown.locator('[aria-current="step"]');
    expect(await current.locator('.step-title').textContent()).toBe('用人单位公示');
    expect(await shown.locator('.step').count()).toBe(3);
    await shown.getByText('理由：等级不足的说明').waitFor();
    expect(await axeFindings(page, '#case')).toEqual([]);
    await screenshot(page, 'elements-views');
    await page.setViewportSize(NARROW);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, '#case')).toEqual([]);
    await screenshot(page, 'elements-views-dark');
  });

  it('speaks the language of the page around it', async () => {
    const page = await visit();
    await page.evaluate((given) => {
      document.documentElement.lang = 'en';
      const element = document.querySelector('#case') as HTMLElement & { view: unknown };
      element.view = given;
      document.body.append(element);
    }, view);
    await expect
      .poll(() => page.locator('#case [part="due"]').first().textContent())
      .toContain('3 working days left');
  });
});
