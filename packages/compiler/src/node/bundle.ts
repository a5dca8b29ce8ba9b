import type { FileTree } from '@zhinan/model';
import { rolldown } from 'rolldown';
import { remembered } from '../6-emit/remember.ts';
import { bundleElements } from './bundle-elements.ts';
import { bundlingOf, headOf, moduleOf } from './bundle-input.ts';

/** One self-contained minified ES module for an entry of the tree; what is `external` stays imported. */
export async function bundleEntry(
  files: FileTree,
  entry: string,
  external: readonly string[] = [],
): Promise<string> {
  const build = await rolldown({
    ...bundlingOf(files, entry),
    input: moduleOf(entry),
    external: [...external],
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

/**
 * The files that need a bundler: validators without any import, RJSF kits that import nothing but RJSF, and the bundles
 * of elements with their chunks. Same tree, same bytes.
 */
export async function bundlePackage(files: FileTree): Promise<FileTree> {
  const paths = Object.keys(files);
  const validators = paths.filter((path) => /\/validators(?:\/[^/]+)?\.js$/.test(path));
  const kits = paths.filter((path) => path.endsWith('/rjsf.js'));
  const done = await Promise.all([
    ...validators.map(async (path) => [path, await sealed(files, path)] as const),
    ...kits.map(async (path) => [path, await modules(files, path, ['@rjsf/validator-ajv8'])] as const),
  ]);
  return { ...Object.fromEntries(done), ...(await bundleElements(files)) };
}
