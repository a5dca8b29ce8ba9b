import { fileURLToPath } from 'node:url';
import type { FileTree } from '@zhinan/model';
import { rolldown, type Plugin } from 'rolldown';

const here = fileURLToPath(import.meta.url);
const VIRTUAL = '\0package/';

/** Serves the generated files from memory; whatever they import by name is looked up from this package. */
function fromTree(files: FileTree): Plugin {
  return {
    name: 'zhinan:tree',
    resolveId(id, importer) {
      if (id.startsWith(VIRTUAL)) return id;
      if (importer?.startsWith(VIRTUAL) && id.startsWith('.')) {
        const path = new URL(id, `tree:/${importer.slice(VIRTUAL.length)}`).pathname.slice(1);
        if (!Object.hasOwn(files, path))
          throw new Error(`${importer.slice(VIRTUAL.length)} imports ${path}, which was not emitted`);
        return VIRTUAL + path;
      }
      return importer?.startsWith(VIRTUAL) ? this.resolve(id, here, { skipSelf: true }) : undefined;
    },
    load: (id) => (id.startsWith(VIRTUAL) ? files[id.slice(VIRTUAL.length)] : undefined),
  };
}

interface BundleOptions {
  readonly external?: readonly string[];
  readonly banner?: string;
}

/** One self-contained minified ES module for an entry of the tree. */
async function bundled(files: FileTree, entry: string, options: BundleOptions = {}): Promise<string> {
  const build = await rolldown({
    input: VIRTUAL + entry,
    plugins: [fromTree(files)],
    platform: 'browser',
    external: [...(options.external ?? [])],
    resolve: { conditionNames: ['zhinan-source', 'browser', 'import', 'default'] },
    transform: { target: 'es2022' },
    onLog(level, log) {
      if (level === 'warn') throw new Error(`bundling ${entry}: ${log.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'es', minify: true, codeSplitting: false });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error(`bundling ${entry} gave more than one file`);
    return `${options.banner ?? ''}${chunk.code}`;
  } finally {
    await build.close();
  }
}

/** The comment lines at the head of a generated file, kept when its code is bundled. */
function headOf(text: string): string {
  return /^(?:\/\/.*\n)*/.exec(text)?.[0] ?? '';
}

/** Matches dynamic code and module loading, none of which a sealed module may hold. */
const unsealed = /\bimport\s*[({'"*]|\brequire\s*\(|\beval\s*\(|\bnew\s+Function\b/;

async function sealed(files: FileTree, path: string, external: readonly string[] = []): Promise<string> {
  const code = await bundled(files, path, { external, banner: headOf(files[path] ?? '') });
  if (external.length === 0 && unsealed.test(code)) throw new Error(`${path} could not be sealed`);
  return code;
}

/**
 * The files that need a bundler: validators without any import, RJSF kits that import nothing but RJSF, and
 * `elements.bundle.js`, which one script tag loads. Same tree, same bytes.
 */
export async function bundlePackage(files: FileTree): Promise<FileTree> {
  const paths = Object.keys(files);
  const result: Record<string, string> = {};
  for (const path of paths.filter((name) => name.endsWith('/validators.js')))
    result[path] = await sealed(files, path);
  for (const path of paths.filter((name) => name.endsWith('/rjsf.js')))
    result[path] = await sealed(files, path, ['@rjsf/validator-ajv8']);
  const defining = paths.filter((name) => name.endsWith('/define.js')).toSorted();
  if (defining.length > 0) {
    const entry = defining.map((path) => `import './${path}';`).join('\n');
    const head = headOf(files[defining[0] ?? ''] ?? '');
    const tree = { ...files, 'elements.bundle.js': entry };
    result['elements.bundle.js'] = await bundled(tree, 'elements.bundle.js', { banner: head });
  }
  return result;
}
