import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePackage, reachedScripts } from '@zhinan/compiler/node';
import type { FileTree } from '@zhinan/model';
import { rolldown, type Plugin } from 'rolldown';
import { competitors } from './competitors.ts';
import type { Engine } from './engine.ts';
import type { BenchPackage, FormName } from './package.ts';

const here = fileURLToPath(import.meta.url);
const folder = fileURLToPath(new URL('.', import.meta.url));
const VIRTUAL = '\0bench/';

/** What a page loads for one engine and one form: path → text, the entry is `engine.js`. */
export type EngineFiles = FileTree;

/** The same bundler and the same options for everybody: production mode, minified, split where the code says so. */
async function modules(plugin: Plugin): Promise<FileTree> {
  const build = await rolldown({
    input: { engine: `${VIRTUAL}engine.js` },
    plugins: [plugin],
    platform: 'browser',
    resolve: {
      conditionNames: ['zhinan-source', 'browser', 'import', 'default'],
      modules: ['node_modules', competitors],
    },
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    checks: { bundlerTimings: false },
    onLog: () => undefined,
  });
  try {
    const { output } = await build.generate({
      format: 'es',
      minify: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    });
    return Object.fromEntries(
      output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part.code]] : [])),
    );
  } finally {
    await build.close();
  }
}

/**
 * Finds `package/…` in the generated package, `bench/…` in this folder, `json/…` in what the engine converted. Bundles
 * of the package are left as they are, and loaded as a portal loads them.
 */
function sources(files: FileTree): Plugin {
  return {
    name: 'bench:sources',
    resolveId(id, importer) {
      if (id.startsWith(VIRTUAL)) return id;
      if (id.endsWith('.bundle.js')) return { id: `./${id}`, external: true };
      if (id.startsWith('package/') || id.startsWith('json/')) return VIRTUAL + id;
      if (id.startsWith('bench/')) return join(folder, id.slice('bench/'.length));
      if (!importer?.startsWith(VIRTUAL)) return undefined;
      if (!id.startsWith('.')) return this.resolve(id, here, { skipSelf: true });
      return VIRTUAL + new URL(id, `tree:/${importer.slice(VIRTUAL.length)}`).pathname.slice(1);
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return undefined;
      const path = id.slice(VIRTUAL.length);
      const code = files[path];
      if (code === undefined) throw new Error(`${path} is not there to be bundled`);
      return { code, moduleSideEffects: !path.startsWith('package/') || path.includes('/define/') };
    },
  };
}

/** Style sheets of an engine, which nobody can leave out who uses it, as one file. */
function styles(engine: Engine): FileTree {
  if (!engine.styles) return {};
  const require = createRequire(join(competitors, 'here.js'));
  return {
    'engine.css': engine.styles.map((path) => readFileSync(require.resolve(path), 'utf8')).join('\n'),
  };
}

const bundled = new WeakMap<BenchPackage, Promise<FileTree>>();

/** The bundles of the generated package that an entry imports, with their chunks. */
async function packageBundles(from: BenchPackage, entry: string): Promise<FileTree> {
  const making = bundled.get(from) ?? bundlePackage(from.files);
  bundled.set(from, making);
  const made = await making;
  const paths = [...entry.matchAll(/'package\/(\S+\.bundle\.js)'/g)].flatMap(([, path = '']) => [
    ...reachedScripts(made, path, true),
  ]);
  return Object.fromEntries(paths.map((path) => [`package/${path}`, made[path] ?? '']));
}

export async function bundle(
  engine: Engine,
  form: FormName,
  from: BenchPackage,
  json: unknown = engine.json?.(form, from),
): Promise<EngineFiles> {
  const files: FileTree = {
    ...Object.fromEntries(Object.entries(from.files).map(([path, text]) => [`package/${path}`, text])),
    ...(json !== undefined && {
      [`json/${form}.js`]: `export default JSON.parse(${JSON.stringify(JSON.stringify(json))});`,
    }),
    'engine.js': engine.entry(form),
  };
  const ready = engine.ready ? await packageBundles(from, engine.entry(form)) : {};
  return { ...(await modules(sources(files))), ...styles(engine), ...ready };
}
