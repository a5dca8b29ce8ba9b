import type { JsonObject } from '@zhinan/model';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answers, entryHost, events, field, fillRequired, focusedId, type FormLike } from './entry-host.ts';
import { axeFindings, NARROW, screenshot } from './page.ts';

const host = entryHost();

describe('a generated form', () => {
  it('has no accessibility findings, empty, with errors and filled, wide and narrow', async () => {
    const page = await host.visit();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('处需要修改').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'elements-errors');
    await fillRequired(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await screenshot(page, 'elements-filled');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
  });

  it('shows the text of a definition as text, whatever signs it holds', async () => {
    const page = await host.visit();
    await page.getByText('写"目标" & <步骤>，用 `反引号` 和 ${变量} 也无妨').waitFor();
    await page.evaluate(() => {
      (document.querySelector('#one') as unknown as FormLike).value = JSON.parse(
        '{"name":"<img src=x onerror=alert(1)>","__proto__":{"polluted":true},"apprentices":[{"name":"</li><script>"}]}',
      ) as JsonObject;
    });
    expect(await field(page, '/name').inputValue()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.locator('.row-title').textContent()).toContain('</li><script>');
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  });

  it('holds errors back until a field is left, ties them to the field, and drops them when mended', async () => {
    const page = await host.visit();
    const name = field(page, '/name');
    await name.pressSequentially('甲');
    expect(await name.getAttribute('aria-invalid')).toBeNull();
    await name.press('Tab');
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
    const described = (await name.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${described.split(' ')[0]}"]`).textContent()).toContain('姓名');
    expect(await field(page, '/plan').getAttribute('aria-invalid')).toBeNull();
    await name.fill('测试甲');
    await expect.poll(() => name.getAttribute('aria-invalid')).toBeNull();
  });

  it('lets a press land on its button although leaving the field brings an error line', async () => {
    const page = await host.visit();
    const name = field(page, '/name');
    await name.fill('甲');
    const add = page.getByRole('button', { name: '添加徒弟' });
    await add.scrollIntoViewIfNeeded();
    const box = await add.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 4);
    await page.mouse.down();
    await page.waitForTimeout(150);
    expect(await name.getAttribute('aria-invalid')).toBeNull();
    await page.mouse.up();
    await expect.poll(() => page.locator('.row').count()).toBe(1);
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
  });

  it('leads from the submit button to the summary and from there to each field', async () => {
    const page = await host.visit();
    await page.getByRole('button', { name: '提交' }).click();
    const summary = page.locator('[part="error-summary"]');
    await expect.poll(() => summary.evaluate((node) => node.matches(':focus'))).toBe(true);
    const links = await summary.getByRole('link').allTextContents();
    expect(links.map((text) => /「(.+?)」/.exec(text)?.[1])).toEqual([
      '姓名',
      '渠道',
      '是否在岗',
      '计划内容',
      '徒弟',
      '所填属实',
    ]);
    await summary.getByRole('link').nth(3).click();
    expect(await focusedId(page)).toBe('f/plan');
    expect(page.url()).toBe(host.url);
    expect(await events(page, 'submit')).toEqual([]);
  });

  it('can be filled and submitted by keyboard alone', async () => {
    const page = await host.visit();
    await field(page, '/name').focus();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.keyboard.insertText('测试甲');
    // The parts of a date and its calendar button are the browser's affair.
    for (let guard = 0; (await focusedId(page)) !== 'f/place' && guard < 9; guard += 1) await press('Tab');
    expect(await focusedId(page)).toBe('f/place');
    await press('ArrowDown', 'Tab', 'Space', 'Tab', 'Space', 'Tab');
    expect(await focusedId(page)).toBe('f/plan');
    await page.keyboard.insertText('每周带教一次');
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await expect.poll(() => focusedId(page)).toBe('f/apprentices/0/name');
    await page.keyboard.insertText('徒弟甲');
    await press('Tab', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(await focusedId(page)).toBe('f/truth');
    await press('Space', 'Tab', 'Enter');
    expect(await events(page, 'submit')).toEqual([
      {
        value: {
          name: '测试甲',
          place: 'a',
          side: '自治区',
          onPost: true,
          plan: '每周带教一次',
          apprentices: [{ name: '徒弟甲', student: false }],
          truth: true,
        },
      },
    ]);
  });
});

describe('answers', () => {
  it('are typed: numbers, amounts, dates, booleans, lists', async () => {
    const page = await host.visit();
    await field(page, '/budget').fill('１２５，０００');
    await page.getByText('= 12.5 万元').waitFor();
    await field(page, '/years').fill('三年');
    await field(page, '/years').press('Tab');
    await expect.poll(() => field(page, '/years').getAttribute('aria-invalid')).toBe('true');
    expect(await field(page, '/years').inputValue()).toBe('三年');
    await field(page, '/years').fill('3');
    await field(page, '/born').fill('1990-05-01');
    await field(page, '/place').selectOption('乙');
    await field(page, '/topics').getByLabel('带徒传技').check();
    await field(page, '/residentId').fill('11010519491231002x');
    expect(await answers(page)).toEqual({
      budget: 125_000,
      years: 3,
      born: '1990-05-01',
      place: 'b',
      topics: ['带徒传技'],
      residentId: '11010519491231002X',
    });
    await field(page, '/budget').fill('');
    expect(Object.keys(await answers(page))).not.toContain('budget');
  });

  it('tells of a text that is too long and cuts nothing', async () => {
    const page = await host.visit();
    const long = '字'.repeat(40);
    await field(page, '/plan').fill(long);
    await page.getByText('超出 10 字').waitFor();
    expect((await answers(page))['plan']).toBe(long);
  });

  it('of fields that are not asked do not count, but are kept for when they are asked again', async () => {
    const page = await host.visit();
    const side = field(page, '/side');
    expect(await field(page, '/division').count()).toBe(0);
    await side.getByLabel('兵团').check();
    await field(page, '/division').getByLabel('三师').check();
    expect(await answers(page)).toEqual({ side: '兵团', division: '三师' });
    await side.getByLabel('自治区').check();
    await expect.poll(() => field(page, '/division').count()).toBe(0);
    expect(await answers(page)).toEqual({ side: '自治区' });
    await side.getByLabel('兵团').check();
    expect(await field(page, '/division').getByLabel('三师').isChecked()).toBe(true);
  });

  it('are required where another answer makes them so, in each row by itself', async () => {
    const page = await host.visit();
    await page.getByRole('button', { name: '添加徒弟' }).click();
    await page.getByRole('button', { name: '添加徒弟' }).click();
    await field(page, '/apprentices/1/student').getByLabel('是').check();
    const school = (row: number): Promise<string | null> =>
      field(page, `/apprentices/${row}/school`).getAttribute('aria-required');
    await expect.poll(() => school(1)).toBe('true');
    expect(await school(0)).toBeNull();
  });
});

describe('rows', () => {
  it('are added, moved with the focus, removed and brought back', async () => {
    const page = await host.visit();
    const list = field(page, '/apprentices');
    for (const [index, name] of ['徒弟甲', '徒弟乙', '徒弟丙'].entries()) {
      await list.locator('[part~="add"]').click();
      await page.locator(`[id="f/apprentices/${index}/name"]:focus`).waitFor();
      await page.keyboard.insertText(name);
    }
    const names = async (): Promise<readonly unknown[]> =>
      ((await answers(page))['apprentices'] as readonly JsonObject[]).map((row) => row['name']);
    const row = (index: number): Locator => list.locator('.row').nth(index);
    await row(2).getByRole('button', { name: '上移' }).press('Enter');
    expect(await names()).toEqual(['徒弟甲', '徒弟丙', '徒弟乙']);
    await expect
      .poll(() =>
        row(1)
          .getByRole('button', { name: '上移' })
          .evaluate((node) => node.matches(':focus')),
      )
      .toBe(true);
    expect(await page.getByRole('status').textContent()).toContain('第 2 位');
    await row(0).getByRole('button', { name: '删除' }).press('Enter');
    expect(await names()).toEqual(['徒弟丙', '徒弟乙']);
    const undo = list.getByRole('button', { name: '撤销' });
    await expect.poll(() => undo.evaluate((node) => node.matches(':focus'))).toBe(true);
    await undo.press('Enter');
    expect(await names()).toEqual(['徒弟甲', '徒弟丙', '徒弟乙']);
    expect(await field(page, '/apprentices/0/name').inputValue()).toBe('徒弟甲');
  });

  it('stay quick with two hundred of them', async () => {
    const page = await host.visit();
    await page.evaluate(() => {
      const row = { name: '徒弟甲', student: true, school: '测试学校' };
      (document.querySelector('#one') as unknown as FormLike).value = {
        apprentices: Array.from({ length: 200 }, () => row),
      };
    });
    await expect.poll(() => page.locator('.row').count()).toBe(200);
    const spent = await page.evaluate(async () => {
      const root = document.querySelector('#one')?.shadowRoot;
      const input = root?.querySelector<HTMLInputElement>('[id="f/apprentices/150/name"]');
      if (!input) return Number.POSITIVE_INFINITY;
      const begin = performance.now();
      for (let stroke = 0; stroke < 20; stroke += 1) {
        input.value += '甲';
        input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        await new Promise((resolve) => setTimeout(resolve));
      }
      return (performance.now() - begin) / 20;
    });
    expect(spent).toBeLessThan(50);
  });
});
