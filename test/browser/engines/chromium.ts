import { launchChromium } from '../chromium.ts';
import type { Engine } from './engine.ts';

/** Chromium driven as the other engines are, for tests in which all three do the very same. */
export async function launchChromiumEngine(): Promise<Engine> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  return {
    version: `Chromium ${browser.version()}`,
    open: async (url) => void (await page.goto(url)),
    run: (inPage, argument) => page.evaluate(inPage as never, argument) as never,
    press: async (keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    close: () => browser.close(),
  };
}
