// Plain JavaScript for Node ≥ 20: it runs before anything is installed.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, one on the path, a usual place, or Playwright's own download. */
export async function findBrowser() {
  const found = [process.env.CHROMIUM_PATH, ...onPath(names), ...places].find((path) => path && runs(path));
  if (found) return found;
  try {
    const { chromium } = await import('playwright-core');
    const own = chromium.executablePath();
    return runs(own) ? own : undefined;
  } catch {
    return undefined;
  }
}

/** Path of a Firefox on this machine: `FIREFOX_PATH`, one on the path or in a usual place. */
export function findFirefox() {
  const usual = [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ];
  return [process.env.FIREFOX_PATH, ...onPath(['firefox-esr', 'firefox']), ...usual].find(
    (path) => path && runs(path),
  );
}

/** WebKitGTK with what it takes to drive it without a screen; undefined unless all of it is there. */
export function findWebKit() {
  const [driver] = onPath(['WebKitWebDriver']).filter(runs);
  const [screen] = onPath(['Xvfb']).filter(runs);
  const libraries = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec'];
  const browser = libraries
    .flatMap((folder) =>
      ['6.0', '4.1', '4.0'].map((v) => `${folder}/webkit${v === '6.0' ? '' : '2'}gtk-${v}/MiniBrowser`),
    )
    .find(runs);
  return driver && screen && browser ? { driver, screen, browser } : undefined;
}

function onPath(names) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
