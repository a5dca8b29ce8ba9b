import type { Draft } from '@zhinan/elements';
import type { JsonObject } from '@zhinan/model';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fixtureBundles, tags } from './elements-fixture.ts';
import { hostPage } from './elements-host.ts';
import { field } from './fill.ts';
import { hostSession } from './host-session.ts';
import { axeFindings, screenshot } from './page.ts';

interface FormLike extends HTMLElement {
  value: JsonObject;
  checkValidity(): boolean;
  reportValidity(): boolean;
}

/** A store that all windows of the browser share, as a portal's own would be. */
const hostScript = `
  window.log = [];
  const form = document.querySelector('#one');
  for (const name of ['error', 'restore', 'localechange', 'export'])
    form.addEventListener(name, (event) => {
      window.log.push(name);
      if (name === 'export' && window.takesFile) { event.preventDefault(); window.file = event.detail; }
    });
  form.clock = { now: () => '2025-10-01T10:32:00+08:00' };
  form.storage = {
    load: async (key) => JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined,
    save: async (key, draft) => {
      if (window.full) throw new DOMException('full', 'QuotaExceededError');
      localStorage.setItem(key, JSON.stringify(draft));
    },
    remove: async (key) => localStorage.removeItem(key),
  };
  form.uploader = { upload: () => Promise.reject(new Error('offline')) };`;

const files: Record<string, string> = {
  'host.js': hostScript,
  'host.css': 'body { margin: 0 }',
  'index.html': hostPage(`<div lang="zh-CN" id="around"><${tags.form} id="one"></${tags.form}></div>`),
};

const session = hostSession(async () => ({ ...files, ...(await fixtureBundles()) }));

async function visit(stored?: unknown): Promise<Page> {
  const page = await session.visitor();
  if (stored !== undefined)
    await page.addInitScript(
      ([key, text]) =>
        sessionStorage.getItem('put') ??
        (localStorage.setItem(key, text), sessionStorage.setItem('put', '1')),
      [tags.form, JSON.stringify(stored)] as const,
    );
  await page.goto(session.url);
  await field(page, '/name').waitFor();
  return page;
}

const draft = (change: object): object => ({
  format: 1,
  form: 'entry',
  contract: '0123456789abcdef'.repeat(4),
  savedAt: '2025-10-01T09:05:00+08:00',
  value: { name: '测试甲' },
  ...change,
});

const stored = (page: Page, key: string = tags.form): Promise<Draft | null> =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null, key);

const log = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { log: string[] }).log);

describe('a draft', () => {
  it('is offered with its time, and can be discarded and fetched back', async () => {
    const page = await visit(draft({}));
    await page.getByText('已恢复 09:05 保存的草稿').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'drafts-restored');
    await page.getByRole('button', { name: '放弃草稿，重新填写' }).click();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('');
    await expect.poll(() => stored(page)).toBeNull();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试甲');
    await expect.poll(async () => (await stored(page))?.value).toEqual({ name: '测试甲' });
  });

  it('of an earlier edition is carried over; what has no field any more is told and kept until decided', async () => {
    const old = {
      contract: 'older',
      value: { name: '测试甲', honour: '先进工作者', place: 'z', apprentices: [{ name: '徒弟甲', mark: 5 }] },
      titles: { honour: '荣誉称号' },
    };
    const page = await visit(draft(old));
    await page.getByText('按较早版本的表单保存').waitFor();
    await page.getByText('荣誉称号：先进工作者').waitFor();
    await page.getByText('apprentices/mark：5').waitFor();
    await page.getByText('请重新填写：工作地').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'drafts-older');
    await field(page, '/name').fill('测试乙');
    await page.getByText('草稿已保存').waitFor();
    expect((await stored(page))?.left).toEqual({ '/honour': '先进工作者', '/apprentices/0/mark': 5 });
    await page.getByRole('button', { name: '从草稿中删除' }).click();
    await expect.poll(async () => (await stored(page))?.left).toBeUndefined();
  });

  it('that is none is put aside, and runs nothing', async () => {
    const text = '{"format":1,"form":"entry","value":"x","__proto__":{"polluted":true}}';
    const page = await visit(JSON.parse(text) as unknown);
    await page.getByText('已保存的草稿无法读取').waitFor();
    expect(await stored(page, `${tags.form}~unreadable`)).toMatchObject({ value: 'x' });
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await field(page, '/name').fill('测试甲');
    await page.getByText('草稿已保存').waitFor();
  });

  it('changed in another window is never overwritten unasked', async () => {
    const page = await visit();
    await field(page, '/name').fill('测试甲');
    await page.getByText('草稿已保存').waitFor();
    const other = await page.context().newPage();
    await other.goto(session.url);
    await expect.poll(() => field(other, '/name').inputValue()).toBe('测试甲');
    await field(other, '/name').fill('测试乙');
    await other.getByText('草稿已保存').waitFor();
    await page.getByText('在另一个窗口里改过').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await field(page, '/name').fill('测试丙');
    await page.waitForTimeout(1000);
    expect((await stored(page))?.value).toEqual({ name: '测试乙' });
    await page.getByRole('button', { name: '以这里的内容为准' }).click();
    await expect.poll(async () => (await stored(page))?.value).toEqual({ name: '测试丙' });
    await other.getByText('在另一个窗口里改过').waitFor();
    await other.getByRole('button', { name: '载入另一个窗口的内容' }).click();
    await expect.poll(() => field(other, '/name').inputValue()).toBe('测试丙');
    await other.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => field(other, '/name').inputValue()).toBe('测试乙');
  });

  it('that finds no room is told of, can be taken along, and saved again later', async () => {
    const page = await visit();
    await page.evaluate(() => Object.assign(window, { full: true }));
    await field(page, '/name').fill('测试甲');
    await page.getByText('存储空间已满').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'drafts-full');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载所填内容' }).click();
    expect((await download).suggestedFilename()).toBe('测试申报表-填写内容.json');
    await page.evaluate(() => Object.assign(window, { takesFile: true }));
    await page.getByRole('button', { name: '下载所填内容' }).click();
    expect(
      await page.evaluate(() => (window as unknown as { file: { draft: Draft } }).file.draft.value),
    ).toEqual({ name: '测试甲' });
    await page.getByText('复制所填内容').first().click();
    await expect
      .poll(() => page.getByRole('textbox', { name: '复制所填内容' }).inputValue())
      .toContain('测试甲');
    await page.evaluate(() => Object.assign(window, { full: false }));
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('草稿已保存').waitFor();
    expect(await page.getByText('存储空间已满').count()).toBe(0);
  });
});

describe('hostile and broken texts', () => {
  it('are shown as text, named where they cannot stand, and stall nothing', async () => {
    const page = await visit();
    await field(page, '/plan').fill('javascript:alert(1)');
    await field(page, '/plan').focus();
    const refused = await field(page, '/plan').evaluate((area) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '字'.repeat(10 * 1024 * 1024));
      const paste = { clipboardData, bubbles: true, cancelable: true, composed: true };
      return !area.dispatchEvent(new ClipboardEvent('paste', paste));
    });
    expect(refused).toBe(true);
    await page.getByText('一次最多 200000 字').waitFor();
    expect(await field(page, '/plan').inputValue()).toBe('javascript:alert(1)');
    await field(page, '/plan').pressSequentially('，仍可输入');
    expect(await field(page, '/plan').inputValue()).toBe('javascript:alert(1)，仍可输入');
    await page.evaluate(() => {
      const form = document.querySelector('#one') as unknown as FormLike;
      form.value = JSON.parse(
        '{"name":"测\\ud800","constructor":{"x":1},"__proto__":{"polluted":1},"apprentices":[{"name":"甲\\u202efdp.exe"}]}',
      ) as JsonObject;
      form.reportValidity();
    });
    await page.getByText('「姓名」含有不完整的字符').first().waitFor();
    expect(await page.locator('.row-title').textContent()).toContain('甲⟦U+202E⟧fdp.exe');
    const kept = await page.evaluate(() => {
      const { value } = document.querySelector('#one') as unknown as FormLike;
      return { names: Object.keys(value), polluted: 'polluted' in {} };
    });
    expect(kept).toEqual({ names: ['name', 'apprentices'], polluted: false });
  });

  it('an uploader that fails keeps the file; the language of the page is followed while it is open', async () => {
    const page = await visit();
    const proof = field(page, '/proof');
    await proof.locator('input[type=file]').setInputFiles({
      name: '证明\u202efdp.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(10),
    });
    await proof.getByText('可重试').waitFor();
    expect(await proof.locator('.file-name').textContent()).toBe('证明⟦U+202E⟧fdp.pdf');
    await page.evaluate(() => document.querySelector('#around')?.setAttribute('lang', 'en'));
    await page.getByText('Fields marked * are required.').waitFor();
    expect(await log(page)).toContain('localechange');
    expect(await log(page)).toContain('error');
  });
});
