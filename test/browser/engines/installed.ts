import { findFirefox, findWebKit } from '../../setup/find-browser.mjs';
import type { Engine } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

const firefox = findFirefox();
const webkit = findWebKit();

/** The engines beside Chromium, with how each is launched where it is installed. */
export const engines: readonly (readonly [name: string, launch: (() => Promise<Engine>) | undefined])[] = [
  ['Firefox', firefox === undefined ? undefined : () => launchFirefox(firefox)],
  ['WebKit', webkit === undefined ? undefined : () => launchWebKit(webkit)],
];
for (const [name, launch] of engines)
  if (!launch)
    process.stderr.write(
      `${name} is not installed here: the elements are NOT tried in it (npm test installs it on Debian).\n`,
    );
