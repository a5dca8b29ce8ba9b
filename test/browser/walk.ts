import type { ScenarioStep } from '@zhinan/model';
import type { Page } from 'playwright-core';

/** Beijing wall time on the playground's clock, `YYYY-MM-DDTHH:mm`. */
async function now(page: Page): Promise<string> {
  const at = await page.locator('[data-now]').getAttribute('datetime');
  return at?.slice(0, 16) ?? '';
}

/** Moves of the play on the page, refused attempts included. */
export async function movesPlayed(page: Page): Promise<number> {
  return Number(await page.locator('[data-moves]').getAttribute('data-moves'));
}

export async function setClock(page: Page, at: string): Promise<void> {
  const wall = at.slice(0, 16);
  if ((await now(page)) === wall) return;
  await page.locator('.clock input[name="at"]').fill(wall);
  await page.locator('.clock form button').click();
  await page.locator(`[data-now][datetime^="${wall}"]`).waitFor();
}

export async function chooseRole(page: Page, role: string): Promise<void> {
  const button = page.locator(`button[data-role="${role}"]`);
  if (!(await button.isVisible())) await page.locator('.acting details:has([data-role]) > summary').click();
  await button.click();
}

/** Takes one step of a scenario through the page: sets the clock, plays the role, answers what is asked. */
export async function takeStep(page: Page, step: ScenarioStep): Promise<void> {
  await setClock(page, 'advanceTo' in step ? step.advanceTo : step.at);
  if ('advanceTo' in step) return;
  await chooseRole(page, step.as);
  const instance = step.instance ?? step.machine ?? 'case';
  // A scenario may name the only machine of a kind by the kind.
  const kind = ['entitlement', 'amendment'].includes(instance.split('/').at(-1) ?? '')
    ? instance.split('/').at(-1)
    : '';
  const of = kind === '' ? `[data-instance="${instance}"]` : `[data-machine="${kind}"]`;
  const offer = page.locator(`.offer[data-event="${step.event}"]${of}`);
  await offer.first().waitFor({ state: 'attached' });
  if (!(await offer.first().isVisible())) await page.locator('.acting details:has(.offer) > summary').click();
  const moves = await movesPlayed(page);
  await offer.first().click();
  await confirm(page, step.reason);
  await page.locator(`[data-moves="${moves + 1}"]`).waitFor();
}

async function confirm(page: Page, reason: string | undefined): Promise<void> {
  const dialog = page.locator('dialog.act[open]');
  if (!(await dialog.isVisible())) return;
  if (reason !== undefined) await dialog.locator('textarea[name="reason"]').fill(reason);
  // Asked again before going on: nothing is to be filled.
  if ((await dialog.getAttribute('data-asks')) !== 'nothing') await dialog.locator('[data-sample]').click();
  await dialog.locator('[data-confirm]').click();
  await dialog.waitFor({ state: 'hidden' });
}

/** States shown as current, dotted paths. */
export function currentStates(page: Page): Promise<readonly string[]> {
  return page
    .locator('.states > li')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-state') ?? ''));
}
