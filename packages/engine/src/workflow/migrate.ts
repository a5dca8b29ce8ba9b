import type { MachineContract } from '@zhinan/model';
import type { IsoInstant } from '../calendar/instant.ts';
import { machineOf, type Environment } from './environment.ts';
import { activeLeaves, activePaths } from './machine-index.ts';
import { kernelOf, type Kernel } from './machine.ts';
import type { Snapshot, StateValue, UndatedWait } from './snapshot.ts';
import { dateWaits } from './waits.ts';

/** Old state path → path in the new machine; a state that keeps its path needs no entry. */
export type StateMap = Readonly<Record<string, string>>;

/** What becomes of a wait: absent `before` = new, absent `after` = dropped, or no end can be told. */
export interface TimerChange {
  readonly delay: string;
  readonly before?: IsoInstant;
  readonly after?: IsoInstant;
}

export interface Migrated {
  /** Absent where an active state has no place in the new machine. */
  readonly snapshot?: Snapshot;
  /** Active states of the old machine that the map leads nowhere. */
  readonly lost: readonly string[];
  /** Waits that differ from before; what stays is not listed. */
  readonly timers: readonly TimerChange[];
}

/**
 * Moves a case at rest to another version of its contract, pure: run it over all open cases as a rehearsal before keeping
 * any result. States go where the map says or keep their path, memory and log stay, the waits of the new states are
 * counted from when the case entered them, so that a moved deadline holds for it too. Nothing is sent or paid.
 */
export function migrate(environment: Environment, snapshot: Snapshot, map: StateMap = {}): Migrated {
  const kernel = kernelOf(environment, machineOf(environment, snapshot.machine).id);
  const mapped = activeLeaves(snapshot.value).map((path) => ({
    path,
    to: Object.hasOwn(map, path) ? map[path] : path,
  }));
  const lost = mapped.flatMap(({ path, to }) => (to !== undefined && kernel.index.has(to) ? [] : [path]));
  if (lost.length > 0) return { lost, timers: [] };
  const value = settledValue(
    kernel,
    mapped.map(({ to = '' }) => to),
  );
  const active = activePaths(value);
  const since = new Map(
    snapshot.visited
      .filter(({ leftAt }) => leftAt === undefined)
      .map(({ path, enteredAt }) => [Object.hasOwn(map, path) ? (map[path] ?? path) : path, enteredAt]),
  );
  const enteredAt = (path: string) => since.get(path) ?? snapshot.at;
  const { historyValue: _, ...kept } = snapshot;
  const moved: Snapshot = {
    ...kept,
    contractHash: environment.contract.hash,
    value,
    timers: [],
    undated:
      snapshot.status === 'active' ? active.flatMap((path) => waitsOf(kernel, path, enteredAt(path))) : [],
    visited: [
      ...snapshot.visited.filter(({ leftAt }) => leftAt !== undefined),
      ...active.map((path) => ({ path, enteredAt: enteredAt(path) })),
    ],
  };
  const dated = dateWaits(kernel.contract.delays, environment, moved);
  return { snapshot: dated, lost: [], timers: changes(kernel.contract, snapshot, dated) };
}

/** The whole state value with these states active, as XState completes it (first children of what is entered). */
function settledValue({ logic }: Kernel, paths: readonly string[]): StateValue {
  const value: Record<string, StateValue> = {};
  for (const path of paths) put(value, path.split('.'));
  return logic.resolveState({ value: value as never, context: undefined }).value as StateValue;
}

function put(value: Record<string, StateValue>, [key = '', ...rest]: readonly string[]): void {
  const inside = value[key];
  const child: Record<string, StateValue> = typeof inside === 'object' ? { ...inside } : {};
  if (rest.length > 0) put(child, rest);
  value[key] = child;
}

/** Waits that a state has in the new machine. */
function waitsOf({ index, logic }: Kernel, path: string, since: IsoInstant): readonly UndatedWait[] {
  const node = path.split('.').reduce((at, key) => at.states[key] ?? at, logic.root);
  return Object.keys(index.get(path)?.after ?? {}).map((delay) => {
    const event = `xstate.after.${delay}.${node.id}`;
    return { id: event, delay, event, since, why: 'date-missing' };
  });
}

function changes(machine: MachineContract, before: Snapshot, after: Snapshot): readonly TimerChange[] {
  const names = Object.keys(machine.delays);
  const all = new Set(
    [...before.timers, ...before.undated, ...after.timers, ...after.undated].map(({ delay }) => delay),
  );
  const dueOf = ({ timers }: Snapshot, delay: string) => timers.find((timer) => timer.delay === delay)?.dueAt;
  return [...all]
    .toSorted((a, b) => names.indexOf(a) - names.indexOf(b))
    .flatMap((delay): readonly TimerChange[] => {
      const [was, is] = [dueOf(before, delay), dueOf(after, delay)];
      if (was === is) return [];
      return [
        { delay, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
      ];
    });
}
