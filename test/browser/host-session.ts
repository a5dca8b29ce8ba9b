import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';
import { strictHost, type StrictHost } from './elements-host.ts';
import { watchedPage, type WatchedPage, WIDE } from './page.ts';

/** One browser and one strict host for the tests of a file, and a visitor who was never there for each test. */
export interface HostSession {
  /** Address of the host, with a slash at its end. */
  readonly url: string;
  /** What the console of the page open now has shown; a test that expects some of it takes it out. */
  readonly messages: string[];
  /** A session of its own, still empty: for what has to be there before the host's page is opened. */
  visitor(viewport?: typeof WIDE): Promise<Page>;
  /** Opens a page of the host with nothing stored. */
  visit(path?: string, viewport?: typeof WIDE): Promise<Page>;
}

/**
 * Registers the set-up and clean-up of the file it is called in. `serve` makes what the host serves, path → text. A test
 * fails where the console or the page's policy had anything to say, whatever the test did.
 */
export function hostSession(serve: () => Promise<Readonly<Record<string, string>>>): HostSession {
  let browser: Browser;
  let host: StrictHost;
  let watched: WatchedPage | undefined;
  /** Whether the next visitor may have the page: nothing was added to it for good, and no test failed on it. */
  let asNew = true;

  beforeAll(async () => {
    [browser, host] = await Promise.all([launchChromium(), serve().then(strictHost)]);
  });
  afterEach(async ({ task }) => {
    const messages = watched?.messages.splice(0) ?? [];
    if (!asNew || task.result?.state === 'fail') {
      await watched?.close();
      watched = undefined;
    }
    if (messages.length > 0) throw new Error(`the console is not clean:\n${messages.join('\n')}`);
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  const visitor = async (viewport = WIDE): Promise<Page> => {
    await watched?.close();
    watched = await watchedPage(browser, viewport);
    asNew = false;
    return watched.page;
  };
  return {
    get url() {
      return host.url;
    },
    get messages() {
      if (!watched) throw new Error('no page is open');
      return watched.messages;
    },
    visitor,
    visit: async (path = '', viewport = WIDE) => {
      if (watched) await watched.renew(viewport);
      else watched = await watchedPage(browser, viewport);
      asNew = true;
      await watched.page.goto(host.url + path);
      return watched.page;
    },
  };
}
