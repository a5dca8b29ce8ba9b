import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { FileTree } from '@zhinan/model';
import { compile } from '@zhinan/compiler';
import { bundleEntry, bundlePackage, readDefinitions } from '@zhinan/compiler/node';

/** What a portal may have to load, in KiB gzip. A change that needs more says why in its message. */
const budgets: Readonly<Record<string, number>> = {
  'craftsman/application.bundle.js': 42,
  'craftsman/eligibility.bundle.js': 22,
  'craftsman/case.bundle.js': 11,
  'craftsman/validators/application.js': 12,
  'craftsman/validators.js': 18,
  'elements.bundle.js': 70,
};

let files: FileTree;
beforeAll(async () => {
  const definitions = await readDefinitions(new URL('../definitions', import.meta.url).pathname);
  const compiled = await compile(definitions, 'xinjiang-craftsman/2025');
  const tree = compiled.files ?? {};
  const rules = { 'decide with its runtime': await bundleEntry(tree, 'craftsman/decide.js') };
  files = { ...tree, ...(await bundlePackage(tree)), ...rules };
});

const kibibytes = (text: string) => gzipSync(text, { level: 9 }).length / 1024;

test.each(Object.entries({ ...budgets, 'decide with its runtime': 8 }))(
  '%s stays within %d KiB',
  (path, budget) => {
    expect(files[path]).toBeDefined();
    expect(kibibytes(files[path] ?? '')).toBeLessThanOrEqual(budget);
  },
);
