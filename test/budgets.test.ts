import { beforeAll, expect, test } from 'vitest';
import type { FileTree } from '@zhinan/model';
import { compile } from '@zhinan/compiler';
import { bundleEntry, bundlePackage, loadedScripts, readDefinitions } from '@zhinan/compiler/node';

/**
 * What a portal may have to load, in KiB gzip: at first (a script and all it imports), and in all (also what it may ask
 * for later). A change that needs more says why in its message.
 */
const budgets: Readonly<Record<string, { readonly first: number; readonly all: number }>> = {
  'craftsman/application.bundle.js': { first: 28.7, all: 86.6 },
  'craftsman/eligibility.bundle.js': { first: 9.7, all: 21.7 },
  'craftsman/case.bundle.js': { first: 12, all: 16.7 },
  'craftsman/review.bundle.js': { first: 16.6, all: 22.2 },
  'inbox.bundle.js': { first: 15, all: 19.8 },
  'craftsman/validators/application.js': { first: 12, all: 12 },
  'craftsman/validators.js': { first: 18, all: 18 },
  'elements.bundle.js': { first: 51.9, all: 125.2 },
  'decide with its runtime': { first: 8, all: 8 },
};

let files: FileTree;
beforeAll(async () => {
  const definitions = await readDefinitions(new URL('../definitions', import.meta.url).pathname);
  const compiled = await compile(definitions, 'xinjiang-craftsman/2025');
  const tree = compiled.files ?? {};
  const rules = { 'decide with its runtime': await bundleEntry(tree, 'craftsman/decide.js') };
  files = { ...tree, ...(await bundlePackage(tree)), ...rules };
});

test.each(Object.entries(budgets))('%s stays within its budget', (path, budget) => {
  const { first, all } = loadedScripts(files, path);
  expect.soft(first).toBeLessThanOrEqual(budget.first);
  expect.soft(all).toBeLessThanOrEqual(budget.all);
});
