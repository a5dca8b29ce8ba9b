import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FileTree } from '@zhinan/model';
import { compile, editionsIn, printFindings } from '@zhinan/compiler';
import type { Compilation } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';

const root = new URL('../definitions', import.meta.url).pathname;
const files: FileTree = await readDefinitions(root);

describe.each(editionsIn(files))('%s', (edition) => {
  let before: FileTree;
  let first: Compilation;
  beforeAll(async () => {
    before = structuredClone(files);
    first = await compile(files, edition);
  });

  test('has no finding but notes', () => {
    const findings = first.diagnostics.filter(({ severity }) => severity !== 'info');
    expect(printFindings(findings, files, 'zh-CN')).toBe('');
  });

  test('keeps the promise of every scenario', () => {
    const scenarios = Object.keys(files).filter((path) => path.startsWith(`${edition}/scenarios/`));
    expect(scenarios.length).toBeGreaterThanOrEqual(20);
    expect(first.diagnostics.filter(({ code }) => code.startsWith('scenario/'))).toEqual([]);
  });

  test('gives the same bytes twice', async () => {
    const second = await compile(files, edition);
    expect(first.files).toBeDefined();
    expect(second.files).toEqual(first.files);
  });

  test('does not change its input', () => {
    expect(files).toEqual(before);
  });

  test('generated files name no date of generation and no path of a machine', () => {
    const texts = Object.entries(first.files ?? {}).filter(
      ([path]) => path.endsWith('.js') || path.endsWith('.ts'),
    );
    expect(texts.length).toBeGreaterThan(5);
    const tainted = texts.filter(([, text]) => /file:\/\/|\/(?:home|root|Users|work)\//.test(text));
    expect(tainted.map(([path]) => path)).toEqual([]);
  });
});

test('the version in generated headers is the one of the package', async () => {
  const { version } = await import('../packages/compiler/src/version.ts');
  const manifest = JSON.parse(
    await readFile(new URL('../packages/compiler/package.json', import.meta.url), 'utf8'),
  );
  expect(version).toBe(manifest.version);
});
