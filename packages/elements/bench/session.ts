import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../../test/browser/chromium.ts';
import type { JsonObject } from '@zhinan/model';
import type { Harness } from './page/harness.ts';

declare global {
  var harness: Harness;
}

/**
 * A Chromium that paints when there is something to paint, not at the next sixtieth of a second: with a frame rate
 * everything between one and sixteen milliseconds would look the same.
 */
export const launch = (): Promise<Browser> =>
  launchChromium(['--disable-frame-rate-limit', '--disable-gpu-vsync']);

export interface OpenPage {
  readonly page: Page;
  /** Errors nobody caught and breaches of the page's policy, as they came. */
  readonly errors: string[];
  readonly violations: string[];
  close(): Promise<void>;
}

/** A page of its own, in a session of its own, with the engine loaded and nothing drawn. */
export async function open(browser: Browser, url: string): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const errors: string[] = [];
  const violations: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.exposeFunction('benchViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { benchViolation } = globalThis as unknown as { benchViolation: (text: string) => void };
      benchViolation(`${effectiveDirective} ${blockedURI}`);
    });
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, errors, violations, close: () => context.close() };
}

/** Milliseconds by two clocks: from the order to the painted frame, and what the page's main thread worked for it. */
export interface Spent {
  readonly frame: number;
  /** Processor time, which other work on the machine does not lengthen. */
  readonly work: number;
}

/** Reads the processor time of the page's main thread, in milliseconds. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

async function clock(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Draws the form, to the painted frame with all controls; without a number of them, with any. Rejects when it does not come in `patience` milliseconds. */
export async function paint(
  page: Page,
  answers: JsonObject,
  controls: number | undefined,
  patience: number,
): Promise<Spent> {
  const session = await clock(page);
  const text = JSON.stringify(answers);
  const before = await worked(session);
  const frame = await page.evaluate(([given, count, wait]) => harness.paint(given, count, wait), [
    text,
    controls,
    patience,
  ] as const);
  const spent = { frame, work: (await worked(session)) - before };
  await session.detach();
  return spent;
}

/** Types letters behind the text of a field, each until it is painted. Throws when they do not arrive there. */
export async function type(page: Page, into: string, keys: number): Promise<readonly Spent[]> {
  await page.evaluate((text) => harness.aim(text), into);
  // Nobody types in the moment they enter a field; an engine that draws anew on entering would lose the first letters.
  await page.waitForTimeout(250);
  const session = await clock(page);
  const letters = Array.from({ length: keys }, (_, at) => 'abcdefghij'.charAt(at % 10));
  const spent: Spent[] = [];
  for (const letter of letters) {
    const key = { key: letter, code: `Key${letter.toUpperCase()}` };
    const before = await worked(session);
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...key });
    const frame = await page.evaluate(() => harness.typed());
    spent.push({ frame, work: (await worked(session)) - before });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
  await session.detach();
  const said = await page.evaluate(() => harness.says());
  if (said !== into + letters.join('')) throw new Error(`typed ${keys} letters, the field says ${said}`);
  return spent;
}

/** Bytes alive after two collections: JavaScript and the objects of the document. */
export async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const used = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return used.usedSize + (used.embedderHeapUsedSize ?? 0) + (used.backingStorageSize ?? 0);
}
