import type { JsonObject } from '@zhinan/model';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { account } from '../../playground/hosts/portal/client.ts';
import { launchChromium } from './chromium.ts';
import { answer, field, fillForm } from './fill.ts';
import { applicationValidator, fieldOrder } from './generated.ts';
import { answersToType, visitHost, type Visit } from './host.ts';
import { axeFindings, screenshot } from './page.ts';

let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

afterEach(() => visit.close());

/** An empty list is no answer. */
const withoutEmpty = (answers: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(answers).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );

describe.each(['react-19', 'react-18', 'vue-3', 'angular'] as const)('a portal made with %s', (name) => {
  it('gives properties, hears events, keeps what is typed and takes the application in', async () => {
    visit = await visitHost(browser, name);
    const { page, host, messages } = visit;
    const application = page.locator('zn-xinjiang-craftsman-application');
    const answers = answersToType();

    // Properties, not attributes: the account's answer stands in the form, with its source, and cannot be changed.
    await expect.poll(() => field(page, '/name').inputValue()).toBe('测试甲');
    expect(await field(page, '/name').getAttribute('readonly')).not.toBeNull();
    await application.getByText('统一身份认证').first().waitFor();
    // Children: the page's own fallback text is still there, and no longer shown.
    expect(await application.locator(':scope > p').textContent()).toBe('表单正在载入。');
    expect(await application.locator(':scope > p').isVisible()).toBe(false);

    // A question that hangs on another answer comes and goes.
    await answer(page, '/side', '兵团');
    await field(page, '/xpccLevel').waitFor();
    await answer(page, '/side', '自治区');
    await field(page, '/xpccLevel').waitFor({ state: 'detached' });

    // The portal's register knows the employer: what it says stands in the form, and counts as verified.
    await application.getByRole('button', { name: '从单位登记信息带出' }).click();
    await application.getByText('已核验，来源：演练用单位登记库').first().waitFor();
    expect(await field(page, '/employerName').getAttribute('readonly')).not.toBeNull();

    await fillForm(page, fieldOrder('application'), answers);
    // Events: the page counts along, and knows when the form is right. Setting the same answers again undoes nothing.
    await expect.poll(() => page.locator('#valid').textContent()).toBe('可以提交');
    expect(await page.locator('#answered').textContent()).toBe(
      String(Object.keys({ ...account.value, ...withoutEmpty(answers) }).length),
    );
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, `host-${name}`);

    await application.locator('[part~="submit"]').click();
    await page.locator('#receipt').waitFor();
    const received = host.received.at(-1) as JsonObject;
    expect((await applicationValidator()).issues(received)).toEqual([]);
    expect(received['name']).toBe('测试甲');
    expect(received['apprentices']).toEqual(answers['apprentices']);
    expect(received['certificate']).toEqual([
      expect.objectContaining({ name: 'certificate.pdf', ref: expect.stringMatching(/^portal:/) }),
    ]);
    expect(messages).toEqual([]);
  });
});
