import type { EventMeta, ProcedureEvent } from '@zhinan/model';
import { compareInstants, inBeijing, parseInstant, type IsoInstant } from '../calendar/instant.ts';
import { anyTruth, candidatesOf, completed, judge, refusalOf, type Candidate } from './candidate.ts';
import type { Effect } from './effect.ts';
import { machineOf, type Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activeLeaves, type TransitionEntry } from './machine-index.ts';
import { kernelOf, type Kernel } from './machine.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { LogEntry, Snapshot, Timer } from './snapshot.ts';
import type { Given } from './messages.ts';
import { inherit } from './inheritance.ts';
import { enter, move } from './transition.ts';
import { dateWaits } from './waits.ts';

export interface StepResult {
  /** The machine after the step; on a refusal still sound to keep (waits that fell due before are then done). */
  readonly snapshot: Snapshot;
  readonly effects: readonly Effect[];
  readonly accepted: boolean;
  readonly refusal?: Refusal;
  /** The event's key was known: nothing changed, nothing is to be done again. */
  readonly repeated?: true;
}

/**
 * One event on one machine, pure. Without a snapshot the machine is entered first; without an event only waits due by
 * `at` are fired. Waits due by `at` always go before the event, each dated at its due instant, so a late event cannot
 * overtake a deadline. What a person or message may not do comes back as `refusal`; throws only on a faulty contract.
 */
export function step(
  environment: Environment,
  machineId: string,
  snapshot: Snapshot | undefined,
  event: ProcedureEvent | undefined,
  at: IsoInstant,
): StepResult {
  const kernel = kernelOf(environment, machineId);
  if (!snapshot) {
    const entered = begin(environment, machineId, at, event?.from?.given);
    if (!event) return entered;
    const result = step(environment, machineId, entered.snapshot, event, at);
    return { ...result, effects: [...entered.effects, ...result.effects] };
  }
  if (snapshot.machine !== kernel.contract.id) {
    throw new Error(`snapshot of machine "${snapshot.machine}" given to "${kernel.contract.id}"`);
  }
  const denied = admission(environment, snapshot, at);
  if (denied) return { snapshot, effects: [], accepted: false, refusal: denied };
  const key = event && seenKey(event);
  if (key !== undefined && snapshot.seen.includes(key)) {
    return { snapshot, effects: [], accepted: true, repeated: true };
  }
  const now = inBeijing(at);
  const dated = dateWaits(kernel.contract.delays, environment, snapshot);
  const settled = settle(environment, machineId, dated, now);
  if (!event) return { ...settled, accepted: true };
  const result = take(kernel, environment, settled.snapshot, event, now);
  return { ...result, effects: [...settled.effects, ...result.effects] };
}

/** Opens a machine; an entitlement or amendment begins with what it is given. */
export function begin(
  environment: Environment,
  machineId: string,
  at: IsoInstant,
  given?: Given,
): StepResult {
  if (parseInstant(at) === null) throw new RangeError(`not an instant with offset: ${at}`);
  return { ...enter(kernelOf(environment, machineId), environment, inBeijing(at), given), accepted: true };
}

/** Fires a running wait at its due instant (never before the last step). Refuses one that is not running. */
export function fire(
  environment: Environment,
  machineId: string,
  snapshot: Snapshot,
  timer: Timer,
): StepResult {
  const kernel = kernelOf(environment, machineId);
  const running = snapshot.timers.find((each) => each.id === timer.id && each.dueAt === timer.dueAt);
  const denied = running
    ? admission(environment, snapshot, snapshot.at)
    : refuse('timer-not-running', { delay: kernel.contract.delays[timer.delay]?.title ?? timer.delay });
  if (denied || !running) {
    return { snapshot, effects: [], accepted: false, ...(denied ? { refusal: denied } : {}) };
  }
  const at = compareInstants(running.dueAt, snapshot.at) < 0 ? snapshot.at : running.dueAt;
  const rest: Snapshot = { ...snapshot, timers: snapshot.timers.filter((each) => each !== running) };
  const entries = waitEntries(kernel, running);
  const scope = { environment, at, context: snapshot.context };
  const definition = kernel.contract.delays[running.delay];
  const title = definition?.title ?? running.delay;
  const clauses = textsOf(definition?.clause);
  const judgements = entries.map((entry) => judge({ entry }, scope));
  const truth = anyTruth(judgements.map((each) => each.truth));
  if (truth !== true) {
    const notes = judgements.flatMap((each) => each.notes);
    const refusal = refuse(truth === null ? 'guard-unknown' : 'guard-false', { title }, { clauses, notes });
    const lapsed = [...rest.lapsed, { delay: running.delay, at, refusal }];
    return { snapshot: { ...rest, at, lapsed }, effects: [], accepted: false, refusal };
  }
  const moved = move(kernel, environment, rest, running.event, { at });
  const entry: LogEntry = { at, event: `after:${running.delay}`, title, clauses };
  return { ...moved, snapshot: logged(moved.snapshot, entry), accepted: true };
}

/** Running waits whose instant has come, the earliest first. */
export function dueTimers(snapshot: Snapshot, at: IsoInstant): readonly Timer[] {
  return snapshot.timers.filter((timer) => compareInstants(timer.dueAt, at) <= 0);
}

const MAX_FIRED = 1000;

/** Fires all that is due by `at`, in order of due instants. Throws when a machine waits for the past without end. */
function settle(
  environment: Environment,
  machineId: string,
  snapshot: Snapshot,
  at: IsoInstant,
): { readonly snapshot: Snapshot; readonly effects: readonly Effect[] } {
  let current = snapshot;
  const effects: Effect[] = [];
  for (let fired = 0; ; fired += 1) {
    const [next] = dueTimers(current, at);
    if (!next) return { snapshot: current, effects };
    if (fired === MAX_FIRED)
      throw new Error(`machine ${machineId}: wait "${next.delay}" begins again when it ends`);
    const result = fire(environment, machineId, current, next);
    current = result.snapshot;
    effects.push(...result.effects);
  }
}

function admission({ contract }: Environment, snapshot: Snapshot, at: IsoInstant): Refusal | undefined {
  if (snapshot.contractHash !== contract.hash) {
    return refuse('contract-mismatch', {
      expected: contract.hash.slice(0, 12),
      found: snapshot.contractHash.slice(0, 12),
    });
  }
  if (parseInstant(at) === null) return refuse('instant-invalid', { at });
  if (compareInstants(at, snapshot.at) < 0) return refuse('time-runs-back', { at, last: snapshot.at });
  return undefined;
}

function take(
  kernel: Kernel,
  environment: Environment,
  settled: Snapshot,
  event: ProcedureEvent,
  at: IsoInstant,
): StepResult {
  const given = event.from?.given;
  const snapshot = given ? inherit(settled, given) : settled;
  const state = stateTitle(kernel, snapshot);
  if (snapshot.status === 'done') {
    return { snapshot: settled, effects: [], accepted: false, refusal: refuse('finished', { state }) };
  }
  const scope = { environment, at, event, context: snapshot.context };
  const candidates = candidatesOf(kernel.index, snapshot.value, event.type).flat();
  const refusals = candidates.map((candidate) => ({ candidate, refusal: refusalOf(candidate, scope) }));
  const taken = refusals.find(({ refusal }) => refusal === undefined)?.candidate;
  if (!taken) {
    const refusal =
      mostTelling(refusals.flatMap((each) => each.refusal ?? [])) ??
      refuse('not-accepted-here', { event: titleOf(kernel, event.type), state });
    return { snapshot: settled, effects: [], accepted: false, refusal };
  }
  const moved = move(kernel, environment, snapshot, event.type, { at, event: completed(taken, scope) });
  const key = seenKey(event);
  const seen = key === undefined ? snapshot.seen : [...snapshot.seen, key];
  return {
    ...moved,
    snapshot: logged({ ...moved.snapshot, seen }, logEntry(taken, event, at)),
    accepted: true,
  };
}

/** Keys of messages are unique for their sender only: two cases may send a batch the same one. */
function seenKey({ key, from }: ProcedureEvent): string | undefined {
  return key === undefined || !from ? key : `${from.machine}/${from.id}:${key}`;
}

/** The one that got furthest: an actor who was permitted wants to hear of the condition, not of other roles' events. */
function mostTelling(refusals: readonly Refusal[]): Refusal | undefined {
  const order = [
    'guard-unknown',
    'guard-false',
    'role-unknown',
    'reason-missing',
    'field-locked',
    'field-missing',
    'form-invalid',
    'form-missing',
    'not-permitted',
    'wrong-sender',
  ];
  return [...refusals].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))[0];
}

function logEntry({ entry }: Candidate, event: ProcedureEvent, at: IsoInstant): LogEntry {
  const { actor, reason, from } = event;
  return {
    at,
    event: event.type,
    title: entry.meta.title ?? event.type,
    clauses: textsOf(entry.meta.clause),
    ...(actor ? { role: actor.role } : {}),
    ...(actor?.person === undefined ? {} : { person: actor.person }),
    ...(actor?.for === undefined ? {} : { for: actor.for }),
    ...(reason === undefined ? {} : { reason }),
    ...(from ? { from: from.machine } : {}),
  };
}

function logged(snapshot: Snapshot, entry: LogEntry): Snapshot {
  return { ...snapshot, log: [...snapshot.log, entry] };
}

/** Dotted path of the state in which a wait runs. */
export function stateOfWait({ logic }: Kernel, timer: Pick<Timer, 'event' | 'delay'>): string {
  const stateId = timer.event.slice(`xstate.after.${timer.delay}.`.length);
  return logic.getStateNodeById(stateId).path.join('.');
}

function waitEntries(kernel: Kernel, timer: Timer): readonly TransitionEntry[] {
  return kernel.index.get(stateOfWait(kernel, timer))?.after[timer.delay] ?? [];
}

/** Titles of the active states, for messages. */
function stateTitle({ index }: Kernel, snapshot: Snapshot): string {
  return activeLeaves(snapshot.value)
    .map((path) => index.get(path)?.meta.title ?? path)
    .join('、');
}

/** Title that the machine gives an event anywhere, else its type. */
function titleOf({ index }: Kernel, event: string): string {
  for (const state of index.values()) {
    const meta: Partial<EventMeta> | undefined = Object.hasOwn(state.on, event)
      ? state.on[event]?.[0]?.meta
      : undefined;
    if (meta?.title) return meta.title;
  }
  return event;
}

/** Form that the event asks for in the present state, for a host that wants to show it. */
export function formOf(environment: Environment, snapshot: Snapshot, event: string): string | undefined {
  const { index } = kernelOf(environment, machineOf(environment, snapshot.machine).id);
  return candidatesOf(index, snapshot.value, event)
    .flat()
    .find(({ entry }) => entry.meta.form !== undefined)?.entry.meta.form;
}
