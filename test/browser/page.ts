import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

const repository = resolve(import.meta.dirname, '../..');
const screenshots = join(repository, '.cache/screenshots');

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** Milliseconds after which nothing more is expected: everything is local, but the machine may be busy. */
const PATIENCE = 15_000;

/** A page that writes down everything a visitor's console would show, and every breach of the page's policy. */
export interface WatchedPage {
  readonly page: Page;
  readonly messages: string[];
  /**
   * Makes the page that of another visitor: nothing stored, nothing said, no route intercepted. A new session would start
   * a process that reads every script anew, four fifths of a visit's time. Scripts added for each document stay.
   */
  renew(viewport?: typeof WIDE): Promise<void>;
  close(): Promise<void>;
}

/** Opens an own session (nothing stored) in Chinese, Beijing time; `reload` keeps what the page stored. */
export async function watchedPage(browser: Browser, viewport = WIDE): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => {
    if (!isToolChatter(message.text())) messages.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => messages.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left asks for nothing any more, and its console says nothing of it.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      messages.push(`request failed: ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (text: string) => messages.push(`csp: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const renew = async (next = WIDE): Promise<void> => {
    await leave(page);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.emulateMedia({ media: null, colorScheme: 'light', reducedMotion: null, forcedColors: null });
    await page.setViewportSize(next);
    messages.length = 0;
  };
  return { page, messages, renew, close: () => context.close() };
}

/** Goes to an empty page of the same origin, and clears there what was stored: a page that is left may save a draft. */
async function leave(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  if (origin === 'null') return;
  const nothing = `${origin}/nothing`;
  await page.route(nothing, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  );
  await page.goto(nothing);
  await page.evaluate(() => sessionStorage.clear());
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}

/** What Vite's connection and React's development build say of themselves is not the page's. */
function isToolChatter(text: string): boolean {
  return text.startsWith('[vite]') || text.includes('https://react.dev/link/react-devtools');
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

interface AxeInPage {
  run(context: unknown, options: object): Promise<{ readonly violations: unknown }>;
}

/** Accessibility findings, one line each: rule, place, what to repair. Empty = none. */
export async function axeFindings(page: Page, within?: string): Promise<readonly string[]> {
  // Evaluated, not added as a script element: the page's policy forbids scripts that are not its own.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (selector) => {
    const inPage = (globalThis as unknown as { axe: AxeInPage }).axe;
    // All rules run; only what breaks one is described, node by node.
    const { violations: found } = await inPage.run(selector ?? document, { resultTypes: ['violations'] });
    return found;
  }, within);
  return (violations as readonly AxeViolation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
  );
}

/** Keeps a picture for people who ask for pictures with `ZHINAN_SCREENSHOTS=1`; never compared. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env['ZHINAN_SCREENSHOTS'] !== '1') return;
  mkdirSync(screenshots, { recursive: true });
  await page.evaluate(() => window.scrollTo(0, 0));
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
}

/** Pixels by which the page is wider than the screen; 0 = nothing to scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
