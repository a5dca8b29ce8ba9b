import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FileTree } from '@zhinan/model';

/** Pages by name: `http://…/<name>/`, with and without a strict policy (`/strict/<name>/`). */
export interface BenchHost {
  url(name: string, strict?: boolean): string;
  /** Files of a page that were asked for since the host began. */
  asked(name: string): ReadonlySet<string>;
  close(): Promise<void>;
}

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

const page = (files: FileTree): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>实测</title>
${files['engine.css'] === undefined ? '' : '<link rel="stylesheet" href="engine.css">'}
<script type="module" src="/harness.js"></script>
${files['engine.js'] === undefined ? '' : '<script type="module" src="engine.js"></script>'}
<main><h1>实测</h1><div id="host"></div></main>
</html>`;

export async function benchHost(
  pages: Readonly<Record<string, FileTree>>,
  harness: string,
): Promise<BenchHost> {
  const asked = new Map<string, Set<string>>();
  const server = createServer((request, response) => {
    const parts = (request.url ?? '/').split('/').filter(Boolean);
    const strict = parts[0] === 'strict';
    const [name = '', ...folders] = strict ? parts.slice(1) : parts;
    const path = folders.join('/') || 'index.html';
    const files = pages[name];
    const text =
      name === 'harness.js' ? harness : path === 'index.html' && files ? page(files) : files?.[path];
    if (files?.[path] !== undefined) asked.set(name, (asked.get(name) ?? new Set()).add(path));
    response.statusCode = text === undefined ? 404 : 200;
    const type = types[(name === 'harness.js' ? name : path).split('.').at(-1) ?? ''] ?? 'text/plain';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    if (strict) response.setHeader('content-security-policy', policy);
    response.end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: (name, strict = false) => `http://127.0.0.1:${port}/${strict ? 'strict/' : ''}${name}/`,
    asked: (name) => asked.get(name) ?? new Set(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
