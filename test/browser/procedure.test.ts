import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EDITION, program, scenarios, type Scenario } from './generated.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, WIDE } from './page.ts';
import { playgroundSession } from './playground-session.ts';
import { chooseRole, currentStates, setClock, takeStep } from './walk.ts';

const session = playgroundSession();

async function visit(query: string, viewport = WIDE): Promise<Page> {
  const page = await session.visit(`${EDITION}/${program}/procedure?${query}`, viewport);
  await page.locator('.states > li').first().waitFor();
  return page;
}

/** The longest scenario that ends well: it shows most of the procedure. */
function wholeWay(): Scenario {
  const good = scenarios().filter(
    ({ expect: { outcome } }) => outcome === 'completed' || outcome === 'accepted',
  );
  const longest = good.toSorted((a, b) => (b.steps?.length ?? 0) - (a.steps?.length ?? 0))[0];
  if (longest?.steps === undefined) throw new Error('no scenario goes the whole way');
  return longest;
}

function withRefusal(): Scenario {
  const found = scenarios().find(({ steps }) =>
    steps?.some((step) => 'refused' in step && step.refused === true),
  );
  if (found === undefined) throw new Error('no scenario has a refused step');
  return found;
}

describe('procedure page', () => {
  it('goes the whole way by hand: roles, forms, reasons and clock', { timeout: 300_000 }, async () => {
    const scenario = wholeWay();
    const page = await visit(`scenario=${scenario.id}`);
    await screenshot(page, 'procedure-start');
    expect(await axeFindings(page)).toEqual([]);
    const steps = scenario.steps ?? [];
    for (const [index, step] of steps.entries()) {
      await takeStep(page, step);
      if (index === Math.floor(steps.length / 2)) await screenshot(page, 'procedure-halfway');
    }
    expect(await currentStates(page)).toEqual([scenario.expect.state].flat());
    expect(await page.locator('.states').textContent()).toMatch(/已结项|入选/);
    expect(await page.locator('.node.visited').count()).toBeGreaterThan(10);
    await screenshot(page, 'procedure-end');
    await page.locator('[data-tab="applicant"]').click();
    await page.locator('pg-view-host [part~="timeline"]').waitFor();
    await screenshot(page, 'procedure-applicant');
    expect(await axeFindings(page)).toEqual([]);

    const log = await page.locator('.log > li').count();
    const link = page.url();
    const states = await currentStates(page);
    const reopened = await session.visitLink(link);
    await reopened.locator('.log > li').first().waitFor();
    expect(await reopened.locator('.log > li').count()).toBe(log);
    expect(await currentStates(reopened)).toEqual(states);
    expect(session.messages).toEqual([]);
  });

  it('offers each role only its own actions, undoes, and starts again', async () => {
    const scenario = wholeWay();
    const page = await visit(`scenario=${scenario.id}`);
    const before = await currentStates(page);
    await chooseRole(page, 'leading-group');
    expect(await page.locator('.acting .offers').count()).toBe(0);
    const first = scenario.steps?.find((step) => 'event' in step && (step.machine ?? 'case') === 'case');
    if (first === undefined) throw new Error('the scenario does nothing with the case');
    await takeStep(page, first);
    expect(await currentStates(page)).not.toEqual(before);
    await page.locator('[data-undo]').click();
    expect(await currentStates(page)).toEqual(before);
    await takeStep(page, first);
    await page.locator('[data-reset]').click();
    expect(await currentStates(page)).toEqual(before);
    expect(await page.locator('.log > li').count()).toBe(0);
    expect(session.messages).toEqual([]);
  });

  it('shows a form’s own errors and keeps the dialog open', async () => {
    const page = await visit(`scenario=${wholeWay().id}`);
    const offer = page.locator('.offer', { hasText: '须填' }).first();
    await offer.click();
    const dialog = page.locator('dialog.act[open]');
    await dialog.locator('[data-confirm]').click();
    await dialog.locator('[part~="error-summary"]').waitFor();
    await screenshot(page, 'procedure-dialog');
    expect(await axeFindings(page, 'dialog.act')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(session.messages).toEqual([]);
  });

  it('plays a scenario step by step and says why a step was refused', async () => {
    const scenario = withRefusal();
    const page = await visit(`scenario=${scenario.id}`);
    const steps = scenario.steps ?? [];
    const refused = steps.findIndex((step) => 'refused' in step && step.refused === true);
    for (let index = 0; index <= refused; index += 1) await page.locator('[data-step]').click();
    const alert = page.getByRole('alert');
    await alert.getByText('未办理').waitFor();
    expect(await alert.textContent()).toMatch(/[一-龥]{6,}/);
    await screenshot(page, 'procedure-refused');
    expect(session.messages).toEqual([]);
  });

  it('takes up a scenario where a hand left it, unless it went another way', async () => {
    const scenario = wholeWay();
    const page = await visit(`scenario=${scenario.id}`);
    for (const step of scenario.steps?.slice(0, 2) ?? []) await takeStep(page, step);
    await page.locator('[data-play]').click();
    expect(await currentStates(page)).toEqual([scenario.expect.state].flat());
    expect(await page.getByRole('alert').textContent()).not.toContain('未办理');

    await page.locator('[data-reset]').click();
    await page.locator('.offer').first().click();
    await page.locator('dialog.act [data-sample]').click();
    await page.locator('dialog.act [data-confirm]').click();
    await page.locator('.log > li').first().waitFor();
    expect(await page.locator('[data-play]').isDisabled()).toBe(true);
    expect(session.messages).toEqual([]);
  });

  it('knows make-up days and goes to the next working day and timer', async () => {
    const page = await visit('');
    await setClock(page, '2025-09-30T09:00:00+08:00');
    await page.getByRole('button', { name: '下一工作日' }).click();
    // National holiday 1–8 October.
    await page.locator('[data-now][datetime^="2025-10-09T09:00"]').waitFor();
    await page.getByRole('button', { name: '+1 天' }).click();
    await page.getByRole('button', { name: '+1 天' }).click();
    // Saturday 11 October is worked.
    expect(await page.locator('.clock .now').textContent()).toContain('调休上班');
    await page.locator('[data-reset]').click();
    await page.getByRole('button', { name: '下一到期时点' }).click();
    await page.locator('[data-now][datetime^="2025-10-08T20:00"]').waitFor();
    expect(await page.locator('.log > li').first().textContent()).toContain('时钟');
    expect(session.messages).toEqual([]);
  });

  it('shows the other machines, and fits a phone', async () => {
    const page = await visit('', NARROW);
    await page.locator('[data-tab="batch"]').click();
    await page.locator('pg-diagram-view svg').waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    await screenshot(page, 'procedure-start');
    expect(session.messages).toEqual([]);
  });
});
