import { actionCatalogue, guardCatalogue, type CatalogueEntry } from '@zhinan/engine';
import type { Json, JsonObject } from '@zhinan/model';
import type { ChartNode, Statechart, Transition } from '../statechart/node.ts';
import { isJsonObject, listed, objectOr } from '../statechart/json.ts';

/** A guard or an action as written at one place. */
export interface Call {
  readonly what: 'guard' | 'action';
  readonly type: string;
  readonly params: JsonObject;
  /** Of the name: the string itself or the `type` key. */
  readonly pointer: string;
  /** Of `params`; where there are none, of the call. */
  readonly paramsPointer: string;
  readonly node: ChartNode;
  /** Absent for entry and exit actions. */
  readonly transition?: Transition;
  /** Absent when the name is not in the catalogue. */
  readonly entry: CatalogueEntry | undefined;
}

/** Every guard (nested ones too) and every action of a machine. */
export function callsOf(chart: Statechart): readonly Call[] {
  const calls: Call[] = [];
  for (const node of chart.nodes) {
    for (const key of ['entry', 'exit']) {
      actionsAt(node.config[key], `${node.pointer}/${key}`, node, undefined, calls);
    }
    for (const transition of node.transitions) {
      if (transition.guard !== undefined) {
        guardAt(transition.guard, `${transition.pointer}/guard`, transition, calls);
      }
      actionsAt(transition.actions, `${transition.pointer}/actions`, node, transition, calls);
    }
  }
  return calls;
}

function guardAt(guard: Json, pointer: string, transition: Transition, calls: Call[]): void {
  const call = read('guard', guard, pointer, transition.source, transition, guardCatalogue);
  calls.push(call);
  for (const [name, spec] of Object.entries(call.entry?.params ?? {})) {
    const value = call.params[name];
    if (value === undefined) continue;
    if (spec.type === 'guard') guardAt(value, `${call.paramsPointer}/${name}`, transition, calls);
    if (spec.type === 'guards') {
      for (const [index, each] of listed(value).entries()) {
        guardAt(each, `${call.paramsPointer}/${name}/${index}`, transition, calls);
      }
    }
  }
}

function actionsAt(
  actions: Json | undefined,
  pointer: string,
  node: ChartNode,
  transition: Transition | undefined,
  calls: Call[],
): void {
  for (const [index, action] of listed(actions).entries()) {
    const own = Array.isArray(actions) ? `${pointer}/${index}` : pointer;
    calls.push(read('action', action, own, node, transition, actionCatalogue));
  }
}

function read(
  what: Call['what'],
  written: Json,
  pointer: string,
  node: ChartNode,
  transition: Transition | undefined,
  catalogue: Readonly<Record<string, CatalogueEntry>>,
): Call {
  const object = isJsonObject(written);
  const name = object ? written['type'] : written;
  const type = typeof name === 'string' ? name : '';
  const hasParams = object && written['params'] !== undefined;
  return {
    what,
    type,
    params: objectOr(object ? written['params'] : undefined),
    pointer: object && type ? `${pointer}/type` : pointer,
    paramsPointer: hasParams ? `${pointer}/params` : pointer,
    node,
    ...(transition ? { transition } : {}),
    entry: Object.hasOwn(catalogue, type) ? catalogue[type] : undefined,
  };
}
