import type { JsonObject } from '@zhinan/model';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { fillRjsf, rjsfField } from './fill-rjsf.ts';
import { applicationValidator, fieldOrder } from './generated.ts';
import { answersToType, visitHost, type Visit } from './host.ts';
import { axeFindings, screenshot } from './page.ts';

let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  browser = await launchChromium();
  visit = await visitHost(browser, 'react-rjsf');
});

afterAll(async () => {
  await visit.close();
  await browser.close();
});

it('the same form through RJSF, its validator compiled beforehand: no eval, the same document', async () => {
  const { page, host, messages } = visit;
  const answers = answersToType();
  await fillRjsf(page, 'side', '兵团');
  await rjsfField(page, 'xpccLevel').waitFor();
  await fillRjsf(page, 'side', '自治区');
  await rjsfField(page, 'xpccLevel').waitFor({ state: 'detached' });

  for (const name of fieldOrder('application')) {
    const value = answers[name];
    if (value !== undefined) await fillRjsf(page, name, value);
  }
  await expect.poll(() => page.locator('#valid').textContent()).toBe('可以提交');
  await screenshot(page, 'host-react-rjsf');
  await page.locator('button[type=submit]').click();
  await page.locator('#receipt').waitFor();
  const received = host.received.at(-1) as JsonObject;
  expect((await applicationValidator()).issues(received)).toEqual([]);
  expect(received['apprentices']).toEqual(answers['apprentices']);
  expect(received['certificate']).toEqual([
    expect.objectContaining({ name: 'certificate.pdf', ref: expect.stringMatching(/^portal:/) }),
  ]);
  expect(messages).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
});
