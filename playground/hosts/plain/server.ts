import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plainHost, type PlainHost, type PlainHostOptions } from './host.ts';

export interface PlainServer extends PlainHost {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the plain portal page on localhost; `port` 0 (the default) picks a free one. */
export async function servePlainHost(
  options: PlainHostOptions & { readonly port?: number },
): Promise<PlainServer> {
  const host = plainHost(options);
  const server = createServer(host.handle);
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return { ...host, url: `http://localhost:${port}/`, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, 'localhost', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.closeAllConnections();
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
}
