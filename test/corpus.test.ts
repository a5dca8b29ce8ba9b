import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Diagnostic, FileTree } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { compile, editionsIn } from '@zhinan/compiler';
import { catalogue, printFindings } from '@zhinan/compiler/testing';

const corpus = new URL('corpus/', import.meta.url).pathname;
const base = readTree(join(corpus, 'accepted/young-talent/definition'));

/** Codes in folder names: `rules/unknown-field` is `rules-unknown-field`, a detail may follow. */
const slugs = new Map(Object.keys(catalogue).map((code) => [code.replace('/', '-'), code]));
const samples = readdirSync(join(corpus, 'rejected')).toSorted();

function codeOf(sample: string): string | undefined {
  const matching = [...slugs.keys()].filter((slug) => sample === slug || sample.startsWith(`${slug}-`));
  return slugs.get(matching.toSorted((one, other) => other.length - one.length)[0] ?? '');
}

describe('accepted', () => {
  test.each(readdirSync(join(corpus, 'accepted')))('%s compiles without findings', async (sample) => {
    const tree = readTree(join(corpus, 'accepted', sample, 'definition'));
    const { diagnostics, files } = await compile(tree, `${sample}/2026`);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(Object.keys(files ?? {})).toContain('contract.json');
  });
});

describe('rejected', () => {
  // A sample is the small definition with the files of its folder laid over it; an empty file takes one away.
  test.each(samples)('%s', async (sample) => {
    const overlay = readTree(join(corpus, 'rejected', sample, 'definition'));
    const files = Object.fromEntries(
      Object.entries({ ...base, ...overlay }).filter(([, text]) => text !== ''),
    );
    const found: Diagnostic[] = [];
    for (const edition of editionsIn({ ...base, ...overlay })) {
      found.push(...(await compile(files, edition, { until: 'rehearse', ways: true })).diagnostics);
    }
    const code = codeOf(sample);
    expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
    const shown = ['zh-CN', 'en']
      .map((language) => printFindings(found, files, language as 'zh-CN' | 'en'))
      .join('\n\n');
    await expect(`${shown}\n`).toMatchFileSnapshot(join(corpus, 'rejected', sample, 'diagnostics.txt'));
  });

  test('every code has a sample', () => {
    const shown = new Set(samples.map(codeOf));
    expect(Object.keys(catalogue).filter((code) => !shown.has(code))).toEqual([]);
  });

  test('every sample has a code', () => {
    expect(samples.filter((sample) => codeOf(sample) === undefined)).toEqual([]);
  });
});

function readTree(folder: string): FileTree {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}
