import { join, resolve } from 'node:path';
import { createServer } from 'vite';
import { inject } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');

export interface PlaygroundServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The playground as `zhinan dev` serves it, on a free port, with the packages generated for the tests. */
export async function servePlayground(): Promise<PlaygroundServer> {
  process.env['ZHINAN_DIST'] = inject('dist');
  const server = await createServer({
    configFile: join(repository, 'playground/vite.config.ts'),
    // Files are tested side by side: two servers must not write one folder.
    cacheDir: join(repository, `.cache/browser/vite-${process.env['VITEST_POOL_ID'] ?? '1'}`),
    logLevel: 'warn',
    // A file saved meanwhile by somebody must not reload a page under test.
    server: { port: 0, host: 'localhost', watch: null, hmr: false },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the playground has no address');
  return { url, close: () => server.close() };
}

/** The playground built once for all files, from the same sources and packages: a page asks for 40 files, not 400. */
export async function builtPlayground(): Promise<PlaygroundServer> {
  const url = inject('playground');
  // Built when it is first asked for, which takes longer than a visitor waits.
  const { ok } = await fetch(url);
  if (!ok) throw new Error('the playground could not be built');
  return { url, close: () => Promise.resolve() };
}
