import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { rolldown } from 'rolldown';
import { fileURLToPath } from 'node:url';
import { answersOf, controlsOf, typedInto } from './answers.ts';
import { bundle, type EngineFiles } from './bundle.ts';
import type { Engine } from './engine.ts';
import { type BenchHost, benchHost } from './host.ts';
import { benchPackage, type FormName } from './package.ts';
import { heap, open, paint, type Spent, type } from './session.ts';

/** One visit of a page: drawn, typed into, and what it then holds. */
export interface Visit {
  readonly paint: Spent;
  /** Medians of the keys. */
  readonly key: Spent;
  /** Bytes beyond those of an empty page. */
  readonly heap: number;
}

export interface Sizes {
  /** Gzip bytes asked for until the form was painted, and of all there is. */
  readonly first: number;
  readonly all: number;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

export const formsOf = (engine: Engine): readonly FormName[] => engine.forms ?? ['application', 'members'];
export const nameOf = (engine: Engine, form: FormName): string => `${engine.id}-${form}`;

export interface Stand {
  readonly host: BenchHost;
  readonly pages: ReadonlyMap<string, EngineFiles>;
  /** Files asked for until the form was painted, by page; what is loaded for a person's first step is not among them. */
  readonly atFirst: Map<string, readonly string[]>;
}

/** Compiles the definition, bundles the engines and serves a page for each of their forms. */
export async function stand(engines: readonly Engine[]): Promise<Stand> {
  const from = await benchPackage();
  const pages = new Map<string, EngineFiles>();
  for (const engine of engines)
    for (const form of formsOf(engine)) pages.set(nameOf(engine, form), await bundle(engine, form, from));
  const harness = await rolldown({ input: fileURLToPath(new URL('page/harness.ts', import.meta.url)) });
  const { output } = await harness.generate({ format: 'es' });
  await harness.close();
  return {
    pages,
    atFirst: new Map(),
    host: await benchHost({ ...Object.fromEntries(pages), blank: {} }, output[0].code),
  };
}

export async function blankHeap(browser: Browser, { host }: Stand): Promise<number> {
  const { page, close } = await open(browser, host.url('blank'));
  const held = await heap(page);
  await close();
  return held;
}

/** Milliseconds on the wall after which a form counts as not drawn. */
const PATIENCE = 60_000;

/** Opens a fresh page and measures it. Rejects when the engine does not draw all controls or take all letters. */
export async function visit(
  browser: Browser,
  { host, atFirst }: Stand,
  engine: Engine,
  form: FormName,
  options: { readonly rows?: number; readonly keys: number; readonly blank: number },
): Promise<Visit> {
  const { page, errors, close } = await open(browser, host.url(nameOf(engine, form)));
  try {
    const painted = await paint(
      page,
      answersOf(form, options.rows),
      controlsOf(form, options.rows),
      PATIENCE,
    );
    const name = nameOf(engine, form);
    if (!atFirst.has(name)) atFirst.set(name, [...host.asked(name)]);
    const keys = await type(page, typedInto, options.keys);
    const held = (await heap(page)) - options.blank;
    if (errors[0] !== undefined) throw new Error(errors[0]);
    const key = { frame: median(keys.map(({ frame }) => frame)), work: median(keys.map(({ work }) => work)) };
    return { paint: painted, key, heap: held };
  } catch (error) {
    throw new Error(`${engine.id}, ${form}: ${String(error)}`, { cause: error });
  } finally {
    await close();
  }
}

/** To be asked after a visit. */
export function sizes({ pages, atFirst }: Stand, name: string): Sizes {
  const files = pages.get(name) ?? {};
  const bytes = (paths: Iterable<string>): number =>
    [...paths].reduce((sum, path) => sum + gzipSync(files[path] ?? '', { level: 9 }).length, 0);
  return { first: bytes(atFirst.get(name) ?? []), all: bytes(Object.keys(files)) };
}
