import type { Environment, ProcedureEntry, Snapshot } from '@zhinan/engine';
import type { Json, JsonObject, MachineContract, ProcedureEvent } from '@zhinan/model';
import { assign, createActor, createMachine, SimulatedClock } from 'xstate';
// The meaning of single guards, actions and waits is the catalogue's; what is under test is everything around them.
import {
  applyChange,
  changeNames,
  effectNames,
  makeEffect,
} from '../packages/engine/src/workflow/catalogue/actions.ts';
import { dueOf } from '../packages/engine/src/workflow/catalogue/delays.ts';
import { evaluateGuard } from '../packages/engine/src/workflow/catalogue/guards.ts';
import { candidatesAt, refusalOf } from '../packages/engine/src/workflow/candidate.ts';
import { effectLabel } from '../packages/engine/src/workflow/effect.ts';
import { indexMachine } from '../packages/engine/src/workflow/machine-index.ts';
import type { CaseContext } from '../packages/engine/src/workflow/snapshot.ts';

interface Cause {
  readonly type: string;
  readonly cause?: ProcedureEvent;
}

const blank: CaseContext = { forms: {}, values: {}, lists: {}, members: {} };
const object = (json: unknown): JsonObject => (json ?? {}) as JsonObject;
const list = (json: Json | undefined): readonly Json[] =>
  json === undefined ? [] : Array.isArray(json) ? (json as readonly Json[]) : [json];

/** A machine of a contract run by XState itself: its own actor, its own timers on a simulated clock. */
export function actorOf(
  environment: Environment,
  contract: MachineContract,
  start: string,
  given?: CaseContext,
) {
  const clock = new SimulatedClock();
  const zero = Date.parse(start);
  const effects: string[] = [];
  const index = indexMachine(contract);
  const now = () => new Date(zero + clock.now() + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00');
  const scope = (context: CaseContext, event: Cause) => ({
    environment,
    at: now(),
    context,
    ...(event.cause ? { event: event.cause } : {}),
  });
  type Args = { readonly context: CaseContext; readonly event: Cause };

  /** Permission, form and reason stand before the guard, as they do in the kernel. */
  const rewritten = (node: JsonObject, path: string): JsonObject => ({
    ...node,
    ...(node['on']
      ? {
          on: Object.fromEntries(
            Object.entries(object(node['on'])).map(([event, json]) => [
              event,
              list(json).map((each, position) => ({
                ...(typeof each === 'string' ? { target: each } : object(each)),
                guard: { type: 'may', params: { path, event, position } },
              })),
            ]),
          ),
        }
      : {}),
    ...(node['states']
      ? {
          states: Object.fromEntries(
            Object.entries(object(node['states'])).map(([key, child]) => [
              key,
              rewritten(object(child), path ? `${path}.${key}` : key),
            ]),
          ),
        }
      : {}),
  });

  const may = ({ context, event }: Args, params: unknown): boolean => {
    const { path, event: name, position } = params as { path: string; event: string; position: number };
    const candidate = candidatesAt(index, path, name).find((each) => each.position === position);
    const { cause } = event;
    return !!candidate && !!cause && !refusalOf(candidate, { ...scope(context, event), event: cause });
  };
  const guards = new Proxy(
    { may },
    {
      get: (own, type: string) =>
        type === 'may'
          ? own.may
          : ({ context, event }: Args, params: unknown) =>
              evaluateGuard({ type, params: object(params) }, scope(context, event)).truth === true,
    },
  );
  const actions = {
    ...Object.fromEntries(
      changeNames.map((type) => [
        type,
        assign(({ context, event }: Args, params: unknown) =>
          applyChange({ type, params: object(params) }, scope(context, event)),
        ),
      ]),
    ),
    ...Object.fromEntries(
      effectNames.map((type) => [
        type,
        ({ context, event }: Args, params: unknown) => {
          effects.push(effectLabel(makeEffect({ type, params: object(params) }, scope(context, event), '')));
        },
      ]),
    ),
  };
  const delays = Object.fromEntries(
    Object.entries(contract.delays).map(([name, delay]) => [
      name,
      ({ context }: Args) => {
        const due = dueOf(delay, now(), context, environment);
        // A wait that cannot be dated never ends by itself.
        return 'at' in due ? Math.max(0, Date.parse(due.at) - zero - clock.now()) : Number.MAX_SAFE_INTEGER;
      },
    ]),
  );
  const config = { ...rewritten(contract.config, ''), context: given ?? blank };
  const machine = createMachine(config as never, { guards, actions, delays } as never);
  const actor = createActor(machine, { clock }).start();
  return {
    /** Moves XState's clock there, ending its waits on the way. */
    until(at: string): void {
      clock.set(Date.parse(at) - zero);
    },
    send(cause: ProcedureEvent): void {
      if (actor.getSnapshot().status === 'active') actor.send({ type: cause.type, cause } as never);
      clock.increment(0);
    },
    value: () => JSON.parse(JSON.stringify(actor.getSnapshot().value)) as Snapshot['value'],
    context: () => actor.getSnapshot().context as unknown as CaseContext,
    done: () => actor.getSnapshot().status !== 'active',
    /** Effects since the last call. */
    effects: () => effects.splice(0),
    stop: () => actor.stop(),
  };
}

/** What the kernel's log says of one machine, its opening first. */
export const entriesOf = (log: readonly ProcedureEntry[], id: string): readonly ProcedureEntry[] =>
  log.filter(
    ({ instance, refusal, states }) =>
      instance === id && refusal?.code !== 'no-receiver' && states.length > 0,
  );
