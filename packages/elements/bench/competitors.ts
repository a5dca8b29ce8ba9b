import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const folder = join(root, '.cache/zhinan-bench');

/** Where the other engines are installed: they are compared with, and no part of this project. */
export const competitors = join(folder, 'node_modules');

const split = (spec: string): readonly [name: string, version: string] => {
  const at = spec.lastIndexOf('@');
  return [spec.slice(0, at), spec.slice(at + 1)];
};

function isPresent(spec: string): boolean {
  const [name, version] = split(spec);
  const manifest = join(competitors, name, 'package.json');
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version === version;
}

/**
 * Installs pinned versions below `node_modules/.cache`, where they are found again the next time. Their install
 * scripts do not run; React comes from this project, so that there is one of it. Throws when npm cannot.
 */
export function install(specs: readonly string[]): void {
  const missing = specs.filter((spec) => !isPresent(spec));
  if (missing.length === 0) return;
  console.error(`installing ${missing.join(', ')} into node_modules/.cache/zhinan-bench …`);
  mkdirSync(folder, { recursive: true });
  const manifest = { private: true, dependencies: Object.fromEntries(specs.map(split)) };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-package-lock'];
  const { status } = spawnSync('npm', ['install', ...flags], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error('npm could not install the engines; try again with a network, or give --only ours,hand');
}
