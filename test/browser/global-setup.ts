import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveBuilt } from './build-playground.ts';
import { run } from './run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the packages generated for the browser tests. */
    readonly dist: string;
    /** Address of the playground built from them. */
    readonly playground: string;
  }
}

const repository = resolve(import.meta.dirname, '../..');

/** Guidelines as `zhinan build` takes them, e.g. `xinjiang-craftsman`; the largest holds most of the programmes. */
function guidelines(): { readonly largest: string; readonly others: readonly string[] } {
  const definitions = join(repository, 'definitions');
  const folders = readdirSync(definitions, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => ({ name, files: readdirSync(join(definitions, name), { recursive: true }).length }))
    .toSorted((one, other) => other.files - one.files);
  const [largest = '', ...others] = folders.map(({ name }) => name);
  return { largest, others };
}

function build(names: readonly string[], dist: string): Promise<void> {
  const cli = join(repository, 'packages/compiler/bin/zhinan.js');
  return run([cli, 'build', ...names, '--out', dist], repository);
}

/** Generates all guidelines once, on two cores, from the definitions as they are, into a folder of the tests' own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['ZHINAN_DIST'];
  // A folder per run: two runs side by side must not take each other's packages away.
  const own = join(repository, `.cache/browser-${process.pid}`);
  const dist = given === undefined ? join(own, 'dist') : resolve(given);
  if (given === undefined) {
    rmSync(dist, { recursive: true, force: true });
    const { largest, others } = guidelines();
    await Promise.all([build([largest], dist), build(others, dist)]);
  }
  project.provide('dist', dist);
  const playground = await serveBuilt(repository, dist, join(own, 'playground'));
  project.provide('playground', playground.resolvedUrls?.local[0] ?? '');
  return async () => {
    await playground.close();
    rmSync(own, { recursive: true, force: true });
  };
}
