import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { events, focusedId } from './entry-host.ts';
import { field } from './fill.ts';
import { hostSession } from './host-session.ts';
import {
  ID,
  OTHER_ID,
  ask,
  asked,
  button,
  form,
  give,
  isLocked,
  type FormLike,
  lookupPages,
  type Register,
  register,
  said,
  set,
  status,
  undo,
  value,
} from './lookup-host.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, WIDE } from './page.ts';

const session = hostSession(lookupPages);

async function visit(path = '', viewport = WIDE): Promise<Page> {
  const page = await session.visit(path, viewport);
  await field(page, '/name').waitFor();
  return page;
}

describe('a register that has the entry', () => {
  it('fills in what the form declares, tells the source, and leaves it to be changed', async () => {
    const page = await visit();
    await field(page, '/name').fill('测试甲');
    await button(page).getByText('从人事登记信息带出').waitFor();
    expect(await said(page).innerText()).toBe('可带出：姓名、工作地、渠道、预算');
    await ask(page);
    expect((await register(page)).asked).toEqual([['staff-roll', { residentId: ID }]]);
    await give(page, { answers: { name: '测试乙', place: 'b', budget: 3000 }, source: '测试登记库' });
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试乙');
    expect(await value(page)).toEqual({ name: '测试乙', place: 'b', budget: 3000, residentId: ID });
    expect(await isLocked(page, '/name')).toBe(false);
    expect(await page.getByText('已带入，来源：测试登记库').count()).toBe(3);
    await expect
      .poll(() => status(page).textContent())
      .toBe('已从人事登记信息带出 3 项：姓名、工作地、预算。原来填写的内容可以撤销找回');
    expect(await said(page).textContent()).toBe(await status(page).textContent());
    const changes = (await events(page, 'change')) as { readonly pointer: string }[];
    expect(changes.slice(-3).map(({ pointer }) => pointer)).toEqual(['/name', '/place', '/budget']);
    expect(await events(page, 'lookup')).toEqual([{ register: 'staff-roll', found: true }]);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'lookup-found');
  });

  it('is taken back with one press; what was changed since stays', async () => {
    const page = await visit();
    await field(page, '/name').fill('测试甲');
    await ask(page);
    await give(page, { answers: { name: '测试乙', budget: 3000, side: '自治区' }, source: '测试登记库' });
    await field(page, '/budget').fill('5000');
    await undo(page).click();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试甲');
    expect(await value(page)).toEqual({ name: '测试甲', budget: 5000, residentId: ID });
    expect(await form(page, (element) => element.provenance)).toEqual({});
    expect(await status(page).textContent()).toBe('已撤销带出的内容');
    await undo(page).waitFor({ state: 'hidden' });
    expect(await button(page).evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  it('locks what is verified, until another entry is asked for', async () => {
    const page = await visit();
    await ask(page);
    await give(page, {
      answers: { name: '测试乙', side: '兵团', division: '三师' },
      source: '测试登记库',
      verified: true,
    });
    await expect.poll(() => isLocked(page, '/name')).toBe(true);
    // A field that is asked only because of what the register said.
    expect(await field(page, '/division').locator('output').innerText()).toBe('三师');
    expect(await page.getByText('已核验，来源：测试登记库').count()).toBe(3);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'lookup-verified');
    // A host that tells its own provenance again takes nothing away.
    await set(page, { provenance: { '/budget': { verified: true, source: '单位账号' } } });
    await expect.poll(() => isLocked(page, '/budget')).toBe(true);
    await expect.poll(() => isLocked(page, '/name')).toBe(true);
    await field(page, '/residentId').fill(OTHER_ID);
    await field(page, '/residentId').press('Tab');
    await expect.poll(() => isLocked(page, '/name')).toBe(false);
    expect(await status(page).textContent()).toBe(
      '查询所用的内容已改，「姓名」、「渠道」、「师市」不再以人事登记信息为准，可以修改',
    );
    expect(await value(page)).toMatchObject({ name: '测试乙', side: '兵团', division: '三师' });
    expect(await form(page, (element) => element.provenance)).toEqual({
      '/budget': { verified: true, source: '单位账号' },
    });
    // What the host has verified is not the register's to say.
    await button(page).click();
    await expect.poll(() => asked(page)).toBe(2);
    await give(page, { answers: { name: '测试丙', budget: 1 }, source: '测试登记库' });
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试丙');
    expect((await value(page))['budget']).toBeUndefined();
  });

  it('lets a page that binds the value hand it back, and starts afresh with a reset', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const element = document.querySelector('#one') as FormLike;
      element.addEventListener('change', () => (element.value = structuredClone(element.value)));
    });
    await ask(page);
    await give(page, { answers: { name: '测试乙', budget: 3000 }, source: '测试登记库', verified: true });
    await expect.poll(() => isLocked(page, '/name')).toBe(true);
    expect(await value(page)).toEqual({ name: '测试乙', budget: 3000, residentId: ID });
    await set(page, { value: {} });
    await expect.poll(() => isLocked(page, '/name')).toBe(false);
    expect(await field(page, '/name').inputValue()).toBe('');
    await undo(page).waitFor({ state: 'hidden' });
  });
});

describe('a register that says what the form would not take', () => {
  it('changes only what is declared, safe and of the right kind', async () => {
    const page = await visit();
    await field(page, '/plan').fill('每周带教一次');
    await ask(page);
    await give(
      page,
      `{"answers":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"truth":true,"plan":"改",
        "residentId":"x","name":["测试乙"],"place":"z","side":{"a":1},"budget":"3000","division":"三师"},"source":"测试\\u202e登记库"}`,
    );
    await expect.poll(() => status(page).textContent()).toContain('没有可以带出的内容');
    expect(await status(page).textContent()).toContain(
      '「姓名」、「渠道」、「工作地」、「预算」的登记内容不合本表要求，没有带入',
    );
    expect(await value(page)).toEqual({ plan: '每周带教一次', residentId: ID });
    expect(await form(page, (element) => element.provenance)).toEqual({});
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await button(page).click();
    await expect.poll(() => asked(page)).toBe(2);
    await give(page, { answers: { name: '测'.repeat(21), budget: 3000 }, source: '测试\u202e登记库' });
    await page.getByText('来源：测试⟦U+202E⟧登记库').waitFor();
    expect(await value(page)).toEqual({ plan: '每周带教一次', residentId: ID, budget: 3000 });
  });

  it.each([{ answers: 'x', source: 's' }, { answers: {} }, 'null', '7', '[]'])(
    'or hands over no entry at all: %j',
    async (found) => {
      const page = await visit();
      await ask(page);
      await give(page, found);
      const message = found === 'null' ? '没有查到' : '暂时查不了';
      await expect.poll(() => status(page).textContent()).toContain(message);
      expect(await value(page)).toEqual({ residentId: ID });
      expect((await events(page, 'error')).length).toBe(found === 'null' ? 0 : 1);
    },
  );
});

describe('a register that', () => {
  it('has no such entry changes nothing and says so', async () => {
    const page = await visit();
    await field(page, '/name').fill('测试甲');
    await ask(page);
    await give(page, undefined);
    await expect
      .poll(() => status(page).textContent())
      .toBe('人事登记信息里没有查到，内容没有改动。请核对「公民身份号码」后再查，或直接填写');
    expect(await value(page)).toEqual({ name: '测试甲', residentId: ID });
    expect(await events(page, 'lookup')).toEqual([{ register: 'staff-roll', found: false }]);
    expect(await undo(page).isVisible()).toBe(false);
    await field(page, '/residentId').fill(OTHER_ID);
    await field(page, '/residentId').press('Tab');
    await expect.poll(() => said(page).textContent()).toContain('可带出');
  });

  it('fails is told of with the remedy, and asked again by the same button', async () => {
    const page = await visit();
    await ask(page);
    await page.evaluate(() => (window as unknown as { register: Register }).register.fail(new Error('down')));
    await expect.poll(() => status(page).textContent()).toContain('请稍后再按按钮重试');
    expect(await events(page, 'error')).toEqual([{ source: 'lookup' }]);
    expect(await value(page)).toEqual({ residentId: ID });
    expect(await axeFindings(page)).toEqual([]);
    await button(page).click();
    await expect.poll(() => asked(page)).toBe(2);
    await give(page, { answers: { name: '测试乙' }, source: '测试登记库' });
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试乙');
  });

  it('throws at once is one that fails', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const element = document.querySelector('#one') as FormLike;
      element.lookup = {
        find: () => {
          throw new Error('down');
        },
      };
    });
    await field(page, '/residentId').fill(ID);
    await button(page).click();
    await expect.poll(() => status(page).textContent()).toContain('暂时查不了');
  });

  it('takes long shows that it is asked, and can be cancelled', async () => {
    const page = await visit();
    await ask(page);
    const busy = page.locator('.lookup[aria-busy="true"]');
    await busy.getByText('正在查询人事登记信息').waitFor();
    expect(await status(page).textContent()).toBe('正在查询人事登记信息…');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'lookup-busy');
    // Pressed again it asks no second time.
    await button(page).click({ force: true });
    expect(await asked(page)).toBe(1);
    await busy.getByRole('button', { name: '取消' }).click();
    await busy.waitFor({ state: 'detached' });
    expect((await register(page)).aborted).toBe(1);
    expect(await status(page).textContent()).toBe('已取消查询，内容没有改动');
    await give(page, { answers: { name: '测试乙' }, source: '测试登记库' });
    await page.waitForTimeout(50);
    expect(await value(page)).toEqual({ residentId: ID });
    expect(await events(page, 'error')).toEqual([]);
  });

  it('answers for a number that was changed meanwhile is not heard', async () => {
    const page = await visit();
    await ask(page);
    await field(page, '/residentId').fill(OTHER_ID);
    await give(page, { answers: { name: '测试乙' }, source: '测试登记库', verified: true });
    await expect.poll(() => status(page).textContent()).toContain('没有采用人事登记信息的结果');
    expect(await value(page)).toEqual({ residentId: OTHER_ID });
    expect(await events(page, 'lookup')).toEqual([]);
  });

  it.each(['disabled', 'removed', 'without register'] as const)(
    'answers a form that is %s is not heard',
    async (what) => {
      const page = await visit();
      await ask(page);
      await page.evaluate((kind) => {
        const element = document.querySelector('#one') as FormLike;
        if (kind === 'disabled') element.disabled = true;
        else if (kind === 'removed') element.remove();
        else element.lookup = undefined;
        (window as unknown as { one: FormLike }).one = element;
      }, what);
      await give(page, { answers: { name: '测试乙' }, source: '测试登记库' });
      await page.waitForTimeout(50);
      expect(await page.evaluate(() => (window as unknown as { one: FormLike }).one.value)).toEqual({
        residentId: ID,
      });
      expect(await button(page).count()).toBe(0);
    },
  );
});

describe('the button', () => {
  it('stands only where the host has a register and the field can be changed', async () => {
    const page = await visit('bare.html');
    await page.waitForTimeout(100);
    expect(await button(page).count()).toBe(0);
    await page.evaluate(() => {
      const { adapter } = window as unknown as { adapter: unknown };
      (document.querySelector('#one') as FormLike).lookup = adapter;
    });
    await button(page).waitFor();
    await set(page, { permissions: { readonly: ['residentId'], editable: ['*'] } });
    await button(page).waitFor({ state: 'detached' });
    await set(page, { permissions: { editable: ['residentId'] } });
    await page.waitForTimeout(50);
    expect(await button(page).count()).toBe(0);
    await set(page, { permissions: { editable: ['residentId', 'name'] } });
    await button(page).waitFor();
    expect(await said(page).textContent()).toBe('可带出：姓名');
  });

  it('asks nothing before the number is there and right, and leads to it', async () => {
    const page = await visit();
    await button(page).click();
    await expect
      .poll(() => status(page).textContent())
      .toBe('请先填写「公民身份号码」，再从人事登记信息带出');
    expect(await focusedId(page)).toBe('f/residentId');
    await field(page, '/residentId').fill('650103198003150112');
    await button(page).click();
    await expect.poll(() => status(page).textContent()).toContain('校验码不对');
    expect(await focusedId(page)).toBe('f/residentId');
    expect(await asked(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'lookup-wrong-number');
  });

  it('loses nothing when a part of it cannot be loaded, and stands there once it can', async () => {
    const page = await session.visitor();
    const parts = /chunks\/(?:lookups|entry\.explanation)-/;
    await page.route(parts, (route) => route.abort());
    await page.goto(session.url);
    await expect.poll(() => status(page).textContent()).toContain('已填内容都在');
    expect(await button(page).count()).toBe(0);
    await field(page, '/residentId').fill(ID);
    await page.unroute(parts);
    await page.getByRole('button', { name: '重试' }).click();
    await button(page).click();
    await expect.poll(() => asked(page)).toBe(1);
    // What the browser itself says of the part that did not come is expected here, and nothing else.
    const others = session.messages
      .splice(0)
      .filter((message) => !/lookups|explanation|ERR_FAILED/.test(message));
    expect(others).toEqual([]);
  });

  it('is used by keyboard alone', async () => {
    const page = await visit();
    await field(page, '/residentId').focus();
    await page.keyboard.type(ID);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => asked(page)).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => status(page).textContent()).toContain('已取消');
    await page.keyboard.press('Space');
    await expect.poll(() => asked(page)).toBe(2);
    await page.keyboard.press('Tab');
    expect(
      await page
        .locator('.lookup')
        .getByRole('button', { name: '取消' })
        .evaluate((node) => node.matches(':focus')),
    ).toBe(true);
    await give(page, { answers: { name: '测试乙' }, source: '测试登记库' });
    await undo(page).waitFor();
    // The button that had the focus is gone: the focus stays with the one that was pressed.
    expect(await button(page).evaluate((node) => node.matches(':focus'))).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => value(page)).toEqual({ residentId: ID });
  });

  it('fits a phone and speaks English', async () => {
    const page = await visit('english.html', NARROW);
    await button(page).getByText('Fill in from 人事登记信息').waitFor();
    await ask(page);
    await give(page, { answers: { name: '测试乙', budget: 3000 }, source: '测试登记库', verified: true });
    await expect.poll(() => status(page).textContent()).toContain('Filled in from 人事登记信息 (2)');
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    const box = await button(page).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await screenshot(page, 'lookup-found');
  });
});
