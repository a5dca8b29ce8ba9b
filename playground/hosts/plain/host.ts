import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { generatedValidator } from '../node-hono/validator.ts';
import { issuesPage, receiptPage } from './page.ts';

/** As strict as a portal can be and still have a script, a style sheet and a form of its own. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';

const BODY_LIMIT = 2_000_000;

/** The portal behind a listener: answers every request itself. */
export interface PlainHost {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Applications taken in, in order; kept in memory only. */
  readonly received: readonly unknown[];
}

export interface PlainHostOptions {
  /** Folder of the generated package, e.g. `dist/xinjiang-craftsman-2025`. */
  readonly package: string;
  readonly program: string;
}

/** A script of the generated package; the pattern lets no path lead out of its folder. */
function scriptOf(
  { package: folder }: PlainHostOptions,
  path: string,
): readonly [string, string] | undefined {
  const [, script] = /^\/package((?:\/[\w~-][\w.~-]*)+\.js)$/.exec(path) ?? [];
  return script === undefined ? undefined : [join(folder, script), SCRIPT];
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
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

/** A plain portal page around one generated package; POST apply is checked with the same validator as in the page. */
export function plainHost(options: PlainHostOptions): PlainHost {
  const here = import.meta.dirname;
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': [join(here, 'index.html'), HTML],
    '/portal.css': [join(here, 'portal.css'), CSS],
    '/portal.js': [join(here, 'portal.js'), SCRIPT],
  };
  const current = generatedValidator(join(options.package, options.program, 'validators.js'), 'application');
  const received: unknown[] = [];

  const apply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const document = parse(new URLSearchParams(await bodyOf(request)).get('application'));
    const validator = await current();
    if (!validator(document)) {
      send(response, 422, HTML, issuesPage(validator.issues(document)));
      return;
    }
    received.push(document);
    send(response, 200, HTML, receiptPage(`ZN-${String(received.length).padStart(4, '0')}`));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (request.method === 'POST' && path === '/apply') return apply(request, response);
    const file = Object.hasOwn(files, path) ? files[path] : scriptOf(options, path);
    if (file === undefined || request.method !== 'GET' || !(await isFile(file[0])))
      send(response, 404, TEXT, '没有这个页面');
    else send(response, 200, file[1], await readFile(file[0]));
    return undefined;
  };

  return {
    received,
    handle: (request, response) => {
      answer(request, response).catch(() => send(response, 500, TEXT, '服务器出错'));
    },
  };
}
