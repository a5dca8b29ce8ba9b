import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';

const VIRTUAL = 'virtual:guidelines';
const RESOLVED = `\0${VIRTUAL}`;

interface ContractFile {
  readonly id: string;
  readonly programs: Readonly<Record<string, { readonly machines: Readonly<Record<string, unknown>> }>>;
}

function readContract(folder: string): ContractFile | undefined {
  const file = join(folder, 'contract.json');
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ContractFile;
  } catch {
    // A half-written file: the watcher calls again when it is complete.
    return undefined;
  }
}

/** An import expression that is evaluated when the page asks for it, or `undefined` when nothing was generated. */
function lazily(folder: string, name: string): string {
  const file = join(folder, name);
  return existsSync(file) ? `() => import(${JSON.stringify(file)})` : 'undefined';
}

function programSource(folder: string, id: string, machines: readonly string[]): string {
  const at = join(folder, id);
  const diagrams = machines
    .map((name) => `${JSON.stringify(name)}: ${lazily(at, `diagram-${name}.json`)}`)
    .join(', ');
  return `{
    validators: ${lazily(at, 'validators.js')},
    rules: ${lazily(at, 'rules.js')},
    define: ${lazily(at, 'define.js')},
    rjsf: ${lazily(at, 'rjsf.js')},
    scenarios: ${lazily(at, 'scenarios.json')},
    diagrams: { ${diagrams} },
  }`;
}

function moduleSource(dist: string): string {
  const names = existsSync(dist)
    ? readdirSync(dist)
        .filter((name) => existsSync(join(dist, name, 'contract.json')))
        .sort()
    : [];
  const packages = names.flatMap((name) => {
    const folder = join(dist, name);
    const contract = readContract(folder);
    if (contract === undefined) return [];
    const programs = Object.entries(contract.programs).map(
      ([id, program]) => `${JSON.stringify(id)}: ${programSource(folder, id, Object.keys(program.machines))}`,
    );
    return [
      `{ name: ${JSON.stringify(name)}, id: ${JSON.stringify(contract.id)},
  contract: ${lazily(folder, 'contract.json')},
  inbox: ${lazily(folder, 'define/inbox.js')},
  programs: { ${programs.join(',\n')} } }`,
    ];
  });
  return `export const packages = [${packages.join(',\n')}];\n`;
}

/** Reloads the page once per regeneration: a build writes many files within a moment. */
function reloadOnChange(server: ViteDevServer, dist: string): void {
  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(dist);
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(dist)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
    }, 150);
  });
}

/** Makes the generated packages under `dist` importable as `virtual:guidelines`, and reloads when they change. */
export function guidelines(dist: string): Plugin {
  return {
    name: 'zhinan:guidelines',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? moduleSource(dist) : undefined),
    configureServer: (server) => reloadOnChange(server, dist),
    // Generated files are reloaded as a whole (above): a partial update would mix two builds.
    handleHotUpdate: ({ file }) => (file.startsWith(dist) ? [] : undefined),
  };
}
