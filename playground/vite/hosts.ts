import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { plainHost } from '../hosts/plain/host.ts';
import { buildHost } from '../hosts/portal/build-host.ts';
import { hostNames, type HostName } from '../hosts/portal/hosts.ts';
import { hostListener } from '../hosts/portal/server.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A portal that is built when somebody first looks at it, and again after the package was generated anew. */
function builtHost(name: HostName, folder: string, out: string): Handle {
  let builtFrom = 0;
  let building: Promise<Handle> | undefined;
  return async (request, response) => {
    const { mtimeMs } = statSync(join(folder, 'contract.json'));
    if (builtFrom !== mtimeMs) {
      builtFrom = mtimeMs;
      // The folder that is served has to be there first.
      building = buildHost(name, folder, out).then(() => hostListener(name, folder, out).handle);
    }
    try {
      const handle = await building;
      await handle?.(request, response);
    } catch (error) {
      builtFrom = 0;
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(String(error));
    }
  };
}

/** Serves the portal pages at `/hosts/<name>/` under their own strict policies, untouched by Vite. */
export function hostPages(dist: string, cache: string): Plugin {
  const folder = join(dist, 'xinjiang-craftsman-2025');
  const pages = new Map<string, Handle>([
    ['plain', plainHost({ package: folder, program: 'craftsman' }).handle],
    ...hostNames.map((name) => [name, builtHost(name, folder, join(cache, name))] as const),
  ]);
  return {
    name: 'zhinan:hosts',
    configureServer: ({ middlewares }) => {
      for (const [name, handle] of pages) {
        const path = `/hosts/${name}`;
        middlewares.use(path, (request, response) => {
          // Relative addresses in the page count from a folder.
          if (request.originalUrl === path) response.writeHead(302, { Location: `${path}/` }).end();
          else void handle(request, response);
        });
      }
    },
  };
}
