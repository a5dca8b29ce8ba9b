import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The layers as a table: who may import whom. A new edge is a decision, not an accident. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  engine: ['model'],
  documents: ['model'],
  compiler: ['model', 'engine', 'documents'],
  elements: ['model', 'engine'],
};
/** Folders of the compiler that may touch the machine; everything else also runs in a browser. */
const edges = ['node', 'cli', 'testing'];

const packages = new URL('../packages/', import.meta.url).pathname;
const sources = Object.keys(allowed).flatMap((name) =>
  readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({
      package: name,
      path: path.split(sep).join('/'),
      text: readFileSync(join(packages, name, 'src', path), 'utf8'),
    })),
);
const shipped = sources.filter(({ path }) => !/\.(?:test|fixture)\.ts$/.test(path));

/** Modules named by a source file; text between backquotes is code that the compiler generates, not code of ours. */
function importsOf(source: string): string[] {
  const text = source.replaceAll(/`[^`]*`/g, '``');
  return [
    ...text.matchAll(
      /^\s*(?:import|export)[^'"`;]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
    ),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

/** Number of the stage folder a path lies in; NaN outside the stages. */
function stage(path: string): number {
  return Number(/^(\d)-/.exec(path)?.[1] ?? Number.NaN);
}

function withoutTypes(text: string): string {
  return text
    .replaceAll(/(?:import|export) type [^;]*;/g, '')
    .replaceAll(/(?<=[:<|&] *)import\([^)]*\)/g, '');
}

describe('layers', () => {
  test('packages import only the packages below them', () => {
    const wrong = shipped.flatMap((file) =>
      importsOf(file.text)
        .map((name) => /^@zhinan\/([a-z]+)/.exec(name)?.[1])
        .filter(
          (name) => name !== undefined && name !== file.package && !allowed[file.package]?.includes(name),
        )
        .map((name) => `${file.package}/${file.path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('relative imports stay inside their package', () => {
    const wrong = shipped.flatMap((file) =>
      importsOf(file.text)
        .filter(
          (name) =>
            name.startsWith('.') && relative('src', join('src', file.path, '..', name)).startsWith('..'),
        )
        .map((name) => `${file.package}/${file.path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only the Node edge of the compiler imports node: modules', () => {
    const wrong = shipped
      .filter((file) => !(file.package === 'compiler' && edges.includes(file.path.split('/')[0] ?? '')))
      .filter((file) => importsOf(file.text).some((name) => name.startsWith('node:')))
      .map((file) => `${file.package}/${file.path}`);
    expect(wrong).toEqual([]);
  });

  test('a compiler stage never imports a later one', () => {
    const wrong = shipped
      .filter((file) => file.package === 'compiler' && stage(file.path) > 0)
      .flatMap((file) =>
        importsOf(file.text)
          .filter(
            (name) =>
              name.startsWith('.') &&
              stage(join(file.path, '..', name).split(sep).join('/')) > stage(file.path),
          )
          .map((name) => `${file.path} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  test('React appears in no package', () => {
    const wrong = shipped.filter((file) =>
      importsOf(file.text).some((name) => /^react(-dom)?(\/|$)/.test(name)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  // Two types may know each other (a part and its host); code that runs may not.
  test('imports of code form no cycle', () => {
    const graph = new Map(
      shipped.map((file) => [
        `${file.package}/${file.path}`,
        importsOf(withoutTypes(file.text))
          .filter((name) => name.startsWith('.'))
          .map((name) => join(file.package, file.path, '..', name).split(sep).join('/')),
      ]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]) => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});
