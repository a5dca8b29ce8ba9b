import type { Contract, FileTree } from '@zhinan/model';
import { editionElementsOf, elementsOf } from './elements/elements.ts';
import { packageName } from './names.ts';

/** Files that do something when imported: those that define elements. */
const definesElements = /(?:^|\/)define(?:\/[^/]+)?\.js$|\.bundle\.js$/;

type Target = string | { readonly types: string; readonly default: string };

function target(path: string, present: ReadonlySet<string>): Target {
  const types = path.replace(/\.js$/, '.d.ts');
  return present.has(types) ? { types: `./${types}`, default: `./${path}` } : `./${path}`;
}

/** Modules one may import: those at the top and of each programme, each validator and each tag alone. */
const isEntry = (path: string): boolean =>
  path.split('/').length <= 2 || ['validators', 'define'].includes(path.split('/')[1] ?? '');

/** Entries by their path without extension; an index by its folder; internal modules below `elements/` stay internal. */
function entries(present: ReadonlySet<string>): Record<string, Target> {
  const exported: Record<string, Target> = {};
  for (const path of [...present].toSorted()) {
    if (path.endsWith('.js') && isEntry(path)) {
      const name = path.replace(/\.js$/, '').replace(/(?:^|\/)index$/, '');
      exported[name === '' ? '.' : `./${name}`] = target(path, present);
    } else if (path.endsWith('.d.ts') && !present.has(path.replace(/\.d\.ts$/, '.js'))) {
      exported[`./${path.replace(/\.d\.ts$/, '')}`] = { types: `./${path}`, default: `./${path}` };
    } else if (path.endsWith('.json') || path.endsWith('.dmn')) {
      exported[`./${path}`] = `./${path}`;
    }
  }
  return exported;
}

/** What the Node edge bundles for a script tag, all tags together and each alone: path → module that it is made from. */
export function bundles(contract: Contract, emitted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const single = Object.values(contract.programs).flatMap((program) =>
    elementsOf(contract, program).map(
      ({ file }) => [`${program.id}/${file}.bundle.js`, `${program.id}/define/${file}.js`] as const,
    ),
  );
  const overall = editionElementsOf(contract).map(
    ({ file }) => [`${file}.bundle.js`, `define/${file}.js`] as const,
  );
  return new Map(
    [['elements.bundle.js', 'define.js'] as const, ...overall, ...single].filter(([, from]) =>
      emitted.has(from),
    ),
  );
}

/** `package.json`: exports of all that was emitted, and of the bundles that the Node edge will add. */
export function packageJson(contract: Contract, emitted: ReadonlySet<string>): FileTree {
  const present = new Set([...emitted, ...bundles(contract, emitted).keys()]);
  const content = {
    name: packageName(contract),
    version: `${contract.generator.split('.').slice(0, 2).join('.')}.0-${contract.hash.slice(0, 12)}`,
    description: contract.title,
    type: 'module',
    exports: { ...entries(present), './package.json': './package.json' },
    types: './index.d.ts',
    customElements: 'custom-elements.json',
    sideEffects: [...present]
      .filter((path) => definesElements.test(path))
      .toSorted()
      .map((path) => `./${path}`),
    engines: { node: '>=20' },
    dependencies: {
      '@zhinan/documents': contract.generator,
      '@zhinan/elements': contract.generator,
      '@zhinan/engine': contract.generator,
      '@zhinan/model': contract.generator,
      lit: '^3.3.0',
    },
    peerDependencies: { xstate: '^5.30.0', '@rjsf/validator-ajv8': '^6.0.0' },
    peerDependenciesMeta: { xstate: { optional: true }, '@rjsf/validator-ajv8': { optional: true } },
  };
  return { 'package.json': `${JSON.stringify(content, null, 2)}\n` };
}
