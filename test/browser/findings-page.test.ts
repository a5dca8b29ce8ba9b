import { rehearsalLink, unpack } from '@zhinan/engine';
import { describe, expect, it } from 'vitest';
import { EDITION, program, scenarios } from './generated.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow } from './page.ts';
import { servePlayground } from './playground-server.ts';
import { playgroundSession } from './playground-session.ts';

const session = playgroundSession(servePlayground);
const finding = {
  code: 'workflow/dead-end',
  severity: 'error',
  place: {
    file: `${EDITION}/${program}/workflow/case.json`,
    pointer: '/states/unitReview',
    range: { start: { line: 120, column: 5, offset: 1 }, end: { line: 120, column: 9, offset: 5 } },
  },
  params: {},
  message: '走到“单位审核”就走不下去了。',
  clause: '三(一).b',
};
const scenario = scenarios().find(({ id }) => id === 'completed-general');
const way = { program, steps: scenario?.steps?.slice(0, 5) ?? [] };

/** What an address carries to be rehearsed. */
function carried(address: string): Promise<unknown> {
  return unpack(new URLSearchParams(address.split('?')[1]).get('given') ?? '');
}

describe('findings page', () => {
  it('says what the checks say of the definition on disk', async () => {
    const page = await session.visit(`${EDITION}/${program}/findings`);
    await page.locator('[data-findings]:not([data-findings="checking"])').waitFor({ timeout: 90_000 });
    expect(await page.locator('[data-findings]').getAttribute('data-findings')).toMatch(/^\d+$/);
    expect(await page.getByRole('status').textContent()).toContain('0 个错误');
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'findings');
    expect(session.messages).toEqual([]);
  });

  it('opens the way that shows a finding, and the step at which a scenario fails, with one click', async () => {
    const page = await session.visit('', NARROW);
    const broken = {
      ...finding,
      place: {
        ...finding.place,
        file: `${EDITION}/scenarios/completed-general.json`,
        pointer: '/steps/3/state',
      },
    };
    await page.route('**/findings?*', (route) => route.fulfill({ json: [{ ...finding, way }, broken] }));
    await page.goto(`${new URL(page.url()).origin}/#/${EDITION}/${program}/findings`);
    await page.locator('[data-findings="2"]').waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'findings-with-ways');
    const links = page.locator('[data-rehearse]');
    const address = (await links.first().getAttribute('href')) ?? '';
    expect(await carried(address)).toEqual({ title: finding.message, steps: way.steps });
    // The terminal writes the same, though another deflater may pack it differently.
    const printed = await rehearsalLink(EDITION, program, { title: finding.message, steps: way.steps });
    expect(printed.split('?')[0]).toBe(address.split('?')[0]);
    expect(await carried(printed)).toEqual(await carried(address));
    await links.first().click();
    await page.locator('[data-moves="5"]').waitFor();
    expect(await page.locator('.log > li.refused').count()).toBe(0);
    await page.goBack();
    await page.locator('[data-rehearse]').nth(1).click();
    await page.locator('[data-playing$="completed-general"][data-moves="4"]').waitFor();
    expect(session.messages).toEqual([]);
  });
});
