import type { InstanceId, MachineKind, ProcedureEvent } from '@zhinan/model';
import { compareInstants, inBeijing, type IsoInstant } from '../calendar/instant.ts';
import { candidatesOf } from './candidate.ts';
import type { Effect } from './effect.ts';
import type { Environment } from './environment.ts';
import { addressed, addressOf, childMachines, STANDING, type InstanceAddress } from './instances.ts';
import { activeLeaves } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import { receiversOf, type Given, type Message, type Neighbourhood } from './messages.ts';
import type { Procedure, ProcedureEntry } from './procedure.ts';
import { refuse } from './refusal.ts';
import { emptyContext, type Snapshot, type Timer } from './snapshot.ts';
import { begin, fire, step, type StepResult } from './step.ts';
import { TimerQueue } from './timer-queue.ts';
import { outermost } from './transition.ts';

const MAX_MOVES = 10_000;

/**
 * Many machines of one programme played together, changed in place: what `Procedure` does to one
 * value after the other, without a copy of everything for each step. For simulations of thousands of cases.
 */
export class Proceedings {
  readonly environment: Environment;
  readonly #instances: Map<InstanceId, Snapshot>;
  readonly #batches: Map<InstanceId, InstanceId>;
  readonly #children = new Map<InstanceId, InstanceId[]>();
  /** Messages by receiver, in the order of sending. */
  readonly #parked = new Map<InstanceId, Message[]>();
  readonly #timers = new TimerQueue();
  readonly #addresses = new Map<InstanceId, InstanceAddress>();
  /** Position of each machine in the order of opening. */
  readonly #ranks = new Map<InstanceId, number>();
  readonly #near: Neighbourhood;
  readonly log: ProcedureEntry[];
  #at: IsoInstant;

  constructor(environment: Environment, from: Procedure) {
    this.environment = environment;
    this.#at = from.at;
    this.log = [...from.log];
    this.#batches = new Map(Object.entries(from.batchOf));
    this.#instances = new Map();
    this.#near = {
      environment,
      snapshot: (id) => this.#instances.get(id),
      cases: () => this.#ofKind('case'),
      batches: () => this.#ofKind('batch'),
      batchOf: (id) => this.#batches.get(id) ?? 'batch',
      registers: (id) => kernelOf(environment, this.#address(id).machine.id).registers,
      childrenOf: (id) => this.#children.get(id) ?? [],
      awaits: (machine, event, given) => this.#awaits(machine, event, given),
    };
    for (const [id, snapshot] of Object.entries(from.instances)) if (snapshot) this.#put(id, snapshot);
    for (const message of from.pending) this.#park(message);
    // Those were offered when they came; only who moves from now on is asked again.
    this.#moved.clear();
  }

  get at(): IsoInstant {
    return this.#at;
  }

  snapshot(id: InstanceId): Snapshot | undefined {
    return this.#instances.get(id);
  }

  ids(): readonly InstanceId[] {
    return [...this.#instances.keys()];
  }

  /** What stands now, as a value of its own. */
  procedure(): Procedure {
    return {
      at: this.#at,
      instances: Object.fromEntries(this.#instances),
      batchOf: Object.fromEntries(this.#batches),
      pending: [...this.#parked.values()].flat(),
      log: [...this.log],
    };
  }

  /** Opens round, batch and case, and whatever messages they send at once. */
  openStanding(): void {
    const kinds = STANDING.filter((kind) => addressOf(this.environment, kind));
    this.#settle(kinds.flatMap((kind) => this.#open(kind)));
  }

  /** Opens a further case; the batch it belongs to is opened by its first message. */
  openCase(id: InstanceId, batch?: InstanceId): void {
    if (batch !== undefined) this.#batches.set(id, batch);
    this.#settle(this.#open(id));
  }

  /**
   * Forgets how a finished machine came to its end, and keeps that it has: a later message is still told so. For many
   * cases, once what was to be known of it has been noted.
   */
  archive(id: InstanceId): void {
    const snapshot = this.#instances.get(id);
    if (snapshot?.status !== 'done') return;
    const bare = { context: emptyContext, timers: [], undated: [], lapsed: [], visited: [], log: [] };
    this.#instances.set(id, { ...snapshot, ...bare });
  }

  /** A message from outside, such as one that a host delivers again. */
  receive(messages: readonly Message[]): void {
    this.#settle(messages);
  }

  /** An event by somebody on one machine; what falls due up to then happens first, what it causes at once after it. */
  act(id: InstanceId, event: ProcedureEvent, at: IsoInstant): void {
    if (compareInstants(at, this.#at) < 0) throw new RangeError(`${at} lies before ${this.#at}`);
    this.advance(at);
    const address = this.#address(id);
    if (this.#instances.has(address.id) || address.of === undefined) {
      const opened = this.#open(address.id);
      this.#settle([...opened, ...this.#take(address.id, event, this.#step(address, event))]);
    } else this.#request(address, event);
    this.advance(at);
  }

  /** Moves the clock, firing the waits of all machines in the order of their due instants. */
  advance(to: IsoInstant): void {
    const until = inBeijing(to);
    for (let moves = 0; ; moves += 1) {
      const next = this.#timers.first((id) => this.#instances.get(id));
      if (!next || compareInstants(next.timer.dueAt, until) > 0) break;
      if (moves === MAX_MOVES * Math.max(1, this.#instances.size))
        throw new Error(`wait "${next.timer.delay}" of ${next.id} begins again when it ends`);
      const { dueAt } = next.timer;
      const overdue = compareInstants(dueAt, this.#at) < 0;
      if (!overdue) this.#at = dueAt;
      const snapshot = this.#instances.get(next.id);
      if (!snapshot) continue;
      // A wait that was over before it began fires now, not in the past.
      const result = fire(
        this.environment,
        snapshot.machine,
        overdue ? { ...snapshot, at: this.#at } : snapshot,
        next.timer,
      );
      this.#settle(this.#take(next.id, next.timer, result));
    }
    if (compareInstants(until, this.#at) > 0) this.#at = until;
  }

  /** The next wait of any machine. */
  nextTimer(): { readonly id: InstanceId; readonly timer: Timer } | undefined {
    return this.#timers.first((id) => this.#instances.get(id));
  }

  #step({ id, machine }: InstanceAddress, event: ProcedureEvent): StepResult {
    return step(this.environment, machine.id, this.#instances.get(id), event, this.#at);
  }

  /** A person asks for an amendment that does not exist yet: a refused request leaves none behind. */
  #request({ id, machine, of = '' }: InstanceAddress, event: ProcedureEvent): void {
    const parent = this.#instances.get(of);
    const { title } = machine;
    if (machine.kind !== 'amendment' || !parent) {
      this.#refuse(id, machine.kind, event.type, title, refuse('not-opened', { title }), event);
      return;
    }
    const { forms, values } = parent.context;
    const given: Given = { forms, values, at: this.#at };
    const opened = begin(this.environment, machine.id, this.#at, given);
    const result = step(this.environment, machine.id, opened.snapshot, event, this.#at);
    if (!result.accepted) {
      const { refusal = refuse('not-opened', { title }) } = result;
      this.#refuse(id, machine.kind, event.type, String(refusal.params['title'] ?? title), refusal, event);
      return;
    }
    const begun = this.#begun(id, opened, given);
    this.#settle([...begun, ...this.#take(id, event, result)]);
  }

  /** Whether a fresh machine waits for the event: only then does a message open it. */
  #awaits(name: string, event: string, given: Given | undefined): boolean {
    const machine = this.environment.program.machines[name];
    if (!machine) return false;
    const { snapshot } = begin(this.environment, machine.id, this.#at, given);
    const { index } = kernelOf(this.environment, machine.id);
    return candidatesOf(index, snapshot.value, event).flat().length > 0;
  }

  #open(id: InstanceId, given?: Given): readonly Message[] {
    if (this.#instances.has(id)) return [];
    const { machine } = this.#address(id);
    return this.#begun(id, begin(this.environment, machine.id, this.#at, given), given);
  }

  #begun(id: InstanceId, { snapshot, effects }: StepResult, given?: Given): readonly Message[] {
    const { machine } = this.#address(id);
    this.#put(id, snapshot);
    this.log.push({
      at: this.#at,
      machine: machine.kind,
      instance: id,
      event: 'open',
      title: machine.title,
      clauses: [],
      accepted: true,
      states: activeLeaves(snapshot.value),
      effects,
      opening: given ? { given } : {},
    });
    return this.#messages(id, effects);
  }

  /** Keeps and logs what a step gave; returns what it sends. */
  #take(id: InstanceId, cause: ProcedureEvent | Timer, result: StepResult): readonly Message[] {
    const { snapshot, effects, accepted, refusal } = result;
    const timer = 'delay' in cause;
    const known = accepted && !result.repeated ? snapshot.log.at(-1) : undefined;
    this.#put(id, snapshot);
    this.log.push({
      at: this.#at,
      machine: this.#address(id).machine.kind,
      instance: id,
      event: timer ? `after:${cause.delay}` : cause.type,
      title: known?.title ?? String(refusal?.params['title'] ?? (timer ? cause.delay : cause.type)),
      clauses: known?.clauses ?? refusal?.clauses ?? [],
      ...(timer ? { timer: cause } : causedBy(cause)),
      accepted,
      ...(refusal ? { refusal } : {}),
      states: activeLeaves(snapshot.value),
      effects,
    });
    return this.#messages(id, effects);
  }

  #refuse(
    instance: InstanceId,
    machine: MachineKind,
    event: string,
    title: string,
    refusal: ProcedureEntry['refusal'] & object,
    cause: ProcedureEvent,
  ): void {
    const { clauses } = refusal;
    const entry = { at: this.#at, machine, instance, event, title, clauses, ...causedBy(cause) };
    this.log.push({ ...entry, accepted: false, refusal, states: [], effects: [] });
  }

  #messages(sender: InstanceId, effects: readonly Effect[]): readonly Message[] {
    const snapshot = this.#instances.get(sender);
    const { kind } = this.#address(sender).machine;
    return effects.flatMap((effect): readonly Message[] => {
      if (effect.type !== 'send') return [];
      const { key, event, facts, data, given } = effect;
      const from: Message['from'] = {
        machine: kind,
        id: sender,
        status: snapshot ? outermost(snapshot.value) : effect.status,
        facts,
        ...(given ? { given } : {}),
      };
      const receivers = receiversOf(this.#near, sender, effect);
      if (receivers.length === 0) {
        const refusal = refuse('no-receiver', { event, to: effect.to });
        this.#refuse(sender, kind, event, event, refusal, { type: event, from });
      }
      return receivers.map((to) => {
        // Known from now on, so that the next message does not open another one in its place.
        this.#knowChild(to);
        return { key, to, event, from, ...(data ? { data } : {}) };
      });
    });
  }

  /** Offers messages until none moves any more; a receiver that has moved is offered what it could not take before. */
  #settle(sent: readonly Message[]): void {
    const queue: InstanceId[] = [];
    const enqueue = (messages: readonly Message[]): void => {
      for (const message of messages) {
        this.#park(message);
        queue.push(message.to);
      }
    };
    enqueue(sent);
    for (const id of this.#moved) if (this.#parked.has(id)) queue.push(id);
    this.#moved.clear();
    for (let moves = 0; queue.length > 0; moves += 1) {
      if (moves === MAX_MOVES * Math.max(1, this.#instances.size))
        throw new Error('machines answer each other without end');
      const id = queue.shift() ?? '';
      const taken = this.#offer(id);
      if (!taken) continue;
      enqueue(taken);
      queue.push(id);
      this.#moved.delete(id);
    }
  }

  /** Machines that stepped since messages were last offered. */
  readonly #moved = new Set<InstanceId>();

  /** Gives the receiver its first message that it can take; undefined when there is none. */
  #offer(id: InstanceId): readonly Message[] | undefined {
    const waiting = this.#parked.get(id) ?? [];
    for (const message of waiting) {
      const { event: type, from, key, data } = message;
      const opened = this.#open(id, from.given);
      const event: ProcedureEvent = { type, from, key, ...(data ? { data } : {}) };
      const result = this.#step(this.#address(id), event);
      const over = result.refusal?.code === 'finished';
      if (!result.accepted && !over) {
        if (opened.length > 0) return opened;
        continue;
      }
      const rest = waiting.filter((each) => each !== message);
      if (rest.length > 0) this.#parked.set(id, rest);
      else this.#parked.delete(id);
      if (result.repeated) return opened;
      return [...opened, ...this.#take(id, event, result)];
    }
    return undefined;
  }

  #park(message: Message): void {
    const waiting = this.#parked.get(message.to);
    if (waiting) waiting.push(message);
    else this.#parked.set(message.to, [message]);
    this.#knowChild(message.to);
  }

  #put(id: InstanceId, snapshot: Snapshot): void {
    const before = this.#instances.get(id);
    this.#instances.set(id, snapshot);
    const rank = this.#ranks.get(id) ?? this.#ranks.size;
    this.#ranks.set(id, rank);
    this.#knowChild(id);
    if (before === snapshot) return;
    this.#moved.add(id);
    if (before?.timers !== snapshot.timers) {
      for (const timer of snapshot.timers) {
        if (!before?.timers.includes(timer)) this.#timers.add(id, rank, timer);
      }
    }
  }

  #knowChild(id: InstanceId): void {
    if (!id.includes('/')) return;
    const { of = '' } = this.#address(id);
    const known = this.#children.get(of);
    if (!known) this.#children.set(of, [id]);
    else if (!known.includes(id)) known.push(id);
  }

  #ofKind(kind: MachineKind): readonly InstanceId[] {
    return [...this.#instances.keys()].filter(
      (id) => id === kind || (id.startsWith(`${kind}:`) && !id.includes('/')),
    );
  }

  #address(id: InstanceId): InstanceAddress {
    const known = this.#addresses.get(id) ?? addressed(this.environment, id);
    this.#addresses.set(id, known);
    return known;
  }
}

function causedBy(cause: ProcedureEvent): Partial<ProcedureEntry> {
  const { actor, reason, from, data } = cause;
  return {
    ...(actor ? { role: actor.role } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(from ? { from: from.machine } : {}),
    ...(data ? { data } : {}),
    cause,
  };
}

/** Machines of cases that persons may open: amendments, by file name. */
export function amendmentsOf(environment: Environment): readonly string[] {
  return childMachines(environment, 'amendment').map(([name]) => name);
}
