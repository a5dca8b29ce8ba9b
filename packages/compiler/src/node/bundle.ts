import { fileURLToPath } from 'node:url';
import type { Contract, FileTree } from '@zhinan/model';
import { rolldown, type Plugin } from 'rolldown';
import { bundles } from '../6-emit/package-json.ts';
import { remembered } from '../6-emit/remember.ts';

const here = fileURLToPath(import.meta.url);
/** In a checkout our packages are read from their sources; a published package has none. */
const conditionNames = [...(here.endsWith('.ts') ? ['zhinan-source'] : []), 'browser', 'import', 'default'];
const VIRTUAL = '\0package/';

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

/** One self-contained minified ES module for an entry of the tree; what is `external` stays imported. */
export async function bundleEntry(
  files: FileTree,
  entry: string,
  external: readonly string[] = [],
): Promise<string> {
  const build = await rolldown({
    input: VIRTUAL + entry,
    plugins: [fromTree(files)],
    platform: 'browser',
    external: [...external],
    resolve: { conditionNames },
    transform: { target: 'es2022' },
    // That a busy machine is slow is no fault of what is bundled.
    checks: { bundlerTimings: false },
    onLog(level, log) {
      if (level === 'warn') throw new Error(`bundling ${entry}: ${log.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'es', minify: true, codeSplitting: false });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error(`bundling ${entry} gave more than one file`);
    return chunk.code;
  } finally {
    await build.close();
  }
}

/** The comment lines at the head of a generated file, kept when its code is bundled. */
function headOf(text: string | undefined): string {
  return /^(?:\/\/.*\n)*/.exec(text ?? '')?.[0] ?? '';
}

/** Dynamic code and module loading, none of which a sealed module may hold. */
const unsealed = /\bimport\s*[({'"*]|\bfrom\s*["']|\brequire\s*\(|\beval\s*\(|\bnew\s+Function\b/;

/** Bundles an entry that needs only the files given; in a watching process those that did not change are not done again. */
const bundleAgain = remembered(async (request) => {
  const { files, entry, external } = JSON.parse(request) as Request;
  return bundleEntry(files, entry, external);
}, 200);

interface Request {
  readonly files: FileTree;
  readonly entry: string;
  readonly external: readonly string[];
}

async function modules(files: FileTree, entry: string, external: readonly string[] = []): Promise<string> {
  // Heads name the contract, which any change to the definition changes: they are put back at the end.
  const needed = entry.endsWith('/validators.js')
    ? (path: string) => path.startsWith(entry.slice(0, -3))
    : (path: string) => path === entry;
  const bodies = Object.entries(files)
    .filter(([path]) => path.endsWith('.js') && needed(path))
    .map(([path, text]) => [path, text.slice(headOf(text).length)]);
  const request: Request = { files: Object.fromEntries(bodies), entry, external };
  return headOf(files[entry]) + (await bundleAgain(JSON.stringify(request)));
}

async function sealed(files: FileTree, path: string): Promise<string> {
  const code = await modules(files, path);
  if (unsealed.test(code)) throw new Error(`${path} could not be sealed`);
  return code;
}

/** Bundles for a script tag: path → the module that defines its tags. */
function elementBundles(files: FileTree): ReadonlyMap<string, string> {
  const contract = files['contract.json'];
  if (contract === undefined) return new Map();
  return bundles(JSON.parse(contract) as Contract, new Set(Object.keys(files)));
}

/**
 * The files that need a bundler: validators without any import, RJSF kits that import nothing but RJSF, and
 * the bundles of elements, each loaded by one script tag. Same tree, same bytes.
 */
export async function bundlePackage(files: FileTree): Promise<FileTree> {
  const paths = Object.keys(files);
  const validators = paths.filter((path) => /\/validators(?:\/[^/]+)?\.js$/.test(path));
  const kits = paths.filter((path) => path.endsWith('/rjsf.js'));
  const done = await Promise.all([
    ...validators.map(async (path) => [path, await sealed(files, path)] as const),
    ...kits.map(async (path) => [path, await modules(files, path, ['@rjsf/validator-ajv8'])] as const),
    ...[...elementBundles(files)].map(
      async ([path, entry]) => [path, headOf(files[entry]) + (await bundleEntry(files, entry))] as const,
    ),
  ]);
  return Object.fromEntries(done);
}
