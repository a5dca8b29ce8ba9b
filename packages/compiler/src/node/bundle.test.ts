import type { FileTree } from '@zhinan/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { emit, merged } from '../6-emit/emit.ts';
import { craftContract } from '../testing/craft-contract.ts';
import { typeCheck } from '../testing/type-check.ts';
import { bundlePackage } from './bundle.ts';

const input = { contract: craftContract, scenarios: [] };

async function made(): Promise<FileTree> {
  const files = await emit(input);
  return { ...files, ...(await bundlePackage(files)) };
}

/** What a script imports, at once or later. */
function importsOf(code: string, atOnce = false): readonly string[] {
  const pattern = atOnce
    ? /\b(?:from|import)\s*["'`](\.[^"'`]*)["'`]/g
    : /\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]*)["'`]/g;
  return [...code.matchAll(pattern)].map(([, name]) => name ?? '');
}

describe('package of an edition', () => {
  let tree: FileTree = {};

  /** A script and all it imports. */
  function loadedPaths(path: string, atOnce = false, found = new Set<string>()): ReadonlySet<string> {
    if (found.has(path)) return found;
    found.add(path);
    for (const name of importsOf(tree[path] ?? '', atOnce))
      loadedPaths(new URL(name, `tree:/${path}`).pathname.slice(1), atOnce, found);
    return found;
  }
  const loaded = (path: string): string => [...loadedPaths(path)].map((each) => tree[each] ?? '').join('\n');

  beforeAll(async () => {
    tree = await made();
  });

  test('comes out the same twice, without dates and paths of this machine', async () => {
    expect(await made()).toEqual(tree);
    for (const [path, text] of Object.entries(tree)) {
      expect([path, /\/work\/|\/home\/|node_modules/.exec(text)?.[0]]).toEqual([path, undefined]);
    }
  });

  test('every export leads to a file, and every module is reachable by an export or an import', () => {
    const { exports } = JSON.parse(tree['package.json'] ?? '') as {
      readonly exports: Readonly<Record<string, unknown>>;
    };
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target as Readonly<Record<string, string>>),
    );
    expect(targets.map((path) => path.slice(2)).filter((path) => !Object.hasOwn(tree, path))).toEqual([]);
    const modules = Object.keys(tree).filter(
      (path) => path.endsWith('.js') && !path.includes('/elements/') && !path.startsWith('chunks/'),
    );
    expect(modules.filter((path) => !targets.includes(`./${path}`))).toEqual([]);
  });

  test('declarations type-check for a strict host', async () => {
    const host = `import * as craft from './index.js';
import './talent/define.js';
const element = document.createElement('zn-craft-application');
const answers: craft.talent.Application = element.getValue();
const valid: boolean = craft.talent.validators.application(answers);
// @ts-expect-error no such form
craft.talent.validators.nothing;
void valid;
`;
    const declarations = Object.fromEntries(Object.entries(tree).filter(([path]) => path.endsWith('.d.ts')));
    expect(await typeCheck({ ...declarations, 'host.ts': host })).toBe('');
  });

  test('bundles load nothing but chunks beside them, and evaluate no text', () => {
    const scripts = Object.keys(tree).filter((path) => /\.bundle\.js$|^chunks\//.test(path));
    for (const path of scripts) {
      const code = tree[path] ?? '';
      expect([path, /\beval\s*\(|\bnew\s+Function\b/.exec(code)?.[0]]).toEqual([path, undefined]);
      const imported = importsOf(code).map((name) => new URL(name, `tree:/${path}`).pathname.slice(1));
      expect([path, imported.filter((name) => !scripts.includes(name))]).toEqual([path, []]);
    }
    const chunks = scripts.filter((path) => path.startsWith('chunks/'));
    expect(chunks.filter((path) => !/^chunks\/[\w~.-]+-[\w-]{8}\.js$/.test(path))).toEqual([]);
    expect(chunks).not.toEqual([]);
  });

  test('the bundle of all elements defines every tag', () => {
    const code = loaded('elements.bundle.js');
    for (const tag of ['application', 'employer-opinion', 'eligibility', 'case'])
      expect(code).toContain(`zn-craft-${tag}`);
  });

  test('the bundle of one tag loads no other form', () => {
    const code = loaded('talent/application.bundle.js');
    expect(code).toContain('zn-craft-application');
    expect(code).not.toContain('zn-craft-case');
    expect(code).not.toContain('推荐意见');
    expect(code.length).toBeLessThan(loaded('elements.bundle.js').length);
  });

  test('a bundle names every chunk it loads at once, so that none waits for another', () => {
    const code = tree['talent/application.bundle.js'] ?? '';
    const chunks = [...loadedPaths('talent/application.bundle.js', true)].slice(1);
    expect(importsOf(code, true).toSorted()).toEqual(chunks.map((path) => `../${path}`).toSorted());
  });

  test('two emitters may not write one path', () => {
    expect(() => merged([{ 'a.js': '1' }, { 'a.js': '1' }])).toThrow('two emitters write a.js');
  });

  test('an import of a file that was not emitted is refused by name', async () => {
    await expect(bundlePackage({ 'talent/validators.js': "export * from './gone.js';" })).rejects.toThrow(
      /talent\/gone\.js/,
    );
  });

  test('readable files carry title and contract, and are formatted', () => {
    for (const path of [
      'index.js',
      'talent/machines.js',
      'talent/rules.js',
      'talent/types.d.ts',
      'talent/define.js',
    ])
      expect(tree[path]).toMatch(
        /^\/\/ 测试工匠培养计划（2025 年）\n\/\/ Generated by zhinan 0\.1\.0 from craft\/2025, contract 0{12}\./,
      );
    expect(tree['README.md']).toContain(
      '<script type="module" src="/craft-2025/elements.bundle.js"></script>',
    );
  });
});
