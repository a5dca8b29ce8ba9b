#!/usr/bin/env node
// In a checkout the sources run as they are (Node ≥ 22.18 strips types); a published package has dist/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = here('../src/cli/main.ts');

if (existsSync(source)) {
  // `node@24` is a development dependency; npx and npm scripts put it on the path, a bare call may not.
  const own = here('../../../node_modules/node/bin/node');
  const node = existsSync(own) ? own : process.execPath;
  const args = [
    '--conditions=zhinan-source',
    '--disable-warning=ExperimentalWarning',
    source,
    ...process.argv.slice(2),
  ];
  // Half of a short command's time is reading a thousand files of source: what was read once is kept.
  const env = { NODE_COMPILE_CACHE: here('../../../.cache/compile'), ...process.env };
  const { status, signal } = spawnSync(node, args, { stdio: 'inherit', env });
  process.exit(status ?? (signal ? 130 : 1));
} else {
  module.enableCompileCache?.();
  await import('../dist/cli/main.js');
}
