import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin, ViteDevServer } from 'vite';

const VIRTUAL = 'virtual:catalogue';
const RESOLVED = `\0${VIRTUAL}`;

/** Generates the catalogue beside the guidelines, not among them. */
async function generate(repository: string, definition: string, out: string): Promise<string> {
  const command = join(repository, 'packages/compiler/bin/zhinan.js');
  await promisify(execFile)(process.execPath, [command, 'build', '--definitions', definition, '--out', out], {
    cwd: repository,
  });
  const folder = join(out, 'catalogue-2026');
  const at = (path: string): string => JSON.stringify(join(folder, path));
  return `import scenarios from ${at('controls/scenarios.json')};
export const [{ facts }] = scenarios;
export const define = () => import(${at('controls/define.js')});\n`;
}

function regenerateOnChange(server: ViteDevServer, definition: string): void {
  server.watcher.add(definition);
  server.watcher.on('all', (_event, path) => {
    const known = server.moduleGraph.getModuleById(RESOLVED);
    if (!path.startsWith(definition) || !known) return;
    server.moduleGraph.invalidateModule(known);
    server.ws.send({ type: 'full-reload' });
  });
}

/** Makes the catalogue of controls importable as `virtual:catalogue`; it is generated when somebody first opens it. */
export function catalogue(repository: string): Plugin {
  const definition = join(repository, 'packages/elements/catalogue/definition');
  let out: string;
  return {
    name: 'zhinan:catalogue',
    // A playground that is served and one that is built at the same time must not write one folder.
    configResolved: ({ command }) => void (out = join(repository, '.cache/catalogue', command)),
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? generate(repository, definition, out) : undefined),
    configureServer: (server) => regenerateOnChange(server, definition),
  };
}
