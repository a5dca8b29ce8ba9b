import type { InboxView, JsonObject, ReviewView } from '@zhinan/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inboxView } from '../../packages/engine/src/views/inbox-view.ts';
import { reviewView } from '../../packages/engine/src/views/review-view.ts';
import { desk, given, played } from '../../packages/engine/src/views/testing/desk.ts';
import { emit } from '../../packages/compiler/src/6-emit/emit.ts';
import { bundlePackage } from '../../packages/compiler/src/node/bundle.ts';
import { launchChromium } from './chromium.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import {
  axeFindings,
  NARROW,
  screenshot,
  sidewaysOverflow,
  watchedPage,
  WIDE,
  type WatchedPage,
} from './page.ts';

const employer = { role: 'employer' };
const marks = [{ pointer: '/helpers/1/years', note: '与证明不符' }];
const first = [['applicant', 'SUBMIT', given]] as const;
const returned = [...first, ['employer', 'RETURN', { $reason: '年限有误', marks }]] as const;
const corrected: JsonObject = {
  ...given,
  level: 'b',
  why: '单列指标',
  helpers: [
    { name: '徒弟乙', level: '钳工', years: 5 },
    { name: '徒弟丙', level: '电工', years: 1 },
  ],
};
const scored = [
  ['applicant', 'SUBMIT', given],
  ['employer', 'APPROVE', { conduct: '属实', opinion: '同意推荐' }],
  ['office', 'SCORE', { skill: 50, plan: 30, remark: '扎实' }, 29],
] as const;

/** A desk full of tasks: one that stands somewhere else, and some that are late, due soon, or nobody can tell. */
function crowd(count = 9): InboxView {
  const view = inboxView(desk, played(desk, ...first), employer);
  const [task] = view.entries;
  if (!task) throw new Error('no task');
  const dues = [
    { at: '2025-09-19T20:00:00+08:00', workdaysLeft: 0 },
    { at: '2025-09-24T20:00:00+08:00', workdaysLeft: 2 },
    { at: '2025-10-08T20:00:00+08:00', workdaysLeft: 7 },
    { at: '2031-01-08T20:00:00+08:00', workdaysLeft: null },
  ];
  const entries = Array.from({ length: count }, (_, index) => ({
    ...task,
    instance: `case:${index + 1}`,
    title: `测试人${index + 1}`,
    due: {
      title: '单位审核截止',
      clause: '二',
      ...dues[Math.floor((index * 4) / count)],
    } as (typeof task)['due'] & object,
    acts:
      index === 1
        ? task.acts.map((act) => ({ ...act, allowed: false as const, why: ['已过可以退回修改的时限'] }))
        : index === 2
          ? []
          : task.acts,
  }));
  return { ...view, entries };
}

const review = (
  steps: readonly Parameters<typeof played>[1][],
  actor: { role: string; person?: string } = employer,
) => reviewView(desk, played(desk, ...steps), 'case', actor) as ReviewView;

const resubmitted = [...returned, ['applicant', 'SUBMIT', corrected]] as const;

let browser: Browser;
let host: StrictHost;
let watched: WatchedPage | undefined;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  const contract = {
    ...desk.contract,
    programs: { test: { ...desk.program, rules: { facts: ['application'], rules: [] }, documents: {} } },
  };
  const files = await bundlePackage(await emit({ contract, scenarios: [] }));
  host = await strictHost({
    ...files,
    'host.css': ':root { color-scheme: light dark } body { margin: 0 }',
    'host.js': `
      window.acts = [];
      document.addEventListener('act', (event) => {
        const { respond, ...detail } = event.detail;
        acts.push(detail);
        if (window.veto) return event.preventDefault();
        respond((async function* () {
          for (const instance of detail.instances) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
            yield instance === 'case:5' ? { instance, ok: false, message: '已由他人办理' } : { instance, ok: true };
          }
        })());
      });
      for (const name of ['open', 'navigate', 'attachment-open', 'reload'])
        document.addEventListener(name, ({ detail }) => acts.push({ told: name, ...detail }));`,
    'index.html': hostPage('<zn-test-inbox id="view"></zn-test-inbox>'),
    'review.html': hostPage('<zn-test-review id="view"></zn-test-review>'),
  });
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

beforeEach(async () => {
  if (watched) await watched.renew();
  else watched = await watchedPage(browser, WIDE);
  page = watched.page;
});

afterEach(() => {
  const messages = watched?.messages.splice(0) ?? [];
  if (messages.length > 0) throw new Error(`the console is not clean:\n${messages.join('\n')}`);
});

async function visit(path: string, view?: object): Promise<void> {
  await page.goto(host.url + path);
  if (view) await show({ view });
}
const show = (properties: object) =>
  page.evaluate(
    (set) => void Object.assign(document.querySelector('#view') as HTMLElement, set),
    properties as never,
  );
const acts = () => page.evaluate(() => (window as unknown as { acts: JsonObject[] }).acts);
const status = () => page.locator('[part="status"]').innerText();
/** What has the focus, inside the element. */
const focused = () =>
  page.evaluate(() => {
    const active = document.querySelector('#view')?.shadowRoot?.activeElement;
    return (
      active?.closest('[data-instance]')?.getAttribute('data-instance') ?? active?.textContent?.trim() ?? ''
    );
  });

describe('an inbox', () => {
  it('shows many tasks with what is urgent, filtered, sorted and grouped', async () => {
    await visit('', crowd(212));
    await expect.poll(status).toBe('共 212 件');
    await page.getByLabel('查找').fill('测试人21');
    await expect.poll(status).toBe('共 212 件，显示 4 件');
    await page.getByRole('button', { name: '清除筛选' }).click();
    const due = page.getByRole('combobox', { name: '时限' });
    await due.selectOption('overdue');
    await expect.poll(status).toBe('共 212 件，显示 53 件');
    await due.selectOption('');
    await page.getByRole('combobox', { name: '分组' }).selectOption('due');
    await page.getByRole('heading', { name: /3 个工作日内 53/ }).waitFor();
    await page.getByRole('combobox', { name: '排序' }).selectOption('title');
    expect(await page.locator('.row .link').nth(1).innerText()).toBe('测试人2');
  });

  it('has rows, and cards where there is no room', async () => {
    await visit('', crowd());
    expect(await page.locator('.row').first().innerText()).toMatch(
      /测试人1[^]*已逾期（2025-09-19 20:00 截止）/,
    );
    expect(await page.getByText('超出工作日历范围，剩余工作日未知').count()).toBeGreaterThan(0);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'elements-inbox');
    await page.setViewportSize(NARROW);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'elements-inbox');
  });

  it('lets many be acted on at once by keyboard alone, names those that cannot, and tells what became of each', async () => {
    await visit('', crowd());
    await page.locator('[part~="select-all"]').focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('case:1');
    await page.keyboard.press('Space');
    for (let row = 0; row < 5; row += 1) await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(status).toBe('共 9 件，已选 6 件');
    expect(await focused()).toBe('case:6');
    await page.keyboard.press('Shift+Tab');
    while (!/退回修改/.test(await focused())) await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('退回修改（4）');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '退回修改（4 件）' });
    await dialog.waitFor();
    expect(await dialog.locator('[part="excluded"] li').allInnerTexts()).toEqual([
      expect.stringMatching(/测试人2\s*已过可以退回修改的时限/),
      expect.stringMatching(/测试人3\s*当前环节没有这一操作/),
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'elements-inbox-dialog');
    const confirm = dialog.getByRole('button', { name: '确认办理 4 件' });
    await confirm.focus();
    await page.keyboard.press('Enter');
    // No reason was given: the field says so and has the focus.
    await dialog.getByText('请写明理由').waitFor();
    expect(await acts()).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('材料不全');
    await confirm.focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('办成 3 件，未办成 1 件').waitFor();
    expect(await dialog.locator('[data-instance="case:5"]').innerText()).toMatch(/未办成[^]*已由他人办理/);
    expect(await axeFindings(page)).toEqual([]);
    expect(await acts()).toEqual([
      {
        instances: ['case:1', 'case:4', 'case:5', 'case:6'],
        event: 'RETURN',
        payload: { reason: '材料不全' },
      },
    ]);
    await expect.poll(focused).toBe('关闭');
    await page.keyboard.press('Enter');
    await expect.poll(status).toBe('共 9 件');
  });

  it('fills a form once for many, opens one, and stays where it is when the host says no', async () => {
    await visit('', crowd());
    await page.locator('.row .check').nth(3).check();
    await page.locator('.row .check').nth(4).check();
    await page.locator('[data-batch="APPROVE"]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('推荐意见').fill('同意推荐');
    await page.evaluate(() => ((window as unknown as { veto: boolean }).veto = true));
    await dialog.getByRole('button', { name: '确认办理 2 件' }).click();
    await expect
      .poll(acts)
      .toEqual([
        { instances: ['case:4', 'case:5'], event: 'APPROVE', payload: { data: { opinion: '同意推荐' } } },
      ]);
    expect(await dialog.getByLabel('推荐意见').inputValue()).toBe('同意推荐');
    await page.keyboard.press('Escape');
    await page.locator('.row .link').first().click();
    expect((await acts()).at(-1)).toEqual({ told: 'open', instance: 'case:1', program: 'test' });
  });

  it('says that it is empty, loading or failed', async () => {
    await visit('', { ...crowd(), entries: [] });
    await page.getByText('没有待办事项').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await show({ view: undefined, loading: true });
    await page.getByRole('status').getByText('正在读取…').waitFor();
    await show({ loading: false, error: '服务暂不可用' });
    await page.getByRole('alert').getByText('服务暂不可用').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '重试' }).click();
    expect((await acts()).at(-1)).toEqual({ told: 'reload' });
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
      document.body.append(document.querySelector('#view') as HTMLElement);
    });
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  });
});

describe('a review', () => {
  it('puts what changed since the return beside the decision, and gives the case back with marked fields', async () => {
    await visit('review.html', review(resubmitted));
    await page.getByText('自上次退回以来改了 5 处').waitFor();
    const answer = (key: string) => page.locator(`[data-key="application${key}"]`);
    expect(await answer('/level').innerText()).toMatch(/原为\s*甲级\s*现为\s*乙级/);
    expect(await answer('/helpers').locator('.entry-title').allInnerTexts()).toEqual([
      '徒弟 1 已删除',
      '徒弟 1 有修改',
      '徒弟 2 新增',
    ]);
    await page.getByText('品行承诺', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'elements-review');
    await page.getByLabel('只看有修改的').check();
    await expect.poll(() => answer('/name').count()).toBe(0);
    await page.getByLabel('只看有修改的').uncheck();

    // By keyboard: to the case, to the first change, mark it.
    await page.keyboard.press('Tab');
    await page.locator('#case').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+KeyM');
    await page.getByLabel('“等级”怎样修改（可不填）').fill('请附证书');
    await page.getByText('已标记 1 处').waitFor();
    await page.getByRole('button', { name: '退回修改' }).click();
    const dialog = page.getByRole('dialog', { name: '退回修改' });
    await dialog.getByText('等级：请附证书').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('理由（必填）').fill('证书缺页');
    await dialog.getByRole('button', { name: '确认办理' }).click();
    await dialog.getByText('已办成 1 件').waitFor();
    expect(await acts()).toEqual([
      {
        instances: ['case'],
        event: 'RETURN',
        payload: {
          reason: '证书缺页',
          data: { marks: [{ form: 'application', pointer: '/level', note: '请附证书' }] },
        },
      },
    ]);
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /证书\.pdf/ })
      .first()
      .click();
    expect((await acts()).at(-1)).toMatchObject({ told: 'attachment-open', ref: 'r1' });
  });

  it('stands behind tabs where there is no room', async () => {
    await page.setViewportSize(NARROW);
    await visit('review.html', review(resubmitted));
    const tab = page.getByRole('tab', { name: '材料' });
    await tab.focus();
    expect(await page.getByRole('button', { name: '推荐', exact: true }).isVisible()).toBe(false);
    expect(await sidewaysOverflow(page)).toBe(0);
    await screenshot(page, 'elements-review');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: '推荐', exact: true }).waitFor();
    expect(await page.getByText('自上次退回以来').isVisible()).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.locator('#desk').focus();
    await page.keyboard.press('Alt+1');
    await page.getByText('自上次退回以来').waitFor();
  });

  it('adds up a score sheet as it is filled, shows no other while sealed, and all once the panel is done', async () => {
    await visit('review.html', review(scored, { role: 'office' }));
    await page.getByText('已收 1 份评分表').waitFor();
    expect(await page.getByText('扎实').count()).toBe(0);
    await page.getByLabel('技术').fill('45');
    await page.getByText('合计 45 / 100').waitFor();
    await page.getByLabel('计划').fill('41');
    await page.getByText('“计划”超出 0–40 分').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'elements-review-score');
    await page.getByRole('button', { name: '评分', exact: true }).click();
    // The form keeps what is wrong from being handed in.
    expect(await acts()).toEqual([]);
    await page.getByLabel('计划').fill('40');
    await page.getByRole('button', { name: '评分', exact: true }).click();
    await expect
      .poll(acts)
      .toEqual([{ instances: ['case'], event: 'SCORE', payload: { data: { skill: 45, plan: 40 } } }]);
    await page.keyboard.press('Escape');
    await show({ view: review([...scored, ['employer', 'CONCLUDE', {}, 29]]) });
    await page.getByRole('table', { name: '评审' }).getByText('80 / 100').waitFor();
    await page.getByText('扎实').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('lets nobody decide on their own application, and says what it shows when there is nothing', async () => {
    const own = [['applicant', 'SUBMIT', given, 22, '甲']] as const;
    await visit('review.html');
    await page.getByText('尚未选定要办理的件').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await show({ view: review(own, { role: 'employer', person: '甲' }) });
    await page.getByText('任何人不得办理自己的申报件').waitFor();
    const approve = page.getByRole('button', { name: '推荐', exact: true });
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await approve.click({ force: true });
    expect(await acts()).toEqual([]);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});
