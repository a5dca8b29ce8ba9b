import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { catalogue } from './vite/catalogue.ts';
import { findings } from './vite/findings.ts';
import { guidelines } from './vite/guidelines.ts';
import { hostPages } from './vite/hosts.ts';

const root = import.meta.dirname;
const repository = resolve(root, '..');
/** Where the generated packages are; tests point it at their own build. */
const dist = resolve(process.env['ZHINAN_DIST'] ?? resolve(repository, 'dist'));

export default defineConfig({
  root,
  cacheDir: resolve(repository, 'node_modules/.vite/playground'),
  // Our own packages are read from their sources: no build step before a look. Lit's development build is left out:
  // it talks on the console, which must stay silent.
  resolve: {
    conditions: ['zhinan-source', 'module', 'browser'],
    dedupe: ['lit', 'xstate', 'react', 'react-dom'],
  },
  server: { fs: { allow: [repository, dist] } },
  optimizeDeps: {
    // Where dependencies are looked for: our page and the sources that generated files import. Not the host pages.
    entries: ['index.html', '../packages/elements/src/index.ts', '../packages/engine/src/index.ts'],
    // Named here because generated files, found late, need them: a late find would reload the page.
    include: [
      'lit',
      'xstate',
      'react',
      'react/jsx-runtime',
      'react-dom/client',
      '@rjsf/core',
      '@rjsf/utils',
      '@rjsf/validator-ajv8',
      '@codemirror/autocomplete',
      '@codemirror/commands',
      '@codemirror/language',
      '@codemirror/lint',
      '@codemirror/state',
      '@codemirror/view',
      '@lezer/highlight',
      'lezer-feel',
      'nzh/cn',
    ],
    exclude: ['@zhinan/compiler', '@zhinan/documents', '@zhinan/elements', '@zhinan/engine', '@zhinan/model'],
  },
  plugins: [
    guidelines(dist),
    catalogue(repository),
    findings(repository),
    hostPages(dist, resolve(repository, '.cache/hosts')),
  ],
});
