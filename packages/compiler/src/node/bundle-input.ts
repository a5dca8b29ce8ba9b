import { fileURLToPath } from 'node:url';
import type { FileTree } from '@zhinan/model';
import { type InputOptions, type Plugin } from 'rolldown';

const here = fileURLToPath(import.meta.url);
/** In a checkout our packages are read from their sources; a published package has none. */
const conditionNames = [...(here.endsWith('.ts') ? ['zhinan-source'] : []), 'browser', 'import', 'default'];
const VIRTUAL = '\0package/';

/** Name by which the bundler knows a file of the tree. */
export const moduleOf = (path: string): string => VIRTUAL + path;

/** Serves the generated files from memory; whatever they import by name is looked up from this package. */
function fromTree(files: FileTree): Plugin {
  return {
    name: 'zhinan:tree',
    resolveId(id, importer) {
      if (id.startsWith(VIRTUAL)) return id;
      if (!importer?.startsWith(VIRTUAL)) return undefined;
      if (!id.startsWith('.')) return this.resolve(id, here, { skipSelf: true });
      const from = importer.slice(VIRTUAL.length);
      const path = new URL(id, `tree:/${from}`).pathname.slice(1);
      if (!Object.hasOwn(files, path)) throw new Error(`${from} imports ${path}, which was not emitted`);
      return VIRTUAL + path;
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return undefined;
      const path = id.slice(VIRTUAL.length);
      // Generated modules do nothing when loaded, but for those that define tags: unused ones drop out whole.
      return { code: files[path] ?? '', moduleSideEffects: /(?:^|\/)define(?:\/[^/]+)?\.js$/.test(path) };
    },
  };
}

/** How every bundle of a package is read: its files from memory, ours as for a browser, any warning an error. */
export function bundlingOf(files: FileTree, what: string): InputOptions {
  return {
    plugins: [fromTree(files)],
    platform: 'browser',
    resolve: { conditionNames },
    transform: { target: 'es2022' },
    // That a busy machine is slow is no fault of what is bundled, nor that what one tag loads later another loads at first.
    checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
    onLog(level, log) {
      if (level === 'warn') throw new Error(`bundling ${what}: ${log.message}`);
    },
  };
}

/** The comment lines at the head of a generated file, kept when its code is bundled. */
export function headOf(text: string | undefined): string {
  return /^(?:\/\/.*\n)*/.exec(text ?? '')?.[0] ?? '';
}
