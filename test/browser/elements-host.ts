import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page server that allows nothing but its own scripts and style sheets, and no text where markup or code is meant. */
export interface StrictHost {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

export async function strictHost(
  files: Readonly<Record<string, string>>,
  /** Names after `trusted-types`; two copies of Lit need `'allow-duplicates'`. */
  trustedTypes = 'lit-html',
): Promise<StrictHost> {
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/^\/|\?.*$/g, '') || 'index.html';
    const text = files[path];
    response.statusCode = text === undefined ? 404 : 200;
    response.setHeader(
      'content-type',
      `${types[path.split('.').at(-1) ?? ''] ?? 'text/plain'}; charset=utf-8`,
    );
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; require-trusted-types-for 'script'; trusted-types ${trustedTypes}`,
    );
    response.end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** A page around some markup, with the bundle and a script of the host. */
export function hostPage(body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>测试门户</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/host.css" />
    <script type="module" src="/elements.bundle.js"></script>
    <script type="module" src="/host.js"></script>
  </head>
  <body><main><h1>测试门户</h1>${body}</main></body>
</html>`;
}
