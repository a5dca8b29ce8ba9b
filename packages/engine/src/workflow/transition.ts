import type { ProcedureEvent } from '@zhinan/model';
import { getInitialMicrosteps, getMicrosteps, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { IsoInstant } from '../calendar/instant.ts';
import { effectNames, makeEffect } from './catalogue/actions.ts';
import type { Effect } from './effect.ts';
import type { Environment } from './environment.ts';
import { objectOf } from './json.ts';
import { activePaths, type NameRef } from './machine-index.ts';
import type { Kernel, KernelContext } from './machine.ts';
import {
  emptyContext,
  type CaseContext,
  type Snapshot,
  type StateValue,
  type UndatedWait,
  type Visit,
} from './snapshot.ts';
import type { Given } from './messages.ts';
import { inherit, stillInherited } from './inheritance.ts';
import { dateWaits } from './waits.ts';

type Microsteps = ReturnType<typeof getMicrosteps<AnyStateMachine>>;

interface Moment {
  readonly at: IsoInstant;
  readonly event?: ProcedureEvent;
}

/** A machine's first state, its waits armed. */
export function enter(
  kernel: Kernel,
  environment: Environment,
  at: IsoInstant,
  given?: Given,
): { snapshot: Snapshot; effects: readonly Effect[] } {
  const blank: Snapshot = {
    machine: kernel.contract.id,
    contractHash: environment.contract.hash,
    at,
    sequence: 0,
    value: {},
    status: 'active',
    context: emptyContext,
    timers: [],
    undated: [],
    lapsed: [],
    seen: [],
    visited: [],
    log: [],
  };
  const from = given ? inherit(blank, given) : blank;
  return fold(
    kernel,
    environment,
    from,
    { at },
    getInitialMicrosteps(kernel.logic, { at, data: from.context }),
  );
}

/** One XState macrostep on a stored snapshot; `type` is an event under `on` or the event of a wait. */
export function move(
  kernel: Kernel,
  environment: Environment,
  snapshot: Snapshot,
  type: string,
  moment: Moment,
): { snapshot: Snapshot; effects: readonly Effect[] } {
  const stepped: Snapshot = { ...snapshot, at: moment.at, sequence: snapshot.sequence + 1 };
  return fold(
    kernel,
    environment,
    stepped,
    moment,
    getMicrosteps(kernel.logic, restore(kernel, snapshot, moment), { type }),
  );
}

function restore({ logic }: Kernel, snapshot: Snapshot, step: Moment): AnyMachineSnapshot {
  const context: KernelContext = { data: snapshot.context, step };
  const historyValue = Object.fromEntries(
    Object.entries(snapshot.historyValue ?? {}).map(([id, ids]) => [
      id,
      ids.map((each) => logic.getStateNodeById(each)),
    ]),
  );
  return logic.resolveState({
    value: snapshot.value as never,
    context,
    historyValue,
    status: snapshot.status,
  });
}

/** Reads XState's microsteps in order: waits begun and cancelled, states entered and left, effects asked for. */
function fold(
  kernel: Kernel,
  environment: Environment,
  from: Snapshot,
  { at, event }: Moment,
  microsteps: Microsteps,
): { snapshot: Snapshot; effects: readonly Effect[] } {
  const armed = new Map<string, Pick<UndatedWait, 'id' | 'delay' | 'event'>>();
  const cancelled = new Set<string>();
  const asked: { readonly ref: NameRef; readonly data: CaseContext }[] = [];
  let { visited, value, context, status, historyValue } = from;
  for (const [state, actions] of microsteps) {
    const next = state.value as StateValue;
    visited = visit(visited, value, next, at);
    value = next;
    context = (state.context as KernelContext).data;
    status = state.status === 'active' ? 'active' : 'done';
    historyValue = storedHistory(state);
    for (const action of actions) {
      const params = objectOf(action.params as never);
      const type: string = action.type;
      if (type === 'xstate.raise' && typeof params['delay'] === 'number') {
        const { id, delay, event } = params;
        const name = kernel.delays[delay - 1];
        const fires = objectOf(event)['type'];
        if (typeof id !== 'string' || typeof fires !== 'string' || name === undefined)
          throw new Error('unnamed wait');
        armed.set(id, { id, delay: name, event: fires });
      } else if (type === 'xstate.cancel' && typeof params['sendId'] === 'string') {
        armed.delete(params['sendId']);
        cancelled.add(params['sendId']);
      } else if (effectNames.includes(type)) {
        asked.push({ ref: { type, params }, data: (action.info.context as KernelContext).data });
      }
    }
  }
  const running = status === 'active';
  const keep = (wait: { readonly id: string }) => running && !cancelled.has(wait.id) && !armed.has(wait.id);
  // A wait begins without date, and is dated by what the context says after the step.
  const begun = running
    ? [...armed.values()].map((wait): UndatedWait => ({ ...wait, since: at, why: 'date-missing' }))
    : [];
  const { historyValue: _, ...rest } = from;
  const inherited = from.inherited && stillInherited(from.inherited, from.context, context);
  const snapshot: Snapshot = {
    ...rest,
    ...(inherited ? { inherited } : {}),
    value,
    status,
    context,
    ...(historyValue ? { historyValue } : {}),
    timers: from.timers.filter(keep),
    undated: [...from.undated.filter(keep), ...begun],
    visited,
  };
  return {
    snapshot: dateWaits(kernel.contract.delays, environment, snapshot),
    effects: asked.map(({ ref, data }, index) => ({
      ...makeEffect(ref, { environment, at, context: data, ...(event ? { event } : {}) }, outermost(value)),
      key: `${from.machine}/${from.sequence}/${index}`,
      at,
    })),
  };
}

/** Key of the outermost active state; regions of a parallel root are joined. */
export function outermost(value: StateValue): string {
  return typeof value === 'string' ? value : Object.keys(value).join(',');
}

function visit(
  visited: readonly Visit[],
  before: StateValue,
  after: StateValue,
  at: IsoInstant,
): readonly Visit[] {
  const now = new Set(activePaths(after));
  const was = new Set(activePaths(before));
  const left = visited.map((each) =>
    each.leftAt === undefined && !now.has(each.path) ? { ...each, leftAt: at } : each,
  );
  const entered = [...now].filter((path) => !was.has(path)).map((path) => ({ path, enteredAt: at }));
  return [...left, ...entered];
}

function storedHistory(state: AnyMachineSnapshot): Readonly<Record<string, readonly string[]>> | undefined {
  const entries = Object.entries(
    (state.historyValue ?? {}) as Readonly<Record<string, readonly { readonly id: string }[]>>,
  );
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.map(([id, nodes]) => [id, nodes.map((node) => node.id)]));
}
