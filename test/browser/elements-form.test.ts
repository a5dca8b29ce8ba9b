import type { JsonObject } from '@zhinan/model';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { fixtureBundles, tags } from './elements-fixture.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { axeFindings, NARROW, screenshot, watchedPage, WIDE, type WatchedPage } from './page.ts';

/** What the tests use of the element, from inside the page. */
interface FormLike extends HTMLElement {
  value: JsonObject;
  getValue(): JsonObject;
  checkValidity(): boolean;
  provenance: unknown;
  session: unknown;
  disabled: boolean;
}

const hostScript = `
  const log = (window.log = []);
  const shelf = (window.shelf = new Map(JSON.parse(sessionStorage.getItem('shelf') ?? '[]')));
  window.failing = false;
  for (const form of document.querySelectorAll('${tags.form}')) {
    for (const name of ['change', 'save', 'restore', 'submit', 'error', 'validity'])
      form.addEventListener(name, ({ detail }) => log.push([name, detail]));
    form.clock = { now: () => '2025-10-01T10:32:00+08:00' };
    form.storage = {
      load: async (key) => shelf.get(key),
      save: async (key, draft) => {
        if (window.failing) throw new Error('full');
        shelf.set(key, structuredClone(draft));
        sessionStorage.setItem('shelf', JSON.stringify([...shelf]));
      },
      remove: async (key) => void shelf.delete(key),
    };
    form.uploader = {
      upload: async (file, { signal, onProgress }) => {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
        const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        return new Promise((resolve, reject) => {
        onProgress(0.5);
        signal.addEventListener('abort', () => reject(signal.reason));
        window.finish = () => resolve({ name: file.name, mediaType: file.type, size: file.size, sha256, ref: 'r:' + file.name });
        window.fail = () => reject(new Error('offline'));
      });
      },
    };
  }
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    log.push(['form-submit', Object.fromEntries(new FormData(event.target))]);
  });
`;

const files: Record<string, string> = {
  'host.js': hostScript,
  'host.css':
    ':root { color-scheme: light dark } * { font-family: serif } html { font-size: 62.5% } body { margin: 0 }',
  'index.html': hostPage(`<${tags.form} id="one"></${tags.form}>`),
  'form.html': hostPage(
    `<form><label for="one">申报表</label><${tags.form} id="one" name="entry"></${tags.form}><button>提交</button><button type="reset">重填</button></form>`,
  ),
  'two.html': hostPage(
    `<${tags.form} id="one"></${tags.form}><${tags.form} id="two" draft-key="two"></${tags.form}>`,
  ),
  'early.html': hostPage(`<${tags.form} id="one"></${tags.form}>`).replace(
    /<script.*host.js.*/,
    '<script src="/early.js" defer></script>',
  ),
  'early.js': `document.querySelector('#one').value = { name: '测试乙' };`,
};

let browser: Browser;
let host: StrictHost;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await launchChromium();
  Object.assign(files, await fixtureBundles());
  host = await strictHost(files);
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

afterEach(async () => {
  const { messages } = watched;
  await watched.close();
  // A strict policy, and nothing to say about it, whatever a test did.
  if (messages.length > 0) throw new Error(`the console is not clean:\n${messages.join('\n')}`);
});

async function visit(path = '', viewport = WIDE): Promise<Page> {
  watched = await watchedPage(browser, viewport);
  await watched.page.goto(host.url + path);
  await field(watched.page, '/name').waitFor();
  return watched.page;
}

const field = (page: Page | Locator, pointer: string): Locator => page.locator(`[id="f${pointer}"]`).first();

const answers = (page: Page): Promise<JsonObject> =>
  page.evaluate(() => (document.querySelector('#one') as unknown as { getValue(): JsonObject }).getValue());

const events = (page: Page, name: string): Promise<readonly unknown[]> =>
  page.evaluate(
    (wanted) =>
      (window as unknown as { log: [string, unknown][] }).log
        .filter(([event]) => event === wanted)
        .map(([, detail]) => JSON.parse(JSON.stringify(detail ?? null)) as unknown),
    name,
  );

async function fillRequired(page: Page): Promise<void> {
  await field(page, '/name').fill('测试甲');
  await field(page, '/side').getByLabel('自治区').check();
  await field(page, '/onPost').getByLabel('是').check();
  await field(page, '/plan').fill('每周带教一次');
  await page.getByRole('button', { name: '添加徒弟' }).click();
  await field(page, '/apprentices/0/name').fill('徒弟甲');
  await field(page, '/apprentices/0/student').getByLabel('否').check();
  await field(page, '/truth').check();
}

const focusedId = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id ?? '');

describe('a generated form', () => {
  it('has no accessibility findings, empty, with errors and filled, wide and narrow', async () => {
    const page = await visit();
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
    const page = await visit();
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
    const page = await visit();
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
    const page = await visit();
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
    const page = await visit();
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
    const page = await visit();
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
    const page = await visit();
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
    const page = await visit();
    const long = '字'.repeat(40);
    await field(page, '/plan').fill(long);
    await page.getByText('超出 10 字').waitFor();
    expect((await answers(page))['plan']).toBe(long);
  });

  it('of fields that are not asked do not count, but are kept for when they are asked again', async () => {
    const page = await visit();
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
    const page = await visit();
    await page.getByRole('button', { name: '添加徒弟' }).click();
    await page.getByRole('button', { name: '添加徒弟' }).click();
    await field(page, '/apprentices/1/student').getByLabel('是').check();
    const school = (row: number): Promise<string | null> =>
      field(page, `/apprentices/${row}/school`).getAttribute('aria-required');
    await expect.poll(() => school(1)).toBe('true');
    expect(await school(0)).toBe('false');
  });
});

describe('rows', () => {
  it('are added, moved with the focus, removed and brought back', async () => {
    const page = await visit();
    const list = field(page, '/apprentices');
    for (const name of ['徒弟甲', '徒弟乙', '徒弟丙']) {
      await list.locator('[part~="add"]').click();
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
    const page = await visit();
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

const pdf = (name: string, size = 100) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.alloc(size),
});

/** Lets the page's uploader end the way a test wants. */
const run = (page: Page, name: 'finish' | 'fail'): Promise<void> =>
  page.evaluate((step) => (window as unknown as Record<string, () => void>)[step]?.(), name);

describe('files', () => {
  it('state their limits first, survive a failure, and are kept with the host’s reference', async () => {
    const page = await visit();
    const proof = field(page, '/proof');
    await proof.getByText('PDF 格式，最多 2 个文件，每个不超过 2 KB').waitFor();
    const input = proof.locator('input[type=file]');
    await input.setInputFiles([pdf('甲.pdf')]);
    await proof.getByText('上传中 50%').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(
      await page.evaluate(() => (document.querySelector('#one') as unknown as FormLike).checkValidity()),
    ).toBe(false);
    await run(page, 'fail');
    await proof.getByText('可重试').waitFor();
    expect(await events(page, 'error')).toHaveLength(1);
    await proof.getByRole('button', { name: '重试 甲.pdf' }).click();
    await proof.getByText('上传中 50%').waitFor();
    await run(page, 'finish');
    await proof.locator('.file:not(.running)').getByText('甲.pdf').waitFor();
    expect((await answers(page))['proof']).toEqual([
      {
        name: '甲.pdf',
        mediaType: 'application/pdf',
        size: 100,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        ref: 'r:甲.pdf',
      },
    ]);
    await proof.getByRole('button', { name: '删除 甲.pdf' }).click();
    expect(Object.keys(await answers(page))).not.toContain('proof');
  });

  it('are refused by size and type with the reason, and can be cancelled', async () => {
    const page = await visit();
    const proof = field(page, '/proof');
    const input = proof.locator('input[type=file]');
    await input.setInputFiles([
      pdf('大.pdf', 4096),
      { name: '图.png', mimeType: 'image/png', buffer: Buffer.alloc(9) },
    ]);
    await proof.getByText('文件超过大小限制').waitFor();
    await proof.getByText('文件类型不符合要求').waitFor();
    await input.setInputFiles([pdf('乙.pdf')]);
    await proof.getByRole('button', { name: '取消 乙.pdf' }).click();
    expect(await proof.getByText('乙.pdf').count()).toBe(0);
    expect(Object.keys(await answers(page))).not.toContain('proof');
  });
});

describe('drafts', () => {
  it('are saved with the host’s time and come back after a reload', async () => {
    const page = await visit();
    await field(page, '/name').fill('测试甲');
    await page.getByText('草稿已保存 10:32').waitFor();
    await page.reload();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试甲');
    expect(await events(page, 'restore')).toHaveLength(1);
  });

  it('are not trusted: a corrupt one is reported, and the form stays usable', async () => {
    const page = await visit();
    await page.evaluate((tag) => {
      sessionStorage.setItem('shelf', JSON.stringify([[tag, { format: 1, form: 'entry', value: 'x' }]]));
    }, tags.form);
    await page.reload();
    await page.getByText('已保存的草稿无法读取').waitFor();
    await expect.poll(async () => (await events(page, 'error')).length).toBe(1);
    await field(page, '/name').fill('测试甲');
    await page.getByText('草稿已保存 10:32').waitFor();
  });

  it('never change what the host has verified meanwhile', async () => {
    const page = await visit();
    await field(page, '/name').fill('测试乙');
    await page.getByText('草稿已保存').waitFor();
    await page.evaluate(async () => {
      const form = document.querySelector('#one') as unknown as FormLike & { storage: unknown };
      const { storage } = form;
      form.remove();
      const next = document.createElement(form.localName) as unknown as typeof form;
      next.id = 'one';
      next.value = { name: '测试甲' };
      next.provenance = { '/name': { verified: true, source: '实名认证' } };
      next.storage = storage;
      document.body.append(next);
    });
    await page.getByText('已恢复').waitFor();
    expect(await field(page, '/name').inputValue()).toBe('测试甲');
  });

  it('tell when the storage is full, and lose nothing', async () => {
    const page = await visit();
    await page.evaluate(() => ((window as unknown as { failing: boolean }).failing = true));
    await field(page, '/name').fill('测试甲');
    await page.getByText('草稿未能保存').waitFor();
    expect(await field(page, '/name').inputValue()).toBe('测试甲');
    expect(await events(page, 'error')).toHaveLength(1);
  });
});

describe('in a page', () => {
  it('loses nothing when a part of it cannot be loaded, says so, and goes on when it can', async () => {
    const explanation = '**/chunks/*.explanation-*.js';
    watched = await watchedPage(browser, WIDE);
    const { page } = watched;
    await page.route(explanation, (route) => route.abort());
    await page.goto(host.url);
    await field(page, '/name').fill('测试甲');
    await page.getByRole('button', { name: '提交' }).click();
    const status = page.locator('[part="status"]');
    await expect.poll(() => status.textContent()).toContain('已填内容都在');
    expect(await answers(page)).toMatchObject({ name: '测试甲' });
    expect(await events(page, 'submit')).toEqual([]);
    expect(await events(page, 'error')).toMatchObject([{ source: 'module' }]);
    await page.unroute(explanation);
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('[part="error-summary"]').getByText('渠道').waitFor();
    expect(await status.textContent()).toBe('');
    expect(await field(page, '/name').inputValue()).toBe('测试甲');
    // What the browser itself says of the part that did not come is expected here, and nothing else.
    const others = watched.messages.splice(0).filter((message) => !/explanation|ERR_FAILED/.test(message));
    expect(others).toEqual([]);
  });

  it('takes part in a form: label, validity, data, reset, disabled', async () => {
    const page = await visit('form.html');
    await page.getByText('申报表', { exact: true }).click();
    expect(await focusedId(page)).toBe('f/name');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('处需要修改').waitFor();
    expect(await events(page, 'form-submit')).toEqual([]);
    await fillRequired(page);
    await page.getByRole('button', { name: '提交' }).click();
    const [sent] = (await events(page, 'form-submit')) as { readonly entry: string }[];
    expect(JSON.parse(sent?.entry ?? 'null')).toEqual(await answers(page));
    await page.getByRole('button', { name: '重填' }).click();
    expect(await answers(page)).toEqual({});
    expect(await field(page, '/name').inputValue()).toBe('');
    await page.evaluate(() => ((document.querySelector('#one') as unknown as FormLike).disabled = true));
    await expect
      .poll(() => field(page, '/name').evaluate((node) => (node as HTMLInputElement).readOnly))
      .toBe(true);
  });

  it('lives twice on one page without mixing up', async () => {
    const page = await visit('two.html');
    await field(page.locator('#two'), '/name').fill('测试乙');
    await field(page.locator('#two'), '/side').getByLabel('兵团').check();
    expect(await answers(page)).toEqual({});
    expect(await field(page.locator('#one'), '/side').getByLabel('兵团').isChecked()).toBe(false);
    expect(await page.evaluate(() => document.querySelectorAll('[id^="f/"]').length)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('takes a value set before its upgrade, and keeps it when moved in the page', async () => {
    const page = await visit('early.html');
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试乙');
    await field(page, '/plan').fill('每周带教一次');
    await page.evaluate(() => document.body.append(document.querySelector('#one') as Element));
    expect(await answers(page)).toEqual({ name: '测试乙', plan: '每周带教一次' });
    expect(await field(page, '/plan').inputValue()).toBe('每周带教一次');
  });

  it('shows where a verified answer comes from and keeps it from being changed', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const form = document.querySelector('#one') as unknown as FormLike;
      form.value = { name: '测试甲', side: '兵团' };
      form.provenance = {
        '/name': { verified: true, source: '实名认证' },
        '/side': { verified: true, source: '单位账号' },
      };
      form.session = { role: '申报人', name: '测试甲' };
    });
    await page.getByText('填报人：测试甲（申报人）').waitFor();
    await page.getByText('已核验，来源：实名认证').waitFor();
    expect(await field(page, '/name').evaluate((node) => (node as HTMLInputElement).readOnly)).toBe(true);
    expect(await field(page, '/side').locator('output').innerText()).toBe('兵团');
    expect(await field(page, '/side').locator('input:visible').count()).toBe(0);
    expect(await field(page, '/side').getByText('自治区').isVisible()).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
  });
});
