import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { catalogue, catalogueTags } from './catalogue.ts';
import { hostPage } from './elements-host.ts';
import { hostSession } from './host-session.ts';
import { axeFindings, NARROW, screenshot } from './page.ts';

const { form } = catalogueTags;
const session = hostSession(async () => ({
  ...(await catalogue()).scripts,
  'host.js': '',
  'host.css': '',
  'index.html': hostPage(`<${form}></${form}>`),
}));

const answer = (page: Page): Promise<unknown> =>
  page.evaluate(
    (tag) => (document.querySelector(tag) as unknown as { value: { plan?: string } }).value.plan,
    form,
  );

test('a long text is written as a list by keyboard: numbers go on, an empty item ends it, undo takes it back', async () => {
  const page = await session.visit();
  const { keyboard } = page;
  const area = page.locator(`${form} [id="f/plan"]`);
  const numbered = page.getByRole('button', { name: '加编号 培养计划' });

  await numbered.focus();
  await keyboard.press('Enter');
  await expect.poll(() => area.inputValue()).toBe('1. ');
  expect(await area.evaluate((element) => element.matches(':focus'))).toBe(true);
  await keyboard.insertText('讲解图纸');
  await keyboard.press('Enter');
  await keyboard.insertText('跟班操作');
  await keyboard.press('Shift+Enter');
  await keyboard.insertText('每周两次');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  expect(await answer(page)).toBe('1. 讲解图纸\n2. 跟班操作\n每周两次');

  await area.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(7, 7));
  await keyboard.press('Enter');
  expect(await answer(page)).toBe('1. 讲解图纸\n2. \n3. 跟班操作\n每周两次');
  await keyboard.press('Control+z');
  expect(await answer(page)).toBe('1. 讲解图纸\n2. 跟班操作\n每周两次');

  await page.getByRole('button', { name: '加圆点 培养计划' }).click();
  await expect.poll(() => answer(page)).toContain('• ');
  expect(await axeFindings(page)).toEqual([]);
  await screenshot(page, 'listed-text');
});

test('a press with the pointer does not leave the field', async () => {
  const page = await session.visit();
  const area = page.locator(`${form} [id="f/plan"]`);
  await area.click();
  await page.keyboard.insertText('讲解图纸');
  await page.getByRole('button', { name: '加圆点 培养计划' }).click();
  await expect.poll(() => area.inputValue()).toBe('• 讲解图纸');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('跟班操作');
  expect(await answer(page)).toBe('• 讲解图纸\n• 跟班操作');
  expect(await page.locator(`${form} [part="error"]`).count()).toBe(0);
});

test('a locked one has no tools, and fits a phone', async () => {
  const page = await session.visit('', NARROW);
  const tools = page.locator(`${form} [part="list-tools"]`);
  await expect.poll(() => tools.isVisible()).toBe(true);
  await screenshot(page, 'listed-text');
  await page.evaluate((tag) => document.querySelector(tag)?.setAttribute('readonly', ''), form);
  await expect.poll(() => tools.isVisible()).toBe(false);
});
