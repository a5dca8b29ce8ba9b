import type { JsonObject } from '@zhinan/model';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogue, catalogueTags } from './catalogue.ts';
import { launchChromium } from './chromium.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { axeFindings, NARROW, screenshot, watchedPage, WIDE, type WatchedPage } from './page.ts';

/** An uploader that stores what it is given, or, while told so, something else. */
const uploaderScript = `
  document.querySelector('#one').uploader = {
    upload: async (file) => {
      const bytes = window.damage ? new Uint8Array([0]) : await file.arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return { name: file.name, mediaType: file.type, size: file.size, sha256, ref: 'r:' + file.name };
    },
  };
`;

let browser: Browser;
let host: StrictHost;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  host = await strictHost({
    ...(await catalogue()).scripts,
    'host.js': uploaderScript,
    'host.css': '* { font-family: serif } html { font-size: 62.5% } body { margin: 0 }',
    'index.html': hostPage(`<${catalogueTags.linked} id="one"></${catalogueTags.linked}>`),
  });
  watched = await watchedPage(browser, WIDE);
  ({ page } = watched);
  await page.goto(host.url);
});

afterAll(async () => {
  await watched.close();
  await browser.close();
  await host.close();
});

beforeEach(() => give({}));

afterEach(() => {
  const said = watched.messages.splice(0);
  if (said.length > 0) throw new Error(`the console is not clean:\n${said.join('\n')}`);
});

async function give(value: JsonObject): Promise<void> {
  await field('/name').waitFor();
  await inForm(`void (element.value = ${JSON.stringify(value)})`);
}

const field = (pointer: string): Locator => page.locator(`[id="f${pointer}"]`).first();
const inForm = async (expression: string): Promise<unknown> =>
  page.evaluate(`((element) => ${expression})(document.querySelector('#one'))`);
const counted = async (): Promise<JsonObject> => (await inForm('element.getValue()')) as JsonObject;
const kept = async (): Promise<JsonObject> => (await inForm('element.value')) as JsonObject;
const status = (): Promise<string> => page.locator('[part="status"]').innerText();
const focused = async (): Promise<string> =>
  (await inForm(
    "element.shadowRoot.activeElement?.getAttribute('aria-label') ?? element.shadowRoot.activeElement?.id ?? ''",
  )) as string;

describe('conditions', () => {
  it('show the fields of the alternative chosen; what was answered in another one is kept and does not count', async () => {
    await give({ name: '测试甲', mode: '全职', contractUntil: '2027-01-01' });
    await field('/daysAYear').waitFor({ state: 'detached' });
    await field('/mode').getByLabel('短期').check();
    await field('/daysAYear').fill('30');
    expect(await field('/contractUntil').count()).toBe(0);
    expect(await counted()).toEqual({ name: '测试甲', mode: '短期', daysAYear: 30 });
    expect(await kept()).toMatchObject({ contractUntil: '2027-01-01' });
    await field('/mode').getByLabel('全职').check();
    expect(await field('/contractUntil').inputValue()).toBe('2027-01-01');
    expect(await counted()).toEqual({ name: '测试甲', mode: '全职', contractUntil: '2027-01-01' });
  });

  it('take away an answer that is not asked any more, where the definition says so', async () => {
    await give({ mode: '全职', insuredPlace: '喀什', contractUntil: '2027-01-01' });
    expect(await kept()).toMatchObject({ insuredPlace: '喀什' });
    await field('/mode').getByLabel('远程').check();
    expect(await kept()).toEqual({ mode: '远程', contractUntil: '2027-01-01' });
  });

  it('bring what hangs on an answer, and ask for it', async () => {
    await field('/account').fill('62220000000000');
    await field('/bank').waitFor();
    expect(await field('/bank').getAttribute('aria-required')).toBe('true');
    await field('/account').fill('');
    await field('/bank').waitFor({ state: 'detached' });
    await field('/grant').fill('2');
    await expect.poll(() => field('/summary').getAttribute('aria-required')).toBe('true');
    await field('/abroad').getByLabel('是').check();
    await field('/country').waitFor();
    await field('/abroad').getByLabel('否').check();
    await field('/reason').waitFor();
  });
});

const two = { members: [{ name: '甲' }, { name: '乙', agreed: true, born: '1990-01-01' }, { name: '丙' }] };
const names = async (): Promise<readonly unknown[]> =>
  ((await kept())['members'] as readonly JsonObject[]).map(({ name }) => name);

describe('dates', () => {
  it('are typed as people write them and stand as one way of writing once left', async () => {
    for (const typed of ['2025年10月8日', '20251008', '2025/10/8', '２０２５．１０．８']) {
      await field('/workingSince').fill(typed);
      expect(await kept()).toEqual({ workingSince: '2025-10-08' });
      await field('/name').focus();
      await expect.poll(() => field('/workingSince').inputValue()).toBe('2025-10-08');
      await field('/workingSince').fill('');
    }
  });

  it('that do not exist, or lie outside what was said beforehand, are told', async () => {
    const error = page.locator('[part="error"]');
    await page.getByText('1970-01-01 至 2026-06-30。').waitFor();
    for (const [typed, said] of [
      ['2025-02-30', '须为真实的日期'],
      ['2026年7月1日', '不能晚于 2026-06-30'],
      ['1969-12-31', '不能早于 1970-01-01'],
    ] as const) {
      await field('/workingSince').fill(typed);
      await field('/workingSince').press('Tab');
      await error.getByText(said).waitFor();
    }
    expect(await kept()).toEqual({ workingSince: '1969-12-31' });
  });
});

describe('options of a long list', () => {
  it('are found by initials, chosen by keyboard, and shown by their full name', async () => {
    const input = field('/homePlace');
    await input.fill('sfx');
    await page.getByRole('option', { name: '新疆维吾尔自治区喀什地区疏附县' }).waitFor();
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    const active = (await input.getAttribute('aria-activedescendant')) ?? '';
    expect(await page.locator(`[id="${active}"]`).innerText()).toBe('新疆维吾尔自治区喀什地区疏附县');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'controls-combobox');
    await input.press('Enter');
    expect(await kept()).toEqual({ homePlace: '653121' });
    expect(await input.inputValue()).toBe('新疆维吾尔自治区喀什地区疏附县');
    expect(await page.locator('.choices').count()).toBe(0);
    await give({ homePlace: '652823' });
    await expect.poll(() => input.inputValue()).toBe('新疆维吾尔自治区巴音郭楞蒙古自治州尉犁县');
  });

  it('are gone down level by level, and left by Escape; what is no option is told', async () => {
    const input = field('/homePlace');
    await input.click();
    await page.getByRole('option', { name: '新疆维吾尔自治区' }).click();
    await page.getByRole('option', { name: '喀什地区' }).click();
    await input.press('ArrowDown');
    await input.press('Enter');
    expect(await kept()).toEqual({ homePlace: '653121' });
    await input.fill('某某县');
    await input.press('Escape');
    await input.press('Tab');
    expect(await kept()).toEqual({ homePlace: '某某县' });
    await page
      .locator('[part="error"]')
      .getByText(/须从.+选择/)
      .waitFor();
  });

  it('of more than fifty are looked for by typing without anybody saying so', async () => {
    await field('/ethnicity').fill('weiwuer');
    await page.getByRole('option', { name: '维吾尔族' }).waitFor();
    await field('/ethnicity').press('Enter');
    expect(await kept()).toEqual({ ethnicity: '05' });
  });
});

describe('an order of preference', () => {
  it('is chosen, changed and cut short by keyboard', async () => {
    const wishes = field('/wishes');
    await wishes.getByRole('button', { name: '和田，选为第 1 位' }).focus();
    await page.keyboard.press('Enter');
    await wishes.getByRole('button', { name: '喀什，选为第 2 位' }).press('Enter');
    expect(await kept()).toEqual({ wishes: ['和田', '喀什'] });
    await wishes.getByRole('button', { name: '上移 喀什' }).press('Enter');
    expect(await kept()).toEqual({ wishes: ['喀什', '和田'] });
    expect(await status()).toBe('喀什已移到第 1 位');
    await expect.poll(focused).toBe('上移 喀什');
    await wishes.getByRole('button', { name: '塔城，选为第 3 位' }).click();
    await wishes.getByText('已选满 3 项').waitFor();
    await wishes.getByRole('button', { name: '删除 和田' }).click();
    expect(await kept()).toEqual({ wishes: ['喀什', '塔城'] });
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('an amount', () => {
  it('is typed in 万元, kept in 元, and repeated in capitals', async () => {
    await field('/grant').fill('20.5');
    expect(await kept()).toEqual({ grant: 205_000 });
    await page.getByText('= 205,000 元　大写：贰拾万伍仟元整').waitFor();
    await give({ grant: 2900 });
    await expect.poll(() => field('/grant').inputValue()).toBe('0.29');
  });
});

describe('what follows from other answers', () => {
  const bonus = { bonus: 1000 };

  it('is worked out as they come, in rows too, stays empty while they are missing, and cannot be typed', async () => {
    expect(await field('/payTotal').inputValue()).toBe('');
    await field('/residentId').fill('650103198003150111');
    await expect.poll(() => field('/born').inputValue()).toBe('1980-03-15');
    expect(await kept()).toMatchObject({ born: '1980-03-15', gender: '男' });
    await expect.poll(() => field('/gender').locator('output').innerText()).toBe('男');
    await field('/residentId').fill('');
    await expect.poll(() => field('/born').inputValue()).toBe('');
    await give({ members: [{ name: '甲', rank: '初级', pay: 1000 }, { name: '乙' }] });
    expect(await kept()).toEqual({
      members: [{ name: '甲', rank: '初级', pay: 1000, ...bonus }, { name: '乙' }],
    });
    await field('/members/1/pay').fill('2500');
    await expect.poll(() => field('/payTotal').inputValue()).toBe('3500');
    await field('/members/1/rank').getByLabel('正高级').check();
    await expect.poll(() => field('/members/1/bonus').inputValue()).toBe('2000');
    for (const pointer of ['/payTotal', '/members/1/bonus', '/serial'])
      expect(await field(pointer).evaluate((node) => (node as HTMLInputElement).readOnly)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('lists', () => {
  it('copy a row without what is declared of it, and take a removal back', async () => {
    await give(two);
    await page.getByRole('button', { name: '复制 成员 2：乙' }).click();
    await expect.poll(names).toEqual(['甲', '乙', '乙', '丙']);
    expect(((await kept())['members'] as readonly JsonObject[])[2]).toEqual({
      name: '乙',
      born: '1990-01-01',
    });
    expect(await status()).toBe('已复制为成员 3');
    await expect.poll(focused).toBe('f/members/2/name');
    await page.getByRole('button', { name: '删除 成员 1：甲' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(names).toEqual(['甲', '乙', '乙', '丙']);
  });

  it('are put in order by keyboard, the focus staying with the row, and it is told', async () => {
    await give(two);
    await page.getByRole('button', { name: '下移 成员 1：甲' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['乙', '甲', '丙']);
    await expect.poll(focused).toBe('下移 成员 2：甲');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('下移 成员 3：甲');
    expect(await status()).toBe('成员 2：甲已移到第 3 位');
  });

  it('are put in order by dragging, and left alone by Escape', async () => {
    await give(two);
    const grip = (row: number): Locator => page.locator('.row-head > .grip').nth(row);
    const drag = async (from: number, by: number, end: () => Promise<void>): Promise<void> => {
      await grip(from).scrollIntoViewIfNeeded();
      await grip(from).hover();
      await page.mouse.down();
      await page.locator('.sorting').waitFor();
      const box = await grip(from).boundingBox();
      await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + by, { steps: 4 });
      await end();
    };
    await drag(0, 500, () => page.mouse.up());
    expect(await names()).toEqual(['乙', '丙', '甲']);
    await drag(2, -500, async () => {
      await page.keyboard.press('Escape');
      await page.mouse.up();
    });
    expect(await names()).toEqual(['乙', '丙', '甲']);
    expect(await page.locator('.sorting, .dragged').count()).toBe(0);
  });

  it('hold lists in their rows', async () => {
    await give(two);
    const inner = field('/members/1/works');
    await inner.getByRole('button', { name: '添加代表作' }).click();
    await field('/members/1/works/0/title').fill('甲论');
    await inner.getByRole('button', { name: '添加代表作' }).click();
    await expect.poll(focused).toBe('f/members/1/works/1/title');
    await field('/members/1/works/1/title').fill('乙论');
    await inner.getByRole('button', { name: '删除 代表作 1：甲论' }).click();
    await expect.poll(() => inner.locator('.undo').evaluate((node) => node.matches(':focus'))).toBe(true);
    await inner.getByRole('button', { name: '撤销' }).click();
    expect(((await kept())['members'] as readonly JsonObject[])[1]?.['works']).toEqual([
      { title: '甲论' },
      { title: '乙论' },
    ]);
  });
});

describe('rows from a spreadsheet', () => {
  const sheet = [
    '出生日期\t成员姓名*\t职务\t成员职称\t在岗\t劳务费（万元）',
    '1990年3月5日\t测试甲\t组长\t副高级\t是\t1.25',
    '明天\t"测试\n乙"\t组员\t特级\t否\t一万',
  ].join('\r\n');

  it('are shown with what is wrong in which cell, added as one step, and taken back as one', async () => {
    await page.getByRole('button', { name: '从表格粘贴 成员' }).click();
    const dialog = page.getByRole('dialog', { name: '从表格粘贴成员' });
    await dialog.getByLabel('粘贴到这里').fill(sheet);
    await dialog.getByText('将添加 2 名').waitFor();
    await dialog.getByText('这些列表单里没有，不会导入：职务。').waitFor();
    await dialog.getByText('3 处需要核对').waitFor();
    expect(await dialog.locator('.cell-problem').allInnerTexts()).toEqual([
      '认不出的日期，应如 2025-10-08',
      '没有这个选项，将留空',
      '认不出的数',
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'controls-paste');
    expect(await kept()).toEqual({});
    await dialog.getByRole('button', { name: '添加 2 名' }).click();
    // They are added when the dialog has closed, which the browser tells a little later.
    await expect
      .poll(async () => (await kept())['members'])
      .toEqual([
        { name: '测试甲', born: '1990-03-05', rank: '副高级', onPost: true, pay: 12_500, bonus: 2000 },
        { name: '测试\n乙', born: '明天', onPost: false, pay: '一万' },
      ]);
    await expect.poll(status).toBe('已从表格添加 2 名');
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await kept()).toEqual({});
  });

  it('come by pasting into a row too; more than the list takes are explained and left out', async () => {
    await give({ members: Array.from({ length: 249 }, (_, index) => ({ name: `成员${index}` })) });
    await field('/members/0/name').focus();
    await page.evaluate((text) => {
      const clipboard = new DataTransfer();
      clipboard.setData('text/plain', text);
      const input = document.querySelector('#one')?.shadowRoot?.activeElement;
      input?.dispatchEvent(
        new ClipboardEvent('paste', {
          clipboardData: clipboard,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    }, '测试甲\t1990-03-05\n测试乙\t1991-03-05');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('最多 250 名，还能添加 1 名；后 1 行不会添加。').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(((await kept())['members'] as readonly unknown[]).length).toBe(249);
    await page.getByText('已添加 249 名').waitFor();
  });
});

describe('files', () => {
  const dropped = async (name: string, content: string): Promise<void> => {
    const transfer = await page.evaluateHandle(
      ([title, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text ?? ''], title ?? '', { type: 'application/pdf' }));
        return data;
      },
      [name, content],
    );
    await field('/proof').locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
  };

  it('are dropped on their field; one that was stored wrongly, or is there already, is refused with the reason', async () => {
    await page.evaluate('window.damage = true');
    await dropped('甲.pdf', '甲');
    await page.getByText('存下的文件与所选的不一致').first().waitFor();
    expect(await kept()).toEqual({});
    await page.evaluate('window.damage = false');
    await page.getByRole('button', { name: '重试 甲.pdf' }).click();
    await field('/proof').getByRole('button', { name: '删除 甲.pdf' }).waitFor();
    expect(await kept()).toMatchObject({ proof: [{ name: '甲.pdf' }] });
    await dropped('乙.pdf', '甲');
    await page.getByText('与已上传的“甲.pdf”内容相同').first().waitFor();
    expect(((await kept())['proof'] as readonly unknown[]).length).toBe(1);
  });
});

describe('the form', () => {
  it('has no accessibility findings, filled, wide and narrow', async () => {
    await give({ ...two, mode: '短期', account: '62220000000000', abroad: true, grant: 20_000 });
    await expect.poll(() => field('/members/2/name').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'controls');
    await page.setViewportSize(NARROW);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'controls');
    await page.setViewportSize(WIDE);
  });
});
