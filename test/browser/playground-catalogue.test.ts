import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, WIDE } from './page.ts';
import { servePlayground } from './playground-server.ts';
import { playgroundSession } from './playground-session.ts';

const session = playgroundSession(servePlayground);

const stage = 'pg-catalogue-page .catalogue-stage';
const shown = (page: Page, state: string) =>
  page.locator(`pg-catalogue-page[data-shown="${state}"]`).waitFor();

/** States that look different; each with the scheme, density and language it is looked at in. */
const looks: readonly (readonly [state: string, query: string])[] = [
  ['empty', 'scheme=light'],
  ['filled', 'scheme=dark&density=dense'],
  ['errors', 'scheme=dark'],
  ['long', 'scheme=light&width=320'],
  ['readonly', 'scheme=light&density=dense'],
  ['disabled', 'scheme=dark'],
  ['verified', 'scheme=light'],
  ['locked', 'scheme=dark&width=390'],
  ['uploads', 'scheme=light&lang=en'],
  ['lookup', 'scheme=dark&lang=en'],
  ['eligibility-empty', 'scheme=light'],
  ['eligibility-met', 'scheme=dark'],
  ['eligibility-not-met', 'scheme=light&density=dense&lang=en'],
  ['case-empty', 'scheme=light'],
  ['case-active', 'scheme=dark'],
  ['case-accepted', 'scheme=light&dir=rtl'],
  ['case-refused', 'scheme=dark&width=320'],
];

describe('the catalogue of controls', () => {
  // The first visit generates it.
  it('offers every state that is looked at here, and no other', async () => {
    const page = await session.visit('catalogue', WIDE);
    await page.locator('pg-catalogue-page[data-shown="empty"]').waitFor({ timeout: 90_000 });
    const offered = await page
      .locator('[data-switch=state] option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(looks.map(([state]) => state)).toEqual(offered);
  });

  it.each([
    ['form', looks.slice(0, 10)],
    ['view', looks.slice(10)],
  ])('shows every %s in every state without findings or sideways overflow', async (_, part) => {
    const page = await session.visit('catalogue', WIDE);
    for (const [state, query] of part) {
      const here = `${state} ${query}`;
      await page.evaluate((hash) => {
        document.querySelector<HTMLElement>('pg-catalogue-page')?.removeAttribute('data-shown');
        location.hash = hash;
      }, `#/catalogue?state=${state}&${query}`);
      await shown(page, state);
      expect({ here, found: await axeFindings(page, stage) }).toEqual({ here, found: [] });
      expect({ here, overflow: await sidewaysOverflow(page) }).toEqual({ here, overflow: 0 });
      await screenshot(page, `catalogue-${state}`);
    }
    expect(session.messages).toEqual([]);
  });

  it('follows its switches, and keeps them in the address', async () => {
    const page = await session.visit('catalogue?state=filled', NARROW);
    await shown(page, 'filled');
    const height = async () => (await page.locator(`${stage} input`).first().boundingBox())?.height ?? 0;
    const loose = await height();
    await page.locator('[data-switch=density]').selectOption('dense');
    await expect.poll(height).toBeLessThan(loose - 5);
    await page.locator('[data-switch=lang]').selectOption('ug');
    await expect
      .poll(() => page.locator(`${stage} .page`).evaluate((node) => getComputedStyle(node).direction))
      .toBe('rtl');
    expect(page.url()).toContain('state=filled&density=dense&lang=ug');
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(session.messages).toEqual([]);
  });

  it('fills in a group from a register, named in the language of the page', async () => {
    const page = await session.visit('catalogue?state=lookup&lang=en', WIDE);
    await page.locator(stage).getByRole('button', { name: 'Fill in from the register of units' }).waitFor();
    await expect
      .poll(() => page.locator(`${stage} [id="f/address/street"]`).inputValue())
      .toBe('示例路 2 号');
    const said = await page.locator(`${stage} [part~=lookup-said]`).textContent();
    expect(said).toContain('What is registered for “Postcode” does not fit this form');
    expect(session.messages).toEqual([]);
  });

  it('is no guideline of the home page', async () => {
    const page = await session.visit('', WIDE);
    await page.locator('.guideline').first().waitFor();
    expect(await page.locator('.guideline', { hasText: '控件目录' }).count()).toBe(0);
    expect(await page.locator('a[href="#/catalogue"]').count()).toBe(1);
  });
});
