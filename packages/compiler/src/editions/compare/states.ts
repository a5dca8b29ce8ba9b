import type { Json, JsonObject, StateMeta } from '@zhinan/model';

/** A way out of a state, as written or as a message or timer takes it. */
export interface Way {
  /** `on SUBMIT`, `after deadline`, `always`, `onDone`. */
  readonly trigger: string;
  readonly title: string;
  /** Absolute dotted path; absent = stays. */
  readonly target?: string;
  readonly guard?: Json;
  readonly actions: readonly Json[];
  readonly meta: JsonObject;
}

export interface State {
  readonly path: string;
  readonly title: string;
  readonly meta: Partial<StateMeta>;
  readonly ways: readonly Way[];
  readonly initial?: string;
  readonly type?: string;
  readonly entry: readonly Json[];
  readonly exit: readonly Json[];
}

/** All states of a machine by dotted path; the machine itself is ``. */
export function statesOf(config: JsonObject): Readonly<Record<string, State>> {
  const found: Record<string, State> = {};
  const walk = (node: JsonObject, path: string): void => {
    const meta = objectOf(node['meta']) as Partial<StateMeta>;
    const own = {
      path,
      title: meta.title ?? path.split('.').at(-1) ?? '',
      meta,
      ways: waysOf(node, path),
      entry: listOf(node['entry']),
      exit: listOf(node['exit']),
    };
    const initial = node['initial'];
    const type = node['type'];
    found[path] = {
      ...own,
      ...(typeof initial === 'string' ? { initial } : {}),
      ...(typeof type === 'string' ? { type } : {}),
    };
    for (const [name, child] of Object.entries(objectOf(node['states'])))
      walk(objectOf(child), path === '' ? name : `${path}.${name}`);
  };
  walk(config, '');
  return found;
}

function waysOf(node: JsonObject, path: string): readonly Way[] {
  const groups: (readonly [string, Json | undefined])[] = [
    ...Object.entries(objectOf(node['on'])).map(([event, way]) => [`on ${event}`, way] as const),
    ...Object.entries(objectOf(node['after'])).map(([delay, way]) => [`after ${delay}`, way] as const),
    ['always', node['always']],
    ['onDone', node['onDone']],
  ];
  return groups.flatMap(([trigger, written]) =>
    listOf(written).map((one) => {
      const way = typeof one === 'string' ? { target: one } : objectOf(one);
      const meta = objectOf(way['meta']);
      const target = way['target'];
      const title = typeof meta['title'] === 'string' ? meta['title'] : (trigger.split(' ')[1] ?? trigger);
      return {
        trigger,
        title,
        meta,
        actions: listOf(way['actions']),
        ...(typeof target === 'string' ? { target: absolute(target, path) } : {}),
        ...(way['guard'] === undefined ? {} : { guard: way['guard'] }),
      };
    }),
  );
}

/** `#case.a.b` → `a.b`; `.b` inside a → `a.b`; `b` → beside the state it is written in. */
function absolute(target: string, path: string): string {
  if (target.startsWith('#')) return target.split('.').slice(1).join('.');
  if (target.startsWith('.')) return path === '' ? target.slice(1) : path + target;
  const parent = path.split('.').slice(0, -1).join('.');
  return parent === '' ? target : `${parent}.${target}`;
}

export function objectOf(json: Json | undefined): JsonObject {
  return json !== null && typeof json === 'object' && !Array.isArray(json) ? (json as JsonObject) : {};
}

export function listOf(json: Json | undefined): readonly Json[] {
  if (json === undefined || json === null) return [];
  return Array.isArray(json) ? (json as readonly Json[]) : [json];
}
