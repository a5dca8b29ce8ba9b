import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser to test with: `CHROMIUM_PATH`, one that is installed, or Playwright's own. Throws when there is none. */
export function chromiumPath(): string {
  const own = chromium.executablePath();
  const found = [process.env['CHROMIUM_PATH'], ...KNOWN, own].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
  if (found === undefined)
    throw new Error('No Chromium found. Run `npm run setup -- --with-browser`, or set CHROMIUM_PATH.');
  return found;
}

/** `more` are switches of the browser for those who need them. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...ARGS, ...more] });
}
