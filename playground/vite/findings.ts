import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PATH = '/findings';
/** Characters of findings at most: a broken edition may have very many. */
const MOST = 64 * 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What `zhinan test --format json` says of one edition: all checks, and every scenario played. */
function findingsOf(repository: string, edition: string, language: string): Promise<Answer> {
  // The name comes from an address: only a scheme and an edition, and only one that is there.
  if (!/^[\w-]+\/[\w-]+$/.test(edition) || !existsSync(join(repository, 'definitions', edition)))
    return Promise.resolve({ status: 404, body: JSON.stringify({ error: `no definitions of ${edition}` }) });
  const command = join(repository, 'packages/compiler/bin/zhinan.js');
  const options = ['test', edition, '--format', 'json', '--lang', language === 'en' ? 'en' : 'zh-CN'];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...options],
      { cwd: repository, maxBuffer: MOST },
      (_error, out, err) => {
        // Findings make it end with 1 and still are the answer; without any output it could not run at all.
        if (out.trim() === '') resolve({ status: 500, body: JSON.stringify({ error: err.slice(-2000) }) });
        else resolve({ status: 200, body: out });
      },
    );
  });
}

/** Serves the findings on the definitions as they stand on disk: `/findings?edition=…&lang=…`. */
export function findings(repository: string): Plugin {
  return {
    name: 'zhinan:findings',
    configureServer: ({ middlewares }) => {
      middlewares.use(PATH, (request, response, next) => {
        const query = new URL(request.url ?? '', 'http://localhost').searchParams;
        const edition = query.get('edition');
        if (edition === null) return next();
        void findingsOf(repository, edition, query.get('lang') ?? '').then(({ status, body }) =>
          response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(body),
        );
      });
    },
  };
}
