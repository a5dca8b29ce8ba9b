import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { hosts, type Host, type HostName } from './hosts.ts';

const here = import.meta.dirname;

/** Serves imports of the generated package by its own `exports`, as if it were installed. */
function packageModules(folder: string): Plugin {
  const self = createRequire(join(folder, 'package.json'));
  const { name } = self('./package.json') as { readonly name: string };
  return {
    name: 'portal:package',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(`${name}/`) ? self.resolve(id) : undefined),
  };
}

/** The one page of all portals runs the host's own main module under the host's style sheet. */
function ownParts(parts: Readonly<Record<string, string>>): Plugin {
  return { name: 'portal:parts', enforce: 'pre', resolveId: (id) => parts[id] };
}

/** Builds a host's page as a portal team would: external scripts and style sheets, no development code. */
async function main(name: HostName, folder: string, out: string): Promise<void> {
  const { entry, plugins, alias, styles = '../plain/portal.css' }: Host = hosts[name];
  const own = (file: string): string => resolve(here, '..', name, file);
  await build({
    configFile: false,
    root: here,
    base: './',
    mode: 'production',
    logLevel: 'error',
    plugins: [
      ownParts({ '/main.ts': own(entry), '/portal.css': own(styles) }),
      packageModules(folder),
      ...((await plugins?.()) ?? []),
    ],
    resolve: {
      ...(alias !== undefined && { alias }),
      conditions: ['zhinan-source', 'module', 'browser', 'production'],
      dedupe: ['lit', 'react', 'react-dom', '@rjsf/utils'],
    },
    build: {
      outDir: out,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
    },
  });
}

const [name, folder, out] = process.argv.slice(2);
if (name === undefined || folder === undefined || out === undefined || !Object.hasOwn(hosts, name))
  throw new Error('usage: build.ts <host> <folder of the generated package> <out>');
await main(name as HostName, folder, out);
