import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FormValidator } from '@zhinan/model';
import { issuesPage, receiptPage } from './page.ts';

/** As strict as a portal can be and still have a script, a style sheet and a form of its own. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const BODY_LIMIT = 2_000_000;

interface Validators {
  readonly application: FormValidator<unknown>;
}

export interface PlainHost {
  readonly url: string;
  /** Applications taken in, in order; kept in memory only. */
  readonly received: readonly unknown[];
  close(): Promise<void>;
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': type }).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    // Not JSON: the validator then says so in the applicant's words.
    return null;
  }
}

/**
 * Serves the plain portal page with one generated package: `package` is its folder in `dist`, `port` 0 picks a free one.
 * POST /apply is checked with the generated validator, the same as in the page.
 */
export async function servePlainHost(options: {
  readonly package: string;
  readonly program: string;
  readonly port?: number;
}): Promise<PlainHost> {
  const here = import.meta.dirname;
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': [join(here, 'index.html'), 'text/html; charset=utf-8'],
    '/portal.css': [join(here, 'portal.css'), 'text/css; charset=utf-8'],
    '/portal.js': [join(here, 'portal.js'), 'text/javascript; charset=utf-8'],
    '/elements.bundle.js': [join(options.package, 'elements.bundle.js'), 'text/javascript; charset=utf-8'],
  };
  const validators = (await import(
    pathToFileURL(join(options.package, options.program, 'validators.js')).href
  )) as Validators;
  const received: unknown[] = [];

  const apply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const document = parse(new URLSearchParams(await bodyOf(request)).get('application'));
    if (!validators.application(document)) {
      send(response, 422, 'text/html; charset=utf-8', issuesPage(validators.application.issues(document)));
      return;
    }
    received.push(document);
    send(
      response,
      200,
      'text/html; charset=utf-8',
      receiptPage(`ZN-${String(received.length).padStart(4, '0')}`),
    );
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (request.method === 'POST' && path === '/apply') return apply(request, response);
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file === undefined || request.method !== 'GET') {
      send(response, 404, 'text/plain; charset=utf-8', '没有这个页面');
      return undefined;
    }
    send(response, 200, file[1], await readFile(file[0]));
    return undefined;
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => send(response, 500, 'text/plain; charset=utf-8', '服务器出错'));
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, received, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.closeAllConnections();
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
}
