import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the packages generated for the browser tests. */
    readonly dist: string;
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
  const child = spawn(process.execPath, [cli, 'build', ...names, '--out', dist], { cwd: repository });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (status) =>
      status === 0 ? done() : fail(new Error(`zhinan build ${names.join(' ')} failed:\n${said}`)),
    );
  });
}

/** Generates all guidelines once, on two cores, from the definitions as they are, into a folder of the tests' own. */
export async function setup(project: TestProject): Promise<() => void> {
  const given = process.env['ZHINAN_DIST'];
  // A folder per run: two runs side by side must not take each other's packages away.
  const dist = given === undefined ? join(repository, `.cache/browser-${process.pid}/dist`) : resolve(given);
  if (given === undefined) {
    rmSync(dist, { recursive: true, force: true });
    const { largest, others } = guidelines();
    await Promise.all([build([largest], dist), build(others, dist)]);
  }
  project.provide('dist', dist);
  return () => {
    if (given === undefined) rmSync(dirname(dist), { recursive: true, force: true });
  };
}
