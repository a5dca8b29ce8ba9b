import type { EventMeta, Json, JsonObject } from '@zhinan/model';

/** A guard or action as it stands in a machine: name and literal params. */
export interface Named {
  readonly type: string;
  readonly params?: JsonObject;
}

export interface Transition {
  readonly event: string;
  readonly target?: string;
  readonly guard?: Named;
  readonly actions: readonly Named[];
  readonly meta?: EventMeta;
}

export const asObject = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

const asList = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Child states of a state node, in the author's order. */
export function statesOf(node: JsonObject): readonly (readonly [string, JsonObject])[] {
  return Object.entries(asObject(node['states'])).map(([key, child]) => [key, asObject(child)]);
}

/** A state and all states below it, depth first. */
export function allStates(node: JsonObject): readonly JsonObject[] {
  return [node, ...statesOf(node).flatMap(([, child]) => allStates(child))];
}

function named(value: Json): Named {
  if (typeof value === 'string') return { type: value };
  const { type, params } = asObject(value);
  return { type: String(type), ...(params !== undefined && { params: asObject(params) }) };
}

function transition(event: string, value: Json): Transition {
  if (typeof value === 'string') return { event, target: value, actions: [] };
  const { target, guard, actions, meta } = asObject(value);
  return {
    event,
    ...(typeof target === 'string' && { target }),
    ...(guard !== undefined && { guard: named(guard) }),
    actions: asList(actions).map(named),
    ...(meta !== undefined && { meta: asObject(meta) as unknown as EventMeta }),
  };
}

/** What makes a transition fire: an event of the outside, a delay, a condition, or the end of the state's children. */
export type Trigger = 'on' | 'after' | 'always' | 'onDone';

/** Transitions of one state by trigger, alternatives of one event in their order. */
export function transitionsOf(node: JsonObject, trigger: Trigger): readonly Transition[] {
  const value = node[trigger];
  if (value === undefined) return [];
  if (trigger === 'on' || trigger === 'after')
    return Object.entries(asObject(value)).flatMap(([event, all]) =>
      asList(all).map((each) => transition(event, each)),
    );
  return asList(value).map((each) => transition('', each));
}

const triggers: readonly Trigger[] = ['on', 'after', 'always', 'onDone'];

function withParts(guard: Named): readonly Named[] {
  const { guard: inner, guards } = guard.params ?? {};
  return [guard, ...[...asList(inner), ...asList(guards)].map(named).flatMap(withParts)];
}

/** All guards of a machine, those inside `not`, `all` and `any` included. */
export function guardsOf(config: JsonObject): readonly Named[] {
  return allStates(config)
    .flatMap((node) => triggers.flatMap((trigger) => transitionsOf(node, trigger)))
    .flatMap(({ guard }) => (guard ? withParts(guard) : []));
}

/** All actions of a machine, on transitions, entry and exit. */
export function actionsOf(config: JsonObject): readonly Named[] {
  return allStates(config).flatMap((node) => [
    ...triggers.flatMap((trigger) => transitionsOf(node, trigger)).flatMap(({ actions }) => actions),
    ...[...asList(node['entry']), ...asList(node['exit'])].map(named),
  ]);
}
