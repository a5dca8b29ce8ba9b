import type { ReferredTo } from '@zhinan/engine';
import type { Json } from '@zhinan/model';
import { pointerOf } from '../../../1-load/pointer.ts';
import { isJsonObject, listed } from '../statechart/json.ts';
import type { ChartNode, Statechart, Transition } from '../statechart/node.ts';
import type { Call } from './calls.ts';

/** A name written at one place. */
export interface Mention {
  readonly name: string;
  readonly pointer: string;
}

export interface ParamMention extends Mention {
  readonly call: Call;
}

/** Names of one kind given to guards and actions. */
export function mentionsIn(calls: readonly Call[], refersTo: ReferredTo): readonly ParamMention[] {
  return calls.flatMap((call) =>
    Object.entries(call.entry?.params ?? {}).flatMap(([param, spec]) => {
      const name = call.params[param];
      if (spec.refersTo !== refersTo || typeof name !== 'string') return [];
      return [{ name, pointer: `${call.paramsPointer}/${param}`, call }];
    }),
  );
}

/** Names under one key of the `meta` of states and transitions; a key may be a path such as `fields/editable`. */
export function metaMentions(
  chart: Statechart,
  key: string,
): readonly (Mention & { readonly of: ChartNode | Transition })[] {
  return [...chart.nodes, ...chart.transitions].flatMap((of) => {
    const path = key.split('/');
    let value: Json | undefined = of.meta;
    for (const part of path) value = isJsonObject(value) ? value[part] : undefined;
    const base = `${of.pointer}${pointerOf(['meta', ...path])}`;
    const isMany = Array.isArray(value);
    return listed(value).flatMap((name, index) =>
      typeof name === 'string' ? [{ name, pointer: isMany ? `${base}/${index}` : base, of }] : [],
    );
  });
}
