import type { Contract, FileTree } from '@zhinan/model';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { bundles } from '../6-emit/package-json.ts';
import { bundlingOf, headOf, moduleOf } from './bundle-input.ts';
import { withFewEscaped } from './escape-few.ts';
import { minifyStyles } from './minify-styles.ts';
import { minifyTemplates } from './minify-templates.ts';

/**
 * The bundles of a package's elements: path → code. Those of one tag share what they have in common through `chunks/`;
 * the one of all tags holds it itself, since whoever loads it needs no other. Whatever is loaded by `import()` is a chunk
 * too: a host serves the folder as it is. The name of a chunk changes with its bytes: it may be cached for ever, and a
 * page never gets a chunk of another version.
 */
export async function bundleElements(files: FileTree): Promise<FileTree> {
  const contract = files['contract.json'];
  if (contract === undefined) return {};
  const entries = [...bundles(JSON.parse(contract) as Contract, new Set(Object.keys(files)))];
  const isSingle = ([path]: (typeof entries)[number]): boolean => path !== 'elements.bundle.js';
  const [single, all] = await Promise.all([
    bundled(files, new Map(entries.filter(isSingle))),
    bundled(files, new Map(entries.filter((entry) => !isSingle(entry)))),
  ]);
  return { ...single, ...all };
}

/** Bundles entries together: path → the module that defines its tags. */
async function bundled(files: FileTree, entries: ReadonlyMap<string, string>): Promise<FileTree> {
  if (entries.size === 0) return {};
  const { plugin, partOf } = sharedParts();
  const input = bundlingOf(files, 'elements');
  const build = await rolldown({
    ...input,
    plugins: [input.plugins, minifyStyles(), minifyTemplates(), plugin],
    input: Object.fromEntries(
      [...entries].map(([path, from]) => [path.replace(/\.js$/, ''), moduleOf(from)]),
    ),
  });
  try {
    const { output } = await build.generate({
      format: 'es',
      minify: true,
      entryFileNames: '[name].js',
      chunkFileNames: ({ name }) => `chunks/${name.replace(/\.(?:styles|bundle)$/, '')}-[hash].js`,
      ...(entries.size > 1
        ? { codeSplitting: { groups: [{ name: partOf, tags: ['$initial'] }, explanation] } }
        : {}),
    });
    const chunks = new Map(
      output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
    );
    return Object.fromEntries(
      [...chunks.values()].map((chunk) => {
        const entry = entries.get(chunk.fileName);
        const code = entry === undefined ? chunk.code : entryCode(chunk, chunks, files[entry]);
        return [chunk.fileName, withFewEscaped(code)];
      }),
    );
  } finally {
    await build.close();
  }
}

/**
 * What loads together although the bundler could take it apart, each by the modules it begins at: many small files
 * cost more than the few bytes that one form of them does not need. The first part that a module belongs to has it.
 */
const parts: readonly (readonly [name: string, begins: RegExp])[] = [
  // Of every element.
  [
    'base',
    /\/elements\/\w+\/(?:define|reactive|events|strings\/(?:language|visible)|styles\/(?:adopt|foundation\.styles))\.[jt]s$/,
  ],
  // Of every view, and of what a form draws later.
  ['lit', /\/node_modules\/(?:lit\/html|lit-html\/lit-html)\./],
  // Of every form: what is first on the screen, and the verdict on it.
  [
    'form',
    /\/elements\/\w+\/(?:form\/(?:form-element|scope)|controls\/(?:text|choice|number|date|group))\.[jt]s$/,
  ],
  ['form', /\/engine\/\w+\/(?:validation\/(?:formats|primitives)|identifiers\/formats)\.[jt]s$/],
  // Of a form with rows or files, and most that have one have the other.
  ['lists', /\/elements\/\w+\/(?:form\/rows|attachments\/files)\.[jt]s$/],
];

/** What tells a person what is wrong, whoever asks for it: views of ways and lookups need some of it, and never before it. */
const explanation = {
  name: 'explain',
  test: /\/elements\/\w+\/(?:form\/(?:explain|issues|error-summary)|strings\/issues|styles\/error-summary\.styles)\.[jt]s$/,
};

/** A plugin that sees which module imports which, and from it the part that a module belongs to. */
function sharedParts(): {
  readonly plugin: Plugin;
  readonly partOf: (id: string) => string | null;
} {
  const imports = new Map<string, readonly string[]>();
  const known = new Map<string, string>();
  const visit = (id: string, part: string): void => {
    if (known.has(id)) return;
    known.set(id, part);
    for (const imported of imports.get(id) ?? []) visit(imported, part);
  };
  return {
    plugin: {
      name: 'zhinan:parts',
      moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
    },
    partOf: (id) => {
      if (known.size === 0)
        for (const [part, begins] of parts)
          for (const module of imports.keys()) if (begins.test(module)) visit(module, part);
      return known.get(id) ?? null;
    },
  };
}

/** An entry names all chunks it will need, so that a browser asks for them at once instead of one after the other. */
function entryCode(
  entry: OutputChunk,
  chunks: ReadonlyMap<string, OutputChunk>,
  source: string | undefined,
): string {
  const later = staticImports(entry, chunks).filter((path) => !entry.imports.includes(path));
  const up = '../'.repeat(entry.fileName.split('/').length - 1) || './';
  return headOf(source) + later.map((path) => `import"${up}${path}";`).join('') + entry.code;
}

/** Chunks that load with an entry, directly or through another one. */
function staticImports(entry: OutputChunk, chunks: ReadonlyMap<string, OutputChunk>): readonly string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    chunks.get(path)?.imports.forEach(visit);
  };
  entry.imports.forEach(visit);
  return [...found];
}
