import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileTree } from '@zhinan/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureFiles } from './browser/elements-fixture.ts';

const repository = resolve(import.meta.dirname, '..');

let folder: string;
let files: FileTree;

beforeAll(async () => {
  files = await fixtureFiles();
  // Below the repository, where the modules find the packages they import.
  mkdirSync(join(repository, '.cache'), { recursive: true });
  folder = mkdtempSync(join(repository, '.cache/embedding-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every generated module can be imported by a server that has no document', () => {
  const modules = Object.keys(files).filter((path) => path.endsWith('.js') && !path.endsWith('/rjsf.js'));
  expect(modules).toContain('trial/elements/entry.js');
  expect(modules).toContain('trial/define/entry.js');
  const script = `
    for (const name of ['window', 'document', 'HTMLElement', 'CSSStyleSheet'])
      if (name in globalThis) throw new Error(name + ' is here');
    const done = [];
    for (const path of ${JSON.stringify(modules)}) { await import('./' + path); done.push(path); }
    console.log(JSON.stringify(done));
  `;
  writeFileSync(join(folder, 'import-all.mjs'), script);
  const out = execFileSync(process.execPath, ['--conditions=zhinan-source', 'import-all.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect(JSON.parse(out)).toEqual(modules);
});
