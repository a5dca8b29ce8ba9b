import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { contract, EDITION, program } from './generated.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, WIDE } from './page.ts';
import { playgroundSession } from './playground-session.ts';

/** A technician, below the default, in a place where nothing is relaxed. */
const SCENARIO = 'needs-reason-technician';

const session = playgroundSession();

async function visit(viewport = WIDE, query = ''): Promise<Page> {
  const page = await session.visit(`${EDITION}/${program}/rules${query}`, viewport);
  await page.locator('.cm-content').first().waitFor();
  return page;
}

/** Pointer of a rule's requirement, by the rule's id: the order of rules is the definition's business. */
function requirement(id: string): string {
  const index = contract().programs[program]?.rules.rules.findIndex((rule) => rule.id === id) ?? -1;
  return `/rules/${index}/require`;
}

function field(page: Page, pointer: string): Locator {
  return page.locator(`[data-field="${pointer}"]`);
}

/** Writes an expression anew. */
async function write(page: Page, pointer: string, text: string): Promise<Locator> {
  const content = field(page, pointer).locator('.cm-content');
  await content.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
  return content;
}

describe('rule editor', () => {
  it('shows every rule with its expression, clause and reading', async () => {
    const page = await visit();
    const rules = contract().programs[program]?.rules;
    expect(await page.locator('[data-item^="/rules/"]').count()).toBe(rules?.rules.length);
    expect(await page.locator('[data-item^="/amounts/"]').count()).toBe(rules?.amounts?.length);
    const level = page.locator('.rule').filter({ has: field(page, requirement('skill-level')) });
    expect(await level.locator('.reading').textContent()).toContain('职业技能等级须在高级技师及以上');
    expect(await page.locator('[data-errors]').getAttribute('data-errors')).toBe('0');
    expect(await axeFindings(page)).toEqual([]);
    expect(session.messages).toEqual([]);
  });

  it('underlines a misspelt field at its characters, says so in Chinese, and repairs it with one key', async () => {
    const page = await visit();
    const pointer = requirement('skill-level');
    const content = await write(page, pointer, '最低等级 <= skilLevel');
    const squiggle = field(page, pointer).locator('.cm-lintRange-error');
    await squiggle.waitFor();
    expect(await squiggle.textContent()).toBe('skilLevel');
    const said = await field(page, pointer).locator('.findings').textContent();
    expect(said).toContain('表里没有字段“skilLevel”');
    expect(said).toContain('是不是想写“skillLevel”（职业技能等级）？');
    expect(await page.locator('[data-errors]').getAttribute('data-errors')).toBe('1');
    expect(await content.getAttribute('aria-invalid')).toBe('true');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'rules-error');

    await page.locator('.problems button').click();
    await page.keyboard.press('Control+.');
    await expect.poll(() => content.textContent()).toBe('最低等级 <= skillLevel');
    await expect.poll(() => page.locator('[data-errors]').getAttribute('data-errors')).toBe('0');
    expect(await squiggle.count()).toBe(0);
    expect(session.messages).toEqual([]);
  });

  it('lists all errors of the file and leads to each', async () => {
    const page = await visit();
    await write(page, requirement('skill-level'), 'skillLevel >= "高级技士"');
    await write(page, requirement('on-post'), 'onPost ＝ true');
    await write(page, requirement('apprentice-count'), 'cuont(apprentices) >= 5');
    await expect.poll(() => page.locator('.problems li').count()).toBe(3);
    await page.locator('.problems button').nth(2).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('高级工');
    for (const pointer of ['skill-level', 'on-post', 'apprentice-count'].map(requirement))
      await field(page, pointer).locator('.findings button').click();
    await expect.poll(() => page.locator('[data-errors]').getAttribute('data-errors')).toBe('0');
    const repaired = await field(page, requirement('on-post')).locator('.cm-content').textContent();
    expect(repaired).toBe('onPost = true');
    expect(session.messages).toEqual([]);
  });

  it('completes a field by its Chinese title, and the options of the field on the left', async () => {
    const page = await visit();
    const pointer = requirement('skill-level');
    const content = await write(page, pointer, '');
    await page.keyboard.insertText('职业');
    const offered = page.locator('.cm-tooltip-autocomplete li');
    const wanted = offered.filter({ hasText: 'skillLevel' });
    await wanted.waitFor();
    expect(await wanted.locator('.cm-completionLabel').textContent()).toBe('职业技能等级');
    // A list that has just opened does not take a key yet.
    await page.waitForTimeout(150);
    while ((await wanted.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => content.textContent()).toBe('skillLevel');

    await page.keyboard.type(' >= 高级');
    await offered.filter({ hasText: '高级技师' }).first().waitFor();
    await page.waitForTimeout(150);
    const labels = await offered.locator('.cm-completionLabel').allTextContents();
    expect(labels.slice(0, 2)).toEqual(['高级工', '高级技师']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => content.textContent()).toBe('skillLevel >= "高级技师"');
    await expect.poll(() => page.locator('[data-errors]').getAttribute('data-errors')).toBe('0');
    expect(session.messages).toEqual([]);
  });

  it('says what a name means under the pointer', async () => {
    const page = await visit();
    await field(page, requirement('skill-level')).locator('.feel-field').first().hover();
    const card = page.locator('.cm-tooltip .name-card');
    await card.waitFor();
    expect(await card.textContent()).toContain('职业技能等级（等级）');
    expect(session.messages).toEqual([]);
  });

  it('shows at once how a lower default changes the verdict, and takes it back', async () => {
    const page = await visit(WIDE, `?scenario=${SCENARIO}`);
    const verdict = page.locator('.verdict');
    expect(await verdict.getAttribute('data-now')).toBe('needs-reason');
    await field(page, '/parameters/最低等级/default').locator('select').selectOption('技师');
    await expect.poll(() => verdict.getAttribute('data-now')).toBe('eligible');
    expect(await verdict.textContent()).toMatch(/原：\s*可报审，需说明\s*→\s*现：\s*符合条件/u);
    expect(await page.locator('[data-rule="skill-level"]').getAttribute('data-changed')).toBe('true');
    expect(Number(await page.locator('[data-impact]').getAttribute('data-impact'))).toBeGreaterThan(0);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'rules-changed');

    const download = page.waitForEvent('download');
    await page.locator('[data-do="download"]').click();
    expect((await download).suggestedFilename()).toBe('rules.json');
    await page.locator('[data-do="undo"]').click();
    await expect.poll(() => verdict.getAttribute('data-now')).toBe('needs-reason');
    await page.locator('[data-do="redo"]').click();
    await expect.poll(() => verdict.getAttribute('data-now')).toBe('eligible');
    await page.locator('[data-do="reset"]').click();
    await expect.poll(() => verdict.getAttribute('data-now')).toBe('needs-reason');
    expect(await page.locator('[data-do="reset"]').isDisabled()).toBe(true);
    expect(session.messages).toEqual([]);
  });

  it('fits a phone, light and dark', async () => {
    const page = await visit(NARROW);
    expect(await sidewaysOverflow(page)).toBe(0);
    await write(page, requirement('skill-level'), 'skilLevel >= 最低等级');
    await field(page, requirement('skill-level')).locator('.findings button').waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    // Without motion: colours on their way from light to dark would be measured.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'rules-dark');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('No form has a field "skilLevel".').first().waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(session.messages).toEqual([]);
  });
});
