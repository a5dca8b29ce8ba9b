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
    cacheDir: join(repository, '.cache/browser/vite'),
    logLevel: 'warn',
    server: { port: 0, host: 'localhost' },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the playground has no address');
  return { url, close: () => server.close() };
}
