import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { FormValidator } from '@zhinan/model';
import { portal } from '../node-hono/app.ts';
import { hosts, type HostName } from './hosts.ts';

export interface PortalServer {
  readonly url: string;
  readonly received: readonly unknown[];
  close(): Promise<void>;
}

/** The generated validator of the application, anew when the package was generated again. */
function applicationValidator(folder: string): () => Promise<FormValidator<unknown>> {
  const file = join(folder, 'craftsman/validators/application.js');
  return async () => {
    const { mtimeMs } = await stat(file);
    const module = (await import(`${pathToFileURL(file).href}?at=${mtimeMs}`)) as {
      readonly application: FormValidator<unknown>;
    };
    return module.application;
  };
}

/** A host behind a listener: its built page and the server that checks what the page sends. */
export function hostListener(name: HostName, folder: string, built: string) {
  const { app, received } = portal({
    validator: applicationValidator(folder),
    trustedTypes: hosts[name].trustedTypes,
  });
  app.get('*', serveStatic({ root: built }));
  return { handle: getRequestListener(app.fetch), received };
}

/** Serves a built host on localhost, on a free port. */
export async function serveHost(name: HostName, folder: string, built: string): Promise<PortalServer> {
  const { handle, received } = hostListener(name, folder, built);
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => {
    server.listen(0, 'localhost', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
