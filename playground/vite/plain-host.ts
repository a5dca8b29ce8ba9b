import { join } from 'node:path';
import type { Plugin } from 'vite';
import { plainHost } from '../hosts/plain/host.ts';

const PATH = '/hosts/plain';

/** Serves the plain portal page under its own strict policy beside the playground, untouched by Vite. */
export function plainHostPage(dist: string): Plugin {
  const { handle } = plainHost({ package: join(dist, 'xinjiang-craftsman-2025'), program: 'craftsman' });
  return {
    name: 'zhinan:plain-host',
    configureServer: ({ middlewares }) => {
      middlewares.use(PATH, (request, response) => {
        // Relative addresses in the page count from a folder.
        if (request.originalUrl === PATH) response.writeHead(302, { Location: `${PATH}/` }).end();
        else handle(request, response);
      });
    },
  };
}
