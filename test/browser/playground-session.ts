import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';
import { watchedPage, type WatchedPage, WIDE } from './page.ts';
import { builtPlayground, type PlaygroundServer } from './playground-server.ts';

/** One browser and one playground for the tests of a file, and a visitor who was never there for each visit. */
export interface PlaygroundSession {
  /** What the console of the page open now would show. */
  readonly messages: readonly string[];
  /** Opens a route (`xinjiang-craftsman/2025/craftsman/form?…`) with nothing stored. */
  visit(route: string, viewport?: typeof WIDE): Promise<Page>;
  /** Opens a whole address as somebody else would who was sent it. */
  visitLink(address: string): Promise<Page>;
}

/** Registers the set-up and clean-up of the file it is called in. */
export function playgroundSession(serve = builtPlayground): PlaygroundSession {
  let browser: Browser;
  let server: PlaygroundServer;
  let watched: WatchedPage | undefined;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), serve()]);
  });
  // What a failed test left behind, perhaps a page that hangs, is not the next one's.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await watched?.close();
    watched = undefined;
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const visitLink = async (address: string, viewport = WIDE): Promise<Page> => {
    if (watched) await watched.renew(viewport);
    else watched = await watchedPage(browser, viewport);
    await watched.page.goto(address);
    return watched.page;
  };
  return {
    get messages() {
      if (!watched) throw new Error('no page is open');
      return watched.messages;
    },
    visit: (route, viewport) => visitLink(`${server.url}#/${route}`, viewport),
    visitLink,
  };
}
