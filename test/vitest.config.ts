import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './slowest-first.ts';

// One worker a core: the runner's own choice leaves one core free, half of a machine that has two.
const maxWorkers = availableParallelism();
// Our packages are read from their sources: no build step before a test.
const conditions = ['zhinan-source', 'module', 'import', 'default'];
const resolve = { conditions };
const ssr = { resolve: { conditions, externalConditions: conditions } };

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  resolve,
  ssr,
  test: {
    maxWorkers,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          maxWorkers,
          include: ['packages/*/src/**/*.test.ts', 'test/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Written for bundlers: its imports have no extensions.
          server: { deps: { inline: [/@kie-tools/] } },
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'browser',
          maxWorkers,
          include: ['test/browser/*.test.ts'],
          // Generates the guidelines once, into a folder of its own.
          globalSetup: ['test/browser/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // As patient as the pages' own waits: the machine may be busy.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
