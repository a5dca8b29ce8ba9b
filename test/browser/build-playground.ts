import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { preview, type PreviewServer } from 'vite';
import { run } from './run.ts';

/** The playground as a page of files, on a free port: built into `out` when somebody first asks for it. */
export function serveBuilt(repository: string, dist: string, out: string): Promise<PreviewServer> {
  mkdirSync(out, { recursive: true });
  let built: Promise<void> | undefined;
  return preview({
    configFile: false,
    root: join(repository, 'playground'),
    build: { outDir: out },
    preview: { port: 0, host: 'localhost' },
    logLevel: 'warn',
    plugins: [
      {
        name: 'zhinan:built-when-asked-for',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use(async (_request, _response, next) => {
            built ??= build(repository, dist, out);
            try {
              await built;
              next();
            } catch (error) {
              next(error);
            }
          });
        },
      },
    ],
  });
}

/** React's development build stays, as `zhinan dev` has it: it says on the console what is used wrongly. */
function build(repository: string, dist: string, out: string): Promise<void> {
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const options = ['--mode', 'development', '--minify', 'false', '--outDir', out, '--logLevel', 'error'];
  return run(
    ['--conditions=zhinan-source', vite, 'build', 'playground', '--emptyOutDir', ...options],
    repository,
    { NODE_ENV: 'development', ZHINAN_DIST: dist },
  );
}
