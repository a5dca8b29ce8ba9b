import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the packages generated for the browser tests. */
    readonly dist: string;
  }
}

const repository = resolve(import.meta.dirname, '../..');

/** Generates all guidelines once, from the definitions as they are, into a folder of the tests' own. */
export function setup(project: TestProject): () => void {
  const given = process.env['ZHINAN_DIST'];
  // A folder per run: two runs side by side must not take each other's packages away.
  const dist = given === undefined ? join(repository, `.cache/browser-${process.pid}/dist`) : resolve(given);
  if (given === undefined) {
    rmSync(dist, { recursive: true, force: true });
    const cli = join(repository, 'packages/compiler/bin/zhinan.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build', '--out', dist], {
      cwd: repository,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`zhinan build failed:\n${stdout}\n${stderr}`);
  }
  project.provide('dist', dist);
  return () => {
    if (given === undefined) rmSync(dirname(dist), { recursive: true, force: true });
  };
}
