import type { JsonObject, MachineKind, ProcedureEvent } from '@zhinan/model';
import { compareInstants, inBeijing, type IsoInstant } from '../calendar/instant.ts';
import type { Effect } from './effect.ts';
import { machineOfKind, type Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activeLeaves } from './machine-index.ts';
import type { Refusal } from './refusal.ts';
import type { Snapshot, Timer } from './snapshot.ts';
import { dueTimers, fire, step, type StepResult } from './step.ts';
import { outermost } from './transition.ts';

/** A message on its way between machines; kept until its receiver can take it, so that order does not matter. */
export interface Message {
  /** Key of the effect that sent it: delivered once however often it arrives. */
  readonly key: string;
  readonly to: MachineKind;
  readonly event: string;
  readonly from: NonNullable<ProcedureEvent['from']>;
}

/** What happened in the procedure, refused attempts of persons included. */
export interface ProcedureEntry {
  readonly at: IsoInstant;
  readonly machine: MachineKind;
  readonly event: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly role?: string;
  readonly reason?: string;
  readonly from?: MachineKind;
  readonly data?: JsonObject;
  readonly accepted: boolean;
  readonly refusal?: Refusal;
  /** Active leaf states after it. */
  readonly states: readonly string[];
  readonly effects: readonly Effect[];
}

/** One programme played in memory: one machine of each kind. A value: keep the previous one to undo. */
export interface Procedure {
  readonly at: IsoInstant;
  readonly instances: Readonly<Partial<Record<MachineKind, Snapshot>>>;
  readonly pending: readonly Message[];
  readonly log: readonly ProcedureEntry[];
}

/** Kinds that exist from the start; the others begin with the first thing that happens to them. */
const STANDING: readonly MachineKind[] = ['round', 'batch', 'case'];
const MAX_MOVES = 10_000;

/** Opens the programme's standing machines at that moment. */
export function openProcedure(environment: Environment, at: IsoInstant): Procedure {
  const empty: Procedure = { at: inBeijing(at), instances: {}, pending: [], log: [] };
  const opened = STANDING.filter((kind) => machineOfKind(environment, kind)).reduce(
    (procedure, kind) => open(environment, procedure, kind),
    empty,
  );
  return deliver(environment, opened);
}

/** An event by somebody on one machine; what falls due up to then happens first, what it causes at once after it. */
export function act(
  environment: Environment,
  procedure: Procedure,
  {
    machine,
    event,
    at,
  }: { readonly machine: MachineKind; readonly event: ProcedureEvent; readonly at: IsoInstant },
): Procedure {
  if (compareInstants(at, procedure.at) < 0) throw new RangeError(`${at} lies before ${procedure.at}`);
  const current = open(environment, advance(environment, procedure, at), machine);
  const result = step(environment, idOf(environment, machine), current.instances[machine], event, current.at);
  return advance(environment, deliver(environment, take(current, machine, event, result)), at);
}

/** Moves the clock, firing the waits of all machines in the order of their due instants. */
export function advance(environment: Environment, procedure: Procedure, to: IsoInstant): Procedure {
  const until = inBeijing(to);
  let current = procedure;
  for (let moves = 0; ; moves += 1) {
    const next = earliest(current, until);
    if (!next) return compareInstants(until, current.at) > 0 ? { ...current, at: until } : current;
    if (moves === MAX_MOVES)
      throw new Error(`wait "${next.timer.delay}" of ${next.kind} begins again when it ends`);
    const at = compareInstants(next.timer.dueAt, current.at) > 0 ? next.timer.dueAt : current.at;
    // A wait that was over before it began fires now, not in the past.
    const snapshot = { ...next.snapshot, at: overdue(next.timer, current) ? at : next.snapshot.at };
    const result = fire(environment, idOf(environment, next.kind), snapshot, next.timer);
    current = deliver(environment, take({ ...current, at }, next.kind, next.timer, result));
  }
}

/** The next wait of any machine, for "go to the next timer". */
export function nextTimer(
  procedure: Procedure,
): { readonly machine: MachineKind; readonly timer: Timer } | undefined {
  const next = earliest(procedure, undefined);
  return next && { machine: next.kind, timer: next.timer };
}

function overdue(timer: Timer, { at }: Procedure): boolean {
  return compareInstants(timer.dueAt, at) < 0;
}

function earliest(
  { instances }: Procedure,
  until: IsoInstant | undefined,
): { kind: MachineKind; snapshot: Snapshot; timer: Timer } | undefined {
  return (Object.entries(instances) as [MachineKind, Snapshot][])
    .flatMap(([kind, snapshot]) =>
      (until === undefined ? snapshot.timers : dueTimers(snapshot, until)).map((timer) => ({
        kind,
        snapshot,
        timer,
      })),
    )
    .sort((a, b) => compareInstants(a.timer.dueAt, b.timer.dueAt))[0];
}

function open(environment: Environment, procedure: Procedure, kind: MachineKind): Procedure {
  if (procedure.instances[kind]) return procedure;
  const { snapshot, effects } = step(
    environment,
    idOf(environment, kind),
    undefined,
    undefined,
    procedure.at,
  );
  return {
    ...procedure,
    instances: { ...procedure.instances, [kind]: snapshot },
    pending: [...procedure.pending, ...messages(kind, effects)],
    log: [
      ...procedure.log,
      {
        at: procedure.at,
        machine: kind,
        event: 'open',
        title: machineOfKind(environment, kind)?.title ?? kind,
        clauses: [],
        accepted: true,
        states: activeLeaves(snapshot.value),
        effects,
      },
    ],
  };
}

/** Offers every waiting message to its receiver until none moves any more. A closed receiver's messages are dropped. */
function deliver(environment: Environment, procedure: Procedure): Procedure {
  let current = procedure;
  for (let moves = 0; moves < MAX_MOVES; moves += 1) {
    const delivered = offerFirst(environment, current);
    if (!delivered) return current;
    current = delivered;
  }
  throw new Error('machines answer each other without end');
}

function offerFirst(environment: Environment, procedure: Procedure): Procedure | undefined {
  for (const message of procedure.pending) {
    const { to, event: type, from, key } = message;
    const ready = open(environment, procedure, to);
    const rest = { ...ready, pending: ready.pending.filter((each) => each !== message) };
    const event: ProcedureEvent = { type, from, key };
    const result = step(environment, idOf(environment, to), ready.instances[to], event, ready.at);
    if (result.accepted) return take(rest, to, event, result);
    if (result.refusal?.code === 'finished') return take(rest, to, event, result);
  }
  return undefined;
}

function take(
  procedure: Procedure,
  kind: MachineKind,
  cause: ProcedureEvent | Timer,
  result: StepResult,
): Procedure {
  const { snapshot, effects, accepted, refusal } = result;
  const entry = snapshot.log.at(-1);
  const timer = 'delay' in cause;
  const known = accepted && !result.repeated ? entry : undefined;
  return {
    ...procedure,
    instances: { ...procedure.instances, [kind]: snapshot },
    pending: [...procedure.pending, ...messages(kind, effects, snapshot)],
    log: [
      ...procedure.log,
      {
        at: procedure.at,
        machine: kind,
        event: timer ? `after:${cause.delay}` : cause.type,
        title: known?.title ?? String(refusal?.params['title'] ?? (timer ? cause.delay : cause.type)),
        clauses: known?.clauses ?? refusal?.clauses ?? [],
        ...(timer ? {} : causedBy(cause)),
        accepted,
        ...(refusal ? { refusal } : {}),
        states: activeLeaves(snapshot.value),
        effects,
      },
    ],
  };
}

function causedBy({ actor, reason, from, data }: ProcedureEvent): Partial<ProcedureEntry> {
  return {
    ...(actor ? { role: actor.role } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(from ? { from: from.machine } : {}),
    ...(data ? { data } : {}),
  };
}

function messages(kind: MachineKind, effects: readonly Effect[], snapshot?: Snapshot): readonly Message[] {
  return effects.flatMap((effect) =>
    effect.type === 'send'
      ? [
          {
            key: effect.key,
            to: effect.to,
            event: effect.event,
            from: {
              machine: kind,
              id: kind,
              status: snapshot ? outermost(snapshot.value) : effect.status,
              facts: effect.facts,
            },
          },
        ]
      : [],
  );
}

function idOf(environment: Environment, kind: MachineKind): string {
  const machine = machineOfKind(environment, kind);
  if (!machine) throw new Error(`program ${environment.program.id} has no ${textsOf(kind).join()} machine`);
  return machine.id;
}
