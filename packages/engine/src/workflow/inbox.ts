import type { Actor, InstanceId, MachineKind } from '@zhinan/model';
import { compareInstants, type IsoInstant } from '../calendar/instant.ts';
import { workdaysLeft } from '../calendar/workdays.ts';
import { available, type AvailableEvent } from './available.ts';
import { caseView } from './case-view.ts';
import { machineOf, type Environment } from './environment.ts';
import { addressOf, caseOf, childId } from './instances.ts';
import { activeLeaves, lineage } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import { amendmentsOf } from './proceedings.ts';
import type { Procedure } from './procedure.ts';
import type { Snapshot } from './snapshot.ts';

/** One machine in which somebody has something to do. */
export interface InboxItem {
  readonly instance: InstanceId;
  readonly machine: MachineKind;
  /** Title of the machine. */
  readonly title: string;
  /** Titles of the states it stands in. */
  readonly states: readonly string[];
  /** Since when it has stood there. */
  readonly since: IsoInstant;
  /** What this actor may do, ways out of the procedure included. */
  readonly events: readonly AvailableEvent[];
  /** The wait that ends first: until when, and working days left (null beyond the calendar). */
  readonly due?: {
    readonly title: string;
    readonly clause: string;
    readonly at: IsoInstant;
    readonly workdaysLeft: number | null;
  };
}

/**
 * What an actor has to do, the most urgent first: every machine that offers the actor's role something besides leaving.
 * An actor of a body that has its own batch (`batch:<body>`) sees that batch and its cases; a person whose role is a
 * person's sees the cases that nobody else has begun in that role.
 */
export function inbox(environment: Environment, procedure: Procedure, actor: Actor): readonly InboxItem[] {
  return Object.entries(procedure.instances)
    .flatMap(([instance, snapshot]): readonly InboxItem[] => {
      if (!snapshot || snapshot.status === 'done') return [];
      if (!concerns(environment, procedure, instance, actor)) return [];
      const events = available(environment, procedure, instance, actor.role).filter(
        ({ by }) => by.length > 0,
      );
      const toDo = events.some(({ escape, allowed }) => !escape && allowed !== false);
      return toDo ? [itemOf(environment, procedure, instance, snapshot, events)] : [];
    })
    .sort(byUrgency);
}

/** Amendments that an actor may ask for now: ids that do not exist yet, with the events that would open them. */
export function requests(
  environment: Environment,
  procedure: Procedure,
  actor: Actor,
): readonly {
  readonly instance: InstanceId;
  readonly title: string;
  readonly events: readonly AvailableEvent[];
}[] {
  const ids = Object.keys(procedure.instances);
  const cases = ids.filter((id) => !id.includes('/') && addressOf(environment, id)?.machine.kind === 'case');
  return cases
    .filter((id) => concerns(environment, procedure, id, actor))
    .flatMap((of) =>
      amendmentsOf(environment).flatMap((name) => {
        const first = childId(of, name);
        const position = ids.filter((id) => id === first || id.startsWith(`${first}:`)).length + 1;
        const instance = childId(of, name, position);
        const events = available(environment, procedure, instance, actor.role).filter(
          ({ by, allowed }) => by.length > 0 && allowed !== false,
        );
        const title = addressOf(environment, instance)?.machine.title ?? name;
        return events.length > 0 ? [{ instance, title, events }] : [];
      }),
    );
}

/** The view of any machine of a procedure, at its present moment. */
export function viewOf(environment: Environment, procedure: Procedure, instance: InstanceId) {
  const snapshot = procedure.instances[addressOf(environment, instance)?.id ?? instance];
  if (!snapshot) return undefined;
  return caseView(environment, machineOf(environment, snapshot.machine), snapshot, procedure.at);
}

function concerns(
  environment: Environment,
  { instances, batchOf }: Procedure,
  instance: InstanceId,
  { role, body, person }: Actor,
): boolean {
  const own = caseOf(instance);
  const batch = own.startsWith('batch')
    ? own
    : own.startsWith('case')
      ? (batchOf[own] ?? 'batch')
      : undefined;
  const mine = `batch:${body ?? ''}`;
  const hasOwn = body !== undefined && (mine in instances || Object.values(batchOf).includes(mine));
  if (hasOwn && batch !== undefined && batch !== mine) return false;
  if (person === undefined || environment.contract.roles[role]?.kind !== 'person') return true;
  const begun = instances[own]?.log.find((entry) => entry.role === role && entry.person !== undefined);
  return begun === undefined || begun.person === person;
}

function itemOf(
  environment: Environment,
  { at }: Procedure,
  instance: InstanceId,
  snapshot: Snapshot,
  events: readonly AvailableEvent[],
): InboxItem {
  const machine = machineOf(environment, snapshot.machine);
  const { index } = kernelOf(environment, machine.id);
  const leaves = activeLeaves(snapshot.value);
  const [first] = snapshot.timers;
  const delay = first && machine.delays[first.delay];
  const entered = snapshot.visited.filter(
    ({ path, leftAt }) => leftAt === undefined && leaves.includes(path),
  );
  return {
    instance,
    machine: machine.kind,
    title: machine.title,
    states: leaves.map(
      (leaf) => lineage(leaf).flatMap((path) => index.get(path)?.meta.title ?? [])[0] ?? leaf,
    ),
    since: entered.at(-1)?.enteredAt ?? snapshot.at,
    events,
    ...(first
      ? {
          due: {
            title: delay?.title ?? first.delay,
            clause: delay?.clause ?? '',
            at: first.dueAt,
            workdaysLeft: workdaysLeft(at, first.dueAt, environment.contract.calendarRegion),
          },
        }
      : {}),
  };
}

/** Dated before undated, the earliest first; among equals who has waited longest. */
function byUrgency(a: InboxItem, b: InboxItem): number {
  if (a.due && b.due) return compareInstants(a.due.at, b.due.at) || compareInstants(a.since, b.since);
  if (a.due || b.due) return a.due ? -1 : 1;
  return compareInstants(a.since, b.since);
}
