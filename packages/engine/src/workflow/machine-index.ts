import type { EventMeta, Json, JsonObject, MachineContract, StateMeta } from '@zhinan/model';
import { isObject, listOf, objectOf, textsOf } from './json.ts';
import type { StateValue } from './snapshot.ts';

/** `params` present exactly when the file has them. */
export interface NameRef {
  readonly type: string;
  readonly params: JsonObject;
}

/** One candidate of an event, wait, `always` or `onDone`, in the order of the file. */
export interface TransitionEntry {
  readonly event: string;
  /** Resolved paths; none = stays. */
  readonly targets: readonly string[];
  readonly guard?: NameRef;
  readonly actions: readonly NameRef[];
  readonly meta: Partial<EventMeta>;
}

export interface StateEntry {
  /** Dotted path; the root's is empty. */
  readonly path: string;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly parent?: string;
  readonly initial?: string;
  readonly children: readonly string[];
  readonly meta: Partial<StateMeta>;
  readonly on: Readonly<Record<string, readonly TransitionEntry[]>>;
  readonly after: Readonly<Record<string, readonly TransitionEntry[]>>;
  readonly always: readonly TransitionEntry[];
  readonly onDone: readonly TransitionEntry[];
  readonly entry: readonly NameRef[];
  readonly exit: readonly NameRef[];
}

/** A machine's states by dotted path, in document order. */
export type MachineIndex = ReadonlyMap<string, StateEntry>;

/** Reads an XState config into a flat table. Throws on a target that does not exist. */
export function indexMachine({ id, config }: MachineContract): MachineIndex {
  const rootId = typeof config['id'] === 'string' ? config['id'] : id;
  const nodes = new Map<string, JsonObject>();
  const ids = new Map<string, string>([[rootId, '']]);
  collect('', config);

  function collect(path: string, node: JsonObject): void {
    nodes.set(path, node);
    if (path && typeof node['id'] === 'string') ids.set(node['id'], path);
    for (const [key, child] of Object.entries(objectOf(node['states']))) {
      collect(path ? `${path}.${key}` : key, objectOf(child));
    }
  }

  function resolve(target: string, path: string): string {
    const found = target.startsWith('#') ? byId(target.slice(1)) : relative(target, path);
    if (found === undefined || !nodes.has(found))
      throw new Error(`machine ${id}: no state "${target}" (from "${path}")`);
    return found;
  }

  function byId(target: string): string | undefined {
    // Ids may hold dots: the longest known prefix wins, the rest is a path below it.
    const parts = target.split('.');
    for (let length = parts.length; length > 0; length -= 1) {
      const base = ids.get(parts.slice(0, length).join('.'));
      if (base !== undefined) return [base, ...parts.slice(length)].filter(Boolean).join('.');
    }
    return undefined;
  }

  function transitions(event: string, json: Json | undefined, path: string): readonly TransitionEntry[] {
    return listOf(json).map((each) => {
      const one = isObject(each) ? each : { target: each };
      const guard = one['guard'] === undefined ? undefined : nameRef(one['guard']);
      return {
        event,
        targets: textsOf(one['target']).map((target) => resolve(target, path)),
        ...(guard ? { guard } : {}),
        actions: listOf(one['actions']).map(nameRef),
        meta: objectOf(one['meta']) as Partial<EventMeta>,
      };
    });
  }

  function table(json: Json | undefined, path: string): Readonly<Record<string, readonly TransitionEntry[]>> {
    return Object.fromEntries(
      Object.entries(objectOf(json)).map(([event, each]) => [event, transitions(event, each, path)]),
    );
  }

  return new Map(
    [...nodes].map(([path, node]): [string, StateEntry] => {
      const states = Object.keys(objectOf(node['states']));
      const initial = typeof node['initial'] === 'string' ? node['initial'] : undefined;
      return [
        path,
        {
          path,
          type: typeOf(node, states),
          ...(path ? { parent: parentOf(path) } : {}),
          ...(initial === undefined ? {} : { initial: resolve(`.${initial}`, path) }),
          children: states.map((key) => (path ? `${path}.${key}` : key)),
          meta: objectOf(node['meta']) as Partial<StateMeta>,
          on: table(node['on'], path),
          after: table(node['after'], path),
          always: transitions('', node['always'], path),
          onDone: transitions('done', node['onDone'], path),
          entry: listOf(node['entry']).map(nameRef),
          exit: listOf(node['exit']).map(nameRef),
        },
      ];
    }),
  );
}

/** XState's rule: `.child` from the state itself, else from its parent. */
function relative(target: string, path: string): string {
  const base = target.startsWith('.') ? path : parentOf(path);
  return [base, target.replace(/^\./, '')].filter(Boolean).join('.');
}

/** `{ type, params }` of a guard or action written as an object or as a bare name. */
export function nameRef(json: Json): NameRef {
  if (typeof json === 'string') return { type: json, params: {} };
  const { type, params } = objectOf(json);
  return { type: typeof type === 'string' ? type : '', params: objectOf(params) };
}

function typeOf(node: JsonObject, states: readonly string[]): StateEntry['type'] {
  const type = node['type'];
  if (type === 'parallel' || type === 'final' || type === 'history') return type;
  return states.length > 0 ? 'compound' : 'atomic';
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

/** Dotted paths of all active states below the root, ancestors before descendants. */
export function activePaths(value: StateValue, base = ''): readonly string[] {
  const at = (key: string) => (base ? `${base}.${key}` : key);
  if (typeof value === 'string') return [at(value)];
  return Object.entries(value).flatMap(([key, child]) => [
    at(key),
    // A region without substates has an empty object as its value.
    ...(typeof child === 'string' || Object.keys(child).length > 0 ? activePaths(child, at(key)) : []),
  ]);
}

/** Active states that have no active state below them: one, or one per region. */
export function activeLeaves(value: StateValue): readonly string[] {
  const paths = activePaths(value);
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
}

/** The state and its ancestors, innermost first, the root last. */
export function lineage(path: string): readonly string[] {
  const line = [path];
  for (let at = path; at !== '';) {
    at = parentOf(at);
    line.push(at);
  }
  return line;
}
