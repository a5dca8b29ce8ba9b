import type { Json, JsonObject, MachineKind, Place } from '@zhinan/model';
import { objectsIn, pointerOf, pointerSegments, valueAt } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';
import { mergePatch } from '../2-resolve/resolve-scenario.ts';
import { json, type Site, type StateConfig } from './block.ts';
import { blocks } from './catalogue.ts';
import type { Next, PeriodParam, Way } from './shared-params.ts';

/** Titles that blocks make their own titles from. */
export interface Names {
  readonly roles: Readonly<Record<string, { readonly title: string }>>;
  readonly forms: Readonly<Record<string, { readonly title: string }>>;
}

type Mutable = Record<string, Json>;

/**
 * A machine file with every `use` expanded to plain XState. The shape of the file has been checked before, so blocks and
 * params are known. Places still lead to what the author wrote: into his own keys, to the param a value came from, or to
 * the `use` of the block.
 */
export function expandBlocks(file: SourceFile, names: Names): SourceFile {
  const uses = [...objectsIn(file.json)].some(({ object }) => typeof object['use'] === 'string');
  if (!uses) return file;
  const root = file.json as JsonObject;
  /** Pointer of an expanded state → the block's name. */
  const used = new Map<string, string>();
  const delays: Mutable = {};
  /** Added delay → pointer of the state whose block added it. */
  const delayOwner = new Map<string, string>();

  const expandState = (
    node: JsonObject,
    pointer: string,
    path: readonly string[],
    scope: JsonObject,
  ): JsonObject => {
    let state = node;
    const block = typeof node['use'] === 'string' ? blocks[node['use']] : undefined;
    if (block) {
      used.set(pointer, block.name);
      const { use: _use, with: params = {}, next, ...own } = node;
      const site = siteOf(path, pointer, scope);
      const made = json(
        block.expand(params as never, site, next as Next | undefined),
      ) as unknown as StateConfig;
      state = merged(made as unknown as JsonObject, own);
    }
    const states = state['states'];
    if (!states) return state;
    return {
      ...state,
      states: Object.fromEntries(
        Object.entries(states as JsonObject).map(([key, child]) => [
          key,
          expandState(child as JsonObject, `${pointer}/states${pointerOf([key])}`, [...path, key], scope),
        ]),
      ),
    };
  };

  const siteOf = (path: readonly string[], pointer: string, machine: JsonObject): Site => {
    const id = String(machine['id']);
    const key = path.at(-1) ?? '';
    const to = (name: string) =>
      name.startsWith('#') ? name : `#${[id, ...enclosing(path, name), name].join('.')}`;
    const kind = machine['kind'] as MachineKind;
    return {
      key,
      kind,
      here: (child) => `#${[id, ...path, ...(child === undefined ? [] : [child])].join('.')}`,
      to,
      ways: (next) =>
        waysOf(next).map((way) => (way.target === undefined ? way : { ...way, target: to(way.target) })),
      delay: (period, title, clause, suffix = 'Period', less) =>
        typeof period === 'string' && less === undefined
          ? period
          : delay(
              { title, clause, ...written(period), ...(less ? { less } : {}) },
              freeName(key, suffix),
              pointer,
            ),
      postingDayCounts: (period) => {
        const name = written(period)['postingDayCounts'];
        return typeof name === 'string' ? name : undefined;
      },
      // Whom a table will name is not known while the machine is made.
      role: (ref) => (typeof ref === 'string' ? (names.roles[ref]?.title ?? ref) : '承办部门'),
      form: (form) => names.forms[form]?.title ?? form,
      told: kind !== 'batch' && kind !== 'round' && names.roles['applicant'] ? ['applicant'] : [],
    };
  };

  /** Path of the nearest state around `path` that has a child of that name; of the parent where none has. */
  const enclosing = (path: readonly string[], name: string): readonly string[] => {
    const first = name.split('.')[0] ?? name;
    for (let length = path.length - 1; length >= 0; length -= 1) {
      const around = path.slice(0, length);
      const states = valueAt(root, pointerOf([...around.flatMap((key) => ['states', key]), 'states']));
      if (states && Object.hasOwn(states as JsonObject, first)) return around;
    }
    return path.slice(0, -1);
  };

  const freeName = (key: string, suffix: string): string => {
    const taken = { ...(root['delays'] as JsonObject | undefined), ...delays };
    let name = `${key}${suffix}`;
    for (let number = 2; Object.hasOwn(taken, name); number += 1) name = `${key}${suffix}${number}`;
    return name;
  };

  const written = (period: PeriodParam): JsonObject => {
    const known = valueAt(root, typeof period === 'string' ? pointerOf(['delays', period]) : '');
    return typeof period === 'string' ? ((known ?? {}) as JsonObject) : json(period);
  };

  const delay = (made: JsonObject, name: string, pointer: string): string => {
    delays[name] = made;
    delayOwner.set(name, pointer);
    return name;
  };

  const { states = {}, ...rest } = root;
  const expandedStates = Object.fromEntries(
    Object.entries(states as JsonObject).map(([key, child]) => [
      key,
      expandState(child as JsonObject, `/states${pointerOf([key])}`, [key], root),
    ]),
  );
  const expanded: JsonObject = {
    ...rest,
    delays: { ...(root['delays'] as JsonObject | undefined), ...delays },
    states: expandedStates,
  };
  return {
    path: file.path,
    text: file.text,
    json: expanded,
    place: (pointer) => placeOf(pointer, false),
    keyPlace: (pointer) => placeOf(pointer, true),
  };

  function placeOf(pointer: string, key: boolean): Place {
    const block = blockAround(pointer);
    if (valueAt(root, pointer) !== undefined || !block)
      return key ? file.keyPlace(pointer) : file.place(pointer);
    const said = key ? pointerSegments(pointer).at(-1) : valueAt(expanded, pointer);
    const written = said === undefined ? undefined : writtenAs(said, block.pointer);
    return { ...file.place(written ?? `${block.pointer}/use`), block: block.name };
  }

  function blockAround(pointer: string): { readonly pointer: string; readonly name: string } | undefined {
    const [top, name] = pointerSegments(pointer);
    let at = (top === 'delays' && name !== undefined && delayOwner.get(name)) || pointer;
    for (; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const block = used.get(at);
      // A block that another block brought along is not in the author's file.
      if (block !== undefined && valueAt(root, `${at}/use`) !== undefined)
        return { pointer: at, name: block };
    }
    return undefined;
  }

  /** Where in the block's params the very value stands that a finding is about. */
  function writtenAs(said: Json, block: string): string | undefined {
    if (typeof said === 'boolean' || said === null) return undefined;
    const wanted = JSON.stringify(said);
    const short = typeof said === 'string' && said.startsWith('#') ? said.split('.').at(-1) : undefined;
    for (const part of ['with', 'next']) {
      for (const { pointer, value } of valuesIn(valueAt(root, `${block}/${part}`), `${block}/${part}`)) {
        if (JSON.stringify(value) === wanted || (short !== undefined && value === short)) return pointer;
      }
    }
    return undefined;
  }
}

function* valuesIn(value: Json | undefined, pointer: string): Generator<{ pointer: string; value: Json }> {
  if (value === undefined) return;
  yield { pointer, value };
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value))
    yield* valuesIn(child as Json, pointer + pointerOf([key]));
}

function waysOf(next: Next | undefined): readonly Way[] {
  if (next === undefined) return [{}];
  if (typeof next === 'string') return [{ target: next }];
  return Array.isArray(next) ? (next as readonly Way[]) : [next as Way];
}

/** The author's own keys go over what the block made; what is to be done on entry and exit is done besides. */
function merged(made: JsonObject, own: JsonObject): JsonObject {
  const both = mergePatch(made, own) as Mutable;
  for (const key of ['entry', 'exit']) {
    if (made[key] !== undefined && own[key] !== undefined)
      both[key] = [...(made[key] as readonly Json[]), ...(own[key] as readonly Json[])];
  }
  return both;
}
