import type { InstanceId, JsonObject, MachineKind, ProcedureEvent } from '@zhinan/model';
import { inBeijing, type IsoInstant } from '../calendar/instant.ts';
import type { Effect } from './effect.ts';
import type { Environment } from './environment.ts';
import { addressOf, caseOf } from './instances.ts';
import type { Given, Message } from './messages.ts';
import { Proceedings } from './proceedings.ts';
import type { Refusal } from './refusal.ts';
import type { Snapshot, Timer } from './snapshot.ts';

/** What happened in the procedure, refused attempts of persons included. */
export interface ProcedureEntry {
  readonly at: IsoInstant;
  readonly machine: MachineKind;
  readonly instance: InstanceId;
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
  // What {@link import('./replay.ts').replay} needs besides: exactly one of these.
  /** The machine began, with what it was given. */
  readonly opening?: { readonly given?: Given };
  /** This wait ended. */
  readonly timer?: Timer;
  /** This event or message came. */
  readonly cause?: ProcedureEvent;
}

/** Snapshots by id: `round`, `batch`, `case`, and more of them (`case:2`, `batch:hotan`, `case/entitlement`). */
export interface Instances {
  readonly [id: InstanceId]: Snapshot | undefined;
  readonly round?: Snapshot;
  readonly batch?: Snapshot;
  readonly case?: Snapshot;
}

/** One programme played in memory, with as many machines as were opened. A value: keep the previous one to undo. */
export interface Procedure {
  readonly at: IsoInstant;
  readonly instances: Instances;
  /** Batch of each case that does not belong to `batch`. */
  readonly batchOf: Readonly<Record<InstanceId, InstanceId>>;
  readonly pending: readonly Message[];
  readonly log: readonly ProcedureEntry[];
}

/** Cases that are open from the start beside `case`, or `case` in another batch. */
export type OpeningCases = Readonly<Record<InstanceId, { readonly batch?: InstanceId }>>;

/** Opens the programme's standing machines at that moment, and the cases named. */
export function openProcedure(environment: Environment, at: IsoInstant, cases: OpeningCases = {}): Procedure {
  const batchOf = Object.fromEntries(
    Object.entries(cases).flatMap(([id, { batch }]) => (batch === undefined ? [] : [[id, batch]])),
  );
  return changed(
    environment,
    { at: inBeijing(at), instances: {}, batchOf, pending: [], log: [] },
    (proceedings) => {
      proceedings.openStanding();
      for (const id of Object.keys(cases)) proceedings.openCase(id);
    },
  );
}

/** Opens a further case (`case:2`) now, in a batch of its own choice. */
export function openCase(
  environment: Environment,
  procedure: Procedure,
  id: InstanceId,
  batch?: InstanceId,
): Procedure {
  return changed(environment, procedure, (proceedings) => {
    proceedings.openCase(id, batch);
  });
}

/** Somebody's event on one machine, by its kind (the standing one) or by its id. */
export interface Act {
  readonly machine?: MachineKind;
  readonly instance?: InstanceId;
  readonly event: ProcedureEvent;
  readonly at: IsoInstant;
}

/** An event by somebody on one machine; what falls due up to then happens first, what it causes at once after it. */
export function act(environment: Environment, procedure: Procedure, doing: Act): Procedure {
  return changed(environment, procedure, (proceedings) => {
    proceedings.act(instanceOf(environment, doing), doing.event, doing.at);
  });
}

/** Moves the clock, firing the waits of all machines in the order of their due instants. */
export function advance(environment: Environment, procedure: Procedure, to: IsoInstant): Procedure {
  return changed(environment, procedure, (proceedings) => {
    proceedings.advance(to);
  });
}

/** Messages that a host delivers, also once more: each receiver takes each of them once. */
export function receive(
  environment: Environment,
  procedure: Procedure,
  messages: readonly Message[],
): Procedure {
  return changed(environment, procedure, (proceedings) => {
    proceedings.receive(messages);
  });
}

/** The next wait of any machine, for "go to the next timer". */
export function nextTimer({
  instances,
}: Procedure): { readonly instance: InstanceId; readonly timer: Timer } | undefined {
  let next: { instance: InstanceId; timer: Timer } | undefined;
  for (const [instance, snapshot] of Object.entries(instances)) {
    for (const timer of snapshot?.timers ?? []) {
      if (!next || Date.parse(timer.dueAt) < Date.parse(next.timer.dueAt)) next = { instance, timer };
    }
  }
  return next;
}

/** The id that a kind, or an id in whatever spelling, stands for. */
export function instanceOf(
  environment: Environment,
  { machine = 'case', instance }: { readonly machine?: MachineKind; readonly instance?: InstanceId },
): InstanceId {
  const id = instance ?? machine;
  return addressOf(environment, id)?.id ?? id;
}

/** The case of an entitlement or amendment, the batch of a case, the round of a batch. */
export function parentOf({ batchOf }: Pick<Procedure, 'batchOf'>, id: InstanceId): InstanceId | undefined {
  if (id.includes('/')) return caseOf(id);
  const [kind] = id.split(':');
  if (kind === 'case') return batchOf[id] ?? 'batch';
  return kind === 'batch' ? 'round' : undefined;
}

function changed(
  environment: Environment,
  procedure: Procedure,
  change: (proceedings: Proceedings) => void,
): Procedure {
  const proceedings = new Proceedings(environment, procedure);
  change(proceedings);
  return proceedings.procedure();
}
