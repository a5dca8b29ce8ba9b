import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tags } from './elements-fixture.ts';
import { answers, entryHost, events, field, fillRequired, focusedId, type FormLike } from './entry-host.ts';
import { axeFindings } from './page.ts';

const host = entryHost();

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
    const page = await host.visit();
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
    const page = await host.visit();
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
    const page = await host.visit();
    await field(page, '/name').fill('测试甲');
    await page.getByText('草稿已保存 10:32').waitFor();
    await page.reload();
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试甲');
    expect(await events(page, 'restore')).toHaveLength(1);
  });

  it('are not trusted: a corrupt one is reported, and the form stays usable', async () => {
    const page = await host.visit();
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
    const page = await host.visit();
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
    const page = await host.visit();
    await page.evaluate(() => ((window as unknown as { failing: boolean }).failing = true));
    await field(page, '/name').fill('测试甲');
    await page.getByText('草稿未能保存').waitFor();
    expect(await field(page, '/name').inputValue()).toBe('测试甲');
    expect(await events(page, 'error')).toHaveLength(1);
  });
});

describe('in a page', () => {
  it('adds a row when what does so comes late, after a failure too', async () => {
    const changes = '**/chunks/row-changes-*.js';
    const page = await host.visitor();
    await page.route(changes, (route) => route.abort());
    await page.goto(host.url);
    const list = field(page, '/apprentices');
    await list.locator('[part~="add"]').click();
    const status = page.locator('[part="status"]');
    await expect.poll(() => status.textContent()).toContain('已填内容都在');
    expect(await list.locator('.row').count()).toBe(0);
    await page.unroute(changes);
    await page.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => focusedId(page)).toBe('f/apprentices/0/name');
    expect(await list.locator('.row').count()).toBe(1);
    expect(await status.textContent()).toBe('已添加徒弟 1');
    const others = host.messages.splice(0).filter((message) => !/row-changes|ERR_FAILED/.test(message));
    expect(others).toEqual([]);
  });

  it('loses nothing when a part of it cannot be loaded, says so, and goes on when it can', async () => {
    const explanation = '**/chunks/*.explanation-*.js';
    const page = await host.visitor();
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
    const others = host.messages.splice(0).filter((message) => !/explanation|ERR_FAILED/.test(message));
    expect(others).toEqual([]);
  });

  it('takes part in a form: label, validity, data, reset, disabled', async () => {
    const page = await host.visit('form.html');
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
    const page = await host.visit('two.html');
    await field(page.locator('#two'), '/name').fill('测试乙');
    await field(page.locator('#two'), '/side').getByLabel('兵团').check();
    expect(await answers(page)).toEqual({});
    expect(await field(page.locator('#one'), '/side').getByLabel('兵团').isChecked()).toBe(false);
    expect(await page.evaluate(() => document.querySelectorAll('[id^="f/"]').length)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('takes a value set before its upgrade, and keeps it when moved in the page', async () => {
    const page = await host.visit('early.html');
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试乙');
    await field(page, '/plan').fill('每周带教一次');
    await page.evaluate(() => document.body.append(document.querySelector('#one') as Element));
    expect(await answers(page)).toEqual({ name: '测试乙', plan: '每周带教一次' });
    expect(await field(page, '/plan').inputValue()).toBe('每周带教一次');
  });

  it('shows where a verified answer comes from and keeps it from being changed', async () => {
    const page = await host.visit();
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
