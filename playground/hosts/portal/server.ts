import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { portal } from '../node-hono/app.ts';
import { generatedValidator } from '../node-hono/validator.ts';
import { hosts, type HostName } from './hosts.ts';

export interface PortalServer {
  readonly url: string;
  readonly received: readonly unknown[];
  close(): Promise<void>;
}

/** A host behind a listener: its built page and the server that checks what the page sends. */
export function hostListener(name: HostName, folder: string, built: string) {
  const { app, received } = portal({
    validator: generatedValidator(join(folder, 'craftsman/validators/application.js'), 'application'),
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
